"""Styles: every token checked where it stands."""

import pytest

from jn_presenter.load.styles import style
from jn_presenter.model.style import Style
from jn_presenter.paths import resources
from tests.load.world import GOOD, briefs, tree

BASE = """ground: ["#ffffff", "#eeeeee"]
motif_ink: "#cccccc"
ink: "#000000"
quiet: "#333333"
faint: "#dddddd"
accent: "#0a4f8f"
"""


def read(text: str | bytes, name: str = "mine") -> tuple[Style | None, list[str]]:
    root, reading = tree(text)
    assert root is not None
    return style(root, reading, name), briefs(reading.problems)


def test_a_style_is_read_and_takes_its_name_from_the_file() -> None:
    made, problems = read((GOOD / "styles" / "plain.yaml").read_bytes(), "plain")
    assert problems == []
    assert made is not None
    assert made.name == "plain"
    assert dict(made.accents) == {"azure": "#0a4f8f", "lime": "#446600"}
    assert (made.type.title, made.type.body) == (80.0, 36)
    assert made.motion.duration == 0


@pytest.mark.parametrize("file", sorted((resources() / "styles").glob("*.yaml")), ids=lambda file: file.stem)
def test_the_bundled_styles_are_whole(file: object) -> None:
    made, problems = read(file.read_bytes(), file.stem)  # type: ignore[attr-defined]
    assert problems == []
    assert made is not None


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("name: other\n", ["style-name:7:7"]),
        ("series: [red]\n", ["unknown-colour:7:10"]),
        ('accents: {a: "#fff"}\n', ["unknown-colour:7:14"]),
        ("motif: dragon\n", ["not-a-choice:7:8"]),
        ("type: {title: 10, body: 600}\n", ["out-of-bounds:7:15", "out-of-bounds:7:25"]),
        ("type: {head: 30}\n", ["unknown-key:7:8"]),
        ("motion: {duration: -1, stagger: 2}\n", ["out-of-bounds:7:20", "out-of-bounds:7:33"]),
        ("glow: true\n", ["unknown-key:7:1"]),
    ],
)
def test_a_token_that_cannot_be_is_refused(more: str, expected: list[str]) -> None:
    assert read(BASE + more) == (None, expected)


def test_all_problems_of_a_style_are_found_at_once() -> None:
    _, problems = read('ground: ["#ffffff"]\nink: black\naccent: #0a4f8f\ntype: {note: 2}\n')
    assert problems == [
        "missing-key:1:1",
        "wrong-count:1:9",
        "unknown-colour:2:6",
        "lost-comment:3:9",
        "out-of-bounds:4:14",
    ]
