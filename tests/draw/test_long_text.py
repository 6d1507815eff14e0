"""A text that is far too long is set only as far as it could ever be read, so that it cannot stall a show."""

from jn_presenter.draw.compact import set_compact
from jn_presenter.draw.setting import LONGEST, set_text
from tests.decks import text
from tests.look import env

ENDLESS = text("信息" * LONGEST, "short")


def test_only_the_beginning_of_an_endless_text_is_set_and_a_finding_says_so() -> None:
    setting = set_text(ENDLESS, env(), 800.0, "body")
    assert sum(len(line.text) for line in setting.block.lines) == LONGEST
    assert [finding.code for finding in setting.findings] == ["long-text"]


def test_the_small_print_of_charts_is_bounded_too() -> None:
    (setting,) = set_compact([ENDLESS], env(), 800.0, "note")
    assert sum(len(line.text) for line in setting.block.lines) == LONGEST
    assert [finding.code for finding in setting.findings] == ["long-text"]


def test_a_text_of_usual_length_is_left_alone() -> None:
    assert set_text(text("短", "short"), env(), 800.0, "body").findings == ()
