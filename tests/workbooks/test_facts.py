"""The table of facts: what is typed changes its own characters of facts.yaml, Excel's habits nothing."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from jn_presenter.tables import Remark
from tests.edited_book import Formula, Shown, cells_of, column, row_of, saved, typed
from tests.small_deck import FACTS_SHEET as SHEET
from tests.small_deck import FILES, after, facts_book, facts_of, small_deck

BEFORE = FILES["facts.yaml"]


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return small_deck(tmp_path / "deck")


class Book:
    """The exported workbook, typed into by headings and ids."""

    def __init__(self, deck: Path) -> None:
        self.deck = deck
        self.data = facts_book(deck)

    def at(self, fact: str, head: str) -> str:
        return f"{column(self.data, SHEET, head)}{row_of(self.data, SHEET, fact)}"

    def typed(self, changes: dict[tuple[str, str], object]) -> bytes:
        return typed(self.data, SHEET, {self.at(*where): value for where, value in changes.items()})

    def edited(self, changes: dict[tuple[str, str], object]) -> str:
        taken = facts_of(self.deck, self.typed(changes))
        assert taken.remarks == ()
        return after(taken, "facts.yaml") if taken.edit.changes else BEFORE

    def said(self, changes: dict[tuple[str, str], object]) -> Remark:
        taken = facts_of(self.deck, self.typed(changes))
        assert taken.edit.changes == ()
        (remark,) = taken.remarks
        assert remark.message.zh != remark.message.en
        assert remark.hint.zh
        assert remark.hint.en
        return remark


@pytest.fixture
def book(deck: Path) -> Book:
    return Book(deck)


FIGURES = [
    (1200.0, "1200"),
    ("1,200", "1200"),
    ("1，200", "1200"),
    ("１２００", "1200"),
    (" 36.5 ", "36.5"),
    (Shown(0.5, "0%"), "50"),
    (Shown(0.125, "0.0%"), "12.5"),
    ("50 %", "50"),
    (1000.0, "1000"),
    ("1,000", "1000"),
    (0.1 + 0.2, "0.3"),
    (Formula("=600*2", 1200), "1200"),
    ("约1200", None),
    ("1200亿", None),
    (Shown(datetime.date(2024, 1, 2), "m-d"), None),
    (True, None),
]


@pytest.mark.parametrize(("value", "wanted"), FIGURES, ids=str)
def test_a_figure_is_read_however_it_was_typed(book: Book, value: object, wanted: str | None) -> None:
    where = ("output", "数值")
    if wanted is None:
        assert book.said({where: value}).cell == f"{SHEET}!{book.at(*where)}"
    else:
        assert book.edited({where: value}) == BEFORE.replace("value: 1000 ", f"value: {wanted} ")


DATES = [
    ("2024-06", "2024-06"),
    ("2024年6月", "2024-06"),
    ("2024/6/4", "2024-06-04"),
    ("2024.6", "2024-06"),
    (2023.0, "2023"),
    ("2023年", "2023"),
    (Shown(datetime.date(2024, 5, 1), "mmm-yy"), "2024-05"),
    (Shown(datetime.date(2024, 6, 1), "mmm-yy"), "2024-06"),
    (Shown(datetime.date(2024, 6, 1), 'yyyy"年"m"月"'), "2024-06"),
    (datetime.date(2024, 5, 1), "2024-05"),
    (datetime.date(2024, 6, 4), "2024-06-04"),
    (45413.0, None),
    ("去年", None),
    ("2024-13", None),
]


@pytest.mark.parametrize(("value", "wanted"), DATES, ids=str)
def test_a_date_is_as_precise_as_it_was_typed(book: Book, value: object, wanted: str | None) -> None:
    where = ("output", "统计日期")
    if wanted is None:
        remark = book.said({where: value})
        assert remark.cell == f"{SHEET}!{book.at(*where)}"
        assert ("序号" in remark.message.zh) is isinstance(value, float)
    else:
        assert book.edited({where: value}) == BEFORE.replace("as_of: 2024-05", f"as_of: {wanted}")


def test_only_the_characters_of_what_was_typed_change(book: Book) -> None:
    assert book.edited(
        {("output", "名称（中文"): "总产值", ("output", "名称（英文"): 'The "output"'}
    ) == BEFORE.replace("'产值'", "'总产值'").replace('"Output: all"', '"The \\"output\\""')
    assert book.edited({("goal", "名称（英文"): "Goal, new"}) == BEFORE.replace("en: Goal}", 'en: "Goal, new"}')


def test_words_are_chosen_by_what_they_mean_or_by_their_id(book: Book) -> None:
    wanted = BEFORE.replace("kind: claim", "kind: program")
    for words in ("program", "政策 program", "政策"):
        assert book.edited({("motto", "性质"): words}) == wanted
    remark = book.said({("motto", "性质"): "progam"})
    assert "program" in remark.hint.en
    assert "没有" in remark.message.zh
    assert book.edited({("output", "数字的意思"): "正好 exact"}) == BEFORE


def test_what_was_empty_is_put_in_and_what_is_emptied_goes(book: Book) -> None:
    made = book.edited({("output", "数字的意思"): "over", ("output", "“超过”"): "突破", ("goal", "备注"): None})
    expected = BEFORE.replace("value: 1000  # 亿\n", "value: 1000  # 亿\n    op: over\n    word: 突破\n")
    assert made == expected.replace("    note: =SUM(A1) 不是公式\n", "")
    scoped = book.edited({("goal", "范围（中文"): "全镇", ("goal", "范围（英文"): "the town"})
    assert "    scope:\n      zh: 全镇\n      en: the town\n" in scoped
    remark = book.said({("output", "名称（英文"): None})
    assert "没有删去" in remark.message.zh


def test_a_formula_without_a_value_and_an_error_are_said(book: Book) -> None:
    assert "formula" in book.said({("output", "名称（中文"): Formula("=1/0", "#DIV/0!")}).hint.en
    assert "公式" in book.said({("output", "数值"): Formula("=A1", "")}).message.zh


def test_what_the_deck_has_changed_too_is_left_alone(book: Book, deck: Path) -> None:
    data = book.typed({("output", "数值"): 1200.0, ("goal", "数值"): 1600.0})
    (deck / "facts.yaml").write_text(BEFORE.replace("value: 1000 ", "value: 1100 "), encoding="utf-8")
    taken = facts_of(deck, data)
    (remark,) = taken.remarks
    assert (remark.severity, remark.place) == ("error", "facts.yaml:13")
    assert remark.cell == f"{SHEET}!{book.at('output', '数值')}"
    assert "1100" in remark.message.zh
    assert after(taken, "facts.yaml") == BEFORE.replace("value: 1000 ", "value: 1100 ").replace("1500.50", "1600")


def test_what_only_the_deck_has_changed_stays_and_the_same_in_both_is_no_clash(book: Book, deck: Path) -> None:
    data = book.typed({("goal", "数值"): 1600.0})
    changed = BEFORE.replace("value: 1000 ", "value: 1100 ").replace("1500.50", "1600")
    (deck / "facts.yaml").write_text(changed, encoding="utf-8")
    taken = facts_of(deck, data)
    assert (taken.edit.changes, taken.remarks) == ((), ())


def test_a_new_row_is_a_new_fact_at_the_end(book: Book) -> None:
    row = 2 + len(("output", "goal", "motto"))
    heads = {
        "代号": "new-2026",
        "名称（中文": "新",
        "名称（英文": "New",
        "数值": 12.5,
        "单位": "亿元",
        "性质": "目标",
        "期限": 2031.0,
        "来源": "press",
    }
    cells = {f"{column(book.data, SHEET, head)}{row}": value for head, value in heads.items()}
    made = after(facts_of(book.deck, typed(book.data, SHEET, cells)), "facts.yaml")
    assert made == BEFORE + (
        "  - id: new-2026\n    kind: target\n    due: 2031\n    value: 12.5\n    unit: yi-yuan\n"
        "    label:\n      zh: 新\n      en: New\n    source: press\n"
    )
    for name, value in (("代号", None), ("代号", "New One"), ("性质", None), ("性质", "x")):
        taken = facts_of(book.deck, typed(book.data, SHEET, {**cells, f"{column(book.data, SHEET, name)}{row}": value}))
        assert taken.edit.changes == ()
        assert taken.left == 1


def test_a_row_that_was_copied_to_begin_a_new_fact_is_one(book: Book) -> None:
    cells = cells_of(book.data, SHEET)
    source = row_of(book.data, SHEET, "goal")
    copied = {(5, k): value for (row, k), value in cells.items() if row == source} | {(5, 1): "goal-2035"}
    taken = facts_of(book.deck, saved(cells | copied, SHEET))
    assert "  - id: goal-2035\n    kind: target\n" in after(taken, "facts.yaml")


def test_an_id_that_was_changed_is_said_with_what_it_was(book: Book) -> None:
    taken = facts_of(book.deck, book.typed({("goal", "代号"): "gaol"}))
    error = next(remark for remark in taken.remarks if remark.severity == "error")
    assert taken.edit.changes == ()
    assert "goal" in error.hint.en
    taken = facts_of(book.deck, book.typed({("goal", "代号"): "output"}))
    assert taken.edit.changes == ()
    assert taken.left == 1


def test_rows_that_are_missing_are_left_and_said(book: Book) -> None:
    gone = row_of(book.data, SHEET, "goal")
    cells = {where: value for where, value in cells_of(book.data, SHEET).items() if where[0] != gone}
    taken = facts_of(book.deck, saved(cells, SHEET))
    (remark,) = taken.remarks
    assert (remark.severity, taken.edit.changes) == ("note", ())
    assert "goal" in remark.message.zh


def test_rows_and_columns_may_be_moved_and_more_be_there(book: Book) -> None:
    cells = cells_of(book.data, SHEET)
    last = max(k for _, k in cells)
    moved = {(8 - row if row > 1 else 3, last + 3 - k): value for (row, k), value in cells.items()}
    moved |= {(1, 2): "我的标题", (5, 1): "我的备注"}
    figure = next(place for place, value in moved.items() if value == 1000.0)
    taken = facts_of(book.deck, saved(moved | {figure: 1200.0}, SHEET))
    assert after(taken, "facts.yaml") == BEFORE.replace("value: 1000 ", "value: 1200 ")
    assert taken.remarks == ()


def test_merged_cells_are_said_and_their_rows_left(book: Book) -> None:
    row = row_of(book.data, SHEET, "output")
    k = column(book.data, SHEET, "备注")
    data = typed(book.data, SHEET, {f"{k}{row}": "x"}, merged=[f"{k}{row}:{k}{row + 1}"])
    taken = facts_of(book.deck, data)
    assert taken.edit.changes == ()
    assert taken.left == 2
    assert f"{k}{row}:{k}{row + 1}" in taken.remarks[0].cell


def test_a_row_without_its_record_is_not_taken(book: Book) -> None:
    data = book.typed({("output", "勿改"): None, ("output", "数值"): 7.0})
    taken = facts_of(book.deck, data)
    assert (taken.edit.changes, taken.left) == ((), 1)


def test_a_figure_of_a_file_of_data_is_changed_there(deck: Path) -> None:
    text = BEFORE.replace("value: 1000  # 亿", "value: {file: data/a.csv, row: a, column: n}")
    (deck / "facts.yaml").write_text(text, encoding="utf-8")
    (deck / "data").mkdir()
    (deck / "data" / "a.csv").write_text("k,n\na,77\n", encoding="utf-8")
    book = Book(deck)
    untouched = facts_of(deck, book.data)
    assert (untouched.edit.changes, untouched.remarks) == ((), ())
    assert "数据文件" in book.said({("output", "数值"): 78.0}).message.zh


def test_a_label_for_all_languages_gets_another_one(deck: Path) -> None:
    (deck / "facts.yaml").write_text(BEFORE.replace("label: {zh: 目标, en: Goal}", "label: 目标"), encoding="utf-8")
    taken = facts_of(deck, Book(deck).typed({("goal", "名称（英文"): "Goal"}))
    assert "    label:\n      zh: 目标\n      en: Goal\n" in after(taken, "facts.yaml")


def test_a_row_under_the_id_of_another_is_not_taken_for_that(book: Book) -> None:
    cells = cells_of(book.data, SHEET)
    motto = row_of(book.data, SHEET, "motto")
    kept = {where: value for where, value in cells.items() if where[0] != motto}
    kept[row_of(book.data, SHEET, "output"), 1] = "motto"
    taken = facts_of(book.deck, saved(kept, SHEET))
    assert taken.edit.changes == ()
    assert taken.left == 1


def test_of_two_rows_with_one_id_the_first_counts(book: Book) -> None:
    cells = cells_of(book.data, SHEET)
    source = row_of(book.data, SHEET, "goal")
    second = {(9, k): value for (row, k), value in cells.items() if row == source}
    figure = next(k for (row, k), value in cells.items() if row == source and value == 1500.5)
    taken = facts_of(book.deck, saved(cells | second | {(9, figure): 7.0}, SHEET))
    assert (taken.edit.changes, taken.left) == ((), 1)
    assert f"第 {source} 行" in taken.remarks[0].message.zh


def test_what_says_the_usual_by_name_is_no_change(deck: Path) -> None:
    text = BEFORE.replace("    value: 1000  # 亿\n", "    value: 1000  # 亿\n    op: exact\n    scope: null\n")
    (deck / "facts.yaml").write_text(text, encoding="utf-8")
    taken = facts_of(deck, facts_book(deck))
    assert (taken.edit.changes, taken.remarks) == ((), ())
    made = facts_of(deck, Book(deck).typed({("output", "数字的意思"): "over"}))
    assert "op: over" in after(made, "facts.yaml")


def test_changes_are_told_in_the_order_of_the_sheet(book: Book) -> None:
    changes: dict[tuple[str, str], object] = {
        ("motto", "名称（英文"): "x",
        ("goal", "备注"): None,
        ("goal", "数值"): 7.0,
        ("output", "范围（中文"): "全镇",
    }
    taken = facts_of(book.deck, book.typed(changes))
    assert [one.what.zh.partition(" ")[0] for one in taken.told] == ["output", "goal", "goal", "motto"]
    assert [one.what.zh.rpartition(" ")[2] for one in taken.told[1:3]] == ["数值", "备注（不显示）"]


def test_a_scope_goes_out_and_comes_back(deck: Path) -> None:
    text = BEFORE.replace("    note: =SUM", "    scope: {zh: 全镇, en: The town}\n    note: =SUM")
    (deck / "facts.yaml").write_text(text, encoding="utf-8")
    book = Book(deck)
    assert {"全镇", "The town"} <= set(cells_of(book.data, SHEET).values())
    taken = facts_of(deck, book.typed({("goal", "范围（英文"): "All of it"}))
    assert after(taken, "facts.yaml") == text.replace("en: The town}\n    note", "en: All of it}\n    note")
