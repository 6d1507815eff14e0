"""A kiosk whose deck is broken when it starts, or goes away while it runs, as somebody in the hall sees it."""

import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.kept import Hall, number, wait_for
from jn_presenter.load import load_deck
from jn_presenter.load.lastgood import good_deck, keep
from tests.e2e.desk import NEEDS

pytestmark = NEEDS


@pytest.fixture
def hall() -> Iterator[Hall]:
    with Hall(1280, 720) as made:
        yield made


def status(hall: Hall) -> dict[str, object]:
    try:
        found = json.loads((hall.folder / "kiosk" / "status.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    assert isinstance(found, dict)
    return found


def content(hall: Hall) -> dict[str, object]:
    found = status(hall).get("content")
    return found if isinstance(found, dict) else {}


def test_a_deck_that_is_broken_at_the_start_is_its_last_good_copy_until_it_is_mended(hall: Hall) -> None:
    briefing = hall.deck / "briefing.yaml"
    good = briefing.read_bytes()
    keep(load_deck(hall.deck), hall.folder / "kiosk" / "good")
    briefing.write_bytes(b"themes: [\n")
    with hall.kiosk() as kiosk:
        wait_for(lambda: content(hall).get("copy") is True, "a status that tells of the copy")
        assert status(hall)["healthy"] is False
        assert status(hall)["restarts"] == 0
        assert "the last good copy is shown" in kiosk.log
        briefing.write_bytes(good)
        wait_for(lambda: content(hall).get("copy") is False, "the deck itself")
        assert number(hall.screen) is not None
        os.kill(kiosk.show(), signal.SIGKILL)
        wait_for(lambda: status(hall).get("restarts") == 1, "a restart")
        kiosk.seen()
        assert content(hall).get("copy") is False


def test_a_folder_that_goes_away_is_shown_on_and_followed_when_it_is_back(hall: Hall) -> None:
    with hall.kiosk() as kiosk:
        kiosk.change()
        away = hall.deck.with_name("away")
        hall.deck.rename(away)
        wait_for(lambda: bool(content(hall).get("errors")), "a status that says so")
        for _ in range(3):
            kiosk.change()
        away.rename(hall.deck)
        wait_for(lambda: content(hall).get("errors") == 0, "a status that says that all is well")
        kiosk.change()
        assert status(hall)["restarts"] == 0


def test_with_the_folder_gone_for_good_a_new_show_has_its_copy(hall: Hall) -> None:
    keep(load_deck(hall.deck), hall.folder / "kiosk" / "good")
    with hall.kiosk() as kiosk:
        hall.deck.rename(hall.deck.with_name("away"))
        os.kill(kiosk.show(), signal.SIGKILL)
        wait_for(lambda: content(hall).get("copy") is True, "a status that tells of the copy")
        kiosk.seen()
        assert good_deck(Path(hall.folder, "kiosk", "good")) is not None


def test_a_deck_that_crashes_the_show_gives_way_to_its_copy(hall: Hall) -> None:
    keep(load_deck(hall.deck), hall.folder / "kiosk" / "good")
    only_the_copy = f'case "$*" in */good/deck\\ *) exec {sys.executable} -m jn_presenter "$@";; *) exit 3;; esac'
    with hall.kiosk("/bin/sh", "-c", only_the_copy, "sh"):
        wait_for(lambda: status(hall).get("rung") == "good", "a status that tells of the copy")
        wait_for(lambda: status(hall).get("showing_s") is not None, "a status that says that it is shown")
        assert number(hall.screen) is not None
        assert status(hall)["healthy"] is False
