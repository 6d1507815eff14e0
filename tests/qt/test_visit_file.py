"""The file with the log of a visit: where it is, and when it is written."""

import csv
from pathlib import Path

import pytest
from msgspec import structs

from jn_presenter.qt import visit_file as module
from jn_presenter.qt.journal_file import BEAT_MS, Instant
from jn_presenter.qt.visit_file import TRIAL_MS, VisitFile
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.state import Noted, ShowState, initial
from tests.decks import deck, points_slide

DECK = structs.replace(deck(points_slide("a/one", 0), points_slide("a/two", 0)), folder="/decks/汇报 2026")
START = initial(DECK, visit="2026-11-23 14.30.05", animate=False)
NAME = "2026-11-23 14.30.05 汇报-2026.csv"


def instant(state: ShowState, now: float) -> Instant:
    return Instant(state, DECK, now, 1.7e12 + now)


def seconds(path: Path) -> dict[str, int]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return {row[2]: int(row[4]) for row in list(csv.reader(stream))[1:]}


def test_the_log_is_whole_after_every_slide(tmp_path: Path) -> None:
    start = structs.replace(START, log_folder=str(tmp_path / "new" / "logs"))
    file = VisitFile()
    file.keep(instant(start, 0.0))
    assert file.path == tmp_path / "new" / "logs" / NAME
    assert seconds(file.path) == {"a/one": 0}
    second = COMMANDS["next"](start, DECK, 4000.0)
    file.keep(instant(second, 4000.0))
    assert seconds(file.path) == {"a/one": 4, "a/two": 0}
    file.keep(instant(second, 5000.0))
    assert seconds(file.path) == {"a/one": 4, "a/two": 0}, "written when there is something new"
    file.keep(instant(second, 4000.0 + BEAT_MS))
    assert seconds(file.path) == {"a/one": 4, "a/two": 10}
    file.keep(instant(second, 20_000.0), last=True)
    assert seconds(file.path) == {"a/one": 4, "a/two": 16}
    assert [found.name for found in file.path.parent.iterdir()] == [NAME]


def test_a_log_is_called_by_its_guests_and_stays_one_where_others_are_chosen(tmp_path: Path) -> None:
    start = structs.replace(START, log_folder=str(tmp_path))
    file = VisitFile()
    file.keep(instant(start, 0.0))
    for guests, name in (("bern", "bern"), ("/stick/苏黎世: zürich.yaml", "苏黎世-zürich"), ("", "汇报-2026")):
        file.keep(instant(structs.replace(start, guests=guests), 1.0))
        assert [found.name for found in tmp_path.iterdir()] == [f"2026-11-23 14.30.05 {name}.csv"]
    other = structs.replace(start, visit="2026-11-24 09.00.00")
    file.keep(instant(other, 2.0))
    assert len(list(tmp_path.iterdir())) == 2, "the log of another show is left alone"


def test_a_question_is_in_the_log_as_soon_as_it_is_noted(tmp_path: Path) -> None:
    start = structs.replace(START, log_folder=str(tmp_path))
    file = VisitFile()
    file.keep(instant(start, 0.0))
    file.keep(instant(structs.replace(start, noted=(Noted(words="何时？", slide="a/one", ms=1.0),)), 1.0))
    assert file.path is not None
    assert "何时？" in file.path.read_text(encoding="utf-8-sig")


def test_titles_are_in_the_language_asked_for(tmp_path: Path) -> None:
    for language, title in (("", "标题 a/one"), ("zh", "标题 a/one"), ("en", "Title of a/one")):
        file = VisitFile(language)
        file.keep(instant(structs.replace(START, log_folder=str(tmp_path)), 0.0))
        assert file.path is not None
        assert title in file.path.read_text(encoding="utf-8-sig")


def test_a_look_at_the_slides_leaves_no_log_unless_it_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "visits_folder", lambda: tmp_path / "visits")
    file = VisitFile()
    file.keep(instant(START, TRIAL_MS - 1), last=True)
    assert (file.path, list(tmp_path.iterdir())) == (None, [])
    file.keep(instant(START, TRIAL_MS))
    assert file.path == tmp_path / "visits" / NAME


def test_a_clock_restarted_in_mid_show_takes_no_slide_from_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "visits_folder", lambda: tmp_path)
    file, at = VisitFile(), TRIAL_MS
    second = COMMANDS["restart-clock"](COMMANDS["next"](START, DECK, at), DECK, at + 2000.0)
    file.keep(instant(second, at + 3000.0))
    assert seconds(tmp_path / NAME) == {"a/one": 60, "a/two": 3}


def test_a_rehearsal_is_no_visit(tmp_path: Path) -> None:
    file = VisitFile()
    file.keep(instant(structs.replace(START, log_folder=str(tmp_path), rehearsing=True), 0.0), last=True)
    assert list(tmp_path.iterdir()) == []
