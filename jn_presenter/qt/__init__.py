"""Everything that needs Qt: fonts, painting, windows, clock, screens. No other package imports PySide6 or pyqtgraph."""

import sys
from typing import Any

import PySide6.QtCore  # noqa: F401  # brings shibokensupport.feature with it


def _no_features(support: Any) -> None:
    """Keep PySide from reading the source of every module that is imported after it.

    It looks for `__feature__` (snake_case), which nobody here uses; the reading costs some 15 ms of a start and, with
    pyqtgraph, 14 MB of source text kept in linecache. The hook has no public switch; where it is gone nothing is done.
    """
    if hasattr(support, "_mod_uses_pyside"):
        support._mod_uses_pyside = lambda _module: False


_no_features(sys.modules.get("shibokensupport.feature"))
