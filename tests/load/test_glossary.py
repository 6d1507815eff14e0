"""The glossary: terms in every language of the briefing; a broken one costs itself alone."""

from pathlib import Path

import pytest

from jn_presenter.load import load_deck, load_index, reload, watched
from jn_presenter.load.glossary import glossary
from jn_presenter.model.glossary import Term
from jn_presenter.model.text import Text
from tests.load.world import DECK, briefs, tree, write

GOOD = "terms:\n  - zh: 智能电网\n    en: smart grid\n    also: [power grid]\n    note: said often\n"


def term(zh: str, en: str, *also: str, note: str = "") -> Term:
    return Term(name=Text((("zh", zh), ("en", en))), also=also, note=note)


def read(text: str) -> tuple[tuple[Term, ...], list[str]]:
    root, reading = tree(text)
    assert root is not None
    return glossary(root, reading), briefs(reading.problems)


def test_a_term_has_a_name_in_each_language_and_other_forms() -> None:
    found, problems = read("terms:\n  - en: smart grid\n    zh: 智能电网\n    also: [grids]\n    note: n\n")
    assert found == (term("智能电网", "smart grid", "grids", note="n"),)
    assert problems == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- zh: 五\n", "wrong-type:1:1"),
        ("terms: x\n", "wrong-type:1:8"),
        ("terms:\n", "empty:1:7"),
        ("names: []\nterms: []\n", "unknown-key:1:1"),
        ("terms:\n  - 五\n", "wrong-type:2:5"),
        ("terms:\n  -\n", "empty:2:4"),
        ("terms:\n  - zh: 五\n", "untranslated:2:5"),
        ("terms:\n  - en: '5'\n", "untranslated:2:5"),
        ("terms:\n  - note: five\n", "missing-key:2:5"),
        ("terms:\n  - zh: 五\n    en: five\n    fr: cinq\n", "unknown-key:4:5"),
        ("terms:\n  - zh: 五\n    en: [five]\n", "wrong-type:3:9"),
        ("terms:\n  - zh: 五\n    en: ''\n", "empty:2:5"),
        ("terms:\n  - zh: 五\n    en: five\n    also: fives\n", "wrong-type:4:11"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, problem: str) -> None:
    assert read(text) == ((), [problem])


def test_a_broken_term_costs_itself_alone_and_a_second_one_of_a_name_too() -> None:
    text = "terms:\n  - zh: 五\n    en: five\n  - zh: 六\n  - zh: 五\n    en: quint\n"
    assert read(text) == ((term("五", "five"),), ["untranslated:4:5", "duplicate-term:5:5"])


def test_a_deck_may_have_no_glossary_and_gets_one_while_it_is_shown(tmp_path: Path) -> None:
    loaded = load_deck(write(tmp_path, DECK))
    assert (loaded.deck.glossary, loaded.problems) == ((), ())
    file = str(tmp_path / "glossary.yaml")
    assert file in watched(loaded)
    write(tmp_path, {"glossary.yaml": GOOD})
    assert reload(loaded, [file]).deck.glossary == (term("智能电网", "smart grid", "power grid", note="said often"),)


def test_a_glossary_that_breaks_keeps_its_last_good_state(tmp_path: Path) -> None:
    loaded = load_index(write(tmp_path, DECK | {"glossary.yaml": GOOD}))
    file = str(tmp_path / "glossary.yaml")
    write(tmp_path, {"glossary.yaml": GOOD.replace("en:", "en：")})
    broken = reload(loaded, [file])
    assert broken.deck.glossary == loaded.deck.glossary
    assert [problem.file for problem in broken.problems] == ["glossary.yaml"]
    write(tmp_path, {"glossary.yaml": "terms: []\n"})
    assert reload(broken, [file]).deck.glossary == ()
