"""Edits of all kinds make one history over files that only `save` writes."""

from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from jn_presenter.edit import workspace
from jn_presenter.edit.changes import Change, Edit, Refusal
from jn_presenter.edit.saving import Folder
from jn_presenter.edit.workspace import Workspace
from jn_presenter.model.text import Message

FILES = ("a.yaml", "b.yaml", "t/c.yaml")
CONTENT = st.none() | st.sampled_from([b"1", b"2", b"3"])


def edit(work: Workspace, file: str, after: bytes | None) -> Edit:
    return Edit(Message(file, file), (Change(file, work.read(file), after),))


@pytest.fixture
def work(tmp_path: Path) -> Workspace:
    (tmp_path / "a.yaml").write_bytes(b"a")
    return Workspace(Folder(str(tmp_path)))


def disk(work: Workspace, file: str = "a.yaml") -> bytes:
    return Path(work.folder.path, file).read_bytes()


def test_nothing_is_written_before_it_is_saved(work: Workspace) -> None:
    assert work.apply(edit(work, "a.yaml", b"b")) is None
    assert (disk(work), work.read("a.yaml"), work.unsaved) == (b"a", b"b", {"a.yaml": b"b"})
    assert work.save() is None
    assert (disk(work), work.unsaved) == (b"b", {})
    assert isinstance(work.undo(), Edit)
    assert work.unsaved == {"a.yaml": b"a"}


def test_what_is_typed_in_one_go_is_taken_back_in_one(work: Workspace) -> None:
    for text in (b"ab", b"abc", b"abcd"):
        work.apply(edit(work, "a.yaml", text), join=text != b"ab")
    assert isinstance(work.undo(), Edit)
    assert work.read("a.yaml") == b"a"
    assert work.undo() is None
    assert isinstance(work.redo(), Edit)
    assert work.read("a.yaml") == b"abcd"
    assert work.redo() is None
    work.undo()
    work.apply(edit(work, "a.yaml", b"x"), join=True)
    assert work.redoable is None
    assert work.undoable == Message("a.yaml", "a.yaml")


def test_another_file_is_another_edit(work: Workspace) -> None:
    work.apply(edit(work, "a.yaml", b"1"))
    work.apply(edit(work, "b.yaml", b"2"), join=True)
    work.undo()
    assert work.unsaved == {"a.yaml": b"1"}


def test_a_foreign_change_is_noticed_and_never_overwritten(work: Workspace) -> None:
    work.apply(edit(work, "a.yaml", b"mine"))
    assert not work.foreign("a.yaml")
    Path(work.folder.path, "a.yaml").write_bytes(b"theirs")
    assert work.foreign("a.yaml")
    assert isinstance(work.save(), Refusal)
    assert disk(work) == b"theirs"
    work.keep_mine("a.yaml")
    assert not work.foreign("a.yaml")
    Path(work.folder.path, "a.yaml").write_bytes(b"again")
    assert isinstance(work.save(), Refusal)
    work.take_theirs("a.yaml")
    assert (work.read("a.yaml"), work.unsaved) == (b"again", {})
    assert isinstance(work.undo(), Edit)
    assert work.read("a.yaml") == b"mine"


def test_a_file_without_edits_is_taken_over_and_old_edits_of_it_are_refused(work: Workspace) -> None:
    work.apply(edit(work, "a.yaml", b"mine"))
    work.save()
    Path(work.folder.path, "a.yaml").write_bytes(b"theirs")
    assert not work.foreign("a.yaml")
    assert work.read("a.yaml") == b"theirs"
    assert isinstance(work.undo(), Refusal)
    assert work.unsaved == {}


def test_a_file_that_somebody_deletes_is_a_foreign_change_that_can_be_settled(work: Workspace) -> None:
    work.apply(edit(work, "a.yaml", b"mine"))
    Path(work.folder.path, "a.yaml").unlink()
    assert work.foreign("a.yaml")
    assert isinstance(work.save(), Refusal)
    work.take_theirs("a.yaml")
    assert (work.read("a.yaml"), work.unsaved) == (None, {})
    work.undo()
    work.keep_mine("a.yaml")
    assert work.save() is None
    assert disk(work) == b"mine"


def test_a_file_that_is_looked_at_is_not_overwritten_with_words_typed_into_an_older_state(work: Workspace) -> None:
    work.view("a.yaml")
    typed = edit(work, "a.yaml", b"mine")
    Path(work.folder.path, "a.yaml").write_bytes(b"theirs")
    assert work.apply(typed) is None
    assert work.foreign("a.yaml")
    assert isinstance(work.save(), Refusal)
    assert disk(work) == b"theirs"


