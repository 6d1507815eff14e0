"""`kiosk:` of briefing.yaml: what can be used is used, and what is wrong is said where it stands."""

from decimal import Decimal
from pathlib import Path

import pytest

from jn_presenter.load import load_index, reload
from jn_presenter.model.kiosk import CONTRAST, Dwell, Kiosk
from tests.load.world import BRIEFING, DECK, briefs, write


def read(folder: Path, text: str) -> tuple[Kiosk, list[str], str]:
    """The block, its problems' places, and all that is said of them in English."""
    index = load_index(str(write(folder, {**DECK, "briefing.yaml": f"{BRIEFING}{text}\n"})))
    assert all(problem.message.zh and problem.hint.zh for problem in index.problems)
    said = " ".join(f"{problem.message.en}; {problem.hint.en}" for problem in index.problems)
    return index.deck.briefing.kiosk, briefs(index.problems), said


def test_without_the_key_a_kiosk_is_as_usual(tmp_path: Path) -> None:
    assert read(tmp_path, "") == (Kiosk(), [], "")


def test_all_of_it_is_read(tmp_path: Path) -> None:
    text = (
        "kiosk:\n  loop: [one, one/b]\n  dwell: {least: 4, most: 12.5}\n  idle: 30\n  countdown: 5\n"
        "  touch: false\n  languages: [en]"
    )
    dwell = Dwell(least=Decimal(4), most=Decimal("12.5"))
    made = Kiosk(
        loop=("one", "one/b"),
        dwell=dwell,
        idle=Decimal(30),
        countdown=Decimal(5),
        touch=False,
        languages=("en",),
    )
    assert read(tmp_path, text) == (made, [], "")


@pytest.mark.parametrize(
    ("text", "problem", "said"),
    [
        ("kiosk: {loop: [on]}", "unknown-theme:5:16", "did you mean one?"),
        ("kiosk: {loop: [b]}", "unknown-theme:5:16", "did you mean one/b?"),
        ("kiosk: {loop: [one/c]}", "unknown-slide:5:16", "there is no slide 'one/c'"),
        ("kiosk: {dwell: {least: 9, most: 3}}", "least-above-most:5:16", "make least smaller"),
        ("kiosk: {dwell: {least: 50}}", "least-above-most:5:16", "the least, 50 s, is above the most, 40 s"),
        ("kiosk: {idle: 0}", "out-of-bounds:5:15", "above 0"),
        ("kiosk: {idle: never}", "not-a-number:5:15", ""),
        ("kiosk: {languages: [zh, ja]}", "unknown-language:5:25", "'ja'"),
        ("kiosk: {touch: maybe}", "not-a-boolean:5:16", ""),
        ("kiosk: {pin: 1234}", "unknown-key:5:9", ""),
        ("kiosk: true", "wrong-type:5:8", ""),
    ],
)
def test_a_slip_is_a_problem_and_the_rest_counts(tmp_path: Path, text: str, problem: str, said: str) -> None:
    found, problems, words = read(tmp_path, text)
    assert problems == [problem]
    assert said in words
    assert (found.loop, found.dwell, found.idle, found.touch) == ((), Dwell(), Decimal(45), True)


def test_what_is_right_beside_a_slip_counts(tmp_path: Path) -> None:
    found, _, _ = read(tmp_path, "kiosk: {loop: [two, one/a], idle: 20, countdown: 0, languages: [ja, en]}")
    assert (found.loop, found.idle, found.countdown, found.languages) == (
        ("one/a",),
        Decimal(20),
        Decimal(10),
        ("en",),
    )


def test_a_style_that_a_kiosk_needs_is_there_unless_the_briefing_has_its_own(tmp_path: Path) -> None:
    loaded = load_index(str(write(tmp_path, DECK)), more_styles=(CONTRAST,))
    assert tuple(loaded.deck.styles) == ("night", CONTRAST)
    assert loaded.deck.briefing.styles == ("night",)
    assert loaded.problems == ()
    write(tmp_path, {"briefing.yaml": BRIEFING.replace("T", "U")})
    again = reload(loaded, [str(tmp_path / "briefing.yaml")])
    assert again is not loaded
    assert tuple(again.deck.styles) == ("night", CONTRAST)
    assert tuple(load_index(str(tmp_path)).deck.styles) == ("night",)
