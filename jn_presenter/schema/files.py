"""The kinds of files that have a schema, and the text of each."""

import json
from collections.abc import Callable
from pathlib import PurePath

from msgspec import Struct

from jn_presenter.model.text import Message
from jn_presenter.schema import lists, machines, visits
from jn_presenter.schema.slide import slide
from jn_presenter.schema.types import Definitions
from jn_presenter.schema.words import Schema, both

DRAFT = "http://json-schema.org/draft-07/schema#"


class Kind(Struct, frozen=True, kw_only=True):
    """One kind of file: what it is, and what makes its schema."""

    about: Message
    make: Callable[[Definitions], Schema]


KINDS = {
    "slide": Kind(about=Message("一页幻灯片", "A slide"), make=slide),
    "briefing": Kind(about=Message("整份汇报", "The briefing as a whole"), make=lists.briefing),
    "theme": Kind(about=Message("一个专题", "A theme of the briefing"), make=lists.theme),
    "facts": Kind(about=Message("数据", "The facts"), make=lists.facts),
    "glossary": Kind(about=Message("专有名称", "Names and terms"), make=lists.glossary),
    "questions": Kind(about=Message("客人会问的问题", "What guests may ask"), make=lists.questions),
    "visit": Kind(about=Message("来访团组", "The visit of a delegation"), make=visits.visit),
    "style": Kind(about=Message("画面风格", "A visual look"), make=lists.style),
    "keys": Kind(about=Message("自己的按键", "Keys of one's own"), make=machines.keys),
    "kiosk": Kind(about=Message("一体机本机的设置", "The settings of a kiosk's machine"), make=machines.kiosk),
}
"""By the name of the schema's file."""


def document(name: str) -> str:
    """The schema of that kind as the text of a JSON file. Raises KeyError where there is no such kind."""
    kind, parts = KINDS[name], Definitions()
    schema = kind.make(parts)
    whole: Schema = {
        "$schema": DRAFT,
        "title": f"{kind.about.zh} · {kind.about.en}",
        "description": both(kind.about.zh, kind.about.en),
        **schema,
    }
    if parts.made:
        whole["definitions"] = dict(sorted(parts.made.items()))
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def kind_of(file: PurePath) -> str:
    """The kind of a file of a deck, by its path in it."""
    if file.parent.name == "styles":
        return "style"
    if file.parent.name == "visits" and file.stem != "theme":
        return "visit"
    return file.stem if file.stem in KINDS and file.stem != "slide" else "slide"
