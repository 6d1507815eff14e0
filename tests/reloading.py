"""A deck with every kind of file, and what runs on it whose files are changed: a show, a kiosk and an editor."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from bench import churn_deck, tables
from bench.saves_hands import until
from bench.saving import Way
from jn_presenter.edit.saving import Folder
from jn_presenter.edit.workspace import Workspace
from jn_presenter.load import load_deck, load_index
from jn_presenter.model.geometry import WIDE
from jn_presenter.model.ink import Point, Stroke
from jn_presenter.model.kiosk import CONTRAST, Settings
from jn_presenter.model.options import KioskOptions
from jn_presenter.paths import resources
from jn_presenter.qt import watch
from jn_presenter.qt.feeds import Feeds
from jn_presenter.qt.following import Following
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.kiosk.app import KioskShow, first_slides
from jn_presenter.qt.kiosk.ending import Ending
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.pictures import Grounds, whole
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.store import Store
from jn_presenter.qt.watch import Watch
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.show.state import initial

ONE, TWO = "theme/one", "theme/two"
SIZE = QSize(320, 180)
HEAD = """layout: chart-right
title: 第{version}页
depth: core
plain: 虚构
points: [甲, 共<firms>, 乙]
chart:
  type: bar
  data: {{type: {kind}, file: data/rows.{kind}, sample: true}}
steps: [points]
"""
PICTURES = """free:
  - type: image
    file: pictures/p.png
    at: [0.6, 0.5, 0.1, 0.1]
  - type: image
    file: pictures/p.svg
    at: [0.8, 0.5, 0.1, 0.1]
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"><rect width="8" height="6" fill="{}"/></svg>'
COLOURS = ("#112233", "#ddeeff")


def contents(version: int) -> dict[str, bytes]:
    """All files by their paths from the deck's folder. The two versions, 0 and 1, are of the same length."""
    rows = (("name", "value"), ("A", 11 + 30 * version), ("B", 20))
    night = (resources() / "styles" / "night.yaml").read_text(encoding="utf-8").replace("name: night", "name: own")
    facts = churn_deck.FACTS.replace("VALUE", str(100 + version))
    texts = {
        "briefing.yaml": f"title: 简报{version}\nlanguages: [zh]\nstyles: [own]\nkiosk: {{loop: [{ONE}, {TWO}]}}\n"
        "transition: none\nthemes: [theme]\n",
        "facts.yaml": facts,
        "theme/theme.yaml": f"title: 主题\naccent: {('azure', 'amber')[version]}\nslides: [one, two]\n",
        f"{ONE}.yaml": HEAD.format(version=version, kind="csv") + PICTURES,
        f"{TWO}.yaml": HEAD.format(version=version, kind="xlsx"),
        "styles/own.yaml": night.replace("#0d1b2e", ("#0d1b2e", "#5d1b2e")[version]),
        "pictures/p.svg": SVG.format(COLOURS[version]),
    }
    return {name: text.encode() for name, text in texts.items()} | {
        "pictures/p.png": churn_deck.png(200 * version),
        "data/rows.csv": tables.as_csv(rows),
        "data/rows.xlsx": tables.as_xlsx(rows),
    }


KINDS = tuple(contents(0))
SHOWN_ON = {"data/rows.xlsx": TWO, f"{TWO}.yaml": TWO}
"""On which slide a change is seen, where it is not the first one."""


def write(folder: Path) -> Path:
    """The deck in its first version."""
    for name, data in contents(0).items():
        Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
        Path(folder, name).write_bytes(data)
    return folder


