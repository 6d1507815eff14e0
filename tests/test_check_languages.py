"""How complete a deck is in its languages, and which characters no font has."""

import json
from pathlib import Path

import pytest

from jn_presenter.check_glyphs import check_glyphs, needs_machine
from jn_presenter.check_languages import completeness, lines
from jn_presenter.cli import DONE, PROBLEMS, main
from jn_presenter.draw.untranslated import lacking
from jn_presenter.load import Loaded, load_deck
from jn_presenter.model.text import Message, Text

BRIEFING = """\
title: {zh: 园区, en: The zone, ko: 단지}
languages: [zh, en, ko]
themes: [start]
"""
FACTS = """\
sources:
  a:
    publisher: {zh: 管委会, en: The office}
    short: {zh: 管委会, en: Office}
facts:
  - id: goal
    kind: target
    label: {zh: 目标, en: The goal}
  - id: done
    kind: achieved
    label: {zh: 成果, en: Result, ko: 성과}
"""
SLIDE = """\
layout: points
title:
  zh: 欢迎
  en: Welcome
points:
  - zh: <goal.label>
  - zh: 第一点😀𰀀
    en: The first point
    ko: 첫째
  - PCT
notes:
  zh: 讲稿
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "start").mkdir()
    (tmp_path / "briefing.yaml").write_text(BRIEFING, encoding="utf-8")
    (tmp_path / "facts.yaml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "start" / "theme.yaml").write_text("title: {zh: 开场, en: Opening, ko: 시작}\nslides: [one]\n")
    (tmp_path / "start" / "one.yaml").write_text(SLIDE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def loaded(folder: Path) -> Loaded:
    return load_deck(folder)


def test_every_text_that_needs_words_counts_once_in_each_language(loaded: Loaded) -> None:
    zh, en, ko = completeness(loaded.deck, loaded.sources)
    # Titles of the deck, its theme and the slide, and one point: the other is a reference, the last the same for all.
    assert {kind: (count.have, count.all) for kind, count in zh.counts.items()} == {
        "slides": (4, 4),
        "facts": (4, 4),
        "targets": (1, 1),
        "notes": (1, 1),
    }
    assert {kind: (count.have, count.all) for kind, count in ko.counts.items()} == {
        "slides": (3, 4),
        "facts": (1, 4),
        "targets": (0, 1),
        "notes": (0, 1),
    }
    assert (zh.missing, en.missing, ko.missing) == (0, 1, 5)
    assert [(one.script, one.bundled) for one in (zh, en, ko)] == [("Hans", True), ("Latn", True), ("Kore", False)]


def test_the_first_places_that_lack_a_language_are_named(loaded: Loaded) -> None:
    en, ko = completeness(loaded.deck, loaded.sources)[1:]
    assert [(gap.file, gap.line, gap.slide) for gap in en.first] == [("start/one.yaml", 12, "start/one")]
    assert [(gap.file, gap.line) for gap in ko.first] == [
        ("start/one.yaml", 3),
        ("start/one.yaml", 12),
        ("facts.yaml", 8),
        ("facts.yaml", 3),
        ("facts.yaml", 4),
    ]
    said = "\n".join(lines((en, ko), "en"))
    assert "en        88%  slides 4/4  facts 4/4  targets among them 1/1  notes, questions 0/1" in said
    assert "start/one.yaml:3:" in said
    assert "needs a font: ko" in said


def test_what_is_not_listed_is_counted(folder: Path) -> None:
    more = "".join(f"  - zh: 第{k}点\n" for k in "甲乙丙丁戊")
    (folder / "start" / "one.yaml").write_text(SLIDE.replace("  - PCT\n", more), encoding="utf-8")
    loaded = load_deck(folder)
    (ko,) = (one for one in completeness(loaded.deck, loaded.sources) if one.language == "ko")
    assert "    另有 5 处" in tuple(lines((ko,), "zh"))


def test_check_languages_tells_people_and_programs(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert main(["check", str(folder), "--languages"]) == DONE
    assert capsys.readouterr().out.startswith("zh       100%")
    assert main(["check", str(folder), "--languages", "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)["languages"]
    assert [one["language"] for one in told] == ["zh", "en", "ko"]
    assert told[2]["counts"]["targets"] == {"have": 0, "all": 1}
    assert told[2]["first"][0]["message"]["en"] == "no words in ko, only in zh"
    assert main(["check", str(folder), "--languages", "--strict"]) == PROBLEMS
    capsys.readouterr()


class Fonts:
    """A machine with or without a font for Korean, which has no characters but those of ours."""

    def __init__(self, *, korean: bool) -> None:
        self.korean = korean
        self.asked: list[str] = []

    def has_glyph(self, language: str, character: str) -> bool:
        self.asked.append(character)
        return language == "ko" and self.korean

    def lacking(self, language: str) -> Message | None:
        return None if self.korean else Message("安装字体", "install a font")


def test_a_language_without_a_font_is_said_once_with_the_remedy(loaded: Loaded) -> None:
    fonts = Fonts(korean=False)
    language, glyph = check_glyphs(loaded.deck, loaded.sources, lambda: fonts)
    assert (language.code, language.file, language.line, language.severity) == (
        "no-font",
        "briefing.yaml",
        2,
        "warning",
    )
    assert language.hint.en == "install a font, on the computer that shows it too"
    assert glyph.code == "no-glyph"


def test_a_character_without_a_glyph_is_named_where_it_stands(loaded: Loaded) -> None:
    fonts = Fonts(korean=True)
    (problem,) = check_glyphs(loaded.deck, loaded.sources, lambda: fonts)
    assert (problem.code, problem.file, problem.line, problem.slide) == ("no-glyph", "start/one.yaml", 7, "start/one")
    assert "😀 (U+1F600)  𰀀 (U+30000)" in problem.message.zh
    assert set(fonts.asked) & set("欢迎Welcome") == set()


def test_fonts_are_not_asked_for_what_the_bundled_ones_have(folder: Path) -> None:
    briefing = "title: {zh: 园区, fr: La zone, ja: 開発区}\nlanguages: [zh, fr, ja]\nthemes: [start]\n"
    slide = "layout: cover\ntitle:\n  zh: “江宁”（2020年）\n  fr: à l’été — 47\u202f%\n  ja: 漆器の展示「あ」\n"
    for name, words in (("briefing.yaml", briefing), ("start/one.yaml", slide), ("facts.yaml", "facts: []\n")):
        (folder / name).write_text(words, encoding="utf-8")
    (folder / "start" / "theme.yaml").write_text(
        "title: {zh: 开场, fr: Début, ja: 始}\nslides: [one]\n", encoding="utf-8"
    )
    loaded = load_deck(folder)
    fonts = Fonts(korean=False)
    assert loaded.deck.slides
    assert check_glyphs(loaded.deck, loaded.sources, lambda: fonts) == ()
    assert not fonts.asked
    assert not needs_machine(loaded.deck.briefing.languages)
    assert needs_machine(("zh", "pl"))


def test_words_in_other_characters_are_not_the_language_s_own() -> None:
    text = Text((("zh", "字"), ("en", "words")))
    assert lacking(text, ("zh", "zh-TW", "zh-CN", "en-GB")) == ("zh-TW",)
