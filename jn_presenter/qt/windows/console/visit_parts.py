"""The parts that the form of a visit is made of, for the languages, themes and slides of its deck."""

from jn_presenter.edit.visit_draft import Draft
from jn_presenter.load import Loaded
from jn_presenter.model.deck import Deck
from jn_presenter.model.text import Message, Text
from jn_presenter.model.visit import INTERPRETATIONS
from jn_presenter.qt.windows.console.report import said, slide_title
from jn_presenter.qt.windows.console.visit_fields import LinePart, NamePart, OnePart, OrderPart, Part
from jn_presenter.qt.windows.console.visit_people import PeoplePart, QuestionsPart, SlidesPart
from jn_presenter.qt.windows.words import language_name

DELEGATION = Message("团组名称", "Delegation")
DATE, DATE_HINT = Message("日期", "Date"), Message("如 2026-11-23", "as 2026-11-23")
TIME = Message("时长或结束时刻", "Minutes, or when it is over")
TIME_HINT = Message("如 25 或 15:30；不写则不限", "as 25 or 15:30; empty: no limit")
INTERPRETING = Message("翻译", "Interpreting")
LANGUAGES, NOTES = Message("观众看的语言", "What the audience reads"), Message("讲稿的语言", "Notes in")
IN_ORDER = Message("按点选的先后", "in the order pressed")
LOGO, LOGO_HINT = (
    Message("标志", "Logo"),
    Message("汇报文件夹里的图片，如 pictures/logo.png", "a picture of the deck, as pictures/logo.png"),
)
PEOPLE = Message("人员", "People")
THEMES = Message("讲哪些专题", "Themes")
ALL = Message("按点选的先后；都不选则全部", "in the order pressed; none: all of them")
SLIDES = Message("重点和不讲的页", "Slides to stress or leave out")
SLIDES_HINT = Message("点一下：一定讲；再点：不讲；再点：自动", "press: in any case; again: left out; again: automatic")
QUESTIONS = Message("可能会问的问题", "Questions they may ask")
HALF = frozenset({"date", "time", "interpreting", "languages", "notes_languages", "logo"})
"""Parts of which two stand side by side."""


def made(loaded: Loaded, draft: Draft, language: str) -> tuple[Part, ...]:
    """From the top down. Texts have a line for each language of the briefing, and for those that the visit has."""
    deck = loaded.written or loaded.deck
    offered = deck.briefing.languages
    named = tuple((tag, language_name(tag)) for tag in offered)
    own = tuple(dict.fromkeys((*offered, *_tags(draft))))
    ways = tuple((way, Message(*words).in_language(language)) for way, words in INTERPRETATIONS.items())
    content = tuple((theme.id, said(deck, theme.title, language)) for theme in deck.themes if theme.role == "content")
    return (
        NamePart(DELEGATION, language, own),
        LinePart("date", DATE, language, DATE_HINT),
        LinePart("time", TIME, language, TIME_HINT),
        OnePart("interpreting", INTERPRETING, language, ways),
        LinePart("logo", LOGO, language, LOGO_HINT),
        OrderPart("languages", LANGUAGES, language, named, IN_ORDER),
        OrderPart("notes_languages", NOTES, language, named, IN_ORDER),
        PeoplePart(PEOPLE, language, own),
        OrderPart("themes", THEMES, language, content, ALL),
        SlidesPart(SLIDES, language, _slides(deck, language), SLIDES_HINT),
        QuestionsPart(QUESTIONS, language, offered),
    )


def _slides(deck: Deck, language: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The slides of each theme, by their titles."""
    by_theme: dict[str, list[tuple[str, str]]] = {}
    for slide in deck.order:
        by_theme.setdefault(slide.partition("/")[0], []).append((slide, slide_title(deck, slide, language)))
    themes = ((deck.theme(name), slides) for name, slides in by_theme.items())
    return [(said(deck, theme.title, language), slides) for theme, slides in themes if theme is not None]


def _tags(draft: Draft) -> list[str]:
    """The languages that names of the visit are in."""
    people = (draft.leader, *draft.guests, draft.host)
    texts: list[Text | None] = [draft.delegation]
    for person in people:
        texts += (person.name, person.position, person.contact)
    return [tag for text in texts if text is not None for tag in text.languages if tag]
