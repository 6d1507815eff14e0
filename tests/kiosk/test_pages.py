"""Which page is seen in which state, what stands on it, and when it changes by time alone."""

import math

import pytest
from msgspec import structs

from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.draw.locales import LOCALES
from jn_presenter.kiosk import words
from jn_presenter.kiosk.home import offered
from jn_presenter.kiosk.page import EMPTY
from jn_presenter.kiosk.seen import changes_ms, page, safe_page
from jn_presenter.kiosk.strip import slide_rect, strip_rect
from jn_presenter.kiosk.tiles import grid_of
from jn_presenter.kiosk.waiting import BREATH_MS, FAINTEST
from jn_presenter.model.deck import Deck
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas, Rect
from jn_presenter.model.kiosk import CONTRAST, Kiosk
from jn_presenter.model.marks import Arc, Box, ShapeMark, TextMark
from jn_presenter.model.text import Message, Text
from jn_presenter.show.kiosk.visit import standing, stood
from tests.decks import text
from tests.kiosk.world import IDLE_MS, SHAPES, at, kiosk_deck, seen
from tests.look import by_key, words_of

shapes = pytest.mark.parametrize("canvas", SHAPES, ids=lambda canvas: canvas.shape)


def untouchable(made: Deck) -> Deck:
    return structs.replace(made, briefing=structs.replace(made.briefing, kiosk=Kiosk(touch=False)))


@shapes
def test_the_loop_invites_in_every_language_of_the_deck(canvas: Canvas) -> None:
    made = kiosk_deck(languages=("zh", "en", "ja"))
    shown = words_of(seen(made, at(made, "loop"), canvas).marks)
    for one in ("触摸屏幕开始", "Touch to begin", "画面に触れてください"):
        assert one in shown


def test_an_invitation_that_two_languages_share_is_said_once() -> None:
    made = kiosk_deck(languages=("en", "sv", "da"))
    assert words_of(seen(made, at(made, "loop"), WIDE).marks) == "Touch to begin"


@shapes
def test_a_wall_without_touch_has_the_slide_alone_on_all_of_the_screen(canvas: Canvas) -> None:
    made = untouchable(kiosk_deck())
    state = at(made, "loop")
    assert seen(made, state, canvas) == EMPTY
    assert slide_rect(canvas, made) == canvas.rect
    assert changes_ms(state, made, 0.0) is None


def test_the_invitation_breathes_slowly_and_not_without_animation() -> None:
    made = kiosk_deck()
    still, moving = at(made, "loop"), structs.replace(at(made, "loop"), animate=True)

    def faintest(now: float) -> float:
        return min(mark.opacity for mark in seen(made, moving, WIDE, now).marks if isinstance(mark, TextMark))

    assert faintest(0.0) == pytest.approx(FAINTEST)
    assert faintest(BREATH_MS / 2) == pytest.approx(1.0)
    assert faintest(BREATH_MS) == pytest.approx(FAINTEST)
    assert changes_ms(moving, made, 0.0) is not None
    assert seen(made, still, WIDE, 0.0) == seen(made, still, WIDE, 1234.0)
    assert changes_ms(still, made, 0.0) is None


@shapes
def test_home_has_the_briefing_and_its_themes_and_marks_what_is_in_force(canvas: Canvas) -> None:
    made = kiosk_deck(5)
    state = at(made, "home", languages=("en",), large=True)
    shown = seen(made, state, canvas)
    said = " ".join(words_of(shown.marks).split())
    for one in ("A briefing", "Where would you like to begin?", "Theme 5", "中文", "English", "Large text"):
        assert one in said
    marks = by_key(shown.marks)
    fills = {key: marks[f"{key}.face"].fill for key in ("language.zh", "language.en", "large", "contrast")}  # type: ignore[union-attr]
    assert fills["language.en"] == fills["large"] != fills["language.zh"] == fills["contrast"]


def test_the_title_of_the_briefing_is_the_largest_thing_at_home() -> None:
    made = kiosk_deck()
    for canvas in SHAPES:
        sizes = {
            mark.key: max(run.font.size for line in mark.lines for run in line.runs)
            for mark in seen(made, at(made, "home"), canvas).marks
            if isinstance(mark, TextMark)
        }
        assert max(sizes, key=sizes.__getitem__) == "home.title"


