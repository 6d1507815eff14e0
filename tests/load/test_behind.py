"""Behind a slip: all that is wrong with a file is told at once, where it stands in the file as it is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.load import Loaded, load_deck
from jn_presenter.load.behind import MOST_TURNS, looked_behind
from jn_presenter.model.text import plain
from tests.load.world import DECK, SLIDE, write

GOOD = SLIDE.format(title="A")


def told(loaded: Loaded, file: str = "one/a.yaml") -> list[tuple[int, str, str]]:
    return sorted((one.line, one.code, one.write) for one in loaded.problems if one.file == file)


def behind(folder: Path, files: dict[str, str | bytes]) -> Loaded:
    return looked_behind(load_deck(write(folder, DECK | files)))


def test_what_a_slip_hides_is_told_with_it(tmp_path: Path) -> None:
    text = GOOD + "depth：core\nminutes: 1x\nsteps：3\n"
    first = len(GOOD.splitlines()) + 1
    alone = load_deck(write(tmp_path, DECK | {"one/a.yaml": text}))
    assert told(alone) == [(first, "full-width-colon", "depth: core")]
    lines = [line for line, *_ in told(looked_behind(alone))]
    assert lines == [first, first + 1, first + 2]


def test_a_line_that_takes_two_turns_is_said_once_with_both(tmp_path: Path) -> None:
    text = GOOD.replace("layout:", "版式：")
    assert text != GOOD
    ((_, code, line),) = told(behind(tmp_path, {"one/a.yaml": text}))
    assert code == "full-width-colon"
    assert line == next(one for one in GOOD.splitlines() if one.startswith("layout:"))


def test_what_only_could_not_be_read_is_no_problem_of_its_own(tmp_path: Path) -> None:
    facts = "facts:\n  - id: x\n    kind：claim\n    label: L\n"
    broken: dict[str, str | bytes] = {"facts.yaml": facts, "one/a.yaml": GOOD + "facts: [x]\n"}
    assert told(load_deck(write(tmp_path, DECK | broken)))
    assert told(behind(tmp_path, broken)) == []


def test_the_deck_is_the_mended_one(tmp_path: Path) -> None:
    text = SLIDE.format(title="新").replace("title:", "title：")
    assert behind(tmp_path, {"one/a.yaml": text}).deck.slides["one/a"].title == plain("新")


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_signs_that_end_no_line_move_none(sign: str, tmp_path: Path) -> None:
    text = SLIDE.format(title=f'"新{sign}旧"') + "depth：core\nminutes: 1x\n"
    found = told(behind(tmp_path, {"one/a.yaml": text}))
    last = text.count("\n")
    assert [(line, write) for line, _, write in found if write] == [(last - 1, "depth: core"), (last, "minutes: 1")]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_end_as_they_did(tmp_path: Path, newline: str, mark: str) -> None:
    text = mark + (GOOD + "depth：core\n").replace("\n", newline)
    found = behind(tmp_path, {"one/a.yaml": text.encode()})
    assert [code for _, code, _ in told(found)] == ["full-width-colon"]
    assert (tmp_path / "one/a.yaml").read_bytes() == text.encode()


def test_a_sound_deck_is_left_as_it_is(tmp_path: Path) -> None:
    loaded = load_deck(write(tmp_path, DECK))
    assert looked_behind(loaded).deck is loaded.deck
    assert looked_behind(loaded).problems == loaded.problems


def test_files_in_another_code_are_not_mended(tmp_path: Path) -> None:
    text = (GOOD + "depth：core\n").encode("gb18030")
    loaded = load_deck(write(tmp_path, DECK | {"one/a.yaml": text}))
    assert told(looked_behind(loaded)) == told(loaded)


def test_the_number_of_turns_has_a_bound(tmp_path: Path) -> None:
    text = GOOD + "".join(f"key{n}：1\n" for n in range(MOST_TURNS + 5))
    assert len(told(behind(tmp_path, {"one/a.yaml": text}))) >= MOST_TURNS


@given(
    st.lists(
        st.sampled_from(["depth：core", "minutes: １", "\tx: 1", "a:b", "- c", "'", "x: {", "%y", "版式: z"]),
        max_size=6,
    )
)
def test_whatever_is_typed_each_place_is_told_once(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    text = GOOD + "\n".join(lines)
    found = behind(tmp_path_factory.mktemp("deck"), {"one/a.yaml": text})
    slips = [line for line, _, write_ in told(found) if write_]
    assert len(slips) == len(set(slips))
    assert all(1 <= line <= text.count("\n") + 2 for line, *_ in told(found))
