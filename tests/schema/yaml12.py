"""YAML as editors read it, by the core schema of YAML 1.2: `no` is a word, `2020` a number, `true` a boolean."""

import re
from typing import Any

import yaml


class Core(yaml.CSafeLoader):
    """Numbers, booleans and nothing; no dates, no yes and no."""


Core.yaml_implicit_resolvers = {}
for name, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(f"^(?:{pattern})$"), list(first))
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value[:400]))
Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def values(text: str | bytes) -> Any:
    """What the text says, every key as a word. Raises yaml.YAMLError."""
    return _with_words(yaml.load(text, Loader=Core))


def _with_words(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _with_words(one) for key, one in value.items()}
    return [_with_words(one) for one in value] if isinstance(value, list) else value
