"""How a briefing is interpreted, and how much longer it takes then."""

from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta, Struct

from jn_presenter.model.fields import doc

Interpretation = Literal["none", "consecutive", "simultaneous"]
Factor = Annotated[Decimal, Meta(ge=1, le=5)]


class Interpreting(Struct, frozen=True, kw_only=True):
    """How many times as long a slide takes where each sentence is said again, or is whispered along."""

    consecutive: Annotated[Factor, doc("交替传译时的倍数", "with consecutive interpreting")] = Decimal("1.8")
    simultaneous: Annotated[Factor, doc("同声传译时的倍数", "with simultaneous interpreting")] = Decimal("1.1")

    def factor(self, how: Interpretation) -> Decimal:
        if how == "none":
            return Decimal(1)
        return self.consecutive if how == "consecutive" else self.simultaneous
