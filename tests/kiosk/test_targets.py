"""What is touched: large enough, apart from each other, on the screen and within reach, whatever screen and deck."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.kiosk.page import FINGER, Page, Target
from jn_presenter.kiosk.strip import slide_rect
from jn_presenter.model.geometry import Canvas, Rect, canvas_for
from jn_presenter.show.commands import COMMANDS
from tests.decks import text
from tests.kiosk.world import IDLE_MS, SHAPES, at, kiosk_deck, seen
from tests.look import chinese, english, outside, overlap, text_boxes

CANVASES = st.floats(0.4, 4.0).map(lambda ratio: canvas_for(1000.0 * ratio, 1000.0))
LANGUAGES = st.sampled_from([("zh",), ("en",), ("zh", "en"), ("zh", "en", "ja")])
OFFERED = st.sampled_from([("zh", "en", "ja"), ("zh", "en", "ja", "fr")])
STYLES = st.sampled_from(["night", "contrast"])


def assert_touchable(page: Page, canvas: Canvas) -> None:
    """That all targets keep to what their words say, and their words to them."""
    for target in page.targets:
        assert target.rect.h >= FINGER - 1e-6, target
        assert target.rect.w >= FINGER - 1e-6, target
        assert canvas.rect.contains(target.rect), target
        assert canvas.shape != "tall" or target.rect.y >= canvas.height / 2 - 1e-6, target
    for a, b in combinations(page.targets, 2):
        assert not overlap(a.rect, b.rect), (a, b)
    assert len({target.key for target in page.targets}) == len(page.targets)
    for target in page.targets:
        own = [mark for mark in page.marks if mark.key.startswith(f"{target.key}.")]
        assert own, f"{target.key} is not to be seen"
        assert not outside(text_boxes(own), target.rect), target


@given(CANVASES, st.integers(1, 12), LANGUAGES, OFFERED, STYLES, st.booleans())
def test_tiles_and_switches_can_be_touched(
    canvas: Canvas, themes: int, languages: tuple[str, ...], offered: tuple[str, ...], style: str, large: bool
) -> None:
    made = kiosk_deck(themes, 2, languages=offered)
    page = seen(made, at(made, "home", languages=languages, style=style, large=large), canvas)
    assert_touchable(page, canvas)
    assert [target.args["theme"] for target in page.targets if target.command == "kiosk-theme"] == [
        theme.id for theme in made.themes
    ]


@given(CANVASES, st.integers(1, 20), LANGUAGES, STYLES, st.booleans(), st.integers(0, 19))
def test_controls_can_be_touched_and_never_stand_on_the_slide(
    canvas: Canvas, slides: int, languages: tuple[str, ...], style: str, large: bool, slide: int
) -> None:
    made = kiosk_deck(2, slides, languages=("zh", "en", "ja"))
    page = seen(made, at(made, "slides", languages=languages, style=style, large=large, slide=slide % slides), canvas)
    assert_touchable(page, canvas)
    above = slide_rect(canvas, made)
    for target in page.targets:
        assert target.rect.y >= above.bottom
    assert {"home", "language", "next"} <= {target.key for target in page.targets}


@given(CANVASES, st.integers(0, 12), st.booleans())
def test_the_pad_can_be_touched(canvas: Canvas, typed: int, large: bool) -> None:
    made = kiosk_deck(1, 1)
    page = seen(made, at(made, "staff", large=large), canvas)
    assert_touchable(page, canvas)
    assert {target.args.get("digit") for target in page.targets} >= set("0123456789")


@given(
    st.sampled_from(SHAPES),
    st.lists(st.tuples(chinese(1, 30), english(1, 12)), min_size=1, max_size=12),
    LANGUAGES,
    st.booleans(),
)
def test_titles_of_themes_stay_in_their_tiles(
    canvas: Canvas, titles: list[tuple[str, str]], languages: tuple[str, ...], large: bool
) -> None:
    made = kiosk_deck(len(titles), 1, titles=tuple(text(zh, en) for zh, en in titles))
    assert_touchable(seen(made, at(made, "home", languages=languages, large=large), canvas), canvas)


@pytest.mark.parametrize("canvas", SHAPES, ids=lambda canvas: canvas.shape)
@pytest.mark.parametrize("phase", ["loop", "home", "slides", "staff"])
def test_every_target_sends_a_command_that_there_is(canvas: Canvas, phase: str) -> None:
    made = kiosk_deck()
    known = set(COMMANDS) | {"kiosk-enter"}
    page = seen(made, at(made, phase), canvas)
    assert page.targets
    assert {target.command for target in page.targets} <= known


@pytest.mark.parametrize("canvas", SHAPES, ids=lambda canvas: canvas.shape)
@pytest.mark.parametrize("phase", ["home", "slides"])
def test_while_it_counts_down_any_touch_stays(canvas: Canvas, phase: str) -> None:
    made = kiosk_deck()
    page = seen(made, at(made, phase), canvas, IDLE_MS + 3000.0)
    (target,) = page.targets
    assert (target.command, target.rect, target.whole) == ("kiosk-touch", canvas.rect, True)


def test_the_topmost_target_answers_and_its_edges_are_its_own() -> None:
    under = Target(key="under", rect=Rect(0.0, 0.0, 100.0, 100.0), command="kiosk-touch")
    over = Target(key="over", rect=Rect(50.0, 50.0, 50.0, 50.0), command="kiosk-home")
    page = Page((), (under, over))
    assert page.target_at(49.9, 60.0) is under
    assert page.target_at(50.0, 60.0) is over
    assert page.target_at(100.0, 60.0) is None
    assert page.target_at(-0.1, 0.0) is None
