"""What of a mad show's words is understood."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.supervise.protocol import Beat, Bye, Content, Going, Good, understood


def test_what_a_show_says() -> None:
    place = {"phase": "slides", "slide": "a/一"}
    line = json.dumps({"beat": 3, "slide": "a/b", "calm": False, "seen": True, "place": place}).encode()
    assert understood(line) == Beat("a/b", json.dumps(place, separators=(",", ":")), calm=False, seen=True)
    assert understood(b'{"beat": 4, "slide": "a/b", "closed": true}') == Beat("a/b", closed=True)
    assert understood(b'{"to": "a/b"}') == Going("a/b")
    assert understood(b'{"good": "0123abcd"}') == Good("0123abcd")
    assert understood(b'{"bye": "staff"}') == Bye("staff")
    said = {"errors": 2, "first": "a/b.yaml:3: …", "held": "", "copy": True}
    assert understood(json.dumps({"content": said}).encode()) == Content(2, "a/b.yaml:3: …", "", copy=True)


def test_of_what_is_said_about_the_content_only_what_makes_sense_is_taken() -> None:
    assert understood(b'{"content": {"errors": -1, "first": 3, "held": null, "copy": "no"}}') == Content()
    assert understood(b'{"content": {"errors": true}}') == Content()
    assert understood(b'{"content": []}') is None


def test_a_beat_counts_whatever_else_it_says() -> None:
    assert understood(b'{"beat": 1}') == Beat()
    assert understood(b'{"beat": 1, "slide": 7, "place": [1], "calm": "no"}') == Beat()


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"beat",
        b"[]",
        b"{",
        b'{"beat": true}',
        b'{"beat": "1"}',
        b'{"beat": 1.5}',
        b'{"bye": null}',
        b'{"good": 1}',
        b'{"to": []}',
        b'{"a": ' + b"[" * 4000,
        b'{"beat": 1, "place": {"x": "' + b"y" * 5000 + b'"}}',
        b'{"bye": "' + b"y" * 700 + b'"}',
        b"{\xff}",
    ],
)
def test_anything_else_is_nothing(line: bytes) -> None:
    assert understood(line) is None


@given(st.binary(max_size=200) | st.dictionaries(st.text(), st.none() | st.text()).map(json.dumps).map(str.encode))
def test_nothing_raises(line: bytes) -> None:
    understood(line)


@given(st.text(max_size=300))
def test_a_place_comes_back_as_one_word_that_any_system_takes(text: str) -> None:
    line = json.dumps({"beat": 1, "place": {"x": text}}).encode()
    said = understood(line)
    assert isinstance(said, Beat)
    assert said.place.isascii()
    assert "\0" not in said.place
    assert json.loads(said.place) == {"x": text}
