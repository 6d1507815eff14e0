"""`kiosk --usage`: the record of usage as a table for spreadsheets, into a file or to stdout."""

import csv
from pathlib import Path

import pytest

from jn_presenter import cli
from jn_presenter.arguments import parse
from jn_presenter.kiosk_folder import kiosk_folder
from jn_presenter.model.options import KioskOptions
from jn_presenter.show.kiosk.usage import COLUMNS, Count, Seen
from jn_presenter.usage_file import NAME, UsageFile
from tests.e2e import decks


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return decks.write(tmp_path / "deck")


@pytest.fixture
def record(deck: Path) -> Path:
    """Of a kiosk of that deck."""
    path = kiosk_folder(str(deck)) / NAME
    UsageFile(path).keep("2026-11-23", {Seen("slides", "a", "a/one", "zh"): Count(90_000.0, 3)})
    return path


def lines(content: bytes) -> list[list[str]]:
    return list(csv.reader(content.decode("utf-8-sig").splitlines()))


def test_a_file_is_written_whole_and_named(deck: Path, record: Path, tmp_path: Path, capsys) -> None:
    target = tmp_path / "usage.csv"
    target.write_text("of last week")
    assert cli.main(["kiosk", str(deck), "--usage", str(target)]) == 0
    assert lines(target.read_bytes()) == [
        list(COLUMNS),
        ["2026-11-23", "观众 visitor", "a", "a/one", "zh", "90", "3", "0", "0", "0"],
    ]
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert capsys.readouterr().out == f"{target}\n"
    assert not list(tmp_path.glob(".*"))


def test_a_dash_prints_it(deck: Path, record: Path, capfdbinary) -> None:
    assert cli.main(["kiosk", str(deck), "--usage", "-"]) == 0
    assert len(lines(capfdbinary.readouterr().out)) == 2


def test_without_a_record_it_says_so_and_writes_nothing(deck: Path, tmp_path: Path, capsys) -> None:
    assert cli.main(["kiosk", str(deck), "--usage", str(tmp_path / "usage.csv")]) == 2
    assert "nothing was recorded yet" in capsys.readouterr().err
    assert not (tmp_path / "usage.csv").exists()
    assert not (tmp_path / "state").exists()


def test_a_broken_record_is_said_to_be_and_is_left_alone(deck: Path, record: Path, capsys) -> None:
    record.write_bytes(b"broken" * 1000)
    assert cli.main(["kiosk", str(deck), "--usage", "-"]) == 2
    assert "cannot read" in capsys.readouterr().err
    assert record.read_bytes() == b"broken" * 1000


def test_where_nothing_can_be_written_it_says_why(deck: Path, record: Path, tmp_path: Path, capsys) -> None:
    assert cli.main(["kiosk", str(deck), "--usage", str(tmp_path / "no" / "usage.csv")]) == 2
    assert "cannot write" in capsys.readouterr().err


def test_a_dash_is_no_file_of_that_name(deck: Path) -> None:
    found = parse(["kiosk", str(deck), "--usage", "-"])
    assert isinstance(found, KioskOptions)
    assert found.usage == "-"
