"""How this very program is started once more: by its module, as a script, or as a frozen executable."""

import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

PACKAGE = "jn_presenter"


def program(system: Any = sys, main: ModuleType | None = None) -> list[str]:
    """The words of a command that run it, to which arguments are added. system: stands for `sys`.

    The module is not named where a script was started: `-m` would look for it in the current folder first.
    """
    if getattr(system, "frozen", False):
        return [system.executable]
    main = main or sys.modules.get("__main__")
    script = system.argv[0] if system.argv else ""
    started_as_module = getattr(main, "__spec__", None) is not None
    if not started_as_module and os.name == "posix" and script and Path(script).is_file():
        return [system.executable, str(Path(script).absolute())]
    return [system.executable, "-m", PACKAGE]
