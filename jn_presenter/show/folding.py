"""Words in the one form in which they are compared: no capitals, no accents, no full-width forms, place by place."""

import unicodedata


class _Folds(dict[int, str]):
    """Character -> its folded form, looked up once each; always one character, so that places stay places."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        wide = unicodedata.normalize("NFKC", character)
        folded = (wide if len(wide) == 1 else character).casefold()
        base = unicodedata.normalize("NFD", folded)[:1]
        # only Latin letters lose their marks: がん and かん are two words
        found = base if base.isascii() and base else folded
        if len(found) != 1 or found.isspace() or not found.isprintable():
            found = " " if found.isspace() or not character.isprintable() else character
        self[code] = found
        return found


_FOLDS = _Folds()


def fold(words: str) -> str:
    """The words folded, as long as they were. Signs that take no room count as blanks, as do breaks."""
    return words.translate(_FOLDS)
