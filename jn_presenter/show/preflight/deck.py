"""Checks of the deck: its problems, missing files, fonts, what does not fit, and what is not translated."""

from collections.abc import Iterator

from jn_presenter.draw.resolve import FALLBACK, resolve
from jn_presenter.model.deck import Deck
from jn_presenter.model.feed import Snapshots
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.model.text import Message
from jn_presenter.show.preflight.seen import AllSeen
from jn_presenter.show.preflight.values import Check, Item, State, foremost, some

FILES = frozenset({"missing-picture", "bad-picture", "missing-video", "bad-video", "missing-file", "missing-slide"})
"""Codes of problems that are those of a file which is not there, or not what it should be."""

PROBLEMS = Message("文件里的错误", "Mistakes in the files")
MISSING = Message("图片和文件", "Pictures and files")
FONTS = Message("字体和文字", "Fonts and characters")
FIT = Message("排版", "Layout")
TRANSLATED = Message("译文", "Translation")
READING = Message("正在读取 {n} / {total} 页", "Reading {n} of {total}")
LOOKING = Message("正在检查 {n} / {total} 页", "Looking at {n} of {total}")


def problem_checks(deck: Deck, problems: tuple[Problem, ...]) -> Iterator[Check]:
    """Those of slides outside the show are told too, since any may be asked for."""
    files = [problem for problem in problems if problem.code in FILES]
    others = [problem for problem in problems if problem.code not in FILES and problem.severity != "note"]
    if deck.pending:
        total = len(deck.order)
        reading = _filled(READING, total - len(deck.pending), total)
        yield Check(key="problems", group="deck", title=PROBLEMS, state="waiting", said=reading)
        yield Check(key="files", group="deck", title=MISSING, state="waiting", said=reading)
        return
    named = {problem.slide for problem in files}
    lost = [slide for slide in deck.order if slide not in deck.slides and slide not in named]
    yield _problems(deck, others, lost)
    yield Check(
        key="files",
        group="deck",
        title=MISSING,
        state="wrong" if files else "green",
        said=some(
            len(files), "{n} 个文件缺失或损坏", "{n} file is missing or broken", "{n} files are missing or broken"
        )
        if files
        else Message("都在", "All there"),
        todo=Message("把文件放回汇报的文件夹", "Put them back into the folder of the briefing") if files else None,
        items=foremost(tuple(_item(deck, problem) for problem in files)),
    )


def seen_checks(deck: Deck, seen: AllSeen, slides: tuple[str, ...], snapshots: Snapshots) -> Iterator[Check]:
    """What laying out the slides of the show came upon, as far as they have been looked at."""
    total = sum(slide in deck.slides for slide in slides)
    there = {slide: seen[slide] for slide in slides if slide in seen}
    waiting = _filled(LOOKING, len(there), total) if deck.pending or len(there) < total else None
    of_data = [snapshot.finding for snapshot in snapshots.values() if snapshot.finding is not None]
    missing = {slide: one.missing for slide, one in there.items() if one.missing}
    yield _fonts(deck, missing, waiting)
    found = [(slide, path, one) for slide, of in there.items() for path, one in of.findings if one not in of_data]
    yield _fit(deck, [row for row in found if row[2].code != FALLBACK and row[2].severity != "note"], waiting)
    untranslated = tuple(dict.fromkeys(slide for slide, _, finding in found if finding.code == FALLBACK))
    yield _translated(deck, untranslated, tuple(slide for slide, one in there.items() if one.other_notes), waiting)


def slide_name(deck: Deck, slide: str) -> Message:
    """The slide's title in each language of the console; its id where it has none."""
    found = deck.slides.get(slide)
    if found is None:
        return Message(slide, slide)
    zh, en = (resolve(found.title, deck.facts, (tag,), deck.briefing.languages)[0].plain for tag in ("zh", "en"))
    return Message(zh or slide, en or slide)


def on_slide(deck: Deck, slide: str, what: Message | None = None) -> Item:
    """An item about a slide, by its title, with what is to be said of it."""
    name = slide_name(deck, slide)
    said = name if what is None else Message(f"{name.zh}：{what.zh}", f"{name.en}: {what.en}")
    return Item(said, slide if slide in deck.slides else "")


