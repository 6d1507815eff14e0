"""A delegation's visit as its file in visits/ says it: who comes, how long there is, and what they are to see."""

from decimal import Decimal
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from jn_presenter.model.daytime import Daytime
from jn_presenter.model.fields import Date, Picture, doc
from jn_presenter.model.interpreting import Interpretation
from jn_presenter.model.question import Expected
from jn_presenter.model.text import Text

INTERPRETATIONS = {
    "none": ("没有翻译", "none"),
    "consecutive": ("交替传译", "consecutive"),
    "simultaneous": ("同声传译", "simultaneous"),
}


class Person(Struct, frozen=True, kw_only=True):
    """Somebody who is named on the screen or in the handout; a bare value is the name."""

    short: ClassVar[str] = "name"

    name: Annotated[Text, doc("姓名", "the name")]
    position: Annotated[Text | None, doc("职务", "the position")] = None
    contact: Annotated[Text | None, doc("联系方式", "how to reach them")] = None


class Visit(Struct, frozen=True, kw_only=True):
    """visits/<id>.yaml. `minutes` and `until` are never both given; what is empty is left to the briefing.

    Names are shown exactly as they were typed, in each of the languages that they were typed in.
    """

    id: str
    """The file's name without its ending; of a file that is not in visits/ its path."""
    delegation: Annotated[Text, doc("来访团组的名称", "the delegation's name")]
    logo: Annotated[Picture | None, doc("来访方的标志，图片文件", "the delegation's logo, an image file")] = None
    leader: Annotated[Person | None, doc("团长", "who leads the delegation")] = None
    guests: Annotated[tuple[Person, ...], doc("其他来宾", "the other guests")] = ()
    host: Annotated[Person | None, doc("接待人", "who receives them")] = None
    date: Annotated[Date, doc("来访日期，如 2026-11-23", "the day of the visit, as in 2026-11-23")] = Date("")
    minutes: Annotated[Decimal | None, Meta(gt=0), doc("汇报的分钟数", "how many minutes there are")] = None
    until: Annotated[Daytime | None, doc("几点结束，如 15:30", "when it has to be over, as in 15:30")] = None
    interpreting: Annotated[Interpretation, doc("翻译方式", "how it is interpreted", choices=INTERPRETATIONS)] = "none"
    languages: Annotated[tuple[str, ...], doc("观众看的语言，两种则上下对照", "what the audience reads")] = ()
    notes_languages: Annotated[tuple[str, ...], doc("讲稿的语言", "what the presenter reads")] = ()
    themes: Annotated[tuple[str, ...], doc("讲哪些专题，按这个顺序", "the themes, in this order")] = ()
    stress: Annotated[tuple[str, ...], doc("一定要讲的页", "slides that are shown in any case")] = ()
    hide: Annotated[tuple[str, ...], doc("不讲的页", "slides that are left out")] = ()
    questions: Annotated[tuple[Expected, ...], doc("可能会问的问题", "questions that they may ask")] = ()
