"""Every kind of file, saved in every way, in every mode: what it says is seen, and nothing else moves."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench.saving import ALL_WAYS, Way, renamed
from jn_presenter.compose import FittedSlide, fit_slide
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.qt.scene import fits
from tests.reloading import KINDS, MODES, ONE, TWO, Editing, Running, calm, contents, write

pytestmark = pytest.mark.usefixtures("qtbot")
Start = Callable[[str], Running]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Iterator[Start]:
    calm(monkeypatch)
    caplog.set_level("WARNING")  # a kiosk says what is wrong with a file while it is half written
    running: list[Running] = []

    def make(mode: str) -> Running:
        running.append(MODES[mode](write(tmp_path / "deck")))
        return running[-1]

    yield make
    for one in running:
        one.end()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("way", ALL_WAYS, ids=lambda way: way.__name__)
def test_what_is_saved_is_seen(start: Start, mode: str, way: Way) -> None:
    running = start(mode)
    for kind in KINDS:
        before = running.seen(kind)
        state = running.store.state
        running.save(way, kind, contents(1)[kind])
        if mode == "present":
            assert running.store.state == state, kind
        assert running.seen(kind) != before, kind
        assert not running.store.problems, kind
        running.save(renamed, kind, contents(0)[kind])
        assert running.seen(kind) == before, kind


REBUILT: dict[str, set[str]] = {
    "briefing.yaml": set(),
    "facts.yaml": {ONE, TWO},
    "theme/theme.yaml": {ONE, TWO},
    "styles/own.yaml": {ONE, TWO},
    f"{ONE}.yaml": {ONE},
    f"{TWO}.yaml": {TWO},
    "pictures/p.png": {ONE},
    "pictures/p.svg": {ONE},
    "data/rows.csv": set(),
    "data/rows.xlsx": set(),
}
"""Which slides are laid out again; a chart alone gets its new data without that."""


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The slides that are laid out from now on."""
    found: list[str] = []

    def counted(deck: Deck, slide: Slide, *rest: object, **more: object) -> FittedSlide:
        found.append(slide.id)
        return fit_slide(deck, slide, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(fits, "fit_slide", counted)
    return found


def test_only_what_changed_is_laid_out_again(start: Start, laid_out: list[str]) -> None:
    running = start("present")
    for kind in KINDS:
        for slide in (ONE, TWO):
            running.picture(slide)
        laid_out.clear()
        running.save(renamed, kind, contents(1)[kind])
        for slide in (ONE, TWO):
            running.picture(slide)
        assert set(laid_out) == REBUILT[kind], kind
        assert len(laid_out) == len(set(laid_out)), kind


def test_what_says_the_same_as_before_is_not_laid_out_again(start: Start, laid_out: list[str]) -> None:
    running = start("present")
    for slide in (ONE, TWO):
        running.picture(slide)
    laid_out.clear()
    for kind in KINDS:
        data = contents(0)[kind]
        more = b"# more\n" if kind.endswith(".yaml") and "/one" not in kind and "/two" not in kind else b""
        running.save(renamed, kind, data + more)
    for slide in (ONE, TWO):
        running.picture(slide)
    assert [slide for slide in laid_out if slide == TWO] == []


def drop(running: Running, name: str) -> bytes:
    """Take a file away, and look."""
    path = running.folder / name
    data = path.read_bytes()
    path.unlink()
    running.look()
    return data


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["pictures/p.png", "data/rows.csv", "styles/own.yaml", "facts.yaml", f"{ONE}.yaml"])
def test_what_is_taken_away_is_shown_on_and_followed_when_it_is_back(start: Start, mode: str, name: str) -> None:
    running = start(mode)
    before = running.seen(name)
    drop(running, name)
    assert running.seen(name) == before
    (running.folder / name).write_bytes(contents(1)[name])
    running.look()
    assert running.seen(name) != before


@pytest.mark.parametrize("mode", MODES)
def test_a_theme_that_is_listed_first_and_written_then_comes(start: Start, mode: str) -> None:
    running = start(mode)
    brief = contents(0)["briefing.yaml"]
    running.save(renamed, "briefing.yaml", brief.replace(b"themes: [theme]", b"themes: [theme, late]"))
    assert any(problem.code == "unknown-theme" for problem in running.following._holder.loaded.problems)
    (running.folder / "late").mkdir()
    (running.folder / "late" / "new.yaml").write_bytes(contents(0)[f"{TWO}.yaml"])
    (running.folder / "late" / "theme.yaml").write_bytes("title: 晚到\naccent: azure\nslides: [new]\n".encode())
    running.look()
    running.seen("briefing.yaml")
    assert "late/new" in running.store.deck.slides


@pytest.mark.parametrize("mode", MODES)
def test_a_style_of_the_decks_own_takes_the_place_of_the_bundled_one(start: Start, mode: str) -> None:
    running = start(mode)
    brief, own = contents(0)["briefing.yaml"], contents(1)["styles/own.yaml"]
    running.save(renamed, "briefing.yaml", brief.replace(b"styles: [own]", b"styles: [night]"))
    running.seen("briefing.yaml")
    before = running.store.deck.styles["night"]
    (running.folder / "styles" / "night.yaml").write_bytes(own.replace(b"name: own", b"name: night"))
    running.look()
    running.seen("briefing.yaml")
    assert running.store.deck.styles["night"].ground != before.ground
    assert running.store.state.style == "night"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", ["pictures/p.png", "pictures/p.svg", "data/rows.csv", "data/rows.xlsx", f"{ONE}.yaml"])
def test_half_a_file_is_told_and_not_shown(start: Start, mode: str, kind: str) -> None:
    running = start(mode)
    before = running.seen(kind)
    data = contents(1)[kind]
    (running.folder / kind).write_bytes(data[: len(data) // 2])
    running.look()
    assert running.seen(kind) == before
    (running.folder / kind).write_bytes(data)
    running.look()
    assert running.seen(kind) != before
    assert not running.store.problems


def test_a_picture_that_an_unsaved_slide_names_is_followed(start: Start) -> None:
    running = start("edit")
    assert isinstance(running, Editing)
    (running.folder / "pictures" / "q.png").write_bytes(contents(0)["pictures/p.png"])
    running.session.type(contents(0)[f"{ONE}.yaml"].decode().replace("p.png", "q.png"))
    running.session._read()
    before = running.picture(ONE)
    (running.folder / "pictures" / "q.png").write_bytes(contents(1)["pictures/p.png"])
    running.look()
    assert running.picture(ONE) != before
    assert list(running.session.work.unsaved) == [f"{ONE}.yaml"]
