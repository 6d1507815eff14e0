"""A form has all that a person may write of a slide, and what is set in it changes those characters alone."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.edit.changes import Edit, Refusal
from jn_presenter.edit.form_fields import Entry, Field, Form, Grid
from jn_presenter.edit.form_values import set_field, set_fields
from jn_presenter.edit.forms import fields_of, form_of
from jn_presenter.edit.saving import Folder
from jn_presenter.load import Loaded, load_deck, load_index, with_unsaved
from jn_presenter.load.sources import slide_file
from jn_presenter.model.deck import Slide
from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Text
from jn_presenter.paths import shipped_slides

DECKS = (shipped_slides(), *(Path(__file__).parents[2] / "examples" / name for name in ("gallery", "museum")))
BILINGUAL = ("zh", "en")
DECK = load_index(shipped_slides()).deck
SLIDE = """\
layout: chart-right
title:
  zh: 标题
minutes: 1.5   # 分钟
points:
  - zh: "一"
    en: one
  - 二
chart:
  type: bar
  unit: percent
  items:
    - label: 甲
      value: 12
    - label: 乙
      value: null
notes: |
  请看
  这里
"""


class Disk:
    """Files in memory, as an editor reads them."""

    def __init__(self, **files: str) -> None:
        self.files = {name.replace("__", "/").replace("_yaml", ".yaml"): text.encode() for name, text in files.items()}

    def read(self, file: str) -> bytes | None:
        return self.files.get(file)

    def make(self, edit: Edit | Refusal) -> None:
        assert isinstance(edit, Edit), edit
        for change in edit.changes:
            assert change.after is not None
            self.files[change.file] = change.after


def form(disk: Disk, file: str = "a/b.yaml", slides: Mapping[str, Slide] | None = None) -> Form:
    made = form_of(disk.read, file, structs.replace(DECK, slides=slides or {}))
    assert isinstance(made, Form)
    return made


def field(made: Form, path: str) -> Field:
    return next(one for one in fields_of(made) if one.path == path)


def told(made: Form) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    return [
        (section.label.zh, part.label.zh, [(one.path, one.kind, one.value) for one in part.fields])
        for section in made.sections
        for part in section.parts
        if isinstance(part, Entry)
    ]


def test_everything_a_person_may_write_is_a_field_in_the_order_of_the_slide() -> None:
    assert told(form(Disk(a__b_yaml=SLIDE))) == [
        ("标题", "", [("title.zh", "line", "标题"), ("title.en", "line", "")]),
        ("要点", "1", [("points.1.zh", "line", "一"), ("points.1.en", "line", "one")]),
        ("要点", "2", [("points.2", "line", "二")]),
        ("图表", "没有对应数据的条目 1 · 名称", [("chart.items.1.label", "line", "甲")]),
        ("图表", "没有对应数据的条目 1 · 数值", [("chart.items.1.value", "number", "12")]),
        ("图表", "没有对应数据的条目 2 · 名称", [("chart.items.2.label", "line", "乙")]),
        ("图表", "没有对应数据的条目 2 · 数值", [("chart.items.2.value", "number", "")]),
        ("讲稿", "", [("notes", "long", "请看\n这里")]),
        ("讲多少分钟", "", [("minutes", "number", "1.5")]),
    ]


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ("title.zh", "新标题", "zh: 标题", "zh: 新标题"),
        ("title.zh", "一: 二", "zh: 标题", 'zh: "一: 二"'),
        ("title.en", "A title", "zh: 标题\n", "zh: 标题\n  en: A title\n"),
        ("points.1.zh", "是", '"一"', '"是"'),
        ("points.2", "true", "- 二", '- "true"'),
        ("points.2", "", "- 二", '- ""'),
        ("minutes", "２．２５", "1.5   #", "2.25   #"),
        ("minutes", "1,000", "1.5   #", "1000   #"),
        ("chart.items.1.value", "50 %", "value: 12", "value: 50"),
        ("chart.items.1.value", "", "value: 12", "value: null"),
        ("chart.items.2.value", "-3.50", "value: null", "value: -3.50"),
        ("notes", "请看\n这里\n那里\n", "  这里\n", "  这里\n  那里\n"),
    ],
)
def test_what_is_typed_changes_its_own_characters(path: str, value: str, old: str, new: str) -> None:
    disk = Disk(a__b_yaml=SLIDE)
    disk.make(set_field(disk.read, field(form(disk), path), value, BILINGUAL))
    assert disk.files["a/b.yaml"].decode() == SLIDE.replace(old, new)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("minutes", "一分半"),
        ("minutes", ""),
        ("minutes", "1.5.2"),
        ("chart.items.1.value", "12人"),
        ("title.zh", "\ud83d"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_what_to_write(path: str, value: str) -> None:
    disk = Disk(a__b_yaml=SLIDE)
    refused = set_field(disk.read, field(form(disk), path), value, BILINGUAL)
    assert isinstance(refused, Refusal)
    assert refused.why.zh
    assert refused.hint.zh


def test_a_slide_without_notes_gets_them() -> None:
    disk = Disk(a__b_yaml="layout: points\ntitle: t\npoints: [一, 二]\n")
    disk.make(set_field(disk.read, field(form(disk), "notes.zh"), "请看\n这里", BILINGUAL))
    disk.make(set_field(disk.read, field(form(disk), "notes.en"), "Look: here", BILINGUAL))
    assert disk.files["a/b.yaml"].decode() == (
        'layout: points\ntitle: t\npoints: [一, 二]\nnotes:\n  zh: |-\n    请看\n    这里\n  en: "Look: here"\n'
    )


def test_it_is_told_for_how_many_characters_there_is_room() -> None:
    loaded = load_deck(shipped_slides())
    made = form_of(Folder(loaded.deck.folder).read, "industry/cluster-targets.yaml", loaded.deck)
    assert isinstance(made, Form)
    title = field(made, "title.zh")
    assert title.reads == "软件业领衔，冲刺2000亿级产业集群"
    assert title.room is not None
    assert 36 <= title.room < 50
    assert (field(made, "title.en").room or 0) > title.room
    assert field(made, "notes.zh").room is None


def test_numbers_stay_within_their_bounds() -> None:
    disk = Disk(a__b_yaml="layout: chart-full\ntitle: t\nchart:\n  type: donut\n  whole: 100\n")
    whole = field(form(disk), "chart.whole")
    assert isinstance(set_field(disk.read, whole, "99.5", BILINGUAL), Edit)
    for bounds, typed in (((1, 5), "6"), ((1, 5), "0"), ((1, None), "0.5"), ((None, 5), "5.01")):
        least, most = (Decimal(bound) if bound is not None else None for bound in bounds)
        refused = set_field(disk.read, structs.replace(whole, least=least, most=most), typed, BILINGUAL)
        assert isinstance(refused, Refusal)
        assert str(most if most is not None else least) in refused.hint.zh


TABLE = """\
layout: chart-full
title: t
chart:
  type: bar
  data:
    columns: [年份, "a"]
    type: inline
    rows:
      - [2019, 81]   # 一
      - ["2020", null]
      - [2021]
