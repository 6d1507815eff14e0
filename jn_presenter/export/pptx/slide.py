"""A slide as shapes of PowerPoint, element by element: native where it has the kind, else drawn, else a picture."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct, structs

from jn_presenter.compose import ElementFrame, FittedSlide, Placed, frame
from jn_presenter.draw.placing import TITLE_SLOT
from jn_presenter.export.pptx.alt import alt_text, what
from jn_presenter.export.pptx.frame import TREE
from jn_presenter.export.pptx.page import Page
from jn_presenter.export.pptx.paragraphs import Paragraph, Words, follows, in_one_line, words_of
from jn_presenter.export.pptx.shapes import around, bounds
from jn_presenter.export.pptx.text import text_box
from jn_presenter.export.pptx.xml import HEAD, SPACES
from jn_presenter.model.element import Anchor, Element, Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, ImageMark, PlotMark, Run, ShapeMark, TextMark, VideoMark
from jn_presenter.model.style import Font
from jn_presenter.qt.scene.cutout import picture

MOST_SHAPES = 400
"""Of an element; what has more is a picture, which PowerPoint opens sooner."""
DRAWINGS = frozenset({"chain", "network", "process", "timeline"})
"""Elements that are one drawing, with their words in it; as are charts."""
OFF = 40.0
"""px above the slide at which a title stands that is not to be seen: outlines and screen readers have it."""


class Part(Struct, frozen=True, kw_only=True):
    """An element about to be written: what is to be seen of it at the slide's last step."""

    item: Placed
    marks: tuple[AnyMark, ...]
    element: Element | None
    env: Env
    page: Page

    @property
    def kind(self) -> str:
        """Its type; empty for what the program adds itself."""
        return "" if self.element is None else type(self.element).__module__.rpartition(".")[2].replace("_", "-")

    @property
    def what(self) -> str:
        """What it is, in a word: a series without a name of its own is called that."""
        return what(self.element, self.env.languages[0])

    @property
    def alt(self) -> str:
        return alt_text(self.element, self.marks, self.env)

    def drawn(self, marks: Iterable[AnyMark]) -> list[str]:
        """Those of its marks as text boxes, shapes and pictures."""
        return list(drawn(self, tuple(marks)))


Native = Callable[[Part], list[str] | None]
"""Writes an element of a type by what PowerPoint has for it; None where it has nothing for this one."""


def parts_of(fitted: FittedSlide, page: Page) -> list[Part]:
    """The elements of the slide at its last step, back to front."""
    assert fitted.plan is not None
    spots = {spot.path: spot for spot in fitted.plan.spots}
    shown: dict[str, ElementFrame] = {one.path: one for one in frame(fitted, fitted.last_step)}
    found = []
    for item in fitted.placed:
        spot = spots.get(item.path)
        env = spot.env(fitted.plan.env) if spot else fitted.plan.env
        found.append(
            Part(item=item, marks=shown[item.path].marks, element=spot.element if spot else None, env=env, page=page)
        )
    return found


def title_words(fitted: FittedSlide, parts: Sequence[Part], title: str, page: Page) -> Words:
    """The title as it stands on the slide; above it, out of sight, where the layout does not show it."""
    for part in parts:
        if part.item.path == TITLE_SLOT:
            found = element_words(part)
            if found is not None:
                return found
    return hidden_title(fitted, title)


def hidden_title(fitted: FittedSlide, title: str) -> Words:
    """A title above the slide's edge."""
    font = Font(24.0)
    assert fitted.plan is not None
    run = Run(title, font, fitted.plan.env.style.ink)
    one = Paragraph(runs=(run,), language=fitted.languages[0], leading=30.0)
    return Words(paragraphs=(one,), x=0.0, y=-OFF - 30.0, w=fitted.canvas.width, h=30.0)


