"""Places of values by file and path, and findings that get their place from them."""

import sys
from pathlib import Path

from jn_presenter.load import Sources, load_deck, slide_file
from jn_presenter.load.sources import TOP, Paths
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message
from tests.load.world import DECK, GOOD, write

FINDING = Finding(code="odd", message=Message("怪", "odd"), hint=Message("改", "mend"), path="zh")


def sources() -> Sources:
    return load_deck(GOOD).sources


def typed(file: str, path: str) -> str:
    """What stands at the place of a path."""
    span = sources().span(file, path)
    assert span is not None
    text = (GOOD / file).read_text(encoding="utf-8")
    lines = text[: span.start].split("\n")
    assert (len(lines), len(lines[-1]) + 1) == (span.line, span.column)
    return text[span.start : span.end]


def test_a_path_is_made_of_keys_and_of_numbers_from_one() -> None:
    assert typed("museum/points.yaml", "title.zh") == "要点"
    assert typed("museum/points.yaml", "points.1.zh") == "第一条，含逗号，冒号：都不要紧"
    assert typed("museum/points.yaml", "steps.2.1") == "points.2"
    assert typed("museum/bars.yaml", "chart.items.2.label.en") == "B"
    assert typed("museum/free.yaml", "free.1.fill") == '"#881818"'


def test_a_short_form_stands_under_its_field_too() -> None:
    assert typed("museum/points.yaml", "points.items.3") == '"no 12:30 010"'
    assert typed("museum/figures.yaml", "kpis.1.fact") == typed("museum/figures.yaml", "kpis.1") == "visitors"


def test_a_listed_name_stands_under_the_name_too() -> None:
    assert typed("museum/theme.yaml", "slides[bars]") == "bars"
    assert typed("briefing.yaml", "themes[museum]") == "museum"


def test_a_finding_is_placed_at_the_nearest_value_around_it() -> None:
    file = "museum/points.yaml"
    exact = sources().problem(file, "points.items.1", FINDING, slide="museum/points")
    assert (exact.line, exact.column, exact.slide) == (10, 9, "museum/points")
    assert exact.excerpt == "  - zh: 第一条，含逗号，冒号：都不要紧\n        " + "^" * 30
    assert exact.width == 15
    above = sources().problem(file, "points.items.3.run.5", FINDING)
    assert (above.line, above.column) == (18, 5)
    nowhere = sources().problem(file, "chart.data", FINDING)
    assert (nowhere.line, nowhere.column) == (1, 1)


def test_a_file_that_was_not_read_or_is_gone_gives_its_first_line() -> None:
    assert sources().nearest("nowhere.yaml", "a.b") == TOP
    problem = sources().problem("nowhere.yaml", "a.b", FINDING)
    assert (problem.line, problem.column, problem.excerpt) == (1, 1, "")


def test_like_files_share_their_paths(tmp_path: Path) -> None:
    names = [f"s{k}" for k in range(200)]
    files = {f"one/{name}.yaml": DECK["one/a.yaml"] for name in names}
    theme = {"one/theme.yaml": f"title: One\nslides: [{', '.join(names)}]\n"}
    found = load_deck(write(tmp_path, DECK | files | theme)).sources.files
    places = [found[slide_file(f"one/{name}")] for name in names]
    assert all(place.paths is places[0].paths for place in places)
    assert sum(sys.getsizeof(place.numbers) for place in places) / len(places) < 512


class _Counted(str):
    """A path that counts how often it is compared."""

    __slots__ = ()
    compared = 0

    def __eq__(self, other: object) -> bool:
        _Counted.compared += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def test_to_find_a_thousand_paths_among_a_thousand_each_is_compared_a_few_times() -> None:
    paths = Paths(_Counted(f"slides.{k}") for k in range(1000))
    _Counted.compared = 0
    assert [paths.at(f"slides.{k}") for k in range(1000)] == list(range(1000))
    assert _Counted.compared < 10_000


def test_of_a_path_that_is_there_twice_the_first_counts_and_of_none_nothing() -> None:
    paths = Paths(("a", "b", "a"))
    assert (paths.at("a"), paths.at("b"), paths.at("c")) == (0, 1, None)
