"""What the code's colours say: keys are keys, and words between quotes are words."""

import pytest
from PySide6.QtGui import QTextDocument

from jn_presenter.qt.windows.dark import ACCENT
from jn_presenter.qt.windows.editor.highlight import Highlighter

GREEN, PINK = "#c9e29b", "#ffb3d1"


def colours(qtbot: object, line: str) -> list[tuple[str, str]]:
    """The coloured stretches of a line, and the colour of each."""
    document = QTextDocument(line)
    Highlighter(document).rehighlight()
    layout = document.firstBlock().layout()
    units = line.encode("utf-16-le")
    return [
        (
            units[2 * part.start : 2 * (part.start + part.length)].decode("utf-16-le"),
            part.format.foreground().color().name(),
        )
        for part in layout.formats()
    ]


@pytest.mark.parametrize(
    ("line", "part", "colour"),
    [
        ("layout: points", "layout", ACCENT),
        ("  - zh: 集聚资源", "zh", ACCENT),
        ("at: {x: 1, y: 2}", "y", ACCENT),
        ('en: "Vehicles, manufacturing: both"', '"Vehicles, manufacturing: both"', GREEN),
        ("title: 😀<green-area>", "<green-area>", PINK),
        ("note: '# no comment'", "'# no comment'", GREEN),
    ],
)
def test_a_part_of_a_line_has_its_colour(qtbot: object, line: str, part: str, colour: str) -> None:
    assert (part, colour) in colours(qtbot, line)


def test_a_comment_begins_outside_of_quotes(qtbot: object) -> None:
    assert [words for words, _ in colours(qtbot, "'#' # it")] == ["'#'", "# it"]
