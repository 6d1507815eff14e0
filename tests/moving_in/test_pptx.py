"""What is read of PowerPoint files: made here by python-pptx, and by LibreOffice in the file that is kept."""

import io
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from jn_presenter.moving_in.found import Figures, Found, Grid, Line, Sheet, Shown, Words, language_of
from jn_presenter.moving_in.pptx_file import MOST_SECONDS, read_pptx
from tests.imported import (
    BLANK,
    PML,
    TITLE_ONLY,
    TITLED,
    bubbles,
    chart,
    office,
    png,
    points_of_two,
    saved,
    sections,
    slide,
)

KEPT = Path(__file__).parent.parent / "decks" / "imported" / "libreoffice.pptx"


def read(show: Any, folder: Path) -> Found:
    return read_pptx(saved(show, folder / "x.pptx"))


def sheets(found: Found) -> list[Sheet]:
    return [sheet for part in found.parts for sheet in part.sheets]


def block(sheet: Sheet, kind: type) -> Any:
    return next(one for one in sheet.blocks if isinstance(one, kind))


def told(sheet: Sheet) -> str:
    return " | ".join(message.zh for message in sheet.left)


@pytest.fixture(params=["python-pptx", "libreoffice"])
def museum(request: pytest.FixtureRequest, tmp_path: Path) -> Found:
    return read(office(), tmp_path) if request.param == "python-pptx" else read_pptx(KEPT)


def test_titles_order_and_hidden_slides(museum: Found) -> None:
    found = sheets(museum)
    assert [sheet.title for sheet in found] == [
        "云溪馆工作汇报",
        "全年三件大事",
        "十二项任务逐条落实",
        "两条路线",
        "参观人次稳步增长",
        "观众从哪里来",
        "四个展馆一览",
        "新馆外景",
        "备用：预算说明",
        "谢谢",
    ]
    assert [sheet.number for sheet in found if sheet.hidden] == [9]
    assert museum.title == "云溪馆2024年工作汇报"
    assert language_of(museum) == "zh"


def test_levels_bold_runs_and_notes(museum: Found) -> None:
    sheet = sheets(museum)[1]
    assert block(sheet, Words).lines == (
        Line("新馆开放，接待观众 12 万人次"),
        Line("开放书库"),
        Line("每周一场讲座", 1),
        Line("居民带来老物件", 1),
        Line("修复工坊开工==，首批修复完成=="),
    )
    assert sheet.notes == "这一页慢慢讲。\n先讲新馆，再讲 <书库>。"


def test_charts_give_their_figures(museum: Found) -> None:
    made = block(sheets(museum)[4], Figures)
    assert (made.kind, made.title) == ("column", "各季参观（万人次）")
    assert made.columns == ("名称", "线上", "线下")
    assert made.rows == (("春季", "12.5", "8"), ("夏季", "18", "9.5"), ("秋季", "", "11"), ("冬季", "22", "14"))
    made = block(sheets(museum)[5], Figures)
    assert (made.kind, made.unit) == ("donut", "%")
    assert made.rows == (("本地", "55"), ("省内", "30"), ("省外", "15"))


def test_tables_pictures_and_what_is_drawn(museum: Found) -> None:
    grid = block(sheets(museum)[6], Grid)
    assert grid.heads == ("展馆", "展厅", "开放")
    assert grid.rows[2] == ("自然馆", "3", "")
    sheet = sheets(museum)[7]
    assert block(sheet, Shown).alt == "示意图：一片蓝色"
    assert block(sheet, Shown).data.startswith(b"\x89PNG")
    assert "没有文字的图形（1 个）" in told(sheet)


def test_sections_are_themes(tmp_path: Path) -> None:
    show = office()
    sections(show, {"开篇": [0], "工作 & 数据": [1, 2, 3, 4, 5], "附录": [6, 7, 8]})
    found = read(show, tmp_path)
    assert [(part.title, len(part.sheets)) for part in found.parts] == [
        ("开篇", 1),
        ("工作 & 数据", 5),
        ("附录", 3),
        ("", 1),
    ]


