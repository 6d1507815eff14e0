"""What the list of visits says: a line for each, and at length the one that is chosen. Values from files and deck."""

from collections.abc import Iterator

from msgspec import Struct

from jn_presenter.model.deck import Deck
from jn_presenter.model.marks import Run
from jn_presenter.model.problem import Problem
from jn_presenter.model.text import PLAIN, Message, Text
from jn_presenter.model.visit import INTERPRETATIONS, Person, Visit
from jn_presenter.qt.windows import words
from jn_presenter.qt.windows.console.look import BODY_PX, CAPTION_PX, TITLE_PX, Look
from jn_presenter.qt.windows.console.prose import Paragraph
from jn_presenter.qt.windows.console.report import Tone, said, slide_title
from jn_presenter.show.visits import WHEN, Listed, When, when

NO_VISIT = Message("不指定团组", "No visit")
AS_IT_IS = Message("按汇报原样放映", "The briefing as it was written")
BROKEN = Message("读不出来", "cannot be read")
FOR_MINUTES = Message("{m} 分钟", "{m} min")
BY = Message("{end} 前结束", "until {end}")
PROBLEMS = Message("{n} 处要看一眼", "{n} to look at")
LEADER, GUESTS, HOST = Message("团长", "Leader"), Message("来宾", "Guests"), Message("接待", "Host")
THEMES, STRESS = Message("专题", "Themes"), Message("一定要讲", "In any case")
HIDE, QUESTIONS = Message("不讲", "Left out"), Message("可能会问", "May be asked")
TIME, LANGUAGES, NOTES = Message("时间", "Time"), Message("观众看", "Audience reads"), Message("讲稿", "Notes")
ALL_THEMES = Message("全部", "all of them")
NO_DATE = Message("没有写日期", "no date")
PAST = Message("这一天已经过去", "that day is over")
WITHOUT = Message("没有{language}名称：观众看到的是上面的", "no name in {language}: the one above is shown")
LINE = Message("第 {n} 行：{what}", "line {n}: {what}")
NONE = Message("还没有团组的文件。按 N 新建一个", "There are no files of visits yet. Press N to make one")


class Line(Struct, frozen=True, kw_only=True):
    """A line of the list. id: empty for none of the visits. heading: what it and those below it have in common."""

    id: str
    name: str
    about: str
    tone: Tone = "ink"
    heading: str = ""
    present: bool = False
    """Whether the show is made out for it."""


def lines(visits: tuple[Listed, ...], today: str, present: str, deck: Deck, language: str) -> tuple[Line, ...]:
    """One for no visit, then the visits as they are arranged. present: the id of the one that is shown."""
    none = Line(id="", name=NO_VISIT.in_language(language), about=AS_IT_IS.in_language(language), present=not present)
    made, last = [none], ""
    for one in visits:
        kind: When = when(one.date, today)
        made.append(_line(one, deck, language, heading=kind if kind != last else "", present=one.id == present))
        last = kind
    return tuple(made)


def _line(one: Listed, deck: Deck, language: str, *, heading: str, present: bool) -> Line:
    head = WHEN[heading].in_language(language) if heading in WHEN else ""
    visit = one.visit
    if visit is None:
        why = one.problems[0].message.in_language(language) if one.problems else ""
        about = f"{BROKEN.in_language(language)} · {why}" if why else BROKEN.in_language(language)
        return Line(id=one.id, name=one.id, about=about, tone="red", heading=head)
    parts = [visit.date or NO_DATE.in_language(language), time_of(visit, language), languages_of(visit.languages)]
    if one.problems:
        parts.append(PROBLEMS.in_language(language).format(n=len(one.problems)))
    return Line(
        id=one.id,
        name=said(deck, visit.delegation, language),
        about=" · ".join(filter(None, parts)),
        tone="amber" if one.problems else "ink",
        heading=head,
        present=present,
    )


def time_of(visit: Visit, language: str) -> str:
    """How long there is; empty where the visit leaves that to the briefing."""
    if visit.until is not None:
        return BY.in_language(language).format(end=visit.until)
    return "" if visit.minutes is None else FOR_MINUTES.in_language(language).format(m=f"{visit.minutes.normalize():f}")


def languages_of(tags: tuple[str, ...]) -> str:
    """Languages as their readers call them."""
    return " + ".join(map(words.language_name, tags))


def at_length(one: Listed | None, deck: Deck, look: Look, language: str, today: str) -> tuple[Paragraph, ...]:
    """Everything of the visit: names in every language and large enough that a wrong one is seen."""
    if one is None:
        return (Paragraph((look.run(AS_IT_IS.in_language(language), TITLE_PX),), language),)
    return tuple(_at_length(one, deck, look, language, today))


def note(told: str, look: Look, language: str) -> tuple[Paragraph, ...]:
    """In place of a visit, why there is none."""
    return (Paragraph((look.run(told, BODY_PX, "quiet"),), language),)


