"""The whole file: its slides one by one, layouts as slides ask for them, and what holds them together."""

from collections.abc import Iterator

from msgspec import structs
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part as FilePart

from jn_presenter.compose import FittedSlide
from jn_presenter.draw.placing import TITLE_SLOT
from jn_presenter.draw.resolve import resolve
from jn_presenter.export.pages import Page as Sheet
from jn_presenter.export.pptx.elements import NATIVE
from jn_presenter.export.pptx.frame import (
    BODY,
    FIRST_SLIDE,
    KIND_WORDS,
    LayoutKind,
    Section,
    app,
    core,
    ground_of,
    layout,
    master,
    presentation,
    theme,
)
from jn_presenter.export.pptx.frame import TREE as EMPTY
from jn_presenter.export.pptx.notes import notes_master, notes_page
from jn_presenter.export.pptx.package import Parts, filled
from jn_presenter.export.pptx.page import Page
from jn_presenter.export.pptx.paragraphs import Words
from jn_presenter.export.pptx.points import Listed, list_box, listed
from jn_presenter.export.pptx.slide import Part, parts_of, slide_xml, title_words
from jn_presenter.export.pptx.sources import Recorder
from jn_presenter.export.pptx.text import text_box
from jn_presenter.export.pptx.xml import Look, look_of
from jn_presenter.export.progress import Progress, followed
from jn_presenter.export.request import Request
from jn_presenter.model.deck import Deck
from jn_presenter.model.marks import AnyMark, ShapeMark

KINDS: dict[str, LayoutKind] = {"cover": "title", "welcome": "title", "closing": "title", "section": "secHead"}
"""What slides of our layouts are made for, of the others what they have on them decides."""


def write(request: Request, progress: Progress) -> bytes:
    """The file of the request's slides at their last steps. Raises what `progress` raises."""
    book = Book(request)
    for page in followed(book.pages(), len(request.slides), progress):
        book.add(page.slide, page.fitted)
    return book.saved()


