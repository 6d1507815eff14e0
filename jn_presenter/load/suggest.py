"""Did you mean …? The nearest of the words that were possible, and the list of them, as a hint in two languages."""

from collections.abc import Collection, Iterable

from jn_presenter.model.text import Message

MOST_LISTED = 20
LONGEST = 80


def nearest(word: str, options: Iterable[str]) -> str:
    """The option most like `word`, or an empty string where none is like it."""
    if not word or len(word) > LONGEST:
        return ""
    known = {option.lower().replace("_", "-"): option for option in options}
    key = word.strip().lower().replace("_", "-")
    if key in known:
        return known[key]
    import difflib  # only a mistake pays for it

    found = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
    return known[found[0]] if found else ""


def hint(word: str, options: Collection[str], *, otherwise: Message | None = None) -> Message:
    """What to write instead of `word`: the nearest option if there is one, and what else there is."""
    guess = nearest(word, options)
    listed = sorted(options)[:MOST_LISTED]
    more = len(options) - len(listed)
    zh = f"可以写：{'、'.join(listed)}{f'……（另有 {more} 个）' if more > 0 else ''}" if listed else ""
    en = f"there are: {', '.join(listed)}{f', … ({more} more)' if more > 0 else ''}" if listed else ""
    if guess:
        return Message(f"是否想写 {guess}？{zh}", f"did you mean {guess}? {en}".rstrip())
    if not listed and otherwise:
        return otherwise
    return Message(zh, en)
