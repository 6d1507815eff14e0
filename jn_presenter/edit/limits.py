"""How long a text should be at most: as its layout has room for it where that can be counted, else proposed."""

from collections.abc import Mapping

from msgspec import Struct

from jn_presenter.draw.placing import Spot, spots
from jn_presenter.draw.typography import LEADING
from jn_presenter.elements import ELEMENTS
from jn_presenter.layouts import LAYOUTS
from jn_presenter.model.deck import Slide
from jn_presenter.model.geometry import canvas_for
from jn_presenter.model.style import Scale

SIZES = ((1920, 1080), (1080, 1920), (1440, 1080), (3840, 1080))
"""The screens that `check` looks at."""
SMALLER = 0.8
"""How much smaller a slide is set before it looks crowded: `compose` goes to 0.7."""
WIDE = frozenset({"zh", "ja", "ko", "yue"})
NARROW_EM = 0.52
"""How wide a letter of another script is on average, in units of the size, as it was measured on the shipped slides."""
ROOMY = 0.92
"""What of the characters that fit on lines is reached where lines break between words."""
PROPOSED: Mapping[str, int] = {"title": 24, "label": 24, "name": 12, "unit": 8, "text": 40, "lead": 40, "also": 12}
"""Chinese characters where no rectangle says it, by the field."""
OTHERWISE = 24
UNLIMITED = frozenset({"notes", "answer", "publisher", "alt"})
OTHER_SCRIPTS = 2.2
"""How many letters say what a Chinese character says."""


class Room(Struct, frozen=True):
    """A rectangle of text. size: of its font, in logical px as width and height are; leading: of its lines, in units of
    the size; count: texts that share it.
    """

    width: float
    height: float
    size: float
    leading: float = 1.4
    count: int = 1

    def letters(self, language: str) -> int:
        """How many characters of the language it holds."""
        em = 1.0 if language.partition("-")[0] in WIDE else NARROW_EM / ROOMY
        size = self.size * SMALLER
        lines = max(1, int(self.height / self.count / (size * self.leading)))
        return int(self.width / (size * em)) * lines


def rooms(slide: Slide, languages: int = 1) -> Mapping[str, tuple[Room, ...]]:
    """The room on each screen that texts of a slide have, by the path of the text or of the list that it is in."""
    layout, sizes = LAYOUTS[slide.layout], Scale()
    counts = {one.name: _parts(slide, one.name, many=one.many) for one in layout.slots}
    found: dict[str, tuple[Room, ...]] = {}
    for width, height in SIZES:
        canvas = canvas_for(width, height)
        rects = layout.arrange(canvas, counts | {"title": languages, "provenance": languages})
        for spot in spots(slide, ELEMENTS["text"](text=slide.title), layout, rects, canvas):
            if (room := _room(spot, sizes)) is not None:
                found[spot.path] = (*found.get(spot.path, ()), room)
    return found


def limit(path: str, language: str, known: Mapping[str, tuple[Room, ...]], now: str = "") -> int | None:
    """The most characters that a text should have; None where it may be as long as it likes. now: what stands there,
    which has been seen to fit.
    """
    keys = [part for part in path.split(".") if not part.isdecimal()]
    key = keys[-1] if keys else ""
    if UNLIMITED.intersection(keys):
        return None
    place = next((one for one in (path, path.rpartition(".")[0]) if one in known), "")
    if place:
        most = min(room.letters(language) for room in known[place])
    else:
        most = PROPOSED.get(key, OTHERWISE)
        most = most if language.partition("-")[0] in WIDE else int(most * OTHER_SCRIPTS)
    return max(most, len(now))


def _parts(slide: Slide, slot: str, *, many: bool) -> int:
    elements = slide.slot(slot)
    return len(elements) if many or not elements else elements[0].parts()


def _room(spot: Spot, sizes: Scale) -> Room | None:
    """The room of a paragraph, and of each of a list of points; of other elements nobody knows."""
    kind = type(spot.element)
    if kind not in (ELEMENTS["text"], ELEMENTS["points"]):
        return None
    size: float = getattr(sizes, spot.slot.role, sizes.body)
    return Room(
        spot.rect.w, spot.rect.h, size, LEADING.get(spot.slot.role, LEADING["body"]), max(1, spot.element.parts())
    )
