"""A deck made by hand and a reader of places, for the tests of the rules that `check` knows."""

from decimal import Decimal
from typing import Any

from jn_presenter.elements.points import Points
from jn_presenter.model.deck import Briefing, Deck, Slide, Theme
from jn_presenter.model.fact import Fact, Facts
from jn_presenter.model.glossary import Term
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.model.style import Style
from jn_presenter.model.text import Message, Text, plain

STYLE = Style(
    name="night",
    ground=("#000000", "#101010"),
    motif_ink="#202020",
    ink="#ffffff",
    quiet="#cccccc",
    faint="#333333",
    accent="#d0a040",
)
FACTS = Facts(
    {
        "green": Fact(id="green", kind="achieved", label=plain("2020"), value=Decimal(47), unit=""),
        "ranking-2019": Fact(id="ranking-2019", kind="achieved", label=plain("r"), value=Decimal(6), as_of="2019"),
        "creed": Fact(id="creed", kind="program", label=plain("c")),
    }
)


THREE = Briefing(title=plain("T"), languages=("zh", "en", "ja"), styles=("night",))


class Recorder:
    """Puts every problem at line 1 and keeps the path in the excerpt."""

    def problem(self, file: str, path: str, finding: Finding, *, slide: str = "") -> Problem:
        return Problem(
            file=file,
            line=1,
            column=1,
            severity=finding.severity,
            code=finding.code,
            message=finding.message,
            hint=finding.hint,
            excerpt=".".join(filter(None, (path, finding.path))),
            slide=slide,
        )


def both(zh: str, en: str) -> Text:
    return Text((("zh", zh), ("en", en)))


def deck(*slides: Slide, facts: Facts = FACTS, themes: tuple[Theme, ...] = (), glossary: tuple[Term, ...] = ()) -> Deck:
    return Deck(
        folder="",
        briefing=Briefing(title=both("江宁", "Jiangning"), languages=("zh", "en"), styles=("night",)),
        themes=themes,
        order=tuple(slide.id for slide in slides),
        slides={slide.id: slide for slide in slides},
        facts=facts,
        glossary=glossary,
        styles={"night": STYLE},
    )


def slide(title: Text | None = None, *, points: tuple[Text, ...] = (), **more: Any) -> Slide:
    slots = (("points", (Points(items=points),)),) if points else ()
    return Slide(id="a/b", theme="a", layout="points", title=title or both("标题", "Title"), slots=slots, **more)


TOO_LONG = Finding(code="overflow", message=Message("太多", "too much"), hint=Message("删", "cut"))
