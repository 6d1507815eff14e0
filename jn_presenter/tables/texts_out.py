"""All texts of a deck as a workbook, for translators and for whoever reads them over."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from jn_presenter.draw.glossary import named
from jn_presenter.draw.resolve import references, resolve
from jn_presenter.edit.changes import Read
from jn_presenter.edit.document import opened
from jn_presenter.edit.limits import Room, limit, rooms
from jn_presenter.edit.texts_of import TextOf, texts_of
from jn_presenter.load.index import BRIEFING, FACTS, GLOSSARY, QUESTIONS, THEME
from jn_presenter.load.sources import slide_file
from jn_presenter.model.deck import Deck
from jn_presenter.model.glossary import Term
from jn_presenter.model.text import PLAIN, Message, plain
from jn_presenter.tables.form import LONGEST_CELL, RECORD, Book, Column, Sheet, Value, record
from jn_presenter.tables.names import GENERAL, how_on, language_name
from jn_presenter.tables.writing import written

SHEET = "文字 Texts"
MOST_TERMS = 8
SAME = "各语言相同 same in all"
TOO_LONG = "太长，不在表里改 too long for a table"
ABOUT = (
    Message("文字表：怎么翻译和修改", "The texts: how to translate and edit them"),
    Message(
        "1. 在“文字 Texts”那张表里改白色的格子；黄色的格子还没有翻译。灰色的格子只供查看，改了也不会读。",
        "1. On the sheet “文字 Texts”, edit the white cells; yellow ones are not translated yet. Grey ones are for "
        "you to see; they are not read.",
    ),
    Message(
        "2. 字数上限是这里大约放得下多少个字；超过时变成红色，Excel 也会提醒，仍可保留。",
        "2. The limit is about how many characters there is room for. What is longer turns red, and Excel asks; you "
        "may keep it.",
    ),
    Message(
        "3. <abc> 这样的尖括号代表一个数据，原样留在译文里；“参考”一列写着它是什么。==……== 是强调，译文里也标上。",
        "3. Brackets such as <abc> stand for a figure; keep them in the translation. “For reference” says what it is. "
        "==…== marks emphasis; mark it in the translation too.",
    ),
    Message(
        "4. 要换行，按 Alt+Enter。清空一格不会删去文字。写着“各语言相同”的，在另一种语言里填上，就分开成两种。",
        "4. Alt+Enter breaks a line. To empty a cell deletes nothing. Where a text is the same in all languages, fill "
        "in another language to have two.",
    ),
    *GENERAL,
    how_on("texts"),
)


def exported_texts(deck: Deck, read: Read) -> bytes:
    """The workbook of all texts: of slides in show order, then of themes, facts, names and questions."""
    languages = deck.briefing.languages
    rows: list[Mapping[str, Value]] = []
    marked: set[tuple[int, str]] = set()
    fixed: set[tuple[int, str]] = set()
    for file, text, known in _texts(deck, read):
        k = len(rows)
        rows.append(_row(file, text, deck, known))
        long = any(len(one.words) > LONGEST_CELL for one in text.wordings)
        if long:
            fixed |= {(k, tag) for tag in languages}
        elif text.get(PLAIN) is None:
            marked |= {(k, tag) for tag in languages if text.get(tag) is None}
    sheet = Sheet(
        name=SHEET,
        columns=text_columns(languages),
        rows=tuple(rows),
        frozen=3,
        fixed=frozenset(fixed),
        marked=frozenset(marked),
    )
    return written(Book(about=ABOUT, sheet=sheet))


def text_columns(languages: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns of the table."""
    return (
        Column(key="file", head=Message("文件", "file"), width=22, locked=True),
        Column(key="title", head=Message("哪一页", "which slide"), width=22, locked=True),
        Column(key="where", head=Message("哪里", "where"), width=22, locked=True),
        *(
            Column(
                key=tag,
                head=Message(language_name(tag).zh, f"{language_name(tag).en} ({tag})"),
                width=46,
                limit=f"limit.{tag}",
            )
            for tag in languages
        ),
        *(
            Column(key=f"limit.{tag}", head=Message("字数上限", f"limit {tag}"), width=9, locked=True, text=False)
            for tag in languages
        ),
        Column(key="state", head=Message("状态", "state"), width=16, locked=True),
        Column(key="context", head=Message("参考", "for reference"), width=44, locked=True),
        Column(key=RECORD, head=Message("勿改", "do not edit"), width=10, hidden=True, locked=True),
    )


