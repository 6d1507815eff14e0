"""What is told of a chart, a drawing or a picture to whoever does not see it."""

from collections.abc import Iterable

from jn_presenter.draw.native import digits, words_in
from jn_presenter.model.element import Element, Env
from jn_presenter.model.marks import AnyMark
from jn_presenter.model.text import Text

MOST = 24
"""Figures that are told; of more the first, and how many there are is in the chart's own table."""
TARGET = {"zh": "目标", "ja": "目標"}


def alt_text(element: Element | None, marks: Iterable[AnyMark], env: Env) -> str:
    """What it is, and the figures that it shows with their names; those that are targets are said to be."""
    language = env.languages[0]
    own = getattr(element, "alt", None)
    if isinstance(own, Text):
        return words_in(own, env)
    kind = what(element, language)
    zh = language.startswith(("zh", "ja"))
    told = dict.fromkeys(
        " ".join(filter(None, (datum.label, _state(datum.state, language), digits(datum.value) + datum.unit)))
        for mark in marks
        if (datum := mark.datum) is not None and datum.value is not None
    )
    figures = ("；" if zh else "; ").join(list(told)[:MOST])
    return ("：" if zh else ": ").join(part for part in (kind, figures) if part)


def _state(state: str, language: str) -> str:
    return TARGET.get(language.partition("-")[0], "target") if state == "target" else ""


def what(element: Element | None, language: str) -> str:
    """What kind of an element it is, in a word."""
    if element is None:
        return ""
    if language.startswith("zh"):
        return element.about.partition("：")[0]
    return type(element).__module__.rpartition(".")[2].replace("_", " ")
