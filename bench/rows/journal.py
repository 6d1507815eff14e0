"""What it costs that a show is never lost: the part that a key pays for, and the way back after a kill."""

import tempfile
import time
from pathlib import Path

from msgspec import structs
from PySide6.QtCore import QCoreApplication

from bench.desktop import Desktop
from bench.lab import HD, MANY, Lab
from bench.row import Limit, Row
from bench.rows.find import many
from bench.show import Show
from bench.stats import summary
from jn_presenter.load import load_deck
from jn_presenter.paths import shipped_slides
from jn_presenter.qt.journal import Journal
from jn_presenter.qt.recorder import Recorder
from jn_presenter.qt.store import Store
from jn_presenter.qt.visit_file import VisitFile
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.state import initial

KEYS = 500
KILLS = 6
THERE = 7
"""The slide at which a show is killed."""
BETWEEN_S = 0.02
MOST_KEY_MS, MOST_BACK_MS = 0.3, 3000.0


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises LostError."""
    keys, back = summary(key_ms(lab.count(KEYS))), summary(back_ms(lab, lab.count(KILLS)))
    return [
        Row(
            what=f"journal: what a key pays for it, {MANY:,} slides, p95",
            unit="ms",
            ours=keys.p95,
            limit=Limit("value", MOST_KEY_MS),
            n=keys.n,
            spread=f"p50 {keys.p50:.3f}, most {keys.most:.3f}",
        ),
        Row(
            what="after kill -9: exec, the question, Enter, and the slide it was at, most",
            unit="ms",
            ours=back.most,
            limit=Limit("value", MOST_BACK_MS),
            n=back.n,
            spread=f"p50 {back.p50:.0f}",
        ),
    ]


def key_ms(count: int) -> list[float]:
    """Ms that the thread of the keys spends on a change, while the other one writes."""
    _application = QCoreApplication.instance() or QCoreApplication([])
    loaded = load_deck(shipped_slides())
    loaded = structs.replace(loaded, deck=many(loaded.deck, MANY))
    found = []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        store = Store(loaded, initial(loaded.deck, log_folder=folder))
        journal = Journal(store, Recorder(Path(folder, "x.journal"), VisitFile()), store.state)
        journal.begin()
        while not Path(folder, "x.journal").exists():
            store.dispatch("next")
            QCoreApplication.processEvents()
        for _ in range(count):
            old = store.state
            new = COMMANDS["next"](old, store.deck, store.now())
            store.state = new
            began = time.perf_counter()
            store.changed.emit(old, new)
            found.append(1000 * (time.perf_counter() - began))
            time.sleep(BETWEEN_S)
        journal.stop()
    return found


def back_ms(lab: Lab, count: int) -> list[float]:
    """Ms from exec to the slide: until the screen stands still with the question on it, and from Enter on."""
    command = lab.ours(lab.plain())
    resuming = [word for word in command if word != "--fresh"]
    found = []
    with Desktop(*HD) as desktop:
        for _ in range(count):
            with Show(desktop, command) as show:
                for slide in range(2, THERE + 1):
                    show.go("Right", slide)
                show.settle()
                show.process.kill()
                show.process.wait()
            with Show(desktop, resuming) as show:
                found.append(show.start.full_ms + show.go("Return", THERE))
    return found