def test_a_deck_in_one_language_without_a_style_of_high_contrast_offers_neither() -> None:
    made = kiosk_deck(languages=("zh",))
    plain = structs.replace(made, styles={name: style for name, style in made.styles.items() if name != CONTRAST})
    keys = {target.key for target in seen(plain, at(plain, "home"), WIDE).targets}
    assert keys == {"large", *(f"theme.t{k}" for k in range(5))}


def test_themes_of_the_frame_and_those_that_are_set_aside_are_not_offered() -> None:
    made = kiosk_deck(3, 1)
    frame, *others = made.themes
    framed = structs.replace(made, themes=(structs.replace(frame, role="frame"), *others))
    state = stood(at(framed, "home"), aside=frozenset({"t1/s0"}))
    assert [theme.id for theme in offered(framed, standing(state))] == ["t2"]


def test_a_deck_with_nothing_but_a_frame_offers_that() -> None:
    made = kiosk_deck(2, 1)
    framed = structs.replace(made, themes=tuple(structs.replace(one, role="frame") for one in made.themes))
    assert len(offered(framed, standing(at(framed, "home")))) == 2


def test_tiles_stand_in_pairs_on_a_tall_screen_in_rows_on_a_wide_one_and_in_one_band_on_a_wall() -> None:
    place = Rect(0.0, 0.0, 1600.0, 520.0)
    assert [len({tile.x for tile in grid_of(4, canvas, place)}) for canvas in (TALL, WIDE, WALL)] == [2, 4, 4]
    assert len({tile.y for tile in grid_of(6, WALL, place)}) == 1
    five = grid_of(5, CLASSIC, place)
    assert [tile.y for tile in five] == sorted(tile.y for tile in five)
    assert {max(tile.right for tile in five if tile.y == y) for y in {tile.y for tile in five}} == {1600.0}


@shapes
def test_controls_say_where_in_the_theme_the_slide_is(canvas: Canvas) -> None:
    made = kiosk_deck(2, 6)
    for slide in range(6):
        marks = by_key(seen(made, at(made, "slides", slide=slide), canvas).marks)
        dots = [marks[f"place.{k}"] for k in range(6)]
        widths = [dot.shape.w for dot in dots if isinstance(dot, ShapeMark) and isinstance(dot.shape, Box)]
        assert widths.index(max(widths)) == slide
    long = kiosk_deck(1, 30)
    assert "第5页，共30页" in words_of(seen(long, at(long, "slides", slide=4), canvas).marks)


@shapes
def test_the_ends_of_a_theme_look_like_ends(canvas: Canvas) -> None:
    made = kiosk_deck(2, 3)
    first, middle, last = (seen(made, at(made, "slides", slide=k), canvas) for k in range(3))
    commands = [{target.key: target.command for target in page.targets} for page in (first, middle, last)]
    assert "back" not in commands[0]
    assert [one["next"] for one in commands] == ["next", "next", "kiosk-home"]
    assert commands[1]["back"] == "previous"
    assert "全部主题" in words_of(last.marks).replace("\n", "")
    places = [next(target.rect for target in page.targets if target.key == "next") for page in (first, middle, last)]
    assert len(set(places)) == 1, "a button that is pressed again and again never moves"


def test_on_a_wall_all_controls_stand_at_both_ends() -> None:
    made = kiosk_deck()
    page = seen(made, at(made, "slides"), WALL)
    left = {target.key: target.command for target in page.targets if target.rect.right < WALL.width / 2}
    right = {target.key: target.command for target in page.targets if target.rect.x > WALL.width / 2}
    assert {f"right-{key}": command for key, command in left.items()} == right
    assert set(left) == {"home", "language", "back", "next"}


def test_the_language_button_offers_the_next_language_by_its_own_name() -> None:
    made = kiosk_deck(languages=("zh", "en", "ja"))
    for now, after, name in (("zh", "en", "English"), ("en", "ja", "日本語"), ("ja", "zh", "中文")):
        page = seen(made, at(made, "slides", languages=(now,)), WIDE)
        (target,) = (target for target in page.targets if target.key == "language")
        assert target.args == {"language": after}
        assert name in words_of(page.marks)


