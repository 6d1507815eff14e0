"""What the schemas have to say of a file, by a validator that is not ours."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft7Validator, ValidationError

from jn_presenter.schema import document


@cache
def schema(kind: str) -> dict[str, Any]:
    """The schema as its file has it."""
    made: dict[str, Any] = json.loads(document(kind))
    return made


@cache
def validator(kind: str) -> Draft7Validator:
    """A validator by that schema."""
    return Draft7Validator(schema(kind))


def complaints(kind: str, found: Any) -> list[str]:
    """All complaints, each with where it is about: `steps/0: …`."""
    return [
        f"{'/'.join(map(str, told.absolute_path))}: {told.message[:200]}"
        for error in validator(kind).iter_errors(found)
        for told in _deepest(error)
    ]


def _deepest(error: ValidationError) -> Iterator[ValidationError]:
    """The complaints below one about alternatives, or the complaint itself."""
    if not error.context:
        yield error
    for below in error.context or ():
        yield from _deepest(below)
