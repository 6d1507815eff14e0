"""Before and after: the slides that look different, each in the languages in which it does."""

from collections.abc import Callable
from pathlib import Path

from msgspec import structs
from PySide6.QtGui import QImage

from jn_presenter.export.side_by_side import GAP, LABEL, SIZE, Sides, export_sides
from jn_presenter.model.deck import Deck
from jn_presenter.model.text import Text
from jn_presenter.qt.offscreen import application


def test_what_looks_the_same_has_no_picture(deck: Callable[..., Deck], tmp_path: Path) -> None:
    before = deck("a/one", "a/two")
    title = Text((("zh", before.slides["a/two"].title.variants[0][1]), ("en", "Another title")))
    changed = structs.replace(before.slides["a/two"], title=title)
    after = structs.replace(before, slides={**before.slides, "a/two": changed})
    sides = Sides(before=before, after=after, style=before.styles["night"], measure=application())
    pictures = list(export_sides(sides, ("a/one", "a/two"), ("zh", "en"), tmp_path))
    assert [(one.file.name, one.slide, one.language, one.overflows) for one in pictures] == [
        ("a-two-en.png", "a/two", "en", False)
    ]
    picture = QImage(str(pictures[0].file))
    assert (picture.width(), picture.height()) == (2 * SIZE[0] + 3 * GAP, SIZE[1] + LABEL + 2 * GAP)
    left, right = (picture.copy(GAP + k * (SIZE[0] + GAP), GAP + LABEL, *SIZE) for k in (0, 1))
    assert left != right
    assert left.copy(0, 300, SIZE[0], 240) == right.copy(0, 300, SIZE[0], 240)


def test_a_slide_that_is_broken_on_one_side_is_left_out(deck: Callable[..., Deck], tmp_path: Path) -> None:
    before, after = deck("a/one"), deck("a/one", broken=("a/one",))
    sides = Sides(before=before, after=after, style=before.styles["night"], measure=application())
    assert list(export_sides(sides, ("a/one",), ("zh",), tmp_path)) == []
