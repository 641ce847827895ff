# Not run yet: written for macOS 13 and newer with Python 3.11, proven nowhere so far.
# Makes dist/adtracker-VERSION-macos.dmg: the program, and a link to the folder that it is drawn into.
# With SIGNING_IDENTITY it is signed under that name; with NOTARY_PROFILE (a keychain profile) it is sent to Apple, too.
set -euo pipefail
cd "$(dirname "$0")/../.."

python3 packaging/build.py wheel folder
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' adtracker/__init__.py)
app=build/packed/adtracker.app
image=dist/adtracker-$version-macos.dmg

# "-" signs for this computer alone: others then open it by a right click, Open.
codesign --force --deep --options runtime --timestamp=none \
    --entitlements packaging/macos/entitlements.plist --sign "${SIGNING_IDENTITY:--}" "$app"
codesign --verify --deep --strict "$app"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -volname adtracker -srcfolder "$folder" -ov -format UDZO "$image"

if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
"$app/Contents/MacOS/adtracker" --version
