"""A power cut at any moment leaves a whole deck: what is renamed or pointed to is on the disk by then."""

import os
from pathlib import Path

import pytest

from jn_presenter.packs.standing import CURRENT, DECKS, STAGE
from jn_presenter.packs.taking import Taken, take
from tests.packed import KEY, pack

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows settles no names")


def test_all_of_a_deck_is_on_the_disk_before_it_has_its_place_and_the_pointer_comes_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = tmp_path / "kiosk"
    told: list[tuple[str, object]] = []
    really_settled, really_renamed = os.fsync, Path.replace

    def settled(handle: int) -> None:
        told.append(("settled", os.fstat(handle).st_ino))
        really_settled(handle)

    def renamed(path: Path, to: Path) -> Path:
        told.append(("renamed", path.name))
        return really_renamed(path, to)

    monkeypatch.setattr(os, "fsync", settled)
    monkeypatch.setattr(Path, "replace", renamed)
    assert isinstance(take(pack(tmp_path, "6", slides=2), kiosk, KEY), Taken)
    deck, decks = kiosk / DECKS / "6", kiosk / DECKS
    placed, pointed = told.index(("renamed", STAGE)), told.index(("renamed", f".{CURRENT}.part"))
    assert {("settled", one.stat().st_ino) for one in (deck, *deck.rglob("*"))} <= set(told[:placed])
    assert told[placed + 1 : pointed] == [
        ("settled", decks.stat().st_ino),
        ("settled", (decks / CURRENT).stat().st_ino),
    ]
    assert told[pointed + 1 :] == [("settled", decks.stat().st_ino)]
