"""The file of a delegation's visit."""

from jn_presenter.load.people import MOST_GUESTS
from jn_presenter.model.visit import Person, Visit
from jn_presenter.schema import scalars
from jn_presenter.schema.lists import language, many
from jn_presenter.schema.types import Definitions, mapping
from jn_presenter.schema.words import Schema


def visit(parts: Definitions) -> Schema:
    """visits/<id>.yaml."""
    languages = many(language(), 0)
    slides = many(slide_id(), 0)
    person = parts.ref("person", lambda: _person(parts))
    more = {
        "delegation": scalars.text(),
        "leader": person,
        "guests": {"type": "array", "items": person, "maxItems": MOST_GUESTS},
        "host": person,
        "languages": languages,
        "notes_languages": languages,
        "themes": many(scalars.named(), 0),
        "stress": slides,
        "hide": slides,
    }
    schema = mapping(Visit, parts, but=("id",), more=more)
    schema["properties"]["minutes"] |= {"exclusiveMinimum": 0}
    one_of_both = "minutes 和 until 只写一个 · write minutes or until, not both"
    return schema | {"not": {"required": ["minutes", "until"]}, "errorMessage": one_of_both}


def slide_id() -> Schema:
    """The id of a slide."""
    return scalars.matching(
        r"^[^/]+/[^/]+$", "写“专题/页”，如 industry/smart-grid", "a slide, as in industry/smart-grid"
    )


def _person(parts: Definitions) -> Schema:
    """A name, plainly or in several languages, or a mapping with what else there is to say."""
    names = scalars.text()
    return {"anyOf": [names, mapping(Person, parts)], "defaultSnippets": names["defaultSnippets"]}
