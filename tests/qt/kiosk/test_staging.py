"""Changed files under a kiosk that runs: they come between two slides, and what is wrong with them never comes."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jn_presenter.durable import replace
from jn_presenter.load import DeckError, load_deck, load_index
from jn_presenter.load.lastgood import good_deck, keep
from jn_presenter.model.kiosk import CONTRAST, Settings
from jn_presenter.model.options import KioskOptions
from jn_presenter.model.text import Message
from jn_presenter.qt import watch
from jn_presenter.qt.clock import monotonic_ms
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.kiosk import lastgood, staging
from jn_presenter.qt.kiosk.app import KioskShow, first_slides, opened
from jn_presenter.qt.kiosk.ending import Ending
from jn_presenter.qt.kiosk.lastgood import EVERY_MS, refusal_line
from jn_presenter.qt.store import command_of
from jn_presenter.show.state import Place
from jn_presenter.supervise.protocol import Content, understood
from tests.e2e import decks

pytestmark = pytest.mark.usefixtures("qapp")


class Stand:
    """A kiosk whose time is the test's, and its deck's folder."""

    def __init__(self, folder: Path, qapp: QApplication) -> None:
        self.folder = folder
        self.said: list[bytes] = []
        self.ms = monotonic_ms()
        options = KioskOptions(deck=str(folder), folder=str(folder.parent / "own"), windowed=True, animate=False)
        loaded = first_slides(load_index(folder, more_styles=(CONTRAST,)), options, None)
        self.show = KioskShow(loaded, options, Settings(), self._say, Ending(qapp))
        self.show.store.now = self.show.clock.now = lambda: self.ms
        self.staging = self.show.content.staging

    def _say(self, line: bytes) -> bool:
        self.said.append(line)
        return True

    @property
    def title(self) -> str:
        """That of the slide that is drawn."""
        return self.title_of(self.show.store.state.shown.slide)

    def title_of(self, slide: str) -> str:
        return self.show.store.deck.slides[slide].title.pick("zh")[1]

    @property
    def content(self) -> bytes:
        """What was told last of the deck's files."""
        return [line for line in self.said if b'"content"' in line][-1]

    def tick(self) -> None:
        """Time for the next thing that happens by itself."""
        self.ms += 3_600_000.0
        self.show.store.dispatch("kiosk-tick")

    def change(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        replace(path, path.read_text(encoding="utf-8").replace(old, new).encode())  # at once: nobody reads half of it
        self.look()

    def look(self) -> None:
        """Have the files looked at now, as the watch would soon."""
        self.show.content.following.watch.compare()


@pytest.fixture
def stand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Stand]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.setattr(QApplication, "quit", lambda: None)
    monkeypatch.setattr(watch, "POLL_MS", 3_600_000)
    load_fonts()
    folder = decks.write(tmp_path / "deck")
    with (folder / "briefing.yaml").open("a", encoding="utf-8") as stream:
        stream.write("kiosk: {loop: [a/two, a/four]}\n")
    made = Stand(folder, qapp)
    with qtbot.waitSignal(made.show.content.following.background.idle):
        made.show.begin()
    qtbot.waitUntil(lambda: not made.show.store.deck.pending)
    made.show.content.following.watch._watcher.removePaths(made.show.content.following.watch._watcher.files())
    made.show.content.following.watch._watcher.removePaths(made.show.content.following.watch._watcher.directories())
    monkeypatch.setattr(made.show.content.following.watch, "_rewatch", lambda: None)
    yield made
    made.show.end()
    made.show.window.hide()
    made.show.window.deleteLater()


def staged(qtbot: QtBot, stand: Stand) -> None:
    """Wait until what the files say by now may enter."""
    with qtbot.waitSignal(stand.show.content.following.background.idle):
        pass
    qtbot.waitUntil(lambda: stand.show.store.waiting is stand.staging.loaded)


def test_a_changed_slide_comes_with_the_next_one_and_not_before(qtbot: QtBot, stand: Stand) -> None:
    assert stand.show.store.state.shown == Place("a/two")
    stand.change("a/two.yaml", "标题 two", "新的标题")
    stand.change("a/four.yaml", "标题 four", "新的第四页")
    staged(qtbot, stand)
    assert stand.title_of("a/two") == "标题 two"
    stand.tick()
    assert stand.show.store.state.shown == Place("a/four")
    assert (stand.title, stand.title_of("a/two")) == ("新的第四页", "新的标题")


