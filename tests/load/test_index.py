"""The index of a deck: what cannot be opened at all, and what is forgiven."""

from pathlib import Path

import pytest

from jn_presenter.load import BriefingError, DeckError, FolderError, NoSlidesError, index, load_deck, load_index
from jn_presenter.load.indexing import MOST_ALIKE
from jn_presenter.model.text import plain
from tests.load.world import BRIEFING, DECK, briefs, write


def test_an_index_reads_no_slide(tmp_path: Path) -> None:
    loaded = load_index(write(tmp_path, DECK))
    assert loaded.deck.order == ("one/a", "one/b")
    assert loaded.deck.pending == {"one/a", "one/b"}
    assert loaded.deck.slides == {}
    assert loaded.problems == ()


@pytest.mark.parametrize(
    ("files", "error"),
    [
        ({"README.md": "x"}, FolderError),
        ({"briefing.yaml": ""}, BriefingError),
        ({"briefing.yaml": "title: T\n"}, BriefingError),
        ({"briefing.yaml": "title：T\n"}, BriefingError),
        ({"briefing.yaml": "languages: [zh]\n"}, BriefingError),
        ({"briefing.yaml": "languages: [Chinese]\nthemes: [a]\n"}, BriefingError),
        ({"briefing.yaml": "languages: []\nthemes: [a]\n"}, BriefingError),
        ({"briefing.yaml": "languages: [zh]\nthemes: []\n"}, BriefingError),
        ({"briefing.yaml": "- a\n"}, BriefingError),
        ({"briefing.yaml": BRIEFING}, NoSlidesError),
        ({"briefing.yaml": BRIEFING, "one/theme.yaml": "title: T\nslides: []\n"}, NoSlidesError),
        ({"briefing.yaml": BRIEFING, "one/theme.yaml": "slides: [\n"}, NoSlidesError),
    ],
)
def test_a_deck_with_nothing_to_show_cannot_be_opened(
    tmp_path: Path, files: dict[str, str | bytes], error: type[DeckError]
) -> None:
    with pytest.raises(error) as caught:
        load_index(write(tmp_path, files))
    assert caught.value.message.zh
    assert caught.value.message.en
    assert error is FolderError or caught.value.problems or files.get("one/theme.yaml", "").__contains__("[]")


@pytest.mark.parametrize("name", ["nowhere", "file", "file/below"])
def test_what_is_no_folder_cannot_be_opened(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"file": "x"})
    with pytest.raises(FolderError):
        load_index(tmp_path / name)


def test_a_slip_in_the_briefing_does_not_stop_the_show(tmp_path: Path) -> None:
    text = "title: [x]\nlanguages: [zh, en, zh]\nstyles: none\ntransition: wipe\nthemes: [one]\nversions: [x]\n"
    loaded = load_deck(write(tmp_path / "my deck", DECK | {"briefing.yaml": text}))
    briefing = loaded.deck.briefing
    assert briefing.title == plain("my deck")
    assert (briefing.languages, briefing.styles, briefing.transition) == (("zh", "en"), ("night", "day"), "fade")
    assert set(loaded.deck.slides) == {"one/a", "one/b"}
    assert briefs(loaded.problems) == [
        "wrong-type:1:8",
        "duplicate-name:2:21",
        "wrong-type:3:9",
        "not-a-choice:4:13",
        "not-a-number:6:12",
    ]


def test_without_a_usable_style_the_bundled_ones_are_used(tmp_path: Path) -> None:
    files = {"briefing.yaml": BRIEFING.replace("[night]", "[mine]"), "styles/mine.yaml": "ink: black\n"}
    loaded = load_index(write(tmp_path, DECK | files))
    assert set(loaded.deck.styles) == {"day", "night"}
    assert loaded.problems


def test_a_deck_may_have_no_facts(tmp_path: Path) -> None:
    assert load_index(write(tmp_path, DECK)).deck.facts.facts == {}


def test_facts_that_cannot_be_read_break_the_slides_that_need_them_and_no_others(tmp_path: Path) -> None:
    files = {"facts.yaml": "facts: [\n", "one/a.yaml": DECK["one/a.yaml"] + "facts: [x]\n"}
    loaded = load_deck(write(tmp_path, DECK | files))
    assert list(loaded.deck.slides) == ["one/b"]
    assert [problem.code for problem in loaded.problems] == ["bracket", "broken-fact"]


