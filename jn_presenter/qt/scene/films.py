"""The films of the slide an audience sees: opened once it stands there, paused with it, let go of when it is left."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from jn_presenter.model.marks import VideoMark
from jn_presenter.model.problem import Finding
from jn_presenter.qt.scene.frames import Frame

OPEN_MS = 60
"""How long a slide stands before its films are opened: its first frame is painted, and one passed by opens none."""

Wanted = Mapping[str, VideoMark]
"""The films of a slide that are to play, by the path of their element."""


class Player(Protocol):
    """Plays one film; what it has to say it tells the `Told` it was opened with."""

    def play(self) -> None: ...

    def pause(self) -> None: ...

    def close(self) -> None:
        """Let go of the file, the threads and the memory; nothing is told after that."""
        ...


class Told(Protocol):
    """What a player tells: the next frame, that the film is over, or that it cannot be played."""

    def frame(self, image: QImage) -> None: ...

    def ended(self) -> None: ...

    def failed(self, finding: Finding) -> None: ...


Open = Callable[[VideoMark, Told], Player]


def open_player(mark: VideoMark, told: Told) -> Player:
    """A player of Qt's for the film. Raises films.UnplayableError where there is none."""
    from jn_presenter.qt.scene.player import (
        QtPlayer,
    )  # QtMultimedia is an extra, and nothing without a film pays for it

    return QtPlayer(mark, told)


class UnplayableError(Exception):
    """No film can be played on this computer; `finding` says what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message.en)
        self.finding = finding


class _Film:
    """A film under way. `player` is None before it is opened, and after its end; its last frame stays."""

    def __init__(self, mark: VideoMark, changed: Callable[[], None], ends: Callable[[], None]) -> None:
        self.mark = mark
        self.player: Player | None = None
        self.opened = False
        self.seen: Frame | None = None
        self.finding: Finding | None = None
        self._changed, self._ends = changed, ends

    def open(self, open_: Open) -> None:
        self.opened = True
        try:
            self.player = open_(self.mark, self)
        except UnplayableError as error:
            self.failed(error.finding)
            return
        self.player.play()

    def frame(self, image: QImage) -> None:
        self.seen = Frame(image)
        self._changed()

    def ended(self) -> None:
        self.close()
        self._ends()

    def failed(self, finding: Finding) -> None:
        self.seen, self.finding = None, finding
        self.close()
        self._ends()
        self._changed()

    def close(self) -> None:
        player, self.player = self.player, None
        if player is not None:
            player.close()


class Films(QObject):
    """Plays the films of one slide at a time, those of the slide that is told to it last."""

    changed = Signal()
    """Another frame is there, or a film cannot be played."""
    playing = Signal(bool)
    """Whether a film plays from now on that comes to an end by itself."""

    def __init__(self, parent: QObject | None = None, open_: Open = open_player) -> None:
        super().__init__(parent)
        self._open = open_
        self._films: dict[str, _Film] = {}
        self._running = self._told = False
        self.slide = ""
        self._opening = QTimer(self, singleShot=True, interval=OPEN_MS)
        self._opening.timeout.connect(self._open_all)

    def follow(self, slide: str, wanted: Wanted, *, running: bool) -> None:
        """These films are wanted now, and no others. What is under way goes on, in whatever language or place;
        running: whether time goes on for the audience. Nothing is opened while it does not.
        """
        for path, film in list(self._films.items()):
            if slide != self.slide or path not in wanted or _other(film.mark, wanted[path]):
                del self._films[path]
                film.close()
        self.slide, was, self._running = slide, self._running, running
        for path, mark in wanted.items():
            if path not in self._films:
                self._films[path] = _Film(mark, self.changed.emit, self._tell)
        if running and not all(film.opened for film in self._films.values()):
            if not self._opening.isActive():
                self._opening.start()
        else:
            self._opening.stop()
        if running != was:
            for player in [film.player for film in self._films.values() if film.player is not None]:
                player.play() if running else player.pause()
        self._tell()

    def frames(self) -> dict[str, Frame]:
        """What is seen of each now, by the path of its element."""
        return {path: film.seen for path, film in self._films.items() if film.seen is not None}

    def findings(self) -> tuple[tuple[str, Finding], ...]:
        """Which cannot be played, by the path of their element, and why."""
        return tuple((path, film.finding) for path, film in self._films.items() if film.finding is not None)

    def close(self) -> None:
        """Let go of all."""
        self.follow("", {}, running=False)

    def _open_all(self) -> None:
        for film in [film for film in self._films.values() if not film.opened]:
            film.open(self._open)
        self._tell()

    def _tell(self) -> None:
        films = self._films.values()
        plays = self._running and any(film.player is not None and not film.mark.loop for film in films)
        if plays != self._told:
            self._told = plays
            self.playing.emit(plays)


def _other(old: VideoMark, new: VideoMark) -> bool:
    """Whether it is another film, or is to be played otherwise; where it is seen may change while it plays."""
    return (old.file, old.stamp, old.loop, old.muted) != (new.file, new.stamp, new.loop, new.muted)
