#!/bin/sh
# Installs JN Presenter from this stick, without a network and without root: sh install.sh
# sh install.sh --verify only looks whether the stick was copied well.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 2

for name in python3 python3.14 python3.13 python3.12 python3.11 python3.10; do
    python=$(command -v "$name") || continue
    if "$python" -c 'import sys, venv; sys.exit("%d.%d" % sys.version_info[:2] not in sys.argv[1:])' @LINUX@ 2>/dev/null
    then
        exec "$python" -B "$here/files/install.py" "$@"
    fi
done

cat >&2 <<'SENTENCE'
需要 Python（@LINUX@ 之一，含 venv），这台电脑上没有。请管理员装上 python3 和 python3-venv。
Python is needed (one of @LINUX@, with venv), and none is here. Have python3 and python3-venv installed.
SENTENCE
exit 2