@shapes
@pytest.mark.parametrize("phase", ["home", "slides"])
def test_the_countdown_says_what_happens_and_its_ring_empties(canvas: Canvas, phase: str) -> None:
    made = kiosk_deck()
    state = at(made, phase, languages=("en",))
    assert "Back to start" not in words_of(seen(made, state, canvas, IDLE_MS - 1.0).marks)
    sweeps = []
    for passed in (0.0, 2500.0, 9999.0):
        page = seen(made, state, canvas, IDLE_MS + passed)
        ring = by_key([mark for mark in page.marks if mark.key.startswith("left.")])["left.ring"]
        assert isinstance(ring, ShapeMark)
        assert isinstance(ring.shape, Arc)
        sweeps.append(ring.shape.sweep)
        said = words_of(page.marks)
        assert "Touch the screen to stay" in said
    assert sweeps == pytest.approx([360.0, 270.0, 0.036])
    assert "Back to start in 1 s" in said


def test_the_page_is_looked_at_again_when_the_countdown_begins() -> None:
    made = kiosk_deck()
    still, moving = at(made, "slides"), structs.replace(at(made, "slides"), animate=True)
    assert changes_ms(still, made, 1000.0) == pytest.approx(IDLE_MS - 1000.0)
    counting = IDLE_MS + 250.0
    assert changes_ms(still, made, counting) == pytest.approx(751.0)
    assert 0.0 < (changes_ms(moving, made, counting) or 0.0) <= 100.0


@shapes
def test_the_pad_shows_dots_and_never_digits_that_were_typed(canvas: Canvas) -> None:
    made = kiosk_deck()
    empty, typed = (stood(at(made, "staff"), digits=digits) for digits in ("", "9999"))
    before, after = seen(made, empty, canvas), seen(made, typed, canvas)
    assert words_of(before.marks) == words_of(after.marks)
    assert sum(mark.key.startswith("pad.dot.") for mark in after.marks) == 4
    assert {target.key: target.command for target in after.targets} == {
        **{f"pad.{k}": "kiosk-digit" for k in range(10)},
        "pad.erase": "kiosk-digit",
        "pad.enter": "kiosk-enter",
        "pad.cancel": "kiosk-staff",
    }


def test_a_locked_pad_says_for_how_long_and_takes_nothing_but_cancel() -> None:
    made = kiosk_deck()
    page = seen(made, at(made, "staff"), WIDE, wait_ms=61_000.0)
    assert "请2分钟后再试  Try again in 2 min" in words_of(page.marks)
    assert [target.key for target in page.targets] == ["pad.cancel"]


@pytest.mark.parametrize("languages", [("zh",), ("en",), ("zh", "en")])
@shapes
def test_a_wrong_pin_is_said_to_be_wrong_with_the_tries_that_are_left(
    canvas: Canvas, languages: tuple[str, ...]
) -> None:
    made = kiosk_deck()
    staff = at(made, "staff", languages=languages)
    usual = seen(made, staff, canvas)
    for left, told in ((2, "密码不对，还可以试2次  Wrong PIN, tries left: 2"), (0, "密码不对  Wrong PIN")):
        page = seen(made, stood(staff, refused=True, left=left), canvas)
        assert told in words_of(page.marks)
        assert page.targets == usual.targets
        assert not any(mark.key.startswith("pad.dot.") for mark in page.marks), "nor how many digits there were"
        before, after = (by_key(one.marks)["pad.line"] for one in (usual, page))
        assert isinstance(before, ShapeMark)
        assert isinstance(after, ShapeMark)
        assert before.fill != after.fill
    page = seen(made, stood(staff, refused=True, left=0), canvas, wait_ms=30_000.0)
    assert "密码不对  Wrong PIN" in words_of(page.marks)
    assert "请1分钟后再试  Try again in 1 min" in words_of(page.marks)


@shapes
def test_a_pad_without_a_pin_says_whom_to_ask_and_takes_nothing_but_cancel(canvas: Canvas) -> None:
    made = kiosk_deck()
    page = seen(made, at(made, "staff"), canvas, wait_ms=math.inf)
    assert "没有设定员工密码  No staff PIN is set" in words_of(page.marks)
    assert "请联系负责人  Please ask whoever is in charge" in words_of(page.marks)
    assert "--" not in words_of(page.marks), "a command is nothing for a visitor"
    assert [target.key for target in page.targets] == ["pad.cancel"]