def _problems(deck: Deck, problems: list[Problem], lost: list[str]) -> Check:
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    state: State = "wrong" if errors or lost else "look" if warnings else "green"
    said = Message("没有", "None")
    if lost:
        said = some(len(lost), "{n} 页无法显示", "{n} slide cannot be shown", "{n} slides cannot be shown")
    elif errors:
        said = some(errors, "{n} 个错误", "{n} error", "{n} errors")
    elif warnings:
        said = some(warnings, "{n} 个提醒", "{n} warning", "{n} warnings")
    ranked = sorted(problems, key=lambda problem: (problem.severity != "error", problem.slide not in lost))
    return Check(
        key="problems",
        group="deck",
        title=PROBLEMS,
        state=state,
        said=said,
        todo=None
        if state == "green"
        else Message("改好并保存，这里随即更新", "Mend and save the file; this list follows at once"),
        items=foremost(tuple(_item(deck, problem) for problem in ranked)),
    )


def _fonts(deck: Deck, missing: dict[str, tuple[str, ...]], waiting: Message | None) -> Check:
    characters = dict.fromkeys(character for found in missing.values() for character in found)
    said = waiting or Message("自带字体已载入，每个字都有", "The bundled fonts are loaded and have every character")
    if characters:
        said = some(
            len(characters),
            "自带字体没有 {n} 个字",
            "{n} character is not in the bundled fonts",
            "{n} characters are not in the bundled fonts",
        )
    return Check(
        key="fonts",
        group="deck",
        title=FONTS,
        state="look" if characters else "waiting" if waiting else "green",
        said=said,
        todo=Message(
            "换成常用的字；否则会用别的字体或空框显示", "Use other characters: another font or a box stands in for them"
        )
        if characters
        else None,
        items=foremost(tuple(on_slide(deck, slide, _quoted(found)) for slide, found in missing.items())),
    )


def _fit(deck: Deck, found: list[tuple[str, str, Finding]], waiting: Message | None) -> Check:
    slides = dict.fromkeys(slide for slide, _, _ in found)
    grave = any(finding.severity == "error" for _, _, finding in found)
    said = waiting or Message("在观众的显示器上都放得下", "Everything fits the audience’s screen")
    if found:
        said = some(
            len(slides), "{n} 页有问题", "{n} slide does not look as it should", "{n} slides do not look as they should"
        )
    return Check(
        key="fit",
        group="deck",
        title=FIT,
        state="wrong" if grave else "look" if found else "waiting" if waiting else "green",
        said=said,
        todo=found[0][2].hint if found else None,
        items=foremost(tuple(on_slide(deck, slide, finding.message) for slide, _, finding in found)),
    )


def _translated(deck: Deck, slides: tuple[str, ...], notes: tuple[str, ...], waiting: Message | None) -> Check:
    """Notes in another language are the presenter's own: he may read both."""
    said = waiting or Message("观众看到的都有译文", "All that the audience reads is translated")
    if slides:
        said = some(
            len(slides),
            "{n} 页有未翻译的文字，观众看到的是另一种语言",
            "{n} slide has words in another language",
            "{n} slides have words in another language",
        )
    elif notes and not waiting:
        said = some(
            len(notes),
            "{n} 页的备注是另一种语言",
            "The notes of {n} slide are in another language",
            "The notes of {n} slides are in another language",
        )
    return Check(
        key="translated",
        group="deck",
        title=TRANSLATED,
        state="look" if slides else "waiting" if waiting else "green",
        said=said,
        todo=Message("在这些页的文件里补上译文", "Add the words to the files of these slides") if slides else None,
        items=foremost(tuple(on_slide(deck, slide) for slide in slides)),
    )


def _item(deck: Deck, problem: Problem) -> Item:
    where = f"{problem.file}:{problem.line}"
    what = Message(f"{where} {problem.message.zh}", f"{where} {problem.message.en}")
    return Item(what, problem.slide if problem.slide in deck.slides else "")


def _quoted(characters: tuple[str, ...]) -> Message:
    said = " ".join(f"{character} (U+{ord(character):04X})" for character in characters)
    return Message(said, said)


def _filled(message: Message, n: int, total: int) -> Message:
    return Message(message.zh.format(n=n, total=total), message.en.format(n=n, total=total))