def test_without_sections_slides_that_open_one_do(tmp_path: Path) -> None:
    show = Presentation()
    for layout, title in ((0, "封面"), (2, "第一章"), (1, "甲"), (2, "第二章"), (1, "乙")):
        slide(show, layout, title)
    assert [part.title for part in read(show, tmp_path).parts] == ["", "第一章", "第二章"]


@pytest.mark.parametrize(
    ("kind", "categories", "expected"),
    [
        (XL_CHART_TYPE.BAR_STACKED, ("甲", "乙"), ("bar", "stacked")),
        (XL_CHART_TYPE.COLUMN_STACKED_100, ("甲", "乙"), ("column", "share")),
        (XL_CHART_TYPE.THREE_D_COLUMN, ("甲", "乙"), ("column", "")),
        (XL_CHART_TYPE.LINE, ("2019年", "2020年"), ("line", "")),
        (XL_CHART_TYPE.LINE, ("甲", "乙"), ("column", "")),
        (XL_CHART_TYPE.AREA_STACKED_100, ("2019", "2020"), ("stacked-area", "share")),
        (XL_CHART_TYPE.AREA_STACKED, ("甲", "乙"), ("column", "stacked")),
        (XL_CHART_TYPE.DOUGHNUT, ("甲", "乙"), ("donut", "")),
        (XL_CHART_TYPE.RADAR_FILLED, ("甲", "乙"), ("radar", "")),
    ],
)
def test_each_kind_of_chart_has_one_of_ours(
    kind: XL_CHART_TYPE, categories: tuple[str, ...], expected: tuple[str, str], tmp_path: Path
) -> None:
    show = Presentation()
    data = CategoryChartData()
    data.categories = categories
    data.add_series("一", (3, 5))
    data.add_series("二", (2, 4))
    made = slide(show, TITLE_ONLY, "图")
    if kind == XL_CHART_TYPE.THREE_D_COLUMN:  # python-pptx reads these, and writes none
        space = chart(made, XL_CHART_TYPE.COLUMN_CLUSTERED, data)._chartSpace
        plot = next(node for node in space.iter() if node.tag.endswith("}barChart"))
        plot.tag = plot.tag.replace("barChart", "bar3DChart")
    else:
        chart(made, kind, data)
    found = block(sheets(read(show, tmp_path))[0], Figures)
    assert (found.kind, found.mode) == expected
    assert found.rows[0][1] == "3"


def test_points_and_bubbles_are_scattered(tmp_path: Path) -> None:
    show = Presentation()
    chart(slide(show, TITLE_ONLY, "点"), XL_CHART_TYPE.XY_SCATTER, points_of_two())
    chart(slide(show, TITLE_ONLY, "泡"), XL_CHART_TYPE.BUBBLE, bubbles())
    points, sized = (block(sheet, Figures) for sheet in sheets(read(show, tmp_path)))
    assert (points.kind, points.columns) == ("scatter", ("x", "停留与消费"))
    assert points.rows == (("10", "20"), ("20", "35"), ("35", "50"))
    assert (sized.columns[2], sized.rows[1]) == ("size", ("20", "35", "9"))


def test_a_category_that_a_table_program_would_run_is_words(tmp_path: Path) -> None:
    show = Presentation()
    data = CategoryChartData()
    data.categories = ["=HYPERLINK(1)", "@b", "-5 以下"]
    data.add_series("=1+1", (3, 5, 1))
    chart(slide(show, TITLE_ONLY, "图"), XL_CHART_TYPE.BAR_CLUSTERED, data)
    found = block(sheets(read(show, tmp_path))[0], Figures)
    assert [row[0] for row in found.rows] == ["HYPERLINK(1)", "b", "-5 以下"]
    assert found.columns == ("名称", "1+1")