"""


def grid(made: Form) -> Grid:
    return next(part for section in made.sections for part in section.parts if isinstance(part, Grid))


def cells(made: Form) -> list[list[str | None]]:
    return [[one.value if one is not None else None for one in row] for row in grid(made).rows]


def test_rows_of_a_slide_are_cells_and_many_are_set_in_one_edit() -> None:
    disk = Disk(a__b_yaml=TABLE)
    made = form(disk)
    assert grid(made).names == ("年份", "a")
    assert cells(made) == [["2019", "81"], ["2020", ""], ["2021", None]]
    rows = grid(made).rows
    typed = [(rows[0][0], "二〇, 一"), (rows[0][1], ""), (rows[1][0], "2022"), (rows[1][1], " 7.5 ")]
    edit = set_fields(disk.read, [(one, value) for one, value in typed if one is not None], BILINGUAL)
    disk.make(edit)
    assert disk.files["a/b.yaml"].decode() == TABLE.replace("[2019, 81]", '["二〇, 一", null]').replace(
        '["2020", null]', '["2022", 7.5]'
    )
    assert isinstance(edit, Edit)
    assert edit.what.zh == "改 4 格"


def test_cells_of_a_csv_file_are_edited_in_it_and_other_files_are_not() -> None:
    slide = "layout: chart-full\ntitle: t\nchart:\n  type: bar\n  data: {name}\n"
    disk = Disk(a__b_yaml=slide.format(name="data/a.csv"))
    disk.files["data/a.csv"] = '年份,值\r\n\r\n2019,"1,5"\r\n2020\r\n'.encode("gb18030")
    made = form(disk)
    assert grid(made).names == ("年份", "值")
    assert cells(made) == [["2019", "1,5"], ["2020", None]]
    cell = grid(made).rows[0][1]
    assert cell is not None
    disk.make(set_field(disk.read, cell, "2,5", BILINGUAL))
    assert disk.files["data/a.csv"] == '年份,值\r\n\r\n2019,"2,5"\r\n2020\r\n'.encode("gb18030")
    for name, words in (("data/a.xlsx", "Excel"), ("data/none.csv", "读不出来"), ("data/a.db", "不在这里改")):
        closed = grid(form(Disk(a__b_yaml=slide.format(name=name))))
        assert closed.file == name
        assert words in closed.closed.zh
    disk.files["data/a.csv"] = b"a,b\n" + b"1,2\n" * 100_000
    assert "太大" in grid(form(disk)).closed.zh


def test_the_points_of_a_curve_are_a_table() -> None:
    made = form(
        Disk(
            a__b_yaml="layout: chart-full\ntitle: t\nchart:\n  type: line\n  series:\n    - label: a\n"
            "      points: [[1, 2], [3, null]]\n"
        )
    )
    assert grid(made).names == ("x", "y")
    assert cells(made) == [["1", "2"], ["3", ""]]


def test_a_file_that_cannot_be_read_says_what_is_wrong_and_where() -> None:
    broken = form_of(Disk(a__b_yaml="layout: points\ntitle: [\n").read, "a/b.yaml", DECK)
    assert isinstance(broken, Problem)
    assert broken.line >= 2
    assert isinstance(form_of(Disk().read, "a/b.yaml", DECK), Problem)
    theirs = {"a/b.yaml": "标题".encode("gbk")}
    assert isinstance(form_of(theirs.get, "a/b.yaml", DECK), Problem)


@pytest.fixture(scope="module", params=DECKS, ids=lambda folder: folder.name)
def loaded(request: pytest.FixtureRequest) -> Loaded:
    return load_deck(request.param)


WORDS = st.text(
    st.one_of(
        st.sampled_from([*"%@*&!>`[]{}\"'#:,-|? \n<=\\", "是", "：", "“", "😀", "1", "a", "\t"]),
        st.characters(codec="utf-8"),
    ),
    max_size=12,
) | st.sampled_from(
    ["", "true", "否", "null", "~", "1,000", "2021-06-04", "zh: a", "- a", "a # b", "one\n\ntwo", "0x1f"]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_field_of_every_deck_says_what_is_typed_and_nothing_else_changes(
    loaded: Loaded, data: st.DataObject
) -> None:
    deck = loaded.deck
    folder = Folder(deck.folder)
    file = slide_file(data.draw(st.sampled_from(deck.order)))
    made = form_of(folder.read, file, deck)
    assert isinstance(made, Form)
    one = data.draw(st.sampled_from(list(fields_of(made))))
    if one.kind == "number":
        value = f"{data.draw(st.decimals(-1000, 1000, places=2)):f}"
    elif one.kind == "cell":
        value = data.draw(WORDS).strip()
    else:
        value = data.draw(WORDS).rstrip("\n")
    edit = set_field(folder.read, one, value, deck.briefing.languages)
    if isinstance(edit, Refusal):
        assert one.kind == "number"
        return
    after = {change.file: change.after for change in edit.changes}
    if not after:
        assert value == one.value
        return
    now = form_of(lambda name: after.get(name, folder.read(name)), file, deck)
    assert isinstance(now, Form)
    others = {(field.file, field.path): field.value for field in fields_of(made)}
    assert {(field.file, field.path): field.value for field in fields_of(now)} == others | {(one.file, one.path): value}
    before, written = folder.read(one.file), after[one.file]
    assert before is not None
    assert written is not None
    if one.cell is None and not one.absent:
        span = loaded.sources.span(file, one.path)
        assert span is not None
        text = before.decode("utf-8-sig")
        assert written.decode("utf-8-sig").startswith(text[: span.start])
        assert written.decode("utf-8-sig").endswith(text[span.end :].lstrip("\n") or "")
    assert [change.after for change in edit.back().changes] == [folder.read(change.file) for change in edit.changes]
    if one.kind in ("line", "long"):
        again = with_unsaved(loaded, after)
        slide = again.deck.slides[file.removesuffix(".yaml")]
        assert (one.language, value) in [pair for text in texts_in(slide) for pair in text.variants]


def texts_in(value: object) -> list[Text]:
    """The texts anywhere in a frozen value."""
    if isinstance(value, Text):
        return [value]
    if isinstance(value, tuple):
        return [text for part in value for text in texts_in(part)]
    names = getattr(value, "__struct_fields__", ())
    return [text for name in names for text in texts_in(getattr(value, name))]
