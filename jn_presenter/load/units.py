"""Units, sources and named dues of facts.yaml: how a language writes a figure, who published it, which period ends."""

import re
from collections.abc import Callable
from typing import Any, get_args

from jn_presenter.load.bounds import in_bounds
from jn_presenter.load.convert import Field, fields, mapping
from jn_presenter.load.dates import real_date
from jn_presenter.load.keyed import not_a_mapping
from jn_presenter.load.nodes import Mapping, Node, Scalar
from jn_presenter.load.reading import BAD, Bad, Reading
from jn_presenter.load.scalars import number
from jn_presenter.load.words import present, string, text
from jn_presenter.model.fact import Form, Source, Unit, UnitForms
from jn_presenter.model.text import Message, Text

ID = re.compile(r"[a-z][a-z0-9-]*")
FORMS: tuple[str, ...] = get_args(Form)


def by_id(node: Node | None, reading: Reading, convert: Callable[[Scalar, Node, Reading], Any]) -> dict[str, Any]:
    """A mapping of ids to what `convert` makes of them."""
    if node is None or not present(node, reading):
        return {}
    if not isinstance(node, Mapping):
        not_a_mapping(node, reading)
        return {}
    values = ((key.value, convert(key, value, reading)) for key, value in node.entries)
    return {name: value for name, value in values if value is not BAD}


def proper_id(node: Scalar, reading: Reading) -> bool:
    """Whether the word can be an id; a problem says what one looks like."""
    if ID.fullmatch(node.value):
        return True
    reading.report(
        node,
        "bad-id",
        Message(f"“{node.value[:40]}” 不能作代号", f"{node.value[:40]!r} cannot be an id"),
        Message("用小写字母、数字和 -，以字母开头", "use small letters, digits and -, a letter first"),
    )
    return False


def source(key: Scalar, node: Node, reading: Reading) -> Source | Bad:
    """Who published the facts."""
    if not proper_id(key, reading) or not present(node, reading):
        return BAD
    if not isinstance(node, Mapping):
        return not_a_mapping(node, reading)
    values, good = mapping(node, reading, fields(Source, frozenset({"id"})))
    return Source(id=key.value, **values) if good else BAD


def due(key: Scalar, node: Node, reading: Reading) -> Text | Bad:
    """The name of the period that ends with the due."""
    if real_date(key.value):
        return text(node, reading) if present(node, reading) else BAD
    reading.report(
        key,
        "bad-date",
        Message(f"“{key.value[:40]}” 不是日期", f"{key.value[:40]!r} is not a date"),
        Message("写成 2021、2021-06 或 2021-06-04", "write 2021, 2021-06 or 2021-06-04"),
    )
    return BAD


def unit(key: Scalar, node: Node, reading: Reading) -> Unit | Bad:
    """A unit: `scale`, and for each language a mapping of forms."""
    if not proper_id(key, reading) or not present(node, reading):
        return BAD
    if not isinstance(node, Mapping):
        return not_a_mapping(node, reading)
    table = {tag: Field(tag, _forms, True) for tag in reading.context.languages}
    values, good = mapping(node, reading, {"scale": Field("scale", number, False), **table})
    scale = node.get("scale")
    if scale is not None and "scale" in values:
        good = in_bounds(scale, reading, values["scale"], gt=0) and good
    if not good:
        return BAD
    languages = tuple((tag, values.pop(tag)) for tag in reading.context.languages)
    return Unit(id=key.value, languages=languages, **values)


def _forms(node: Node, reading: Reading) -> UnitForms | Bad:
    if not isinstance(node, Mapping):
        return not_a_mapping(node, reading) if present(node, reading) else BAD
    values, good = mapping(node, reading, FORM_FIELDS)
    return UnitForms(tuple(values.items())) if good else BAD


def _form(node: Node, reading: Reading) -> str | Bad:
    form = string(node, reading)
    if isinstance(form, Bad):
        return BAD
    if form.count("{v}") == 1 and not re.search(r"[{}]", form.replace("{v}", "").replace("{word}", "", 1)):
        return form
    reading.report(
        node,
        "bad-form",
        Message("这里要有一个 {v}，代表数字", "here should be one {v}, which stands for the number"),
        Message('如 "{v}家"、"{word}{v}亿元"，要加引号', 'as in "{v} companies" or "{word}{v}亿元", with the quotes'),
    )
    return BAD


def _given_form(node: Node, reading: Reading) -> str | Bad:
    return _form(node, reading) if present(node, reading) else BAD


FORM_FIELDS = {form: Field(form, _given_form, form == "exact") for form in FORMS}
