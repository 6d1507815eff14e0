"""What a guard is: a piece of the program's text, the same text without it, and the tests that tell them apart."""

from msgspec import Struct


class Guard(Struct, frozen=True):
    """`was` stands in the file exactly once. tests: pytest's names of those of which one has to fail with `off`."""

    name: str
    """What would happen without it."""
    file: str
    """From the root of the checkout."""
    was: str
    off: str
    tests: tuple[str, ...]


def guards(file: str, tests: str, *lines: tuple[str, str, str, str]) -> tuple[Guard, ...]:
    """Those of one module, each as (name, was, off, test).

    The tests stand in the file `tests`, but for those that are written with another one, as `packs/test_x.py::test_y`.
    """
    return tuple(
        Guard(
            name,
            f"jn_presenter/{file}",
            was,
            off,
            tuple(f"tests/{one}" if "::" in one else f"tests/{tests}::{one}" for one in names.split()),
        )
        for name, was, off, names in lines
    )
