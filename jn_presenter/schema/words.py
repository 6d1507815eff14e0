"""What a schema says to an editor: Chinese first, then English, from the annotations and docstrings of the structs."""

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal, get_args, get_origin

from msgspec import Meta, Struct

from jn_presenter.model.text import Message

Schema = dict[str, Any]
Choices = Mapping[str, tuple[str, str]]


def both(zh: str, en: str) -> str:
    """A description in both languages, a paragraph each; one that is missing leaves no gap."""
    return "\n\n".join(part for part in (zh, en) if part)


def told(message: Message) -> str:
    """A message as a description."""
    return both(message.zh, message.en)


def notes(hint: Any) -> tuple[Any, tuple[Meta, ...]]:
    """The type of an annotation, and what is said of it."""
    if get_origin(hint) is not Annotated:
        return hint, ()
    inner, *more = get_args(hint)
    below, deeper = notes(inner)
    return below, (*deeper, *(note for note in more if isinstance(note, Meta)))


def described(found: Iterable[Meta]) -> str:
    """What `doc(…)` says of a field, in both languages; empty where there is none."""
    return next((both((note.extra or {}).get("zh", ""), note.description) for note in found if note.description), "")


def choices(found: Iterable[Meta]) -> Choices:
    """What `doc(…)` says of the words that a field may have."""
    return next((note.extra["choices"] for note in found if note.extra and "choices" in note.extra), {})


def words_of(hint: Any) -> tuple[str, ...]:
    """The words of a Literal; none for any other type."""
    return get_args(hint) if get_origin(hint) is Literal else ()


def one_of(words: Iterable[str], about: Choices) -> Schema:
    """One of the words, each with what it means."""
    listed = list(words)
    found: Schema = {"type": "string", "enum": listed}
    if about:
        found["enumDescriptions"] = [both(*about.get(word, ("", ""))) for word in listed]
    return found


def title(name: str, cls: type[Struct]) -> str:
    """What an element or a feed is called: the first words of what is said of it in Chinese, and its type."""
    return f"{re.split('[：，；（]', summary(cls).zh)[0]} · {name}"


def summary(cls: type[Struct]) -> Message:
    """What an element or a feed is, in one line: `about`, and the docstring's first paragraph."""
    return Message(getattr(cls, "about", ""), " ".join((cls.__doc__ or "").partition("\n\n")[0].split()))
