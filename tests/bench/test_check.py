from pathlib import Path

import pytest

from bench.decks import plain_deck
from bench.rows import check
from bench.rows.check import CHANGED, Times, rows_of


def test_each_row_is_the_median_against_the_same_limit() -> None:
    first = [Times(6000.0, 9000.0), Times(5000.0, 8000.0), Times(7000.0, 8500.0)]
    again = [Times(900.0, 800.0)] * 3
    rows = rows_of(first, again, [Times(1600.0, 1000.0)] * 3)
    assert [(row.ours, row.within) for row in rows] == [(6000.0, False), (900.0, True), (1600.0, False)]
    assert rows[0].what == "check of 1,000 slides, for the first time"
    assert rows[0].spread == "5000–7000; processor 8500"


def test_every_edit_is_another_one_and_none_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = plain_deck(tmp_path / "deck", 2)
    file = deck / CHANGED[0]
    before = file.read_bytes()
    seen: list[bytes] = []

    def looked(*_: object) -> Times:
        seen.append(file.read_bytes())
        return Times(1.0, 1.0)

    monkeypatch.setattr(check, "check", looked)
    for run in range(3):
        check._edited(deck, {}, run)
    assert len({before, *seen}) == 4
    assert file.read_bytes() == before