def test_a_broken_theme_lists_no_slides_rather_than_drafts(tmp_path: Path) -> None:
    files = {
        "briefing.yaml": BRIEFING.replace("[one]", "[one, two]"),
        "two/theme.yaml": "title：二\n",
        "two/draft.yaml": DECK["one/a.yaml"],
    }
    loaded = load_index(write(tmp_path, DECK | files))
    assert loaded.deck.order == ("one/a", "one/b")
    assert [theme.id for theme in loaded.deck.themes] == ["one", "two"]


def test_slides_and_themes_that_are_not_listed_are_warnings(tmp_path: Path) -> None:
    files = {"one/c.yaml": "", "one/d.yml": "", "one/.hidden.yaml": "", "two/theme.yaml": "", "three/x.yaml": ""}
    loaded = load_index(write(tmp_path, DECK | files))
    assert [(it.severity, it.code, it.file) for it in loaded.problems] == [
        ("warning", "unlisted-theme", "briefing.yaml"),
        ("warning", "wrong-ending", "one/theme.yaml"),
        ("warning", "unlisted-slide", "one/theme.yaml"),
    ]


@pytest.mark.parametrize("name", ["../one", "one/a", "a.yaml", ".a", "a\\b", "C:a", "a ", '""'])
def test_a_listed_name_leads_nowhere_else(tmp_path: Path, name: str) -> None:
    quoted = name if name == '""' else f"'{name}'"
    loaded = load_index(write(tmp_path, DECK | {"one/theme.yaml": f"title: T\nslides: [b, {quoted}]\n"}))
    assert loaded.deck.order == ("one/b",)
    assert [problem.code for problem in loaded.problems if problem.severity == "error"] == ["bad-name"]


def test_chinese_names_of_themes_and_slides_are_fine(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "briefing.yaml": BRIEFING.replace("[one]", "[产业]"),
        "产业/theme.yaml": "title: T\nslides: [智能 电网]\n",
        "产业/智能 电网.yaml": DECK["one/a.yaml"],
    }
    loaded = load_deck(write(tmp_path, files))
    assert list(loaded.deck.slides) == ["产业/智能 电网"]
    assert loaded.problems == ()


@pytest.mark.parametrize(
    ("briefing", "code"),
    [
        (BRIEFING.replace("[one]", "[one, {many}]"), "unknown-theme"),
        (BRIEFING.replace("[night]", "[night, {many}]"), "unknown-style"),
        (BRIEFING + "kiosk:\n  loop: [one, {many}]\n", "unknown-theme"),
        (BRIEFING + "kiosk:\n  loop: [one, {slides}]\n", "unknown-slide"),
    ],
)
def test_of_thousands_of_names_that_lead_nowhere_a_hundred_are_told_and_the_rest_are_counted(
    tmp_path: Path, briefing: str, code: str
) -> None:
    many, slides = (", ".join(f"{before}n{k}" for k in range(3000)) for before in ("", "one/"))
    text = briefing.format(many=many, slides=slides)
    loaded = load_index(write(tmp_path, DECK | {"briefing.yaml": text}))
    codes = [problem.code for problem in loaded.problems]
    assert codes == [*([code] * MOST_ALIKE), "too-many-problems"]
    assert str(3000 - MOST_ALIKE) in loaded.problems[-1].message.en
    assert loaded.problems[-1].column > loaded.problems[-2].column
    assert loaded.deck.order == ("one/a", "one/b")


def test_the_folder_is_listed_once_however_many_themes_are_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    listdir = index._listdir
    monkeypatch.setattr(index, "_listdir", lambda path: looked.append(path) or listdir(path))
    write(tmp_path, DECK | {"briefing.yaml": BRIEFING.replace("[one]", "[one, a, b, c, d]")})
    load_index(tmp_path)
    assert looked.count(str(tmp_path)) == 1


def test_of_thousands_of_folders_that_no_theme_lists_a_hundred_are_told(tmp_path: Path) -> None:
    loaded = load_index(write(tmp_path, DECK | {f"x{k}/theme.yaml": "title: T\n" for k in range(MOST_ALIKE + 7)}))
    assert briefs(loaded.problems).count("unlisted-theme:4:9") == MOST_ALIKE
    assert "7 more" in loaded.problems[-1].message.en
