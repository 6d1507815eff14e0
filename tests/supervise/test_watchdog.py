"""What systemd hears."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from jn_presenter.supervise.watchdog import Watchdog


class Systemd:
    def __init__(self, address: str) -> None:
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(address.replace("@", "\0", 1))
        self.socket.setblocking(False)
        self.environ = {"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "10000000", "WATCHDOG_PID": str(os.getpid())}

    def heard(self) -> list[str]:
        found = []
        while True:
            try:
                found.append(self.socket.recv(4096).decode())
            except BlockingIOError:
                return found


@pytest.fixture(params=["path", "abstract"])
def systemd(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Systemd]:
    made = Systemd(str(tmp_path / "notify") if request.param == "path" else f"@jn-test-{os.getpid()}")
    yield made
    made.socket.close()


def test_it_hears_of_the_start_and_the_end(systemd: Systemd) -> None:
    watchdog = Watchdog(systemd.environ)
    watchdog.ready()
    watchdog.stopping()
    assert systemd.heard() == ["READY=1", "STOPPING=1"]


def test_it_hears_in_time_and_not_at_every_look(systemd: Systemd) -> None:
    watchdog = Watchdog(systemd.environ)
    heard = []
    for quarter in range(80):
        watchdog.look(100.0 + quarter / 4, "showing")
        heard += [(quarter / 4, words) for words in systemd.heard()]
    assert [at for at, _ in heard] == [0.0, 5.0, 10.0, 15.0]
    assert heard[0][1] == "WATCHDOG=1\nSTATUS=showing"


@pytest.mark.parametrize(
    "change", [{"WATCHDOG_PID": "1"}, {"WATCHDOG_USEC": ""}, {"WATCHDOG_USEC": "x"}, {"WATCHDOG_USEC": "²"}]
)
def test_a_watchdog_that_is_not_ours_hears_nothing(systemd: Systemd, change: dict[str, str]) -> None:
    Watchdog(systemd.environ | change).look(0.0, "showing")
    assert systemd.heard() == []


def test_without_systemd_or_with_a_full_socket_nothing_happens(systemd: Systemd) -> None:
    Watchdog({}).ready()
    Watchdog({"NOTIFY_SOCKET": "/nowhere"}).ready()
    watchdog = Watchdog(systemd.environ)
    for second in range(10_000):
        watchdog.look(10.0 * second, "x" * 100)
    assert systemd.heard()
