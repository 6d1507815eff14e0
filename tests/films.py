"""Slides with a film, and a player that plays what a test tells it."""

from typing import Any

from PySide6.QtGui import QColor, QImage

from jn_presenter.model.deck import Slide, Target
from jn_presenter.model.fields import Clip
from jn_presenter.model.marks import VideoMark
from jn_presenter.qt.scene.films import Told
from tests.decks import element, text


def film_slide(name: str, *, late: bool = False, **fields: Any) -> Slide:
    """A slide of one film; late: it has a step of its own."""
    fields.setdefault("file", Clip(f"{name}.mp4", 1600, 900, "1"))
    return Slide(
        id=name,
        theme=name.partition("/")[0],
        layout="chart-full",
        title=text(f"影片 {name}", f"Film of {name}"),
        slots=(("chart", (element("video", **fields),)),),
        steps=((Target("chart"),),) if late else (),
        digest=name,
    )


class Stand:
    """A player that notes what it is asked; tests give the frames."""

    def __init__(self, mark: VideoMark, told: Told) -> None:
        self.mark, self.told = mark, told
        self.asked: list[str] = []

    def play(self) -> None:
        self.asked.append("play")

    def pause(self) -> None:
        self.asked.append("pause")

    def close(self) -> None:
        self.asked.append("close")

    @property
    def now(self) -> str:
        return self.asked[-1]

    def give(self, colour: str) -> None:
        """The next frame, all of one colour."""
        image = QImage(160, 90, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        self.told.frame(image)


class Stands:
    """Opens them, and keeps those that were opened."""

    def __init__(self) -> None:
        self.opened: list[Stand] = []

    def __call__(self, mark: VideoMark, told: Told) -> Stand:
        self.opened.append(Stand(mark, told))
        return self.opened[-1]
