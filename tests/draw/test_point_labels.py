"""Names beside points: none on another, none on a point, all inside."""

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.point_labels import Spot, places
from jn_presenter.model.geometry import Rect

INSIDE = Rect(0.0, 0.0, 1000.0, 600.0)
SPOTS = st.lists(
    st.builds(
        Spot,
        st.floats(0, 1000),
        st.floats(0, 600),
        st.floats(4, 36),
        st.sampled_from([0.0, 60.0, 240.0]),
        st.sampled_from([28.0, 60.0]),
    ),
    max_size=40,
)


def meet(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


@given(SPOTS)
def test_names_cover_neither_names_nor_points(spots: list[Spot]) -> None:
    found = places(spots, INSIDE)
    boxes = {k: Rect(*corner, spots[k].w, spots[k].h) for k, corner in found.items()}
    for k, box in boxes.items():
        assert INSIDE.contains(box)
        assert spots[k].w > 0.0
        assert not any(meet(box, other) for n, other in boxes.items() if n != k)
        for n, spot in enumerate(spots):
            dot = Rect(spot.x - spot.radius, spot.y - spot.radius, 2 * spot.radius, 2 * spot.radius)
            assert n == k or not meet(box, dot)


def test_a_name_stands_to_the_right_where_it_can() -> None:
    assert places([Spot(500.0, 300.0, 10.0, 100.0, 30.0)], INSIDE) == {0: (516.0, 285.0)}
    assert places([Spot(950.0, 300.0, 10.0, 100.0, 30.0)], INSIDE) == {0: (834.0, 285.0)}


def test_the_larger_of_two_points_has_its_name() -> None:
    crowd = [Spot(500.0, 20.0 + 30.0 * k, 12.0, 0.0, 0.0) for k in range(20)]
    both = [Spot(20.0, 300.0, 8.0, 950.0, 30.0), Spot(20.0, 310.0, 30.0, 900.0, 30.0)]
    assert list(places(both, INSIDE)) == [1]
    assert places([*crowd, *both], INSIDE) == {}
