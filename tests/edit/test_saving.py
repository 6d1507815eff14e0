"""An edit is written whole or not at all, and never over what somebody else has written."""

import os
from pathlib import Path

import pytest

from jn_presenter import durable
from jn_presenter.edit.changes import Change, Edit, Refusal
from jn_presenter.edit.drafts import Draft, keep, kept
from jn_presenter.edit.saving import MOST_KEPT, Folder, save
from jn_presenter.model.text import Message

WHAT = Message("改", "edit")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    deck = tmp_path / "deck"
    deck.mkdir()
    (deck / "a.yaml").write_bytes(b"a")
    (deck / "b.yaml").write_bytes(b"b")
    return Folder(str(deck), tmp_path / "bin")


def said(folder: Folder) -> dict[str, bytes]:
    root = Path(folder.path)
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


ALL = Edit(WHAT, (Change("a.yaml", b"a", None), Change("b.yaml", b"b", b"B"), Change("t/c.yaml", None, b"c")))


def test_all_changes_are_on_the_disk(folder: Folder) -> None:
    assert save(folder, ALL) is None
    assert said(folder) == {"b.yaml": b"B", "t/c.yaml": b"c"}
    assert save(folder, ALL.back()) is None
    assert said(folder) == {"a.yaml": b"a", "b.yaml": b"b"}


@pytest.mark.parametrize("file", ["a.yaml", "b.yaml", "t/c.yaml"])
def test_what_somebody_else_wrote_is_left_alone(folder: Folder, file: str) -> None:
    path = Path(folder.path, file)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"other")
    before = said(folder)
    refused = save(folder, ALL)
    assert isinstance(refused, Refusal)
    assert file in refused.why.zh
    assert said(folder) == before


def test_a_file_that_went_is_not_made_anew(folder: Folder) -> None:
    Path(folder.path, "b.yaml").unlink()
    assert isinstance(save(folder, ALL), Refusal)
    assert "b.yaml" not in said(folder)


@pytest.mark.parametrize("failing", [1, 2])
def test_what_fails_half_way_is_taken_back(folder: Folder, failing: int, monkeypatch: pytest.MonkeyPatch) -> None:
    before = said(folder)
    written: list[Path] = []
    real = durable.replace

    def full(path: Path, content: bytes, mode: int = 0o666, *, alike: bool = False) -> None:
        written.append(path)
        if len(written) == failing:
            raise OSError(28, os.strerror(28))
        real(path, content, mode, alike=alike)

    monkeypatch.setattr(durable, "replace", full)
    refused = save(Folder(folder.path), ALL)
    assert isinstance(refused, Refusal)
    assert os.strerror(28) in refused.why.en
    assert said(folder) == before


def test_what_cannot_be_put_back_is_named(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path) -> None:
        raise OSError(5, os.strerror(5))

    monkeypatch.setattr(Path, "unlink", lambda self, missing_ok=False: broken(self))
    monkeypatch.setattr(durable, "replace", lambda path, content, mode=0o666, *, alike=False: path.write_bytes(content))
    refused = save(Folder(folder.path), ALL)
    assert isinstance(refused, Refusal)
    assert "t/c.yaml" in refused.why.zh


def test_a_link_stays_a_link_and_may_not_lead_out(folder: Folder, tmp_path: Path) -> None:
    deck = Path(folder.path)
    (deck / "real.yaml").write_bytes(b"b")
    (deck / "b.yaml").unlink()
    (deck / "b.yaml").symlink_to("real.yaml")
    assert save(folder, Edit(WHAT, (Change("b.yaml", b"b", b"B"),))) is None
    assert (deck / "b.yaml").is_symlink()
    assert (deck / "real.yaml").read_bytes() == b"B"
    (tmp_path / "out.yaml").write_bytes(b"x")
    (deck / "a.yaml").unlink()
    (deck / "a.yaml").symlink_to(tmp_path / "out.yaml")
    assert isinstance(save(folder, Edit(WHAT, (Change("a.yaml", b"x", b"y"),))), Refusal)
    assert (tmp_path / "out.yaml").read_bytes() == b"x"


def test_the_bin_is_bounded(folder: Folder) -> None:
    assert folder.bin is not None
    folder.bin.mkdir()
    for k in range(MOST_KEPT):
        (folder.bin / f"{k:08}").touch()
    assert save(folder, Edit(WHAT, (Change("a.yaml", b"a", None),))) is None
    names = sorted(path.name for path in folder.bin.iterdir())
    assert len(names) == MOST_KEPT
    assert names[-1].endswith("a.yaml")


def test_drafts_outlive_the_program_and_spoilt_ones_are_none(tmp_path: Path) -> None:
    path = tmp_path / "state" / "drafts.json"
    drafts = (Draft("a/one.yaml", b"old", "标题: \n".encode()), Draft("b.yaml", b"\xff", None))
    keep(path, drafts)
    assert kept(path) == drafts
    path.write_bytes(path.read_bytes()[:-3])
    assert kept(path) == ()
    keep(path, ())
    assert not path.exists()
    keep(path, ())
    assert kept(path) == ()
