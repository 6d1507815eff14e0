"""What is typed into a view that knows one line end alone leaves those of other lines as they are."""

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.edit.document import (
    NEWLINE,
    Document,
    offset_in_file,
    offset_in_view,
    offset_of,
    opened,
    retyped,
)

LINES = st.lists(st.sampled_from(["", "a", "b: 一", "  c"]), max_size=6)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@given(lines=LINES, end=ENDS, new=LINES)
def test_what_is_typed_is_what_stands_there(lines: list[str], end: str, new: list[str]) -> None:
    before = Document("a.yaml", end.join(lines))
    after = retyped(before, "\n".join(new))
    assert NEWLINE.split(after.text) == "\n".join(new).split("\n")
    wanted = end if end in before.text else "\n"
    assert set(NEWLINE.findall(after.text)) <= {wanted}


@given(lines=LINES, data=st.data())
def test_lines_that_stay_keep_their_ends(lines: list[str], data: st.DataObject) -> None:
    text = "".join(line + data.draw(ENDS) for line in lines) + "last"
    before = Document("a.yaml", text)
    plain = NEWLINE.sub("\n", text)
    assert retyped(before, plain) == before
    assert retyped(before, "new\n" + plain).text.endswith(text)
    assert retyped(before, plain + "\nnew").text.startswith(text)


def test_a_byte_order_mark_stays() -> None:
    before = opened("a.yaml", b"\xef\xbb\xbfa: 1\r\n")
    assert before is not None
    assert retyped(before, "a: 2\n").data == b"\xef\xbb\xbfa: 2\r\n"
    assert opened("a.yaml", b"\xff") is None


@given(lines=LINES, data=st.data())
def test_places_of_the_view_are_places_of_the_file(lines: list[str], data: st.DataObject) -> None:
    text = "".join(line + data.draw(ENDS) for line in lines) + "last"
    view = NEWLINE.sub("\n", text)
    at = data.draw(st.integers(0, len(view) - 1))
    found = offset_in_file(text, at)
    assert text[found] == view[at] or view[at] == "\n"
    assert offset_in_view(text, found) == at
    line, column = view[:at].count("\n") + 1, at - view.rfind("\n", 0, at)
    assert offset_of(text, line, column) == found


def test_places_beyond_the_end_are_the_end() -> None:
    assert offset_of("a\r\nbc", 1, 9) == 1
    assert offset_of("a\r\nbc", 7, 1) == 3
    assert offset_of("", 1, 1) == 0