class Running:
    """Something that runs on a deck. The system says nothing of its files: they are looked at when the test says so."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.grounds = Grounds()
        self.fits = Fits(QtMeasure())
        self.store: Store
        self.feeds: Feeds
        self.following: Following

    @property
    def watch(self) -> Watch:
        return self.following.watch

    def settle(self) -> None:
        """Until all is read and may be seen."""
        until(lambda: not self.following.background.busy and not self.feeds.busy, turn, "all read")

    def look(self) -> None:
        """What the poll does each second, and the pause after it."""
        self.watch._look()
        if self.watch._debounce.isActive():
            self.watch._debounce.stop()
            self.watch.compare()
        self.settle()

    def save(self, way: Way, name: str, data: bytes) -> None:
        """Have the file saved, and look whenever it is half written, gone, and done."""
        for _ in way(self.folder / name, data):
            self.look()
        self.look()

    def picture(self, slide: str) -> bytes:
        """The pixels of a slide at its end."""
        deck = self.store.deck
        style = self.store.state.style
        fitted = self.fits.get(deck, deck.slides[slide], WIDE, ("zh",), style, self.store.seen)
        image = whole(fitted, fitted.last_step, SIZE, self.grounds).toImage()
        return bytes(image.constBits())

    def seen(self, name: str) -> object:
        """What somebody sees of this file's content."""
        if name == "briefing.yaml":
            return self.store.deck.briefing.title
        slide = SHOWN_ON.get(name, ONE)
        if self.store.state.shown.slide != slide:
            self.store.dispatch("jump", slide=slide, step=0)
            self.settle()
        return self.picture(slide)

    def end(self) -> None:
        self.following.stop()
        self.feeds.stop()


class Presenting(Running):
    """A show in the middle of a slide, with ink on it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        loaded = load_deck(folder)
        self.store = Store(loaded, initial(loaded.deck, 1234.0, start=ONE, animate=False))
        self.feeds = Feeds(self.store)
        self.following = Following(self.store, self.feeds)
        deafen(self.following.watch)
        self.store.dispatch("next")
        self.store.dispatch("draw", slide=ONE, stroke=Stroke("pen", "ink", 6.0, (Point(9.0, 9.0), Point(90.0, 9.0))))
        self.feeds.begin()
        self.following.begin()
        self.settle()


class Editing(Running):
    """An editor's session."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        loaded = load_deck(folder)
        self.store = Store(loaded, initial(loaded.deck, start=ONE, animate=False))
        own = folder.with_name("own")
        self.session = Session(self.store, Workspace(Folder(str(folder), own / "deleted")), own / "drafts.json")
        self.feeds, self.following = self.session.feeds, self.session.following
        deafen(self.following.watch)
        self.session.begin()
        self.settle()

    def end(self) -> None:
        self.session.end()


class Kiosk(Running):
    """A kiosk that turns its two slides."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        options = KioskOptions(deck=str(folder), folder=str(folder.with_name("own")), windowed=True, animate=False)
        loaded = first_slides(load_index(folder, more_styles=(CONTRAST,)), options, None)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.show = KioskShow(loaded, options, Settings(), lambda _line: True, Ending(application))
        self.store, self.feeds, self.following = self.show.store, self.show.feeds, self.show.content.following
        self.ms = self.store.now()
        self.store.now = self.show.clock.now = lambda: self.ms
        deafen(self.following.watch)
        self.show.begin()
        until(lambda: bool(self.following.watch._stamps), turn, "a watch")
        self.settle()

    def settle(self) -> None:
        until(lambda: not self.show.content.busy and not self.feeds.busy, turn, "all read")

    def seen(self, name: str) -> object:
        """Once each slide of the loop was shown again: what is new enters between two of them."""
        for _ in range(4):
            self.ms += 3_600_000.0
            self.store.dispatch("kiosk-tick")
            self.settle()
        slide = SHOWN_ON.get(name, ONE)
        return self.store.deck.briefing.title if name == "briefing.yaml" else self.picture(slide)

    def end(self) -> None:
        self.show.end()
        self.show.window.hide()
        self.show.window.deleteLater()


def turn() -> None:
    """The event loop goes on."""
    QApplication.processEvents()


def deafen(watching: Watch) -> None:
    """As on a drive that tells nothing; the poll is the test's."""
    watching._watcher.blockSignals(True)
    watching._poll.setInterval(3_600_000)


Make = Callable[[Path], Running]
MODES: dict[str, Make] = {"present": Presenting, "kiosk": Kiosk, "edit": Editing}


def calm(monkeypatch: pytest.MonkeyPatch) -> None:
    """No bus, no second thoughts."""
    load_fonts()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.setattr(QApplication, "quit", lambda: None)
    monkeypatch.setattr(watch, "POLL_MS", 3_600_000)
