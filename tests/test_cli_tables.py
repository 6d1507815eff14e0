"""The commands `facts` and `texts` as an office types them: out, in, all of it or nothing, and what is said of it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from jn_presenter import cli_tables, durable
from jn_presenter.cli import main
from jn_presenter.edit import saving
from tests.edited_book import column, row_of, typed
from tests.small_deck import FACTS_SHEET, FILES, TEXTS_SHEET, small_deck

Typed = dict[tuple[str, str], object]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setenv("COLUMNS", "140")
    small_deck(tmp_path / "deck")
    return tmp_path


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> object:
    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        found = capsys.readouterr()
        return code, found.out, found.err

    return run


def state(folder: Path) -> dict[str, str]:
    return {file: (folder / file).read_bytes().decode() for file in FILES}


def type_into(file: Path, sheet: str, row: str, head: str, value: object) -> None:
    data = file.read_bytes()
    where = f"{column(data, sheet, head)}{row_of(data, sheet, row)}"
    file.write_bytes(typed(data, sheet, {where: value}))


def test_facts_go_out_and_come_back(office: Path, said) -> None:  # type: ignore[no-untyped-def]
    code, out, err = said("facts", "deck", "-o", "f.xlsx")
    assert (code, out) == (0, f"{office / 'f.xlsx'}\n")
    assert "--from f.xlsx" in err
    assert said("facts", "deck", "--from", "f.xlsx")[:2] == (0, "没有改动 / no change\n")
    type_into(office / "f.xlsx", FACTS_SHEET, "output", "数值", "1,200")
    code, out, err = said("facts", "deck", "--from", "f.xlsx")
    assert code == 0
    assert "output · figure" in out
    assert "facts.yaml:13" in out
    assert "1200" in out
    assert "town/first  picture" in out
    assert "town/second" not in out
    assert "--write" in err
    assert state(office / "deck") == FILES
    code, _, err = said("facts", "deck", "--from", "f.xlsx", "--write")
    assert code == 0
    assert "facts.yaml" in err
    assert state(office / "deck") == FILES | {"facts.yaml": FILES["facts.yaml"].replace("value: 1000 ", "value: 1200 ")}
    assert said("facts", "deck", "--from", "f.xlsx")[:2] == (0, "没有改动 / no change\n")
    assert sorted(path.name for path in office.iterdir()) == ["deck", "f.xlsx"]


def test_texts_go_out_and_come_back(office: Path, said) -> None:  # type: ignore[no-untyped-def]
    assert said("texts", "deck", "-o", "t.xlsx")[0] == 0
    type_into(office / "t.xlsx", TEXTS_SHEET, "See <goal>", "英文", "Look at <goal>")
    code, out, _ = said("texts", "deck", "--from", "t.xlsx", "--write")
    assert code == 0
    assert "town/second  notes" in out
    changed = FILES["town/second.yaml"].replace("See", "Look at")
    assert state(office / "deck") == FILES | {"town/second.yaml": changed}


def test_what_would_break_the_deck_is_not_written(office: Path, said) -> None:  # type: ignore[no-untyped-def]
    said("facts", "deck", "-o", "f.xlsx")
    type_into(office / "f.xlsx", FACTS_SHEET, "output", "性质", "目标")
    type_into(office / "f.xlsx", FACTS_SHEET, "goal", "数值", 1600.0)
    code, _, err = said("facts", "deck", "--from", "f.xlsx", "--write")
    assert code == 1
    assert "target-with-as-of" in err
    assert f"  = {FACTS_SHEET}!G2\n" in err
    assert "nothing was written" in err
    assert state(office / "deck") == FILES


def test_a_cell_that_is_not_taken_is_said_and_the_others_are_written(office: Path, said) -> None:  # type: ignore[no-untyped-def]
    said("facts", "deck", "-o", "f.xlsx")
    type_into(office / "f.xlsx", FACTS_SHEET, "output", "数值", "many")
    type_into(office / "f.xlsx", FACTS_SHEET, "goal", "数值", 1600.0)
    code, _, err = said("facts", "deck", "--from", "f.xlsx", "--write")
    assert code == 1
    assert f"{FACTS_SHEET}!D2: 'many' is no number" in err
    assert state(office / "deck")["facts.yaml"] == FILES["facts.yaml"].replace("1500.50", "1600")


def test_it_speaks_chinese(office: Path, said, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    said("facts", "deck", "-o", "f.xlsx")
    type_into(office / "f.xlsx", FACTS_SHEET, "output", "数值", 1200.0)
    type_into(office / "f.xlsx", FACTS_SHEET, "goal", "数值", "许多")
    _, out, err = said("facts", "deck", "--from", "f.xlsx")
    assert "单元格" in out
    assert "output · 数值" in out
    assert "画面" in out
    assert "“许多”不是数字" in err


def test_pictures_of_before_and_after(office: Path, said) -> None:  # type: ignore[no-untyped-def]
    said("facts", "deck", "-o", "f.xlsx")
    type_into(office / "f.xlsx", FACTS_SHEET, "output", "数值", 1200.0)
    code, _, err = said("facts", "deck", "--from", "f.xlsx", "--preview", "look")
    assert code == 0
    assert "2 pictures" in err
    assert sorted(path.name for path in (office / "look").iterdir()) == ["town-first-en.png", "town-first-zh.png"]
    assert state(office / "deck") == FILES
    assert "other pictures" not in err
    assert "does not fit" not in err
    (office / "look" / "old.png").touch()
    assert "other pictures" in said("facts", "deck", "--from", "f.xlsx", "--preview", "look")[2]


def test_what_no_longer_fits_is_seen_and_said(office: Path, said) -> None:  # type: ignore[no-untyped-def]
    said("texts", "deck", "-o", "t.xlsx")
    type_into(office / "t.xlsx", TEXTS_SHEET, "The end", "英文", "The end of a very long story " * 12)
    code, _, err = said("texts", "deck", "--from", "t.xlsx", "--preview", "look")
    assert code == 0
    assert "town/third (en) does not fit" in err
    assert "characters, with room for about" in err


def test_a_table_that_is_there_is_not_written_over(office: Path, said) -> None:  # type: ignore[no-untyped-def]
    (office / "f.xlsx").write_bytes(b"mine")
    code, _, err = said("facts", "deck", "-o", "f.xlsx")
    assert code == 2
    assert "f.xlsx" in err
    assert (office / "f.xlsx").read_bytes() == b"mine"


WRONG = [
    (("facts", "deck"), "-o"),
    (("facts", "deck", "-o", "a.xlsx", "--from", "b.xlsx"), "--from"),
    (("facts", "deck", "-o", "a.xlsx", "--write"), "--write"),
    (("facts", "deck", "-o", "a.xls"), ".xlsx"),
    (("texts", "deck", "--from", "a.csv"), "CSV"),
    (("texts", "deck", "--from", "none.xlsx"), "there is no file"),
    (("texts", "deck", "--from", "deck.xlsx"), "cannot be read"),
    (("texts", "nowhere", "-o", "a.xlsx"), "nowhere"),
]


@pytest.mark.parametrize(
    ("arguments", "words"), WRONG, ids=lambda one: " ".join(one) if isinstance(one, tuple) else one
)
def test_what_cannot_be_done_is_said_in_a_sentence(office: Path, said, arguments: tuple[str, ...], words: str) -> None:  # type: ignore[no-untyped-def]
    (office / "deck.xlsx").mkdir()
    code, out, err = said(*arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_a_table_of_the_other_kind_is_refused(office: Path, said) -> None:  # type: ignore[no-untyped-def]
    said("facts", "deck", "-o", "f.xlsx")
    code, _, err = said("texts", "deck", "--from", "f.xlsx")
    assert code == 2
    assert "there is no sheet" in err


def test_a_table_that_is_open_in_excel_is_read_as_it_was_saved(office: Path, said) -> None:  # type: ignore[no-untyped-def]
    said("facts", "deck", "-o", "f.xlsx")
    (office / "~$f.xlsx").touch()
    code, _, err = said("facts", "deck", "--from", "f.xlsx")
    assert code == 0
    assert "open elsewhere" in err


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_full_or_read_only_disk_leaves_no_half_table(
    office: Path,
    said,
    monkeypatch: pytest.MonkeyPatch,
    code: int,  # type: ignore[no-untyped-def]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(durable.os, "fsync", full)
    assert said("facts", "deck", "-o", "f.xlsx")[0] == 2
    assert sorted(path.name for path in office.iterdir()) == ["deck"]


def test_a_deck_that_cannot_be_written_stays_as_it_was(office: Path, said, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    said("texts", "deck", "-o", "t.xlsx")
    type_into(office / "t.xlsx", TEXTS_SHEET, "The end", "英文", "Over")
    type_into(office / "t.xlsx", TEXTS_SHEET, "One", "英文", "First")
    calls: list[Path] = []
    real = durable.replace

    def once(path: Path, content: bytes, mode: int = 0o666, *, alike: bool = False) -> None:
        calls.append(path)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(path, content, mode, alike=alike)

    monkeypatch.setattr(saving.durable, "replace", once)
    code, _, err = said("texts", "deck", "--from", "t.xlsx", "--write")
    assert code == 2
    assert "nothing was changed" in err
    assert state(office / "deck") == FILES


def test_a_file_that_is_changed_at_that_very_moment_is_left_alone(
    office: Path,
    said,
    monkeypatch: pytest.MonkeyPatch,  # type: ignore[no-untyped-def]
) -> None:
    said("facts", "deck", "-o", "f.xlsx")
    type_into(office / "f.xlsx", FACTS_SHEET, "output", "数值", 1200.0)
    real = cli_tables.save

    def late(folder: saving.Folder, edit: saving.Edit) -> object:
        (office / "deck" / "facts.yaml").write_text("# mine\n", encoding="utf-8")
        return real(folder, edit)

    monkeypatch.setattr(cli_tables, "save", late)
    code, _, err = said("facts", "deck", "--from", "f.xlsx", "--write")
    assert code == 2
    assert "changed elsewhere" in err
    assert (office / "deck" / "facts.yaml").read_text(encoding="utf-8") == "# mine\n"