def recorded_of(text: TextOf) -> dict[str, str]:
    """What of a text goes into its record."""
    return {one.language: one.words for one in text.wordings}


def files_of(deck: Deck) -> Iterator[str]:
    """The files that have texts, in the order in which people read them."""
    yield BRIEFING
    for theme in deck.themes:
        yield f"{theme.id}/{THEME}"
        yield from map(slide_file, theme.slides)
    yield from (FACTS, GLOSSARY, QUESTIONS)


def _texts(deck: Deck, read: Read) -> Iterator[tuple[str, TextOf, Mapping[str, tuple[Room, ...]]]]:
    for file in files_of(deck):
        data = read(file)
        document = opened(file, data) if data is not None else None
        if document is not None:
            slide = deck.slides.get(file.removesuffix(".yaml"))
            known = rooms(slide) if slide is not None else {}
            yield from ((file, text, known) for text in texts_of(document, deck.briefing.languages))


def _row(file: str, text: TextOf, deck: Deck, known: Mapping[str, tuple[Room, ...]]) -> Mapping[str, Value]:
    languages = deck.briefing.languages
    row: dict[str, Value] = {
        "file": file,
        "title": _title(file, deck),
        "where": f"{text.label.zh}\n{text.label.en}",
        RECORD: record((file, text.path), recorded_of(text)),
        "context": "\n".join(_context(text, deck)),
    }
    shared = text.get(PLAIN)
    for tag in languages:
        found = shared if shared is not None and tag == languages[0] else text.get(tag)
        now = found.words if found is not None else ""
        row[tag] = now if len(now) <= LONGEST_CELL else ""
        most = limit(text.path, tag, known, now)
        row[f"limit.{tag}"] = None if most is None else Decimal(most)
    missing = [tag for tag in languages if text.get(tag) is None]
    if any(len(one.words) > LONGEST_CELL for one in text.wordings):
        row["state"] = TOO_LONG
    elif shared is not None:
        row["state"] = SAME if len(languages) > 1 else None
    elif missing:
        row["state"] = "缺 missing: " + ", ".join(missing)
    return row


def _title(file: str, deck: Deck) -> str:
    """Of the slide or the theme that the file is of."""
    slide = deck.slides.get(file.removesuffix(".yaml"))
    if slide is not None:
        return slide.title.pick(deck.briefing.languages[0], deck.briefing.languages)[1]
    theme = deck.theme(file.removesuffix(f"/{THEME}"))
    return theme.title.pick(deck.briefing.languages[0], deck.briefing.languages)[1] if theme else ""


def _context(text: TextOf, deck: Deck) -> Iterator[str]:
    """The figures that a text refers to as they are shown, and the names of the glossary in it."""
    languages = deck.briefing.languages
    strings = [one.words for one in text.wordings]
    found = dict.fromkeys(words[one.start : one.end] for words in strings for one in references(words))
    for reference in found:
        shown = (resolve(plain(reference), deck.facts, (tag,), languages)[0].plain for tag in languages)
        yield f"{reference} = {' | '.join(shown)}"
    said = tuple((one.language or languages[0], one.words) for one in text.wordings)
    terms = named(said, deck.glossary)[:MOST_TERMS]
    yield from (_term(term, languages) for term in terms)


def _term(term: Term, languages: tuple[str, ...]) -> str:
    return " = ".join(term.name.pick(tag, languages)[1] for tag in languages)