def element_words(part: Part) -> Words | None:
    """The one text of an element, in the whole of its place where it grows from the foot of that."""
    texts = [mark for mark in part.marks if isinstance(mark, TextMark)]
    if len(texts) != 1:
        return None
    found = words_of(texts[0], part.page.recorder, part.item.rect.right)
    rect = part.item.rect
    if found is None or part.env.anchor != "bottom" or found.natural or found.y < rect.y:
        return found
    bottom: Anchor = "bottom"
    return structs.replace(found, y=rect.y, h=found.y + found.h - rect.y, anchor=bottom)


def slide_xml(shapes: Iterable[str]) -> str:
    """A slide with these shapes, back to front."""
    return (
        f"{HEAD}<p:sld {SPACES}><p:cSld><p:spTree>{TREE}{''.join(shapes)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


def drawn(part: Part, marks: tuple[AnyMark, ...]) -> Iterator[str]:
    """Marks in their order: words as text boxes, shapes that follow each other as one group, all else as pictures."""
    page, name = part.page, part.item.path
    seen = [mark for mark in marks if mark.opacity > 0.0]
    shapes = [mark for mark in seen if isinstance(mark, ShapeMark)]
    whole = len(shapes) > 1 and (part.kind in DRAWINGS or any(mark.datum for mark in shapes))
    alt = part.alt
    if len(shapes) > MOST_SHAPES or any(_cut(mark) for mark in seen):
        yield page.painted([mark for mark in seen if not isinstance(mark, TextMark)], part.item.rect, name, alt)
        seen = [mark for mark in seen if isinstance(mark, TextMark)]
        shapes, whole = [], False
    made: list[str] = []
    boxes: list[Rect] = [bounds(mark.shape) for mark in shapes]
    for run in _runs(seen):
        first = run[0]
        if isinstance(first, TextMark):
            for key, words in _texts([mark for mark in run if isinstance(mark, TextMark)], part):
                boxes.append(Rect(words.x, words.y, words.w, words.h))
                made.append(text_box(page.ident(), f"{name} {key}", words, page.look))
        elif isinstance(first, ShapeMark):
            made.append(page.shapes([mark for mark in run if isinstance(mark, ShapeMark)], name, "" if whole else alt))
        elif isinstance(first, ImageMark):
            made += (_image(mark, page, name, alt) for mark in run if isinstance(mark, ImageMark))
        elif isinstance(first, PlotMark):
            place = Rect(first.x, first.y, first.w, first.h)
            made.append(page.painted(list(run), place, name, alt))
    if whole and len(made) > 1:
        yield page.grouped(made, around(boxes), name, alt)
    else:
        yield from made


def _image(mark: ImageMark, page: Page, name: str, alt: str) -> str:
    content, suffix = picture(mark)
    return page.picture(content, suffix, Rect(mark.x, mark.y, mark.w, mark.h), name, alt)


def _cut(mark: AnyMark) -> bool:
    """Whether only a part of the mark is to be seen, which PowerPoint has no way to say."""
    return mark.clip is not None and not isinstance(mark, TextMark)


def _runs(marks: Sequence[AnyMark]) -> Iterator[list[AnyMark]]:
    """Marks that follow each other and are of one kind; films are seen by their posters."""
    run: list[AnyMark] = []
    for mark in marks:
        if isinstance(mark, VideoMark):
            continue
        if run and type(mark) is not type(run[0]):
            yield run
            run = []
        run.append(mark)
    if run:
        yield run


def _texts(marks: Sequence[TextMark], part: Part) -> Iterator[tuple[str, Words]]:
    """The words of marks with their keys; those that go on one line as one."""
    groups: list[list[TextMark]] = []
    for mark in marks:
        if groups and follows(mark, groups[-1][-1]):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    for group in groups:
        mark = group[0] if len(group) == 1 else in_one_line(group)
        words = words_of(mark, part.page.recorder, part.item.rect.right)
        if words is not None:
            yield mark.key, words
