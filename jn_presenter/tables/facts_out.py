"""The facts of a deck as a workbook."""

from collections.abc import Mapping

from jn_presenter.draw.numbers import figure
from jn_presenter.draw.provenance import slide_facts
from jn_presenter.edit.document import Document
from jn_presenter.model.deck import Deck
from jn_presenter.model.fact import Facts
from jn_presenter.model.text import Message
from jn_presenter.tables.choices import Choices, choices_of
from jn_presenter.tables.fact_values import ORDER, TEXTS, facts_in, in_a_file, said_of
from jn_presenter.tables.form import RECORD, Book, Column, Sheet, Value, plain, record
from jn_presenter.tables.names import GENERAL, how_on, language_name
from jn_presenter.tables.writing import written

SHEET = "数据 Facts"
SPARE = 200
"""Empty rows for new facts that have lists to choose from."""
MOST_LISTED = 12
DATE_HELP = Message(
    "写成 2021、2021-06 或 2021-06-04；原文没有日期就空着。", "2021, 2021-06 or 2021-06-04; empty for none."
)
ABOUT = (
    Message("数据表：怎么改", "The facts: how to edit them"),
    Message(
        "1. 在“数据 Facts”那张表里改白色的格子。灰色的格子只供查看，改了也不会读。",
        "1. On the sheet “数据 Facts”, edit the white cells. Grey ones are for you to see; they are not read.",
    ),
    Message(
        "2. 数值只写数字，如 1000；单位从列表里选。“现在显示为”一列是屏幕上的样子。",
        "2. Write figures in digits alone, as in 1000, and choose the unit from its list. “Shown as” is how the "
        "screen shows it now.",
    ),
    Message(
        "3. 性质分清“已经达到”和“目标”：目标绝不会显示为已经达到。目标写“期限”，已经达到的写“统计日期”；"
        "原文没有日期就空着，不要猜。",
        "3. Tell what is achieved from what is a target: a target is never shown as reached. Targets have a due date, "
        "what is achieved a date of record; leave both empty where the source has none.",
    ),
    Message(
        "4. 新增数据：写在最后一行下面，代号用小写字母、数字和 -，如 green-2024。删去一行不会删除数据。",
        "4. To add a fact, write it below the last row; its id has small letters, digits and -, as in green-2024. To "
        "delete a row deletes no fact.",
    ),
    *GENERAL,
    how_on("facts"),
)


def exported_facts(deck: Deck, document: Document) -> bytes:
    """The workbook. document: the deck's facts.yaml."""
    choices = choices_of(deck.facts)
    languages = deck.briefing.languages
    rows, fixed = [], set()
    shown = _shown_by(deck)
    for k, (name, (_, fact)) in enumerate(facts_in(document).items()):
        said = said_of(fact, languages)
        rows.append(_row(name, said, deck.facts, languages, choices) | {"slides": _listed(shown.get(name, ()))})
        fixed.add((k, "id"))
        if in_a_file(fact):
            fixed.add((k, "value"))
    sheet = Sheet(
        name=SHEET,
        columns=fact_columns(languages),
        rows=tuple(rows),
        fixed=frozenset(fixed),
        spare=SPARE,
    )
    lists = {column: tuple(words.values()) for column, words in choices.items() if words}
    return written(Book(about=ABOUT, sheet=sheet, choices=lists))


def fact_columns(languages: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns of the table."""
    return (
        Column(key="id", head=Message("代号", "id"), width=22, help=ID_HELP),
        *(_text("label", tag, Message("名称", "name"), 34) for tag in languages),
        Column(key="value", head=Message("数值", "figure"), width=10, text=False, help=VALUE_HELP),
        Column(key="unit", head=Message("单位", "unit"), width=18, choices="unit"),
        Column(key="shown", head=Message("现在显示为", "shown as"), width=22, locked=True),
        Column(key="kind", head=Message("性质", "kind"), width=18, choices="kind"),
        Column(key="as_of", head=Message("统计日期", "date of record"), width=12, help=DATE_HELP),
        Column(key="due", head=Message("期限", "due"), width=12, help=DATE_HELP),
        Column(key="op", head=Message("数字的意思", "how it is meant"), width=16, choices="op"),
        Column(key="word", head=Message("“超过”的说法", "word for “over”"), width=13, help=WORD_HELP),
        Column(key="period", head=Message("规划年份", "years"), width=12),
        *(_text("scope", tag, Message("范围", "scope"), 16) for tag in languages),
        Column(key="source", head=Message("来源", "source"), width=20, choices="source"),
        Column(key="note", head=Message("备注（不显示）", "note (not shown)"), width=30),
        Column(key="slides", head=Message("用在哪些页", "on these slides"), width=30, locked=True),
        Column(key=RECORD, head=Message("勿改", "do not edit"), width=10, hidden=True, locked=True),
    )


ID_HELP = Message(
    "已有的代号不要改；新数据用小写字母、数字和 -。", "Keep ids as they are; new ones: small letters, digits, -."
)
VALUE_HELP = Message("只写数字，如 1000 或 36.5。", "Digits alone, as in 1000 or 36.5.")
WORD_HELP = Message(
    "突破、超过写在数字前；余、多写在数字后。不是“超过”就空着。", "突破 or 超过 before the number, 余 or 多 after it."
)


def _text(key: str, tag: str, head: Message, width: float) -> Column:
    name = language_name(tag)
    return Column(key=f"{key}.{tag}", head=Message(f"{head.zh}（{name.zh}）", f"{head.en} ({tag})"), width=width)


def recorded_of(said: Mapping[str, str], languages: tuple[str, ...]) -> dict[str, str]:
    """What of a fact goes into its record: every column that can be edited, the empty ones too."""
    keys = [key for key in ORDER if key not in ("id", *TEXTS)]
    keys += [f"{key}.{tag}" for key in TEXTS for tag in languages]
    return {key: said.get(key, "") for key in keys}


def _row(
    name: str,
    said: Mapping[str, str],
    facts: Facts,
    languages: tuple[str, ...],
    choices: Mapping[str, Choices],
) -> dict[str, Value]:
    fact = facts.get(name)
    kept = recorded_of(said, languages)
    row: dict[str, Value] = {"id": name}
    for key, words in said.items():
        row[key] = choices[key].get(words, words) if key in choices else words
    if fact is not None and fact.value is not None:
        row["value"] = fact.value
        kept["value"] = plain(fact.value)
        row["shown"] = "\n".join(figure(fact, facts, tag) for tag in languages)
    return row | {RECORD: record((name,), kept)}


def _shown_by(deck: Deck) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in deck.order:
        if (slide := deck.slides.get(name)) is not None:
            for fact in slide_facts(slide, deck.facts):
                found[fact] = (*found.get(fact, ()), name)
    return found


def _listed(slides: tuple[str, ...]) -> str:
    more = len(slides) - MOST_LISTED
    return "\n".join(slides[:MOST_LISTED]) + (f"\n+{more}" if more > 0 else "")
