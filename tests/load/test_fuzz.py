"""Whatever a file holds, it is read without an exception, and a slide that is not shown has a problem that says why."""

import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bench.fuzz import yamls
from jn_presenter.load import DeckError, load_deck, reload
from jn_presenter.load.facts import fact_base
from jn_presenter.load.reading import Reading
from jn_presenter.load.slides import slide
from jn_presenter.load.styles import style
from tests.load.world import CONTEXT, DECK, GOOD, tree, write

TYPED = """
layout title points chart kpis icon steps free facts depth minutes notes type text zh en at fill items label value bar
box kpi image timeline donut line core true null 1.5 opened visitors azure flag points.each pictures/square.png sources
units id kind achieved target as_of due op over unit scale exact {v}
"""
WORDS = st.sampled_from(TYPED.split())
SIGNS = st.sampled_from(yamls.SIGNS)
YAMLISH = st.lists(st.one_of(WORDS, SIGNS, st.text(max_size=3)), max_size=60).map("".join)


def values(depth: int) -> st.SearchStrategy[str]:
    """Flow style YAML of values that fit nothing in particular."""
    scalar = st.one_of(WORDS, st.text("ab1中 .-", max_size=4).map(repr))
    if depth == 0:
        return scalar
    inner = values(depth - 1)
    lists = st.lists(inner, max_size=4).map(lambda items: f"[{', '.join(items)}]")
    keys = st.one_of(WORDS, scalar)
    mappings = st.lists(st.tuples(keys, inner), max_size=5).map(
        lambda items: "{" + ", ".join(f"{k}: {v}" for k, v in items) + "}"
    )
    return st.one_of(scalar, lists, mappings)


KEYS = st.sampled_from(TYPED.split()[:11])
SLIDISH = st.dictionaries(KEYS, values(3), max_size=10).map(
    lambda items: "".join(f"{key}: {value}\n" for key, value in items.items())
)


def read_slide(data: bytes) -> None:
    root, reading = tree(data)
    reading.slide = "one/a"
    made = slide(root, reading, data) if root is not None else None
    if made is None:
        assert any(problem.severity == "error" for problem in reading.problems), data
    else:
        for _, elements in made.slots:
            assert elements
    for problem in reading.problems:
        assert all((problem.message.zh, problem.message.en, problem.line >= 1, problem.column >= 1, problem.excerpt))


@given(st.binary(max_size=300))
@example(b"\xff\xfe\x00")
@example(b"\xef\xbb\xbf")
def test_any_bytes_are_a_slide_or_a_problem(data: bytes) -> None:
    read_slide(data)


@settings(max_examples=400)
@given(YAMLISH)
def test_any_text_that_looks_like_yaml_is_a_slide_or_a_problem(text: str) -> None:
    read_slide(text.encode("utf-8", "ignore"))


@settings(max_examples=400)
@given(SLIDISH)
def test_any_keys_and_values_are_a_slide_or_a_problem(text: str) -> None:
    read_slide(text.encode())


@settings(max_examples=200)
@given(st.sampled_from(sorted(GOOD.glob("*/*.yaml"))), st.data())
def test_a_good_file_with_anything_typed_into_it_is_a_slide_or_a_problem(file: Path, data: st.DataObject) -> None:
    text = file.read_text(encoding="utf-8")
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 5))
    typed = data.draw(st.one_of(SIGNS, WORDS, st.text(max_size=3)))
    read_slide((text[:at] + typed + text[at + cut :]).encode("utf-8", "ignore"))


@settings(max_examples=200)
@given(YAMLISH)
def test_any_text_is_facts_and_a_style_or_a_problem(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    root, reading = tree(data)
    if root is not None:
        base = fact_base(root, reading)
        assert base.broken.isdisjoint(base.facts.facts)
        style(root, reading, "x")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["briefing.yaml", "one/theme.yaml", "facts.yaml", "one/a.yaml"]), st.one_of(YAMLISH, SLIDISH))
def test_a_deck_opens_and_reloads_whatever_one_of_its_files_says(name: str, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        loaded = load_deck(write(Path(folder), DECK))
        write(Path(folder), {name: text.encode("utf-8", "ignore")})
        again = reload(loaded, [str(Path(folder) / name)])
        assert again.deck.slides
        with suppress(DeckError):
            load_deck(folder)


def test_notes_of_a_reading_start_empty() -> None:
    reading = Reading("x.yaml", CONTEXT)
    assert (reading.problems, reading.uses, reading.broken) == ([], [], False)
