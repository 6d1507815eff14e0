"""Texts become wordings: facts in, markup out, and a mistake never reaches the audience as markup."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jn_presenter.draw.resolve import CODES, Piece, Reference, Wording, references, resolve, strip_markup, tokens
from jn_presenter.model.fact import Fact, Facts
from jn_presenter.model.text import Text, plain

NO_FACTS = Facts()
MARKUP = st.text(st.sampled_from("<>=.a-b1 中\nlabedt")) | st.text()


def one(string: str, facts: Facts = NO_FACTS, language: str = "zh") -> Wording:
    (wording,) = resolve(plain(string), facts, (language,))
    return wording


def test_a_reference_is_the_figure_in_the_language_of_the_words(briefing: Facts) -> None:
    text = Text((("zh", "软件信息服务业：==<target-software>=="), ("en", "Software, ==<target-software>==")))
    zh, en = resolve(text, briefing, ("zh", "en"))
    assert zh.pieces == (Piece("软件信息服务业："), Piece("2000亿级", True, "target-software"))
    assert en.plain == "Software, the RMB 200-billion class"
    assert (zh.findings, en.findings) == ((), ())


def test_label_and_date_are_parts_of_a_fact(briefing: Facts) -> None:
    assert one("<green-coverage.label>：<green-coverage>", briefing).plain == "建成区绿化覆盖率：47%"
    assert one("<target-software.date>的目标", briefing).plain == "“十四五”期间（至2025年）的目标"
    assert one("since <founded.date>", briefing, "en").plain == "since June 1992"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("a < b", "a < b"),
        ("<Founded>", "<Founded>"),
        ("<founded.dat>", "<founded.dat>"),
        ("<founded", "<founded"),
        ("<1a>", "<1a>"),
        ("< founded>", "< founded>"),
        ("x << y", "x << y"),
        ("<<founded>", "<founded>"),
        ("<<founded.date>", "<founded.date>"),
        ("<<<founded>", "<<founded>"),
        ("1 == 1", "1 == 1"),
        ("===", "==="),
        ("a === b === c", "a === b === c"),
        ("====", "===="),
        ("a ==b\nc== d", "a ==b\nc== d"),
        ("==a== ==b", "a ==b"),
    ],
)
def test_what_is_no_markup_is_literal(briefing: Facts, typed: str, read: str) -> None:
    wording = one(typed, briefing)
    assert (wording.plain, wording.findings) == (read, ())


def test_emphasis_may_hold_references_and_literal_words(briefing: Facts) -> None:
    assert one("绿化==达<green-coverage>以上==，==好==", briefing).pieces == (
        Piece("绿化"),
        Piece("达", True),
        Piece("47%", True, "green-coverage"),
        Piece("以上", True),
        Piece("，"),
        Piece("好", True),
    )


def test_an_unknown_fact_leaves_nothing_and_says_what_was_meant(briefing: Facts) -> None:
    wording = one("绿化<green-covrage>，好", briefing)
    assert wording.plain == "绿化，好"
    (finding,) = wording.findings
    assert (finding.code, finding.severity) == ("unknown-fact", "error")
    assert "green-covrage" in finding.message.zh
    assert "green-covrage" in finding.message.en
    assert "<green-coverage>" in finding.hint.zh
    assert "<green-coverage>" in finding.hint.en
    (finding,) = one("<xyzzy>", briefing).findings
    assert "<<xyzzy>" in finding.hint.en


def test_a_fact_without_value_leaves_its_label(briefing: Facts) -> None:
    (wording,) = resolve(Text((("en", "In <founded>"),)), briefing, ("en",))
    assert wording.plain == "In Founded"
    (finding,) = wording.findings
    assert (finding.code, finding.path) == ("fact-without-value", "en")
    assert "<founded.date>" in finding.hint.en
    assert "<founded.label>" in finding.hint.zh
    assert ".date" not in one("<shared-four>", briefing).findings[0].hint.en


def test_an_undated_fact_never_gets_a_date(briefing: Facts) -> None:
    wording = one("<green-coverage.date>", briefing)
    assert wording.plain == ""
    assert [finding.code for finding in wording.findings] == ["fact-without-date"]


def test_the_same_mistake_is_found_once_and_many_are_cut_short() -> None:
    assert len(one("<a><a><a>").findings) == 1
    assert len(one("".join(f"<a{k}>" for k in range(1000))).findings) == 20


def test_a_missing_language_falls_back_and_says_so(briefing: Facts) -> None:
    text = Text((("zh", "绿化<green-coverage>，软件<target-software>"),))
    (wording,) = resolve(text, briefing, ("en",), ("zh", "en"))
    # Figures follow the words they stand in.
    assert wording.plain == "绿化47%，软件2000亿级"
    assert (wording.language, wording.found) == ("en", "zh")
    (finding,) = wording.findings
    assert (finding.code, finding.severity) == ("fallback-language", "warning")
    assert "en" in finding.message.zh


def test_neither_plain_text_nor_a_base_language_is_a_fallback() -> None:
    assert one("PCT", language="en").findings == ()
    (wording,) = resolve(Text((("zh", "字"),)), NO_FACTS, ("zh-Hans",))
    assert (wording.found, wording.findings) == ("zh", ())


def test_words_that_read_the_same_stand_once(briefing: Facts) -> None:
    assert [w.language for w in resolve(plain("<green-coverage>"), briefing, ("zh", "en"))] == ["zh"]
    assert [w.plain for w in resolve(plain("<target-auto>"), briefing, ("zh", "en"))] == [
        "千亿级",
        "the RMB 100-billion class",
    ]


def test_what_was_found_in_a_language_left_out_is_not_lost() -> None:
    (wording,) = resolve(Text((("zh", "字<a>"),)), NO_FACTS, ("zh", "en"), ("zh", "en"))
    assert [finding.code for finding in wording.findings] == ["unknown-fact", "fallback-language"]


def test_a_text_without_words_is_an_empty_wording() -> None:
    (wording,) = resolve(Text(()), NO_FACTS, ("zh", "en"))
    assert (wording.plain, wording.pieces, wording.findings) == ("", (), ())


def test_references_have_their_place_in_the_string() -> None:
    string = "==a<b>\n<<c>==<d-1.date>==\r\n<e.label>=="
    assert references(string) == (
        Reference("b", "", 3, 6),
        Reference("d-1", "date", 13, 23),
        Reference("e", "label", 27, 36),
    )
    assert [string[r.start : r.end] for r in references(string)] == ["<b>", "<d-1.date>", "<e.label>"]


def test_stripping_leaves_the_literal_words() -> None:
    assert strip_markup("占==<a>==的 <<b>，==好==") == "占的 <b>，好"


@given(MARKUP)
@example("<a.label>==<a.date>==<<a>")
def test_no_string_can_make_it_raise_or_show_markup(string: str) -> None:
    fact = Fact(id="a", kind="claim", label=plain("标<签>==点=="))
    for wording in resolve(plain(string), Facts({"a": fact}), ("zh", "en")):
        assert {finding.code for finding in wording.findings} <= CODES
    for reference in references(string):
        assert string[reference.start : reference.end] == (
            f"<{reference.id}{'.' if reference.part else ''}{reference.part}>"
        )
    assert all(token.text or token.reference for token in tokens(string))


@given(MARKUP.filter(lambda string: "==" not in string))
def test_whatever_would_be_a_reference_can_be_escaped(string: str) -> None:
    escaped = re.sub(r"(?=<[a-z][a-z0-9-]*(\.(label|date))?>)", "<", string)
    assert references(escaped) == ()
    assert strip_markup(escaped) == string


@pytest.mark.parametrize("pattern", ["==a===", "<<a>", "<a", "==", "== ", "<a.b>", "=", "<a==b>"])
def test_the_longest_text_that_a_file_can_hold_does_not_stall(pattern: str) -> None:
    # Half a second of linear work; a scan that is quadratic in a MiB would not come back within hours.
    string = pattern * (2**20 // len(pattern))
    assert len(strip_markup(string)) <= len(string)
