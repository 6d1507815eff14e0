"""One frame at one phase: audience, console, thumbnail, PNG and PDF show the same slide with the same data."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PIL import Image, ImageChops
from PySide6.QtGui import QImage, QPixmap

from jn_presenter.compose import FittedSlide, element_frame, frame
from jn_presenter.draw.animate import Change, Way
from jn_presenter.draw.feeding import slide_feeds
from jn_presenter.export import pdf, png
from jn_presenter.export.progress import untold
from jn_presenter.export.request import Request
from jn_presenter.load import load_deck
from jn_presenter.load.snapshots import read_snapshots
from jn_presenter.paths import shipped_slides
from jn_presenter.qt.scene.render import render_image
from jn_presenter.qt.windows.console.thumbs import shrunk
from jn_presenter.show.state import Place, ShowState
from tests.decks import deck, feed, points_slide, rows, table_slide
from tests.qt.windows.conftest import Open, Rig

Make = Callable[..., Rig]
GALLERY = load_deck(shipped_slides().parent / "examples" / "gallery").deck
KINDS = (
    "bar-live",
    "diverging",
    "donut",
    "dual-axis",
    "heatmap-live",
    "histogram",
    "race",
    "radar",
    "sankey",
    "scatter",
    "stacked-area",
    "strip",
    "treemap-live",
)
WIDTH, HEIGHT = 960, 540
LONG_MS = 60_000.0
"""More than anything takes to play."""
FAR = 40
"""Levels of a channel from which on a pixel of the PDF is another one: letters there do not stand on whole px."""
TITLED = (points_slide("a/one", 2), points_slide("a/two", 3))
OLD, NEW = rows(a=3, b=5, c=8), rows(a=7, b=2, c=5)


def rgb(picture: QImage | QPixmap) -> QImage:
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    return image.convertToFormat(QImage.Format.Format_RGB32)


def at_rest(rig: Make, name: str) -> tuple[Rig, FittedSlide]:
    """The gallery's slide with data, all its steps done."""
    slide = GALLERY.slides[f"gallery/{name}"]
    assert slide_feeds(slide)
    here = rig(GALLERY, start=slide.id)
    here.store.take_snapshots(read_snapshots(GALLERY, [slide.id]))
    for _ in range(slide.last_step):
        here.tick(LONG_MS)
        here.store.dispatch("next")
    here.tick(LONG_MS)
    assert here.store.state.shown == Place(slide.id, slide.last_step)
    return here, here.audience.projector.reel.fitted(here.store.state, slide.id, here.store.seen)


def by_hand(fitted: FittedSlide, step: int, t: float = 1.0, *, scale: int = 1, **look: Any) -> QImage:
    """All marks of the moment in one picture, by the painters and nothing else. look: as `frame` takes it."""
    shown = frame(fitted, step, t, **look)
    marks = (*fitted.ground, *(mark for item in shown for mark in item.marks))
    return rgb(render_image(marks, fitted.canvas, WIDTH * scale, HEIGHT * scale))


def screen(here: Rig) -> QImage:
    return rgb(here.audience.stage.grab())


def asked(here: Rig, slide: str, scale: int = 1) -> Request:
    state = here.store.state
    return Request(
        deck=GALLERY,
        slides=(slide,),
        size=(WIDTH * scale, HEIGHT * scale),
        languages=state.languages,
        style=GALLERY.styles[state.style],
        measure=here.fits.measure,
        snapshots=here.store.snapshots,
    )


@pytest.mark.parametrize("name", KINDS)
def test_at_rest_all_show_the_same_pixels(rig: Make, console: Open, tmp_path: Path, name: str) -> None:
    here, fitted = at_rest(rig, name)
    made = console(here)
    made.catch_up()
    state, expected = here.store.state, by_hand(fitted, fitted.last_step)
    assert screen(here) == expected
    thumbnail = made.pictures.thumbnails.get(state, state.at, here.audience.stage.size())
    assert thumbnail is not None
    assert rgb(thumbnail) == expected
    assert made.current.pixmap is not None
    assert rgb(made.current.pixmap) == rgb(shrunk(QPixmap.fromImage(expected), made.current.picture_size()))
    for scale in (1, 2):
        ((_, content),) = png.write(asked(here, fitted.slide, scale), untold)
        assert rgb(QImage.fromData(content)) == by_hand(fitted, fitted.last_step, scale=scale)


@pytest.mark.needs("pdftoppm")
@pytest.mark.parametrize("name", KINDS)
def test_a_page_of_the_pdf_is_the_same_picture_but_for_the_edges(rig: Make, tmp_path: Path, name: str) -> None:
    here, fitted = at_rest(rig, name)
    file = tmp_path / "page.pdf"
    file.write_bytes(pdf.write(asked(here, fitted.slide), untold))
    subprocess.run(
        ["pdftoppm", "-r", "144", "-png", "-singlefile", str(file), str(tmp_path / "page")], check=True, text=True
    )
    assert by_hand(fitted, fitted.last_step, scale=2).save(str(tmp_path / "screen.png"))
    page, shown = (Image.open(tmp_path / f"{which}.png").convert("RGB") for which in ("page", "screen"))
    assert page.size == shown.size
    channels = ImageChops.difference(page, shown).split()
    worst = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    share = sum(worst.histogram()[FAR:]) / (page.width * page.height)
    assert share <= 0.02


