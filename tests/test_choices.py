"""Names on the command line are looked up in the deck; an unknown one is told what there is."""

from decimal import Decimal

import pytest
from msgspec import structs

from jn_presenter.choices import as_invited, chosen, chosen_languages, chosen_start, chosen_style, now_of_day_ms
from jn_presenter.model.daytime import HOUR_MS, MINUTE_MS, Daytime
from jn_presenter.model.deck import Briefing, Deck
from jn_presenter.model.options import OptionError, PresentOptions
from jn_presenter.model.style import Style
from jn_presenter.model.text import plain
from jn_presenter.model.visit import Visit

BRIEFING = Briefing(title=plain("a"), languages=("zh", "en-GB"), styles=("missing", "day", "night"))


def style(name: str) -> Style:
    return Style(name=name, ground=("#000000",), motif_ink="", ink="", quiet="", faint="", accent="")


DECK = Deck(folder="", briefing=BRIEFING, order=("a/a", "a/b"), styles={name: style(name) for name in ("night", "day")})


def test_the_briefing_s_first_language_is_shown_where_none_is_asked_for() -> None:
    assert chosen_languages((), BRIEFING) == ("zh",)


def test_languages_are_taken_in_the_order_asked_for_and_the_spelling_of_the_briefing() -> None:
    assert chosen_languages(("EN-gb", "zh"), BRIEFING) == ("en-GB", "zh")


def test_a_language_that_the_briefing_lacks_is_told_which_it_has() -> None:
    with pytest.raises(OptionError) as caught:
        chosen_languages(("zh", "fr"), BRIEFING)
    assert caught.value.message.en == "--lang fr: not in the briefing; there are: en-GB, zh"
    assert "en-GB、zh" in caught.value.message.zh


def test_the_first_style_of_the_briefing_that_exists_is_taken_where_none_is_asked_for() -> None:
    assert chosen_style("", DECK).name == "day"
    assert chosen_style("night", DECK).name == "night"


def test_a_mistyped_style_or_slide_is_told_the_nearest() -> None:
    with pytest.raises(OptionError, match=r"--style nigth: .* did you mean night\?"):
        chosen_style("nigth", DECK)
    with pytest.raises(OptionError, match=r"--start industry/grid: .* did you mean industry/smart-grid\?"):
        chosen_start("industry/grid", ("opening/cover", "industry/smart-grid"))


def test_the_slide_to_begin_with_is_one_of_the_deck_s() -> None:
    assert chosen_start("a/b", ("a/a", "a/b")) == "a/b"
    assert chosen_start("", ("a/a",)) == ""


def test_a_show_is_told_names_of_the_deck_alone() -> None:
    asked = PresentOptions(deck="", languages=("EN-GB",), console_language="ZH", start="a/b")
    assert chosen(asked, DECK) == PresentOptions(
        deck="", languages=("en-GB",), console_language="zh", style="day", start="a/b"
    )
    assert chosen(PresentOptions(deck=""), DECK) == PresentOptions(deck="", languages=("zh",), style="day")


@pytest.mark.parametrize(
    "asked", [{"languages": ("fr",)}, {"console_language": "fr"}, {"style": "dusk"}, {"start": "a/c"}]
)
def test_a_show_that_asks_for_what_there_is_not_does_not_begin(asked: dict[str, object]) -> None:
    with pytest.raises(OptionError):
        chosen(PresentOptions(deck="", **asked), DECK)  # type: ignore[arg-type]


def test_an_end_that_is_to_come_is_kept_across_midnight_too() -> None:
    asked = PresentOptions(deck="", languages=("zh",), style="day", until=Daytime(0, 30))
    assert chosen(asked, DECK, 23 * HOUR_MS) == asked


def test_an_end_that_is_over_is_refused_with_the_time_it_is() -> None:
    asked = PresentOptions(deck="", until=Daytime(15, 0))
    with pytest.raises(OptionError) as caught:
        chosen(asked, DECK, 15 * HOUR_MS + 5 * MINUTE_MS)
    assert caught.value.message.en == "--until 15:00: it is 15:05 already; write a time to come, or --minutes 20"
    assert "现在已是 15:05" in caught.value.message.zh


def test_the_time_since_midnight_is_within_a_day() -> None:
    assert 0.0 <= now_of_day_ms() < 24 * HOUR_MS


VISIT = Visit(id="v", delegation=plain("V"), minutes=Decimal(20), languages=("en-GB",), interpreting="consecutive")
ENDS = structs.replace(VISIT, minutes=None, until=Daytime(15, 30))


def test_what_a_visit_says_counts_where_the_command_line_says_nothing() -> None:
    plainly = PresentOptions(deck="")
    asked = as_invited(plainly, VISIT, 0.0)
    assert (asked.minutes, asked.until, asked.languages) == (20, None, ("en-GB",))
    assert asked.interpreting == "consecutive"
    asked = as_invited(plainly, ENDS, 15 * HOUR_MS)
    assert (asked.minutes, asked.until) == (None, Daytime(15, 30))


def test_what_the_command_line_says_goes_before_the_visit() -> None:
    own = PresentOptions(deck="", minutes=Decimal(5), languages=("zh",), interpreting="none")
    for visit in (VISIT, ENDS):
        assert as_invited(own, visit, 15 * HOUR_MS) == own
    until = PresentOptions(deck="", until=Daytime(16, 0))
    assert as_invited(until, VISIT, 0.0).minutes is None


def test_the_end_of_a_visit_that_is_over_is_no_limit() -> None:
    assert as_invited(PresentOptions(deck=""), ENDS, 16 * HOUR_MS).until is None
