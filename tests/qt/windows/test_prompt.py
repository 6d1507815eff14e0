"""What the show asks, in both languages."""

from decimal import Decimal

import pytest
from msgspec import structs

from jn_presenter.model.text import Message
from jn_presenter.qt.windows.prompt import offer, prompt
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.pace import MINUTE_MS
from jn_presenter.show.state import Place, ShowState, initial
from tests.decks import deck, points_slide

DECK = deck(points_slide("a/one"), points_slide("a/two"))
START = initial(DECK)
KEPT = structs.replace(START, shown=Place("a/two", 2), started_ms=-12 * MINUTE_MS - 5000.0, minutes=Decimal(20))


def offered(kept: ShowState | None, torn: bool = False) -> ShowState:
    return COMMANDS["offer"](START, DECK, 0.0, kept=kept, torn=torn)


def test_nothing_is_asked_in_a_show_that_goes_on() -> None:
    assert prompt(START, DECK) is None


def test_the_offer_says_where_the_last_show_was_and_what_time_it_had() -> None:
    asked = prompt(offered(KEPT), DECK)
    assert asked is not None
    assert asked.lines("zh") == (
        "接着上次的放映？",
        "《标题 a/two》 · 第 2 步",
        "已用 12:05 · 限时 20 分钟",
        "回车接着放，其他键从头开始",
    )
    assert asked.lines("en")[1:3] == ("Title of a/two · step 2", "12:05 elapsed · of 20 min")


def test_what_was_not_so_is_not_said() -> None:
    kept = structs.replace(START, shown=Place("a/two"), started_ms=-90 * MINUTE_MS)
    assert offer(kept, DECK) == (Message("《标题 a/two》", "Title of a/two"), Message("已用 90:00", "90:00 elapsed"))


@pytest.mark.parametrize(("minutes", "told"), [("12.5", "12.5"), ("100", "100"), ("33.3333", "33.3")])
def test_minutes_read_as_people_write_them(minutes: str, told: str) -> None:
    _, times = offer(structs.replace(KEPT, minutes=Decimal(minutes)), DECK)
    assert f"限时 {told} 分钟" in times.zh


def test_a_damaged_record_is_said_with_the_offer_or_instead_of_it() -> None:
    damaged, lost = prompt(offered(KEPT, torn=True), DECK), prompt(offered(None, torn=True), DECK)
    assert damaged is not None
    assert lost is not None
    for language, word in (("zh", "损坏"), ("en", "damaged")):
        assert word in "".join(damaged.lines(language))
        assert word in "".join(lost.lines(language))
    assert [command for _, command in lost.answers] == ["begin-anew"]


@pytest.mark.parametrize("state", [COMMANDS["leave"](START, DECK, 0.0), offered(KEPT), offered(None, torn=True)])
def test_every_answer_answers(state: ShowState) -> None:
    asked = prompt(state, DECK)
    assert asked is not None
    for _, command in asked.answers:
        assert COMMANDS[command](state, DECK, 0.0).asking == ""
    assert not asked.aside or COMMANDS[asked.aside](state, DECK, 0.0) == START


def test_a_press_beside_the_buttons_loses_no_show() -> None:
    asked = prompt(offered(KEPT), DECK)
    assert asked is not None
    assert asked.aside == ""
