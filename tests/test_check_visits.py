"""The visits of a deck are checked with it: each by its own file and line, with what guests to come will see."""

import json
import time
from pathlib import Path

import pytest

from jn_presenter.check_visits import check_visits
from jn_presenter.cli import main
from jn_presenter.load import load_deck
from tests.load.world import DECK, write

TODAY = "2026-11-23"


def told(folder: Path) -> list[tuple[str, int, str, str]]:
    found = check_visits(load_deck(folder), TODAY).problems
    return [(one.file, one.line, one.code, one.severity) for one in found]


def test_every_visit_is_read_and_named_with_its_line(tmp_path: Path) -> None:
    files = {
        "visits/a.yaml": "delegation: A\nthemes: [one]\n",
        "visits/b.yaml": "delegation: B\nthemes: [tow]\nminutes: 900\n",
        "visits/c.yaml": "leader: C\n",
        "visits/d.yaml": "delegation:\n  zh: 丁\nlanguages: [en]\n",
        "visits/archive/e.yaml": "nothing: at all\n",
        "visits/notes.txt": "none",
    }
    assert told(write(tmp_path, {**DECK, **files})) == [
        ("visits/b.yaml", 2, "unknown-theme", "error"),
        ("visits/b.yaml", 3, "more-minutes-than-slides", "warning"),
        ("visits/c.yaml", 1, "missing-key", "error"),
        ("visits/d.yaml", 2, "name-in-another-language", "warning"),
    ]


def test_what_is_wrong_with_a_visit_that_is_over_is_no_error_any_more(tmp_path: Path) -> None:
    text = "delegation: A\nthemes: [gone]\ndate: 2026-11-22\n"
    assert told(write(tmp_path, {**DECK, "visits/a.yaml": text})) == [
        ("visits/a.yaml", 2, "unknown-theme", "warning"),
        ("visits/a.yaml", 3, "past-visit", "warning"),
    ]


def test_slides_in_a_theme_of_that_name_are_no_visits(tmp_path: Path) -> None:
    files = {
        "briefing.yaml": DECK["briefing.yaml"].replace("[one]", "[one, visits]"),
        "visits/theme.yaml": "title: V\nslides: [a]\n",
        "visits/a.yaml": DECK["one/a.yaml"],
    }
    assert told(write(tmp_path, {**DECK, **files})) == []


def test_a_deck_without_visits_has_none_to_check(tmp_path: Path) -> None:
    assert told(write(tmp_path, DECK)) == []


def test_check_tells_of_visits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    today = time.strftime("%Y-%m-%d")
    folder = write(tmp_path, {**DECK, "visits/b.yaml": f"delegation: B\ndate: {today}\nthemes: [tow]\n"})
    assert main(["check", "--json", "--no-cache", str(folder)]) == 1
    found = json.loads(capsys.readouterr().out)["problems"]
    assert [(one["file"], one["line"], one["code"]) for one in found] == [("visits/b.yaml", 3, "unknown-theme")]


def test_guests_to_come_are_told_what_does_not_fit_at_the_lines_of_their_visit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = "\n".join(f"  - {{name: Guest {k}, position: 团长}}" for k in range(1, 40))
    rare = "delegation: 苏黎世\nleader: 龘先生\nguests:\n"
    folder = write(tmp_path, {**DECK, "visits/many.yaml": f"{rare}{people}\n"})
    assert main(["check", "--json", "--no-cache", str(folder)]) in (0, 1)
    found = json.loads(capsys.readouterr().out)["problems"]
    assert {one["file"] for one in found} == {"visits/many.yaml"}
    lines = {one["code"]: (one["line"], one["message"]["en"]) for one in found}
    assert lines["no-glyph"][0] == 2
    assert lines["guests-count"][0] == 4
    assert lines["guests-count"][1].startswith("visit/welcome: ")


def test_nothing_is_laid_out_for_guests_who_have_gone(tmp_path: Path) -> None:
    files = {"visits/a.yaml": "delegation: A\ndate: 2026-11-22\n", "visits/b.yaml": "delegation: B\n"}
    coming = check_visits(load_deck(write(tmp_path, {**DECK, **files})), TODAY).coming
    assert [(one.file, one.deck.order) for one in coming] == [("visits/b.yaml", ("visit/welcome",))]
