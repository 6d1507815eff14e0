"""Every slide stands on a sheet once, with all that is said with it, however much that is."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.export.handout.grid import GAP, Grid
from jn_presenter.export.handout.packing import Filled, packed
from jn_presenter.export.handout.paper import NOTE
from jn_presenter.export.request import Request
from jn_presenter.model.deck import Briefing, Deck, Slide
from jn_presenter.model.handout import Handout
from jn_presenter.model.style import Style
from jn_presenter.model.text import plain

STYLE = Style(
    name="day",
    ground=("#ffffff",),
    motif_ink="#888888",
    ink="#000000",
    quiet="#444444",
    faint="#cccccc",
    accent="#0000aa",
)


class Paper(Struct, frozen=True):
    """Sheets that leave so much, and less on the first one."""

    height: float

    def body(self, number: int, indices: tuple[int, ...]) -> float:
        return self.height - (0.0 if number else 150.0)


def grid(*, columns: int = 1, rows: int = 3, beside: bool = True) -> Grid:
    return Grid(columns=columns, rows=rows, cell=480.0, w=320.0, h=180.0, scale=1 / 6, beside=beside, font=NOTE)


def request(notes: list[str]) -> Request:
    slides = {
        f"a/{k}": Slide(id=f"a/{k}", theme="a", layout="points", title=plain("T"), notes=plain(said) if said else None)
        for k, said in enumerate(notes)
    }
    deck = Deck(folder="", briefing=Briefing(title=plain("B"), languages=("en",)), order=tuple(slides), slides=slides)
    return Request(
        deck=deck,
        slides=deck.order,
        languages=("en",),
        style=STYLE,
        measure=FixedMeasure(),
        handout=Handout(notes=True),
    )


def words(sheets: tuple[Filled, ...], index: int) -> str:
    lines = (
        line.line.text
        for sheet in sheets
        for spot in sheet.spots
        if spot.cell.index == index
        for line in spot.cell.notes
    )
    return " ".join(" ".join(lines).split())


noted = st.lists(
    st.sampled_from([0, 3, 40, 900]).map(lambda count: " ".join(f"w{k}" for k in range(count))), min_size=1, max_size=7
)
grids = st.builds(grid, columns=st.sampled_from([1, 2]), rows=st.sampled_from([2, 3]), beside=st.booleans())


@given(noted, grids)
def test_nothing_is_lost_twice_or_out_of_order(notes: list[str], shape: Grid) -> None:
    made = request(notes)
    sheets = packed(made, shape, Paper(900.0))
    assert [cell.index for sheet in sheets for cell in sheet.slides] == list(range(len(notes)))
    assert [words(sheets, index) for index in range(len(notes))] == notes


@given(noted, grids)
def test_all_of_a_sheet_stands_within_it_and_rows_do_not_touch(notes: list[str], shape: Grid) -> None:
    paper = Paper(900.0)
    for number, sheet in enumerate(packed(request(notes), shape, paper)):
        assert max(spot.y + spot.cell.height(shape) for spot in sheet.spots) <= paper.body(number, ()) + 1.0
        tops = sorted({spot.y for spot in sheet.spots})
        assert len(tops) <= shape.rows
        for above, below in pairwise(tops):
            foot = max(spot.y + spot.cell.height(shape) for spot in sheet.spots if spot.y == above)
            assert below >= foot + GAP - 0.01


def test_the_last_sheet_has_its_slides_where_the_others_have_theirs() -> None:
    sheets = packed(request([""] * 7), grid(), Paper(1200.0))
    assert [len(sheet.spots) for sheet in sheets] == [3, 3, 1]
    assert sheets[2].spots[0].y == sheets[1].spots[0].y
    two = packed(request([""] * 8), grid(), Paper(1200.0))
    assert two[2].spots[1].y == two[1].spots[1].y