def playing(rig: Make, name: str, t: float) -> tuple[Rig, ShowState]:
    """The gallery's slide with data while its last step plays, at t."""
    slide = GALLERY.slides[f"gallery/{name}"]
    before = GALLERY.slides[GALLERY.order[GALLERY.order.index(slide.id) - 1]]
    here = rig(GALLERY, start=before.id)
    here.store.take_snapshots(read_snapshots(GALLERY, [before.id, slide.id]))
    for _ in range(before.last_step + slide.last_step + 1):
        here.tick(LONG_MS)
        here.store.dispatch("next")
    state = here.store.state
    assert state.shown == Place(slide.id, slide.last_step)
    assert state.motion is not None
    here.tick(state.motion.transition_ms + t * (state.motion.duration_ms - state.motion.transition_ms))
    return here, state


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("t", [0.0, 0.25, 0.6])
def test_while_a_step_plays_the_screen_is_that_moment(rig: Make, name: str, t: float) -> None:
    here, state = playing(rig, name, t)
    fitted = here.audience.projector.reel.fitted(state, state.shown.slide, here.store.seen)
    assert screen(here) == by_hand(fitted, state.shown.step, t)


@pytest.mark.parametrize("name", ["race", "sankey", "donut", "dual-axis"])
@pytest.mark.parametrize("t", [0.25, 0.6])
def test_a_change_of_language_while_a_step_plays_shows_that_moment_in_the_other(rig: Make, name: str, t: float) -> None:
    here, state = playing(rig, name, t)
    for languages in (("en",), ("zh", "en"), ("zh",)):
        here.store.dispatch("language")
        changed = here.store.state
        assert changed == structs.replace(state, languages=languages)
        fitted = here.audience.projector.reel.fitted(changed, state.shown.slide, here.store.seen)
        assert fitted.languages == languages
        assert screen(here) == by_hand(fitted, state.shown.step, t)


def test_a_change_of_language_while_a_step_is_taken_back_shows_that_moment_in_the_other(rig: Make) -> None:
    here, fitted = at_rest(rig, "race")
    here.store.dispatch("previous")
    state = here.store.state
    assert state.motion is not None
    here.tick(0.4 * state.motion.duration_ms)
    here.store.dispatch("language")
    fitted = here.audience.projector.reel.fitted(here.store.state, fitted.slide, here.store.seen)
    assert fitted.languages == ("en",)
    assert here.store.state.shown == Place(fitted.slide, fitted.last_step - 1)
    assert screen(here) == by_hand(fitted, fitted.last_step, 1.0 - 0.4)


def test_a_change_of_language_in_a_transition_goes_on_at_that_moment_in_the_other(rig: Make) -> None:
    def shown(*languages: str) -> Rig:
        return rig(deck(*TITLED, transition="push"), languages=languages)

    changed, other = shown("zh"), shown("en")
    for here in (changed, other):
        here.tick(LONG_MS)
        here.store.dispatch("next")
        here.tick(150.0)
    assert screen(changed) != screen(other)
    changed.store.dispatch("language")
    assert screen(changed) == screen(other)
    for here in (changed, other):
        here.tick(100.0)
    assert screen(changed) == screen(other)


def test_a_change_of_language_keeps_the_scrub_and_the_focus(rig: Make) -> None:
    here, fitted = at_rest(rig, "race")
    here.store.dispatch("scrub", element=f"{fitted.slide}/chart", value=0.4)
    focus = here.store.offers["foci"]()[2]
    here.store.dispatch("focus", key=focus)
    here.store.dispatch("language")
    fitted = here.audience.projector.reel.fitted(here.store.state, fitted.slide, here.store.seen)
    assert fitted.languages == ("en",)
    assert screen(here) == by_hand(fitted, fitted.last_step, scrub={"chart": 0.4}, focus=focus)


@pytest.mark.parametrize("elapsed", [0.0, 100.0, 200.0, 333.0])
def test_while_data_moves_the_screen_is_that_moment(rig: Make, elapsed: float) -> None:
    data = feed("one")
    here = rig(deck(table_slide("a/bars", data)))
    here.store.take_snapshots({data: OLD})
    here.tick(LONG_MS)
    state, projector = here.store.state, here.audience.projector
    old = projector.reel.fitted(state, "a/bars", here.store.seen)
    here.store.take_snapshots({data: NEW})
    here.tick(elapsed)
    new = projector.reel.fitted(state, "a/bars", here.store.seen)
    assert new is not old
    before = next(item for item in old.placed if item.path == "chart")
    change = Change(Way(element_frame(before, 0, 1.0).marks), elapsed / 400.0)
    assert screen(here) == by_hand(new, 0, changes={"chart": change})
    assert (screen(here) == by_hand(old, 0)) == (elapsed == 0.0)
    assert screen(here) != by_hand(new, 0)


def test_a_scrub_and_a_focus_are_the_same_frame_too(rig: Make) -> None:
    here, fitted = at_rest(rig, "race")
    here.store.dispatch("scrub", element=f"{fitted.slide}/chart", value=0.4)
    focus = here.store.offers["foci"]()[2]
    here.store.dispatch("focus", key=focus)
    assert screen(here) == by_hand(fitted, fitted.last_step, scrub={"chart": 0.4}, focus=focus)
    assert screen(here) != by_hand(fitted, fitted.last_step)
