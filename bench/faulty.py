"""The show of a kiosk with a fault: `python -m bench.faulty FAULT kiosk DECK …`.

`hang`: some seconds after its first slide the thread of its window waits for ever. A slide's id: it aborts there.
"""

import os
import sys
import threading

from PySide6.QtCore import QTimer

from jn_presenter.cli import main
from jn_presenter.qt.kiosk import app
from jn_presenter.show.state import ShowState

HANG = "hang"
AFTER_MS = 3000


class Faulty(app.KioskShow):
    """Comes to its end by itself."""

    fault = ""

    def begin(self) -> None:
        super().begin()
        if self.fault == HANG:
            QTimer.singleShot(AFTER_MS, waits_for_ever)
        self.store.changed.connect(self._on_slide)

    def _on_slide(self, _old: ShowState, new: ShowState) -> None:
        if new.shown.slide == self.fault:
            os.abort()


def waits_for_ever() -> None:
    """What the stacks in the log have to name."""
    print("about to hang", file=sys.stderr, flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    Faulty.fault = sys.argv[1]
    app.KioskShow = Faulty  # type: ignore[misc]
    sys.exit(main(sys.argv[2:]))
