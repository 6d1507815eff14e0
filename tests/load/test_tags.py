"""Languages as they are typed in briefing.yaml and in texts."""

from pathlib import Path

import pytest

from jn_presenter.load import load_deck

THEME = "title: a\nslides: [one]\n"
SLIDE = "layout: cover\ntitle:\n  zh: 字\n  {key}: words\n"


def deck(folder: Path, languages: str, key: str = "en") -> Path:
    (folder / "a").mkdir()
    (folder / "briefing.yaml").write_text(f"title: a\nlanguages: [{languages}]\nthemes: [a]\n", encoding="utf-8")
    (folder / "a" / "theme.yaml").write_text(THEME, encoding="utf-8")
    (folder / "a" / "one.yaml").write_text(SLIDE.format(key=key), encoding="utf-8")
    return folder


def test_letter_case_does_not_count(tmp_path: Path) -> None:
    loaded = load_deck(deck(tmp_path, "ZH, en-gb", "EN-GB"))
    assert loaded.deck.briefing.languages == ("zh", "en-GB")
    assert loaded.deck.slides["a/one"].title.variants == (("zh", "字"), ("en-GB", "words"))
    assert not loaded.problems


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("zh_TW", "zh-TW"), ("韩语", "ko"), ("jp", "ja"), ("English", "en"), ("русский", "ru"), ("e!", "")],
)
def test_what_is_no_tag_is_told_which_one_is_meant(tmp_path: Path, typed: str, meant: str) -> None:
    loaded = load_deck(deck(tmp_path, f"zh, {typed}", "zh-Hans"))
    (problem,) = (one for one in loaded.problems if one.code == "bad-language")
    assert (problem.file, problem.line) == ("briefing.yaml", 2)
    assert (meant or "zh-Hant") in problem.hint.zh
    assert (meant or "zh-Hant") in problem.hint.en
    assert loaded.deck.briefing.languages == ("zh",)


@pytest.mark.parametrize("tag", ["ar", "he-IL", "fa", "az-Arab"])
def test_a_language_from_right_to_left_is_refused_and_the_others_are_shown(tmp_path: Path, tag: str) -> None:
    loaded = load_deck(deck(tmp_path, f"zh, en, {tag}"))
    (problem,) = loaded.problems
    assert (problem.code, problem.line) == ("right-to-left", 2)
    assert tag in problem.message.zh
    assert tag in problem.message.en
    assert loaded.deck.briefing.languages == ("zh", "en")


def test_a_language_listed_in_two_spellings_is_listed_twice(tmp_path: Path) -> None:
    loaded = load_deck(deck(tmp_path, "zh, en, EN"))
    assert [problem.code for problem in loaded.problems] == ["duplicate-name"]
    assert loaded.deck.briefing.languages == ("zh", "en")


def test_words_given_twice_for_one_language_are_refused(tmp_path: Path) -> None:
    folder = deck(tmp_path, "zh, en")
    (folder / "a" / "one.yaml").write_text("layout: cover\ntitle:\n  zh: 字\n  ZH: 字\n  en: a\n", encoding="utf-8")
    assert [problem.code for problem in load_deck(folder).problems][:1] == ["unknown-language"]


@pytest.mark.parametrize(("typed", "meant"), [("英文", "en"), ("english", "en"), ("中文", "zh")])
def test_a_language_called_by_its_name_in_a_text_is_told_its_tag(tmp_path: Path, typed: str, meant: str) -> None:
    folder = deck(tmp_path, "zh, en")
    other = "en" if meant == "zh" else "zh"
    (folder / "a" / "one.yaml").write_text(f"layout: cover\ntitle:\n  {other}: a\n  {typed}: b\n", encoding="utf-8")
    (problem,) = (one for one in load_deck(folder).problems if one.code == "unknown-language")
    assert f"{meant}: b" in problem.write
