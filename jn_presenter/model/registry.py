"""Parts that are found by their file: one file in a package is one part, loaded when it is first asked for."""

import importlib
import pkgutil
import re
from typing import Generic, TypeVar

Part = TypeVar("Part")
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Registry(Generic[Part]):
    """The parts of one package, by name; `chart-right` is the attribute `attribute` of chart_right.py.

    Loading is lazy because a show starts with one slide and needs only what that slide uses.
    """

    def __init__(self, package: str, attribute: str) -> None:
        self._package = package
        self._attribute = attribute
        self._parts: dict[str, Part] = {}

    def names(self) -> tuple[str, ...]:
        """Every name there is, sorted; nothing is loaded."""
        path = importlib.import_module(self._package).__path__
        found = (module.name for module in pkgutil.iter_modules(path))
        return tuple(sorted(name.replace("_", "-") for name in found if not name.startswith("_")))

    def get(self, name: str) -> Part | None:
        """The part of that name, or None where there is no such file."""
        if name in self._parts:
            return self._parts[name]
        if not NAME.fullmatch(name):
            return None
        module = f"{self._package}.{name.replace('-', '_')}"
        try:
            part: Part = getattr(importlib.import_module(module), self._attribute)
        except ModuleNotFoundError as error:
            if error.name != module:
                raise
            return None
        self._parts[name] = part
        return part

    def __getitem__(self, name: str) -> Part:
        """The part of that name. Raises KeyError where there is none."""
        part = self.get(name)
        if part is None:
            raise KeyError(f"{self._package} has no {name!r}; it has {', '.join(self.names())}")
        return part

    def all(self) -> dict[str, Part]:
        """Every part by name, all loaded: for the schema, the docs and the tests."""
        return {name: self[name] for name in self.names()}
