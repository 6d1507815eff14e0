"""The deck of a pack is shown in place of the one that was named."""

from pathlib import Path

import pytest

from jn_presenter.supervise import keeping
from jn_presenter.supervise.keeping import Kiosk, keep_running
from jn_presenter.supervise.launch import Launch


@pytest.mark.parametrize(("taken", "shown"), [("", "/decks/hall"), ("/own/decks/7", "/own/decks/7")])
def test_it_is_asked_for_before_each_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: str, shown: str
) -> None:
    found = [""]
    starts: list[list[str]] = []

    class Once(keeping.Supervisor):
        def run(self, _each: object) -> None:
            starts.append(self._settings.arguments(Launch()))
            found[0] = taken
            starts.append(self._settings.arguments(Launch()))

    monkeypatch.setattr(keeping, "Supervisor", Once)
    monkeypatch.setattr(keeping.signal, "signal", lambda _number, _act: None)
    keep_running(Kiosk("1", "/decks/hall", tmp_path, command=("true",), taken=lambda: found[0]))
    assert [start[1] for start in starts] == ["/decks/hall", shown]
