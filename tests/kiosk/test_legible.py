"""What a kiosk says is read: against whatever it stands on, in every style, and in its faintest moment."""

import math

import pytest
from msgspec import structs

from jn_presenter.draw.contrast import contrast
from jn_presenter.draw.motion import mix
from jn_presenter.kiosk.page import Page
from jn_presenter.kiosk.waiting import BREATH_MS
from jn_presenter.load import load_index
from jn_presenter.model.deck import Deck
from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.model.kiosk import CONTRAST
from jn_presenter.model.marks import Arc, Box, Line, ShapeMark, TextMark
from jn_presenter.model.style import Style
from jn_presenter.paths import shipped_slides
from jn_presenter.show.kiosk.visit import stood
from tests.kiosk.world import IDLE_MS, SHAPES, at, kiosk_deck, seen
from tests.look import line_box

LEAST = {"night": 4.5, "day": 4.5, CONTRAST: 7.0}
PHASES = ("loop", "home", "slides", "countdown", "staff", "wrong", "locked", "unset")
NOTHING_TO_PRESS = {"locked": 90_000.0, "unset": math.inf}


@pytest.fixture(scope="module")
def styles() -> dict[str, Style]:
    """The bundled ones, as they are shipped."""
    return dict(load_index(shipped_slides(), more_styles=(CONTRAST,)).deck.styles)


def page_of(made: Deck, phase: str, style: str, canvas: Canvas, languages: tuple[str, ...]) -> Page:
    known = {"countdown": "slides", "locked": "staff", "unset": "staff", "wrong": "staff"}.get(phase, phase)
    state = at(made, known, style=style, languages=languages)
    state = stood(state, refused=phase in ("wrong", "locked"), left=2)
    if phase == "loop":
        state = structs.replace(state, animate=True)
    now = {"countdown": IDLE_MS + 2000.0, "loop": BREATH_MS}.get(phase, 0.0)
    return seen(made, state, canvas, now, wait_ms=NOTHING_TO_PRESS.get(phase, 0.0))


def behind(page: Page, mark: TextMark, line: Line, style: Style) -> list[str]:
    """The colours that a line may have behind it: those of the topmost surface beneath it, else of the ground."""
    box = line_box(line, mark)
    found = list(style.ground)
    for other in page.marks:
        if other is mark:
            break
        if isinstance(other, ShapeMark) and isinstance(other.fill, str) and isinstance(other.shape, Box | Arc):
            shape = other.shape
            place = (
                Rect(shape.x, shape.y, shape.w, shape.h)
                if isinstance(shape, Box)
                else Rect(shape.cx - shape.inner, shape.cy - shape.inner, 2 * shape.inner, 2 * shape.inner)
            )
            if isinstance(shape, Box) and place.contains(box):
                found = [other.fill]
    return found


@pytest.mark.parametrize("style", LEAST)
@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("canvas", SHAPES, ids=lambda canvas: canvas.shape)
@pytest.mark.parametrize("languages", [("en",), ("zh", "en")], ids="+".join)
def test_words_are_read(
    styles: dict[str, Style], style: str, phase: str, canvas: Canvas, languages: tuple[str, ...]
) -> None:
    made = structs.replace(kiosk_deck(), styles=styles)
    look = styles[style]
    page = page_of(made, phase, style, canvas, languages)
    texts = [mark for mark in page.marks if isinstance(mark, TextMark)]
    assert texts
    for mark in texts:
        if (
            phase in NOTHING_TO_PRESS
            and mark.key.startswith("pad.")
            and mark.key.split(".")[1] not in ("title", "later")
        ):
            continue  # what cannot be pressed need not be read
        for line in mark.lines:
            for run in line.runs:
                for ground in behind(page, mark, line, look):
                    ink = mix(ground, run.colour, mark.opacity)
                    assert contrast(ink, ground) >= LEAST[style], (mark.key, run, ground)
                assert run.font.size >= 24.0, mark.key


def test_a_pressed_target_is_another_colour_at_once_and_read_as_well(styles: dict[str, Style]) -> None:
    made = structs.replace(kiosk_deck(), styles=styles)
    for style, phase in ((style, phase) for style in LEAST for phase in ("home", "slides", "staff")):
        state = at(made, phase, style=style, languages=("zh", "en"))
        still = {mark.key: mark for mark in seen(made, state, SHAPES[2]).marks}
        for target in seen(made, state, SHAPES[2]).targets:
            page = seen(made, state, SHAPES[2], pressed=frozenset({target.key}))
            (face,) = (mark for mark in page.marks if mark.key == f"{target.key}.face")
            assert isinstance(face, ShapeMark)
            assert face != still[face.key]
            assert isinstance(face.fill, str)
            for mark in page.marks:
                if isinstance(mark, TextMark) and mark.key.startswith(f"{target.key}."):
                    assert all(contrast(run.colour, face.fill) >= 4.5 for line in mark.lines for run in line.runs)
