"""What closing a window of the show means."""

from PySide6.QtGui import QCloseEvent

from jn_presenter.qt.store import Store


def close(store: Store, event: QCloseEvent) -> None:
    """Closing the window is asking to leave, so that a show does not end by a slip."""
    if store.state.leaving:
        event.accept()
    else:
        event.ignore()
        store.dispatch("leave")
