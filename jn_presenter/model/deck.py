"""A deck as loaded: the briefing, its themes, slides, facts and styles. All frozen; a reload makes a new one."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Struct

from jn_presenter.model.element import Element
from jn_presenter.model.fact import Facts
from jn_presenter.model.fields import FactId, doc
from jn_presenter.model.geometry import SHAPE_WORDS, Shape
from jn_presenter.model.glossary import Term
from jn_presenter.model.interpreting import Interpreting
from jn_presenter.model.kiosk import Kiosk
from jn_presenter.model.question import Expected
from jn_presenter.model.style import MOTIFS, Motif, Style
from jn_presenter.model.text import Text
from jn_presenter.model.visit import Visit

Transition = Literal["none", "fade", "push"]
TRANSITIONS = {
    "none": ("直接换页", "at once"),
    "fade": ("淡入淡出", "one fades into the other"),
    "push": ("推入", "one pushes the other out"),
}
Depth = Literal["core", "standard", "extra"]
DEPTHS = {
    "core": ("核心：每个版本都有", "in every version"),
    "standard": ("标准：时间够就有", "where there is time"),
    "extra": ("补充：时间充裕才有", "only where there is plenty of time"),
}
ROLES = {"content": ("内容", "content"), "frame": ("开场或结尾，每个版本都有", "opening or closing, in every version")}


class Briefing(Struct, frozen=True, kw_only=True):
    """briefing.yaml: what holds for the whole deck. `versions` are lengths in minutes."""

    title: Annotated[Text, doc("汇报的名称", "the briefing's name")]
    languages: Annotated[
        tuple[str, ...], doc("语言代号，第一种是主要语言，如 [zh, en]", "languages, the first is the main one")
    ]
    styles: Annotated[tuple[str, ...], doc("画面风格，第一种先用", "visual looks, the first is shown first")] = (
        "night",
        "day",
    )
    transition: Annotated[Transition, doc("换页方式", "how one slide follows another", choices=TRANSITIONS)] = "fade"
    themes: Annotated[tuple[str, ...], doc("专题（文件夹名），按播放顺序", "themes, by their folders, in order")] = ()
    versions: Annotated[
        tuple[Decimal, ...], doc("各版本的分钟数，如 [10, 20, 40]", "lengths of the versions in minutes")
    ] = ()
    interpreting: Annotated[
        Interpreting, doc("有翻译时每页要几倍时间", "how many times as long a slide takes with an interpreter")
    ] = Interpreting()
    kiosk: Annotated[Kiosk, doc("展厅自动轮播", "what loops in a hall")] = Kiosk()


class Theme(Struct, frozen=True, kw_only=True):
    """<theme>/theme.yaml: a topic of the briefing. `slides` are full slide ids in order."""

    id: str
    title: Annotated[Text, doc("专题的名称", "the theme's name")]
    icon: Annotated[str, doc("图标", "its icon")] = ""
    accent: Annotated[str, doc("强调色，风格里的名称", "its accent, by its name in the style")] = ""
    motif: Annotated[
        Motif | None, doc("背景底纹，代替风格的", "the drawing on the ground, in place of the style's", choices=MOTIFS)
    ] = None
    role: Annotated[Literal["content", "frame"], doc("作用", "what it is for", choices=ROLES)] = "content"
    slides: Annotated[
        tuple[str, ...], doc("各页（文件名，不带 .yaml），按播放顺序", "slides, by their files, in order")
    ] = ()


class Target(Struct, frozen=True):
    """What one entry of `steps` reveals: a slot, or its part k counted from 1 (0 is the whole slot)."""

    slot: str
    part: int = 0


class Free(Struct, frozen=True, kw_only=True):
    """An element placed freely, above all others.

    at: (x, y, w, h) as fractions of the canvas, origin at the top left; or, where anchored, `anchor` names a corner,
    edge or the centre, and `size` is (w, h) in logical px. shapes: the canvases it appears on, all when empty.
    """

    element: Element
    at: Annotated[
        tuple[float, ...],
        doc("[左, 上, 宽, 高]，画面的几分之几", "[x, y, width, height] as fractions of the canvas"),
    ] = ()
    anchor: Annotated[str, doc("靠哪个角、哪条边，或居中", "a corner, an edge or the centre")] = ""
    size: Annotated[tuple[float, ...], doc("[宽, 高]，像素，与 anchor 同用", "[width, height] in px, with anchor")] = ()
    shapes: Annotated[
        tuple[Shape, ...],
        doc("只在这些画面上显示", "the canvases it appears on, all where absent", choices=SHAPE_WORDS),
    ] = ()
    step: Annotated[int, doc("第几步出现", "the step at which it appears", ge=0)] = 0


class Slide(Struct, frozen=True, kw_only=True):
    """One slide. `slots` maps a slot to its elements (one, unless the slot takes many); `digest` is of the file."""

    id: str
    theme: str
    layout: str
    title: Annotated[Text, doc("标题，每页都要有", "the title; every slide has one")]
    depth: Annotated[Depth, doc("哪些版本里有这一页", "which versions show it", choices=DEPTHS)] = "standard"
    minutes: Annotated[Decimal, doc("讲多少分钟，如 1.5", "how many minutes it takes, as in 1.5")] = Decimal(1)
    transition: Annotated[
        Transition | None, doc("换到这一页的方式", "how it follows the slide before", choices=TRANSITIONS)
    ] = None
    steps: tuple[tuple[Target, ...], ...] = ()
    notes: Annotated[Text | None, doc("讲稿，观众看不到", "the presenter's notes; the audience never sees them")] = None
    facts: Annotated[
        tuple[FactId, ...],
        doc(
            "文字里讲到的数据的代号，写进页脚的来源", "ids of facts that its own words convey, for the line of sources"
        ),
    ] = ()
    slots: tuple[tuple[str, tuple[Element, ...]], ...] = ()
    free: tuple[Free, ...] = ()
    plain: Annotated[str, doc("正文直接写数字的理由", "why its words have digits that are no facts")] = ""
    digest: str = ""

    @property
    def last_step(self) -> int:
        return len(self.steps)

    def slot(self, name: str) -> tuple[Element, ...]:
        return dict(self.slots).get(name, ())


class Deck(Struct, frozen=True, kw_only=True):
    """Everything a show needs. `order` has every slide id that the themes list; `slides` those that could be loaded.

    An id of `order` that is neither in `slides` nor in `pending` is a broken slide: the audience never sees it, the
    console shows a placeholder. `pending` are those not read yet.
    """

    folder: str
    briefing: Briefing
    themes: tuple[Theme, ...] = ()
    order: tuple[str, ...] = ()
    slides: Mapping[str, Slide] = {}
    pending: frozenset[str] = frozenset()
    facts: Facts = Facts()
    glossary: tuple[Term, ...] = ()
    questions: tuple[Expected, ...] = ()
    styles: Mapping[str, Style] = {}
    visit: Visit | None = None
    """The visit that the deck is made out for; None where it is shown as it was written."""

    def theme(self, name: str) -> Theme | None:
        return next((theme for theme in self.themes if theme.id == name), None)

    def theme_of(self, slide: str) -> Theme | None:
        """The theme of a slide id, by the part before the slash."""
        return self.theme(slide.partition("/")[0])
