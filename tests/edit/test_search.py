"""Words are found in all files of a deck with their lines, and others take their places."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.edit.document import Document
from jn_presenter.edit.search import (
    Hit,
    files_of,
    occurrences,
    replaced,
    search,
    sounds_like,
)
from jn_presenter.load import load_deck
from jn_presenter.paths import shipped_slides

FILES = {
    "a/one.yaml": "title: 智能电网\r\npoints:\r\n  - 电网 GDP\r\n  - ｇｄｐ of 电网电网\r\n".encode(),
    "a/two.yaml": b"\xef\xbb\xbftitle:\n  en: The grid\n  zh: \xe7\x94\xb5\xe7\xbd\x91\n",
    "a/grid.yaml": b"title: nothing\n",
    "a/broken.yaml": "title: 电网".encode("gbk"),
}
TITLES = {"a/one.yaml": "智能电网", "a/two.yaml": "电网"}


def found(query: str, *, exact: bool = False) -> list[Hit]:
    return [hit for hits in search(FILES.get, FILES, query, TITLES, exact=exact) for hit in hits]


def test_what_is_found_has_its_line_column_and_words() -> None:
    hits = found("电网")
    assert [(hit.file, hit.line, hit.column) for hit in hits] == [
        ("a/one.yaml", 1, 10),
        ("a/one.yaml", 3, 5),
        ("a/one.yaml", 4, 12),
        ("a/one.yaml", 4, 14),
        ("a/two.yaml", 3, 7),
    ]
    for hit in hits:
        text = FILES[hit.file].decode("utf-8-sig")
        assert text[hit.offset : hit.offset + hit.length] == "电网" == hit.words[hit.start : hit.end]
        assert hit.words in text.split("\n")[hit.line - 1]


def test_capitals_and_full_width_forms_make_no_difference_unless_told() -> None:
    assert [hit.line for hit in found("gdp")] == [3, 4]
    assert [hit.line for hit in found("GDP", exact=True)] == [3]


def test_a_file_is_found_by_its_name() -> None:
    assert [(hit.file, hit.line, hit.length) for hit in found("grid")] == [("a/two.yaml", 2, 4), ("a/grid.yaml", 1, 0)]
    assert found("a/grid")[0].words == "a/grid.yaml"


def test_a_slide_is_found_by_the_sound_of_its_title() -> None:
    assert [(hit.file, hit.line, hit.words) for hit in found("zndw")] == [("a/one.yaml", 1, "智能电网")]
    assert [hit.file for hit in found("dianw")] == ["a/one.yaml", "a/two.yaml"]
    assert found("ianwang") == []
    assert sounds_like("Q3 智能电网", "q3zn")


def test_a_long_line_is_cut_around_what_is_found() -> None:
    line = "- " + "长" * 400 + "电网" + "短" * 400
    ((hit,),) = search({"x.yaml": line.encode()}.get, ["x.yaml"], "电网", {})
    assert len(hit.words) <= 160
    assert hit.words[hit.start : hit.end] == "电网"


def test_every_file_that_people_write_is_looked_through() -> None:
    deck = load_deck(shipped_slides()).deck
    files = files_of(deck)
    assert {"briefing.yaml", "facts.yaml", "industry/theme.yaml", "industry/cluster-targets.yaml"} <= set(files)
    assert len(files) == len(set(files)) == 4 + len(deck.themes) + len(deck.order)


TEXTS = st.text(st.sampled_from("aAａ电网 \r\n"), max_size=30)


@given(TEXTS, st.text(st.sampled_from("aA电 "), min_size=1, max_size=2), st.text(st.sampled_from("ab电"), max_size=3))
def test_what_is_replaced_stands_where_the_words_stood_and_all_else_stays(text: str, query: str, new: str) -> None:
    def after(**more: bool | int) -> str:
        edit = replaced(Document("x.yaml", text), query, new, **more)  # type: ignore[arg-type]
        return (edit.changes[0].after or b"").decode() if edit.changes else text

    spans = occurrences(text, query)
    assert after(exact=True) == text.replace(query, new)
    assert all(end - start == len(query) and "\n" not in text[start:end] for start, end in spans)
    assert all(before[1] <= behind[0] for before, behind in pairwise(spans))
    for k, (start, end) in enumerate(spans):
        assert after(only=k) == text[:start] + new + text[end:]


def test_nothing_is_found_for_no_words() -> None:
    assert occurrences("abc", "") == ()
    assert found("") == []


def test_line_ends_and_the_mark_at_the_head_stay_when_words_are_replaced() -> None:
    document = Document("a/one.yaml", "title: 一\r\nnotes: 一\n", bom=True)
    edit = replaced(document, "一", "二", slide="a/one")
    assert edit.changes[0].after == b"\xef\xbb\xbf" + "title: 二\r\nnotes: 二\n".encode()
    assert (edit.slide, edit.was) == ("a/one", "a/one")
