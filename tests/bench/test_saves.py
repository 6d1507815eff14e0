"""Two writers at one deck, in short: no word is lost, no frame is blank; and a careless editor is found out."""

from functools import partial

import pytest
from msgspec import structs

from bench import saves_show
from bench.saves import saved
from bench.saves_result import Saved
from bench.soak.saves import rows_of
from jn_presenter.edit import workspace
from jn_presenter.edit.changes import Change, Edit, Refusal
from jn_presenter.edit.saving import Folder, save
from jn_presenter.load import Loaded
from jn_presenter.qt.following import Following
from jn_presenter.qt.windows.editor import drafting, session

pytestmark = [pytest.mark.usefixtures("qapp", "caplog"), pytest.mark.qt_log_ignore("propagateSizeHints", "libpng")]


def test_no_word_of_either_is_lost_and_no_frame_is_blank() -> None:
    found = saved(130)
    assert (found.lost, found.wrong, found.blank, found.blank_shown, found.moved) == ((), (), 0, 0, 0)
    assert found.saves >= 130
    assert min(found.frames, found.shown, found.entered) > 20
    assert found.clashes
    assert found.refused
    assert {
        "save",
        "word",
        "undo",
        "other cut",
        "other deleted",
        "other written",
        "other replaced",
    } <= found.kinds.keys()


def test_a_save_that_does_not_look_at_the_disk_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(folder: Folder, edit: Edit) -> Refusal | None:
        now = (Change(one.file, folder.read(one.file), one.after) for one in edit.changes)
        return save(folder, structs.replace(edit, changes=tuple(now)))

    monkeypatch.setattr(workspace, "save", careless)
    assert any("overwritten unseen" in what for what in saved(130).lost)


def test_drafts_that_are_not_kept_are_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafting, "keep", lambda *_: None)
    assert any("not in the drafts" in what for what in saved(160).lost)


def test_a_preview_that_loses_broken_slides_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(loaded: Loaded, unsaved: object) -> Loaded:
        del unsaved
        return structs.replace(loaded, deck=structs.replace(loaded.deck, slides={}))

    monkeypatch.setattr(session, "with_unsaved", careless)
    assert saved(40).blank


def test_a_show_that_loses_a_part_of_its_slides_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(loaded: Loaded, changed: object) -> Loaded:
        del changed
        bare = {name: structs.replace(slide, free=()) for name, slide in loaded.deck.slides.items()}
        return structs.replace(loaded, deck=structs.replace(loaded.deck, slides=bare))

    monkeypatch.setattr(saves_show, "Following", partial(Following, reread=careless))
    assert saved(40).blank_shown


def test_the_lines_judge_all_of_it() -> None:
    good = Saved(
        saves=9,
        seconds=1.0,
        lost=(),
        wrong=(),
        frames=5,
        blank=0,
        shown=7,
        blank_shown=0,
        moved=0,
        entered=3,
        clashes=2,
        refused=1,
        restored=1,
        kinds={"save": 3},
    )
    assert [row.within for row in rows_of(good)] == [True] * 4
    bad = structs.replace(good, lost=("a",), wrong=("b",), blank=1, moved=1)
    assert [row.within for row in rows_of(bad)] == [False] * 4
