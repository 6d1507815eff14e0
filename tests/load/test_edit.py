"""Editing one scalar of a file: everything but its characters is as it was, and the file then says the new value."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.load import load_deck
from jn_presenter.load.edit import set_scalar, with_minutes, with_pin
from jn_presenter.load.encoding import UTF8_BOM
from jn_presenter.paths import shipped_slides
from tests.load.world import DECK, write

ENDS = st.sampled_from(["\n", "\r\n", "\r"])
COMMENTS = st.sampled_from(["", "  # 讲稿 minutes: 7", " # x"])
FILLERS = st.lists(
    st.sampled_from(["", "# minutes: 9", "plain: 理由", "facts: [a]", "title:{end}  zh: 中文 😀{end}  en: words"]),
    max_size=4,
    unique=True,
)
MINUTES = st.integers(1, 2400).map(lambda quarters: Decimal(quarters) / 4)


@given(st.text(), st.text(), st.text(), st.text())
def test_only_the_characters_of_the_scalar_change(before: str, old: str, after: str, new: str) -> None:
    assert set_scalar(before + old + after, len(before), len(before) + len(old), new) == before + new + after


@given(
    st.sampled_from(["1", "1.5", '"2"', "'0.25'", "10", "+3"]), MINUTES, ENDS, COMMENTS, FILLERS, FILLERS, st.booleans()
)
def test_minutes_that_are_there_change_and_not_a_byte_beside_them(
    old: str, new: Decimal, end: str, comment: str, above: list[str], below: list[str], bom: bool
) -> None:
    rest = [one for one in below if one.partition(":")[0] not in {two.partition(":")[0] for two in above}]
    head = end.join(["layout: points", *(one.format(end=end) for one in above), "minutes: "])
    tail = end.join([comment, *(one.format(end=end) for one in rest)])
    mark = UTF8_BOM if bom else b""
    made = with_minutes(mark + (head + old + tail).encode(), new)
    assert made == mark + (head + f"{new.normalize():f}" + tail).encode()


@given(MINUTES, ENDS, COMMENTS, FILLERS, st.booleans(), st.booleans(), st.booleans())
def test_without_minutes_a_line_comes_behind_the_depth_or_else_the_layout(
    new: Decimal, end: str, comment: str, around: list[str], bom: bool, depth: bool, closed: bool
) -> None:
    key = "depth: core" if depth else "layout: points"
    above = ["layout: points", *(one.format(end=end) for one in around), f"{key}{comment}"]
    head = end.join(above if depth else above[-1:])
    tail = (end + "points: [x]" if not depth else "") + (end if closed else "")
    mark = UTF8_BOM if bom else b""
    made = with_minutes(mark + (head + tail).encode(), new)
    # a file of one line has no line end to go by
    kept = end if end in head + tail else "\n"
    assert made == mark + (head + f"{kept}minutes: {new.normalize():f}" + tail).encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{layout: points, title: x}\n", "{layout: points, minutes: 0.25, title: x}\n"),
        ("{title: x, layout: points}", "{title: x, layout: points, minutes: 0.25}"),
        ("{layout: points, minutes: 3}", "{layout: points, minutes: 0.25}"),
        ("  layout: points\n  title: x\n", "  layout: points\n  minutes: 0.25\n  title: x\n"),
        ("layout: points\ndepth: core # c\ntitle: x", "layout: points\ndepth: core # c\nminutes: 0.25\ntitle: x"),
        ("layout:\n  points\ntitle: x\n", "layout:\n  points\nminutes: 0.25\ntitle: x\n"),
        ("title: x\r\nlayout: points", "title: x\r\nlayout: points\r\nminutes: 0.25"),
    ],
)
def test_whatever_the_form_the_line_goes_where_it_belongs(before: str, after: str) -> None:
    assert with_minutes(before.encode(), Decimal("0.25")) == after.encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"- layout\n",
        b"title: x\n",
        b"layout: [a]\n",
        b"layout: points\nlayout: points\n",
        b"layout: points\nminutes: [1]\n",
        b"layout: points\nminutes: |\n  1\ntitle: x\n",
        b"layout: points\nminutes: |-\n  3\n",
        b"layout: |-\n  points\ntitle: x\n",
        b"layout: points\ntitle: [\n",
        "layout: 要点\n".encode("gb18030"),
        "layout: points\n".encode("utf-16"),
    ],
)
def test_what_cannot_be_edited_without_touching_more_is_left_alone(data: bytes) -> None:
    assert with_minutes(data, Decimal(1)) is None


@given(st.binary(max_size=200), MINUTES)
def test_no_bytes_make_it_raise(data: bytes, minutes: Decimal) -> None:
    with_minutes(data, minutes)
    with_minutes(b"layout: a\n" + data, minutes)


def test_every_slide_of_the_shipped_briefing_can_be_given_other_minutes_and_back() -> None:
    files = [file for file in sorted(shipped_slides().glob("*/*.yaml")) if file.name != "theme.yaml"]
    assert files
    for file in files:
        data = file.read_bytes()
        made = with_minutes(data, Decimal("7.75"))
        assert made is not None
        assert b"minutes: 7.75" in made
        assert [line for line in made.splitlines() if b"minutes:" not in line] == [
            line for line in data.splitlines() if b"minutes:" not in line
        ]


def test_the_loader_reads_what_was_written(tmp_path: Path) -> None:
    folder = write(tmp_path, DECK)
    file = tmp_path / "one" / "a.yaml"
    made = with_minutes(file.read_bytes(), Decimal("2.25"))
    assert made is not None
    file.write_bytes(made)
    loaded = load_deck(folder)
    assert (loaded.deck.slides["one/a"].minutes, loaded.problems) == (Decimal("2.25"), ())


LINE = "scrypt$16384$8$1$AAECAwQFBgcICQoLDA0ODw==$P2vFvaLU9TLyMiDfQTs0WXyfG0IH/hZrCsWptuMQv6A="


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("pin: ''  # 员工\nscreen: A\n", f"pin: {LINE}  # 员工\nscreen: A\n"),
        ("screen: A\npin: scrypt$1$1$1$a$b", f"screen: A\npin: {LINE}"),
        ('screen: A\r\npin: "x"\r\n', f"screen: A\r\npin: {LINE}\r\n"),
        ("# 本机\n\nscreen: A\r\nhours: []\r\n", f"# 本机\n\npin: {LINE}\nscreen: A\r\nhours: []\r\n"),
        ("{screen: A}", f"{{pin: {LINE}, screen: A}}"),
    ],
)
def test_the_pin_of_the_settings_is_set_and_nothing_beside_it(before: str, after: str) -> None:
    for mark in (b"", UTF8_BOM):
        assert with_pin(mark + before.encode(), LINE) == mark + after.encode()


@pytest.mark.parametrize("data", [b"", b"# none\n", b"- a\n", b"pin: |\n  x\n", b"pin: [a]\n", b"screen: [\n", b"\xff"])
def test_settings_in_which_it_cannot_be_set_alone_are_left_alone(data: bytes) -> None:
    assert with_pin(data, LINE) is None


@given(st.binary(max_size=200))
def test_no_settings_make_it_raise(data: bytes) -> None:
    with_pin(data, LINE)
    with_pin(b"screen: A\n" + data, LINE)
