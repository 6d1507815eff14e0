"""Films before an audience: when they play, what is seen of them, and that they are let go of."""

import sys
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from jn_presenter.model.fields import Clip
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message
from jn_presenter.qt.scene import films
from tests.decks import bars_slide, deck, points_slide
from tests.films import Stand, Stands, film_slide
from tests.qt.windows.conftest import Open, Rig

Make = Callable[..., Rig]
RED, BLUE = "#ff0000", "#0000ff"


@pytest.fixture
def stands(monkeypatch: pytest.MonkeyPatch) -> Stands:
    made = Stands()
    monkeypatch.setattr(films, "Films", partial(films.Films, open_=made))
    return made


def settle(here: Rig) -> None:
    """Let what moves come to its end, and open what waits for that."""
    for _ in range(4):
        here.tick(1000.0)
    playing = here.audience.projector._films
    if playing is not None and playing._opening.isActive():
        playing._opening.stop()
        playing._open_all()


def middle(here: Rig) -> str:
    pixmap = here.audience.stage.image()
    assert pixmap is not None
    image: QImage = pixmap.toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2 + 20).name()


def at(here: Rig, *commands: str) -> Rig:
    for command in commands:
        here.store.dispatch(command)
        settle(here)
    return here


def begin(rig: Make, stands: Stands, *slides: object, **state: object) -> tuple[Rig, Stand]:
    here = rig(deck(*slides), **state)  # type: ignore[arg-type]
    settle(here)
    return here, stands.opened[-1]


def test_a_film_plays_when_its_slide_is_seen_and_its_frames_are_painted(rig: Make, stands: Stands) -> None:
    here, player = begin(rig, stands, film_slide("a/one"), points_slide("a/two"))
    poster = middle(here)
    assert player.asked == ["play"]
    player.give(RED)
    assert middle(here) == RED != poster
    player.give(BLUE)
    assert middle(here) == BLUE


def test_decks_without_a_film_know_nothing_of_players(rig: Make, stands: Stands) -> None:
    here = rig(deck(bars_slide("a/one"), points_slide("a/two")))
    at(here, "next", "previous")
    assert here.audience.projector._films is None
    assert stands.opened == []
    assert "PySide6.QtMultimedia" not in sys.modules


def test_a_film_on_the_next_slide_is_not_opened_before_it_is_seen(rig: Make, stands: Stands) -> None:
    here = rig(deck(points_slide("a/one", steps=()), film_slide("a/two")))
    settle(here)
    assert stands.opened == []
    at(here, "next")
    assert [player.now for player in stands.opened] == ["play"]


@pytest.mark.parametrize("transition", ["none", "fade"])
def test_a_slide_that_is_left_lets_go_of_its_film_and_begins_anew(rig: Make, stands: Stands, transition: str) -> None:
    here = rig(deck(film_slide("a/one"), film_slide("a/two"), transition=transition))
    settle(here)
    stands.opened[0].give(RED)
    at(here, "next")
    assert [player.asked for player in stands.opened] == [["play", "close"], ["play"]]
    assert middle(here) != RED
    at(here, "previous")
    assert [player.now for player in stands.opened] == ["close", "close", "play"]
    assert middle(here) != RED


def test_the_same_film_on_the_next_slide_begins_anew(rig: Make, stands: Stands) -> None:
    clip = Clip("a.mp4", 1600, 900, "1")
    here, player = begin(rig, stands, film_slide("a/one", file=clip), film_slide("a/two", file=clip))
    player.give(RED)
    at(here, "next")
    assert [one.now for one in stands.opened] == ["close", "play"]
    assert middle(here) != RED


def test_what_is_frozen_before_its_film_began_begins_when_it_is_thawed(rig: Make, stands: Stands) -> None:
    here = rig(deck(film_slide("a/one"), points_slide("a/two")))
    at(here, "freeze")
    assert stands.opened == []
    at(here, "freeze")
    assert [player.now for player in stands.opened] == ["play"]


def test_a_transition_leads_away_from_what_was_seen_of_the_film(rig: Make, stands: Stands) -> None:
    here = rig(deck(film_slide("a/one"), points_slide("a/two"), transition="fade"))
    settle(here)
    stands.opened[0].give(RED)
    here.store.dispatch("next")
    painted = here.audience.stage.grab().toImage()
    assert painted.pixelColor(480, 290).name() == RED
    assert stands.opened[0].now == "close"


def test_a_slide_that_is_only_passed_opens_nothing(rig: Make, stands: Stands) -> None:
    here = rig(deck(points_slide("a/one", steps=()), film_slide("a/two"), points_slide("a/three", steps=())))
    settle(here)
    here.store.dispatch("next")
    here.tick(1000.0)
    here.store.dispatch("next")
    settle(here)
    assert stands.opened == []


