#!/bin/sh
# Makes a Debian or Ubuntu machine a kiosk: run as root in /opt/jn-presenter, once `python3 run.py check` has set it up.
#
#   sudo packaging/linux/install.sh [--wayland] [DECK]
#
# DECK is copied to /srv/kiosk/deck; without it, the briefing that comes with the program is. Nothing is downloaded but
# Debian's own packages. `systemctl disable --now jn-presenter-kiosk jn-presenter-screen` takes it back.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
wayland=no
if [ "${1-}" = "--wayland" ]; then
    wayland=yes
    shift
fi
deck=${1:-$root/slides}

if [ "$(id -u)" -ne 0 ]; then
    echo "请用 root 运行 / run it as root" >&2
    exit 2
fi
if [ ! -f "$deck/briefing.yaml" ]; then
    echo "$deck 里没有 briefing.yaml / there is no briefing.yaml in $deck" >&2
    exit 2
fi
if [ "$root" != /opt/jn-presenter ]; then
    echo "请先把整个文件夹放到 /opt/jn-presenter，再在那里运行 python3 run.py check" >&2
    echo "put the whole folder at /opt/jn-presenter first, and run python3 run.py check there" >&2
    exit 2
fi
if [ ! -x "$root/.venv/bin/jn-presenter" ]; then
    echo "请先运行 python3 run.py check / run python3 run.py check first" >&2
    exit 2
fi

if [ "$wayland" = yes ]; then
    apt-get install -y --no-install-recommends cage
else
    apt-get install -y --no-install-recommends xserver-xorg xinit openbox x11-xserver-utils dbus-x11
fi

id kiosk >/dev/null 2>&1 || useradd --create-home --shell /usr/sbin/nologin kiosk
passwd --lock kiosk >/dev/null
for group in video input render tty; do
    getent group "$group" >/dev/null && usermod --append --groups "$group" kiosk
done

install -d /srv/kiosk /etc/jn-presenter /etc/X11/xorg.conf.d
# a deck that is there stays: it may be newer than the one of this checkout
[ -e /srv/kiosk/deck ] || cp -R "$deck" /srv/kiosk/deck
[ -e /etc/jn-presenter/kiosk.yaml ] || install -m 0640 -g kiosk "$here/../kiosk.yaml" /etc/jn-presenter/kiosk.yaml
install -m 0644 "$here/openbox.xml" /etc/jn-presenter/openbox.xml
[ -e /etc/X11/xorg.conf.d/10-kiosk.conf ] || install -m 0644 "$here/10-kiosk.conf" /etc/X11/xorg.conf.d/

if [ "$wayland" = yes ]; then
    install -m 0644 "$here/jn-presenter-cage.service" /etc/systemd/system/
    units=jn-presenter-cage.service
else
    install -m 0644 "$here/jn-presenter-screen.service" "$here/jn-presenter-kiosk.service" /etc/systemd/system/
    units=jn-presenter-kiosk.service
    # the X server is not root's: let whoever sits at the console start it
    printf 'allowed_users=anybody\nneeds_root_rights=yes\n' >/etc/X11/Xwrapper.config
fi
systemctl daemon-reload
systemctl enable $units
echo "完成。重启后进入放映；密码、开放时间写在 /etc/jn-presenter/kiosk.yaml"
echo "Done. The kiosk comes up with the next start; PIN and opening hours are in /etc/jn-presenter/kiosk.yaml"
