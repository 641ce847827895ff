#!/bin/sh
# Takes adtracker away from your own folders. Your diary, its photos, its copies and your settings stay where they are.
set -eu

data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$HOME/.local/lib/adtracker

# Menus and kinds of files are read from indexes, where the system has the tools that make them.
refresh() {
    if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications" || true; fi
    if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime" >/dev/null 2>&1 || true; fi
    if command -v gtk-update-icon-cache >/dev/null; then
        gtk-update-icon-cache -q -t -f "$data/icons/hicolor" >/dev/null 2>&1 || true
    fi
}

if [ "${1:-}" = --refresh ]; then
    refresh
    exit 0
fi

if [ "$(readlink "$HOME/.local/bin/adtracker" 2>/dev/null)" = "$program/adtracker" ]; then
    rm -f "$HOME/.local/bin/adtracker"
fi
rm -f "$data/applications/adtracker.desktop" "$data/mime/packages/adtracker.xml"
rm -f "$data/metainfo/org.adtracker.adtracker.metainfo.xml"
rm -f "$data/icons/hicolor/scalable/apps/adtracker.svg" "$data/icons/hicolor/256x256/apps/adtracker.png"
refresh
rm -rf "$program"
echo "adtracker is gone. Your diary is where it was: $data/adtracker"
