"""`steps`: entries such as points, points.2, points.each or [points.2, chart], to what each click reveals."""

from collections.abc import Mapping as MappingType

from jn_presenter.load.nodes import Node, Scalar, Sequence
from jn_presenter.load.reading import BAD, Bad, Reading
from jn_presenter.load.words import no_list, present, wrong_kind
from jn_presenter.model.deck import Target
from jn_presenter.model.text import Message

EACH = "each"
MOST_STEPS = 200
Steps = tuple[tuple[Target, ...], ...]


def steps(node: Node, reading: Reading, parts: MappingType[str, int | None]) -> Steps | Bad:
    """The steps, one tuple of targets a click.

    parts: how many parts each slot of the slide has; None where the slot is broken, so that nothing is said of it.
    """
    if not isinstance(node, Sequence):
        return no_list(node, reading, Message("一个列表 [……]", "a list, […]")) if present(node, reading) else BAD
    found: list[tuple[Target, ...]] = []
    seen: set[Target] = set()
    good = node.sound
    for item in node.items:
        members = item.items if isinstance(item, Sequence) else (item,)
        if not members:
            reading.report(
                item,
                "empty",
                Message("这一步是空的", "this step shows nothing"),
                Message("写上要出现的内容，或删去它", "name what it shows, or remove it"),
            )
        expanded = [_entry(member, reading, parts, seen) for member in members]
        if any(isinstance(entry, Bad) for entry in expanded) or not expanded:
            good = False
            continue
        together = [entry for entry in expanded if not isinstance(entry, Bad)]
        clicks = range(max(len(entry) for entry in together))
        found.extend(tuple(entry[k] for entry in together if k < len(entry)) for k in clicks)
    if len(found) > MOST_STEPS:
        reading.report(
            node,
            "too-many-steps",
            Message(f"步骤超过 {MOST_STEPS} 个", f"more than {MOST_STEPS} steps"),
            Message("把内容分到几页", "split the slide"),
        )
        good = False
    return tuple(found) if good else BAD


def _entry(
    node: Node, reading: Reading, parts: MappingType[str, int | None], seen: set[Target]
) -> tuple[Target, ...] | Bad:
    """The targets of one entry, one for each click that it takes."""
    if not present(node, reading):
        return BAD
    if not isinstance(node, Scalar):
        return wrong_kind(node, reading, Message("一个位置的名称", "the name of a slot"))
    slot, dot, part = node.value.partition(".")
    if slot not in parts:
        message = Message(f"这一页没有 “{slot[:40]}”", f"this slide has no {slot[:40]!r}")
        none = Message("先写上内容", "give the slide its content first")
        reading.unknown(node, node.value, tuple(parts), "unknown-slot", message, otherwise=none)
        return BAD
    count = parts[slot]
    if count is None:
        return BAD
    targets = _targets(slot, part, count) if dot else (Target(slot),)
    if targets is None:
        reading.report(
            node,
            "bad-step",
            Message(f"{slot} 只有 {count} 个部分", f"{slot} has {count} parts"),
            Message(
                f"写 {slot}、{slot}.1 到 {slot}.{count}，或 {slot}.each",
                f"write {slot}, {slot}.1 to {slot}.{count}, or {slot}.each",
            ),
        )
        return BAD
    whole = Target(slot)
    if seen.intersection(targets) or whole in seen or (whole in targets and any(old.slot == slot for old in seen)):
        reading.report(
            node,
            "repeated-step",
            Message(f"{node.value} 已经在前面的步骤里出现过", f"{node.value} is shown by an earlier step already"),
            Message("删去这一个", "remove this one"),
        )
        return BAD
    seen.update(targets)
    return targets


def _targets(slot: str, part: str, count: int) -> tuple[Target, ...] | None:
    """The targets of `slot.part`, None where there is no such part."""
    if part == EACH:
        return tuple(Target(slot, k) for k in range(1, count + 1)) or None
    if not part.isascii() or not part.isdigit() or len(part) > 4 or not 1 <= int(part) <= count:
        return None
    return (Target(slot, int(part)),)
