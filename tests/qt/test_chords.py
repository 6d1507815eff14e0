"""The spelling of keys is that of Qt, since presses come in it."""

from PySide6.QtGui import QKeySequence

from jn_presenter.show.chords import ANY, HOLD, NAMES
from jn_presenter.show.commands import COMMANDS


def portable(chord: str) -> str:
    return QKeySequence.fromString(chord, QKeySequence.SequenceFormat.PortableText).toString(
        QKeySequence.SequenceFormat.PortableText
    )


def test_every_named_key_is_called_as_qt_does() -> None:
    assert [name for name in NAMES if portable(name) != name] == []


def test_every_key_of_a_command_is_written_as_a_press_of_it_reads() -> None:
    keys = {key.removeprefix(HOLD) for command in COMMANDS.values() for key in command.keys} - {ANY}
    assert {key for key in keys if portable(key) != key} == set()
    assert portable("Meta+Ctrl+Alt+Shift+A") == "Meta+Ctrl+Alt+Shift+A"