class Book:
    """The file as far as it is written."""

    def __init__(self, request: Request) -> None:
        self._recorder = Recorder(request.measure)
        self._request = structs.replace(request, measure=self._recorder)
        self._deck: Deck = request.deck
        self._canvas = request.canvas
        self._look: Look = look_of(request.style, request.languages[0], self._canvas.width, self._canvas.height)
        self._package = Parts()
        self._master = self._package.part("/ppt/slideMasters/slideMaster1.xml", CT.PML_SLIDE_MASTER)
        self._notes_master = self._package.part("/ppt/notesMasters/notesMaster1.xml", CT.PML_NOTES_MASTER)
        self._layouts: dict[tuple[int, LayoutKind], FilePart] = {}
        self._grounds: list[tuple[AnyMark, ...]] = []
        self._slides: list[FilePart] = []
        self._names: list[str] = []

    def pages(self) -> Iterator[Sheet]:
        return iter(self._request.pages())

    def add(self, name: str, fitted: FittedSlide) -> None:
        """Write one slide."""
        part = self._package.part("/ppt/slides/slide{}.xml", CT.PML_SLIDE)
        page = Page(self._package, part, self._look, self._recorder)
        parts = parts_of(fitted, page)
        title = title_words(fitted, parts, self._title(name), page)
        points = next((found for one in parts if (found := listed(one)) is not None), None)
        kind = self._kind(name, points)
        part.relate_to(self._layout(kind, name, fitted, title, points), RT.SLIDE_LAYOUT)
        part.blob = slide_xml(self._shapes(parts, title, points, kind, page)).encode()
        self._note(name, part)
        self._slides.append(part)
        self._names.append(name)
        self._recorder.forget()

    def saved(self) -> bytes:
        """The file, once all slides are there."""
        package, look, request = self._package, self._look, self._request
        language = request.languages[0]
        for one in (self._master, self._notes_master):
            look_part = package.part("/ppt/theme/theme{}.xml", CT.OFC_THEME)
            one.relate_to(filled(look_part, theme(request.style, language)), RT.THEME)
        layouts = [self._master.relate_to(one, RT.SLIDE_LAYOUT) for one in self._layouts.values()]
        filled(self._master, master(request.style, look, self._canvas, layouts))
        filled(self._notes_master, notes_master(self._canvas.width, self._canvas.height))
        ids = [
            package.presentation.relate_to(self._master, RT.SLIDE_MASTER),
            package.presentation.relate_to(self._notes_master, RT.NOTES_MASTER),
            *(package.presentation.relate_to(slide, RT.SLIDE) for slide in self._slides),
        ]
        filled(package.presentation, presentation(look, self._canvas, ids, self._sections()))
        properties = package.part("/docProps/core.xml", CT.OPC_CORE_PROPERTIES)
        package.belongs(filled(properties, core(request.title, language)), RT.CORE_PROPERTIES)
        extended = package.part("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES)
        package.belongs(filled(extended, app(len(self._slides))), RT.EXTENDED_PROPERTIES)
        return package.saved()

    def _title(self, name: str) -> str:
        found = resolve(
            self._deck.slides[name].title, self._deck.facts, self._request.languages[:1], self._deck.briefing.languages
        )
        return found[0].plain

    def _kind(self, name: str, points: Listed | None) -> LayoutKind:
        return KINDS.get(self._deck.slides[name].layout) or ("obj" if points else "titleOnly")

    def _shapes(
        self, parts: list[Part], title: Words, points: Listed | None, kind: LayoutKind, page: Page
    ) -> Iterator[str]:
        holder = "ctrTitle" if kind == "title" else "title"
        yield text_box(page.ident(), "Title", title, self._look, holder=f'type="{holder}"')
        held = points is None or kind != "obj"
        for one in parts:
            if one.item.path == TITLE_SLOT:
                continue
            own = listed(one)
            if own is not None:
                slot = "" if held else BODY
                held = True
                yield list_box(page.ident(), one.item.path, own, self._look, holder=slot)
                continue
            native = NATIVE.get(one.kind)
            found = native(one) if native else None
            yield from one.drawn(one.marks) if found is None else found

    def _layout(
        self, kind: LayoutKind, name: str, fitted: FittedSlide, title: Words, points: Listed | None
    ) -> FilePart:
        """The layout of slides of a kind on one ground, made by the first of them."""
        ground = next((k for k, one in enumerate(self._grounds) if one is fitted.ground), len(self._grounds))
        if ground == len(self._grounds):
            self._grounds.append(fitted.ground)
        if (ground, kind) in self._layouts:
            return self._layouts[ground, kind]
        part = self._package.part("/ppt/slideLayouts/slideLayout{}.xml", CT.PML_SLIDE_LAYOUT)
        part.relate_to(self._master, RT.SLIDE_MASTER)
        page = Page(self._package, part, self._look, self._recorder)
        first, *motif = fitted.ground
        assert isinstance(first, ShapeMark)
        drawn = page.shapes([mark for mark in motif if isinstance(mark, ShapeMark)], "motif")
        behind = f"{ground_of(first, self._look)}<p:spTree>{EMPTY}{drawn}"
        called = self._layout_name(kind, name)
        body = (
            Words(paragraphs=(), x=points.x, y=points.y, w=points.w, h=points.h) if points and kind == "obj" else None
        )
        self._layouts[ground, kind] = filled(part, layout(kind, called, behind, title, body, self._look))
        return part

    def _layout_name(self, kind: LayoutKind, name: str) -> str:
        """The kind and the theme whose ground it has."""
        zh, en = KIND_WORDS[kind]
        word = zh if self._request.languages[0].startswith("zh") else en
        return f"{word} · {self._theme(name.partition('/')[0])}"

    def _theme(self, key: str) -> str:
        found = self._deck.theme(key)
        if found is None:
            return key
        languages, fallbacks = self._request.languages[:1], self._deck.briefing.languages
        return resolve(found.title, self._deck.facts, languages, fallbacks)[0].plain

    def _sections(self) -> list[Section]:
        """The themes in the order of their slides; one that comes again has a section again."""
        found: list[tuple[str, list[int]]] = []
        for k, name in enumerate(self._names):
            key = name.partition("/")[0]
            if not found or found[-1][0] != key:
                found.append((key, []))
            found[-1][1].append(FIRST_SLIDE + k)
        return [Section(f"{key} {k}", self._theme(key), tuple(ids)) for k, (key, ids) in enumerate(found)]

    def _note(self, name: str, slide: FilePart) -> None:
        """The presenter's notes, in the languages that they are read in."""
        notes = self._deck.slides[name].notes
        if notes is None:
            return
        visit = self._deck.visit
        languages = (visit.notes_languages if visit else ()) or self._request.languages
        wordings = resolve(notes, self._deck.facts, languages, self._deck.briefing.languages)
        said = [(wording.plain, wording.found or wording.language) for wording in wordings if wording.plain.strip()]
        if not said:
            return
        part = self._package.part("/ppt/notesSlides/notesSlide{}.xml", CT.PML_NOTES_SLIDE)
        part.relate_to(self._notes_master, RT.NOTES_MASTER)
        part.relate_to(slide, RT.SLIDE)
        slide.relate_to(filled(part, notes_page(said)), RT.NOTES_SLIDE)
