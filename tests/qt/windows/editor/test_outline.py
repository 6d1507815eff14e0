"""The list of themes and slides follows the deck, and only what changed in it is looked at."""

import pytest

from jn_presenter.model.deck import Deck
from jn_presenter.qt.windows.editor.outline import Outline
from tests.qt.windows.editor.conftest import START, Desk

TITLE = "软件业领衔"


@pytest.fixture
def titled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The slides whose titles are asked for from now on."""
    found: list[str] = []
    asked = Outline._title

    def noted(outline: Outline, deck: Deck, slide: str) -> str:
        found.append(slide)
        return asked(outline, deck, slide)

    monkeypatch.setattr(Outline, "_title", noted)
    return found


def words(desk: Desk, name: str) -> str:
    return desk.window.outline._items[name].text(0)


def test_a_key_asks_for_one_title(desk: Desk, titled: list[str]) -> None:
    desk.type(TITLE, "智能制造领衔")
    desk.read()
    assert titled == [START]
    assert words(desk, START).startswith("智能制造领衔")


def test_a_fact_asks_for_all_titles_and_a_theme_for_its_own(desk: Desk, titled: list[str]) -> None:
    desk.session.look("facts.yaml")
    desk.type("软件信息服务业", "软件与信息服务业")
    desk.read()
    assert set(titled) == set(desk.store.deck.order)
    desk.session.look("industry/theme.yaml")
    old = desk.store.deck.theme("industry")
    assert old is not None
    desk.type(old.title.pick("zh")[1], "新的主题")
    desk.read()
    assert words(desk, "industry") == "新的主题"


def test_what_is_unsaved_or_wrong_is_marked_and_unmarked(desk: Desk) -> None:
    item = desk.window.outline._items[START]
    plain = item.foreground(0).color()
    desk.type("  type: bar", "  type: baar")
    desk.read()
    assert item.font(0).italic()
    assert item.foreground(0).color() != plain
    desk.session.undo()
    desk.read()
    assert not item.font(0).italic()
    assert item.foreground(0).color() == plain
