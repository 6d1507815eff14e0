"""Sets up the private .venv: checks first, then Qt's system libraries, then the packages of a hash-locked list."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, NoReturn

from scripts import machine
from scripts.bootstrap import CANNOT_RUN, LISTS, WINDOWS, Checkout, clean_environ
from scripts.machine import Facts, Sentence

LIBRARIES = "libraries-"

# A shell reads the second line and becomes the Python beside this file, wherever the checkout was moved to and whatever
# its path holds (a #! line knows no spaces); Python reads a string.
LAUNCHER = """\
#!/bin/sh
'''exec' "$(dirname -- "$(realpath -- "$0")")/python" "$0" "$@"
' '''
import sys

from jn_presenter.cli import main

if __name__ == "__main__":
    sys.exit(main())
"""
LAUNCHER_CMD = '@"%~dp0python.exe" "%~dp0jn-presenter.py" %*\n'


class Outside(NamedTuple):
    """All that a set-up asks of the world and does to it; tests hand in another."""

    probe: Callable[[], Facts]
    missing_libraries: Callable[[Iterable[str]], list[str]]
    run: Callable[[Sequence[str]], int]


def call(command: Sequence[str]) -> int:
    """Runs a command and returns its exit code; all its words go to stderr, as stdout is for results."""
    settings = {
        "DEBIAN_FRONTEND": "noninteractive",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_REQUIRE_VIRTUALENV": "0",
        "PIP_ROOT_USER_ACTION": "ignore",
        "PIP_USER": "0",
    }
    environ = clean_environ() | settings
    return subprocess.call(command, env=environ, stdin=subprocess.DEVNULL, stdout=sys.stderr, close_fds=False)


OUTSIDE = Outside(machine.probe, machine.missing_libraries, call)


def set_up(checkout: Checkout, needed: Sequence[str], outside: Outside = OUTSIDE) -> None:
    """Does those of the needed parts that are not done; raises SystemExit after a sentence where it cannot."""
    _leave_own_environment(checkout)
    facts = outside.probe()
    if sentence := machine.refusal(facts):
        stop(sentence)
    try:
        _set_up(checkout, needed, facts, outside)
    except OSError as error:
        stop(
            Sentence(
                f"无法在 {checkout.root} 中准备运行环境：{error}",
                f"The environment in {checkout.root} could not be set up: {error}",
            )
        )
    except KeyboardInterrupt:
        say(Sentence("已中断，下次启动会重新准备。", "Interrupted; the next start sets up again."))
        raise SystemExit(130) from None


def say(sentence: Sentence) -> None:
    """Tells the user something, in both languages, on stderr."""
    print(sentence.zh, sentence.en, sep="\n", file=sys.stderr, flush=True)


def stop(sentence: Sentence) -> NoReturn:
    """Ends the program with a sentence that says why."""
    say(sentence)
    raise SystemExit(CANNOT_RUN)


def install_packages(packages: Sequence[str], why: Sentence, facts: Facts, run: Callable[[Sequence[str]], int]) -> None:
    """Installs packages of Debian where that is allowed; elsewhere says why, with the line to type, and ends."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    line = " ".join(install)
    if not (facts.apt and facts.root):
        stop(
            Sentence(
                f"{why.zh}在 Debian 或 Ubuntu 上请先运行：\n    sudo {line}",
                f"{why.en} On Debian or Ubuntu type first:\n    sudo {line}",
            )
        )
    say(Sentence(f"{why.zh}正在运行：{line}", f"{why.en} Running: {line}"))
    # Without package lists, as in a container, or with old ones, the first attempt fails at once.
    if run(install) != 0 and (run(["apt-get", "update"]) != 0 or run(install) != 0):
        stop(Sentence("安装系统软件包失败，原因见上。", "The system's packages could not be installed; see above."))


def _set_up(checkout: Checkout, needed: Sequence[str], facts: Facts, outside: Outside) -> None:
    lists = [part for part in needed if part in LISTS]
    libraries = [part for part in needed if part.startswith(LIBRARIES)]
    unseen = [part.removeprefix(LIBRARIES) for part in libraries if not checkout.done(part)]
    _ensure_libraries(unseen, facts, outside)
    if not all(checkout.done(part) for part in lists):
        pip = _ensure_installer(facts, outside)
        with alone(checkout.venv + ".lock"):
            _fill_environment(checkout, lists, pip, outside)
    # Somebody else's checkout, or one mounted read-only, runs as well: its libraries are looked for at every start.
    if os.access(checkout.venv, os.W_OK):
        for part in libraries:
            checkout.finish(part)


def _fill_environment(checkout: Checkout, lists: Sequence[str], pip: str, outside: Outside) -> None:
    # What the program runs on is never patched up: another list or an unfinished set-up is begun anew.
    if not checkout.done("run"):
        _make_environment(checkout, pip, outside)
    for part in lists:
        if not checkout.done(part):
            _install(checkout, part, pip, outside)
            checkout.finish(part)