def test_who_reads_a_slide_reads_it_to_the_end(qtbot: QtBot, stand: Stand) -> None:
    stand.show.store.dispatch("kiosk-touch")
    stand.show.store.dispatch("kiosk-theme", theme="a")
    assert stand.show.store.state.shown.slide == "a/one"
    stand.change("a/one.yaml", "标题 one", "另一个标题")
    staged(qtbot, stand)
    stand.ms += 2 * staging.REST_MS
    for name in ("kiosk-touch", "kiosk-large", "kiosk-language"):
        stand.show.store.dispatch(name)
    assert stand.title == "标题 one"
    stand.show.store.dispatch("next")
    assert stand.title_of("a/one") == "另一个标题"


def test_files_that_have_just_changed_are_waited_for(qtbot: QtBot, stand: Stand) -> None:
    stand.change("a/four.yaml", "标题 four", "新的第四页")
    staged(qtbot, stand)
    stand.show.store.dispatch("kiosk-touch")
    assert stand.title_of("a/four") == "标题 four"
    stand.ms += 2 * staging.REST_MS
    stand.show.store.dispatch("kiosk-theme", theme="a")
    assert stand.title_of("a/four") == "新的第四页"


def test_a_broken_slide_stays_as_it_was_is_told_and_comes_when_it_is_mended(
    qtbot: QtBot, stand: Stand, caplog: pytest.LogCaptureFixture
) -> None:
    stand.change("a/four.yaml", "layout: points", "layout: [")
    qtbot.waitUntil(lambda: any(b'"errors":1' in line for line in stand.said))
    stand.tick()
    assert (stand.show.store.state.shown.slide, stand.title) == ("a/four", "标题 four")
    assert "a/four.yaml:1" in caplog.text
    stand.change("a/four.yaml", "layout: [", "layout: points")
    stand.change("a/four.yaml", "标题 four", "改好了")
    staged(qtbot, stand)
    assert b'"errors":0' in stand.content
    stand.tick()
    stand.tick()
    assert stand.title == "改好了"


def test_facts_that_are_gone_leave_no_gaps(qtbot: QtBot, stand: Stand, caplog: pytest.LogCaptureFixture) -> None:
    facts = stand.folder / "facts.yaml"
    facts.write_text(FACTS, encoding="utf-8")
    stand.change("a/four.yaml", "标题 four", "共 <firms>")
    stand.change("a/four.yaml", "Title of four", "<firms> in all")
    staged(qtbot, stand)
    stand.tick()
    stand.tick()
    assert "<firms>" in stand.title_of("a/four")
    facts.write_text(FACTS[: FACTS.index("facts:")], encoding="utf-8")
    stand.look()
    qtbot.waitUntil(lambda: stand.staging.refused == "a/four")
    stand.tick()
    stand.tick()
    assert "firms" in stand.show.store.deck.facts.facts
    facts.write_text(FACTS, encoding="utf-8")
    stand.look()
    qtbot.waitUntil(lambda: not stand.staging.refused)
    assert b'"held":"a/four"' in b"".join(stand.said)
    assert b'"held":""' in stand.content
    assert "a/four" in caplog.text


