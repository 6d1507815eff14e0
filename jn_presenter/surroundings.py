"""What the program finds around it: a display, and Qt with the system's libraries that it needs."""

import os
import sys
from collections.abc import Mapping

from jn_presenter.model.options import OptionError
from jn_presenter.model.text import Message

PACKAGE = "jn_presenter"
NO_DISPLAY = Message("没有显示器；可用 export 命令导出", "there is no display; the command export writes files")


def has_display(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a window could be shown: on Linux not without X and Wayland, unless another platform is asked for."""
    return platform != "linux" or any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def without_qt(error: ImportError) -> OptionError:
    """What to raise where Qt, or a library that it needs, is not there. Any other failed import is our own mistake,
    and is raised as it is.
    """
    if (error.name or "").startswith(PACKAGE):
        raise error
    return OptionError(Message(f"无法加载 Qt：{error}", f"Qt cannot be loaded: {error}"))
