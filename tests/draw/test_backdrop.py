"""Motifs: there on every canvas, clear of the provenance lines, large on covers alone."""

from collections.abc import Iterator

import pytest
from msgspec import structs

from jn_presenter.draw.backdrop import MOTIFS, backdrop
from jn_presenter.draw.grid import provenance_rect
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas
from jn_presenter.model.marks import Path, ShapeMark
from jn_presenter.model.style import Motif
from tests.decks import NIGHT

DRAWN = [motif for motif in MOTIFS if motif != "none"]


def drawing(canvas: Canvas, motif: Motif, *, prominent: bool, notes: int = 1) -> tuple[ShapeMark, ...]:
    style = structs.replace(NIGHT, motif=motif)
    _, *marks = backdrop(canvas, style, prominent=prominent, notes=notes)
    assert all(isinstance(mark, ShapeMark) for mark in marks)
    return tuple(mark for mark in marks if isinstance(mark, ShapeMark))


def heights(marks: tuple[ShapeMark, ...]) -> Iterator[float]:
    """The y of every point of the paths, strokes included."""
    for mark in marks:
        assert isinstance(mark.shape, Path)
        for _, numbers in mark.shape.segments:
            for y in numbers[1::2]:
                yield from (y - mark.width / 2, y + mark.width / 2)


@pytest.mark.parametrize("canvas", [WIDE, TALL, CLASSIC, WALL], ids=lambda canvas: canvas.shape)
@pytest.mark.parametrize("motif", DRAWN)
@pytest.mark.parametrize("notes", [1, 2, 3])
def test_a_motif_keeps_clear_of_the_provenance_lines(canvas: Canvas, motif: Motif, notes: int) -> None:
    words = provenance_rect(canvas, notes)
    frieze = list(heights(drawing(canvas, motif, prominent=False, notes=notes)))
    picture = list(heights(drawing(canvas, motif, prominent=True, notes=notes)))
    assert frieze
    assert picture
    assert words.bottom <= min(frieze)
    assert max(frieze) <= canvas.height
    assert max(picture) < words.y
    assert min(picture) > canvas.height * 0.55


@pytest.mark.parametrize("motif", DRAWN)
def test_keys_are_each_ones_own_and_the_drawing_is_always_the_same(motif: Motif) -> None:
    marks = drawing(WALL, motif, prominent=True)
    assert len({mark.key for mark in marks}) == len(marks)
    assert marks == drawing(WALL, motif, prominent=True)


def test_a_style_without_a_motif_has_none_on_any_theme() -> None:
    plain = structs.replace(NIGHT, motif="none")
    assert len(backdrop(WIDE, plain.with_motif("chain"), prominent=True)) == 1


def test_a_theme_has_its_own_motif_or_the_styles() -> None:
    assert NIGHT.with_motif("chain").motif == "chain"
    assert NIGHT.with_motif(None) is NIGHT
