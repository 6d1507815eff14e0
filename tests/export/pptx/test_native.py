"""Charts and tables of the gallery as python-pptx reads them: the kinds, the figures, the signs of targets."""

import io
import re
import zipfile
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from pptx import Presentation
from python_calamine import CalamineWorkbook

from jn_presenter.compose import frame
from jn_presenter.draw.chart import Item
from jn_presenter.draw.setting import curled
from jn_presenter.elements import ELEMENTS
from jn_presenter.elements.line import Curve
from jn_presenter.export.pptx import write
from jn_presenter.export.progress import untold
from jn_presenter.export.request import Request
from jn_presenter.load import load_deck
from jn_presenter.load.snapshots import read_snapshots
from jn_presenter.model.deck import Deck
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import TextMark
from jn_presenter.model.text import plain
from jn_presenter.paths import shipped_slides

GALLERY = Path(__file__).parents[3] / "examples" / "gallery"
KINDS = {
    "bar": "barChart",
    "grouped": "barChart",
    "share": "barChart",
    "column": "barChart",
    "stacked": "barChart",
    "donut": "doughnutChart",
    "line": "lineChart",
    "radar": "radarChart",
    "area": "areaChart",
    "stacked-area": "areaChart",
    "dual-axis": "lineChart",
}


@cache
def gallery() -> Deck:
    return load_deck(GALLERY).deck


@cache
def briefing() -> Deck:
    return load_deck(shipped_slides()).deck


def request_of(deck: Deck, measure: Measure, *slides: str, languages: tuple[str, ...] = ("zh",)) -> Request:
    return Request(
        deck=deck,
        slides=slides or deck.order,
        languages=languages,
        style=deck.styles["night"],
        measure=measure,
        snapshots=read_snapshots(deck, slides or deck.order),
    )


def parts(content: bytes, pattern: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [archive.read(name).decode() for name in archive.namelist() if re.fullmatch(pattern, name)]


def charts_of(content: bytes) -> list[Any]:
    show = Presentation(io.BytesIO(content))
    return [shape.chart for slide in show.slides for shape in slide.shapes if shape.has_chart]


def with_chart(chart: Any) -> Deck:
    slide = structs.replace(gallery().slides["gallery/column"], slots=(("chart", (chart,)),))
    return structs.replace(gallery(), order=(slide.id,), slides={slide.id: slide})


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_that_powerpoint_has_is_a_chart_with_the_figures_of_the_element(name: str, measure: Measure) -> None:
    content = write(request_of(gallery(), measure, f"gallery/{name}"), untold)
    (xml,) = parts(content, r"ppt/charts/chart\d+\.xml")
    assert f"<c:{KINDS[name]}>" in xml
    (chart,) = charts_of(content)
    figures = [value for series in chart.plots[0].series for value in series.values if value is not None]
    assert figures
    slide = gallery().slides[f"gallery/{name}"]
    (page,) = request_of(gallery(), measure, slide.id).pages()
    assert page.fitted.plan is not None
    spot = next(spot for spot in page.fitted.plan.spots if spot.path == "chart")
    told = {
        round(float(cell), 6)
        for row in spot.element.as_table(page.fitted.plan.env).rows
        for cell in row
        if number(cell)
    }
    if name not in ("share", "donut"):  # which say shares, and gather the smallest
        assert {round(value, 6) for value in figures} <= told


def number(cell: str) -> bool:
    return bool(re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell))


def test_shares_are_those_that_the_screen_says(measure: Measure) -> None:
    content = write(request_of(gallery(), measure, "gallery/share"), untold)
    (chart,) = charts_of(content)
    (page,) = request_of(gallery(), measure, "gallery/share").pages()
    marks = [mark for one in frame(page.fitted, page.step) for mark in one.marks if isinstance(mark, TextMark)]
    said = sorted(line.text for mark in marks for line in mark.lines if re.fullmatch(r"[0-9]+%", line.text))
    shown = []
    for series in chart.plots[0].series:
        own = {point.get("val"): label for label, point in own_labels(series)}
        shown += [own.get(str(k)) or f"{int(100 * value + 0.5)}%" for k, value in enumerate(series.values)]
    assert sorted(shown) == said


def own_labels(series: Any) -> list[tuple[str, Any]]:
    space = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
    text = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
    found = []
    for label in series._element.iter(f"{space}dLbl"):
        words = "".join(node.text for node in label.iter(text))
        if words:
            found.append((words, label.find(f"{space}idx")))
    return found


def test_targets_are_never_drawn_as_reached(measure: Measure) -> None:
    content = write(request_of(briefing(), measure, "industry/cluster-targets"), untold)
    (xml,) = parts(content, r"ppt/charts/chart\d+\.xml")
    (bars,) = re.findall(r"<c:ser>.*?</c:ser>", xml)
    looks = re.findall(r"<c:spPr>(.*?)</c:spPr>", bars)
    drawn = [look for look in looks if not look.startswith("<a:noFill/>")]
    assert drawn
    assert all(look.startswith('<a:pattFill prst="wdUpDiag">') for look in drawn)
    assert {words for words, _ in own_labels(charts_of(content)[0].plots[0].series[0])} == {
        "2000亿级",
        "千亿级",
        "准千亿级",
    }


def test_words_that_look_like_formulas_are_words_in_the_workbook(measure: Measure) -> None:
    odd = (
        '=HYPERLINK("http://a","b")',
        "+1",
        "@SUM(A1)",
        "🎉\x00\x01“名”'\"",
        "https://example.org",
        "长" * 60,
        "{book}",
    )
    items = tuple(Item(label=plain(label), value=Decimal(k + 1)) for k, label in enumerate(odd))
    deck = with_chart(ELEMENTS["bar"](items=items))
    content = write(request_of(deck, measure), untold)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".xlsx")]
        book = archive.read(name)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python()
    clean = [curled(label.replace("\x00", "").replace("\x01", "")) for label in odd]
    assert [row[0] for row in rows[1:]] == clean
    assert [row[1] for row in rows[1:]] == [float(k + 1) for k in range(len(odd))]
    sheet = zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert list(map(str, charts_of(content)[0].plots[0].categories)) == clean


