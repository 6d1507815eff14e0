from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from bench import animated
from bench.frame import Frame, pack, unpack
from bench.rehearsal import Rehearsal
from bench.rows.charts import rows_of
from bench.twelve import FIGURES, changed, charts_of
from jn_presenter.feeds.inline import Inline
from jn_presenter.load import Loaded, load_deck
from jn_presenter.model.feed import Request, Snapshot

GALLERY = {
    "briefing.yaml": "title: 示例\nlanguages: [zh]\nstyles: [night]\ntransition: fade\nthemes: [a]\n",
    "a/theme.yaml": "title: 组\nslides: [words, items, rows]\n",
    "a/words.yaml": "layout: points\ntitle: 文字\npoints: [一, 二]\n",
    "a/items.yaml": "layout: chart-full\ntitle: 条目\nplain: 虚构\nchart:\n  type: bar\n  sample: true\n  items:\n"
    "    - {label: 甲, value: 30}\n    - {label: 乙, value: 20}\nsteps: [chart.each]\n",
    "a/rows.yaml": "layout: chart-full\ntitle: 表\nplain: 虚构\nchart:\n  type: column\n  mode: stacked\n  data:\n"
    "    type: inline\n    columns: [馆, 去年, 今年]\n    rows:\n      - [甲, 30, 20]\n      - [乙, 20, null]\n"
    "    sample: true\n",
}


@pytest.fixture
def gallery(tmp_path: Path) -> Loaded:
    for name, text in GALLERY.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    loaded = load_deck(tmp_path)
    assert loaded.problems == ()
    return loaded


def table(snapshots: object) -> Snapshot:
    assert isinstance(snapshots, dict)
    (found,) = snapshots.values()
    assert isinstance(found, Snapshot)
    return found


def test_every_chart_of_categories_has_twelve_figures_with_names_of_their_own(gallery: Loaded) -> None:
    deck, (items, rows) = charts_of(gallery)[0].deck, charts_of(gallery)[1]
    assert deck.order == ("a/items", "a/rows")
    assert all(deck.slides[name].steps == () for name in deck.order)
    bars, columns = table(items.before), table(rows.before)
    assert (len(bars), len(columns)) == (FIGURES, FIGURES // 2)
    assert len({row[0] for row in bars.rows}) == FIGURES
    assert columns.rows[:4] == (("甲", "30", "20"), ("乙", "20", None), ("甲 2", "30", "20"), ("乙 2", "20", None))


def test_new_data_has_other_figures_of_as_many_places_and_the_same_gaps() -> None:
    feed = Inline(columns=("馆", "值"), rows=(("甲", "100"), ("乙", None), ("丙", "2.5")))
    other = changed(feed.read(Request(folder="")))
    assert [row[0] for row in other.rows] == ["甲", "乙", "丙"]
    first, gap, last = (row[1] for row in other.rows)
    assert gap is None
    assert first != Decimal(100)
    assert str(last) != "2.5"
    assert [Decimal(str(cell)).as_tuple().exponent for cell in (first, last)] == [0, -1]


def test_entrances_and_changes_are_played_frame_by_frame(qapp: object, gallery: Loaded) -> None:
    loaded, (one, other) = charts_of(gallery)
    show = Rehearsal(loaded, QSize(960, 540))
    try:
        frames = list(animated.play(show, one, other, 5.0))
    finally:
        show.close()
    assert {frame.motion for frame in frames} == {"entrance", "change"}
    assert {frame.chart for frame in frames} == {"items"}
    assert all(frame.ms > 0.0 for frame in frames)


def test_frames_are_told_whole() -> None:
    frames = [Frame("bar", "change", 1.5, 1.25), Frame("", "floor", 0.5, 0.5)]
    assert unpack(pack(frames)) == frames


def test_the_slowest_chart_is_named_and_judged() -> None:
    frames = [
        *(Frame("bar", "entrance", 1.0, 1.0, bars=True) for _ in range(20)),
        *(Frame("bar", "change", 1.5, 1.0, bars=True) for _ in range(20)),
        *(Frame("donut", "change", ms, 1.25) for ms in (1.0, *(2.5,) * 19)),
        *(Frame("", "floor", 0.5, 0.5) for _ in range(20)),
    ]
    bars, others = rows_of((1920, 1080), frames, 2.0)
    assert (bars.ours, bars.base, bars.within, bars.n) == (1.5, 0.5, True, 40)
    assert "of 1 charts of 12 bars" in bars.what
    assert bars.spread.startswith("bar change (processor 1.00), bar entrance 1.00; over: 0 of 2")
    assert (others.ours, others.base, others.within, others.n) == (2.5, 0.5, False, 20)
    assert "of 1 charts of 12 other figures" in others.what
    assert others.spread.startswith("donut change (processor 1.25); over: 1 of 1")


def test_charts_that_do_not_move_are_no_measurement() -> None:
    with pytest.raises(RuntimeError, match="no chart moved"):
        list(rows_of((1920, 1080), [Frame("", "floor", 0.5, 0.5)], 2.0))
