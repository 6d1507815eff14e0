"""The command `new`: what it makes passes `check`, and nothing else of the deck changes."""

import re
import shutil
import time
from pathlib import Path

import pytest

from jn_presenter import cli_new, durable
from jn_presenter.cli import main
from jn_presenter.edit import saving
from jn_presenter.edit.changes import Edit, Refusal
from jn_presenter.layouts import LAYOUTS
from jn_presenter.load import load_deck, load_index
from jn_presenter.model.text import Text

THEME = """\
# 主题的开头 · a comment
title: {zh: 产业, en: Industry}
slides: [first]   # 按顺序
"""
BRIEFING = """\
title:
  zh: 虚构的汇报
  en: An invented briefing
languages: [zh, en]
themes:
  - industry   # 正文
  - closing
"""
SLIDE = "layout: section\ntitle: {zh: 标题, en: Title}\n"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    folder = tmp_path / "汇报 deck"
    for theme, more in (("industry", ""), ("closing", "role: frame\n")):
        (folder / theme).mkdir(parents=True)
        (folder / theme / "theme.yaml").write_text(THEME + more, encoding="utf-8")
        (folder / theme / "first.yaml").write_text(SLIDE, encoding="utf-8")
    (folder / "briefing.yaml").write_text(BRIEFING, encoding="utf-8")
    return folder


