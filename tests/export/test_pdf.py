"""The PDF as other programs read it: pages, words, bookmarks, fonts, and the same picture as on the screen."""

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from jn_presenter.choices import chosen_style
from jn_presenter.compose import frame
from jn_presenter.export.outline import bookmarks
from jn_presenter.export.pdf import write
from jn_presenter.export.png import write as write_pictures
from jn_presenter.export.progress import untold
from jn_presenter.export.request import Request
from jn_presenter.load import load_deck
from jn_presenter.model.element import Measure
from jn_presenter.model.geometry import WIDE, canvas_for
from jn_presenter.model.marks import TextMark
from jn_presenter.paths import shipped_slides
from jn_presenter.qt.scene.pdf import page_canvas

Asked = Callable[..., Request]
LIMIT_S = 60.0
KANGXI = range(0x2F00, 0x2FE0)
"""Radicals that look like characters, and that a search for these does not find."""


def told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True, timeout=LIMIT_S).stdout.decode()


def exported(request: Request, folder: Path) -> str:
    file = folder / "briefing.pdf"
    file.write_bytes(write(request, untold))
    return str(file)


def read(request: Request) -> Iterator[str]:
    """The text of each page as browsers read it."""
    file = pypdfium2.PdfDocument(write(request, untold))
    try:
        for number in range(len(file)):
            page = file[number]
            words = page.get_textpage()
            yield words.get_text_bounded()
            words.close()
            page.close()
    finally:
        file.close()


@pytest.mark.needs("pdfinfo")
def test_a_pdf_has_a_page_a_slide_and_the_briefing_s_title(asked: Asked, tmp_path: Path) -> None:
    info = told("pdfinfo", exported(asked("a/one", "a/two", "a/three"), tmp_path))
    assert "Pages:           3\n" in info
    assert "Title:           江宁开发区情况介绍\n" in info
    assert "Author" not in info


@pytest.mark.needs("pdfinfo")
@pytest.mark.parametrize(
    ("size", "points"),
    [
        ((1920, 1080), "960 x 540"),
        ((1080, 1920), "540 x 960"),
        ((1440, 1080), "720 x 540"),
        ((3840, 1080), "1920 x 540"),
    ],
    ids=["wide", "tall", "classic", "wall"],
)
def test_a_page_has_the_shape_of_the_screen(asked: Asked, tmp_path: Path, size: tuple[int, int], points: str) -> None:
    info = told("pdfinfo", exported(asked("a/one", size=size), tmp_path))
    assert f"Page size:       {points} pts" in info


def test_pages_of_odd_screens_are_whole_points() -> None:
    odd = page_canvas(canvas_for(1366, 768))
    assert (odd.width / 2, odd.height / 2) == (960.0, 540.0)
    assert page_canvas(WIDE) == WIDE


@pytest.mark.needs("pdftotext")
def test_words_can_be_searched_in_both_languages(asked: Asked, tmp_path: Path) -> None:
    text = told("pdftotext", exported(asked("a/one", languages=("zh", "en")), tmp_path), "-")
    squeezed = "".join(text.split())
    assert "绿化覆盖建成区的47%" in squeezed
    assert "软件信息服务业：2000亿级" in squeezed
    assert "以“中国网谷”为核心" in squeezed
    assert "Green covers 47 % of the built-up area" in text
    assert not {ord(sign) for sign in text} & set(KANGXI)


def test_browsers_read_the_very_words_from_top_to_bottom(asked: Asked) -> None:
    (text,) = read(asked("a/one", languages=("zh", "en")))
    squeezed = "".join(text.split())
    words = ("绿化覆盖建成区的47%", "Greencovers47%ofthebuilt-uparea", "软件信息服务业：2000亿级", "以“中国网谷”为核心")
    assert all(one in squeezed for one in words)
    assert sorted(words, key=squeezed.index) == list(words)
    assert not {ord(sign) for sign in text} & set(KANGXI)


def squeezed(words: str) -> str:
    return re.sub(r"[\s\u00a0\u2060]+", "", words)


@pytest.mark.needs("pdftotext")
def test_both_readers_find_every_line_of_the_shipped_slides(measure: Measure, tmp_path: Path) -> None:
    deck = load_deck(shipped_slides()).deck
    request = Request(
        deck=deck, slides=deck.order, languages=("zh", "en"), style=chosen_style("", deck), measure=measure
    )
    browsers = [squeezed(text) for text in read(request)]
    poppler = [squeezed(text) for text in told("pdftotext", exported(request, tmp_path), "-").split("\f")]
    lines = [
        (page.number - 1, squeezed(line.text))
        for page in request.pages()
        for element in frame(page.fitted, page.step)
        for mark in element.marks
        if isinstance(mark, TextMark)
        for line in mark.lines
    ]
    assert len(lines) > 600
    assert [line for number, line in lines if line not in browsers[number]] == []
    assert [line for number, line in lines if line not in poppler[number]] == []
    assert not {ord(sign) for text in (*browsers, *poppler) for sign in text} & set(KANGXI)