@pytest.mark.parametrize(("stop", "go"), [("freeze", "freeze"), ("blank-black", "blank-black"), ("blank-logo", "show")])
def test_frozen_and_blanked_it_pauses_and_goes_on_afterwards(rig: Make, stands: Stands, stop: str, go: str) -> None:
    here, player = begin(rig, stands, film_slide("a/one"), points_slide("a/two"))
    player.give(RED)
    at(here, stop)
    assert player.asked == ["play", "pause"]
    at(here, go)
    assert player.asked == ["play", "pause", "play"]
    assert middle(here) == RED


def test_a_frozen_audience_keeps_its_frame_while_the_presenter_looks_ahead(rig: Make, stands: Stands) -> None:
    here, player = begin(rig, stands, film_slide("a/one"), film_slide("a/two"))
    player.give(RED)
    at(here, "freeze", "next")
    assert middle(here) == RED
    assert player.asked == ["play", "pause"]
    assert len(stands.opened) == 1
    at(here, "freeze")
    assert [one.now for one in stands.opened] == ["close", "play"]


def test_a_film_that_waits_for_its_step_is_started_by_it_and_ended_by_taking_it_back(rig: Make, stands: Stands) -> None:
    here = rig(deck(film_slide("a/one", late=True, start="step")))
    settle(here)
    assert stands.opened == []
    at(here, "next")
    stands.opened[0].give(RED)
    assert middle(here) == RED
    at(here, "previous")
    assert stands.opened[0].now == "close"
    assert middle(here) != RED


def test_it_goes_on_through_a_change_of_language_and_style(rig: Make, stands: Stands) -> None:
    here, player = begin(rig, stands, film_slide("a/one"))
    player.give(RED)
    at(here, "language", "style")
    assert player.asked == ["play"]
    assert middle(here) == RED


def test_another_file_of_that_name_is_played_instead(rig: Make, stands: Stands) -> None:
    from tests.qt.windows.conftest import loaded

    here, player = begin(rig, stands, film_slide("a/one"))
    player.give(RED)
    here.store.take(loaded(deck(film_slide("a/one", file=Clip("a/one.mp4", 1600, 900, "2")))))
    settle(here)
    assert player.now == "close"
    assert [one.mark.stamp for one in stands.opened] == ["1", "2"]
    assert middle(here) != RED


def test_at_its_end_it_lets_go_of_the_file_and_its_last_frame_stays(rig: Make, stands: Stands) -> None:
    here, player = begin(rig, stands, film_slide("a/one"), points_slide("a/two"))
    player.give(RED)
    player.told.ended()
    assert player.now == "close"
    at(here, "freeze", "freeze")
    assert middle(here) == RED
    assert len(stands.opened) == 1


def test_the_show_ends_with_its_players(rig: Make, stands: Stands) -> None:
    here, player = begin(rig, stands, film_slide("a/one"))
    playing = here.audience.projector._films
    assert playing is not None
    playing.close()
    assert player.now == "close"


def test_a_film_that_cannot_be_played_is_a_problem_on_the_console_and_a_poster_for_the_audience(
    rig: Make, stands: Stands, console: Open, qtbot: QtBot
) -> None:
    here, player = begin(rig, stands, film_slide("a/one"), points_slide("a/two"))
    made = console(here)
    poster = middle(here)
    player.give(RED)
    said = Message("坏了", "it is broken")
    player.told.failed(Finding(code="unplayable-video", message=said, hint=Message("换", "use another")))
    assert middle(here) == poster
    assert player.now == "close"
    qtbot.waitUntil(lambda: "it is broken" in made.about.text)
    assert "use another" in made.about.text
    at(here, "next")
    qtbot.waitUntil(lambda: "it is broken" not in made.about.text)


def test_without_the_extra_the_poster_stands_and_the_console_says_what_to_type(
    rig: Make, console: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No stand-in: this is what happens where the extra is not installed."""
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    monkeypatch.delitem(sys.modules, "jn_presenter.qt.scene.player", raising=False)
    here = rig(deck(film_slide("a/one"), points_slide("a/two")))
    made = console(here)
    poster = middle(here)
    settle(here)
    (path, finding), *others = here.store.unplayed
    assert (path, finding.code, others) == ("chart", "no-player", [])
    line = finding.hint.en
    assert "run.py video" in line or "-m pip install PySide6-Addons==" in line
    assert middle(here) == poster
    assert QColor(poster) != QColor(RED)
    qtbot.waitUntil(lambda: "no video player is installed" in made.about.text)
