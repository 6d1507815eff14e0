"""The short form of the long runs over broken files, their guards, and that what should fail a run does."""

import io
import itertools
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bench.fuzz import pool, worker
from bench.fuzz.images import scans
from bench.fuzz.sheets import packed
from jn_presenter.draw.workbook import MOST_TAGS, WorkbookError, worksheet
from jn_presenter.load.excerpt import MOST_COLUMNS, excerpt
from jn_presenter.load.headers import MOST_SCANS, TOO_MANY_SCANS, jpeg_size


@pytest.mark.parametrize(("kind", "cases"), [("decks", 120), ("images", 100), ("svgs", 60), ("sheets", 60)])
def test_broken_files_are_read_without_a_crash(kind: str, cases: int) -> None:
    found = pool.fuzz(kind, cases, seed=3)
    assert found.count("crash") == 0
    assert found.cases == cases


def _said(monkeypatch: pytest.MonkeyPatch, script: str) -> pool.Fuzzed:
    """What comes of two cases whose worker is that script."""
    monkeypatch.setattr(pool, "command", lambda *_: [sys.executable, "-c", script])
    monkeypatch.setattr(pool, "_tell", lambda *_: None)
    return pool.fuzz("none", 2, seed=1)


def _kinds(found: pool.Fuzzed) -> list[tuple[int, str]]:
    return [(failure.number, failure.what) for failure in found.failures]


SPOKEN = "print('ready', 'begins 0 1.0', 'ends 0 {0}', 'begins 1 {0}', 'ends 1 {1}', sep=chr(10), flush=True)"


def test_a_case_is_as_slow_as_the_processor_worked_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _said(monkeypatch, SPOKEN.format(2.5, 4.7))
    assert _kinds(found) == [(1, "hang")]
    assert found.slowest_s == pytest.approx(2.2)


def test_a_case_that_works_on_and_on_is_a_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "LIMIT_S", 0.2)
    monkeypatch.setattr(pool, "WAIT_S", 600.0)
    script = "print('begins 1 0.0', flush=True)\nfor _ in range(3 * 10**8): pass\nprint('ends 1 0.1')"
    assert _kinds(_said(monkeypatch, script)) == [(1, "hang")]


def test_a_case_that_waits_for_ever_is_a_hang_though_it_works_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "WAIT_S", 0.2)
    script = "import threading; print('begins 1 0.0', flush=True); threading.Event().wait()"
    assert _kinds(_said(monkeypatch, script)) == [(1, "hang")]


def test_a_case_that_takes_long_to_be_made_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "LIMIT_S", 0.2)
    monkeypatch.setattr(pool, "WAIT_S", 0.5)
    script = f"for _ in range(6 * 10**7): pass\n{SPOKEN.format(1.0, 1.0)}"
    assert _kinds(_said(monkeypatch, script)) == []


@pytest.mark.parametrize(("number", "what"), [("SIGXCPU", "hang"), ("SIGSEGV", "crash")])
def test_what_the_kernel_ends_for_its_time_has_hung(monkeypatch: pytest.MonkeyPatch, number: str, what: str) -> None:
    script = f"import os, signal; print('begins 1 0.0', flush=True); os.kill(os.getpid(), signal.{number})"
    assert _kinds(_said(monkeypatch, script)) == [(1, what)]


def test_a_worker_that_goes_in_the_middle_of_a_case_has_crashed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _kinds(_said(monkeypatch, "print('begins 1 0.0', flush=True)")) == [(1, "crash")]
    assert _kinds(_said(monkeypatch, SPOKEN.format(1.5, 1.6))) == []


def test_a_case_that_raises_has_crashed_and_the_next_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    script = "print('begins 0 0', 'raised 0 why', 'ends 0 0', 'begins 1 0', 'ends 1 0', sep=chr(10), flush=True)"
    assert _kinds(_said(monkeypatch, script)) == [(0, "crash")]


@pytest.mark.parametrize("kind", ["decks", "images", "svgs", "sheets"])
def test_a_case_depends_on_its_number_alone(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    days = itertools.count()
    monkeypatch.setattr("time.localtime", lambda *_: (2000 + next(days) % 100, 1, 1, 0, 0, 0))
    for name in ("one", "two"):
        worker.write(kind, 1, 7, tmp_path / name)
    first, second = (
        {file.name: file.read_bytes() for file in (tmp_path / name).rglob("*.*") if file.is_file()}
        for name in ("one", "two")
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


def test_a_workbook_of_a_million_tags_is_damaged_before_a_parser_sees_them(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[int] = []
    fromstring = ElementTree.fromstring
    monkeypatch.setattr(ElementTree, "fromstring", lambda data: parsed.append(len(data)) or fromstring(data))
    few, many = (packed({"xl/workbook.xml": b"<a>" + b"<b/>" * count + b"</a>"}) for count in (100, MOST_TAGS))
    for book in (few, many):
        with pytest.raises(WorkbookError):
            worksheet(book)
    assert [length for length in parsed if length] == [len(b"<a>" + b"<b/>" * 100 + b"</a>")]


def test_an_excerpt_costs_no_more_in_the_middle_of_a_long_line(monkeypatch: pytest.MonkeyPatch) -> None:
    from jn_presenter.load import excerpt as module

    looked: list[str] = []
    columns: Callable[[str], int] = module.columns
    monkeypatch.setattr(module, "columns", lambda one: looked.append(one) or columns(one))
    assert excerpt("字" * 500, 250).count("\n") == 1
    assert len(looked) < 6 * MOST_COLUMNS
