"""Packs on sticks: seen, left in peace while they are copied, and tried once."""

import os
from pathlib import Path

from jn_presenter.packs.looking import MOST_FILES, Looking, packs_in


def test_a_pack_is_tried_once_it_has_stood_still(tmp_path: Path) -> None:
    looking, file = Looking(), tmp_path / "x.jnpack"
    file.write_bytes(b"half")
    assert looking.due(packs_in([str(tmp_path)])) == []
    file.write_bytes(b"half and more")
    assert looking.due(packs_in([str(tmp_path)])) == [], "it is still growing"
    (due,) = looking.due(packs_in([str(tmp_path)]))
    assert due.path == str(file)
    looking.tried([due])
    assert looking.due(packs_in([str(tmp_path)])) == []


def test_one_that_was_refused_is_tried_again_when_it_changes_or_comes_back(tmp_path: Path) -> None:
    looking, file = Looking(), tmp_path / "x.jnpack"
    file.write_bytes(b"bad")
    looking.due(packs_in([str(tmp_path)]))
    looking.tried(looking.due(packs_in([str(tmp_path)])))
    os.utime(file, (1, 1))
    assert looking.due(packs_in([str(tmp_path)])) == []
    (due,) = looking.due(packs_in([str(tmp_path)]))
    looking.tried([due])
    moved = file.rename(tmp_path / "pulled")
    assert looking.due(packs_in([str(tmp_path)])) == []
    moved.rename(file)
    assert looking.due(packs_in([str(tmp_path)])) == []
    assert len(looking.due(packs_in([str(tmp_path)]))) == 1


def test_only_packs_are_seen_and_only_at_the_top(tmp_path: Path) -> None:
    for name in ("a.jnpack", "B.JNPACK", ".c.jnpack", "._d.jnpack", "e.zip", "in/f.jnpack"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    for raw in (b"\xff.jnpack", b"\x1b[2J.jnpack", "\u202e.jnpack".encode()):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + raw)).touch()
    (tmp_path / "g.jnpack").mkdir()
    (tmp_path / "h.jnpack").symlink_to("a.jnpack")
    os.mkfifo(tmp_path / "i.jnpack")
    assert sorted(Path(seen.path).name for seen in packs_in([str(tmp_path)])) == ["B.JNPACK", "a.jnpack"]


def test_sticks_are_found_by_a_pattern(tmp_path: Path) -> None:
    for name in ("kiosk/USB 1", "kiosk/KINGSTON"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "x.jnpack").touch()
    assert len(packs_in([f"{tmp_path}/*/*", f"{tmp_path}/nothing"])) == 2


def test_a_look_ends_whatever_is_plugged_in(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 50):
        (tmp_path / f"{number}.jnpack").touch()
    assert len(packs_in([str(tmp_path)])) == MOST_FILES