def _at_length(one: Listed, deck: Deck, look: Look, language: str, today: str) -> Iterator[Paragraph]:
    visit, gap = one.visit, 1.5 * look.unit
    if visit is None:
        yield Paragraph((look.run(one.id, TITLE_PX, bold=True),), language)
    else:
        yield from _names(visit.delegation, TITLE_PX, look)
        lacking = [tag for tag in visit.languages or deck.briefing.languages if not _has(visit.delegation, tag)]
        for tag in lacking:
            told = WITHOUT.in_language(language).format(language=words.language_name(tag))
            yield Paragraph((look.run(told, CAPTION_PX, "amber"),), language)
    for problem in one.problems:
        yield Paragraph(_problem(problem, look, language, "amber" if visit else "red"), language, gap)
    if visit is None:
        return
    date = [look.run(visit.date or NO_DATE.in_language(language), BODY_PX)]
    if when(visit.date, today) == "past":
        date.append(look.run(f"  {PAST.in_language(language)}", CAPTION_PX, "amber"))
    yield Paragraph((*date, *_more(visit, look, language)), language, gap)
    people = ((LEADER, (visit.leader,)), (GUESTS, visit.guests), (HOST, (visit.host,)))
    for label, several in people:
        there = tuple(person for person in several if person is not None)
        for k, person in enumerate(there):
            yield from _person(person, label.in_language(language) if not k else "", look, language, gap)
    yield from _lists(visit, deck, look, language, gap)


def _more(visit: Visit, look: Look, language: str) -> Iterator[Run]:
    """Time, interpreting and languages, behind the day."""
    zh, en = INTERPRETATIONS[visit.interpreting]
    notes = languages_of(visit.notes_languages)
    parts = (
        time_of(visit, language),
        Message(zh, en).in_language(language) if visit.interpreting != "none" else "",
        languages_of(visit.languages),
        f"{NOTES.in_language(language)} {notes}" if notes else "",
    )
    for part in filter(None, parts):
        yield look.run(f" · {part}", BODY_PX)


def _names(text: Text, size: float, look: Look, gap: float = 0.0) -> Iterator[Paragraph]:
    """Every variant as it was typed, with its language."""
    for tag, name in text.variants:
        tagged = (look.run(f"   {words.language_name(tag)}", CAPTION_PX, "quiet"),) if tag != PLAIN else ()
        yield Paragraph((look.run(name, size, bold=True), *tagged), tag or "zh", gap)
        gap = 0.0


def _person(person: Person, label: str, look: Look, language: str, gap: float) -> Iterator[Paragraph]:
    if label:
        yield Paragraph((look.run(label, CAPTION_PX, "quiet"),), language, gap)
    tags = dict.fromkeys(tag for text in (person.name, person.position) if text for tag, _ in text.variants)
    for tag in tags or (PLAIN,):
        name, position = _in(person.name, tag), _in(person.position, tag)
        runs = [look.run(name, BODY_PX, bold=True)] if name else []
        if position:
            runs.append(look.run(f"  {position}" if name else position, BODY_PX, "quiet"))
        yield Paragraph(tuple(runs), tag or language)
    if person.contact is not None:
        for tag, contact in person.contact.variants:
            yield Paragraph((look.run(contact, BODY_PX, "quiet"),), tag or language)


def _lists(visit: Visit, deck: Deck, look: Look, language: str, gap: float) -> Iterator[Paragraph]:
    named = {theme.id: said(deck, theme.title, language) for theme in deck.themes}
    themes = " → ".join(named.get(theme, theme) for theme in visit.themes) or ALL_THEMES.in_language(language)
    told: list[tuple[Message, tuple[str, ...]]] = [(THEMES, (themes,))]
    told += [(STRESS, tuple(slide_title(deck, slide, language) for slide in visit.stress))]
    told += [(HIDE, tuple(slide_title(deck, slide, language) for slide in visit.hide))]
    told += [(QUESTIONS, tuple(said(deck, question.ask, language) for question in visit.questions))]
    for label, several in told:
        if several:
            yield Paragraph((look.run(label.in_language(language), CAPTION_PX, "quiet"),), language, gap)
        for one in several:
            yield Paragraph((look.run(one, BODY_PX),), language)


def _problem(problem: Problem, look: Look, language: str, tone: Tone) -> tuple[Run, ...]:
    what = problem.message.in_language(language)
    told = LINE.in_language(language).format(n=problem.line, what=what) if problem.line else what
    hint = problem.hint.in_language(language)
    return (
        look.run(told, CAPTION_PX, tone),
        *((look.run(f" → {hint}", CAPTION_PX, "quiet"),) if hint else ()),
    )


def _has(text: Text, tag: str) -> bool:
    return text.pick(tag)[0] in (tag, tag.partition("-")[0], PLAIN)


def _in(text: Text | None, tag: str) -> str:
    found = dict(text.variants if text else ())
    return found.get(tag, found.get(PLAIN, ""))
