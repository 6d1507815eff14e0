"""`kiosk:` of briefing.yaml: what can be used of it is used, since a kiosk runs where nobody mends a slip."""

from msgspec import structs

from jn_presenter.load.convert import fields, mapping
from jn_presenter.load.keyed import not_a_mapping
from jn_presenter.load.nodes import Mapping, Node, Sequence
from jn_presenter.load.reading import Reading
from jn_presenter.load.slips.suggest import hint
from jn_presenter.load.words import present
from jn_presenter.model.kiosk import Dwell, Kiosk
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message


def kiosk(node: Node, reading: Reading) -> Kiosk:
    """The node as a Kiosk; what is wrong in it is reported and stays as usual. For its loop see `known_loop`."""
    if not present(node, reading):
        return Kiosk()
    if not isinstance(node, Mapping):
        not_a_mapping(node, reading)
        return Kiosk()
    values, _ = mapping(node, reading, fields(Kiosk))
    made = Kiosk(**values)
    if made.dwell.least > made.dwell.most:
        _report_dwell(node.get("dwell") or node, made.dwell, reading)
        made = structs.replace(made, dwell=Dwell())
    return structs.replace(made, languages=_languages(node.get("languages"), made.languages, reading))


def known_loop(
    loop: tuple[str, ...], themes: tuple[str, ...], order: tuple[str, ...]
) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
    """The part of the loop that there is, and of the rest the paths and names."""
    known = frozenset((*themes, *order))
    unknown = [(f"kiosk.loop.{k}", name) for k, name in enumerate(loop, 1) if name not in known]
    return tuple(name for name in loop if name in known), unknown


def unknown_in_loop(name: str, themes: tuple[str, ...], order: tuple[str, ...]) -> Finding:
    """What is wrong with a name in the loop: most often only the theme's folder is missing before that of a slide."""
    same = next((slide for slide in order if slide.partition("/")[2] == name), "")
    guess = Message(f"是否想写 {same}？", f"did you mean {same}?") if same else None
    if "/" in name:
        message = Message(f"没有 “{name[:60]}” 这一页", f"there is no slide {name[:60]!r}")
        return Finding(code="unknown-slide", message=message, hint=hint(name, order))
    message = Message(f"没有 “{name[:60]}” 这个专题", f"there is no theme {name[:60]!r}")
    return Finding(code="unknown-theme", message=message, hint=guess or hint(name, themes))


def _report_dwell(node: Node, dwell: Dwell, reading: Reading) -> None:
    reading.report(
        node,
        "least-above-most",
        Message(
            f"最短停留 {dwell.least} 秒，比最长的 {dwell.most} 秒还长",
            f"the least, {dwell.least} s, is above the most, {dwell.most} s",
        ),
        Message("把 least 写小，或把 most 写大", "make least smaller, or most larger"),
    )


def _languages(node: Node | None, wanted: tuple[str, ...], reading: Reading) -> tuple[str, ...]:
    """Those that the briefing has."""
    offered = reading.context.languages
    for item in node.items if isinstance(node, Sequence) else ():
        tag = getattr(item, "value", "")
        if wanted and tag not in offered:
            reading.report(
                item,
                "unknown-language",
                Message(f"汇报里没有 “{tag[:40]}” 这种语言", f"the briefing has no language {tag[:40]!r}"),
                reading.suggest(tag, offered),
            )
    return tuple(dict.fromkeys(tag for tag in wanted if tag in offered))
