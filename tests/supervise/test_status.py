"""How the kiosk says it is."""

import json
import os

from jn_presenter.supervise.ladder import DECK, GOOD, SAFE
from jn_presenter.supervise.protocol import Content
from jn_presenter.supervise.status import Fallen, Status, Why, as_json, changed, memory_of

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
    assert found["aside"] == [{"slide": "a/bad", "left_s": 4001, "crash": None}]
    assert found["last_crash"] == {
        "at_s": 990.5,
        "slide": "a/bad",
        "how": "signal",
        "code": None,
        "signal": "SIGSEGV",
        "first": "",
    }
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
    fallen = Fallen(1.0, "", "exit", 2, "", "secret.yaml:1:1: …")
    why = Why(((DECK, fallen),), (("a/bad", fallen),))
    said = as_json(WELL._replace(rung=SAFE, last_crash=fallen, why=why), 2000.0, public=True).decode()
    assert json.loads(said)["why"][0]["crash"]["code"] == 2
    assert "yaml" not in said


def test_why_it_is_not_the_deck_is_said_for_each_rung_above_alone() -> None:
    one, two, three = (Fallen(at, f"a/{at}", "hang") for at in (1.0, 2.0, 3.0))
    why = Why().after(one, before=DECK, rung=GOOD, aside="").after(two, before=GOOD, rung=SAFE, aside="")

    def told(rung: int, why: Why) -> list[tuple[str, float]]:
        found = json.loads(as_json(WELL._replace(rung=rung, why=why), 9.0))["why"]
        return [(one["rung"], one["crash"]["at_s"]) for one in found]

    assert told(SAFE, why) == [("deck", 1.0), ("good", 2.0)]
    assert told(GOOD, why) == [("deck", 1.0)]
    assert told(DECK, why) == []
    assert told(SAFE, why.after(three, before=DECK, rung=SAFE, aside="")) == [("deck", 3.0)]
    assert why.after(three, before=SAFE, rung=DECK, aside="").rungs == (), "a plain page that cannot begin"


def test_each_slide_set_aside_has_its_own_reason() -> None:
    one, two = Fallen(1.0, "a/bad", "hang"), Fallen(2.0, "a/bad", "signal", None, "SIGSEGV")
    why = Why().after(one, before=DECK, rung=DECK, aside="a/bad").after(two, before=DECK, rung=DECK, aside="a/bad")
    why = why.after(one, before=DECK, rung=DECK, aside="")
    (aside,) = json.loads(as_json(WELL._replace(why=why), 9.0))["aside"]
    assert aside["crash"]["signal"] == "SIGSEGV"


def test_it_is_well_only_with_the_deck_that_was_asked_for_on_the_screen() -> None:
    assert WELL.healthy
    assert not WELL._replace(rung=GOOD).healthy
    assert not WELL._replace(showing_s=None).healthy
    assert not WELL._replace(content=Content(1, "x", copy=True)).healthy
    assert WELL._replace(content=Content(1, "x", "y")).healthy
    assert not WELL._replace(seen=False).healthy
    assert WELL._replace(seen=False, closed=True).healthy


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
    plain = WELL._replace(rung=SAFE)
    assert changed(plain._replace(showing_s=None), plain), "a plain page that has come up is still not well, but shown"


def test_the_memory_of_a_process_is_known_where_the_system_tells() -> None:
    found = memory_of(os.getpid())
    assert found is not None
    assert 1 << 20 < found < 1 << 40
    assert memory_of(1 << 30) is None
