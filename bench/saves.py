"""Two writers at one deck that is shown: an editor's window, and other programs that save, cut and delete its files.

`python -m bench.saves [SAVES] [SEED]` says how it went and ends with 1 where a word was lost or a frame was blank.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from unittest.mock import patch

from bench.churn import Faults, tell
from bench.churn_deck import write
from bench.saves_hands import FILES, Files, Other, Pen, application, until
from bench.saves_result import Saved
from bench.saves_show import Watched, has_slide
from jn_presenter.edit.drafts import drafts_path, kept
from jn_presenter.load import load_index, with_slides
from jn_presenter.load.lines import NEWLINE
from jn_presenter.model.options import EditOptions
from jn_presenter.qt import offscreen
from jn_presenter.qt.editor_app import Editing

Progress = Callable[[int, int], object]
SEED = 20211231
CRASH_EVERY = 50
"""Saves after which the editor is gone with what is unsaved, and opened again."""


def saved(saves: int, seed: int = SEED, progress: Progress = lambda _done, _all: None) -> Saved:
    """So many saves of both, in a real window off every screen."""
    offscreen.application()
    with (
        tempfile.TemporaryDirectory(prefix="saves-") as folder,
        patch.dict(os.environ, {"XDG_STATE_HOME": str(Path(folder, "state"))}),
        Faults() as faults,
    ):
        return _Saves(Path(folder), saves, seed, progress, faults).run()


class _Saves:
    def __init__(self, folder: Path, saves: int, seed: int, progress: Progress, faults: Faults) -> None:
        self._saves, self._progress, self._faults = saves, progress, faults
        self._deck = write(folder / "deck")
        self._random = Random(seed)
        self._other = Other(self._deck, self._random)
        self._application = application()
        self._kinds: Counter[str] = Counter()
        self._lost: list[str] = []
        self._wrong: list[str] = []
        self._known: dict[str, set[bytes | None]] = {name: set() for name in FILES}
        """What the editor has shown or announced of each file, None: that it is gone."""
        self._done = self._frames = self._blank = self._clashes = self._refused = self._restored = 0
        self._painted = False
        self._show = Watched(self._deck, self._random)
        self._crash = CRASH_EVERY
        self._open()

    def run(self) -> Saved:
        began = time.perf_counter()
        quits = self._application.quitOnLastWindowClosed()
        self._application.setQuitOnLastWindowClosed(False)
        self._show.begin()
        while self._done < self._saves:
            self._cycle()
            self._progress(self._done, self._saves)
        self._settle()
        self._again()
        self._close()
        show = self._show
        show.end()
        self._application.setQuitOnLastWindowClosed(quits)
        return Saved(
            saves=self._done,
            seconds=time.perf_counter() - began,
            lost=tuple(self._lost),
            wrong=(*self._wrong, *self._faults.heard),
            frames=self._frames,
            blank=self._blank,
            shown=show.frames,
            blank_shown=show.blank,
            moved=show.moved,
            entered=show.entered,
            clashes=self._clashes,
            refused=self._refused,
            restored=self._restored,
            kinds=dict(self._kinds),
        )

    def _open(self) -> None:
        """A window on the deck as it is on the disk; what is broken then is another run's matter."""
        loaded = load_index(self._deck)
        loaded = with_slides(loaded, loaded.deck.order)
        self._editing = Editing(loaded, EditOptions(deck=str(self._deck)))
        self._session, self._window = self._editing.session, self._editing.window
        self._work = self._session.work
        self._pen = Pen(self._editing, self._random)
        self._window.preview.view.painted.connect(self._on_painted)
        self._session.clashes.found.connect(self._on_clash)
        self._editing.begin()
        self._window.tabs.setCurrentWidget(self._window.code)
        self._see()

    def _close(self) -> None:
        self._window.leaving = True
        self._editing.end()
        self._window.close()
        self._window.deleteLater()
        self._editing.store.deleteLater()
        self._application.processEvents()

    def _again(self) -> None:
        """The editor is gone, the deck on the disk is mended, and the editor comes back with what was unsaved."""
        unsaved = dict(self._work.unsaved)
        self._close()
        drafts = {draft.file: draft.now for draft in kept(drafts_path(str(self._deck)))}
        for name, words in unsaved.items():
            if drafts.get(name, b"") != words:
                self._lost.append(f"{self._done}: {name} is not in the drafts")
        self._other.mend()
        self._open()
        left = self._session.drafting.left()
        if left:
            self._window.offer_drafts()
            self._pen.answer(0)
            self._restored += len(left)
            for draft in left:
                if self._work.read(draft.file) != draft.now:
                    self._lost.append(f"{self._done}: {draft.file} did not come back")
        self._see()

    def _cycle(self) -> None:
        """Each of both does something, or both before the editor has noticed."""
        for _ in range(self._random.choice((1, 1, 2, 3))):
            if self._random.random() < 0.5:
                self._other_saves()
            else:
                self._user_acts()
            if self._random.random() < 0.5:
                self._turn()
        if self._random.random() < 0.4:
            self._user_saves()
        if self._random.random() < 0.2:
            self._show.act()
        if self._random.random() < 0.6:
            self._settle()
        if self._random.random() < 0.3:
            self._user_answers()
        if self._done >= self._crash:
            self._crash += CRASH_EVERY
            self._again()

    def _other_saves(self) -> None:
        self._kinds[f"other {self._other.tear()}"] += 1
        self._done += 1

    def _user_acts(self) -> None:
        before = Files.of(self._deck)
        self._kinds[self._pen.act()] += 1
        self._untouched(before, "typing")
        self._see()

    def _user_answers(self) -> None:
        before, words = Files.of(self._deck), self._window.bar.words
        if self._pen.answer():
            for file in (name for name in FILES if name in words):
                self._known[file].add(before.said[file])
        self._untouched(before, "an answer")
        self._see()

    def _user_saves(self) -> None:
        before, unsaved = Files.of(self._deck), dict(self._work.unsaved)
        if not unsaved:
            return
        self._done += 1
        self._window.actions_bar.save.trigger()
        after = Files.of(self._deck)
        for name in after.others(before):
            if after.said[name] != unsaved.get(name, b"?"):
                self._wrong.append(f"{self._done}: {name} does not say what was saved")
            if before.said[name] not in self._known[name]:
                self._lost.append(f"{self._done}: {name} was overwritten unseen")
            self._known[name].add(after.said[name])
        if self._work.unsaved:
            self._refused += 1
            if after.others(before):
                self._wrong.append(f"{self._done}: a save that was refused has written")
            if not self._window.bar.words:
                self._wrong.append(f"{self._done}: a save was refused without a word")
        else:
            self._kinds["save"] += 1
            for name, words in unsaved.items():
                if after.said[name] != words:
                    self._lost.append(f"{self._done}: {name} was not saved")
        self._see()

    def _settle(self) -> None:
        """The editor has noticed everything, and has read it."""
        session, show = self._session, self._show
        for following in (session.following, show.following):
            following.watch.compare()
        until(
            lambda: (
                not (
                    session.following.background.busy or session.feeds.busy or session._reading.isActive() or show.busy
                )
            ),
            self._turn,
            "all read",
        )

    def _turn(self) -> None:
        """The event loop goes on: nothing that is typed goes away by itself, and nothing is written."""
        before, unsaved = Files.of(self._deck), dict(self._work.unsaved)
        self._application.processEvents()
        self._untouched(before, "waiting")
        now = self._work.unsaved
        for name, words in unsaved.items():
            if now.get(name, words if before.said[name] == words else b"?") != words:
                self._lost.append(f"{self._done}: what was typed into {name} went away")
        self._see()
        self._show.look()
        if self._painted:
            self._painted = False
            self._look()

    def _untouched(self, before: Files, doing: str) -> None:
        for name in Files.of(self._deck).others(before):
            self._wrong.append(f"{self._done}: {doing} has changed {name}")

    def _see(self) -> None:
        """What the window shows of the file looked at is known from now on."""
        file = self._session.file
        document = self._session.document(file)
        if document is None:
            if self._work.read(file) is None:
                self._known[file].add(None)
            if not self._window.code.isReadOnly():
                self._wrong.append(f"{self._done}: {file} is gone and can be typed in")
            return
        if self._window.code.text != NEWLINE.sub("\n", document.text):
            self._wrong.append(f"{self._done}: the window shows something else than {file}")
        self._known[file].add(document.data)

    def _on_clash(self, file: str) -> None:
        self._clashes += 1
        if file not in self._window.bar.words:
            self._wrong.append(f"{self._done}: nothing says that {file} was changed")

    def _on_painted(self) -> None:
        self._painted = True

    def _look(self) -> None:
        """The preview has the slide that is looked at: the colour of its own box is where it is to be."""
        self._frames += 1
        view = self._window.preview.view
        drawn = view._drawn[3] if view._drawn and view.fitted() else None
        self._blank += not has_slide(drawn, self._session.slide)


def main() -> int:
    """On the command line."""
    given = [int(word) for word in sys.argv[1:]]
    count, seed = (*given, *(1000, SEED)[len(given) :])
    found = saved(count, seed, tell)
    print(found)
    return 1 if found.lost or found.wrong or found.blank or found.blank_shown or found.moved else 0


if __name__ == "__main__":
    sys.exit(main())
