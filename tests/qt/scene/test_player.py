"""The player of films, on a stand-in for QtMultimedia, which is no part of what the tests run on."""

import enum
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from jn_presenter.model.marks import VideoMark
from jn_presenter.model.problem import Finding
from jn_presenter.qt.scene.films import UnplayableError, open_player

MARK = VideoMark(key="film", file="/deck/videos/park.mp4", stamp="", x=0.0, y=0.0, w=1.0, h=1.0)


class Picture:
    """A frame of the stand-in; `made` counts the pictures that were made of frames, which is what costs time."""

    made = 0

    def __init__(self, number: int, valid: bool = True) -> None:
        self.number, self._valid = number, valid

    def isValid(self) -> bool:
        return self._valid

    def toImage(self) -> QImage:
        Picture.made += 1
        return QImage(self.number, 1, QImage.Format.Format_RGB32)


class Sink(QObject):
    videoFrameChanged = Signal(object)  # noqa: N815


class Sound(QObject):
    pass


class Media(QObject):
    """As much of QMediaPlayer as is used."""

    class MediaStatus(enum.Enum):
        LoadedMedia = 1
        EndOfMedia = 2
        InvalidMedia = 3

    class Loops(enum.Enum):
        Infinite = -1

    errorOccurred = Signal(object, str)  # noqa: N815
    mediaStatusChanged = Signal(object)  # noqa: N815
    last: "Media"
    available = True

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.asked: list[str] = []
        self.sound: Sound | None = None
        self.loops = 1
        self.picture = True
        Media.last = self

    def isAvailable(self) -> bool:
        return Media.available

    def setVideoOutput(self, sink: Sink) -> None:
        self.sink = sink

    def setAudioOutput(self, sound: Sound) -> None:
        self.sound = sound

    def setLoops(self, loops: int) -> None:
        self.loops = loops

    def setSource(self, url: QUrl) -> None:
        self.asked.append(f"source {url.toLocalFile()}")

    def play(self) -> None:
        self.asked.append("play")

    def pause(self) -> None:
        self.asked.append("pause")

    def stop(self) -> None:
        self.asked.append("stop")

    def hasVideo(self) -> bool:
        return self.picture

    def errorString(self) -> str:
        return "no codec"


class Heard:
    """What the player told."""

    def __init__(self) -> None:
        self.frames: list[int] = []
        self.over = 0
        self.findings: list[Finding] = []

    def frame(self, image: QImage) -> None:
        self.frames.append(image.width())

    def ended(self) -> None:
        self.over += 1

    def failed(self, finding: Finding) -> None:
        self.findings.append(finding)


@pytest.fixture(autouse=True)
def multimedia(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[None]:
    found: Any = ModuleType("PySide6.QtMultimedia")
    found.QMediaPlayer, found.QVideoSink, found.QAudioOutput, found.QVideoFrame = Media, Sink, Sound, Picture
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", found)
    monkeypatch.delitem(sys.modules, "jn_presenter.qt.scene.player", raising=False)
    monkeypatch.setattr(Picture, "made", 0)
    monkeypatch.delenv("QT_FFMPEG_PROTOCOL_WHITELIST", raising=False)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ForceRasterWidgets, False)
    yield
    sys.modules.pop("jn_presenter.qt.scene.player", None)
    os.environ.pop("QT_FFMPEG_PROTOCOL_WHITELIST", None)


def opened(mark: VideoMark = MARK) -> tuple[Any, Media, Heard]:
    heard = Heard()
    return open_player(mark, heard), Media.last, heard


def test_it_plays_the_file_once_and_silently_and_nothing_from_a_network() -> None:
    player, media, _ = opened()
    player.play()
    player.pause()
    assert media.asked == [f"source {MARK.file}", "play", "pause"]
    assert (media.loops, media.sound) == (1, None)
    assert QCoreApplication.testAttribute(Qt.ApplicationAttribute.AA_ForceRasterWidgets)
    assert os.environ["QT_FFMPEG_PROTOCOL_WHITELIST"] == "file"


