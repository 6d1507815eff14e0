"""From key presses to commands: keys, auto-repeat, held keys and answers to a question, by an injected clock."""

from msgspec import Struct, structs

from jn_presenter.show.chords import ANY
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.keymap import DEFAULT, KeyMap
from jn_presenter.show.state import ShowState

HOLD_MS = 1500.0
"""How long a key is held until it means something else."""
MODIFIERS = frozenset({"Shift", "Control", "Alt", "Meta", "CapsLock", "NumLock", "ScrollLock"})
"""Keys that are only part of a chord to come; alone they read `Control`, on some systems `Ctrl+Control`."""


class Keyboard(Struct, frozen=True):
    """The key that is being held and may come to mean something else, since when, and whether it already has.

    A window that loses the focus begins with a new one, since it will not see the release.
    """

    holding: str = ""
    since_ms: float = 0.0
    called: bool = False


def press(
    keyboard: Keyboard,
    state: ShowState,
    chord: str,
    now_ms: float,
    is_repeat: bool = False,
    keymap: KeyMap = DEFAULT,
) -> tuple[Keyboard, str | None]:
    """A key goes down, or the keyboard repeats it: the new keyboard, and the name of the command it calls.

    chord: QKeySequence's portable text without the keypad's `Num+`. While a question waits, every key is an answer
    and nothing else; so it is while something lies over the console. A tool in hand takes its own keys alone. Repeats
    of a key that was down before answer nothing.
    """
    if not chord or chord.rpartition("+")[2] in MODIFIERS:
        return keyboard, None
    if is_repeat and chord == keyboard.holding:
        return held(keyboard, now_ms, keymap)
    waiting = state.asking or state.overlay
    if waiting:
        answers = keymap.pressed[waiting]
        return Keyboard(), None if is_repeat else answers.get(chord, answers.get(ANY))
    name = keymap.pressed[""].get(chord)
    if state.tool:
        name = keymap.pressed["tool"].get(chord, name)
    if is_repeat:
        return keyboard, name if name is not None and COMMANDS[name].repeat else None
    return Keyboard(chord, now_ms) if chord in keymap.held else Keyboard(), name


def release(keyboard: Keyboard, chord: str, is_repeat: bool = False) -> Keyboard:
    """A key goes up. X11 repeats a held key as pairs of release and press: those releases are repeats."""
    return keyboard if is_repeat or chord != keyboard.holding else Keyboard()


def held(keyboard: Keyboard, now_ms: float, keymap: KeyMap = DEFAULT) -> tuple[Keyboard, str | None]:
    """What holding the key has come to mean by now: called once for each time it is held.

    Nothing where a new keymap has come in the meantime that knows no such key.
    """
    due = due_ms(keyboard)
    if due is None or now_ms < due:
        return keyboard, None
    return structs.replace(keyboard, called=True), keymap.held.get(keyboard.holding)


def due_ms(keyboard: Keyboard) -> float | None:
    """When to ask `held`, or None while no key waits."""
    return keyboard.since_ms + HOLD_MS if keyboard.holding and not keyboard.called else None
