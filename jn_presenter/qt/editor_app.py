"""The command `edit`: wiring of the editor's window, and nothing else."""

import signal
import time

from PySide6.QtWidgets import QApplication

from jn_presenter.edit.drafts import bin_path, drafts_path
from jn_presenter.edit.saving import Folder
from jn_presenter.edit.workspace import Workspace
from jn_presenter.load import Loaded, NoSlidesError, load_index, with_slides
from jn_presenter.model.options import EditOptions
from jn_presenter.model.text import Message
from jn_presenter.qt import heap
from jn_presenter.qt.clock import monotonic_ms
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.garbage import Garbage
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.editor import Editor
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.show.state import initial

FITS = 16
"""Slides kept laid out: those looked at last, in two shapes."""
INTERRUPTED = 1


def run(options: EditOptions) -> int:
    """Edit the deck until the window is closed; the exit code.

    Raises load.DeckError for a deck that cannot be shown, KeyboardInterrupt where Ctrl+C in the terminal ends it.
    """
    began_ns = time.time_ns()
    loaded = _begun(load_index(options.deck), options.start)
    application = QApplication.instance() or QApplication(["jn-presenter"])
    application.setApplicationName("jn-presenter")
    load_fonts()
    editing = Editing(loaded, options, began_ns)
    editing.begin()
    signal.signal(signal.SIGINT, lambda _signal, _frame: application.exit(INTERRUPTED))
    code = application.exec()
    editing.end()
    if code == INTERRUPTED:
        raise KeyboardInterrupt
    return code


class Editing:
    """A running editor and everything it owns. `began_ns`: the system's time before anything of the deck was read."""

    def __init__(self, loaded: Loaded, options: EditOptions, began_ns: int | None = None) -> None:
        state = initial(loaded.deck, monotonic_ms(), start=options.start, animate=False)
        folder = loaded.deck.folder
        self.store = Store(loaded, state)
        work = Workspace(Folder(folder, bin_path(folder)))
        self.session = Session(self.store, work, drafts_path(folder), began_ns=began_ns)
        language = options.language or loaded.deck.briefing.languages[0]
        self.window = Editor(self.session, Fits(QtMeasure(), FITS), language)
        self.garbage = Garbage(lambda: False, self.store)

    def begin(self) -> None:
        """Show the window, and read on."""
        self.garbage.begin()
        self.window.show()
        self.session.begin()
        self.window.offer_drafts()

    def end(self) -> None:
        """Stop what runs beside the window."""
        self.session.end()
        self.garbage.stop()
        heap.unsettle()


def _begun(loaded: Loaded, start: str) -> Loaded:
    """With the slide to begin with, or the first that can be shown."""
    for slide in (start, *loaded.deck.order):
        loaded = with_slides(loaded, (slide,))
        if slide in loaded.deck.slides:
            return loaded
    raise NoSlidesError(Message("没有一页能显示", "there is no slide that can be shown"), loaded.problems)
