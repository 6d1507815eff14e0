"""Make the pictures of README.md from the shipped briefing, off every screen and to the last bit the same each time.

Usage: python -m scripts.make_screenshots [FOLDER]

FOLDER is docs/images by default.
"""

import io
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from msgspec import structs
from PIL import Image
from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice
from PySide6.QtGui import QPixmap

from jn_presenter.compose import FittedSlide, fit_slide
from jn_presenter.load import Loaded, load_deck, load_index, with_slides
from jn_presenter.model.element import Measure
from jn_presenter.model.geometry import canvas_for
from jn_presenter.model.kiosk import CONTRAST
from jn_presenter.paths import shipped_slides
from jn_presenter.qt.clock import FrameClock
from jn_presenter.qt.offscreen import application
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.stills import Stills, Thumbnail
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.audience import Audience
from jn_presenter.qt.windows.console import Console
from jn_presenter.qt.windows.kiosk.window import KioskWindow
from jn_presenter.show.kiosk.visit import fresh, home, into
from jn_presenter.show.pace import MINUTE_MS
from jn_presenter.show.select import selection
from jn_presenter.show.state import initial

OUTPUT = Path(__file__).resolve().parent.parent / "docs" / "images"
SLIDE = "industry/cluster-targets"
LANGUAGES, STYLE = ("zh",), "night"
WIDTH, HEIGHT = 1920, 1080
SHAPES = ((1080, 1920), (1440, 1080), (1920, 1080), (3840, 1080))
"""Screens: tall, classic, wide and wall."""
SHAPES_HEIGHT, GAP = 480, 24
KIOSKS = (((1080, 1920), ""), ((1920, 1080), ""), ((1920, 1080), "industry"))
"""Screens of kiosks, and the theme that a visitor reads."""
REVEALED_MS = 5000.0
"""By when a kiosk has gone on to the slide's next step."""
GUESTS, BOTH = ("visit/welcome", "opening/agenda", "closing/thanks"), ("zh", "en")
"""Slides that are made out for the example of a visit, and its languages."""
PAPER = "#ffffff"
WALL_CLOCK = time.strptime("14:20", "%H:%M")
MOST_COLOURS = 256
"""Of a picture: more are not seen on a web page, and cost three times the bytes."""
SETTLED = 2
"""Rounds in which the palette settles on the colours there are: without them small things lose their hue."""
SPOKEN_MS = 42_000.0
"""About this slide so far."""
LATE_MS = 75_000.0
"""By which the slides before took longer than they should."""
LENGTH = Decimal(20)
"""Minutes of the show."""
FRAMES = 20
"""Turns of the event loop after which the windows have painted all they have to."""


def main(folder: Path) -> None:
    """Write audience.png, console.png, guests.png, kiosk.png and shapes.png."""
    measure = application()
    loaded = load_deck(shipped_slides())
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {
        "audience": audience(loaded, measure),
        "shapes": shapes(loaded, measure),
        "guests": guests(measure),
        "console": console(loaded),
        "kiosk": kiosk(),
    }
    for name, picture in pictures.items():
        file = folder / f"{name}.png"
        file.write_bytes(small(picture))
        print(f"{file}: {file.stat().st_size / 1000:.0f} kB")


def audience(loaded: Loaded, measure: Measure) -> bytes:
    """The slide at its last step, as a PNG file."""
    (one,) = _thumbnails(loaded, measure, ((WIDTH, HEIGHT),), HEIGHT, 0)
    return Stills().png(one.fitted, one.step, WIDTH, HEIGHT)


def shapes(loaded: Loaded, measure: Measure) -> bytes:
    """The slide on screens of all shapes, side by side, as a PNG file."""
    return _sheet(tuple(_thumbnails(loaded, measure, SHAPES, SHAPES_HEIGHT, GAP)))


def guests(measure: Measure) -> bytes:
    """The slides that are about the guests of a visit, side by side, as a PNG file."""
    loaded = with_slides(load_index(shipped_slides(), visit="example"), GUESTS)
    across = round(SHAPES_HEIGHT * WIDTH / HEIGHT)
    fitted = (_fitted(loaded, slide, (WIDTH, HEIGHT), BOTH, measure) for slide in GUESTS)
    return _sheet(
        tuple(
            Thumbnail(fitted=one, step=one.last_step, x=k * (across + GAP), y=0, w=across, h=SHAPES_HEIGHT, around=())
            for k, one in enumerate(fitted)
        )
    )


def _sheet(thumbnails: tuple[Thumbnail, ...]) -> bytes:
    return Stills().sheet(thumbnails[-1].x + thumbnails[-1].w, SHAPES_HEIGHT, PAPER, thumbnails)


