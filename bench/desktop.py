"""A private X desktop: Xvfb in one size, a window manager and a session bus, all ended with it."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from xcffib.xproto import Atom

from bench.process import end
from bench.screen import connect

PROGRAMS = ("Xvfb", "openbox", "dbus-daemon")
FOREIGN = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "XDG_RUNTIME_DIR", "PYTHONDONTWRITEBYTECODE")
"""Variables that would make the programs measured something else than a user's."""
READY_S = 10.0


def missing_programs() -> tuple[str, ...]:
    """The programs that a desktop needs and PATH does not lead to."""
    return tuple(name for name in PROGRAMS if shutil.which(name) is None)


def users_environment() -> dict[str, str]:
    """The environment of the programs measured, which is a user's."""
    env = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    return env | {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


class Desktop:
    """A desktop of one screen; a context manager. `env` is the environment of the programs that run on it."""

    def __init__(self, width: int = 1920, height: int = 1080) -> None:
        self.width = width
        self.height = height
        self.env: dict[str, str] = {}
        self._parts = ExitStack()

    def __enter__(self) -> "Desktop":
        try:
            self._set_up()
        except BaseException:
            self._parts.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._parts.close()

    def _set_up(self) -> None:
        folder = self._parts.enter_context(tempfile.TemporaryDirectory(prefix="bench-"))
        self.env = users_environment() | {"TMPDIR": folder}
        # journals and logs of the shows here are not the user's
        self.env |= {"XDG_STATE_HOME": f"{folder}/state", "XDG_DATA_HOME": f"{folder}/data"}
        self.env["DISPLAY"] = self._start_server()
        bus = self._spawn(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE)
        assert bus.stdout is not None
        with bus.stdout as answer:
            self.env["DBUS_SESSION_BUS_ADDRESS"] = answer.readline().decode().strip()
        rules = Path(folder, "openbox.xml")
        rules.write_text('<openbox_config xmlns="http://openbox.org/3.4/rc"/>')
        self._spawn(["openbox", "--sm-disable", "--config-file", str(rules)])
        wait_for_manager(self.env)

    def _start_server(self) -> str:
        """The name of the display that a new server serves. Raises RuntimeError where it does not start."""
        reader, writer = os.pipe()
        shape = f"{self.width}x{self.height}x24"
        command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", shape, "-nolisten", "tcp", "-noreset"]
        self._spawn(command, pass_fds=(writer,))
        os.close(writer)
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        return f":{number}"

    def _spawn(
        self, command: list[str], stdout: int = subprocess.DEVNULL, pass_fds: tuple[int, ...] = ()
    ) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            command, env=self.env, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.DEVNULL, pass_fds=pass_fds
        )
        self._parts.callback(end, process)
        return process


def wait_for_manager(env: Mapping[str, str]) -> None:
    """Wait until a window manager says on the root window that it is there. Raises RuntimeError if none does."""
    server = connect(env["DISPLAY"])
    name = b"_NET_SUPPORTING_WM_CHECK"
    atom = server.core.InternAtom(False, len(name), name).reply().atom
    root = server.get_setup().roots[0].root
    until = time.monotonic() + READY_S
    try:
        while time.monotonic() < until:
            if server.core.GetProperty(False, root, atom, Atom.WINDOW, 0, 1).reply().value_len:
                return
            time.sleep(0.02)
    finally:
        server.disconnect()
    raise RuntimeError("openbox did not start")
