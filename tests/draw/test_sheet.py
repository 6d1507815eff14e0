"""The content of tables: which columns there are, what is a figure, and what is said of its date."""

from decimal import Decimal

import pytest

from jn_presenter.draw.cells import Cell
from jn_presenter.draw.sheet import Sheet, sheet_of_facts, sheet_of_rows
from jn_presenter.model.element import Env
from jn_presenter.model.fields import FactId
from jn_presenter.model.text import Text, plain
from tests.decks import text
from tests.look import env, fact, facts

KNOWN = facts(
    fact("founded", as_of="1992-06"),
    fact("green", value="47", unit="percent"),
    fact("dated", value="75", unit="percent", as_of="2020"),
    fact("city", text("比重", "Share"), value="5", unit="percent", scope=text("全市", "city")),
    fact("goal", value="60", unit="percent", kind="target", due="2025"),
    fact("open", value="60", unit="percent", kind="target"),
    fact("claim", kind="claim"),
    fact("program", kind="program"),
)
HERE = env(("zh", "en"), KNOWN)


def of_facts(*names: str, heads: tuple[Text, ...] = (), here: Env = HERE, sample: bool = False) -> Sheet:
    return sheet_of_facts(heads, [FactId(name) for name in names], here, sample=sample)


def of_rows(*rows: tuple[str, ...], heads: tuple[str, ...] = (), sample: bool = False) -> Sheet:
    return sheet_of_rows(
        [plain(head) for head in heads], [[plain(cell) for cell in row] for row in rows], HERE, sample=sample
    )


def said(cell: Cell, language: str) -> str:
    return cell.text.pick(language)[1] if cell.text else ""


def dates(sheet: Sheet, language: str = "en") -> list[str]:
    return [said(row.cells[-1], language) for row in sheet.rows]


def test_a_fact_makes_label_figure_and_date() -> None:
    (row,) = of_facts("dated").rows
    label, figure, date = row.cells
    assert said(label, "en") == "The name of dated"
    assert said(figure, "en") == "<dated>"
    assert figure.figure
    assert figure.datum
    assert (figure.datum.fact, figure.datum.value, figure.datum.state) == ("dated", Decimal(75), "achieved")
    assert (said(date, "zh"), said(date, "en")) == ("2020年", "2020")


def test_an_undated_figure_is_called_so_beside_dated_ones_and_never_gets_a_date() -> None:
    assert dates(of_facts("dated", "green")) == ["2020", "undated in source"]
    assert dates(of_facts("goal", "green"), "zh")[1] == "原文未注日期"
    assert dates(of_facts("dated", "city")) == ["2020", "undated in source · city"]


def test_where_no_figure_is_dated_there_is_no_column_of_dates() -> None:
    sheet = of_facts("green", "claim")
    assert [len(row.cells) for row in sheet.rows] == [2, 2]
    assert sheet.folded is None
    assert dates(of_facts("green", "city")) == ["", "city"]


def test_where_there_is_no_figure_there_is_no_column_of_figures() -> None:
    (row,) = of_facts("founded").rows
    assert [cell.key for cell in row.cells] == ["label.founded", "date.founded"]
    assert [len(row.cells) for row in of_facts("claim", "program").rows] == [1, 1]


def test_claims_and_programs_are_not_called_undated() -> None:
    assert dates(of_facts("dated", "claim", "program")) == ["2020", "", ""]


def test_a_target_has_its_sign_and_is_not_bold() -> None:
    goal, undue, dated = of_facts("goal", "open", "dated").rows
    assert goal.cells[2].target
    assert "2025" in said(goal.cells[2], "en")
    assert undue.cells[2].target
    assert said(undue.cells[2], "en") == "Target"
    assert not goal.cells[1].bold
    assert dated.cells[1].bold
    assert goal.cells[1].datum
    assert goal.cells[1].datum.state == "target"


def test_folded_the_date_stands_beneath_the_label() -> None:
    folded = of_facts("dated", "goal").folded
    assert folded
    label, figure = folded.rows[1].cells
    assert label.tag
    assert "2025" in label.tag.pick("en")[1]
    assert label.target
    assert figure.figure


def test_parts_keep_their_places_though_a_fact_is_unknown() -> None:
    assert [(row.part, row.key) for row in of_facts("green", "broken", "dated").rows] == [(0, "green"), (2, "dated")]


def test_heads_go_with_the_columns_that_are_kept() -> None:
    heads = (plain("a"), plain("b"), plain("c"))
    assert [cell.key for cell in of_facts("founded", heads=heads).heads] == ["head.0", "head.2"]
    sheet = of_facts("dated", heads=heads)
    assert [cell.key for cell in sheet.heads] == ["head.0", "head.1", "head.2"]
    assert sheet.folded
    assert [cell.key for cell in sheet.folded.heads] == ["head.0", "head.1"]
    assert of_facts("dated", heads=heads[:1]).heads == ()


@pytest.mark.parametrize(
    "words", ["48000", "3.2", "1,200", "47%", "47 %", "−5", "$30", "12家", "3 km", "<green>", "<goal>"]
)
def test_a_column_of_numbers_is_one_of_figures(words: str) -> None:
    sheet = of_rows(("a", words), ("b", "—"), ("c", ""))
    assert [row.cells[1].figure for row in sheet.rows] == [True, True, True]
    assert not any(row.cells[0].figure for row in sheet.rows)


@pytest.mark.parametrize(
    "words",
    ["words", "5G网络建设", "about 40 companies", "2019年", "1.2.3", "<green.label>", "<dated.date>起", "<green>以上"],
)
def test_one_cell_of_words_makes_a_column_of_words(words: str) -> None:
    assert not any(row.cells[1].figure for row in of_rows(("a", words), ("b", "3")).rows)


def test_a_column_of_nothing_is_no_column_of_figures() -> None:
    assert not any(row.cells[1].figure for row in of_rows(("a", "—"), ("b", "")).rows)


def test_typed_numbers_carry_their_value_and_the_name_of_their_row() -> None:
    datum = of_rows(("Ceramics", "1,200.5")).rows[0].cells[1].datum
    assert datum
    assert (datum.value, datum.label, datum.state) == (Decimal("1200.5"), "Ceramics", "achieved")
    sample = of_rows(("Ceramics", "3"), sample=True).rows[0].cells[1].datum
    assert sample
    assert sample.state == "sample"


def test_a_target_among_typed_cells_is_tagged_too() -> None:
    cell = of_rows(("a", "<goal>"), ("b", "<green>")).rows[0].cells[1]
    assert cell.target
    assert cell.tag
    assert "2025" in cell.tag.pick("en")[1]
    assert cell.datum
    assert cell.datum.state == "target"


def test_short_rows_are_filled_up() -> None:
    sheet = of_rows(("a", "1", "x"), ("b",), heads=("h",))
    assert [len(row.cells) for row in sheet.rows] == [3, 3]
    assert len(sheet.heads) == 3
