"""The PDF as other programs read it: pages, sizes, text, fonts, and the same picture as on the screen."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from jn_presenter.export.pages import Pages
from jn_presenter.export.pdf import export_pdf
from jn_presenter.export.png import export_png
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas, canvas_for
from jn_presenter.qt.scene.pdf import page_canvas, write_pdf

PagesOf = Callable[..., Pages]


def told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def exported(pages: Pages, folder: Path) -> str:
    file = folder / "briefing.pdf"
    assert export_pdf(pages, file, pages.title) == (file,)
    return str(file)


@pytest.mark.needs("pdfinfo")
def test_a_pdf_has_a_page_a_slide_and_the_briefing_s_title(pages: PagesOf, tmp_path: Path) -> None:
    info = told("pdfinfo", exported(pages("a/one", "a/two", "a/three"), tmp_path))
    assert "Pages:           3\n" in info
    assert "Title:           江宁开发区情况介绍\n" in info


@pytest.mark.needs("pdfinfo")
@pytest.mark.parametrize(
    ("canvas", "size"),
    [(WIDE, "960 x 540"), (TALL, "540 x 960"), (CLASSIC, "720 x 540"), (WALL, "1920 x 540")],
    ids=["wide", "tall", "classic", "wall"],
)
def test_a_page_has_the_shape_of_the_canvas(pages: PagesOf, tmp_path: Path, canvas: Canvas, size: str) -> None:
    info = told("pdfinfo", exported(pages("a/one", canvas=canvas), tmp_path))
    assert f"Page size:       {size} pts" in info


def test_pages_of_odd_screens_are_whole_points() -> None:
    odd = page_canvas(canvas_for(1366, 768))
    assert (odd.width / 2, odd.height / 2) == (960.0, 540.0)
    assert page_canvas(WIDE) == WIDE


@pytest.mark.needs("pdftotext")
def test_words_can_be_searched_in_both_languages(pages: PagesOf, tmp_path: Path) -> None:
    text = told("pdftotext", exported(pages("a/one", languages=("zh", "en")), tmp_path), "-")
    squeezed = "".join(text.split())
    assert "绿化覆盖建成区的47%" in squeezed
    assert "软件信息服务业：2000亿级" in squeezed
    assert "以“中国网谷”为核心" in squeezed
    assert "Green covers 47 % of the built-up area" in text


@pytest.mark.needs("pdffonts")
def test_text_is_set_in_the_bundled_fonts_alone_and_can_be_copied(pages: PagesOf, tmp_path: Path) -> None:
    rows = told("pdffonts", exported(pages("a/one", languages=("zh", "en")), tmp_path)).splitlines()[2:]
    assert rows
    for row in rows:
        name, *_, embedded, _subset, to_unicode, _object, _generation = row.split()
        assert "JNSansSC" in name
        assert (embedded, to_unicode) == ("yes", "yes")


@pytest.mark.needs("pdfimages")
def test_nothing_on_a_page_became_pixels(pages: PagesOf, tmp_path: Path) -> None:
    assert told("pdfimages", "-list", exported(pages("a/one"), tmp_path)).splitlines()[2:] == []


@pytest.mark.needs("pdftoppm")
def test_a_page_looks_as_the_screen_does(pages: PagesOf, tmp_path: Path) -> None:
    made = pages("a/one", languages=("zh", "en"))
    told("pdftoppm", "-r", "144", "-png", "-singlefile", exported(made, tmp_path), str(tmp_path / "page"))
    (picture,) = export_png(made, tmp_path / "pictures", (1920, 1080), 1)
    page, screen = Image.open(tmp_path / "page.png").convert("RGB"), Image.open(picture).convert("RGB")
    assert page.size == screen.size
    # Letters stand on whole px on a screen alone, so squares of 40 px are compared by their means.
    means = [picture.resize((48, 27), Image.Resampling.BOX) for picture in (page, screen)]
    differences = ImageChops.difference(*means).convert("L").histogram()
    assert sum(differences[12:]) == 0
    assert sum(differences[4:]) < 0.05 * 48 * 27


def test_gradients_fade_by_the_luminosity_of_a_grey_mask(pages: PagesOf, tmp_path: Path) -> None:
    """What some readers do without: the mask's colour space, which the format asks for."""
    content = Path(exported(pages("a/one"), tmp_path)).read_bytes()
    assert content.count(b"/S/Luminosity") == content.count(b"/CS/DeviceGray") > 0
    assert b"/S /Alpha" not in content


def test_a_disk_that_is_full_is_an_error_and_not_a_short_file(pages: PagesOf) -> None:
    made = ((page.fitted, page.step) for page in pages("a/one"))
    with pytest.raises(OSError, match="No space left"):
        write_pdf(Path("/dev/full"), made, "")
