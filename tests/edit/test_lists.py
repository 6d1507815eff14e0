"""Names in a list are put in, taken out and moved with their comments, in any way of writing a list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.edit.document import Document
from jn_presenter.edit.lists import names_in, with_moved, with_name, with_renamed, without_name

FLOW = "title: 主题 # t\nslides: [one, two,  'three']   # 三页\nicon: map\n"
BLOCK = """\
title: 主题
slides:
  # the first ones
  - one    # 1
  # about two
  - "two"

  - three  # 3
# the icon
icon: map
"""
FLUSH = "slides:\n- one\n- two # 2\n- three"
FORMS = {"flow": FLOW, "block": BLOCK, "flush": FLUSH}


def document(text: str) -> Document:
    return Document("a/theme.yaml", text)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@given(data=st.data())
def test_any_edits_leave_the_names_and_all_else_as_it_should_be(form: str, newline: str, data: st.DataObject) -> None:
    made = document(form.replace("\n", newline))
    names = ["one", "two", "three"]
    comments = sorted(line.partition("#")[2].strip() for line in form.splitlines() if "#" in line)
    for k in range(data.draw(st.integers(1, 4))):
        what = data.draw(st.sampled_from(["put", "move", "rename"]))
        place = data.draw(st.integers(0, len(names)))
        if what == "put":
            after = with_name(made, "slides", place, f"new-{k}")
            names.insert(place, f"new-{k}")
        elif what == "move":
            name = data.draw(st.sampled_from(names))
            after = with_moved(made, "slides", name, place)
            names.remove(name)
            names.insert(place, name)
        else:
            name = data.draw(st.sampled_from(names))
            after = with_renamed(made, "slides", name, f"other-{k}")
            names[names.index(name)] = f"other-{k}"
        assert after is not None
        assert names_in(after, "slides") == tuple(names)
        assert sorted(line.partition("#")[2].strip() for line in after.text.splitlines() if "#" in line) == comments
        assert ("\r\n" in after.text) == ("\r\n" in made.text)
        made = after


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_all_can_be_taken_out_and_one_put_in_again(form: str) -> None:
    made: Document | None = document(form)
    for name in ("two", "one", "three"):
        assert made is not None
        made = without_name(made, "slides", name)
    assert made is not None
    assert names_in(made, "slides") == ()
    again = with_name(made, "slides", 0, "four")
    assert again is not None
    assert names_in(again, "slides") == ("four",)


def test_a_comment_goes_with_the_name_below_it() -> None:
    moved = with_moved(document(BLOCK), "slides", "two", 2)
    assert moved is not None
    assert moved.text == BLOCK.replace('  # about two\n  - "two"\n', "").replace(
        "  - three  # 3\n", '  - three  # 3\n  # about two\n  - "two"\n'
    )
    gone = without_name(document(BLOCK), "slides", "two")
    assert gone is not None
    assert "about two" not in gone.text


def test_what_is_no_list_of_names_is_left_alone() -> None:
    assert with_name(document("slides: none\n"), "slides", 0, "x") is None
    assert with_name(document("slides: [[a]]\n"), "slides", 0, "x") is None
    assert without_name(document(FLOW), "slides", "four") is None
    assert with_moved(document(FLOW), "slides", "four", 0) is None
    assert with_renamed(document(FLOW), "slides", "four", "five") is None


def test_a_name_that_is_no_name_is_refused() -> None:
    assert with_name(document(FLOW), "slides", 0, "a, b") is None
    assert with_name(document(BLOCK), "slides", 0, "a: b") is None
