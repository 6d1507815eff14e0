"""The short form of the long runs over broken files, their guards, and that what should fail a run does."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.fuzz import pool, worker
from bench.fuzz.images import scans
from bench.fuzz.sheets import packed
from jn_presenter.draw.workbook import WorkbookError, worksheet
from jn_presenter.load.excerpt import MOST_COLUMNS, excerpt
from jn_presenter.load.headers import MOST_SCANS, TOO_MANY_SCANS, jpeg_size


@pytest.mark.parametrize(("kind", "cases"), [("decks", 120), ("images", 100), ("svgs", 60), ("sheets", 60)])
def test_broken_files_are_read_without_a_crash(kind: str, cases: int) -> None:
    found = pool.fuzz(kind, cases, seed=3)
    assert found.count("crash") == 0
    assert found.cases == cases


def test_a_case_depends_on_its_number_alone(tmp_path: Path) -> None:
    for name in ("one", "two"):
        worker.write("decks", 1, 5, tmp_path / name)
    first, second = (
        {file.name: file.read_bytes() for file in (tmp_path / name).rglob("*.yaml")} for name in ("one", "two")
    )
    assert first == second
    assert first


@pytest.mark.parametrize("count", [1, 10, MOST_SCANS])
def test_a_jpeg_has_as_many_scans_as_cameras_write(count: int) -> None:
    assert jpeg_size(io.BytesIO(scans(7000, 7000, count))) == (7000, 7000)


def test_a_jpeg_of_a_thousand_empty_scans_is_refused_since_each_goes_over_all_pixels() -> None:
    assert jpeg_size(io.BytesIO(scans(7000, 7000, 1000))) is TOO_MANY_SCANS


def test_a_workbook_in_an_encoding_that_nobody_knows_is_damaged() -> None:
    book = packed({"xl/workbook.xml": b'<?xml version="1.0" encoding="UTF-0"?><workbook/>'})
    with pytest.raises(WorkbookError):
        worksheet(book)


def test_an_excerpt_costs_no_more_in_the_middle_of_a_long_line(monkeypatch: pytest.MonkeyPatch) -> None:
    from jn_presenter.load import excerpt as module

    looked: list[str] = []
    columns: Callable[[str], int] = module.columns
    monkeypatch.setattr(module, "columns", lambda one: looked.append(one) or columns(one))
    assert excerpt("字" * 500, 250).count("\n") == 1
    assert len(looked) < 6 * MOST_COLUMNS
