"""What the commands print, for the blocks of docs/editing.md: each is run, in a folder that is gone afterwards."""

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import partial
from io import StringIO
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]
from pptx import Presentation
from python_calamine import CalamineWorkbook

from jn_presenter.cli import main
from jn_presenter.paths import shipped_slides
from scripts.editing.lessons import DECK, FIGURE, OTHER_FIGURE, POWERPOINT, SLIDE, TRAPS

Value = float | str
NUMBERS: tuple[Value, Value] = (float(FIGURE), float(OTHER_FIGURE))
TRANSLATION: tuple[Value, Value] = ("Four strengths, as we see them", "Our four strengths")
WORKBOOK = {"zh": "表.xlsx", "en": "table.xlsx"}
FOLDER = {"zh": "我的汇报", "en": "my-deck"}
LOCALE = {"zh": "zh_CN.UTF-8", "en": "en_GB.UTF-8"}
TITLE_AND_CONTENT = 1
"""Of the layouts that a new PowerPoint file has."""
TERMINAL = {"COLUMNS": "110", "NO_COLOR": "1", "FORCE_COLOR": ""}
"""As wide as a page shows it, whatever the terminal is in which the script runs."""
BLOCK = re.compile(r"(?P<begin><!-- printed: (?P<name>[a-z-]+) -->\n)(?P<text>.*?)(?P<end><!-- end -->\n)", re.DOTALL)
"""A block of the documents: what stands between both lines is the program's."""


def refreshed(text: str, language: str) -> str:
    """The text of a document with its blocks as the program has them now."""
    return BLOCK.sub(lambda block: block["begin"] + fenced(PRINTED[block["name"]](language)) + block["end"], text)


def fenced(printed: str) -> str:
    """As Markdown shows what a program prints."""
    return f"```text\n{printed.rstrip()}\n```\n"


def trap(name: str, language: str) -> str:
    """What `check` prints of a briefing with that mistake."""
    right, wrong = TRAPS[name]
    with deck(language, {SLIDE: DECK[SLIDE].replace(right, wrong, 1)}):
        return run(language, "check", FOLDER[language])


def all_well(language: str) -> str:
    """What `check` prints where nothing is wrong."""
    with deck(language):
        return run(language, "check", FOLDER[language])


def new_slide(language: str) -> str:
    """What `new slide` prints."""
    title = {"zh": "机器人产业", "en": "Robots"}[language]
    options = ("--deck", FOLDER[language], "--layout", "points", "--title", title)
    with deck(language):
        return run(language, "new", "slide", "park/robots", *options)


def import_pptx(language: str) -> str:
    """What `import` prints of a PowerPoint file with points and notes."""
    name = {"zh": "近况", "en": "news"}[language]
    with deck(language):
        powerpoint(Path(f"{name}.pptx"), language)
        return run(language, "import", f"{name}.pptx", "-o", name)


def powerpoint(file: Path, language: str) -> None:
    """Save two slides as PowerPoint would."""
    shown = Presentation()
    for title, points in POWERPOINT[language]:
        slide = shown.slides.add_slide(shown.slide_layouts[TITLE_AND_CONTENT])
        heading, body = slide.placeholders
        heading.text_frame.text, body.text_frame.text = title, points
    slide.notes_slide.notes_text_frame.text = title
    shown.save(str(file))


def facts_out(language: str) -> str:
    """What `facts -o` prints."""
    with briefing(language):
        return run(language, "facts", FOLDER[language], "-o", WORKBOOK[language])


def facts_back(language: str) -> str:
    """What `facts --from` prints of a workbook in which a figure was changed."""
    with briefing(language):
        return _back(language, "facts", NUMBERS)


def texts_back(language: str) -> str:
    """What `texts --from` prints of a workbook in which a translation was changed."""
    with briefing(language):
        return _back(language, "texts", TRANSLATION)


def _back(language: str, what: str, words: tuple[Value, Value]) -> str:
    file = WORKBOOK[language]
    run(language, what, FOLDER[language], "-o", file)
    retype(Path(file), *words)
    return run(language, what, FOLDER[language], "--from", file)


def retype(file: Path, before: Value, after: Value) -> None:
    """Save the workbook again as an office program does, with another value in the cells that have `before`."""
    book = CalamineWorkbook.from_path(file)
    pages = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    with xlsxwriter.Workbook(file, {"strings_to_urls": False, "strings_to_formulas": False}) as written:
        for name, rows in pages.items():
            page = written.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, value in enumerate(cells):
                    if value != "":
                        page.write(row, column, after if value == before else value)


PRINTED: dict[str, Callable[[str], str]] = {
    **{name: partial(trap, name) for name in TRAPS},
    "all-well": all_well,
    "facts-out": facts_out,
    "facts-back": facts_back,
    "texts-back": texts_back,
    "new-slide": new_slide,
    "import": import_pptx,
}


@contextmanager
def briefing(language: str) -> Iterator[None]:
    """The current folder has a copy of the shipped briefing."""
    with deck(language, {}):
        shutil.rmtree(FOLDER[language])
        shutil.copytree(shipped_slides(), FOLDER[language])
        yield


@contextmanager
def deck(language: str, files: dict[str, str] | None = None) -> Iterator[None]:
    """The current folder has a briefing of one slide, with these files instead of its own."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as place:
        for name, text in (DECK | (files or {})).items():
            file = Path(place, FOLDER[language], name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        os.chdir(place)
        try:
            yield
        finally:
            os.chdir(before)


def run(language: str, *arguments: str) -> str:
    """What a command prints in that language, the current folder's own path left out as a terminal there has it."""
    terminal = TERMINAL | {"LC_ALL": LOCALE[language]}
    before = {name: os.environ.get(name) for name in terminal}
    out = StringIO()
    os.environ.update(terminal)
    try:
        with redirect_stdout(out), redirect_stderr(out):
            main(arguments)
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
    return out.getvalue().replace(f"{Path.cwd()}{os.sep}", "")