def test_it_has_its_sound_and_begins_anew_where_that_is_asked_for() -> None:
    _, media, _ = opened(VideoMark(key="f", file="a", stamp="", x=0.0, y=0.0, w=1.0, h=1.0, loop=True, muted=False))
    assert media.loops == -1
    assert media.sound is not None


def test_frames_that_come_faster_than_they_are_shown_are_left_out(qtbot: QtBot) -> None:
    _, media, heard = opened()
    for number in (1, 2, 3):
        media.sink.videoFrameChanged.emit(Picture(number))
    media.sink.videoFrameChanged.emit(Picture(4, valid=False))
    qtbot.waitUntil(lambda: heard.frames == [3])
    assert Picture.made == 1


def test_its_last_frame_is_told_before_its_end(qtbot: QtBot) -> None:
    _, media, heard = opened()
    media.sink.videoFrameChanged.emit(Picture(7))
    media.mediaStatusChanged.emit(Media.MediaStatus.EndOfMedia)
    qtbot.waitUntil(lambda: heard.over == 1)
    assert heard.frames == [7]


@pytest.mark.parametrize("how", ["error", "invalid", "sound-alone"])
def test_what_cannot_be_played_is_told_once_with_its_name_and_why(qtbot: QtBot, how: str) -> None:
    _, media, heard = opened()
    if how == "error":
        media.errorOccurred.emit(None, "no codec")
        media.mediaStatusChanged.emit(Media.MediaStatus.InvalidMedia)
    elif how == "invalid":
        media.mediaStatusChanged.emit(Media.MediaStatus.InvalidMedia)
    else:
        media.picture = False
        media.mediaStatusChanged.emit(Media.MediaStatus.LoadedMedia)
    qtbot.waitUntil(lambda: bool(heard.findings))
    (finding,) = heard.findings
    assert finding.code == "unplayable-video"
    assert finding.message.en == "park.mp4 cannot be played: the poster is shown (no codec)"
    assert "H.264" in finding.hint.zh


def test_once_closed_it_has_let_go_of_the_file_and_tells_nothing(qtbot: QtBot) -> None:
    player, media, heard = opened()
    media.sink.videoFrameChanged.emit(Picture(1))
    with qtbot.waitSignal(player.destroyed):
        player.close()
        media.sink.videoFrameChanged.emit(Picture(2))
        media.errorOccurred.emit(None, "late")
    assert media.asked[-2:] == ["stop", "source "]
    assert (heard.frames, heard.findings) == ([], [])


def test_where_the_library_cannot_play_anything_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Media, "available", False)
    with pytest.raises(UnplayableError) as raised:
        opened()
    assert raised.value.finding.code == "no-player"


def test_a_library_that_does_not_load_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(ModuleType):
        def __getattr__(self, name: str) -> object:
            raise ImportError("libpulse.so.0: cannot open shared object file")

    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", Broken("PySide6.QtMultimedia"))
    with pytest.raises(UnplayableError) as raised:
        opened()
    assert "libpulse.so.0" in raised.value.finding.message.en


def test_in_a_checkout_the_command_is_that_of_the_checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened()
    player: Any = sys.modules["jn_presenter.qt.scene.player"]
    monkeypatch.setattr(player, "checkout", lambda: tmp_path)
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert "-m pip install PySide6-Addons==" in player.install_line()
    monkeypatch.setattr(sys, "prefix", str(tmp_path / ".venv"))
    assert player.install_line().endswith(" run.py video")


def test_an_application_of_one_folder_is_told_what_it_can_do(monkeypatch: pytest.MonkeyPatch) -> None:
    opened()
    player: Any = sys.modules["jn_presenter.qt.scene.player"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    hint = player.lacking().hint
    assert "pip" not in hint.en
    assert "stick --video" in hint.zh