def test_a_file_that_is_looked_at_again_says_what_the_disk_says(work: Workspace) -> None:
    work.view("a.yaml")
    Path(work.folder.path, "a.yaml").write_bytes(b"theirs")
    assert work.read("a.yaml") == b"a"
    work.view("a.yaml")
    assert (work.read("a.yaml"), work.unsaved) == (b"theirs", {})


def test_an_edit_that_cannot_be_taken_back_does_not_stand_before_older_ones(work: Workspace) -> None:
    work.apply(edit(work, "b.yaml", b"older"))
    work.apply(edit(work, "a.yaml", b"mine"))
    work.save()
    Path(work.folder.path, "a.yaml").write_bytes(b"theirs")
    work.foreign("a.yaml")
    assert isinstance(work.undo(), Refusal)
    assert isinstance(work.undo(), Edit)
    assert work.read("b.yaml") is None
    Path(work.folder.path, "b.yaml").write_bytes(b"theirs")
    work.keep_mine("b.yaml")
    work.take_theirs("b.yaml")
    assert work.redo() is None


def test_an_edit_of_what_is_no_longer_so_is_refused(work: Workspace) -> None:
    old = edit(work, "a.yaml", b"x")
    work.apply(edit(work, "a.yaml", b"y"))
    assert isinstance(work.apply(old), Refusal)
    assert work.read("a.yaml") == b"y"


def test_the_history_is_bounded(work: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace, "MOST_EDITS", 3)
    for k in range(6):
        work.apply(edit(work, "a.yaml", str(k).encode()))
    undone = 0
    while work.undo() is not None:
        undone += 1
    assert undone == 3
    monkeypatch.setattr(workspace, "MOST_BYTES", 10)
    work.apply(edit(work, "a.yaml", b"x" * 20))
    work.apply(edit(work, "a.yaml", b"y" * 20))
    assert isinstance(work.undo(), Edit)
    assert work.undo() is None


class Editing(RuleBasedStateMachine):
    """Any edits, saves, undos and foreign changes: no foreign word is lost, and what is said is what was made last."""

    @initialize()
    def begin(self) -> None:
        self.disk: dict[str, bytes] = {"a.yaml": b"a"}
        self.work = Workspace(Remembered(self.disk))
        self.theirs: set[bytes] = set()

    @rule(file=st.sampled_from(FILES), after=CONTENT, join=st.booleans())
    def edits(self, file: str, after: bytes | None, join: bool) -> None:
        assert self.work.apply(edit(self.work, file, after), join=join) is None
        assert self.work.read(file) == after

    @rule()
    def undoes_and_redoes(self) -> None:
        before = dict(self.work.unsaved)
        if isinstance(self.work.undo(), Edit):
            assert isinstance(self.work.redo(), Edit)
        assert self.work.unsaved == before

    @rule()
    def undoes(self) -> None:
        self.work.undo()

    @rule(file=st.sampled_from(FILES), k=st.integers(0, 9))
    def is_changed_elsewhere(self, file: str, k: int) -> None:
        self.disk[file] = f"theirs {k}".encode()

    @rule(file=st.sampled_from(FILES))
    def looks(self, file: str) -> None:
        self.work.foreign(file)

    @invariant()
    def unsaved_is_what_differs(self) -> None:
        for file, now in self.work.unsaved.items():
            assert self.work.read(file) == now


class Remembered(Folder, frozen=True):
    """A folder in memory."""

    path: dict[str, bytes]  # type: ignore[assignment]

    def read(self, file: str) -> bytes | None:
        return self.path.get(file)

    def state(self, file: str) -> bytes | Refusal | None:
        return self.path.get(file)


def test_what_was_not_saved_is_restored_and_a_foreign_change_seen(work: Workspace) -> None:
    work.apply(edit(work, "a.yaml", b"mine"))
    work.apply(edit(work, "b.yaml", b"new"))
    again = Workspace(work.folder)
    again.restore(work.drafts)
    assert again.unsaved == work.unsaved
    assert not again.foreign("a.yaml")
    Path(work.folder.path, "a.yaml").write_bytes(b"theirs")
    later = Workspace(work.folder)
    later.restore(work.drafts)
    assert later.foreign("a.yaml")
    assert isinstance(later.save(), Refusal)
    later.undo()
    assert later.read("a.yaml") == b"theirs"
    later.restore(())
    assert later.read("b.yaml") is None


TestEditing = Editing.TestCase
