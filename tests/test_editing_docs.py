"""docs/editing.md in both languages: blocks say what the program prints, pictures and links lead somewhere."""

import re
import tempfile
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QColor

from scripts.editing.desk import desk
from scripts.editing.marking import MARK
from scripts.editing.pictures import PICTURES
from scripts.editing.printed import BLOCK, PRINTED, refreshed
from scripts.make_editing import DOCUMENTS, folder_of

MOST_BYTES = 130_000
WIDEST = 1300
SOON_S = 0.1
"""How long the editor gets to paint: that it can be done is all that is asked here."""
PICTURE = re.compile(r"!\[[^]]+\]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^]]+\]\(([^)#]*)(?:#([^)]+))?\)")
LANGUAGES = sorted(DOCUMENTS)


def written(language: str) -> str:
    return DOCUMENTS[language].read_text(encoding="utf-8")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", LANGUAGES)
def test_its_blocks_say_what_the_program_prints(language: str) -> None:
    assert refreshed(written(language), language) == written(language), "run: python -m scripts.make_editing blocks"


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_printed_for_it_is_in_it_once(language: str) -> None:
    assert sorted(block["name"] for block in BLOCK.finditer(written(language))) == sorted(PRINTED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_shows_the_pictures_that_are_made_for_it_and_no_others(language: str) -> None:
    folder = folder_of(language)
    shown = sorted(DOCUMENTS[language].parent / name for name in PICTURE.findall(written(language)))
    assert shown == sorted(folder / f"{name}.png" for name in PICTURES)
    assert shown == sorted(folder.iterdir())
    for file in shown:
        assert file.stat().st_size < MOST_BYTES
        with Image.open(file) as picture:
            assert picture.width <= WIDEST


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_links_lead_somewhere(language: str) -> None:
    text, home = written(language), DOCUMENTS[language].parent
    headings = {_anchor(heading) for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
    links = LINK.findall(text)
    assert links
    for file, heading in links:
        assert not file or (home / file).is_file(), file
        assert not heading or heading in headings, heading


def test_both_languages_have_the_same_sections_pictures_and_blocks() -> None:
    chinese, english = (
        re.findall(r"^(#+) |editing-\w\w/([\w-]+)\.png|printed: ([\w-]+) ", written(language), re.MULTILINE)
        for language in ("zh", "en")
    )
    assert chinese == english


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readme_leads_to_it(name: str) -> None:
    assert f"docs/{name.replace('README', 'editing')}" in Path(DOCUMENTS["en"].parents[1], name).read_text("utf-8")


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise", extend=True)
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", list(PICTURES))
def test_the_script_still_makes_each_picture_with_a_mark_in_it(name: str) -> None:
    with desk("zh", SOON_S) as at:
        image = PICTURES[name](at)
    assert image.width() <= WIDEST
    with Image.open(folder_of("zh") / f"{name}.png") as picture:
        assert abs(picture.width - image.width()) < 100
    mark, line = QColor(MARK).rgb(), range(image.width())
    assert any(image.pixel(x, y) == mark for y in range(image.height()) for x in line)


def test_nothing_of_the_machine_is_in_a_block() -> None:
    for language in LANGUAGES:
        for block in BLOCK.finditer(written(language)):
            assert str(Path.home()) not in block["text"]
            assert tempfile.gettempdir() not in block["text"]


def _anchor(heading: str) -> str:
    """What GitHub makes of a heading."""
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")
