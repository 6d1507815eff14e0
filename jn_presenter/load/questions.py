"""questions.yaml: what guests are expected to ask; a question that is broken is left out, and said."""

from msgspec import structs

from jn_presenter.load.convert import fields, mapping
from jn_presenter.load.keyed import not_a_mapping
from jn_presenter.load.nodes import Mapping, Node, Sequence
from jn_presenter.load.reading import Reading
from jn_presenter.load.words import present, wrong_kind
from jn_presenter.model.question import Expected
from jn_presenter.model.text import Message, Text


def questions(root: Node, reading: Reading, order: tuple[str, ...], themes: tuple[str, ...]) -> tuple[Expected, ...]:
    """The file's tree as questions, those that are in order; the problems of the others are in `reading`.

    order: the ids of all slides. themes: the ids of all themes. A question whose slide or theme there is not goes
    without, since its answer is still worth having.
    """
    if not isinstance(root, Mapping):
        not_a_mapping(root, reading)
        return ()
    mapping(root, reading, {}, ("questions",))
    node = root.get("questions")
    return asked(node, reading, order, themes) if node is not None else ()


def asked(node: Node, reading: Reading, order: tuple[str, ...], themes: tuple[str, ...]) -> tuple[Expected, ...]:
    """A list of questions, those that are in order."""
    if not present(node, reading):
        return ()
    if not isinstance(node, Sequence):
        wrong_kind(node, reading, Message("一个列表，每项一个 “- ”", "a list, '- ' before each item"))
        return ()
    found: dict[Text, Expected] = {}
    for item in node.items:
        question = _question(item, reading, order, themes)
        if question is None:
            continue
        if question.ask in found:
            _report_twice(item, question.ask, reading)
        else:
            found[question.ask] = question
    return tuple(found.values())


def _question(node: Node, reading: Reading, order: tuple[str, ...], themes: tuple[str, ...]) -> Expected | None:
    if not present(node, reading):
        return None
    if not isinstance(node, Mapping):
        not_a_mapping(node, reading)
        return None
    values, good = mapping(node, reading, fields(Expected))
    if not good:
        return None
    question = Expected(**values)
    for key, text in (("ask", question.ask), ("answer", question.answer)):
        if not all(words.strip() for _, words in text.variants):
            _report_empty(node.get(key) or node, reading)
            return None
    if question.slide and question.slide not in order:
        _report_slide(node.get("slide") or node, question.slide, reading, order)
        question = structs.replace(question, slide="")
    if question.theme and question.theme not in themes:
        _report_theme(node.get("theme") or node, question.theme, reading, themes)
        question = structs.replace(question, theme="")
    return structs.replace(question, theme=question.theme or question.slide.partition("/")[0])


def _report_slide(node: Node, slide: str, reading: Reading, order: tuple[str, ...]) -> None:
    """Most often only the theme's folder is missing before the name."""
    same = next((one for one in order if one.rpartition("/")[2] == slide.rpartition("/")[2]), "")
    reading.report(
        node,
        "unknown-slide",
        Message(f"没有 “{slide[:60]}” 这一页", f"there is no slide {slide[:60]!r}"),
        Message(f"是否想写 {same}？", f"did you mean {same}?") if same else reading.suggest(slide, order),
    )


def _report_theme(node: Node, theme: str, reading: Reading, themes: tuple[str, ...]) -> None:
    reading.report(
        node,
        "unknown-theme",
        Message(f"没有 “{theme[:60]}” 这个专题", f"there is no theme {theme[:60]!r}"),
        reading.suggest(theme, themes),
    )


def _report_empty(node: Node, reading: Reading) -> None:
    reading.report(
        node,
        "empty",
        Message("这里没有写字", "there are no words here"),
        Message("写上问题和回答，或删去这一条", "write question and answer, or remove the question"),
    )


def _report_twice(node: Node, ask: Text, reading: Reading) -> None:
    words = ask.variants[0][1][:40]
    reading.report(
        node,
        "duplicate-question",
        Message(f"“{words}” 写了两次", f"{words!r} is here twice"),
        Message("合成一条", "make it one question"),
    )
