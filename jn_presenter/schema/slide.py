"""A slide: its own keys, and the slots of its `layout`."""

from functools import partial
from itertools import count

from msgspec import structs

from jn_presenter.elements import ELEMENTS
from jn_presenter.layouts import LAYOUTS
from jn_presenter.load.slides import KEYS, MOST_FACTS, OWN, TITLE
from jn_presenter.load.steps import EACH, MOST_STEPS
from jn_presenter.model.deck import Slide
from jn_presenter.model.layout import Layout, Slot
from jn_presenter.schema.elements import filling, free, place
from jn_presenter.schema.scalars import matching
from jn_presenter.schema.types import Definitions, said
from jn_presenter.schema.words import Schema, both, told

LAYOUT, STEPS = "layout", "steps"
MOST_MINUTES = 600


def slide(parts: Definitions) -> Schema:
    """One slide's file."""
    layouts = LAYOUTS.all()
    own = parts.ref("slide", lambda: _own(parts))
    known: Schema = {"required": [LAYOUT], "properties": {LAYOUT: {"enum": list(layouts)}}}
    return {
        "type": "object",
        "required": [LAYOUT],
        "properties": {
            LAYOUT: {
                "description": both("版式", "the layout"),
                "type": "string",
                "enum": list(layouts),
                "enumDescriptions": [told(layout.doc) for layout in layouts.values()],
            }
        },
        "allOf": [
            *(
                {
                    "if": {"required": [LAYOUT], "properties": {LAYOUT: {"const": name}}},
                    "then": parts.ref(f"layout.{name}", partial(_of_layout, name, layout, own, parts)),
                }
                for name, layout in layouts.items()
            ),
            {"if": known, "else": {"allOf": [own], "defaultSnippets": [snippet(*found) for found in layouts.items()]}},
        ],
    }


def _own(parts: Definitions) -> Schema:
    """The keys that a slide of any layout may have."""
    listed = [field for field in structs.fields(Slide) if field.name not in OWN]
    keys = {field.encode_name: said(field, parts) for field in listed}
    keys["minutes"] |= {"exclusiveMinimum": 0, "maximum": MOST_MINUTES}
    keys["facts"] |= {"maxItems": MOST_FACTS, "uniqueItems": True}
    keys["free"] = {
        "description": both("放在任意位置的元素", "elements placed anywhere"),
        "type": "array",
        "items": parts.ref("free", lambda: free(parts)),
    }
    return {"title": "每页都要有 · every slide", "properties": keys, "required": [TITLE]}


def _of_layout(name: str, layout: Layout, own: Schema, parts: Definitions) -> Schema:
    names = [LAYOUT, *KEYS, *(field.encode_name for field in structs.fields(Slide) if field.name not in OWN)]
    slots = [slot for slot in layout.slots if slot.name != TITLE]
    schema: Schema = {
        "title": f"{layout.doc.zh} · {name}",
        "allOf": [own],
        "properties": dict.fromkeys(names, True)
        | {slot.name: _slot(slot, parts) for slot in slots}
        | {STEPS: _steps(layout)},
        "additionalProperties": False,
    }
    if needed := [slot.name for slot in slots if slot.required]:
        schema["required"] = needed
    return schema


def _slot(slot: Slot, parts: Definitions) -> Schema:
    one = place(ELEMENTS[slot.type], parts)
    if not slot.many:
        return {"description": told(slot.doc), **one}
    return {"description": told(slot.doc), "type": "array", "minItems": 1, "items": one}


def _steps(layout: Layout) -> Schema:
    """What each click reveals: a slot, a part of it, each part, or several at once."""
    names = [slot.name for slot in layout.slots]
    entry: Schema = {
        "anyOf": [
            matching(
                rf"^({'|'.join(names)})(\.({EACH}|[0-9]*[1-9][0-9]*))?$",
                f"写 {names[-1]}、{names[-1]}.2 或 {names[-1]}.{EACH}；可用的位置：{'、'.join(names)}",
                f"write {names[-1]}, {names[-1]}.2 or {names[-1]}.{EACH}; there are {', '.join(names)}",
            ),
            {"type": "string", "enum": [word for name in names[1:] for word in (name, f"{name}.{EACH}")]},
        ]
    }
    return {
        "description": both(
            "每次点击出现什么，如 [points.each, chart]", "what each click reveals: [points.each, chart]"
        ),
        "type": "array",
        "maxItems": MOST_STEPS,
        "items": {"anyOf": [entry, {"type": "array", "minItems": 1, "items": entry}]},
    }


def snippet(name: str, layout: Layout) -> Schema:
    """A slide of the layout to fill in: its title and the slots that it needs."""
    stops = count(1)
    body: Schema = {LAYOUT: name, TITLE: {"zh": f"${next(stops)}", "en": f"${next(stops)}"}}
    for slot in layout.slots:
        if slot.required and slot.name != TITLE:
            one = filling(ELEMENTS[slot.type], stops)
            body[slot.name] = [one] if slot.many else one
    return {"label": f"{name} {layout.doc.zh}", "description": told(layout.doc), "body": body}
