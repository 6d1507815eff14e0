"""The table of texts: words of any language come back into their files, and nothing is lost that changed meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edited_book import Formula, cells_of, column, saved, typed
from tests.small_deck import FILES, after, facts_of, small_deck, texts_book, texts_of_book
from tests.small_deck import TEXTS_SHEET as SHEET

FIRST = FILES["town/first.yaml"]


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return small_deck(tmp_path / "deck")


def place(data: bytes, file: str, where: str, head: str) -> str:
    """The cell of a text: of its file, what it is called, and the column."""
    cells = cells_of(data, SHEET)
    third = ord(column(data, SHEET, "哪里")) - ord("A") + 1
    row = next(
        r for (r, k), value in cells.items() if k == third and str(value).startswith(where) and cells[r, 1] == file
    )
    return f"{column(data, SHEET, head)}{row}"


def test_words_of_both_languages_are_put_where_they_belong(deck: Path) -> None:
    data = texts_book(deck)
    cells = {
        place(data, "town/first.yaml", "标题", "中文"): "云溪：产值<output>",
        place(data, "town/first.yaml", "要点 2", "英文"): "Two",
        place(data, "town/second.yaml", "标题", "英文"): "Yunxi town",
        place(data, "town/third.yaml", "标题", "英文"): "The end\nof it",
        place(data, "glossary.yaml", "名称 1", "英文"): "Yun Xi",
        place(data, "facts.yaml", "goal · 名称", "英文"): "The goal",
        place(data, "briefing.yaml", "汇报", "英文"): "Yunxi, a town",
    }
    taken = texts_of_book(deck, typed(data, SHEET, cells))
    assert taken.remarks == ()
    assert {one.cell.partition("!")[2] for one in taken.told} == set(cells)
    assert after(taken, "town/first.yaml") == FIRST.replace("云溪产值<output>", "云溪：产值<output>").replace(
        "  - zh: 二\n", "  - zh: 二\n    en: Two\n"
    )
    assert "title:\n  zh: Yunxi\n  en: Yunxi town\n" in after(taken, "town/second.yaml")
    assert 'en: "The end\\nof it"\n' in after(taken, "town/third.yaml") or "en: |-\n    The end\n    of it\n" in after(
        taken, "town/third.yaml"
    )
    assert "    en: Yun Xi\n" in after(taken, "glossary.yaml")
    assert "en: The goal}" in after(taken, "facts.yaml")
    assert 'en: "Yunxi, a town"}' in after(taken, "briefing.yaml")


def test_a_block_keeps_its_form_and_its_last_line_end(deck: Path) -> None:
    data = texts_book(deck)
    taken = texts_of_book(deck, typed(data, SHEET, {place(data, "town/first.yaml", "讲稿", "中文"): "讲稿\n第三行"}))
    assert after(taken, "town/first.yaml") == FIRST.replace("第二行", "第三行")


def test_what_is_not_translated_is_marked_and_what_is_said_is_explained(deck: Path) -> None:
    data = texts_book(deck)
    cells = cells_of(data, SHEET)

    def of(file: str, where: str, head: str) -> object:
        words = place(data, file, where, head)
        return cells.get((int(words[1:]), ord(words[0]) - ord("A") + 1), "")

    assert of("town/first.yaml", "要点 2", "状态") == "缺 missing: en"
    assert of("town/second.yaml", "标题", "状态") == "各语言相同 same in all"
    assert of("town/first.yaml", "标题", "参考") == "<output> = 1000亿元 | RMB 1,000 hundred million\n云溪 = Yunxi"
    assert of("town/first.yaml", "标题", "哪一页") == "云溪产值<output>"
    assert of("town/first.yaml", "讲稿", "字数上限") == ""
    assert float(str(of("town/first.yaml", "要点 1", "字数上限"))) > 10


def test_what_the_deck_has_changed_too_is_left_alone(deck: Path) -> None:
    data = texts_book(deck)
    title, end = (place(data, f"town/{name}.yaml", "标题", "英文") for name in ("first", "third"))
    (deck / "town/first.yaml").write_text(FIRST.replace("Yunxi makes", "Yunxi earns"), encoding="utf-8")
    taken = texts_of_book(deck, typed(data, SHEET, {title: "Yunxi has <output>", end: "Over"}))
    assert [(one.cell, one.place) for one in taken.remarks] == [(f"{SHEET}!{title}", "town/first.yaml:4")]
    assert "Yunxi earns" in taken.remarks[0].message.en
    assert [change.file for change in taken.edit.changes] == ["town/third.yaml"]
    untouched = texts_of_book(deck, data)
    assert (untouched.edit.changes, untouched.remarks) == ((), ())


def test_a_text_that_has_moved_in_its_file_is_found(deck: Path) -> None:
    data = texts_book(deck)
    moved = FIRST.replace("  - zh: 一\n", "  - zh: 零\n    en: Zero\n  - zh: 一\n")
    (deck / "town/first.yaml").write_text(moved, encoding="utf-8")
    taken = texts_of_book(deck, typed(data, SHEET, {place(data, "town/first.yaml", "要点 1", "英文"): "The first"}))
    assert after(taken, "town/first.yaml") == moved.replace("en: One", "en: The first")


def test_a_text_or_a_slide_that_is_gone_is_said(deck: Path) -> None:
    data = texts_book(deck)
    where = place(data, "town/third.yaml", "标题", "英文")
    (deck / "town/third.yaml").unlink()
    (deck / "town/theme.yaml").write_text("title: {zh: 镇, en: The town}\nslides: [first, second]\n", encoding="utf-8")
    assert texts_of_book(deck, data).remarks == ()
    taken = texts_of_book(deck, typed(data, SHEET, {where: "Over"}))
    (remark,) = taken.remarks
    assert (remark.severity, taken.edit.changes) == ("error", ())
    assert "town/third.yaml" in remark.message.zh


def test_an_emptied_cell_deletes_nothing(deck: Path) -> None:
    data = texts_book(deck)
    taken = texts_of_book(deck, typed(data, SHEET, {place(data, "town/third.yaml", "标题", "英文"): None}))
    (remark,) = taken.remarks
    assert (remark.severity, taken.edit.changes) == ("note", ())


def test_rows_that_are_missing_merged_added_or_there_twice_are_said(deck: Path) -> None:
    data = texts_book(deck)
    cells = cells_of(data, SHEET)
    where = place(data, "town/third.yaml", "标题", "英文")
    row = int(where[1:])
    without = texts_of_book(deck, saved({at: value for at, value in cells.items() if at[0] != row}, SHEET))
    assert [one.severity for one in without.remarks] == ["note", "note"][: len(without.remarks)]
    last = max(r for r, _ in cells) + 1
    added = texts_of_book(deck, saved({**cells, (last, ord(where[0]) - ord("A") + 1): "New"}, SHEET))
    assert [one.severity for one in added.remarks] == ["error"]
    copy = {(last, k): value for (r, k), value in cells.items() if r == row}
    assert texts_of_book(deck, saved(cells | copy, SHEET)).remarks == ()
    twice = texts_of_book(deck, saved(cells | copy | {(last, ord(where[0]) - ord("A") + 1): "Another"}, SHEET))
    assert (twice.edit.changes, twice.left) == ((), 1)
    merged = texts_of_book(deck, typed(data, SHEET, {}, merged=[f"{where}:{where[0]}{row + 1}"]))
    assert merged.left == 2


def test_a_text_like_a_formula_is_words_and_a_formula_of_somebody_is_its_value(deck: Path) -> None:
    (deck / "town/third.yaml").write_text("layout: section\ntitle:\n  zh: =1+1\n  en: '@x'\n", encoding="utf-8")
    data = texts_book(deck)
    where = place(data, "town/third.yaml", "标题", "中文")
    assert cells_of(data, SHEET)[int(where[1:]), ord(where[0]) - ord("A") + 1] == "=1+1"
    assert texts_of_book(deck, data).told == ()
    taken = texts_of_book(deck, typed(data, SHEET, {where: Formula('="a"&"b"', "ab")}))
    assert "zh: ab\n" in after(taken, "town/third.yaml")


def test_a_text_that_is_too_long_for_excel_is_left_out_and_kept(deck: Path) -> None:
    long = "长" * 40_000
    (deck / "town/third.yaml").write_text(
        f"layout: section\ntitle: {{zh: 尾声, en: End}}\nnotes: {long}\n", encoding="utf-8"
    )
    data = texts_book(deck)
    taken = texts_of_book(deck, typed(data, SHEET, {place(data, "town/third.yaml", "讲稿", "中文"): "短"}))
    assert taken.edit.changes == ()


def test_a_table_that_libreoffice_has_saved_is_read(deck: Path) -> None:
    """Made by tests/make_libreoffice_book.py, which types into a few cells of the tables of this deck."""
    folder = Path(__file__).parents[1] / "decks" / "tables"
    texts = texts_of_book(deck, (folder / "libreoffice-texts.xlsx").read_bytes())
    assert ([one.after for one in texts.told], texts.remarks) == (["Over & out\nof it"], ())
    facts = facts_of(deck, (folder / "libreoffice-facts.xlsx").read_bytes())
    assert {(one.before, one.after) for one in facts.told} == {
        ("1000", "1200"),
        ("2024-05", "2024-06"),
        ("产值", "=总产值"),
    }
    assert facts.remarks == ()
    assert "zh: '=总产值'\n" in after(facts, "facts.yaml")


@pytest.mark.parametrize("file", ["../outside.yaml", "town/unlisted.yaml", "/etc/hostname"])
def test_a_table_names_no_file_that_is_none_of_the_deck(deck: Path, file: str) -> None:
    for path in (deck.parent / "outside.yaml", deck / "town" / "unlisted.yaml"):
        path.write_text(FILES["town/third.yaml"], encoding="utf-8")
    data = texts_book(deck)
    row = int(place(data, "town/third.yaml", "标题", "英文")[1:])
    record = str(cells_of(data, SHEET)[row, ord(column(data, SHEET, "勿改")) - ord("A") + 1])
    forged = {f"{column(data, SHEET, '勿改')}{row}": record.replace("town/third.yaml", file), f"E{row}": "Over"}
    taken = texts_of_book(deck, typed(data, SHEET, forged))
    assert (taken.edit.changes, taken.left) == ((), 1)


def test_words_that_are_longer_than_there_is_room_are_taken_and_said(deck: Path) -> None:
    data = texts_book(deck)
    where = place(data, "town/third.yaml", "标题", "英文")
    taken = texts_of_book(deck, typed(data, SHEET, {where: "word " * 60 + "end"}))
    (remark,) = taken.remarks
    assert (remark.severity, remark.cell, len(taken.told)) == ("note", f"{SHEET}!{where}", 1)
    assert "303" in remark.message.en
    assert (
        texts_of_book(deck, typed(data, SHEET, {place(data, "town/first.yaml", "讲稿", "中文"): "长" * 999})).remarks
        == ()
    )


def test_blanks_at_the_ends_and_line_ends_of_windows_are_no_change(deck: Path) -> None:
    data = texts_book(deck)
    cells: dict[str, object] = {
        place(data, "town/third.yaml", "标题", "英文"): " The end \n",
        place(data, "town/first.yaml", "讲稿", "中文"): "讲稿\r\n第二行",
    }
    taken = texts_of_book(deck, typed(data, SHEET, cells))
    assert (taken.edit.changes, taken.told, taken.remarks) == ((), (), ())
