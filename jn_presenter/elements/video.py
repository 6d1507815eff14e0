"""A film, and the picture that stands in its place wherever none is played."""

from math import sqrt
from typing import Annotated, ClassVar, Literal

from msgspec import structs

from jn_presenter.draw.motion import ease_out, faded
from jn_presenter.draw.pictured import picture_mark, pictured
from jn_presenter.model.element import Element, Env, Fitted, Phase
from jn_presenter.model.fields import Clip, Picture, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Arc, Box, Path, ShapeMark, VideoMark
from jn_presenter.model.style import Style
from jn_presenter.model.text import Text

SIGN = 0.14
"""Radius of the play sign, as a share of the shorter side of the film."""
LARGEST_SIGN = 72.0
STROKE = 4.0


class FittedVideo(Fitted, frozen=True, kw_only=True):
    """`still` is seen beneath the film. waits: whether the still stands from the beginning and its step starts it."""

    films: ClassVar[bool] = True

    still: tuple[AnyMark, ...]
    film: VideoMark
    waits: bool

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        begun = phase.step >= phase.reveal()
        presence = 1.0 if self.waits else ease_out(phase.presence())
        if presence <= 0.0:
            return ()
        film = self.film if begun else structs.replace(self.film, playing=False)
        return tuple(faded(mark, presence) for mark in (*self.still, film))


class Video(Element, frozen=True, kw_only=True):
    """A film of the deck. It plays before an audience; previews, thumbnails, PDF and pictures show its poster."""

    about = "影片：汇报文件夹里的影片；放映时播放，预览和导出显示封面"
    short: ClassVar[str] = "file"

    file: Annotated[
        Clip,
        doc(
            "影片文件（MP4、MOV 或 WebM），路径从演示文件夹算起",
            "film file (MP4, MOV or WebM), its path seen from the deck's folder",
        ),
    ]
    poster: Annotated[
        Picture | None,
        doc("封面图片：不播放时显示，最好是影片的第一帧", "picture seen while it does not play, best its first frame"),
    ] = None
    alt: Annotated[Text | None, doc("替代文字：说出影片里有什么", "what is to be seen, in words")] = None
    crop: Annotated[
        Literal["contain", "cover"],
        doc("contain：完整显示；cover：裁切填满", "contain: all of it; cover: fill and cut"),
    ] = "contain"
    loop: Annotated[bool, doc("放完从头再放", "begins anew at its end")] = False
    muted: Annotated[bool, doc("静音；讲解时默认静音", "without its sound, since somebody is speaking")] = True
    start: Annotated[
        Literal["entry", "step"],
        doc(
            "entry：一出现就播放；step：封面先在，到 steps 里它那一步才播放",
            "entry: plays once it is seen; step: the poster stands, and its entry in steps starts it",
        ),
    ] = "entry"

    def fit(self, rect: Rect, env: Env) -> FittedVideo:
        place, crop = pictured(self.crop, rect, self.file.width, self.file.height, env.align)
        film = VideoMark(
            key="film",
            file=self.file.file,
            stamp=self.file.stamp,
            x=place.x,
            y=place.y,
            w=place.w,
            h=place.h,
            crop=crop,
            loop=self.loop,
            muted=self.muted,
        )
        return FittedVideo(rect=rect, still=self._still(place, env.style), film=film, waits=self.start == "step")

    def _still(self, place: Rect, style: Style) -> tuple[AnyMark, ...]:
        """The poster over all of the film's place, whatever its own proportions, so that the film covers it whole."""
        if self.poster is None:
            return _drawn(place, style)
        return (picture_mark("poster", self.poster, "cover", place, "left"),)


def _drawn(place: Rect, style: Style) -> tuple[AnyMark, ...]:
    """A quiet panel with the sign for playing: a triangle in a ring, its centre of gravity in the ring's."""
    radius = min(SIGN * min(place.w, place.h), LARGEST_SIGN)
    x, y, side = place.x + place.w / 2, place.y + place.h / 2, 0.5 * radius
    high = side * sqrt(3.0) / 2
    corners = (("M", (x - side / 2, y - high)), ("L", (x + side, y)), ("L", (x - side / 2, y + high)), ("Z", ()))
    panel = Box(place.x, place.y, place.w, place.h)
    return (
        ShapeMark(key="panel", shape=panel, fill=style.faint, opacity=0.5, crisp=True),
        ShapeMark(key="ring", shape=Arc(x, y, radius, radius - STROKE, 0.0, 360.0), fill=style.quiet),
        ShapeMark(key="sign", shape=Path(corners), fill=style.quiet),
    )


ELEMENT = Video
