"""Plays a film by QtMultimedia, which is the extra `video`: frames come as pictures, so that the slide paints them."""

import os
import sys
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, QUrl

from jn_presenter.model.marks import VideoMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message
from jn_presenter.paths import checkout
from jn_presenter.qt.scene.films import Told, UnplayableError

PROTOCOLS = "QT_FFMPEG_PROTOCOL_WHITELIST"
"""What Qt lets FFmpeg open: a film may name further sources, and none of them shall be on a network."""
NO_PART = Message(
    "这个程序里没有它；用 run.py stick --video 做的 U 盘安装，就能播放",
    "this application has none; what is installed from a stick made by run.py stick --video plays them",
)


def install_line() -> str:
    """What to type where the extra is missing, for the very version of Qt that is there."""
    root = checkout()
    if root is not None and Path(sys.prefix).resolve() == root / ".venv":
        return f"{'py' if sys.platform == 'win32' else 'python3'} run.py video"
    return f'"{sys.executable}" -m pip install PySide6-Addons=={PySide6.__version__}'


def _typed(line: str) -> Message:
    return Message(f"运行 {line}，再重新启动", f"type {line}, then start again")


def lacking(error: ImportError | None = None) -> Finding:
    """The finding that there is nothing to play films with; error: why, where it is there and cannot be loaded."""
    if error is None or isinstance(error, ModuleNotFoundError):
        return Finding(
            code="no-player",
            severity="warning",
            message=Message("没有装影片播放组件，只显示封面", "no video player is installed: the poster is shown"),
            hint=NO_PART if getattr(sys, "frozen", False) else _typed(install_line()),
        )
    return Finding(
        code="no-player",
        severity="warning",
        message=Message(
            f"影片播放组件不能用，只显示封面（{error}）",
            f"the video player does not load: the poster is shown ({error})",
        ),
        hint=Message("安装上面说的系统库，再重新启动", "install the library named there, then start again"),
    )


def unplayable(mark: VideoMark, why: str) -> Finding:
    """The finding that this film cannot be played; `why` is Qt's own word for it."""
    name, reason = Path(mark.file).name, f" ({why})" if why else ""
    return Finding(
        code="unplayable-video",
        severity="warning",
        message=Message(
            f"{name} 无法播放，只显示封面{reason}", f"{name} cannot be played: the poster is shown{reason}"
        ),
        hint=Message("另存为 MP4（H.264，yuv420p）", "save it again as MP4 (H.264, yuv420p)"),
    )


try:
    os.environ.setdefault(PROTOCOLS, "file")
    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoFrame, QVideoSink
except ImportError as error:
    raise UnplayableError(lacking(error)) from error


# Slides are painted without OpenGL. Where that is software, Qt would turn each frame into a picture by it all the same,
# at 160 ms for 1920 x 1080 px; the processor alone takes 10.
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ForceRasterWidgets)


class QtPlayer(QObject):
    """One film. Frames that come faster than they are painted are left out."""

    def __init__(self, mark: VideoMark, told: Told) -> None:
        super().__init__()
        self._mark, self._told = mark, told
        self._latest: QVideoFrame | None = None
        self._end: Finding | bool = False
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._tell)
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._player = QMediaPlayer(self)
        if not self._player.isAvailable():
            raise UnplayableError(lacking())
        self._player.setVideoOutput(self._sink)
        if not mark.muted:
            self._player.setAudioOutput(QAudioOutput(self))
        if mark.loop:
            self._player.setLoops(QMediaPlayer.Loops.Infinite.value)
        self._player.errorOccurred.connect(self._on_error)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.setSource(QUrl.fromLocalFile(mark.file))

    def play(self) -> None:
        self._player.play()

    def pause(self) -> None:
        self._player.pause()

    def close(self) -> None:
        self._next.stop()
        self._latest = None
        self._sink.videoFrameChanged.disconnect(self._on_frame)
        self._player.errorOccurred.disconnect(self._on_error)
        self._player.mediaStatusChanged.disconnect(self._on_status)
        self._player.stop()
        self._player.setSource(QUrl())
        self.deleteLater()

    def _on_frame(self, frame: QVideoFrame) -> None:
        if frame.isValid():
            self._latest = frame
            self._next.start()

    def _on_error(self, _error: object, why: str) -> None:
        self._stop(unplayable(self._mark, why))

    def _on_status(self, status: object) -> None:
        known = QMediaPlayer.MediaStatus
        if status == known.EndOfMedia:
            self._stop(True)
        elif status == known.InvalidMedia or (status == known.LoadedMedia and not self._player.hasVideo()):
            self._stop(unplayable(self._mark, self._player.errorString()))

    def _stop(self, end: Finding | bool) -> None:
        """It is told from the event loop: a player is not to be closed within its own signal."""
        if not isinstance(self._end, Finding):
            self._end = end
        self._next.start()

    def _tell(self) -> None:
        latest, self._latest = self._latest, None
        if latest is not None and not isinstance(self._end, Finding):
            image = latest.toImage()
            if not image.isNull():
                self._told.frame(image)
        if isinstance(self._end, Finding):
            self._told.failed(self._end)
        elif self._end:
            self._told.ended()
