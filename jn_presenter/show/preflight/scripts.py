"""The check of scripts: which font sets the words of which language, and for which of them there is none."""

from msgspec import Struct

from jn_presenter.model.text import Message
from jn_presenter.show.preflight.values import Check, Item, some

TITLE = Message("各种文字用的字体", "A font for each script")


class Script(Struct, frozen=True):
    """A language with what is to be said of its font. remedy: what to do where this computer has none."""

    language: str
    said: Message
    remedy: Message | None = None


def script_check(scripts: tuple[Script, ...]) -> Check:
    """scripts: of every language that is to be read, by the audience or in names."""
    without = [one for one in scripts if one.remedy is not None]
    said = some(len(scripts), "{n} 种语言都有字体", "A font for {n} language", "A font for each of {n} languages")
    if without:
        said = some(
            len(without),
            "{n} 种语言没有字体，会显示成空框",
            "{n} language has no font: boxes would stand in for its words",
            "{n} languages have no font: boxes would stand in for their words",
        )
    return Check(
        key="scripts",
        group="deck",
        title=TITLE,
        state="wrong" if without else "green",
        said=said,
        todo=without[0].remedy if without else None,
        items=tuple(Item(one.said) for one in scripts),
    )
