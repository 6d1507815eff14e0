"""Did you mean …? The nearest of the words that were possible, and the list of them, as a hint in two languages."""

from collections.abc import Collection, Iterable

from jn_presenter.model.text import Message

MOST_LISTED = 20
CLOSEST = 5
LONGEST = 80


def nearest(word: str, options: Iterable[str]) -> str:
    """The option most like `word`, or an empty string where none is like it."""
    return next(iter(near(word, options)), "")


def near(word: str, options: Iterable[str], count: int = 1, cutoff: float = 0.6) -> list[str]:
    """At most `count` options like `word`, the nearest first; `cutoff` is 0 for any to 1 for equal, as in difflib."""
    if not word or len(word) > LONGEST:
        return []
    options = tuple(options)
    if count == 1:
        from jn_presenter.load.slips.chinese import meant_in_chinese  # only a mistake pays for it

        if meant := meant_in_chinese(word, options):
            return [meant]
    known = {_key(option): option for option in options}
    key = _key(word)
    if count == 1 and key in known:
        return [known[key]]
    import difflib  # only a mistake pays for it

    return [known[found] for found in difflib.get_close_matches(key, known, n=count, cutoff=cutoff)]


def hint(word: str, options: Collection[str], *, otherwise: Message | None = None) -> Message:
    """What to write instead of `word`: the nearest option if there is one, and what else there is."""
    if not options and otherwise:
        return otherwise
    guess = nearest(word, options)
    listed = sorted(options) if len(options) <= MOST_LISTED else near(word, options, CLOSEST, 0.3)
    listed = listed or sorted(options)[:MOST_LISTED]
    more = len(options) - len(listed)
    zh = f"可以写：{'、'.join(listed)}{f'……（另有 {more} 个）' if more else ''}"
    en = f"there are: {', '.join(listed)}{f', … ({more} more)' if more else ''}"
    if guess:
        return Message(f"是否想写 {guess}？{zh}", f"did you mean {guess}? {en}")
    return Message(zh, en)


def _key(word: str) -> str:
    if not word.isascii():
        from jn_presenter.load.slips.lookalike import plain

        word = plain(word)
    return word.strip().lower().replace("_", "-").replace(" ", "-")