def _fitted(
    loaded: Loaded, slide: str, size: tuple[int, int], languages: tuple[str, ...], measure: Measure
) -> FittedSlide:
    deck = loaded.deck
    return fit_slide(deck, deck.slides[slide], canvas_for(*size), languages, deck.styles[STYLE], measure)


def _thumbnails(
    loaded: Loaded, measure: Measure, sizes: tuple[tuple[int, int], ...], height: int, gap: int
) -> Iterator[Thumbnail]:
    """The slide laid out for screens of these sizes, each `height` px high, from left to right."""
    x = 0
    for across, down in sizes:
        width = round(height * across / down)
        fitted = _fitted(loaded, SLIDE, (across, down), LANGUAGES, measure)
        yield Thumbnail(fitted=fitted, step=fitted.last_step, x=x, y=0, w=width, h=height, around=())
        x += width + gap


def console(loaded: Loaded) -> bytes:
    """The console in the middle of a show of 20 minutes, a little late, at the slide's first step, as a PNG file."""
    deck = loaded.deck
    slides = selection(deck, LENGTH).slides
    spent = {slide: float(deck.slides[slide].minutes) * MINUTE_MS for slide in slides[: slides.index(SLIDE)]}
    entered_ms = sum(spent.values()) + LATE_MS
    clock = FrameClock(lambda: entered_ms + SPOKEN_MS)
    begun = initial(deck, 0.0, start=SLIDE, languages=LANGUAGES, style=STYLE, minutes=LENGTH, animate=False)
    state = structs.replace(begun, spent=spent, entered_ms=entered_ms)
    store, fits = Store(loaded, state, clock.now), Fits(application())
    seen = Audience(store, clock, fits)
    window = Console(store, clock, fits, seen.stage.image, LANGUAGES[0], lambda: WALL_CLOCK)
    for widget in (seen, window):
        widget.resize(WIDTH, HEIGHT)
        widget.show()
    store.dispatch("next")
    for _ in range(FRAMES):
        QCoreApplication.processEvents()
    window.catch_up()
    picture = window.grab()
    for widget in (seen, window):
        widget.hide()
    return _png(picture)


def kiosk() -> bytes:
    """A kiosk at home, upright and across, and with the slide, all `SHAPES_HEIGHT` px high, as a PNG file."""
    index = load_index(shipped_slides(), more_styles=(CONTRAST,))
    loaded = with_slides(index, index.deck.order)
    pictures = [_kiosk(loaded, size, theme) for size, theme in KIOSKS]
    width = sum(picture.width + GAP for picture in pictures) - GAP
    sheet, x = Image.new("RGB", (width, SHAPES_HEIGHT), PAPER), 0
    for picture in pictures:
        sheet.paste(picture, (x, 0))
        x += picture.width + GAP
    file = io.BytesIO()
    sheet.save(file, "PNG")
    return file.getvalue()


def _kiosk(loaded: Loaded, size: tuple[int, int], theme: str) -> Image.Image:
    """Its window in that size, at the theme's slide or, without a theme, at home."""
    begun = home(fresh(loaded.deck, 0.0, languages=LANGUAGES, style=STYLE, animate=False), loaded.deck, 0.0)
    state = into(begun, loaded.deck, theme, 0.0) if theme else begun
    now = [0.0]
    store = Store(loaded, state, lambda: now[0])
    window = KioskWindow(store, FrameClock(store.now), Fits(application()))
    window.resize(*size)
    window.show()
    while theme and store.state.shown.slide != SLIDE:
        store.dispatch("next")
    for _ in range(loaded.deck.slides[SLIDE].last_step):
        now[0] += REVEALED_MS
        store.dispatch("kiosk-tick")
    for _ in range(FRAMES):
        QCoreApplication.processEvents()
    picture = Image.open(io.BytesIO(_png(window.grab()))).convert("RGB")
    window.hide()
    return picture.resize((round(SHAPES_HEIGHT * size[0] / size[1]), SHAPES_HEIGHT), Image.Resampling.LANCZOS)


def _png(pixmap: QPixmap) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return bytes(buffer.data().data())


def small(picture: bytes) -> bytes:
    """The PNG file in fewer bytes: with a palette."""
    with Image.open(io.BytesIO(picture)) as image:
        reduced = image.convert("RGB").quantize(MOST_COLOURS, kmeans=SETTLED, dither=Image.Dither.NONE)
    file = io.BytesIO()
    reduced.save(file, "PNG", optimize=True)
    return file.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUTPUT)