def test_what_is_not_carried_over_is_told(tmp_path: Path) -> None:
    show = Presentation()
    made = slide(show, TITLED, "动的一页")
    run = made.placeholders[1].text_frame.paragraphs[0].add_run()
    run.text = "链接"
    run.hyperlink.address = "https://example.org"
    made._element.append(etree.fromstring(f'<p:transition xmlns:p="{PML}"/>'))
    film = made.shapes.add_movie(io.BytesIO(b"film"), Inches(1), Inches(1), Inches(4), Inches(3), io.BytesIO(png()))
    assert film is not None
    made.shapes.add_ole_object(
        io.BytesIO(b"x"), "Excel.Sheet.12", Inches(1), Inches(1), Inches(1), Inches(1), io.BytesIO(png())
    )
    made.shapes.add_connector(1, 0, 0, 9, 9)
    made._element.append(
        etree.fromstring(
            f'<p:timing xmlns:p="{PML}"><p:tnLst><p:par><p:cTn id="1" presetClass="entr"/></p:par></p:tnLst></p:timing>'
        )
    )
    made.shapes.add_picture(io.BytesIO(png(9, 9)), 0, 0, Inches(0.3), Inches(0.3))
    grid = made.shapes.add_table(2, 2, 0, 0, Inches(3), Inches(1)).table
    grid.cell(0, 0).text = "并"
    grid.cell(0, 0).merge(grid.cell(0, 1))
    sheet = sheets(read(show, tmp_path))[0]
    for words in (
        "动画（",
        "切换效果",
        "链接（1 个",
        "视频（1 个）",
        "嵌入的对象",
        "连接线（1 个）",
        "很小的装饰图（1 个）",
        "合并的单元格",
    ):
        assert words in told(sheet)
    assert block(sheet, Words).lines == (Line("链接"),)


def test_what_the_master_draws_is_told_of_the_whole(tmp_path: Path) -> None:
    show = Presentation()
    slide(show, TITLED, "甲")
    tree = show.slide_master.shapes._spTree
    tree.append(etree.fromstring(f'<p:pic xmlns:p="{PML}"/>'))
    assert any("母版" in message.zh and "1 个" in message.zh for message in read(show, tmp_path).left)


def test_groups_are_opened_and_read_from_the_top(tmp_path: Path) -> None:
    show = Presentation()
    made = slide(show, BLANK)
    group = made.shapes.add_group_shape()
    for words, top in (("下", 4), ("上", 3)):
        group.shapes.add_textbox(Inches(1), Inches(top), Inches(2), Inches(1)).text_frame.text = words
    made.shapes.add_textbox(Inches(1), Inches(0.5), Inches(2), Inches(1)).text_frame.text = "当作标题"
    sheet = sheets(read(show, tmp_path))[0]
    assert sheet.title == "当作标题"
    assert [line.words for one in sheet.blocks if isinstance(one, Words) for line in one.lines] == ["上", "下"]


def test_signs_of_our_own_are_words(tmp_path: Path) -> None:
    show = Presentation()
    slide(show, TITLED, "a <fact> == b\v\x01c").placeholders[1].text_frame.text = "\uf0b7 项目"
    sheet = sheets(read(show, tmp_path))[0]
    assert sheet.title == "a <<fact> ＝＝ b c"
    assert block(sheet, Words).lines == (Line("项目"),)


def test_thousands_of_shapes_are_bounded(tmp_path: Path) -> None:
    show = Presentation()
    made = slide(show, TITLED, "多")
    box = made.shapes.add_textbox(0, 0, 9, 9)
    box.text_frame.text = "x"
    for _ in range(1500):
        made.shapes._spTree.append(etree.fromstring(etree.tostring(box._element)))
    sheet = sheets(read(show, tmp_path))[0]
    assert len(sheet.blocks) <= 400
    assert "第 1000 个以后的图形" in told(sheet)
    assert "第 400 段以后的文字" in told(sheet)


def test_shapes_in_groups_count_as_well(tmp_path: Path) -> None:
    show = Presentation()
    made = slide(show, TITLED, "多")
    for _ in range(3):
        group = made.shapes.add_group_shape()
        box = group.shapes.add_textbox(0, 0, 9, 9)
        for _ in range(500):
            group._element.append(etree.fromstring(etree.tostring(box._element)))
    sheet = sheets(read(show, tmp_path))[0]
    assert "第 1000 个以后的图形" in told(sheet)
    assert "没有文字的图形（99" in told(sheet), "those that were taken"


def test_what_takes_too_long_ends_and_is_told(tmp_path: Path) -> None:
    clock = iter(range(0, 10_000, int(MOST_SECONDS / 3)))
    found = read_pptx(saved(office(), tmp_path / "x.pptx"), now=lambda: next(clock))
    assert len(sheets(found)) == 3
    assert "第 4 页起" in found.left[0].zh
