"""How the kiosk says it is."""

import json
import os

from jn_presenter.supervise.ladder import DECK, GOOD
from jn_presenter.supervise.protocol import Content
from jn_presenter.supervise.status import Fallen, Status, as_json, changed, memory_of

WELL = Status(
    version="1.0",
    deck="/home/anna/hall",
    pid=7,
    since_s=1000.4,
    rung=DECK,
    restarts=2,
    showing_s=61.234,
    beat_age_s=0.4,
    slide="a/一",
    child=8,
    memory=123,
    aside=(("a/bad", 4000.6),),
    good="abcd",
    last_crash=Fallen(990.5, "a/bad", "signal", None, "SIGSEGV"),
)


def test_all_of_it_is_in_the_file() -> None:
    found = json.loads(as_json(WELL, 2000.0))
    assert found["healthy"] is True
    assert (found["deck"], found["rung"], found["pid"], found["child"]) == ("/home/anna/hall", "deck", 7, 8)
    assert found["aside"] == [{"slide": "a/bad", "left_s": 4001}]
    assert found["last_crash"] == {"at_s": 990.5, "slide": "a/bad", "how": "signal", "code": None, "signal": "SIGSEGV"}
    assert (found["at_s"], found["since_s"], found["showing_s"]) == (2000, 1000, 61)
    assert "一" in as_json(WELL, 2000.0).decode()


def test_the_network_is_told_nothing_of_the_machine() -> None:
    said = as_json(WELL, 2000.0, public=True).decode()
    assert not {"deck", "pid", "child"} & json.loads(said).keys()
    assert "/" not in said.replace("a/bad", "").replace("a/一", "")
    assert "anna" not in said
    said = as_json(WELL._replace(content=Content(2, "a/b.yaml:1", "secret.yaml")), 2000.0, public=True).decode()
    assert json.loads(said)["content"] == {"errors": 2, "copy": False}
    assert "yaml" not in said


def test_it_is_well_only_with_the_deck_that_was_asked_for_on_the_screen() -> None:
    assert WELL.healthy
    assert not WELL._replace(rung=GOOD).healthy
    assert not WELL._replace(showing_s=None).healthy
    assert not WELL._replace(content=Content(1, "x", copy=True)).healthy
    assert WELL._replace(content=Content(1, "x", "y")).healthy


def test_what_only_goes_on_is_no_change() -> None:
    assert changed(None, WELL)
    assert not changed(
        WELL, WELL._replace(showing_s=99.0, beat_age_s=0.9, slide="a/2", memory=9, aside=(("a/bad", 1.0),))
    )
    for change in (
        {"rung": GOOD},
        {"restarts": 3},
        {"showing_s": None},
        {"aside": ()},
        {"seen": False},
        {"closed": True},
        {"good": "x"},
    ):
        assert changed(WELL, WELL._replace(**change))


def test_the_memory_of_a_process_is_known_where_the_system_tells() -> None:
    found = memory_of(os.getpid())
    assert found is not None
    assert 1 << 20 < found < 1 << 40
    assert memory_of(1 << 30) is None
