"""A handout for a made-up delegation."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec import structs

from jn_presenter.export.request import Request
from jn_presenter.model.fields import Date
from jn_presenter.model.handout import Handout
from jn_presenter.model.text import Text
from jn_presenter.model.visit import Person, Visit


def both(zh: str, en: str) -> Text:
    return Text((("zh", zh), ("en", en)))


VISIT = Visit(
    id="sample",
    delegation=both("示例市友好代表团", "Sample City Delegation"),
    date=Date("2026-11-23"),
    host=Person(name=both("李示例", "Li Shili"), position=both("副局长", "Deputy Director")),
)


@pytest.fixture
def handout(asked: Callable[..., Request]) -> Callable[..., Request]:
    """`handout(5, per_page=3, notes="…")`: of so many slides, all with these notes where there are any."""

    def make(count: int, *, notes: str = "", visit: Visit | None = VISIT, **more: Any) -> Request:
        own = {name: more.pop(name) for name in Handout.__struct_fields__ if name in more}
        request = asked(*(f"a/s{k}" for k in range(count)), **more)
        deck = request.deck
        if notes:
            noted = {k: structs.replace(one, notes=both(notes, notes)) for k, one in deck.slides.items()}
            deck = structs.replace(deck, slides=noted)
            own["notes"] = True
        return structs.replace(request, deck=structs.replace(deck, visit=visit), handout=Handout(**own))

    return make
