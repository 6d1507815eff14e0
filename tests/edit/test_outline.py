"""Slides and themes are added, doubled, moved, renamed and deleted in the files of a real deck, and taken back."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.edit.changes import Edit, Refusal
from jn_presenter.edit.outline import (
    add_slide,
    add_theme,
    delete_slide,
    delete_theme,
    duplicate_slide,
    free_name,
    move_slide,
    move_theme,
    rename_slide,
)
from jn_presenter.edit.saving import Folder, save
from jn_presenter.load import Loaded, load_deck
from jn_presenter.paths import shipped_slides

NEW = b"layout: section\ntitle:\n  zh: \xe6\x96\xb0\n  en: New\n"


def problems(loaded: Loaded) -> list[str]:
    return [problem.code for problem in loaded.problems if problem.code != "unlisted-slide"]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    path = tmp_path / "deck"
    shutil.copytree(shipped_slides(), path)
    return Folder(str(path), tmp_path / "bin")


def done(folder: Folder, edit: Edit | Refusal) -> Loaded:
    """The deck with the edit made."""
    assert isinstance(edit, Edit), edit
    assert save(folder, edit) is None
    return load_deck(folder.path)


def files(folder: Folder) -> dict[str, bytes]:
    root = Path(folder.path)
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def slides_of(loaded: Loaded, theme: str) -> tuple[str, ...]:
    found = loaded.deck.theme(theme)
    assert found is not None
    return found.slides


def test_a_new_slide_stands_where_it_was_put(folder: Folder) -> None:
    loaded = done(folder, add_slide(folder.read, "overview", "新的一页", NEW, 2))
    assert slides_of(loaded, "overview")[2] == "overview/新的一页"
    assert problems(loaded) == []


def test_a_doubled_slide_stands_behind_its_twin_under_a_free_name(folder: Folder) -> None:
    once = done(folder, duplicate_slide(folder.read, "overview/standing"))
    twice = done(folder, duplicate_slide(folder.read, "overview/standing-2"))
    place = slides_of(once, "overview").index("overview/standing")
    assert slides_of(twice, "overview")[place : place + 3] == (
        "overview/standing",
        "overview/standing-2",
        "overview/standing-3",
    )
    assert free_name(folder.read, "overview", "standing") == "standing-4"


def test_a_moved_slide_is_followed_by_the_loop_and_the_questions(folder: Folder) -> None:
    before = load_deck(folder.path).deck
    loaded = done(folder, move_slide(folder.read, "overview/standing", "industry", 0))
    assert problems(loaded) == []
    assert slides_of(loaded, "industry")[0] == "industry/standing"
    assert "overview/standing" not in loaded.deck.order
    kiosk = loaded.deck.briefing.kiosk
    assert kiosk.loop == tuple(
        "industry/standing" if one == "overview/standing" else one for one in before.briefing.kiosk.loop
    )
    asked = [question.slide for question in loaded.deck.questions]
    assert asked.count("industry/standing") == [one.slide for one in before.questions].count("overview/standing") > 0


def test_within_its_theme_a_slide_is_moved_by_the_list_alone(folder: Folder) -> None:
    edit = move_slide(folder.read, "overview/section", "overview", 3)
    assert isinstance(edit, Edit)
    assert edit.files == ("overview/theme.yaml",)
    assert slides_of(done(folder, edit), "overview").index("overview/section") == 3


def test_a_renamed_slide_is_found_under_its_new_name_alone(folder: Folder) -> None:
    loaded = done(folder, rename_slide(folder.read, "overview/standing", "rank"))
    assert problems(loaded) == []
    assert "overview/rank" in loaded.deck.order
    assert "overview/rank" in loaded.deck.briefing.kiosk.loop


def test_a_deleted_slide_is_in_the_bin(folder: Folder) -> None:
    data = folder.read("overview/standing.yaml")
    loaded = done(folder, delete_slide(folder.read, "overview/standing"))
    assert "overview/standing" not in (*loaded.deck.order, *loaded.deck.briefing.kiosk.loop)
    assert folder.bin is not None
    assert [path.read_bytes() for path in folder.bin.iterdir()] == [data]


def test_themes_are_moved_added_and_deleted(folder: Folder) -> None:
    loaded = done(folder, move_theme(folder.read, "livelihood", 1))
    assert loaded.deck.briefing.themes[1] == "livelihood"
    theme = "title:\n  zh: 新\n  en: New\nslides: [one]\n".encode()
    loaded = done(folder, add_theme(folder.read, "new", theme, [("one", NEW)], 2))
    assert loaded.deck.briefing.themes[2] == "new"
    assert "new/one" in loaded.deck.order
    slides = slides_of(loaded, "overview")
    loaded = done(folder, delete_theme(folder.read, "overview", slides))
    assert "overview" not in loaded.deck.briefing.themes
    assert not [one for one in loaded.deck.briefing.kiosk.loop if one.startswith("overview")]


@pytest.mark.parametrize(
    "name", ["", "a/b", "..", "theme", "standing", "a.yaml", "con:", "-x", "a,b", "x ", "two\nlines"]
)
def test_a_name_that_cannot_be_is_refused(folder: Folder, name: str) -> None:
    assert isinstance(add_slide(folder.read, "overview", name, NEW, 0), Refusal)
    assert isinstance(rename_slide(folder.read, "overview/section", name), Refusal)


def test_what_is_not_there_is_refused(folder: Folder) -> None:
    for edit in (
        duplicate_slide(folder.read, "overview/none"),
        delete_slide(folder.read, "overview/none"),
        move_slide(folder.read, "overview/none", "industry", 0),
        rename_slide(folder.read, "overview/none", "x"),
        add_slide(folder.read, "none", "x", NEW, 0),
        move_theme(folder.read, "none", 0),
        delete_theme(folder.read, "none", ()),
        add_theme(folder.read, "overview", NEW, (), 0),
    ):
        assert isinstance(edit, Refusal)


def applied(files: dict[str, bytes], edit: Edit) -> None:
    for change in edit.changes:
        assert files.get(change.file) == change.before
        if change.after is None:
            del files[change.file]
        else:
            files[change.file] = change.after


@given(data=st.data())
def test_any_edits_taken_back_leave_every_byte_as_it_was(data: st.DataObject) -> None:
    before = files(Folder(str(shipped_slides())))
    now = dict(before)
    edits: list[Edit] = []
    for _ in range(data.draw(st.integers(1, 4))):
        slides = sorted(file.removesuffix(".yaml") for file in now if "/" in file and not file.endswith("theme.yaml"))
        slide = data.draw(st.sampled_from(slides))
        theme = data.draw(st.sampled_from(["overview", "industry", "closing"]))
        place = data.draw(st.integers(0, 4))
        makers: list[Callable[[], Edit | Refusal]] = [
            partial(move_slide, now.get, slide, theme, place),
            partial(duplicate_slide, now.get, slide),
            partial(delete_slide, now.get, slide),
            partial(rename_slide, now.get, slide, "another"),
            partial(move_theme, now.get, theme, place),
            partial(delete_theme, now.get, theme, [one for one in slides if one.startswith(f"{theme}/")]),
        ]
        made = data.draw(st.sampled_from(makers))()
        if isinstance(made, Edit):
            applied(now, made)
            edits.append(made)
    for edit in reversed(edits):
        applied(now, edit.back())
    assert now == before
