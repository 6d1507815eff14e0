"""Writing a show down: what fails costs one line in the log, and of two shows of a deck one has the journal."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import structs

from jn_presenter.qt import journal_file, visit_file
from jn_presenter.qt.journal_file import Instant, JournalFile
from jn_presenter.qt.recorder import Found, Recorder
from jn_presenter.qt.visit_file import VisitFile
from jn_presenter.show.state import Place, initial
from tests.decks import deck, points_slide

DECK = deck(points_slide("a/one"), points_slide("a/two"))
WALL = 1.7e12


def instant(step: int, chapter: int = 0, log: Path | None = None) -> Instant:
    place = Place("a/one", step)
    state = structs.replace(initial(DECK, log_folder=str(log or ""), animate=False), shown=place, at=place)
    return Instant(state, DECK, step * 1000.0, WALL + step * 1000.0, chapter)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "x.journal"


Make = Callable[..., Recorder]


@pytest.fixture
def recorder(path: Path) -> Iterator[Make]:
    """Opens recorders, and lets go of the journal afterwards."""
    made: list[Recorder] = []

    def make(**more: object) -> Recorder:
        made.append(Recorder(path, **more))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for one in made:
        one.close(None)


def place_in(path: Path) -> Place | None:
    found = JournalFile(path).read().entry
    return found.shown if found is not None else None


def test_the_next_show_finds_where_the_last_one_was(recorder: Make, path: Path) -> None:
    first = recorder()
    assert first.open(instant(0)) == Found()
    for step in (1, 2):
        first.keep(instant(step))
    first.close(None)
    found = recorder().open(instant(0))
    assert found.last.entry is not None
    assert (found.last.entry.shown, found.last.torn) == (Place("a/one", 2), False)
    assert found.written_ms == path.stat().st_mtime * 1000.0


def test_a_show_that_came_to_its_end_leaves_its_log_alone(recorder: Make, path: Path, tmp_path: Path) -> None:
    one = recorder(visit=VisitFile())
    one.open(instant(0))
    for step in (1,):
        one.keep(instant(step, log=tmp_path / "logs"))
    one.close(instant(2, log=tmp_path / "logs"))
    assert list(path.parent.iterdir()) == []
    assert one.log_path is not None
    assert one.log_path.exists()


def test_the_log_goes_on_where_it_was_asked_to_be_as_long_as_that_can_be_written(
    recorder: Make, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first, logs = recorder(), tmp_path / "logs"
    first.open(instant(0))
    first.keep(instant(1, log=logs))
    first.close(None)
    logs.mkdir()
    second = recorder()
    there = second.open(instant(0)).last.entry
    second.close(None)
    assert there is not None
    assert (there.log_folder, caplog.records) == (str(logs), [])
    logs.rmdir()
    gone = recorder().open(instant(0)).last.entry
    assert gone == structs.replace(there, log_folder="")
    assert "the folder of the log cannot be used" in caplog.text
    assert str(logs) in caplog.text
    caplog.clear()


def test_asked_to_begin_afresh_it_looks_at_nothing(recorder: Make, path: Path) -> None:
    first = recorder()
    first.open(instant(0))
    first.keep(instant(1, chapter=1))
    first.close(None)
    fresh = recorder(offering=False)
    assert fresh.open(instant(0)) == Found()
    fresh.keep(instant(0))
    fresh.keep(instant(2))
    assert place_in(path) == Place("a/one", 2)


def test_a_second_show_of_the_deck_leaves_the_journal_to_the_first(recorder: Make, path: Path) -> None:
    first, second = recorder(), recorder()
    first.open(instant(0))
    first.keep(instant(1, chapter=1))
    assert second.open(instant(0)) == Found()
    second.keep(instant(2, chapter=1))
    second.close(instant(2, chapter=1))
    assert place_in(path) == Place("a/one", 1)
    first.close(None)
    assert recorder().open(instant(0)).last.entry is not None


def test_what_cannot_be_written_is_said_once_and_tried_again(
    recorder: Make, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    one = recorder(visit=VisitFile())
    one.open(instant(0))
    with monkeypatch.context() as disk:
        disk.setattr(journal_file, "replace", full)
        disk.setattr(visit_file, "replace", full)
        for step in range(4):
            one.keep(instant(step, log=tmp_path / "logs"))
    said = [record.getMessage() for record in caplog.records]
    assert len(said) == 2
    assert all("No space left" in line and " / " in line for line in said)
    one.keep(instant(4, log=tmp_path / "logs"))
    assert place_in(path) == Place("a/one", 4)
    assert one.log_path is not None


def test_where_no_folder_can_be_made_the_show_goes_on(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").touch()
    one = Recorder(tmp_path / "file" / "x.journal")
    assert one.open(instant(0)) == Found()
    for step in (1,):
        one.keep(instant(step))
    one.close(instant(1))
    assert len(caplog.records) == 1


def test_a_folder_in_the_place_of_the_journal_stops_nothing(
    recorder: Make, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path.mkdir(parents=True)
    one = recorder()
    assert one.open(instant(0)) == Found()
    one.keep(instant(1, chapter=1))
    one.close(instant(1))
    assert len(caplog.records) == 1
