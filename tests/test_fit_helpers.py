"""Processes that lay slides out beside this one: what they find is what is found here, and nothing hangs on them."""

import sys
from pathlib import Path

import pytest

from jn_presenter import fit_helpers
from jn_presenter.check_fit import check_fit, fit_keys
from jn_presenter.fit_helpers import Helpers
from jn_presenter.fit_memory import FitMemory, memory_of
from jn_presenter.load import Loaded, load_deck
from jn_presenter.model.element import Measure
from jn_presenter.model.problem import Problem
from jn_presenter.qt.offscreen import application
from tests.load.world import DECK, write

LONG = "layout: points\ntitle:\n  zh: 题\n  en: T\npoints:\n  - zh: 字\n    en: " + "so many words " * 90 + "\n"


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    """Four slides, of which two are too long."""
    files: dict[str, str | bytes] = {**DECK, "one/theme.yaml": "title: O\nslides: [a, b, c, d]\n"}
    files |= {f"one/{name}.yaml": LONG for name in "cd"}
    return load_deck(write(tmp_path / "deck", files))


@pytest.fixture
def measure(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Measure:
    """That of this process; and a helper for every slide."""
    monkeypatch.setattr(fit_helpers, "FEWEST", 1)
    return application()


def checked(loaded: Loaded, measure: Measure, memory: FitMemory, helpers: Helpers | None = None) -> list[Problem]:
    problems = check_fit(loaded.deck, measure, loaded.sources, memory=memory, helpers=helpers)
    return sorted(problems, key=lambda problem: (problem.file, problem.message.en))


def fresh(loaded: Loaded) -> FitMemory:
    return memory_of(loaded.deck.folder, fresh=True)


def answer_with(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(fit_helpers, "COMMAND", (sys.executable, "-c", code))


def test_what_helpers_find_is_what_is_found_here(loaded: Loaded, measure: Measure) -> None:
    alone = checked(loaded, measure, fresh(loaded))
    assert {problem.file for problem in alone} == {"one/c.yaml", "one/d.yaml"}
    memory = fresh(loaded)
    with Helpers(loaded.deck.folder, loaded.deck.order, processors=3) as helpers:
        assert len(helpers.slides) == 2, "the half of four: one for each of two helpers, two for this process"
        found = helpers.collect()
        keys = fit_keys(loaded.deck, memory, {})
        assert set(found) == {keys[slide] for slide in helpers.slides}
        memory.learn(found)
    assert checked(loaded, measure, memory) == alone


def test_a_check_waits_for_its_helpers_when_its_own_share_is_done(loaded: Loaded, measure: Measure) -> None:
    with Helpers(loaded.deck.folder, loaded.deck.order, processors=2) as helpers:
        together = checked(loaded, measure, fresh(loaded), helpers)
    assert together == checked(loaded, measure, fresh(loaded))


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("raise SystemExit(3)", id="fails at once"),
        pytest.param("print('no msgpack at all')", id="answers nonsense"),
        pytest.param("import time; time.sleep(600)", id="never answers"),
        pytest.param("import sys; sys.stdin.read(); sys.stdout.buffer.write(b'\\x81')", id="is cut short"),
        pytest.param(
            "import msgspec, sys; sys.stdout.buffer.write(msgspec.msgpack.encode({b'other': ()}))",
            id="read another state of the deck",
        ),
    ],
)
def test_a_helper_that_is_of_no_use_costs_its_share_alone(
    code: str, loaded: Loaded, measure: Measure, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_with(monkeypatch, code)
    monkeypatch.setattr(fit_helpers, "PATIENCE_S", 0.2)
    monkeypatch.setattr(fit_helpers, "EACH_S", 0.0)
    with Helpers(loaded.deck.folder, loaded.deck.order, processors=3) as helpers:
        running = list(helpers._running)
        problems = checked(loaded, measure, fresh(loaded), helpers)
    assert {problem.file for problem in problems} == {"one/c.yaml", "one/d.yaml"}
    assert len(running) == 2
    assert all(process.poll() is not None for process in running), "none outlives the check"


def test_where_no_process_can_be_started_all_is_done_here(
    loaded: Loaded, measure: Measure, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fit_helpers, "COMMAND", ("/nonexistent/python",))
    with Helpers(loaded.deck.folder, loaded.deck.order, processors=2) as helpers:
        problems = checked(loaded, measure, fresh(loaded), helpers)
    assert {problem.file for problem in problems} == {"one/c.yaml", "one/d.yaml"}


@pytest.mark.parametrize(("slides", "processors", "helped"), [(10, 8, 0), (299, 8, 149), (1000, 1, 0), (1000, 8, 857)])
def test_helpers_are_for_large_decks_and_processors_that_there_are(
    slides: int, processors: int, helped: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_with(monkeypatch, "pass")
    with Helpers("deck", [f"a/{k}" for k in range(slides)], processors) as helpers:
        assert len(helpers.slides) == helped