def state(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("languages", ["[zh, en]", "[zh]", "[en, ja]"])
def test_a_deck_of_every_template_is_clean(deck: Path, languages: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Warnings count too, in each language, stacked, and in all shapes."""
    (deck / "briefing.yaml").write_text(f"title: T\nlanguages: {languages}\nthemes: [closing]\n", encoding="utf-8")
    (deck / "facts.yaml").write_text("sources: {yunxi: {publisher: X, short: X}}\nfacts: []\n", encoding="utf-8")
    shutil.rmtree(deck / "industry")
    (deck / "closing" / "theme.yaml").write_text("title: T\nrole: frame\nslides: [first]\n", encoding="utf-8")
    (deck / "closing" / "first.yaml").write_text("layout: section\ntitle: T\n", encoding="utf-8")
    assert main(["new", "theme", "robots", "--deck", str(deck), "--title", "AI"]) == 0
    for layout in LAYOUTS.names():
        assert main(["new", "slide", f"robots/a-{layout}", "--deck", str(deck), "--layout", layout]) == 0
    capsys.readouterr()
    assert main(["check", "--strict", str(deck)]) == 0, capsys.readouterr().out
    loaded = load_deck(deck)
    made = [slide for slide in loaded.deck.order if slide.startswith("robots/")]
    assert made == ["robots/section", *(f"robots/a-{layout}" for layout in LAYOUTS.names())]


def test_a_sample_says_so_and_shows_no_figure_as_real() -> None:
    from jn_presenter.moving_in.samples import Author, sample_slide

    for layout in LAYOUTS.names():
        page = sample_slide(layout, Author(("zh", "en")))
        assert page["title"] == {"zh": "示例标题", "en": "Sample title"}
        for value in page.values():
            if "'value':" in str(value):
                assert "'sample': True" in str(value)


def test_a_slide_comes_into_the_list_by_its_own_characters(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = state(deck)
    assert main(["new", "slide", "industry/robots", "--deck", str(deck), "--title", "机器人产业"]) == 0
    after = state(deck)
    out = capsys.readouterr().out
    assert str(deck / "industry" / "robots.yaml") in out
    assert "--start industry/robots" in out
    assert "机器人产业" in after.pop("industry/robots.yaml")
    assert after.pop("industry/theme.yaml") == THEME.replace("[first]", "[first, robots]")
    del before["industry/theme.yaml"]
    assert after == before


def test_a_theme_stands_before_the_closing(deck: Path) -> None:
    assert main(["new", "theme", "robots", "--deck", str(deck)]) == 0
    assert state(deck)["briefing.yaml"] == BRIEFING.replace("  - closing", "  - robots\n  - closing")
    loaded = load_deck(deck)
    assert not [problem for problem in loaded.problems if "robots" in problem.file]
    assert "robots/section" in loaded.deck.slides


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("slide", "industry/first"), "industry/first-2"),
        (("slide", "industry/FIRST"), "first"),
        (("slide", "first"), "industry/first"),
        (("slide", "industri/first"), "industry"),
        (("slide", "industry/机器人"), "ji-qi-ren"),
        (("slide", "industry/../../x"), "industry"),
        (("slide", "industry/theme"), "theme-1"),
        (("slide", "industry/x", "--layout", "pionts"), "points"),
        (("theme", "industry"), "industry-2"),
        (("theme", "data"), "data-1"),
        (("theme", "visits"), "visits-1"),
        (("theme", "../x"), "x"),
        (("theme", "机器人"), "ji-qi-ren"),
        (("page", "x"), "slide"),
    ],
)
def test_what_cannot_be_begun_changes_nothing_and_says_what_can(
    deck: Path, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(deck)
    assert main(["new", *arguments, "--deck", str(deck)]) == 2
    assert said in capsys.readouterr().err
    assert state(deck) == before


def test_a_list_that_is_broken_is_left_alone(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (deck / "industry" / "theme.yaml").write_text("title: x\n", encoding="utf-8")
    before = state(deck)
    assert main(["new", "slide", "industry/robots", "--deck", str(deck)]) == 2
    assert "mend industry/theme.yaml first" in capsys.readouterr().err
    assert state(deck) == before


@pytest.mark.parametrize("failing", ["theme.yaml", "section.yaml", "briefing.yaml"])
def test_what_the_disk_refuses_leaves_nothing_behind(
    deck: Path, failing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: Path, content: bytes, **more: bool) -> None:
        if path.name == failing:
            raise OSError(28, "No space left on device", str(path))
        whole(path, content, **more)

    whole = durable.replace
    before = state(deck)
    monkeypatch.setattr(durable, "replace", refuse)
    assert main(["new", "theme", "robots", "--deck", str(deck)]) == 2
    assert "No space" in capsys.readouterr().err
    assert state(deck) == before
    assert not (deck / "robots").exists()


def test_a_list_changed_meanwhile_is_not_overwritten(
    deck: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def meanwhile(folder: saving.Folder, edit: Edit) -> Refusal | None:
        (deck / "industry" / "theme.yaml").write_text(THEME + "icon: leaf\n", encoding="utf-8")
        return saving.save(folder, edit)

    monkeypatch.setattr(cli_new, "save", meanwhile)
    assert main(["new", "slide", "industry/robots", "--deck", str(deck)]) == 2
    assert "changed elsewhere" in capsys.readouterr().err
    assert state(deck)["industry/theme.yaml"] == THEME + "icon: leaf\n"
    assert not (deck / "industry" / "robots.yaml").exists()


def test_a_visit_is_begun_for_today_and_can_be_shown_as_it_is(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = state(deck)
    assert main(["new", "visit", "zurich", "--deck", str(deck), "--title", "苏黎世州代表团"]) == 0
    out = capsys.readouterr().out
    assert str(deck / "visits" / "zurich.yaml") in out
    assert "--visit zurich" in out
    after = state(deck)
    text = after.pop("visits/zurich.yaml")
    assert after == before
    assert "# leader:" in text
    loaded = load_index(deck, visit="zurich")
    assert loaded.problems == ()
    visit = loaded.visit
    assert visit is not None
    assert visit.delegation == Text((("zh", "苏黎世州代表团"),))
    assert (visit.date, visit.minutes, visit.themes) == (time.strftime("%Y-%m-%d"), 20, ("industry",))


def test_all_that_a_new_visit_says_behind_a_sign_of_comments_can_be_turned_on(deck: Path) -> None:
    assert main(["new", "visit", "zurich", "--deck", str(deck)]) == 0
    path = deck / "visits" / "zurich.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    live = (line.removeprefix("# ") if re.match(r"# ( |-|[a-z_]+:)", line) else line for line in lines)
    path.write_text("\n".join(live) + "\n", encoding="utf-8")
    loaded = load_index(deck, visit="zurich")
    assert [(one.code, one.line) for one in loaded.problems if one.code != "missing-picture"] == [
        ("stressed-and-hidden", loaded.problems[-1].line)
    ]
    visit = loaded.visit
    assert visit is not None
    assert visit.delegation == Text((("zh", "示例代表团"), ("en", "Sample delegation")))
    assert all((visit.leader, visit.guests, visit.host, visit.stress, visit.questions))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("zurich",), "zurich-2"),
        (("苏黎世",), "su-li-shi"),
        (("../zurich",), "zurich"),
        (("bern", "--layout", "points"), "--layout"),
    ],
)
def test_a_visit_that_cannot_be_begun_changes_nothing(
    deck: Path, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "visit", "zurich", "--deck", str(deck)]) == 0
    before = state(deck)
    assert main(["new", "visit", *arguments, "--deck", str(deck)]) == 2
    assert said in capsys.readouterr().err
    assert state(deck) == before


def test_a_visit_that_the_disk_refuses_leaves_nothing_behind(
    deck: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: Path, content: bytes, **more: bool) -> None:
        raise OSError(28, "No space left on device", str(path))

    before = state(deck)
    monkeypatch.setattr(durable, "replace", refuse)
    assert main(["new", "visit", "zurich", "--deck", str(deck)]) == 2
    assert "No space" in capsys.readouterr().err
    assert state(deck) == before
    assert not (deck / "visits").exists()
