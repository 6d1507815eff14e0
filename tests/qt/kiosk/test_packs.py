"""The show of a kiosk ends for a new deck where nobody is in the middle of anything."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from bench.fired import write_deck
from jn_presenter.load import Loaded, load_deck
from jn_presenter.model.kiosk import Packs as Source
from jn_presenter.model.text import Message
from jn_presenter.packs.errand import Job, Outcome
from jn_presenter.packs.telling import told
from jn_presenter.qt.kiosk.packs import Packs
from jn_presenter.qt.store import Store
from jn_presenter.show.kiosk.ticking import due_ms
from jn_presenter.show.kiosk.visit import fresh
from tests.e2e import decks

pytestmark = pytest.mark.usefixtures("qapp")


CLOCK = [0.0]
"""Ms of the stores here."""


class Stick:
    """A folder with a pack, and what becomes of it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.jobs, self.codes = folder, [], ["new"]
        self.may = Event()
        self.may.set()
        folder.mkdir()

    jobs: list[Job]

    def plug(self, content: bytes = b"pack") -> None:
        (self.folder / "x.jnpack").write_bytes(content)

    def take(self, job: Job) -> list[Outcome]:
        self.may.wait()
        self.jobs.append(job)
        code = self.codes.pop(0)
        return [Outcome(file, code, Message("字", code)) for file in job.files]


Make = Callable[..., Packs]


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    return Stick(tmp_path / "stick")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return made(load_deck(decks.write(tmp_path / "deck")))


def made(loaded: Loaded) -> Store:
    return Store(loaded, fresh(loaded.deck, 0.0), lambda: CLOCK[0])


@pytest.fixture
def make(tmp_path: Path, stick: Stick) -> Iterator[Make]:
    packs: list[Packs] = []

    def begun(store: Store | None, said: list[bytes]) -> Packs:
        source = Source(folders=(str(stick.folder),), key="k")
        packs.append(
            Packs(source, tmp_path, stick.take, store, said.append, look_s=0.01, leave=lambda: said.append(b"left"))
        )
        packs[-1].begin()
        return packs[-1]

    yield begun
    for one in packs:
        one.end()


BYE = [b'{"bye":"deck"}', b"left"]


def test_a_plain_page_goes_at_once(qtbot: QtBot, stick: Stick, make: Make, tmp_path: Path) -> None:
    said: list[bytes] = []
    make(None, said)
    stick.plug()
    qtbot.waitUntil(lambda: said == BYE)
    assert stick.jobs == [Job((str(stick.folder / "x.jnpack"),), str(tmp_path), "k")]
    found = told(tmp_path)
    assert found is not None
    assert found.taken


def test_the_loop_goes_between_two_slides(qtbot: QtBot, stick: Stick, store: Store, make: Make) -> None:
    said: list[bytes] = []
    packs = make(store, said)
    stick.plug()
    qtbot.waitUntil(lambda: packs._waits)
    assert said == []
    before = store.state.shown.slide
    while store.state.shown.slide == before:
        assert said == [], "a step of a slide is not its end"
        CLOCK[0] = due_ms(store.state, store.deck) or 0.0
        store.dispatch("kiosk-tick")
    assert said == BYE


def test_a_visitor_is_never_interrupted(qtbot: QtBot, stick: Stick, store: Store, make: Make) -> None:
    said: list[bytes] = []
    packs = make(store, said)
    store.dispatch("kiosk-touch")
    stick.plug()
    qtbot.waitUntil(lambda: packs._waits)
    store.dispatch("kiosk-theme", theme=store.deck.themes[-1].id)
    for _ in range(5):
        store.dispatch("next")
    packs._hear()
    assert said == []


def test_outside_the_hours_it_goes_at_once(qtbot: QtBot, stick: Stick, store: Store, make: Make) -> None:
    said: list[bytes] = []
    make(store, said)
    store.dispatch("kiosk-close")
    stick.plug()
    qtbot.waitUntil(lambda: said == BYE)


def test_a_refused_pack_is_said_once_and_tried_again_when_it_changes(
    qtbot: QtBot, stick: Stick, store: Store, make: Make, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    said: list[bytes] = []
    make(store, said)
    stick.codes = ["busy", "cut", "cut"]
    stick.plug()
    qtbot.waitUntil(lambda: "cut" in caplog.text)
    assert len(stick.jobs) == 2, "what was busy is tried again"
    assert "busy" not in caplog.text
    stick.plug(b"another pack")
    qtbot.waitUntil(lambda: len(stick.jobs) == 3)
    assert said == []
    found = told(tmp_path)
    assert found is not None
    assert found.outcome.code == "cut"
    caplog.clear()


def test_a_stick_that_hangs_holds_up_nothing(qtbot: QtBot, stick: Stick, store: Store, make: Make) -> None:
    stick.may.clear()
    stick.plug()
    packs = make(store, [])
    qtbot.wait(50)
    packs.end()
    stick.may.set()


def test_a_loop_of_one_slide_never_changes_and_goes_at_once(
    qtbot: QtBot, stick: Stick, make: Make, tmp_path: Path
) -> None:
    said: list[bytes] = []
    make(made(load_deck(write_deck(tmp_path / "one", "word"))), said)
    stick.plug()
    qtbot.waitUntil(lambda: said == BYE)
