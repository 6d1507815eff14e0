"""`steps`: what each click reveals."""

import pytest

from jn_presenter.load.nodes import Mapping
from jn_presenter.load.reading import BAD
from jn_presenter.load.steps import steps
from jn_presenter.model.deck import Target
from tests.load.world import briefs, tree

PARTS = {"title": 1, "points": 3, "chart": 2, "icon": 1, "broken": None}


def read(text: str) -> tuple[object, list[str]]:
    root, reading = tree(f"x: {text}\n")
    assert isinstance(root, Mapping)
    node = root.get("x")
    assert node is not None
    return steps(node, reading, PARTS), briefs(reading.problems)


def told(entries: object) -> list[list[str]]:
    assert isinstance(entries, tuple)
    return [[f"{it.slot}.{it.part}" if it.part else it.slot for it in entry] for entry in entries]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[]", []),
        ("[points, chart]", [["points"], ["chart"]]),
        ("[points.2, points.1]", [["points.2"], ["points.1"]]),
        ("[points.each]", [["points.1"], ["points.2"], ["points.3"]]),
        ("[icon.each]", [["icon.1"]]),
        ("[[points, chart]]", [["points", "chart"]]),
        ("[points.1, [points.2, points.3], title]", [["points.1"], ["points.2", "points.3"], ["title"]]),
        ("[[points.each, chart.each, icon]]", [["points.1", "chart.1", "icon"], ["points.2", "chart.2"], ["points.3"]]),
        ("\n  - points\n  - - chart.1\n    - icon\n", [["points"], ["chart.1", "icon"]]),
    ],
)
def test_entries_become_one_tuple_of_targets_a_click(text: str, expected: list[list[str]]) -> None:
    found, problems = read(text)
    assert problems == []
    assert told(found) == expected


def test_a_target_without_a_part_is_the_whole_slot() -> None:
    assert read("[points]")[0] == ((Target("points", 0),),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("points", ["wrong-type:1:4"]),
        ("[chat]", ["unknown-slot:1:5"]),
        ("[points.4]", ["bad-step:1:5"]),
        ("[points.0]", ["bad-step:1:5"]),
        ("[points.-1]", ["bad-step:1:5"]),
        ("[points.x]", ["bad-step:1:5"]),
        ("[points.]", ["bad-step:1:5"]),
        ("[points.²]", ["bad-step:1:5"]),
        ("[points." + "9" * 5000 + "]", ["bad-step:1:5"]),
        ("[points.1.2]", ["bad-step:1:5"]),
        ("[points, points]", ["repeated-step:1:13"]),
        ("[points, points.1]", ["repeated-step:1:13"]),
        ("[points.1, points]", ["repeated-step:1:15"]),
        ("[points.1, points.each]", ["repeated-step:1:15"]),
        ("[[points, points.1]]", ["repeated-step:1:14"]),
        ("[{a: b}]", ["wrong-type:1:5"]),
        ("[[[points]]]", ["wrong-type:1:6"]),
        ("[null]", ["null:1:5"]),
        ("[chat, points.9, icon]", ["unknown-slot:1:5", "bad-step:1:11"]),
        ("[broken]", []),
        ("[[]]", ["empty:1:5"]),
    ],
)
def test_a_step_that_cannot_be_is_refused(text: str, expected: list[str]) -> None:
    assert read(text) == (BAD, expected)
