"""What this machine offers and what it lacks: facts are probed once, the answers are pure functions over them."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from typing import NamedTuple

# Soname -> Debian package. What the libraries and plugins of the wheel name as NEEDED and do not bring along.
LIBRARIES: dict[str, dict[str, str]] = {
    "offscreen": {
        "libEGL.so.1": "libegl1",
        "libGL.so.1": "libgl1",
        "libX11.so.6": "libx11-6",
        "libbrotlidec.so.1": "libbrotli1",
        "libdbus-1.so.3": "libdbus-1-3",
        "libfontconfig.so.1": "libfontconfig1",
        "libfreetype.so.6": "libfreetype6",
        "libglib-2.0.so.0": "libglib2.0-0",
        "libgssapi_krb5.so.2": "libgssapi-krb5-2",
        "libgthread-2.0.so.0": "libglib2.0-0",
        "libxkbcommon.so.0": "libxkbcommon0",
        "libz.so.1": "zlib1g",
        "libzstd.so.1": "libzstd1",
    },
    "xcb": {
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    },
    "wayland": {
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
    },
}

# System -> machine -> the oldest glibc (Linux) or macOS that the wheels of PySide6 run on.
WHEELS: dict[str, dict[str, tuple[int, int]]] = {
    "Linux": {"x86_64": (2, 34), "aarch64": (2, 39)},
    "Darwin": {"x86_64": (13, 0), "arm64": (13, 0)},
    "Windows": {"amd64": (0, 0), "arm64": (0, 0)},
}

OLDEST_PIP_WITH_PYTHON_OPTION = (22, 3)


class Sentence(NamedTuple):
    """One thing to say, in both languages."""

    zh: str
    en: str


class Facts(NamedTuple):
    """What was found out about this machine and the Python that runs."""

    system: str
    machine: str
    bits: int
    implementation: str
    free_threaded: bool
    release: tuple[int, int] | None  # of glibc on Linux, of macOS on a Mac; None for another libc
    pip: tuple[int, int] | None
    ensurepip: bool
    root: bool
    apt: bool


def probe() -> Facts:
    """The facts of the machine that this runs on."""
    return Facts(
        system=platform.system(),
        machine=platform.machine().lower(),
        bits=64 if sys.maxsize > 2**32 else 32,
        implementation=sys.implementation.name,
        free_threaded=bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
        release=_release(platform.system()),
        pip=_pip(),
        ensurepip=_told("import ensurepip") is not None,
        root=hasattr(os, "geteuid") and os.geteuid() == 0,
        apt=shutil.which("apt-get") is not None,
    )


def missing_libraries(platforms: Iterable[str]) -> list[str]:
    """The sonames that Qt needs on these platforms (keys of LIBRARIES) and the dynamic linker does not find."""
    import ctypes

    missing = []
    for soname in (soname for name in platforms for soname in LIBRARIES[name]):
        try:
            ctypes.CDLL(soname)
        except OSError:
            missing.append(soname)
    return missing


def packages_of(sonames: Iterable[str]) -> list[str]:
    """The Debian packages that hold these libraries, each once."""
    known = {soname: package for table in LIBRARIES.values() for soname, package in table.items()}
    return sorted({known[soname] for soname in sonames})


def refusal(facts: Facts) -> Sentence | None:
    """Why nothing can be installed for this Python on this machine, known before any download; None if it can."""
    if facts.implementation != "cpython" or facts.free_threaded or facts.bits != 64:
        return Sentence(
            "需要 64 位标准版 CPython（不支持 PyPy、自由线程版和 32 位版）。",
            "A standard 64-bit CPython is needed (not PyPy, a free-threaded or a 32-bit build).",
        )
    oldest = WHEELS.get(facts.system, {}).get(facts.machine)
    if oldest is None:
        return Sentence(
            f"Qt 没有适用于 {facts.system} {facts.machine} 的安装包。",
            f"Qt has no packages for {facts.system} on {facts.machine}.",
        )
    if facts.system == "Windows" or (facts.release is not None and facts.release >= oldest):
        return None
    what, needed = ("macOS" if facts.system == "Darwin" else "glibc"), "{}.{}".format(*oldest)
    if facts.release is None:
        return Sentence(
            f"需要 {what} {needed} 或更新版本，本机没有。", f"{what} {needed} or newer is needed; none is here."
        )
    found = "{}.{}".format(*facts.release)
    return Sentence(
        f"本机的 {what} 是 {found}，{facts.machine} 上的 Qt 需要 {needed} 或更新版本。",
        f"This machine has {what} {found}; Qt on {facts.machine} needs {needed} or newer.",
    )


def installer(facts: Facts) -> str | None:
    """What can fill a new environment: this Python's own "pip", one of its "ensurepip", or nothing (None)."""
    if facts.pip is not None and facts.pip >= OLDEST_PIP_WITH_PYTHON_OPTION:
        return "pip"
    return "ensurepip" if facts.ensurepip else None


def _release(system: str) -> tuple[int, int] | None:
    if system == "Darwin":
        return version(platform.mac_ver()[0])
    if system == "Linux":
        try:
            name, release = (os.confstr("CS_GNU_LIBC_VERSION") or "").split()
        except (OSError, ValueError):  # musl knows no such name
            return None
        return version(release) if name == "glibc" else None
    return None


def _pip() -> tuple[int, int] | None:
    told = _told("import pip; print(pip.__version__)")
    return None if told is None else version(told)


def _told(code: str) -> str | None:
    """What a new Python prints; None where it fails. Unlike this one it sees what was installed in the meantime."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else None


def version(text: str) -> tuple[int, int]:
    """The first two numbers of a version: 23, 0 of "23.0.1+dfsg", 13, 0 of "13"."""
    major, minor, *_ = [*re.findall(r"\d+", text), "0"]
    return int(major), int(minor)
