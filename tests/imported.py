"""PowerPoint files made by python-pptx for the tests of importing: what an office has in its slides, all invented."""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.chart.data import BubbleChartData, CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

COVER, TITLED, SECTION, TWO, TITLE_ONLY, BLANK = 0, 1, 2, 3, 5, 6
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def png(width: int = 480, height: int = 320, colour: bytes = b"\x3a\x7a\xc0") -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + colour * width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def slide(show: Any, layout: int, title: str = "") -> Any:
    made = show.slides.add_slide(show.slide_layouts[layout])
    if title:
        made.shapes.title.text = title
    return made


def chart(made: Any, kind: XL_CHART_TYPE, data: Any, title: str = "") -> Any:
    frame = made.shapes.add_chart(kind, Inches(1), Inches(1.8), Inches(8), Inches(5), data)
    if title:
        frame.chart.has_title = True
        frame.chart.chart_title.text_frame.text = title
    return frame.chart


def office() -> Any:
    """Ten slides of a museum that does not exist, with all that is carried over and some that is not."""
    show = Presentation()
    show.slide_width, show.slide_height = Inches(13.333), Inches(7.5)
    show.core_properties.title = "云溪馆2024年工作汇报"

    cover = slide(show, COVER, "云溪馆工作汇报")
    cover.placeholders[1].text = "示例文件，内容均为虚构"

    points = slide(show, TITLED, "全年三件大事")
    frame = points.placeholders[1].text_frame
    frame.text = "新馆开放，接待观众 12 万人次"
    for words, level in (("开放书库", 0), ("每周一场讲座", 1), ("居民带来老物件", 1), ("修复工坊开工", 0)):
        paragraph = frame.add_paragraph()
        paragraph.level = level
        run = paragraph.add_run()
        run.text = words
    tail = frame.paragraphs[-1].add_run()
    tail.text = "，首批修复完成"
    tail.font.bold = True
    points.notes_slide.notes_text_frame.text = "这一页慢慢讲。\n先讲新馆，再讲 <书库>。"

    many = slide(show, TITLED, "十二项任务逐条落实")
    frame = many.placeholders[1].text_frame
    frame.text = "任务：整理第一间库房的目录并核对编号"
    for k in range(11):
        frame.add_paragraph().text = f"任务：整理第{'二三四五六七八九十一二'[k]}间库房的目录并核对编号"

    columns = slide(show, TWO, "两条路线")
    columns.placeholders[1].text_frame.text = "东线：书画"
    columns.placeholders[1].text_frame.add_paragraph().text = "讲解每日两场"
    columns.placeholders[2].text_frame.text = "西线：陶瓷"
    columns.placeholders[2].text_frame.add_paragraph().text = "可以动手"

    figures = CategoryChartData(number_format="0")
    figures.categories = ["春季", "夏季", "秋季", "冬季"]
    figures.add_series("线上", (12.5, 18, None, 22))
    figures.add_series("线下", (8, 9.5, 11, 14))
    chart(slide(show, TITLE_ONLY, "参观人次稳步增长"), XL_CHART_TYPE.COLUMN_CLUSTERED, figures, "各季参观（万人次）")

    share = CategoryChartData(number_format="0%")
    share.categories = ["本地", "省内", "省外"]
    share.add_series("观众", (0.55, 0.3, 0.15))
    pie = slide(show, TITLE_ONLY, "观众从哪里来")
    chart(pie, XL_CHART_TYPE.PIE, share)
    box = pie.shapes.add_textbox(Inches(9.5), Inches(2), Inches(3), Inches(2)).text_frame
    box.text = "本地观众过半"
    box.add_paragraph().text = "省外观众最远来自海滨"

    table = slide(show, TITLE_ONLY, "四个展馆一览")
    grid = table.shapes.add_table(5, 3, Inches(1), Inches(2), Inches(9), Inches(3)).table
    for row, cells in enumerate(
        (
            ("展馆", "展厅", "开放"),
            ("陶瓷馆", "4", "每天"),
            ("书画馆", "3", "周二至周日"),
            ("自然馆", "3", ""),
            ("儿童馆", "2", "周末"),
        )
    ):
        for column, words in enumerate(cells):
            grid.cell(row, column).text = words

    picture = slide(show, TITLE_ONLY, "新馆外景")
    shape = picture.shapes.add_picture(io.BytesIO(png()), Inches(1), Inches(2), Inches(6), Inches(4))
    shape._element.nvPicPr.cNvPr.set("descr", "示意图：一片蓝色")
    side = picture.shapes.add_textbox(Inches(8), Inches(2), Inches(4), Inches(2)).text_frame
    side.text = "外墙用本地的砖"
    side.add_paragraph().text = "屋顶收集雨水"
    picture.shapes.add_shape(MSO_SHAPE.RIGHT_ARROW, Inches(7), Inches(3), Inches(1), Inches(1))

    hidden = slide(show, TITLED, "备用：预算说明")
    hidden.placeholders[1].text_frame.text = "只在问到时讲"
    hidden._element.set("show", "0")

    slide(show, SECTION, "谢谢")
    return show


def sections(show: Any, named: dict[str, list[int]]) -> None:
    """Name sections by the places of their slides, as PowerPoint does."""
    ids = [entry.get("id") for entry in show.slides._sldIdLst]
    ext = etree.SubElement(etree.SubElement(show.element, f"{{{PML}}}extLst"), f"{{{PML}}}ext")
    ext.set("uri", "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}")
    listed = etree.SubElement(ext, f"{{{P14}}}sectionLst", nsmap={"p14": P14})
    for k, (name, places) in enumerate(named.items()):
        section = etree.SubElement(
            listed, f"{{{P14}}}section", name=name, id=f"{{0000000{k}-0000-0000-0000-000000000000}}"
        )
        holder = etree.SubElement(section, f"{{{P14}}}sldIdLst")
        for place in places:
            etree.SubElement(holder, f"{{{P14}}}sldId", id=ids[place])


PML = "http://schemas.openxmlformats.org/presentationml/2006/main"


def saved(show: Any, path: Path) -> Path:
    show.save(str(path))
    return path


def points_of_two() -> XyChartData:
    data = XyChartData()
    series = data.add_series("停留与消费")
    for x, y in ((10, 20), (20, 35), (35, 50)):
        series.add_data_point(x, y)
    return data


def bubbles() -> BubbleChartData:
    data = BubbleChartData()
    series = data.add_series("展馆")
    for x, y, size in ((10, 20, 5), (20, 35, 9)):
        series.add_data_point(x, y, size)
    return data
