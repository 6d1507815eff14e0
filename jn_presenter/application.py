"""The program as an application that brings its own Python: one that is no interpreter, and may have no console.

Its other processes are started as everywhere, by `-m` and a module's name, and the application itself runs the module.
"""

import io
import os
import runpy
import sys
from collections.abc import MutableMapping, Sequence

MODULES = ("jn_presenter", "jn_presenter.fit_helper", "jn_presenter.show.pinyin")
"""What `-m` may name."""
QUIET = (0, 130, 141)
"""Exit codes that need no word: done, interrupted, nobody reads."""
LIBRARIES = "LD_LIBRARY_PATH"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one of the modules, or the program; the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    lead_others_to_their_own_libraries(os.environ)
    if len(arguments) >= 2 and arguments[0] == "-m" and arguments[1] in MODULES:
        sys.argv[1:3] = []
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
        return 0
    if sys.stderr is None:
        return _without_console(arguments)
    from jn_presenter.cli import main

    return main(arguments)


def lead_others_to_their_own_libraries(environ: MutableMapping[str, str]) -> None:
    """Undo for programs that we start (an editor, a browser) what leads us to the libraries beside us."""
    original = environ.pop(f"{LIBRARIES}_ORIG", "")
    if original:
        environ[LIBRARIES] = original
    elif getattr(sys, "frozen", False):
        environ.pop(LIBRARIES, None)


def _without_console(arguments: list[str]) -> int:
    """Run the program where it was started by double click on Windows; why it could not is shown in a box."""
    told = io.BytesIO()
    sys.stderr = io.TextIOWrapper(told, encoding="utf-8", write_through=True)
    if sys.stdout is None:
        sys.stdout = sys.stderr
    from jn_presenter.cli import main

    code = main(arguments)
    if code not in QUIET:
        show(told.getvalue().decode("utf-8"))
    return code


def show(text: str) -> None:
    """Show it in a box of Windows; elsewhere there is always a place for words."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, text, "JN Presenter", 0x10)


if __name__ == "__main__":
    sys.exit(main())
