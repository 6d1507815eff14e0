"""Files torn under the running show, in short: no blank frame, nothing that is no slide, at last all as it was."""

from pathlib import Path
from random import Random

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from bench import churn
from bench.churn import churned
from bench.churn_deck import contents, write
from bench.churn_tearer import Tearer
from jn_presenter.load import Loaded, load_deck
from jn_presenter.qt.kiosk import content


@pytest.mark.usefixtures("qapp")
def test_torn_files_are_never_seen(caplog: pytest.LogCaptureFixture) -> None:
    found = churned(60)
    assert (found.cycles, found.blank, found.strays, found.faults, found.restored) == (60, 0, (), (), True)
    assert found.frames >= found.cycles
    assert found.entered > 5
    assert {"cut", "written", "replaced", "deleted"} <= found.kinds.keys()
    assert caplog.records, "what is torn is told"


@pytest.mark.usefixtures("qapp")
def test_a_show_that_loses_broken_slides_is_found_out(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    """What is looked for is found: the slide in sight goes white where it should have stayed."""

    def careless(loaded: Loaded, changed: object) -> Loaded:
        del changed
        empty = {name: structs.replace(slide, free=()) for name, slide in loaded.deck.slides.items()}
        return structs.replace(loaded, deck=structs.replace(loaded.deck, slides=empty))

    monkeypatch.setattr(content, "reload_whole", careless)
    found = churned(12)
    assert found.strays
    assert not found.restored
    assert qtbot is not None
    assert caplog is not None


def test_what_was_torn_is_mended_to_the_last_bit(tmp_path: Path) -> None:
    deck = write(tmp_path / "deck")
    tearer = Tearer(deck, Random(7))
    for _ in range(300):
        tearer.tear()
    tearer.mend()
    for name, wanted in contents(0).items():
        assert (deck / name).read_bytes() == wanted
    assert not [one for one in load_deck(deck).problems if one.severity == "error"]


def test_each_kind_of_tearing_leaves_something_torn(tmp_path: Path) -> None:
    deck = write(tmp_path / "deck")
    tearer = Tearer(deck, Random(7))
    kinds = {tearer.tear() for _ in range(400)}
    assert kinds == {act.__name__ for _, act in tearer._acts}
    assert churn.SPOT
