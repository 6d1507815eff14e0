"""Tells systemd that the supervisor is ready and alive, by its own protocol; without systemd, nobody.

https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html
"""

import os
import socket
from collections.abc import Mapping
from contextlib import suppress


class Watchdog:
    """Sends datagrams to NOTIFY_SOCKET; what cannot be sent is left."""

    def __init__(self, environ: Mapping[str, str] = os.environ) -> None:
        self._address = environ.get("NOTIFY_SOCKET", "")
        self._period_s = _period_s(environ)
        self._due_s = 0.0

    def ready(self) -> None:
        """The supervisor does its work from now on."""
        self._send("READY=1")

    def look(self, now_s: float, status: str) -> None:
        """To be called several times a second; systemd hears of it half a period before it would act.

        status: a line for `systemctl status`.
        """
        if self._period_s and now_s >= self._due_s:
            self._due_s = now_s + self._period_s / 2.0
            self._send(f"WATCHDOG=1\nSTATUS={status}")

    def stopping(self) -> None:
        """The supervisor ends, since it was asked to."""
        self._send("STOPPING=1")

    def _send(self, message: str) -> None:
        if not self._address or not hasattr(socket, "AF_UNIX"):
            return
        address = f"\0{self._address[1:]}" if self._address.startswith("@") else self._address
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
            out.setblocking(False)
            out.sendto(message.encode(), address)


def _period_s(environ: Mapping[str, str]) -> float:
    """Within what time systemd wants to hear from this very process; 0 where it does not."""
    micros = environ.get("WATCHDOG_USEC", "")
    ours = environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
    return int(micros) / 1e6 if ours and micros.isascii() and micros.isdigit() else 0.0
