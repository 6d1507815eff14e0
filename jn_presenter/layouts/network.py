"""A centre with partners around it, and words beside or beneath it."""

from collections.abc import Mapping

from jn_presenter.draw.page import LEAD, TITLE, page, words_and_picture
from jn_presenter.model.geometry import Canvas, Shape
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

WORDS: dict[Shape, int] = {"classic": 4, "wide": 4, "wall": 5}
NETWORK_SHARE = 0.62


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """The network takes the body, or with points the larger part of it."""
    here = page(canvas, counts)
    words, network = words_and_picture(here, WORDS, NETWORK_SHARE)
    return here.rects(counts, points=words, network=network if counts.get("points") else here.body)


LAYOUT = Layout(
    doc=Message("网络：中心与伙伴", "A centre and its partners"),
    arrange=arrange,
    slots=(
        TITLE,
        LEAD,
        Slot(name="points", type="points", anchor="middle", grows=False, doc=Message("要点", "the points")),
        Slot(name="network", type="network", required=True, anchor="middle", doc=Message("网络", "the network")),
    ),
)
