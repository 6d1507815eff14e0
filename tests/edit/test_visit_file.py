from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.edit.document import Document, opened, tree
from jn_presenter.edit.visit_draft import Draft, draft_of, fresh, leaves_of, tree_of, with_words, words_in
from jn_presenter.edit.visit_file import changed, visit_text
from jn_presenter.load.nodes import Mapping, Scalar, Sequence
from jn_presenter.model.daytime import Daytime
from jn_presenter.model.fields import Date, Picture
from jn_presenter.model.question import Expected
from jn_presenter.model.text import Text, plain
from jn_presenter.model.visit import Person, Visit

BOTH = ("zh", "en")


def text(zh, en):
    return Text((("zh", zh), ("en", en)))


def told(node):
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return tuple(map(told, node.items))
    assert isinstance(node, Mapping)
    return {key.value: told(part) for key, part in node.entries}


def read(words):
    return told(tree(Document("v.yaml", words)))


DRAFT = Draft(
    delegation=text("某市代表团", "Delegation of a city"),
    leader=Person(name=text("王某", "Wang"), position=text("市长", "Mayor")),
    guests=(Person(name=plain("Anna # Müller")), Person(name=text("李某", "Li"))),
    date="2026-11-23",
    time="20",
    languages=BOTH,
    themes=("industry", "park"),
)
FILE = """\
# yaml-language-server: $schema=../schema/visit.json
delegation:   # as their letter has it
  zh: 某市代表团
  en: Delegation of a city
leader:
  name:
    zh: 王某
    en: Wang   # sic
  position:
    zh: 市长
    en: Mayor
guests:
  - name: "Anna # Müller"
  - name:
      zh: 李某
      en: Li
date: 2026-11-23   # a Monday
minutes: 20
languages: [zh, en]
themes:
  # theirs first
  - industry
  - park
"""


def test_what_is_written_reads_as_it_was_meant():
    assert read(visit_text(tree_of(DRAFT))) == tree_of(DRAFT)


def test_a_new_visit_says_what_was_typed_and_nothing_else():
    made = visit_text(tree_of(Draft(delegation=plain("ACME"), date="2026-11-23", time="15:30", languages=("en",))))
    assert made == "delegation: ACME\ndate: 2026-11-23\nuntil: 15:30\nlanguages:\n  - en\n"


NASTY = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\u202e\u200f#:'\"/\\- \U0001f600"))


@given(NASTY.map(str.strip).filter(bool), NASTY.map(str.strip).filter(bool))
def test_a_name_is_written_exactly_as_it_was_typed_whatever_is_in_it(zh, en):
    draft = Draft(delegation=text(zh, en), guests=(Person(name=plain(zh)), Person(name=text(en, zh))))
    assert read(visit_text(tree_of(draft))) == tree_of(draft)
    again = changed(Document("v.yaml", FILE), tree_of(DRAFT), tree_of(draft))
    assert again is not None
    assert told(tree(again)) == tree_of(draft)


def test_of_a_file_that_is_there_no_other_character_changes():
    new = Draft(**{**fields(DRAFT), "delegation": text("另一市代表团", "Delegation of a city"), "time": "25"})
    made = changed(Document("v.yaml", FILE), tree_of(DRAFT), tree_of(new))
    assert made is not None
    assert made.text == FILE.replace("某市代表团", "另一市代表团").replace("minutes: 20", "minutes: 25")


def test_a_key_that_comes_stands_in_its_place_and_one_that_goes_takes_its_line():
    new = Draft(**{**fields(DRAFT), "time": "15:30", "hide": ("park/map",)})
    made = changed(Document("v.yaml", FILE), tree_of(DRAFT), tree_of(new))
    assert made is not None
    assert made.text == FILE.replace("minutes: 20", "until: 15:30") + "hide:\n  - park/map\n"


def test_a_list_with_other_parts_is_written_anew_and_the_rest_stays():
    new = Draft(**{**fields(DRAFT), "guests": (*DRAFT.guests, Person(name=plain("Third")))})
    made = changed(Document("v.yaml", FILE), tree_of(DRAFT), tree_of(new))
    assert made is not None
    assert made.text == FILE.replace("      en: Li\n", "      en: Li\n  - name: Third\n")


def test_what_could_not_be_read_of_a_list_goes_when_the_list_is_changed():
    file = "delegation: ACME\nleader: Wang\nthemes:\n  - industry\n  - industri\n"
    before = tree_of(Draft(delegation=plain("ACME"), leader=Person(name=plain("Wang")), themes=("industry",)))
    after = tree_of(Draft(delegation=plain("ACME"), leader=Person(name=plain("Li")), themes=("park",)))
    made = changed(Document("v.yaml", file), before, after)
    assert made is not None
    assert made.text == "delegation: ACME\nleader:\n  name: Li\nthemes:\n  - park\n"


def test_line_ends_and_a_byte_order_mark_stay():
    document = opened("v.yaml", b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode())
    new = Draft(**{**fields(DRAFT), "hide": ("park/map",)})
    made = changed(document, tree_of(DRAFT), tree_of(new))
    assert made is not None
    assert made.data == b"\xef\xbb\xbf" + (FILE + "hide:\n  - park/map\n").replace("\n", "\r\n").encode()


def test_a_file_in_braces_is_left_alone_rather_than_broken():
    document = Document("v.yaml", "{delegation: ACME, date: 2026-11-23}\n")
    before = tree_of(Draft(delegation=plain("ACME"), date="2026-11-23"))
    after = tree_of(Draft(delegation=plain("ACME"), date="2026-11-23", hide=("a/b",)))
    assert changed(document, before, after) is None


def test_the_form_of_a_visit_says_what_its_file_says():
    visit = Visit(
        id="v",
        delegation=plain("ACME"),
        logo=Picture("/deck/pictures/acme.png", 10, 10),
        date=Date("2026-11-23"),
        until=Daytime(15, 30),
        questions=(Expected(ask=plain("Why?"), answer=plain("So."), slide="a/b", theme="a"),),
    )
    assert tree_of(draft_of(visit, "/deck")) == {
        "delegation": "ACME",
        "logo": "pictures/acme.png",
        "date": "2026-11-23",
        "until": "15:30",
        "questions": ({"ask": "Why?", "answer": "So.", "slide": "a/b"},),
    }
    timed = Visit(id="v", delegation=plain("ACME"), minutes=Decimal("12.5"))
    assert tree_of(draft_of(timed, "/deck"))["minutes"] == "12.5"


def test_a_text_that_is_the_same_for_all_keeps_its_words_in_the_languages_that_were_not_touched():
    made = with_words(plain("ACME"), "zh", "安可", BOTH)
    assert (words_in(made, "zh"), words_in(made, "en")) == ("安可", "ACME")
    assert with_words(Text((("ja", "エー"), ("zh", "甲"))), "en", "A", BOTH).variants == (
        ("zh", "甲"),
        ("en", "A"),
        ("ja", "エー"),
    )


def test_a_new_visit_is_today_in_the_languages_of_the_briefing():
    assert tree_of(fresh("2026-11-23", BOTH)) == {"date": "2026-11-23", "languages": BOTH}


def test_leaves_have_the_paths_that_files_are_edited_by():
    assert dict(leaves_of(tree_of(DRAFT)))["guests.2.name.en"] == "Li"


def fields(draft):
    return {name: getattr(draft, name) for name in draft.__struct_fields__}
