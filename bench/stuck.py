"""The show of a kiosk with a fault: some seconds after its first slide the thread of its window waits for ever."""

import sys
import threading

from PySide6.QtCore import QTimer

from jn_presenter.cli import main
from jn_presenter.qt.kiosk import app

AFTER_MS = 3000


class Stuck(app.KioskShow):
    """Hangs by itself."""

    def begin(self) -> None:
        super().begin()
        QTimer.singleShot(AFTER_MS, waits_for_ever)


def waits_for_ever() -> None:
    """What the stacks in the log have to name."""
    print("about to hang", file=sys.stderr, flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    app.KioskShow = Stuck  # type: ignore[misc]
    sys.exit(main(sys.argv[1:]))
