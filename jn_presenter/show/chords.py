"""Keys as people write them, to the one spelling that a press has: `ctrl+pagedown` is Ctrl+PgDown."""

HOLD = "hold "
"""Before a chord that counts once it was held down for keys.HOLD_MS: `hold Esc`."""
ANY = "Any"
"""The chord that stands for every key which has no meaning of its own."""
MODIFIERS = {
    "meta": "Meta",
    "win": "Meta",
    "super": "Meta",
    "ctrl": "Ctrl",
    "control": "Ctrl",
    "alt": "Alt",
    "option": "Alt",
    "shift": "Shift",
}
ORDER = ("Meta", "Ctrl", "Alt", "Shift")
"""Of modifiers before a key, as QKeySequence's portable text has them."""
NAMES = (
    *("Esc", "Tab", "Backtab", "Backspace", "Return", "Enter", "Ins", "Del", "Pause", "Print", "SysReq", "Clear"),
    *("Home", "End", "Left", "Up", "Right", "Down", "PgUp", "PgDown", "Space", "Menu", "Help"),
    *("Back", "Forward", "Stop", "Refresh", "Volume Down", "Volume Mute", "Volume Up"),
    *("Media Play", "Media Stop", "Media Previous", "Media Next", "Media Pause", "Toggle Media Play/Pause"),
    *(f"F{k}" for k in range(1, 36)),
)
"""The keys with a name, as QKeySequence's portable text has them; all others are called by their character."""
OTHERS = {
    "escape": "Esc",
    "delete": "Del",
    "insert": "Ins",
    "pageup": "PgUp",
    "pgup": "PgUp",
    "pagedown": "PgDown",
    "pgdn": "PgDown",
    "spacebar": "Space",
    "any": ANY,
}
KEYS = {name.lower(): name for name in NAMES} | OTHERS


def chord_of(words: str) -> str | None:
    """The chord in its one spelling; None for a key that there is not, or that no press could call.

    Shift with a sign or a digit is such a one: what is pressed then is the sign that it makes, `?` and not `Shift+/`.
    """
    *before, key = _parts(words.strip())
    name = KEYS.get(key.lower()) or (key.upper() if len(key) == 1 and key.isprintable() and key != " " else "")
    modifiers = {MODIFIERS.get(word.strip().lower(), "") for word in before}
    if not name or "" in modifiers or len(modifiers) < len(before) or (name == ANY and modifiers):
        return None
    if modifiers == {"Shift"} and (name == "Space" or (len(name) == 1 and not name.isalpha())):
        return None
    return "+".join((*(one for one in ORDER if one in modifiers), name))


def key_of(words: str) -> str | None:
    """As chord_of, for a chord that may have to be held."""
    if not words.lower().startswith(HOLD):
        return chord_of(words)
    chord = chord_of(words[len(HOLD) :])
    return None if chord in (None, ANY) else f"{HOLD}{chord}"


def _parts(words: str) -> list[str]:
    """Modifiers and key; a plus at the end is the key itself."""
    if words.endswith("+"):
        return [*words[:-2].split("+"), "+"] if words.endswith("++") else (["+"] if words == "+" else [words])
    parts = words.split("+")
    return [*parts[:-1], parts[-1].strip()]
