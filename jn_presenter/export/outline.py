"""What Qt leaves out of a PDF: bookmarks by theme and slide, the language it is read in, and page labels."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import groupby

from msgspec import Struct

from jn_presenter.draw.resolve import resolve
from jn_presenter.export.request import Request
from jn_presenter.model.text import Text

FIRST_OPEN = 1
"""Pages start at this number on their labels."""
BETWEEN = " / "


class Bookmark(Struct, frozen=True):
    """A line of the outline: words, the page that it leads to, counted from 0, and the lines beneath it."""

    words: str
    page: int
    beneath: tuple["Bookmark", ...] = ()


def bookmarks(request: Request, places: Iterable[tuple[int, str]]) -> Iterator[Bookmark]:
    """The outline of slides that stand on pages: a line a theme, with those of its slides beneath.

    places: (page, slide) in the order of the slides. A theme that the order leaves and comes back to has two lines.
    """
    for theme_id, group in groupby(places, key=lambda place: place[1].partition("/")[0]):
        theme = request.deck.theme(theme_id)
        lines = tuple(Bookmark(_words(request, request.deck.slides[slide].title), page) for page, slide in group)
        yield Bookmark(_words(request, theme.title) if theme else theme_id, lines[0].page, lines)


def finished(content: bytes, request: Request, places: Iterable[tuple[int, str]]) -> bytes:
    """The PDF with bookmarks, title, language and page labels."""
    import pikepdf  # 140 ms that only an export of PDF pays for

    file = pikepdf.open(BytesIO(content))
    with file.open_outline() as outline:
        for theme in bookmarks(request, places):
            top = pikepdf.OutlineItem(theme.words, theme.page)
            top.children.extend(pikepdf.OutlineItem(line.words, line.page) for line in theme.beneath)
            outline.root.append(top)
    file.Root.Lang = pikepdf.String(request.languages[0])
    file.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    file.Root.PageLabels = pikepdf.Dictionary(
        Nums=pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name.D, St=FIRST_OPEN)])
    )
    if "/Author" in file.docinfo and not str(file.docinfo.Author):
        del file.docinfo.Author
    made = BytesIO()
    file.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def _words(request: Request, text: Text) -> str:
    """On one line, in each of the languages."""
    wordings = resolve(text, request.deck.facts, request.languages, request.deck.briefing.languages)
    return BETWEEN.join(" ".join(wording.plain.split()) for wording in wordings)
