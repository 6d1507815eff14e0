"""Decks of which some files are broken: read from the start or while they are shown, checked, and laid out."""

import re
import shutil
from contextlib import suppress
from pathlib import Path
from random import Random

from bench.fuzz.noise import Noise
from bench.fuzz.worker import Files
from bench.fuzz.yamls import TOKENS, Words, bomb
from jn_presenter.check import check_deck
from jn_presenter.compose import fit_slide, frame
from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.load import DeckError, Loaded, load_deck, load_index, reload, with_slides
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE

ROOT = Path(__file__).parents[2]
SOURCES = ("tests/decks/good", "slides", "examples/museum", "examples/gallery")
INDEX = ("briefing.yaml", "facts.yaml", "glossary.yaml", "questions.yaml")
SLIDES = 2
"""Of a deck that is broken: it holds one theme, and no more slides than these."""
NOT_LAID_OUT = 0.75
"""Of the decks: to lay a slide out takes longer than to read all."""


class Target:
    """Small decks of one theme, made of all slides that there are; each case breaks a file or three of one of them."""

    memory_mb = 512

    def __init__(self, home: Path) -> None:
        self._decks: list[tuple[Path, Files]] = []
        for source in SOURCES:
            for theme in sorted(Path(ROOT, source).glob("*/theme.yaml")):
                for k, slides in enumerate(_parts(sorted(theme.parent.glob("*.yaml")))):
                    folder = home / f"{Path(source).name}-{theme.parent.name}-{k}"
                    self._decks.append((folder, small_deck(ROOT / source, theme.parent.name, slides, folder)))
        self._loaded: dict[Path, Loaded] = {}
        self._good = [content for _, files in self._decks for content in files.values()]
        self._words = Words(self._good)

    def make(self, random: Random) -> Files:
        """Names begin with the folder of their deck."""
        folder, files = random.choice(self._decks)
        names = sorted(files)
        chosen = random.sample(names, min(len(names), random.choice((1, 1, 1, 2, 3))))
        noise = Noise(random, TOKENS, self._good)
        made: Files = {}
        for name in chosen:
            kind = random.random()
            if kind < 0.7:
                made[f"{folder.name}/{name}"] = noise.broken(files[name])
            elif kind < 0.85:
                made[f"{folder.name}/{name}"] = self._typed(files[name], random)
            elif kind < 0.97:
                made[f"{folder.name}/{name}"] = self._words.block(random).encode(errors="ignore")
            else:
                made[f"{folder.name}/{name}"] = bomb(random)
        return made

    def _typed(self, good: bytes, random: Random) -> bytes:
        """A good file, one of whose keys has a value of another kind."""
        lines = good.decode().splitlines()
        at = random.randrange(len(lines))
        key, colon, _ = lines[at].partition(":")
        lines[at] = f"{key}{colon or ':'} {self._words.any_value(random, 3)}"
        return "\n".join(lines).encode(errors="ignore")

    def take(self, files: Files, random: Random) -> None:
        """As a start of the program, or as a reload of a deck that is shown."""
        home = self._decks[0][0].parent
        folder, good = next(one for one in self._decks if one[0].name == next(iter(files)).partition("/")[0])
        try:
            if random.random() < 0.4:
                if folder not in self._loaded:
                    self._loaded[folder] = load_deck(folder)
                before = self._loaded[folder]
                _write(home, files)
                read_again(before, [str(home / name) for name in files], random)
            else:
                _write(home, files)
                with suppress(DeckError):
                    read_deck(folder, random)
        finally:
            for name in files:
                own = name.partition("/")[2]
                (folder / own).write_bytes(good[own])


def read_deck(folder: Path, random: Random) -> None:
    """From the index to the marks of a slide. Raises DeckError."""
    loaded = load_index(folder)
    loaded = with_slides(loaded, loaded.deck.order)
    check_deck(loaded.deck, loaded.sources)
    lay_out(loaded, random)


def read_again(before: Loaded, changed: list[str], random: Random) -> None:
    """As a show does whose files are saved."""
    loaded = reload(before, changed)
    loaded = with_slides(loaded, loaded.deck.pending)
    check_deck(loaded.deck, loaded.sources)
    lay_out(loaded, random)


def lay_out(loaded: Loaded, random: Random) -> None:
    """A slide of the deck as somebody would see it."""
    deck = loaded.deck
    if not deck.slides or random.random() < NOT_LAID_OUT:
        return
    slide = deck.slides[random.choice(sorted(deck.slides))]
    style = deck.styles[random.choice(sorted(deck.styles))]
    languages = random.choice(((deck.briefing.languages[0],), deck.briefing.languages))
    canvas = random.choice((WIDE, TALL, CLASSIC, WALL))
    fitted = fit_slide(deck, slide, canvas, languages, style, FixedMeasure())
    for step in {0, slide.last_step}:
        frame(fitted, step, random.choice((0.0, 0.3, 1.0)))


def small_deck(source: Path, theme: str, slides: list[Path], folder: Path) -> Files:
    """Write a deck of one theme of another one; all its files of YAML."""
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("*.yaml"))
    files = {name: (source / name).read_bytes() for name in INDEX if (source / name).exists()}
    files["briefing.yaml"] = _listing(files["briefing.yaml"], "themes", [theme])
    files["briefing.yaml"] = _without(files["briefing.yaml"], "kiosk")
    styles = [style.stem for style in (source / "styles").glob("*.yaml")] or ["night"]
    files["briefing.yaml"] = _listing(files["briefing.yaml"], "styles", styles[:1])
    if questions := files.get("questions.yaml"):
        files["questions.yaml"] = re.sub(rb"(?m)^ +slide:.*\n", b"", questions)
    for style in sorted((source / "styles").glob("*.yaml")):
        files[f"styles/{style.name}"] = style.read_bytes()
    listed = _listing((source / theme / "theme.yaml").read_bytes(), "slides", [slide.stem for slide in slides])
    files[f"{theme}/theme.yaml"] = listed
    files |= {f"{theme}/{slide.name}": slide.read_bytes() for slide in slides}
    _write(folder, files)
    return files


def _parts(files: list[Path]) -> list[list[Path]]:
    slides = [file for file in files if file.name != "theme.yaml"]
    return [slides[k : k + SLIDES] for k in range(0, len(slides), SLIDES)]


def _listing(file: bytes, key: str, names: list[str]) -> bytes:
    return _without(file, key) + f"{key}: [{', '.join(names)}]\n".encode()


def _without(file: bytes, key: str) -> bytes:
    """The file without that key of its first level, and all beneath it."""
    kept, inside = [], False
    for line in file.decode().splitlines(keepends=True):
        if not line.startswith((" ", "-", "]", "}", "#", "\n")):
            inside = line.startswith(f"{key}:")
        if not inside:
            kept.append(line)
    return "".join(kept).encode()


def _write(folder: Path, files: Files) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
