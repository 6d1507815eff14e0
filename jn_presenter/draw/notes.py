"""Notes that follow the steps: `[click]` in their words begins what is said with the next step."""

import re
from collections.abc import Iterator

from msgspec import Struct, structs

from jn_presenter.draw.resolve import Piece, Wording, resolve
from jn_presenter.model.fact import Facts
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text

MARKER = "[click]"
"""As in Slidev. On a line of its own, or in a line."""
NOTES_STEPS = "notes-steps"
NOTES_MARKER = "notes-marker"
_BRACKETED = re.compile(r"[\[［【〔]([^\[\]［］【】〔〕\n]{1,16})[\]］】〕]")
_NO_LETTER = re.compile(r"[\W\d_]+")
_CHINESE = frozenset({"点击", "單擊", "单击", "點擊", "点一下", "點一下", "按一下", "下一步"})
_ALIKE = 0.82
"""How much a word has to be like `click` (difflib's ratio): clik and clicks are, clock and flick are not."""


class _Count(Struct, frozen=True):
    language: str
    markers: int


def parts(words: str) -> tuple[str, ...]:
    """What is said with step 0, 1, …: the words between the markers.

    Joined they are the words as a whole. Of the blanks around a marker those on one side stay, at the end of the part
    before it: the ones with more line feeds, or else the longer ones.
    """
    first, *others = words.split(MARKER)
    found = [first]
    for other in others:
        before, after = found[-1].rstrip(), other.lstrip()
        blanks = (found[-1][len(before) :], other[: len(other) - len(after)])
        found[-1] = before + max(blanks, key=lambda blank: (blank.count("\n"), len(blank)))
        found.append(after)
    return tuple(found)


def unmarked(notes: Text) -> Text:
    """The notes as a whole, as whoever does not follow the steps reads them."""
    return Text(tuple((language, "".join(parts(words))) for language, words in notes.variants))


def by_step(
    notes: Text, facts: Facts, languages: tuple[str, ...], fallbacks: tuple[str, ...] = ()
) -> tuple[tuple[Wording, ...], ...]:
    """The parts of the notes in each language, languages and findings as by `resolve`; the first part has the findings.

    Blanks next to a marker are left out. Notes without a marker are one part.
    """
    tidy = Text(
        tuple((language, MARKER.join(part.strip() for part in parts(words))) for language, words in notes.variants)
        if any(MARKER in words for _, words in notes.variants)
        else notes.variants
    )
    return tuple(_cut(wording) for wording in resolve(tidy, facts, languages, fallbacks))


def present(said: tuple[Wording, ...], step: int) -> int | None:
    """Which part is being said at a step: the one that came with it or, where that has no words, the last before it.

    None where there are no words yet.
    """
    return next((k for k in reversed(range(len(said[: step + 1]))) if said[k].plain.strip()), None)


def slips(notes: Text, steps: int) -> Iterator[Finding]:
    """What is wrong with the markers of a slide with so many steps; a finding's path is the language.

    What looks like a marker is counted as one: written right it will be.
    """
    counts = []
    for language, words in notes.variants:
        alike = tuple(_alike(words))
        counts.append(_Count(language, words.count(MARKER) + len(alike)))
        for typed in dict.fromkeys(alike):
            yield structs.replace(_not_the_marker(typed), path=language)
    for count in counts:
        if count.markers > steps:
            yield structs.replace(_too_many(count.markers, steps), path=count.language)
    most = max((count.markers for count in counts), default=0)
    for count in counts:
        if count.markers < most:
            yield structs.replace(_uneven(counts, count, most), path=count.language)


def _cut(wording: Wording) -> tuple[Wording, ...]:
    """A figure is never cut, whatever a fact's label says."""
    found: list[list[Piece]] = [[]]
    for piece in wording.pieces:
        for k, text in enumerate((piece.text,) if piece.fact else piece.text.split(MARKER)):
            if k:
                found.append([])
            if text:
                found[-1].append(structs.replace(piece, text=text))
    return tuple(
        structs.replace(wording, pieces=tuple(pieces), findings=() if k else wording.findings)
        for k, pieces in enumerate(found)
    )


def _alike(words: str) -> Iterator[str]:
    """What looks like a marker and is none, as typed."""
    for match in _BRACKETED.finditer(words):
        if match[0] != MARKER and _means_click(match[1]):
            yield match[0]


def _means_click(typed: str) -> bool:
    from difflib import SequenceMatcher  # only notes with brackets pay for them
    from unicodedata import normalize

    word = _NO_LETTER.sub("", normalize("NFKC", typed).casefold())
    return word in _CHINESE or SequenceMatcher(None, word, "click").ratio() >= _ALIKE


def _not_the_marker(typed: str) -> Finding:
    return Finding(
        code=NOTES_MARKER,
        message=Message(
            f"备注里的 {typed} 不是分步标记，会当作文字显示",
            f"{typed} in the notes marks no step and is shown as words",
        ),
        hint=Message(f"是否想写 {MARKER}？每一步一个", f"did you mean {MARKER}? One for each step"),
    )


def _too_many(markers: int, steps: int) -> Finding:
    more = markers - steps
    there = f"{steps} step{'' if steps == 1 else 's'}" if steps else "no steps"
    return Finding(
        code=NOTES_STEPS,
        severity="warning",
        message=Message(
            f"备注里有 {markers} 个 {MARKER}，而本页" + (f"只有 {steps} 步" if steps else "没有分步"),
            f"the notes have {markers} {MARKER}, and the slide has {there}",
        ),
        hint=Message(
            f"删去 {more} 个 {MARKER}，或在 steps 里补 {more} 步",
            f"take {more} {MARKER} out, or add {more} to steps",
        ),
    )


def _uneven(counts: list[_Count], count: _Count, most: int) -> Finding:
    language, less = count.language, most - count.markers
    return Finding(
        code=NOTES_STEPS,
        severity="warning",
        message=Message(
            f"各语言备注里的 {MARKER} 不一样多：" + "，".join(f"{one.language} {one.markers} 个" for one in counts),
            f"the languages’ notes differ in {MARKER}: " + ", ".join(f"{one.language} {one.markers}" for one in counts),
        ),
        hint=Message(f"在 {language} 里再写 {less} 个 {MARKER}", f"write {less} more {MARKER} in {language}"),
    )
