"""The presenter's console: what the audience sees, what comes next, notes, clocks and problems, on one dark window."""

from jn_presenter.qt.windows.console.window import Console

__all__ = ["Console"]
