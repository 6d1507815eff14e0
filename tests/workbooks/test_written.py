"""What an office finds when it opens the workbook: headings that stay, lists, limits, keys that are not typed over."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from tests.edited_book import cells_of, column, row_of
from tests.small_deck import FACTS_SHEET, TEXTS_SHEET, facts_book, small_deck, texts_book


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return small_deck(tmp_path / "deck")


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(f"xl/{name}").decode()


def locked(data: bytes, cell: str) -> bool:
    """Whether the cell's style, or by default that of everything, is locked."""
    found = re.search(rf'<c r="{cell}"[^>]* s="(\d+)"', part(data, "worksheets/sheet2.xml"))
    styles = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", part(data, "styles.xml").partition("<cellXfs")[2])
    return 'locked="0"' not in styles[int(found[1]) if found else 0]


def test_headings_and_ids_stay_in_sight_and_can_be_filtered(deck: Path) -> None:
    for data, split in ((facts_book(deck), 1), (texts_book(deck), 3)):
        sheet = part(data, "worksheets/sheet2.xml")
        assert f'<pane xSplit="{split}" ySplit="1"' in sheet
        assert "<autoFilter" in sheet


def test_ids_and_what_is_only_to_be_seen_are_locked_and_all_else_is_not(deck: Path) -> None:
    data = facts_book(deck)
    row = row_of(data, FACTS_SHEET, "output")
    protection = re.search("<sheetProtection[^>]*>", part(data, "worksheets/sheet2.xml"))
    assert protection is not None
    assert "password" not in protection[0]
    for allowed in ("autoFilter", "sort", "formatColumns", "insertColumns", "deleteRows"):
        assert f'{allowed}="0"' in protection[0]
    for head in ("代号", "现在显示为", "用在哪些页", "勿改"):
        assert locked(data, f"{column(data, FACTS_SHEET, head)}{row}"), head
    for head in ("名称（中文", "数值", "单位", "性质", "备注"):
        assert not locked(data, f"{column(data, FACTS_SHEET, head)}{row}"), head


def test_the_record_is_hidden(deck: Path) -> None:
    for data, sheet in ((facts_book(deck), FACTS_SHEET), (texts_book(deck), TEXTS_SHEET)):
        k = ord(column(data, sheet, "勿改")) - ord("A") + 1
        assert re.search(rf'<col min="{k}" max="{k}"[^>]* hidden="1"', part(data, "worksheets/sheet2.xml"))


def test_there_is_something_to_choose_from_and_a_limit_that_asks(deck: Path) -> None:
    facts, texts = (part(one(deck), "worksheets/sheet2.xml") for one in (facts_book, texts_book))
    assert facts.count('type="list"') == 4
    assert "选项 Choices" in facts
    assert texts.count('type="custom"') == 2
    assert 'errorStyle="warning"' in texts
    words = cells_of(facts_book(deck), "选项 Choices").values()
    assert {"亿元 yi-yuan", "目标 target", "超过 over", "镇政府 office"} <= set(words)


def test_no_cell_is_a_formula_whatever_the_deck_says(deck: Path) -> None:
    for data in (facts_book(deck), texts_book(deck)):
        assert "<f>" not in part(data, "worksheets/sheet2.xml")
    assert "=SUM(A1) 不是公式" in cells_of(facts_book(deck), FACTS_SHEET).values()


def test_the_first_sheet_tells_who_has_never_seen_it_what_to_do(deck: Path) -> None:
    for data, command in ((facts_book(deck), "facts"), (texts_book(deck), "texts")):
        words = list(cells_of(data, "说明 Read me").values())
        assert any(f"jn-presenter {command} --from" in str(one) for one in words)
        zh = [one for (_, k), one in cells_of(data, "说明 Read me").items() if k == 1]
        en = [one for (_, k), one in cells_of(data, "说明 Read me").items() if k == 2]
        assert len(zh) == len(en) > 5


def test_figures_are_numbers_and_dates_are_text(deck: Path) -> None:
    data = facts_book(deck)
    cells, row = cells_of(data, FACTS_SHEET), row_of(data, FACTS_SHEET, "output")

    def of(head: str) -> object:
        return cells[row, ord(column(data, FACTS_SHEET, head)) - ord("A") + 1]

    assert (of("数值"), of("统计日期"), of("单位"), of("性质")) == (
        1000.0,
        "2024-05",
        "亿元 yi-yuan",
        "已经达到 achieved",
    )
    assert of("现在显示为") == "1000亿元\nRMB 1,000 hundred million"
    assert of("用在哪些页") == "town/first"
