#!/bin/sh
# Puts an entry for the program in this folder into the menu of whoever runs it. The folder must not be moved afterwards.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 2
menu=${XDG_DATA_HOME:-$HOME/.local/share}/applications
mkdir -p "$menu" || exit 2
# Quoted twice, as the standard of such entries asks.
program=$(printf '%s/jn-presenter' "$here" | sed -e 's/%/%%/g' -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g')
picture=$(printf '%s/jn-presenter.png' "$here" | sed -e 's/\\/\\\\/g')
cat > "$menu/jn-presenter.desktop" <<ENTRY
[Desktop Entry]
Type=Application
Name=JN Presenter
Name[zh_CN]=JN Presenter 简报放映
Exec="$program"
Icon=$picture
Terminal=false
Categories=Office;Presentation;
ENTRY
printf '%s\n' "已放进菜单。 / It is in the menu." >&2