def test_a_slide_that_cannot_be_laid_out_keeps_the_whole_change_away(
    qtbot: QtBot, stand: Stand, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_args: object, **_more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(staging, "fit_slide", fails)
    stand.change("a/four.yaml", "标题 four", "新的")
    qtbot.waitUntil(lambda: stand.staging.refused == "a/four")
    stand.tick()
    assert stand.title == "标题 four"
    assert "ZeroDivisionError" in caplog.text


def test_a_folder_that_is_gone_costs_nothing_and_is_followed_again(
    qtbot: QtBot, stand: Stand, caplog: pytest.LogCaptureFixture
) -> None:
    away = stand.folder.with_name("away")
    stand.folder.rename(away)
    stand.look()
    qtbot.waitUntil(lambda: b'"errors":0' not in stand.content)
    for slide in ("a/four", "a/two", "a/four"):
        stand.tick()
        assert (stand.show.store.state.shown.slide, stand.title) == (slide, f"标题 {slide[2:]}")
    away.rename(stand.folder)
    stand.change("a/two.yaml", "标题 two", "回来了")
    staged(qtbot, stand)
    assert b'"errors":0' in stand.content
    stand.tick()
    assert stand.title == "回来了"
    assert caplog.records


def test_a_theme_that_is_gone_is_left_between_slides(qtbot: QtBot, stand: Stand) -> None:
    shutil.copytree(stand.folder / "a", stand.folder / "b")
    briefing = stand.folder / "briefing.yaml"
    briefing.write_text(briefing.read_text(encoding="utf-8").replace("a/two, a/four", "b/two"), encoding="utf-8")
    stand.change("briefing.yaml", "themes: [a]", "themes: [b]")
    staged(qtbot, stand)
    assert stand.show.store.state.shown.slide == "a/two"
    stand.tick()
    assert stand.show.store.state.shown.slide == "b/two"


def test_a_slide_that_has_changed_fades_away_as_it_was(qtbot: QtBot, stand: Stand) -> None:
    projector, store = stand.show.window.projector, stand.show.store
    stand.change("briefing.yaml", "transition: none", "transition: fade")
    staged(qtbot, stand)
    stand.tick()
    store.state = structs.replace(store.state, animate=True)
    projector.refresh()
    before = stand.show.window.stage.image()
    slide = store.state.shown.slide
    stand.change(f"{slide}.yaml", "标题", "完全不同的标题")
    staged(qtbot, stand)
    stand.tick()
    assert store.state.shown.slide != slide
    assert stand.title_of(slide).startswith("完全不同")
    assert before is not None
    assert projector._crossing is not None
    assert projector._crossing.old.toImage() == before.toImage()


def test_a_tick_that_fails_is_not_the_last_one(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_name: str) -> None:
        raise ZeroDivisionError

    stand.show.ticks._timer.stop()
    with monkeypatch.context() as patch:
        patch.setattr(stand.show.store, "dispatch", fails)
        with pytest.raises(ZeroDivisionError):
            stand.show.ticks._tick()
    assert stand.show.ticks._timer.isActive()


def test_at_night_changes_come_at_once(qtbot: QtBot, stand: Stand) -> None:
    store = stand.show.store
    store.state = command_of("kiosk-close")(store.state, store.deck, stand.ms)
    stand.change("a/two.yaml", "标题 two", "明天见")
    qtbot.waitUntil(lambda: stand.title_of("a/two") == "明天见")


def test_a_picture_that_is_half_copied_leaves_the_slide_as_it_was(
    qtbot: QtBot, stand: Stand, caplog: pytest.LogCaptureFixture
) -> None:
    from PySide6.QtGui import QImage

    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0x3366CC)
    assert image.save(str(stand.folder / "p.png"))
    whole = (stand.folder / "p.png").read_bytes()
    stand.change("a/four.yaml", "free:", "free:\n  - type: image\n    file: p.png\n    at: [0.6, 0.5, 0.2, 0.2]")
    staged(qtbot, stand)
    stand.tick()
    before = stand.show.store.deck.slides["a/four"]
    (stand.folder / "p.png").write_bytes(whole[:-20])
    stand.look()
    qtbot.waitUntil(lambda: b'"errors":1' in stand.content)
    assert stand.staging.loaded.deck.slides["a/four"] == before
    (stand.folder / "p.png").write_bytes(whole)
    os.utime(stand.folder / "p.png", ns=(1, 1))
    stand.look()
    qtbot.waitUntil(lambda: b'"errors":0' in stand.content)
    assert "p.png" in caplog.text


def test_a_deck_that_has_shown_well_is_kept_and_the_supervisor_told(qtbot: QtBot, stand: Stand) -> None:
    keeping = stand.show.content.keeping
    keeping._due.start(0)
    qtbot.waitUntil(lambda: any(b'"good"' in line for line in stand.said))
    copy = good_deck(stand.folder.parent / "own" / "good")
    assert copy is not None
    first = (copy / ".manifest.json").read_bytes()
    stand.change("a/four.yaml", "标题 four", "新的")
    staged(qtbot, stand)
    stand.tick()
    assert keeping._due.isActive(), "a deck that has changed has to prove itself anew"
    keeping._due.setInterval(60_000)
    keeping._kept_ms = stand.ms
    keeping._look()
    qtbot.waitUntil(lambda: keeping._due.remainingTime() > 1000)
    assert not keeping.busy, "one copy in some minutes is enough"
    stand.ms += EVERY_MS
    keeping._due.start(0)
    qtbot.waitUntil(lambda: sum(b'"good"' in line for line in stand.said) == 2)
    assert (copy / ".manifest.json").read_bytes() != first