def test_the_outline_has_the_themes_with_their_slides_beneath(asked: Asked) -> None:
    file = pypdfium2.PdfDocument(write(asked("a/one", "a/two", "b/one"), untold))
    found = [(line.level, line.get_title(), line.get_dest().get_index()) for line in file.get_toc()]
    file.close()
    assert found == [
        (0, "甲", 0),
        (1, "绿化覆盖建成区的47%，a/one", 0),
        (1, "绿化覆盖建成区的47%，a/two", 1),
        (0, "b", 2),
        (1, "绿化覆盖建成区的47%，b/one", 2),
    ]


def test_a_bookmark_is_in_every_language_of_the_pages(asked: Asked) -> None:
    (theme,) = bookmarks(asked("a/one", languages=("zh", "en")), [(4, "a/one")])
    assert (theme.words, theme.page) == ("甲 / A", 4)
    assert theme.beneath[0].words == "绿化覆盖建成区的47%，a/one / Green covers 47 % of the built-up area, a/one"


def test_a_theme_that_is_come_back_to_has_a_line_for_each_time(asked: Asked) -> None:
    found = bookmarks(asked("a/one", "b/one", "a/two"), enumerate(("a/one", "a/two")))
    assert [(theme.words, len(theme.beneath)) for theme in found] == [("甲", 2)]


def test_programs_that_read_it_out_know_its_language_and_title(asked: Asked) -> None:
    for languages in (("zh",), ("en", "zh")):
        file = pypdfium2.PdfDocument(write(asked("a/one", "a/two", languages=languages), untold))
        assert pypdfium2.raw.FPDFCatalog_IsTagged(file) == 0
        assert file.get_metadata_value("Title") == ("江宁开发区情况介绍" if languages[0] == "zh" else "A briefing")
        assert [file.get_page_label(number) for number in range(2)] == ["1", "2"]
        assert language_of(file) == languages[0]
        file.close()


def language_of(file: pypdfium2.PdfDocument) -> str:
    import ctypes

    size = pypdfium2.raw.FPDFCatalog_GetLanguage(file, None, 0)
    words = ctypes.create_string_buffer(size)
    pypdfium2.raw.FPDFCatalog_GetLanguage(file, ctypes.cast(words, ctypes.POINTER(ctypes.c_ushort)), size)
    return words.raw.decode("utf-16-le").rstrip("\0")


@pytest.mark.needs("pdffonts")
def test_text_is_set_in_the_bundled_fonts_alone_and_can_be_copied(asked: Asked, tmp_path: Path) -> None:
    rows = told("pdffonts", exported(asked("a/one", languages=("zh", "en")), tmp_path)).splitlines()[2:]
    assert rows
    for row in rows:
        name, *_, embedded, _subset, to_unicode, _object, _generation = row.split()
        assert "JNSansSC" in name
        assert (embedded, to_unicode) == ("yes", "yes")


def test_of_the_fonts_only_the_letters_that_it_has_are_in_the_file(asked: Asked) -> None:
    """The two faces of the font are 7 MB together."""
    assert len(write(asked("a/one"), untold)) < 100_000


@pytest.mark.needs("pdfimages")
def test_nothing_on_a_page_became_pixels(asked: Asked, tmp_path: Path) -> None:
    assert told("pdfimages", "-list", exported(asked("a/one"), tmp_path)).splitlines()[2:] == []


@pytest.mark.needs("pdftoppm")
def test_a_page_looks_as_the_screen_does(asked: Asked, tmp_path: Path) -> None:
    made = asked("a/one", languages=("zh", "en"))
    told("pdftoppm", "-r", "144", "-png", "-singlefile", exported(made, tmp_path), str(tmp_path / "page"))
    ((_, picture),) = write_pictures(made, untold)
    (tmp_path / "screen.png").write_bytes(picture)
    page, screen = (Image.open(tmp_path / f"{name}.png").convert("RGB") for name in ("page", "screen"))
    assert page.size == screen.size
    # Letters stand on whole px on a screen alone, so squares of 40 px are compared by their means.
    means = [picture.resize((48, 27), Image.Resampling.BOX) for picture in (page, screen)]
    differences = ImageChops.difference(*means).convert("L").histogram()
    assert sum(differences[12:]) == 0
    assert sum(differences[4:]) < 0.05 * 48 * 27


def test_gradients_fade_by_the_luminosity_of_a_grey_mask(asked: Asked) -> None:
    """What some readers do without: the mask's colour space, which the format asks for."""
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(write(asked("a/one"), untold))) as file:
        masks = [
            state.SMask
            for one in file.objects
            if isinstance(one, pikepdf.Dictionary)
            for state in [one]
            if isinstance(one.get("/SMask"), pikepdf.Dictionary)
        ]
        assert masks
        for mask in masks:
            assert str(mask.S) == "/Luminosity"
            assert str(mask.G.Group.CS) == "/DeviceGray"
