"""Which slides change: those that show a fact, its unit or its source, those whose words do, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from jn_presenter.load import load_deck
from jn_presenter.tables import effects
from tests.small_deck import FILES, small_deck

CHANGES = [
    ("facts.yaml", "value: 1000 ", "value: 1001 ", [("town/first", True, False)]),
    ("facts.yaml", "1500.50", "1600", [("town/second", False, True)]),
    ("facts.yaml", '"{v}亿元"', '"{v} 亿元"', [("town/first", True, False), ("town/second", False, True)]),
    ("facts.yaml", "short: {zh: 镇政府, en: Town hall}", "short: {zh: 镇, en: Town}", [("town/first", True, False)]),
    ("facts.yaml", "=SUM(A1) 不是公式", "另一个备注", []),
    ("facts.yaml", "云溪人家", "云溪", []),
    ("town/third.yaml", "尾声", "终", [("town/third", True, False)]),
    ("town/first.yaml", "第二行", "第三行", [("town/first", False, True)]),
    ("town/third.yaml", "layout: section", "layout:   section", []),
    ("glossary.yaml", "en: Yunxi", "en: Yun", []),
]


@pytest.mark.parametrize(("file", "old", "new", "wanted"), CHANGES, ids=lambda one: str(one)[:20])
def test_a_change_is_seen_where_it_is_shown(
    file: str, old: str, new: str, wanted: list[tuple[str, bool, bool]], tmp_path: Path
) -> None:
    folder = small_deck(tmp_path)
    before = load_deck(folder).deck
    assert old in FILES[file]
    (folder / file).write_text(FILES[file].replace(old, new), encoding="utf-8")
    found = effects(before, load_deck(folder).deck)
    assert [(one.slide, one.picture, one.notes) for one in found] == wanted
    assert [one.number for one in found] == [1 + ["first", "second", "third"].index(one.slide[5:]) for one in found]


def test_a_slide_that_breaks_or_comes_back_changes(tmp_path: Path) -> None:
    folder = small_deck(tmp_path)
    before = load_deck(folder).deck
    (folder / "town/third.yaml").write_text("layout: nowhere\n", encoding="utf-8")
    after = load_deck(folder).deck
    assert [one.slide for one in effects(before, after)] == ["town/third"]
    assert [one.slide for one in effects(after, before)] == ["town/third"]
    assert effects(before, before) == ()
