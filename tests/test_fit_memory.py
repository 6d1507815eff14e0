"""A second check lays out what has changed, and nothing remembered is believed for longer than its reason."""

import os
from pathlib import Path
from typing import Any, cast

import pytest
from msgspec import structs

from jn_presenter import check_fit as check_fit_module
from jn_presenter import compose
from jn_presenter.check_fit import check_fit
from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.fit_memory import MOST_FILES, SUFFIX, FitMemory, Verdict, memory_of, program_stamp
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.feed import Column, Snapshot
from jn_presenter.model.problem import Problem
from tests.checked import TOO_LONG, Recorder, both, deck, slide

LONG = both("很长的一句话" * 60, "a very long sentence " * 24)


@pytest.fixture
def laid(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The slides that are laid out, once each."""
    seen: list[str] = []
    fit_slide = compose.fit_slide

    def counted(deck: Deck, slide: Slide, *more: Any) -> Any:
        if slide.id not in seen:
            seen.append(slide.id)
        return fit_slide(deck, slide, *more)

    monkeypatch.setattr(check_fit_module, "fit_slide", counted)
    return seen


def checked(here: Deck, file: Path, program: bytes = b"1", **more: Any) -> tuple[Problem, ...]:
    """One run of the program."""
    memory = FitMemory(file, program)
    problems = check_fit(here, FixedMeasure(), Recorder(), memory=memory, **more)
    memory.save()
    return problems


def with_digest(here: Deck, digest: str) -> Deck:
    return structs.replace(
        here, slides={name: structs.replace(one, digest=digest) for name, one in here.slides.items()}
    )


def test_what_was_found_is_told_again_without_laying_anything_out(tmp_path: Path, laid: list[str]) -> None:
    here = deck(slide(points=(LONG, LONG)))
    first = checked(here, tmp_path / "x.fits")
    assert [one.code for one in first] == ["overflow"]
    laid.clear()
    assert checked(here, tmp_path / "x.fits") == first
    assert laid == []


def test_no_measure_is_made_where_everything_is_known(tmp_path: Path) -> None:
    here = deck(slide())
    checked(here, tmp_path / "x.fits")
    memory = FitMemory(tmp_path / "x.fits", b"1")
    check_fit(here, lambda: pytest.fail("Qt would have been started"), Recorder(), memory=memory)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda here: with_digest(here, "other"), id="the slide's file or a picture of it"),
        pytest.param(lambda here: structs.replace(here, styles={"night": _bolder(here)}), id="the style"),
        pytest.param(lambda here: structs.replace(here, facts=structs.replace(here.facts, facts={})), id="the facts"),
        pytest.param(
            lambda here: structs.replace(here, briefing=structs.replace(here.briefing, languages=("zh",))),
            id="the languages",
        ),
        pytest.param(
            lambda here: structs.replace(
                here, themes=tuple(structs.replace(theme, accent="jade") for theme in here.themes)
            ),
            id="the theme's accent",
        ),
        pytest.param(
            lambda here: structs.replace(
                here,
                briefing=structs.replace(here.briefing, kiosk=structs.replace(here.briefing.kiosk, touch=False)),
            ),
            id="what a kiosk leaves of the screen",
        ),
    ],
)
def test_what_a_slide_is_laid_out_by_brings_it_back(changed: Any, tmp_path: Path, laid: list[str]) -> None:
    here = deck(slide(), themes=(_theme(),))
    checked(here, tmp_path / "x.fits")
    laid.clear()
    checked(changed(here), tmp_path / "x.fits")
    assert laid == ["a/b"]


def test_another_program_believes_nothing(tmp_path: Path, laid: list[str]) -> None:
    checked(deck(slide()), tmp_path / "x.fits", b"1")
    laid.clear()
    checked(deck(slide()), tmp_path / "x.fits", b"2")
    assert laid == ["a/b"]


def test_every_file_of_the_program_counts(tmp_path: Path) -> None:
    folder = tmp_path / "code"
    (folder / "inner").mkdir(parents=True)
    (folder / "a.py").write_text("a", encoding="utf-8")
    (folder / "inner" / "b.py").write_text("b", encoding="utf-8")
    before = program_stamp([folder])
    assert program_stamp([folder]) == before
    os.utime(folder / "inner" / "b.py", ns=(1, 1))
    assert program_stamp([folder]) != before
    assert program_stamp([folder / "a.py"]) != program_stamp([folder / "inner" / "b.py"])


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"short",
        b"\0" * 400,
        pytest.param(None, id="a byte that flipped"),
    ],
)
def test_a_damaged_file_is_as_good_as_none(spoilt: bytes | None, tmp_path: Path, laid: list[str]) -> None:
    file = tmp_path / "x.fits"
    here = deck(slide(points=(LONG, LONG)))
    first = checked(here, file)
    whole = file.read_bytes()
    file.write_bytes(whole[:-3] + bytes([whole[-3] ^ 1]) + whole[-2:] if spoilt is None else spoilt)
    laid.clear()
    assert checked(here, file) == first
    assert laid == ["a/b"]
    assert file.read_bytes() == whole, "and it is mended"


def test_other_rows_of_a_feed_are_another_key(tmp_path: Path) -> None:
    memory = FitMemory(tmp_path / "x.fits")
    here = deck(slide())
    style = next(iter(here.styles.values()))
    feed: Any = object()
    one, two = (
        Snapshot(columns=(Column(name="a", cells=cells),), file="a.csv", time_s=5.0) for cells in (("1",), ("2",))
    )
    fed = structs.replace(here, slides={"a/b": cast(Slide, _Fed(feed))})
    keys = [memory.keys(fed, style, (), {feed: snapshot})["a/b"] for snapshot in (one, two, one)]
    assert keys[0] == keys[2] != keys[1]


def test_slides_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "x.fits"
    checked(with_digest(deck(slide()), "first"), file)
    size = file.stat().st_size
    checked(with_digest(deck(slide()), "second"), file)
    assert file.stat().st_size == size


def test_decks_of_long_ago_are_forgotten(tmp_path: Path) -> None:
    for k in range(MOST_FILES + 3):
        file = tmp_path / f"{k}{SUFFIX}"
        memory = FitMemory(file)
        memory.keep(b"key", (Verdict("points", TOO_LONG, TOO_LONG),))
        memory.save()
        os.utime(file, (k, k))
    assert len(list(tmp_path.glob("*"))) <= MOST_FILES + 1
    assert not (tmp_path / f"0{SUFFIX}").exists()


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert checked(deck(slide()), tmp_path / "file" / "x.fits") == ()


def test_every_deck_has_a_file_of_its_own_in_the_users_folder() -> None:
    one, two = (memory_of(folder)._file for folder in ("/a/deck", "/b/deck"))
    assert one.parent == two.parent
    assert one != two
    assert memory_of("/a/../a/deck")._file == one


def _theme() -> Any:
    from jn_presenter.model.deck import Theme
    from jn_presenter.model.text import plain

    return Theme(id="a", title=plain("t"), slides=("a/b",))


def _bolder(here: Deck) -> Any:
    style = next(iter(here.styles.values()))
    return structs.replace(style, accent="#123456")


class _Fed:
    """A slide with one element, of both of which nothing matters but the feed."""

    id, theme, digest, free = "a/b", "a", "x", ()

    def __init__(self, feed: object) -> None:
        self.slots = (("chart", (self,)),)
        self.feeds = lambda: (feed,)