def test_a_deck_with_an_error_or_one_that_waits_is_not_kept(
    qtbot: QtBot, stand: Stand, caplog: pytest.LogCaptureFixture
) -> None:
    keeping = stand.show.content.keeping
    stand.change("a/four.yaml", "标题 four", "新的")
    staged(qtbot, stand)
    keeping._look()
    assert not keeping.busy
    stand.change("a/four.yaml", "layout: points", "layout: [")
    qtbot.waitUntil(lambda: b'"errors":1' in stand.content)
    qtbot.waitUntil(lambda: stand.show.store.waiting is stand.staging.loaded)
    stand.tick()
    assert stand.staging.loaded is stand.show.store.loaded, "all of it that can be shown has entered"
    keeping._look()
    assert not keeping.busy
    assert caplog.records


def test_a_copy_is_opened_only_where_it_is_what_it_was(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = decks.write(tmp_path / "deck")
    own = tmp_path / "own"
    keep(load_deck(folder), own / "good")
    copy = KioskOptions(deck=str(own / "good" / "deck"), folder=str(own))
    said: list[bytes] = []
    assert opened(copy, None, said.append).deck.folder == copy.deck
    assert said == []
    briefing = folder / "briefing.yaml"
    whole = briefing.read_text(encoding="utf-8")
    briefing.write_text("title: [\n", encoding="utf-8")
    assert opened(KioskOptions(deck=str(folder), folder=str(own)), None, said.append).deck.folder == copy.deck
    (line,) = said
    content = json.loads(line)["content"]
    assert (content["copy"], content["errors"]) == (True, 1)
    assert content["first"].startswith("briefing.yaml:1:8: ")
    assert "the last good copy is shown" in caplog.text
    briefing.write_text(whole, encoding="utf-8")
    page = decks.file(own / "good" / "deck", decks.SHOW[0])
    page.write_text(page.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(DeckError):
        opened(copy, None, said.append)
    (folder / "briefing.yaml").unlink()
    with pytest.raises(DeckError):
        opened(KioskOptions(deck=str(folder), folder=str(own)), None, said.append)
    assert len(said) == 1


def test_without_an_error_that_has_a_place_the_reason_itself_is_said() -> None:
    line = refusal_line(DeckError(Message("没有这个文件夹", "there is no such folder")), copy=False)
    said = understood(line)
    assert said == Content(1, "没有这个文件夹 / there is no such folder")


def test_while_a_copy_is_shown_it_is_told_anew_why_when_that_changes(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    returning = stand.show.content.returning
    monkeypatch.setattr(lastgood, "_other", lambda _folder, _wanted: True)
    monkeypatch.setattr(returning._background, "run", lambda job: job(stand.show.store.loaded))
    before = len(stand.said)
    for words in ("title: [", "title: ]"):
        (stand.folder / "briefing.yaml").write_text(words, encoding="utf-8")
        for _ in range(3):
            returning.look()
    told = [line for line in stand.said[before:] if b'"copy":true' in line]
    assert len(told) == 2
    assert told[0] != told[1]


FACTS = """\
sources:
  us:
    publisher: {zh: 我们, en: We}
    short: {zh: 我们, en: us}
units:
  firms:
    zh: {exact: "{v}家"}
    en: {exact: "{v} firms"}
facts:
  - id: firms
    label: {zh: 企业, en: Firms}
    kind: achieved
    value: 7
    unit: firms
    source: us
    as_of: 2020
"""


def test_a_change_that_loses_the_slide_in_sight_stays_out(stand: Stand, caplog: pytest.LogCaptureFixture) -> None:
    """It is listed, but nothing of it can be shown, not even as it was."""
    now = stand.show.store.loaded
    slides = {name: slide for name, slide in now.deck.slides.items() if name != "a/four"}
    stand.staging.take(structs.replace(now, deck=structs.replace(now.deck, slides=slides)))
    assert (stand.staging.refused, stand.staging.trying) == ("a/four", False)
    stand.tick()
    assert (stand.show.store.state.shown.slide, stand.title) == ("a/four", "标题 four")
    assert "a/four" in caplog.text