@shapes
def test_a_closed_kiosk_is_black_and_answers_nothing(canvas: Canvas) -> None:
    made = kiosk_deck()
    page = seen(made, stood(at(made, "loop"), phase="closed"), canvas)
    (mark,) = page.marks
    assert isinstance(mark, ShapeMark)
    assert (mark.fill, mark.shape) == ("#000000", Box(0.0, 0.0, canvas.width, canvas.height))
    assert page.targets == ()


def test_a_show_that_is_no_kiosk_has_no_page() -> None:
    made = kiosk_deck()
    assert page(structs.replace(at(made, "loop"), kiosk=None), made, WIDE, FixedMeasure(), 0.0) == EMPTY


@shapes
def test_the_safe_page_needs_no_deck(canvas: Canvas) -> None:
    page = safe_page(canvas, FixedMeasure())
    assert words_of(page.marks) == "正在恢复，请稍候\nBack in a moment"
    assert page.targets == ()


def test_large_text_is_larger_wherever_it_has_the_room() -> None:
    made = kiosk_deck()

    def size(canvas: Canvas, *, large: bool) -> float:
        page = seen(made, at(made, "slides", large=large), canvas)
        (mark,) = (mark for mark in page.marks if mark.key == "next.words")
        assert isinstance(mark, TextMark)
        return mark.lines[0].runs[0].font.size

    for canvas in SHAPES:
        assert size(canvas, large=True) == pytest.approx(1.25 * size(canvas, large=False))


def test_a_title_without_room_ends_in_an_ellipsis() -> None:
    made = kiosk_deck(2, 1, titles=(text("产" * 200, "word " * 100),))
    said = words_of(mark for mark in seen(made, at(made, "home"), WIDE).marks if mark.key == "theme.t0.title")
    assert said.endswith("…")
    assert said.count("\n") < 4


def test_all_that_a_kiosk_says_to_visitors_is_there_in_every_language() -> None:
    texts = {name: one for name, one in vars(words).items() if isinstance(one, Text)}
    assert len(texts) > 8
    for name, one in texts.items():
        assert set(one.languages) == set(LOCALES), name
        assert len({string.count("{") for _, string in one.variants}) == 1, name
    assert all(one.zh and one.en for one in vars(words).values() if isinstance(one, Message))
    assert [words.language_name(tag) for tag in ("zh-Hans", "en-GB", "ja", "sv")] == ["中文", "English", "日本語", "SV"]


@shapes
@pytest.mark.parametrize("large", [False, True])
def test_the_countdown_covers_no_part_of_a_tile(canvas: Canvas, large: bool) -> None:
    made = kiosk_deck()
    tiles = [one for one in seen(made, at(made, "home", large=large), canvas).targets if one.key.startswith("theme.")]
    assert tiles
    assert max(tile.rect.bottom for tile in tiles) <= strip_rect(canvas).y - 8.0


@shapes
def test_with_larger_text_the_title_at_home_is_no_smaller(canvas: Canvas) -> None:
    long = text("江宁经济技术开发区情况介绍与今后五年的工作打算", "A briefing on an economic and technological zone")
    made = kiosk_deck()
    made = structs.replace(made, briefing=structs.replace(made.briefing, title=long))
    sizes = []
    for large in (False, True):
        title = by_key(seen(made, at(made, "home", languages=("en",), large=large), canvas).marks)["home.title"]
        assert isinstance(title, TextMark)
        sizes.append(title.lines[0].runs[0].font.size)
    assert sizes[1] >= sizes[0]


def test_beside_what_it_says_the_countdown_has_room_for_how_to_stay() -> None:
    """One under the other both would be small on a wide screen, whose strip is low."""
    made = kiosk_deck()
    marks = by_key(page(at(made, "home"), made, WIDE, FixedMeasure(), IDLE_MS + 2000.0).marks)
    said, stay = marks["left.said"], marks["left.stay"]
    assert isinstance(said, TextMark)
    assert isinstance(stay, TextMark)
    assert stay.lines[0].x > said.lines[0].x + said.lines[0].width
    assert stay.lines[0].runs[0].font.size == made.styles["night"].size("body")


def test_the_name_of_a_language_is_set_in_that_language() -> None:
    made = kiosk_deck(languages=("zh", "ko"))
    marks = seen(made, at(made, "home"), WIDE).marks
    names = {line.text: line.language for mark in marks if isinstance(mark, TextMark) for line in mark.lines}
    assert (names["한국어"], names["中文"]) == ("ko", "zh")
