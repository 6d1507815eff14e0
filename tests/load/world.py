"""Small files and decks for the tests of load/, and what reading them gives."""

from pathlib import Path
from typing import Any

from msgspec import structs

from jn_presenter.load.convert import converter
from jn_presenter.load.nodes import Node
from jn_presenter.load.reader import read
from jn_presenter.load.reading import Context, Reading
from jn_presenter.model.fields import FactId
from jn_presenter.model.problem import Problem

DECKS = Path(__file__).parents[1] / "decks"
GOOD = DECKS / "good"

CONTEXT = Context(
    folder=str(GOOD),
    languages=("zh", "en"),
    facts={name: FactId(name) for name in ("opened", "visitors", "goal")},
    broken_facts=frozenset({"cracked"}),
    colours=frozenset({"ink", "quiet", "faint", "accent", "azure"}),
)

BRIEFING = "title: T\nlanguages: [zh, en]\nstyles: [night]\nthemes: [one]\n"
THEME = "title: One\nslides: [a, b]\n"
SLIDE = "layout: points\ntitle: {title}\npoints: [x, y]\n"
DECK = {
    "briefing.yaml": BRIEFING,
    "one/theme.yaml": THEME,
    "one/a.yaml": SLIDE.format(title="A"),
    "one/b.yaml": SLIDE.format(title="B"),
}


def context(**fields: Any) -> Context:
    """The tests' context with some fields of its own."""
    return structs.replace(CONTEXT, **fields)


def tree(text: str | bytes, shared: Context = CONTEXT) -> tuple[Node | None, Reading]:
    """A file's tree, and the notes taken while it was read."""
    reading = Reading("file.yaml", shared)
    data = text.encode() if isinstance(text, str) else text
    return read(data, reading), reading


def value_of(text: str, hint: Any, shared: Context = CONTEXT) -> tuple[Any, list[Problem]]:
    """What `text`, written after `x: `, is as a value of type `hint`, and the problems."""
    node, reading = tree(f"x: {text}\n", shared)
    assert node is not None, reading.problems
    found = node.get("x")  # type: ignore[union-attr]
    assert found is not None
    return converter(hint)(found, reading), reading.problems


def brief(problem: Problem) -> str:
    """code:line:column."""
    return f"{problem.code}:{problem.line}:{problem.column}"


def briefs(problems: Any) -> list[str]:
    """code:line:column of each problem, by place."""
    return [brief(problem) for problem in sorted(problems, key=lambda it: (it.line, it.column, it.code))]


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """The files in the folder, made where they are missing."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder
