"""Visits are read as every file is; what is wrong is left out and said, but without a name there is no visit."""

import os
from decimal import Decimal
from pathlib import Path

import pytest

from jn_presenter.load import DeckError, Loaded, load_index, making_out, reload, watched, with_slides
from jn_presenter.load.errors import VisitError
from jn_presenter.load.making_out import with_visit
from jn_presenter.load.vetting import reload_whole
from jn_presenter.load.visits import visit, visit_file, visits_of
from jn_presenter.model.daytime import Daytime
from jn_presenter.model.text import Text, plain
from jn_presenter.model.visit import Person, Visit
from tests.load.world import DECK, briefs, tree, write

THEMES, ORDER = ("one", "two"), ("one/a", "one/b", "two/grid")
FILE = "visits/guests.yaml"
GOOD = "delegation: Zurich\n"


def read(text: str) -> tuple[Visit | None, list[str]]:
    root, reading = tree(text)
    found = visit(root, reading, "guests", THEMES, ORDER) if root is not None else None
    return found, briefs(reading.problems)


def told(text: str) -> list[str]:
    root, reading = tree(text)
    assert root is not None
    visit(root, reading, "guests", THEMES, ORDER)
    return [f"{one.message.zh} {one.message.en} {one.hint.zh} {one.hint.en}" for one in reading.problems]


@pytest.fixture
def guests(tmp_path: Path) -> Loaded:
    folder = write(tmp_path, {**DECK, FILE: GOOD})
    loaded = load_index(folder, visit="guests")
    return with_slides(loaded, loaded.deck.order)


def test_a_visit_says_who_comes_and_what_they_are_to_see() -> None:
    text = (
        "delegation: {zh: 苏黎世州, en: Canton of Zurich, ja: チューリッヒ州, zh-Hant: 蘇黎世州}\n"
        "leader: {name: {zh: 张三, en: Zhang San}, position: {zh: 团长, en: Leader}}\n"
        "guests: [李四, {name: Wang Wu}]\nhost: {name: 赵六, contact: 025-1234}\ndate: 2026-11-23\nuntil: 15:30\n"
        "interpreting: consecutive\nlanguages: [en, zh]\nnotes_languages: [zh]\nthemes: [two, one]\n"
        "stress: [two/grid]\nhide: [one/b]\nquestions:\n  - {ask: Why?, answer: So., slide: two/grid}\n"
    )
    found, problems = read(text)
    assert problems == []
    assert found is not None
    assert found.delegation.languages == ("zh", "en", "ja", "zh-Hant")
    assert found.leader == Person(
        name=Text((("zh", "张三"), ("en", "Zhang San"))), position=Text((("zh", "团长"), ("en", "Leader")))
    )
    assert found.guests == (Person(name=plain("李四")), Person(name=plain("Wang Wu")))
    assert found.host == Person(name=plain("赵六"), contact=plain("025-1234"))
    assert (found.date, found.until, found.minutes) == ("2026-11-23", Daytime(15, 30), None)
    assert (found.themes, found.stress, found.hide) == (("two", "one"), ("two/grid",), ("one/b",))
    assert (found.languages, found.notes_languages) == (("en", "zh"), ("zh",))
    assert [one.theme for one in found.questions] == ["two"]


def test_what_is_null_is_not_there() -> None:
    found, problems = read(GOOD + "leader: null\nhost: null\nlogo: null\nminutes: null\nuntil: null\n")
    assert found == Visit(id="guests", delegation=plain("Zurich"))
    assert problems == []


def test_languages_are_those_of_the_briefing_in_any_spelling_and_names_of_any_language() -> None:
    found, problems = read(
        "delegation: {ZH: 苏黎世, EN: Zurich, zh-hant: 蘇黎世}\nleader: {zh: 李, ja: リ}\nlanguages: [EN-us]\n"
    )
    assert problems == []
    assert found is not None
    assert found.delegation == Text((("zh", "苏黎世"), ("en", "Zurich"), ("zh-Hant", "蘇黎世")))
    assert found.leader == Person(name=Text((("zh", "李"), ("ja", "リ"))))
    assert found.languages == ("en",)


def test_a_name_needs_no_translation_and_no_key_of_its_own() -> None:
    found, problems = read("delegation: 苏州市考察团\nleader: {zh: 张三, en: Zhang San}\nhost: 李四\n")
    assert problems == []
    assert found is not None
    assert found.delegation == plain("苏州市考察团")
    assert found.leader == Person(name=Text((("zh", "张三"), ("en", "Zhang San"))))
    assert found.host == Person(name=plain("李四"))


@pytest.mark.parametrize(
    "name", ['O\'Brien & "Söhne"', "../../etc/passwd", "a\\b/c", "<output> ==x==", "C:\\new", "x" * 60]
)
def test_names_are_kept_exactly_as_typed(name: str) -> None:
    quoted = "'" + name.replace("'", "''") + "'"
    found, problems = read(f"delegation: {quoted}\n")
    assert (found and found.delegation, problems) == (plain(name), [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("themes: [one, tow]\n", "unknown-theme:2:15"),
        ("stress: [grid]\n", "unknown-slide:2:10"),
        ("hide: [one/c]\n", "unknown-slide:2:8"),
        ("languages: [fr]\n", "unknown-language:2:13"),
        ("minutes: 20\nuntil: 15:30\n", "both-lengths:2:10"),
        ("until: 3pm\n", "bad-time:2:8"),
        ("minutes: 0\n", "out-of-bounds:2:10"),
        ("date: 2026-02-30\n", "not-a-date:2:7"),
        ("date: 23.11.2026\n", "not-a-date:2:7"),
        ("logo: pictures/none.png\n", "missing-picture:2:7"),
        ("guests: Li Si\n", "wrong-type:2:9"),
        ("guests: [{position: x}]\n", "missing-key:2:10"),
        ("leader: {name: ' '}\n", "empty:2:16"),
        ("stress: [one/a]\nhide: [one/a]\n", "stressed-and-hidden:3:7"),
        ("interpreting: yes\n", "not-a-choice:2:15"),
        ("delegate: x\n", "unknown-key:2:1"),
        (f"host: {'x' * 201}\n", "too-long:2:7"),
    ],
)
def test_what_is_wrong_is_left_out_and_told_with_its_place(text: str, problem: str) -> None:
    found, problems = read(GOOD + text)
    assert found is not None
    assert found.delegation == plain("Zurich")
    assert problems == [problem]
    assert all(words.strip() for words in told(GOOD + text))


@pytest.mark.parametrize("text", ["leader: Li\n", "delegation: ''\n", "delegation:\n", "- x\n", "delegation: [a]\n"])
def test_without_a_name_there_is_no_visit(text: str) -> None:
    found, problems = read(text)
    assert found is None
    assert problems


@pytest.mark.parametrize(
    ("name", "shown", "code", "word"),
    [
        ("Zü\u202erich", "Zürich", "invisible-sign", "U+202E"),
        ("Zürich 🇨🇭 Team", "Zürich Team", "picture-in-name", "U+1F1E8"),
        ("Zürich\u200b", "Zürich", "invisible-sign", "U+200B"),
    ],
)
def test_what_nobody_can_see_of_a_name_is_left_out_and_said(name: str, shown: str, code: str, word: str) -> None:
    text = f"delegation:\n  zh: 苏黎世\n  en: {name}\n"
    found, problems = read(text)
    assert found is not None
    assert found.delegation == Text((("zh", "苏黎世"), ("en", shown)))
    assert problems == [f"{code}:3:7"]
    assert word in told(text)[0]


def test_of_a_name_that_is_a_picture_alone_the_other_languages_are_left() -> None:
    found, problems = read("delegation:\n  zh: 苏黎世\n  en: 😀\nhost: 😀\n")
    assert found is not None
    assert (found.delegation, found.host) == (Text((("zh", "苏黎世"),)), None)
    assert problems == ["empty:3:7", "picture-in-name:3:7", "empty:4:7", "picture-in-name:4:7"]


def test_signs_that_no_file_may_have_cost_the_visit_and_are_said(tmp_path: Path) -> None:
    folder = write(tmp_path, {**DECK, FILE: b"delegation: Z\0rich\n"})
    with pytest.raises(VisitError) as caught:
        load_index(folder, visit="guests")
    assert [one.file for one in caught.value.problems] == [FILE]


def test_of_minutes_and_an_end_the_end_counts() -> None:
    found, _ = read(GOOD + "minutes: 20\nuntil: 15:30\n")
    assert found is not None
    assert (found.minutes, found.until) == (None, Daytime(15, 30))


def test_what_is_left_of_a_list_is_used() -> None:
    found, _ = read(GOOD + "themes: [nine, two, two]\nguests: [A, {position: x}, B]\n")
    assert found is not None
    assert found.themes == ("two",)
    assert [one.name for one in found.guests] == [plain("A"), plain("B")]


def test_a_missing_folder_of_a_slide_is_guessed() -> None:
    assert "two/grid" in told(GOOD + "stress: [grid]\n")[0]
    assert "one？" in told(GOOD + "themes: [ome]\n")[0]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"II*\0" + bytes(40), "TIFF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xff\0\0\xff\xff\x08\x06\0\0\0" + bytes(30), "65535"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'><!DOCTYPE x></svg>", "logo"),
    ],
)
def test_a_logo_that_is_a_bomb_or_of_another_kind_costs_the_logo_alone(
    tmp_path: Path, content: bytes, word: str
) -> None:
    folder = write(tmp_path, {**DECK, FILE: GOOD + "logo: logo.png\n", "logo.png": content})
    loaded = load_index(folder, visit="guests")
    assert loaded.visit is not None
    assert loaded.visit.logo is None
    (problem,) = (one for one in loaded.problems if one.file == FILE)
    assert (problem.line, problem.code) == (2, "bad-picture")
    assert word in problem.message.zh


def test_a_visit_is_found_by_its_name_or_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "deck", {**DECK, FILE: GOOD, "visits/.hidden.yaml": "", "visits/note.txt": ""})
    elsewhere = tmp_path / "stick.yaml"
    elsewhere.write_text(GOOD)
    monkeypatch.chdir(folder)
    assert visits_of(str(folder)) == ("guests",)
    for given in ("guests", FILE, f"./{FILE}", str(folder / FILE)):
        assert visit_file(str(folder), given) == FILE
        assert load_index(folder, visit=given).visit_file == FILE
    monkeypatch.chdir(tmp_path)
    assert visit_file(str(folder), FILE) == FILE
    outside = load_index(folder, visit="stick.yaml")
    assert outside.visit_file == str(elsewhere)
    assert outside.visit is not None
    assert load_index(folder, visit=outside.visit.id).visit == outside.visit
    assert str(elsewhere) in watched(outside)


def test_a_visit_that_is_not_there_is_refused_with_the_one_that_was_meant(tmp_path: Path) -> None:
    folder = write(tmp_path, {**DECK, FILE: GOOD})
    with pytest.raises(VisitError) as caught:
        load_index(folder, visit="gusets")
    assert "guests" in caught.value.message.zh
    assert "guests" in caught.value.message.en
    assert isinstance(caught.value, DeckError)


def test_a_visit_without_a_name_is_refused_with_its_problems(tmp_path: Path) -> None:
    folder = write(tmp_path, {**DECK, FILE: "leader: Li\n"})
    with pytest.raises(VisitError) as caught:
        load_index(folder, visit="guests")
    assert [(one.file, one.code) for one in caught.value.problems] == [(FILE, "missing-key")]


def test_a_saved_visit_comes_into_the_show_and_a_broken_one_leaves_it_as_it_was(guests: Loaded) -> None:
    path = Path(guests.deck.folder, FILE)
    path.write_text("delegation: Bern\n")
    fresh = reload(guests, [str(path)])
    assert fresh.visit == Visit(id="guests", delegation=plain("Bern"))
    path.write_text("delegation: ''\n")
    broken = reload(fresh, [str(path)])
    assert broken.visit == fresh.visit
    assert [(one.file, one.code) for one in broken.problems] == [(FILE, "empty")]
    path.write_text("delegation: Basel\nthemes: [tow]\n")
    half = reload(broken, [str(path)])
    assert half.visit == fresh.visit
    assert [(one.file, one.code) for one in half.problems] == [(FILE, "unknown-theme")]
    path.unlink()
    gone = reload(half, [str(path)])
    assert gone.visit == fresh.visit
    assert [(one.file, one.code) for one in gone.problems] == [(FILE, "missing-file")]
    path.write_text("delegation: Bern\n")
    assert reload(gone, [str(path)]).problems == ()


def test_a_new_logo_comes_into_the_show(guests: Loaded) -> None:
    folder = Path(guests.deck.folder)
    (folder / FILE).write_text(GOOD + "logo: logo.svg\n")
    without = reload(guests, [str(folder / FILE)])
    assert without.visit is not None
    assert without.visit.logo is None
    assert str(folder / "logo.svg") in watched(without)
    (folder / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>")
    fresh = reload(without, [str(folder / "logo.svg")])
    assert fresh.visit is not None
    assert fresh.visit.logo is not None


def test_changed_slides_and_themes_keep_the_visit(guests: Loaded) -> None:
    folder = Path(guests.deck.folder)
    slide, theme = folder / "one/a.yaml", folder / "one/theme.yaml"
    slide.write_text(slide.read_text().replace("A", "Anew"))
    for read_again in (reload, reload_whole):
        fresh = read_again(guests, [str(slide)])
        assert fresh.visit is guests.visit
        assert fresh.deck.slides["one/a"].title == plain("Anew")
        assert fresh.deck.slides["one/b"] is guests.deck.slides["one/b"]
        assert fresh.deck.order == guests.deck.order
    theme.write_text("title: One\nslides: [b]\n")
    fresh = reload(guests, [str(theme)])
    assert fresh.visit == guests.visit
    assert "one/a" not in fresh.deck.order


def test_a_picture_that_is_cut_short_costs_the_show_no_guests(guests: Loaded) -> None:
    folder = Path(guests.deck.folder)
    slide = folder / "one/a.yaml"
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\4\0\0\0\4\x08\x06\0\0\0"
    (folder / "cut.png").write_bytes(head + bytes(30))
    slide.write_text(slide.read_text() + "free:\n  - {type: image, file: cut.png, at: [0, 0, 0.1, 0.1]}\n")
    fresh = reload_whole(guests, [str(slide)])
    assert [one.code for one in fresh.problems] == ["bad-picture"]
    assert (fresh.visit, fresh.deck.slides["one/a"]) == (guests.visit, guests.deck.slides["one/a"])
    again = with_slides(fresh, ())
    assert again is fresh


def test_what_is_read_again_unchanged_is_the_same(guests: Loaded) -> None:
    assert with_slides(guests, ("no/slide",)) is guests
    again = with_slides(guests, guests.deck.order)
    assert all(again.deck.slides[name] is slide for name, slide in guests.deck.slides.items())


def test_another_visit_takes_the_place_of_the_first_and_none_leaves_the_deck_as_it_was_written(tmp_path: Path) -> None:
    files = {"visits/a.yaml": GOOD + "hide: [x]\n", "visits/b.yaml": "delegation: Bern\nuntil: late\n"}
    plain_deck = load_index(write(tmp_path, {**DECK, **files}))
    first = with_visit(plain_deck, "a")
    second = with_visit(first, "b")
    assert second.visit is not None
    assert second.visit.id == "b"
    assert [one.file for one in second.problems] == ["visits/b.yaml"]
    assert os.path.join(plain_deck.deck.folder, "visits", "a.yaml") not in watched(second)  # noqa: PTH118
    none = with_visit(second, "")
    assert (none.deck, none.problems, none.visit_file) == (plain_deck.deck, plain_deck.problems, "")
    assert with_visit(plain_deck, "a").deck.visit == first.visit
    with pytest.raises(VisitError):
        with_visit(first, "c")


def test_minutes_are_numbers_of_any_exactness() -> None:
    found, _ = read(GOOD + "minutes: 12.5\n")
    assert found is not None
    assert found.minutes == Decimal("12.5")


def test_a_visit_that_is_over_is_shown_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path, {**DECK, FILE: GOOD + "date: 2020-01-31\n"})
    loaded = load_index(folder, visit="guests")
    assert loaded.visit is not None
    assert loaded.visit.date == "2020-01-31"
    assert [(one.line, one.code, one.severity) for one in loaded.problems] == [(2, "past-visit", "warning")]
    monkeypatch.setattr(making_out.time, "strftime", lambda _form: "2020-01-31")
    assert load_index(folder, visit="guests").problems == ()
