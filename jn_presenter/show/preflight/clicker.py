"""The clicker test: which command each press would call, without calling it."""

from msgspec import Struct, structs

from jn_presenter.model.text import Message
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.keyhelp import label
from jn_presenter.show.keymap import KeyMap
from jn_presenter.show.keys import MODIFIERS
from jn_presenter.show.preflight.values import Check, Item

TITLE = Message("按一遍翻页笔的键", "Press each button of the clicker")
NEEDED = {"next": Message("下一步", "next"), "previous": Message("上一步", "previous")}
LEAVES = "Esc"
"""Clickers send it too, to end a show: only twice in a row does it put the test away."""
MOST = 4
"""Presses that are told, the last first."""


class Clicker(Struct, frozen=True):
    """The presses so far, as (chord, command or empty), the last at the end; and all commands that were called."""

    presses: tuple[tuple[str, str], ...] = ()
    called: frozenset[str] = frozenset()


def pressed(clicker: Clicker, chord: str, keymap: KeyMap) -> Clicker:
    """With a press more; keys that are only part of a chord to come are none."""
    if not chord or chord.rpartition("+")[2] in MODIFIERS:
        return clicker
    name = keymap.pressed[""].get(chord, "")
    presses = (*clicker.presses, (chord, name))[-MOST:]
    return structs.replace(clicker, presses=presses, called=clicker.called | ({name} if name else set()))


def leaves(clicker: Clicker, chord: str) -> bool:
    """Whether this press asks to leave: the second Esc in a row."""
    return chord == LEAVES and bool(clicker.presses) and clicker.presses[-1][0] == LEAVES


def clicker_check(clicker: Clicker) -> Check:
    """Green once next and previous were seen."""
    left = [words for name, words in NEEDED.items() if name not in clicker.called]
    said = Message("下一步、上一步都收到了", "Next and previous have come in")
    if len(left) == len(NEEDED):
        said = Message(
            "还没有收到；按键不影响放映，Esc 要连按两次才收起",
            "Nothing yet; the show stays as it is, and Esc closes this only when pressed twice",
        )
    elif left:
        said = Message(f"还差：{left[0].zh}", f"Still to come: {left[0].en}")
    deaf = clicker.presses and not clicker.presses[-1][1]
    return Check(
        key="clicker",
        group="clicker",
        title=TITLE,
        state="waiting" if left else "green",
        said=said,
        todo=Message("这个键没有命令，可在 keys.yaml 里指定", "That key calls nothing; keys.yaml can give it a command")
        if deaf
        else None,
        items=tuple(Item(_told(*press)) for press in reversed(clicker.presses)),
    )


def _told(chord: str, name: str) -> Message:
    if not name:
        return Message(f"{label(chord, 'zh')} → 无", f"{label(chord, 'en')} → nothing")
    help_words = COMMANDS[name].help
    return Message(f"{label(chord, 'zh')} → {_short(help_words.zh)}", f"{label(chord, 'en')} → {_short(help_words.en)}")


def _short(words: str) -> str:
    """The help's first clause."""
    for mark in ("；", ";"):
        words = words.partition(mark)[0]
    return words
