#!/bin/sh
# Installs adtracker for you alone, into your own folders; no password is asked for. Your diary is never touched.
# Run it again with a newer version to bring yours up to date. uninstall.sh takes the program away again.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
library=$HOME/.local/lib
program=$library/adtracker
commands=$HOME/.local/bin

missing=$(find "$here/adtracker" -type f \( -name '*.so' -o -name '*.so.*' -o -name adtracker \) -exec ldd {} + 2>/dev/null |
    sed -n 's/^[[:space:]]*\([^ ]*\) => not found$/\1/p' | sort -u | grep -v -x -F -e libcups.so.2 || true)
for name in $missing; do
    # A part of the program itself is found once it runs.
    [ -n "$(find "$here/adtracker" -name "$name")" ] || lacking="${lacking:-} $name"
done

mkdir -p "$library" "$commands"
rm -rf "$program.new" "$program.old"
cp -R "$here/adtracker" "$program.new"
cp "$here/uninstall.sh" "$program.new/uninstall.sh"
if [ -e "$program" ]; then mv "$program" "$program.old"; fi
mv "$program.new" "$program"
rm -rf "$program.old"
ln -sf "$program/adtracker" "$commands/adtracker"

(cd "$here/share" && find . -type f) | while IFS= read -r file; do
    mkdir -p "$data/$(dirname "$file")"
    cp "$here/share/$file" "$data/$file"
done
# A desktop does not always look into ~/.local/bin, so its entry says the whole path; % and \ have a meaning there.
path=$(printf '%s' "$program/adtracker" | sed -e 's/[\\"$`]/\\\\&/g' -e 's/%/%%/g')
escaped=$(printf '%s' "$path" | sed -e 's/[\\&|]/\\&/g')
sed "s|^Exec=adtracker|Exec=\"$escaped\"|" "$here/share/applications/adtracker.desktop" > "$data/applications/adtracker.desktop"

"$program/uninstall.sh" --refresh
echo "adtracker is installed. You find it in your menu, or start it with: $commands/adtracker"
if [ -n "${lacking:-}" ]; then
    echo "These parts of the system are missing; its window may not open before they are installed:$lacking" >&2
fi
