"""Names are shown as typed: what nobody can see is left out and said, and nothing else is ever touched."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.names import clean, cleaned, exactly, lacking, literal, without_glyph
from jn_presenter.draw.resolve import resolve
from jn_presenter.model.fact import Facts
from jn_presenter.model.text import Text, plain
from tests.decks import text

ORDINARY = [
    "示例代表团",
    "示例市经济技术开发区管理委员会与示例大学联合考察团（第二批）",
    "O'Brien & Söhne GmbH",
    'The "Alpha" Delegation',
    "Ministère de l’Économie — Île-de-France",
    "../../etc/passwd",
    r"C:\Users\guest / 一行",
    "ООО «Пример»",
    "株式会社サンプル・ジャパン",
    "한국 예시 대표단",
    "葛\U000e0100城市",
    "می\u200cخواهم",
    "क्\u200dष",
    "★ Example ™",
    "张　三",
    "  leading and trailing  ",
]


def shown(words: str) -> str:
    (wording,) = resolve(plain(literal(words)), Facts({}), ("zh",))
    assert not any(piece.emphasis or piece.fact for piece in wording.pieces)
    return wording.plain


@pytest.mark.parametrize("name", ORDINARY)
def test_an_ordinary_name_stays_as_it_was_typed(name: str) -> None:
    assert cleaned(name).words == name
    assert clean(plain(name)) == (plain(name), ())


@pytest.mark.parametrize(
    ("typed", "left", "signs"),
    [
        ("示例\u200b代表团", "示例代表团", "\u200b"),
        ("\ufeff示例代表团", "示例代表团", "\ufeff"),
        ("Example\u202e delegation\u202c", "Example delegation", "\u202e\u202c"),
        ("\u2067שלום\u2069", "שלום", "\u2067\u2069"),
        ("示例\0代表团", "示例代表团", "\0"),
        ("zero\u200dwidth", "zerowidth", "\u200d"),
        ("soft\u00adhyphen", "softhyphen", "\u00ad"),
        ("blank\u3164\u2800", "blank", "\u3164\u2800"),
        ("half\ud800", "half", "\ud800"),
    ],
)
def test_invisible_signs_are_left_out_and_told(typed: str, left: str, signs: str) -> None:
    found = cleaned(typed)
    assert (found.words, found.signs, found.pictures) == (left, tuple(signs), ())
    name, (finding,) = clean(plain(typed))
    assert name == plain(left)
    assert finding.code == "invisible-sign"
    for sign in signs:
        assert f"U+{ord(sign):04X}" in finding.message.zh
        assert f"U+{ord(sign):04X}" in finding.message.en


@pytest.mark.parametrize(
    ("typed", "left", "pictures"),
    [
        ("示例😀代表团", "示例代表团", ("😀",)),
        ("Team 🚀 Example", "Team Example", ("🚀",)),
        ("👨\u200d👩\u200d👧 family", "family", ("👨\u200d👩\u200d👧",)),
        ("🇨🇭 Example", "Example", ("🇨🇭",)),
        ("👍🏽 ok", "ok", ("👍🏽",)),
        ("a⭐b⚽", "ab", ("⭐", "⚽")),
        ("No. 1\ufe0f\u20e3", "No. 1", ("\u20e3",)),
        ("Example™\ufe0f", "Example™", ()),
    ],
)
def test_pictures_are_left_out_and_told_and_the_rest_is_shown(typed: str, left: str, pictures: tuple[str, ...]) -> None:
    found = cleaned(typed)
    assert (found.words, found.signs, found.pictures) == (left, (), pictures)
    name, findings = clean(plain(typed))
    assert name == plain(left)
    assert [finding.code for finding in findings] == ["picture-in-name"] * bool(pictures)
    for finding in findings:
        assert all(picture in finding.message.zh and picture in finding.message.en for picture in pictures)


@pytest.mark.parametrize(
    "typed", ["示例\n代表团", "示例\u2028代表团", "示例\u2029 代表团", "示例\r\n代表团", "示例\t代表团"]
)
def test_a_name_is_one_line(typed: str) -> None:
    assert cleaned(typed).words == "示例 代表团"
    assert clean(plain(typed)) == (plain("示例 代表团"), ())


def test_each_language_of_a_name_is_cleaned_and_each_sign_is_told_once() -> None:
    name, findings = clean(text("示\u200b例", "Exa\u200bmple 😀"))
    assert name == text("示例", "Example")
    assert [finding.code for finding in findings] == ["invisible-sign", "picture-in-name"]
    assert findings[0].message.zh.count("U+200B") == 1


def test_many_dropped_signs_are_counted_not_listed() -> None:
    _, (finding,) = clean(plain("x" + "".join(chr(code) for code in range(0x1F600, 0x1F632, 2)).replace("", " ")))
    assert "等 25 个" in finding.message.zh
    assert "and 20 more" in finding.message.en


@given(st.text(max_size=60))
def test_cleaning_drops_and_never_adds_or_reorders(words: str) -> None:
    found = cleaned(words)
    assert cleaned(found.words) == (found if found.words == words else type(found)(found.words))
    rest = iter(words)
    assert all(character == " " or character in rest for character in found.words)
    assert not any(unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp") for one in found.words)


@given(st.text("=<>ab .founded-label示例", max_size=30))
def test_nothing_in_a_name_is_markup(words: str) -> None:
    assert shown(words).replace("\u2060", "") == words


@pytest.mark.parametrize("name", ["<founded>", "<founded.date> Ltd", "<<x>>", "A == B", "== A ==", "a<b>c", "x <y"])
def test_names_like_references_are_shown_as_typed(name: str) -> None:
    assert shown(name).replace("\u2060", "") == name
    assert exactly(text(name, name)) == Text((("zh", literal(name)), ("en", literal(name))))


def test_characters_without_a_glyph_are_named_once() -> None:
    known = "示例代表团Example"
    assert lacking("示例 龘代表团龘", known.__contains__) == ("龘",)
    assert lacking("示例\U000e0100 \u200d", known.__contains__) == ()
    finding = without_glyph(("龘", "𠮷"))
    assert "龘（U+9F98）、𠮷（U+20BB7）" in finding.message.zh
    assert "龘 (U+9F98), 𠮷 (U+20BB7)" in finding.message.en
