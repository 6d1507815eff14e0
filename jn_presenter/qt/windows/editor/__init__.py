"""The editor's window: the outline, a file as text or as a form, the slide as it will be seen, and what is wrong."""

from jn_presenter.qt.windows.editor.window import Editor

__all__ = ["Editor"]