def _ensure_libraries(platforms: Sequence[str], facts: Facts, outside: Outside) -> None:
    missing = outside.missing_libraries(platforms)
    if missing:
        names = ", ".join(missing)
        why = Sentence(f"缺少 Qt 需要的系统库：{names}。", f"Qt needs libraries that this system lacks: {names}.")
        install_packages(machine.packages_of(missing), why, facts, outside.run)


def _ensure_installer(facts: Facts, outside: Outside) -> str:
    how = machine.installer(facts)
    if how is None:
        why = Sentence(
            "这个 Python 没有 pip（22.3 或更新版本），也没有 ensurepip。",
            "This Python has neither pip (22.3 or newer) nor ensurepip.",
        )
        install_packages(["python3-pip", "python3-venv"], why, facts, outside.run)
        how = machine.installer(outside.probe())
    return how or stop(
        Sentence("安装后仍找不到 pip，请换用系统自带的 python3。", "Still no pip; use the system's own python3.")
    )


def _make_environment(checkout: Checkout, pip: str, outside: Outside) -> None:
    say(
        Sentence(
            "首次启动：正在准备运行环境，约需下载 100 MB，只需一次。",
            "First start: setting up, with about 100 MB to download. This is done only once.",
        )
    )
    if Path(checkout.venv).is_dir():
        shutil.rmtree(checkout.venv)
    bare = ["--without-pip"] if pip == "pip" else []
    _must(outside.run([sys.executable, "-m", "venv", *bare, checkout.venv]))
    launcher = Path(checkout.launcher)
    launcher.write_text(LAUNCHER, encoding="utf-8")
    launcher.chmod(0o755)
    if WINDOWS:
        launcher.with_suffix(".cmd").write_text(LAUNCHER_CMD, encoding="utf-8")
    # Relative, as Python before 3.13 reads this file in the locale's encoding, which may not know the folder's name.
    folder = _site_packages(checkout)
    folder.joinpath("jn-presenter.pth").write_text(os.path.relpath(checkout.root, folder) + "\n", encoding="utf-8")


def _install(checkout: Checkout, part: str, pip: str, outside: Outside) -> None:
    what = f"requirements/{part}.txt"
    say(Sentence(f"正在下载并安装 {what} 中的软件包……", f"Downloading and installing the packages of {what} …"))
    command = [sys.executable, "-m", "pip", "--python", checkout.python]
    if pip == "ensurepip":
        command = [checkout.python, "-m", "pip"]
    # Nothing is built here but xcffib, which the tests use: there are no wheels of it, and it needs no compiler.
    options = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-binary", "xcffib", "--no-compile"]
    _must(outside.run([*command, "install", *options, "-r", checkout.list_of(part)]))
    say(Sentence("正在编译……", "Compiling …"))
    # Its exit code tells of modules for other Pythons, which some packages carry along.
    folders = [str(_site_packages(checkout)), str(Path(checkout.root, "jn_presenter"))]
    outside.run([checkout.python, "-m", "compileall", "-qq", "-j", "0", *folders])


def _must(exit_code: int) -> None:
    if exit_code != 0:
        stop(
            Sentence(
                "准备运行环境失败，原因见上；下次启动会重新准备。",
                "The set-up failed, see above; the next start tries again.",
            )
        )


def _site_packages(checkout: Checkout) -> Path:
    if WINDOWS:
        return Path(checkout.venv, "Lib", "site-packages")
    return Path(checkout.venv, "lib", "python{}.{}".format(*sys.version_info), "site-packages")


def _leave_own_environment(checkout: Checkout) -> None:
    """The Python of the .venv cannot renew it, so the one that it was made from takes over."""
    if Path(sys.prefix).resolve() == Path(checkout.venv).resolve():
        base = getattr(sys, "_base_executable", sys.executable)
        os.execv(base, [base, str(Path(checkout.root, "run.py")), *sys.argv[1:]])


@contextmanager
def alone(path: str) -> Iterator[None]:
    """Waits until no other set-up of this checkout runs; the lock goes with its processes, so none is left behind."""
    with Path(path).open("w", encoding="utf-8") as file:
        if not _lock(file.fileno(), wait=False):
            say(Sentence("另一个窗口正在准备运行环境，请稍候……", "Another start is setting up; waiting for it …"))
            _lock(file.fileno(), wait=True)
        # A pip that outlives this process keeps the lock: nobody may clear away what it still writes to.
        os.set_inheritable(file.fileno(), True)
        yield


def _lock(descriptor: int, *, wait: bool) -> bool:
    if sys.platform == "win32":
        import msvcrt
        import time

        while True:
            try:
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
                return True
            except OSError:
                if not wait:
                    return False
                time.sleep(0.2)
    else:
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
