"""All files of a deck made of what was found, as bytes by their paths, and which slide of the file each came from."""

import re
from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from jn_presenter.model.counting import counted
from jn_presenter.model.text import Message
from jn_presenter.moving_in.composing import Speaker, composed
from jn_presenter.moving_in.form import Value, document
from jn_presenter.moving_in.found import Found, Part, Sheet, language_of
from jn_presenter.moving_in.naming import slug, unlike

Degrees = Mapping[int, int]
"""How finely the content of a slide of the file is divided, by its number; 0 where it is not named."""
OPENING, CONTENT = "opening", "content"
STYLES = ("night", "day")
HIDDEN = "原来隐藏的页；要放映就加进 slides · hidden before; to show them, add them to slides"
FROM = Message("由 {file} 第 {number} 页导入", "imported from slide {number} of {file}")

Left = tuple[int, str, tuple[Message, ...]]
MANY = 3
"""What more slides than these lack is told once, of the whole file."""


class Decked(Struct, frozen=True):
    """The files, the slide of the file that each slide comes from, and what is not carried over."""

    files: dict[str, bytes]
    origin: dict[str, int]
    """Number in the file by the slide's id."""
    left: tuple[Left, ...]
    """(number, title, what) of each slide that has any; number 0 is the whole file."""
    hidden: tuple[str, ...] = ()


def decked(found: Found, name: str, degrees: Degrees) -> Decked:
    """The deck. name: of the file, for comments and where it has no title of its own."""
    language = language_of(found)
    say = Speaker(language)
    stem = name.rpartition(".")[0] or name
    files: dict[str, bytes] = {}
    origin: dict[str, int] = {}
    left: list[Left] = []
    hidden: list[str] = []
    themes: dict[str, str] = {}
    show_all = all(sheet.hidden for part in found.parts for sheet in part.sheets)
    numbers = [sheet.number for part in found.parts for sheet in part.sheets]
    title = found.title or _first_title(found) or stem
    for k, part in enumerate(found.parts):
        called = part.title or (title if len(found.parts) == 1 else "")
        theme = _theme_name(part, k, themes, alone=len(found.parts) == 1)
        themes[theme] = called.replace("==", "") or {"zh": "开篇", "en": "Opening"}[language]
        listed: list[str] = []
        aside: list[str] = []
        for sheet in part.sheets:
            degree = degrees.get(sheet.number, 0)
            names, more = _slides(sheet, language, degree, theme, [*listed, *aside], first=sheet.number == numbers[0])
            for one, (content, beside) in names.items():
                slide = f"{theme}/{one}"
                head: dict[str, Value] = {"#1": _told(FROM, name, sheet.number)}
                files[f"{slide}.yaml"] = document({**head, **content})
                files |= dict(beside)
                origin[slide] = sheet.number
            (aside if sheet.hidden and not show_all else listed).extend(names)
            if sheet.left or more:
                left.append((sheet.number, sheet.title, (*sheet.left, *more)))
        files[f"{theme}/theme.yaml"] = document(_theme(themes[theme], listed, aside, say))
        hidden += (f"{theme}/{one}" for one in aside)
    title = title.replace("==", "")
    files["briefing.yaml"] = document(
        {
            "title": say(title),
            "languages": [language],
            "styles": list(STYLES),
            "transition": "fade",
            "themes": list(themes),
        }
    )
    if terms := _names_with_digits([title, *themes.values()], language):
        files["glossary.yaml"] = document(terms)
    return Decked(files, origin, _gathered(found.left, left), tuple(hidden))


def _gathered(whole: tuple[Message, ...], left: list[Left]) -> tuple[Left, ...]:
    """What is lacked, of the whole file first; with it what many slides lack alike."""
    count = Counter(one for _, _, several in left for one in several)
    common = {one: times for one, times in count.items() if times > MANY}
    told = (
        Message(f"{one.zh}（{times} 页）", f"{one.en} ({counted(times, 'slide')})") for one, times in common.items()
    )
    others = ((number, title, tuple(one for one in several if one not in common)) for number, title, several in left)
    first = (*whole, *told)
    return (*(((0, "", first),) if first else ()), *(one for one in others if one[2]))


def _slides(
    sheet: Sheet, language: str, degree: int, theme: str, taken: list[str], *, first: bool
) -> tuple[dict[str, tuple[dict[str, Value], tuple[tuple[str, bytes], ...]]], tuple[Message, ...]]:
    """The slides made of a sheet by their names, with the files beside them, and what had no room."""
    base = slug(sheet.title, taken)
    made = composed(sheet, language, degree, f"{theme}-{base}", first=first)
    names: dict[str, tuple[dict[str, Value], tuple[tuple[str, bytes], ...]]] = {}
    for one in made.slides:
        name = base if not names else unlike(base, [*taken, *names])
        names[name] = (one.page, one.files)
    return names, made.left


def _theme_name(part: Part, place: int, taken: Mapping[str, str], *, alone: bool) -> str:
    otherwise = CONTENT if alone or place else OPENING
    return slug(part.title, taken, otherwise) if part.title else unlike(otherwise, taken)


def _theme(title: str, listed: list[str], aside: list[str], say: Speaker) -> dict[str, Value]:
    page: dict[str, Value] = {"title": say(title), "role": "content", "slides": list(listed)}
    if aside:
        page["#1"] = (
            f"原来隐藏的页；要放映就加进 slides · hidden before; to show them, add them to slides: {', '.join(aside)}"
        )
    return page


def _first_title(found: Found) -> str:
    return next((sheet.title for part in found.parts for sheet in part.sheets if sheet.title), "")


def _names_with_digits(titles: list[str], language: str) -> dict[str, Value]:
    """The titles that have digits, as names: a title's digits are no figures, and theme.yaml has no `plain`."""
    terms: list[Value] = [{language: title} for title in dict.fromkeys(titles) if re.search(r"[0-9]", title)]
    if not terms:
        return {}
    return {"#1": "标题里的数字是名称的一部分 · digits in these titles are part of a name", "terms": terms}


def _told(message: Message, name: str, number: int) -> str:
    shown = "".join(character for character in name if character.isprintable())[:80]
    zh, en = (words.format(file=shown, number=number) for words in (message.zh, message.en))
    return f"{zh} · {en}"
