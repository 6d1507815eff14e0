"""The questions that guests are expected to ask, with what the presenter answers."""

from typing import Annotated

from msgspec import Struct

from jn_presenter.model.fields import doc
from jn_presenter.model.text import Text


class Expected(Struct, frozen=True, kw_only=True):
    """One question of questions.yaml. The audience never sees any of it."""

    ask: Annotated[Text, doc("客人会怎么问", "how guests would put it")]
    answer: Annotated[Text, doc("怎么回答；数据写成 <代号>", "what to answer; figures as <id>")]
    slide: Annotated[str, doc("备用页，如 industry/smart-grid", "the backup slide, as in industry/smart-grid")] = ""
    """The id of a slide that the deck lists; empty for none."""
    theme: Annotated[str, doc("属于哪个专题；不写则随备用页", "its theme; by default the slide's")] = ""
    """Empty where it belongs to no theme."""
