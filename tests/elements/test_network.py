"""Networks: partners around a centre, joined by lines that cross no words, and joining it one by one."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.elements.network import FittedNetwork, Network
from jn_presenter.layouts import LAYOUTS
from jn_presenter.model.element import Phase
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas, Rect
from jn_presenter.model.marks import AnyMark, Arc, Path, ShapeMark
from jn_presenter.model.text import Text
from tests.decks import text
from tests.look import LANGUAGES, MOMENTS, at_rest, by_key, chinese, collisions, english, env, outside, text_boxes

CANVASES = [TALL, CLASSIC, WIDE, WALL]
PLACE = Rect(112.0, 336.0, 1696.0, 576.0)
UPRIGHT = Rect(96.0, 500.0, 888.0, 1160.0)
CENTRE = text("云溪馆", "Yunxi Museum")
PARTNERS = (
    text("青石小学", "Qingshi Primary School"),
    text("河湾社区图书馆", "Hewan Community Library"),
    text("南岭手工艺人协会", "Nanling Craftspeople"),
    text("东渡口口述史小组", "East Ferry oral history group"),
)


def fit(
    items: tuple[Text, ...] = PARTNERS,
    place: Rect = PLACE,
    languages: tuple[str, ...] = ("zh",),
    centre: Text = CENTRE,
    scale: float = 1.0,
) -> FittedNetwork:
    return Network(centre=centre, items=items).fit(place, env(languages, scale=scale))


def body(canvas: Canvas, languages: tuple[str, ...], points: int = 0) -> Rect:
    counts = {"title": len(languages), "provenance": len(languages), "lead": 0, "network": 1, "points": points}
    return LAYOUTS["network"].arrange(canvas, counts)["network"][0]


def circle(mark: AnyMark) -> Arc:
    assert isinstance(mark, ShapeMark)
    assert isinstance(mark.shape, Arc)
    return mark.shape


def spoke(mark: AnyMark) -> tuple[tuple[float, ...], tuple[float, ...]]:
    assert isinstance(mark, ShapeMark)
    assert isinstance(mark.shape, Path)
    (_, start), (_, end) = mark.shape.segments
    return start, end


def along(start: tuple[float, ...], end: tuple[float, ...]) -> list[tuple[float, float]]:
    return [(start[0] + (end[0] - start[0]) * k / 40, start[1] + (end[1] - start[1]) * k / 40) for k in range(41)]


@settings(deadline=None)
@given(st.data(), st.integers(1, 8), st.sampled_from(CANVASES), st.sampled_from(LANGUAGES), st.integers(0, 1))
def test_words_keep_apart_and_inside_and_no_line_crosses_them(
    data: st.DataObject, count: int, canvas: Canvas, languages: tuple[str, ...], points: int
) -> None:
    most = data.draw(st.sampled_from([4, 9, 18]))
    words = st.builds(text, chinese(1, most), english(1, most // 3 + 1))
    items = tuple(data.draw(st.lists(words, min_size=count, max_size=count)))
    place = body(canvas, languages, points)
    fitted = fit(items, place, languages, data.draw(st.builds(text, chinese(1, 8), english(1, 2))))
    if fitted.overflow:
        return
    marks = by_key(at_rest(fitted))
    boxes = text_boxes(marks.values())
    assert not collisions(boxes)
    assert not outside(boxes, place)
    ring = circle(marks["ring"])
    round_it = Rect(ring.cx - ring.outer, ring.cy - ring.outer, 2 * ring.outer, 2 * ring.outer)
    assert place.contains(round_it.inset(-2.0, -2.0))
    for key, box in boxes:
        assert key == "centre" or box.x >= round_it.right or box.right <= round_it.x
    for k in range(count):
        for x, y in along(*spoke(marks[f"line.{k}"])):
            assert not any(box.inset(1.0, 1.0).contains(Rect(x, y, 0.0, 0.0), slack=0.0) for _, box in boxes)


@settings(deadline=None)
@given(st.builds(text, chinese(1, 10), english(1, 3)), st.sampled_from(LANGUAGES))
def test_the_words_of_the_centre_stand_within_its_ring(centre: Text, languages: tuple[str, ...]) -> None:
    fitted = fit(languages=languages, centre=centre)
    marks = by_key(at_rest(fitted))
    ring = circle(marks["ring"])
    for key, box in text_boxes(marks.values()):
        if key == "centre" and not fitted.overflow:
            for x in (box.x, box.right):
                assert math.dist((x, box.y + box.h / 2), (ring.cx, ring.cy)) < ring.outer


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: canvas.shape)
@pytest.mark.parametrize("points", [0, 1])
def test_four_partners_fit_every_canvas_at_full_size(canvas: Canvas, languages: tuple[str, ...], points: int) -> None:
    fitted = fit(PARTNERS, body(canvas, languages, points), languages)
    assert not fitted.overflow


def test_partners_stand_on_both_sides_by_turns_or_where_it_is_tall_all_to_the_right() -> None:
    def leftward(fitted: FittedNetwork) -> list[bool]:
        return [partner.x < fitted.hub.x for partner in fitted.partners]

    assert leftward(fit()) == [True, False, True, False]
    assert leftward(fit(place=UPRIGHT)) == [False] * 4


def test_spokes_grow_shorter_before_a_name_takes_two_lines() -> None:
    name = text("技术创新", "Technological innovation")
    short, long = (fit((text("短", "Short"),) * 3 + (one,), languages=("en",)) for one in (text("短", "Short"), name))
    assert len(long.partners[3].words.lines) == 1
    assert long.partners[3].x - long.hub.x < short.partners[3].x - short.hub.x


def test_all_labels_are_of_one_size() -> None:
    fitted = fit()
    assert len({line.runs[0].font for partner in fitted.partners for line in partner.words.lines}) == 1


def test_each_label_begins_beside_its_node_away_from_the_centre() -> None:
    fitted = fit()
    marks = by_key(at_rest(fitted))
    for k, partner in enumerate(fitted.partners):
        node = circle(marks[f"node.{k}"])
        lines = [box for _, box in text_boxes([partner.words])]
        if partner.x < fitted.hub.x:
            assert max(box.right for box in lines) == pytest.approx(node.cx - node.outer - 24.0)
        else:
            assert min(box.x for box in lines) == pytest.approx(node.cx + node.outer + 24.0)
        middle = (min(box.y for box in lines) + max(box.bottom for box in lines)) / 2
        assert middle == pytest.approx(node.cy, abs=4.0)


def test_keys_are_the_same_in_every_language() -> None:
    assert len({tuple(mark.key for mark in at_rest(fit(languages=languages))) for languages in LANGUAGES}) == 1


@given(MOMENTS)
def test_on_entry_lines_grow_from_the_ring_and_words_stand_at_once(t: float) -> None:
    fitted = fit()
    shown = by_key(fitted.marks(Phase(step=0, t=t)))
    rest = by_key(at_rest(fitted))
    ring = circle(rest["ring"])
    for key, mark in shown.items():
        if key.startswith("line"):
            start, end = spoke(mark)
            assert math.dist(start, (ring.cx, ring.cy)) == pytest.approx(ring.outer)
            assert math.dist(start, end) <= math.dist(*spoke(rest[key])) + 1e-6
        elif not key.startswith("node"):
            assert mark == rest[key]
    assert fitted.marks(Phase(step=0, t=t)) == fit().marks(Phase(step=0, t=t))


def test_the_end_of_the_motion_is_the_rest_and_its_beginning_has_no_lines() -> None:
    fitted = fit()
    assert fitted.marks(Phase(step=0, t=1.0)) == at_rest(fitted)
    assert {mark.key.partition(".")[0] for mark in fitted.marks(Phase(step=0, t=0.0))} == {"ring", "centre", "label"}


def test_partners_can_join_one_by_one_a_centre_that_stands() -> None:
    fitted = fit()
    reveals = (1, 2, 3, 4)
    assert [mark.key for mark in fitted.marks(Phase(step=0, reveals=reveals))] == ["ring", "centre"]
    keys = {mark.key for mark in fitted.marks(Phase(step=2, reveals=reveals))}
    assert keys == {"ring", "centre", *(f"{part}.{k}" for part in ("line", "node", "label") for k in (0, 1))}
    early = {mark.key for mark in fitted.marks(Phase(step=2, t=0.1, reveals=reveals))}
    assert "line.1" in early
    assert "label.1" not in early
    assert Network(centre=CENTRE, items=PARTNERS).parts() == 4


def test_a_network_of_a_later_step_is_absent_before_it() -> None:
    assert fit().marks(Phase(step=0, reveals=(1,))) == ()
    ring = by_key(fit().marks(Phase(step=1, t=0.3, reveals=(1,))))["ring"]
    assert 0.0 < ring.opacity < 1.0


@pytest.mark.parametrize(("count", "codes"), [(1, ["network-count"]), (2, []), (8, []), (9, ["network-count"])])
def test_two_to_eight_partners_read_best(count: int, codes: list[str]) -> None:
    assert [finding.code for finding in fit(PARTNERS[:1] * count).findings] == codes


def test_one_partner_is_no_plural() -> None:
    assert [finding.message.en for finding in fit(PARTNERS[:1]).findings] == ["there is 1 partner here"]


def test_a_centre_without_partners_stands_alone() -> None:
    assert {mark.key for mark in at_rest(fit(()))} == {"ring", "centre"}
