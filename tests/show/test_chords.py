import pytest

from jn_presenter.show.chords import NAMES, chord_of, key_of
from jn_presenter.show.commands import COMMANDS


@pytest.mark.parametrize(
    ("words", "chord"),
    [
        ("b", "B"),
        ("B", "B"),
        ("ctrl+q", "Ctrl+Q"),
        ("Control + Q", "Ctrl+Q"),
        ("shift+ctrl+alt+meta+a", "Meta+Ctrl+Alt+Shift+A"),
        ("pagedown", "PgDown"),
        ("PgDn", "PgDown"),
        ("Delete", "Del"),
        ("escape", "Esc"),
        ("f5", "F5"),
        ("Shift+F5", "Shift+F5"),
        ("media next", "Media Next"),
        (".", "."),
        ("?", "?"),
        ("+", "+"),
        ("Ctrl++", "Ctrl++"),
        ("é", "É"),
        ("any", "Any"),
    ],
)
def test_a_key_is_known_however_it_is_written(words, chord):
    assert chord_of(words) == chord


@pytest.mark.parametrize(
    "words", ["", " ", "Ctrl+", "Ctrl", "F36", "PgDwn", "Hyper+A", "Ctrl+Ctrl+A", "++", "Ctrl+Any", "ab", "\t"]
)
def test_what_is_no_key_is_none(words):
    assert chord_of(words) is None


@pytest.mark.parametrize("words", ["Shift+/", "Shift+?", "Shift+1", "Shift+Space"])
def test_what_no_press_could_call_is_none(words):
    assert chord_of(words) is None


def test_a_chord_may_have_to_be_held():
    assert (key_of("hold escape"), key_of("Hold ctrl+q"), key_of("B")) == ("hold Esc", "hold Ctrl+Q", "B")
    assert (key_of("hold"), key_of("hold Any"), key_of("hold x y")) == (None, None, None)


def test_the_commands_write_their_keys_in_the_one_spelling():
    assert all(key_of(key) == key for command in COMMANDS.values() for key in command.keys)
    assert all(chord_of(name) == name for name in NAMES)