def test_a_table_keeps_its_cells_columns_and_rows(measure: Measure) -> None:
    (slide,) = Presentation(io.BytesIO(write(request_of(gallery(), measure, "gallery/table"), untold))).slides
    (table,) = (shape.table for shape in slide.shapes if shape.has_table)
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0] == ["展馆", "展厅", "面积（千平方米）", "开放时间"]
    assert cells[2] == ["书画馆", "3", "2.75", "周二至周日"]
    assert len(cells) == 5


def test_a_picture_and_every_drawing_is_told_in_words(measure: Measure) -> None:
    names = ("image", "histogram", "heatmap", "sankey", "gauge", "waterfall", "bar", "table")
    show = Presentation(
        io.BytesIO(write(request_of(gallery(), measure, *(f"gallery/{name}" for name in names)), untold))
    )
    for slide, name in zip(show.slides, names, strict=True):
        told = [shape._element.xpath(".//p:cNvPr/@descr")[:1] for shape in slide.shapes if not shape.has_text_frame]
        assert any(words and words[0] for words in told), name


def test_every_element_of_the_gallery_is_written_in_every_shape_and_language(measure: Measure) -> None:
    for size, languages in (((1080, 1920), ("en",)), ((1440, 1080), ("zh", "en"))):
        request = structs.replace(request_of(gallery(), measure, languages=languages), size=size)
        show = Presentation(io.BytesIO(write(request, untold)))
        titles = [slide.shapes.title.text_frame.paragraphs[0].text for slide in show.slides]
        assert len(titles) == len(gallery().order)
        assert all(titles)
        idents = [[shape.shape_id for shape in slide.shapes] for slide in show.slides]
        assert all(len(set(own)) == len(own) for own in idents)


def curve(count: int) -> Curve:
    return Curve(label=plain("a"), points=tuple((Decimal(k), Decimal(k % 7)) for k in range(count)))


def test_dense_curves_are_a_picture(measure: Measure) -> None:
    few, many = (
        write(request_of(with_chart(ELEMENTS["line"](series=(curve(count),))), measure), untold) for count in (12, 2000)
    )
    assert charts_of(few)
    content = many
    assert not charts_of(content)
    (slide,) = Presentation(io.BytesIO(content)).slides
    assert any(shape.shape_type is not None and shape.shape_type.name == "PICTURE" for shape in slide.shapes)


def test_a_ground_is_drawn_once_however_many_slides_stand_on_it(measure: Measure) -> None:
    content = write(request_of(briefing(), measure), untold)
    layouts = parts(content, r"ppt/slideLayouts/slideLayout\d+\.xml")
    assert 2 <= len(layouts) < len(briefing().order) / 2
    assert all("motif" not in slide for slide in parts(content, r"ppt/slides/slide\d+\.xml"))
    assert any("motif" in layout for layout in layouts)


def test_each_theme_is_a_section(measure: Measure) -> None:
    (xml,) = parts(write(request_of(briefing(), measure), untold), r"ppt/presentation\.xml")
    sections = re.findall(r'<p14:section name="([^"]+)"', xml)
    assert len(sections) == len(briefing().themes)
    assert xml.count("<p14:sldId ") == len(briefing().order)


def test_what_has_no_name_is_called_what_it_is(measure: Measure) -> None:
    for language, name in (("zh", "条形图"), ("en", "bar")):
        (chart,) = charts_of(write(request_of(gallery(), measure, "gallery/bar", languages=(language,)), untold))
        assert [series.name for series in chart.plots[0].series] == [name]


def test_a_bridge_stands_on_what_is_not_seen_and_its_sums_hold(measure: Measure) -> None:
    (chart,) = charts_of(write(request_of(gallery(), measure, "gallery/waterfall"), untold))
    base, *others = ([value or 0.0 for value in series.values] for series in chart.plots[0].series)
    seen = [sum(values) for values in zip(*others, strict=True)]
    assert seen[:3] == [69211.0, 31706.0, 12207.0]
    running = seen[0]
    for k in (1, 2):
        assert base[k] == running
        running += seen[k]
    assert (base[3], base[4], seen[4]) == (running - 21145.0, 0.0, running - 21145.0)
    xml = chart.plots[0].series[0]._element.xpath("c:spPr")[0]
    assert xml.xpath("a:noFill")


def test_a_histogram_counts_what_lies_between_its_edges(measure: Measure) -> None:
    (chart,) = charts_of(write(request_of(gallery(), measure, "gallery/histogram"), untold))
    (series,) = chart.plots[0].series
    names = [str(name).split("–") for name in chart.plots[0].categories]
    assert [name[0] for name in names[1:]] == [name[1] for name in names[:-1]]
    assert all(value == int(value) for value in series.values)
    assert sum(series.values) > 100


def test_names_above_their_bars_stay_there(measure: Measure) -> None:
    request = request_of(briefing(), measure, "industry/cluster-targets", languages=("zh", "en"))
    content = write(request, untold)
    (xml,) = parts(content, r"ppt/charts/chart\d+\.xml")
    assert '<c:tickLblPos val="none"/>' in xml.partition("<c:catAx>")[2].partition("</c:catAx>")[0]
    (slide,) = parts(content, r"ppt/slides/slide1\.xml")
    assert "Intelligent manufacturing" in slide
