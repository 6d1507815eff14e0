"""What is read of Markdown, as people write it for reveal.js, Slidev and Marp, and in plain notes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.moving_in.found import Found, Grid, ImportFileError, Line, Sheet, Shown, Words
from jn_presenter.moving_in.markdown import MOST_BYTES, read_markdown
from tests.imported import png


def read(text: str | bytes, folder: Path) -> Found:
    file = folder / "x.md"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_markdown(file)


def sheets(found: Found) -> list[Sheet]:
    return [sheet for part in found.parts for sheet in part.sheets]


def lines(sheet: Sheet) -> list[Line]:
    return [line for block in sheet.blocks if isinstance(block, Words) for line in block.lines]


def told(found: Found) -> str:
    return " | ".join(message.zh for sheet in sheets(found) for message in sheet.left)


def test_one_first_heading_is_the_title_and_second_ones_are_slides(tmp_path: Path) -> None:
    found = read("# 汇报\n\n副标题\n\n## 甲\n- 一\n  - 二\n1. 三\n\n## 乙\n一段话。\n", tmp_path)
    assert (found.title, [part.title for part in found.parts]) == ("汇报", [""])
    assert [sheet.title for sheet in sheets(found)] == ["汇报", "甲", "乙"]
    assert lines(sheets(found)[1]) == [Line("一"), Line("二", 1), Line("三")]


def test_several_first_headings_are_themes(tmp_path: Path) -> None:
    found = read("# 一\n## 甲\n- x\n# 二\n## 乙\n- y\n", tmp_path)
    assert [(part.title, [sheet.title for sheet in part.sheets]) for part in found.parts] == [
        ("一", ["一", "甲"]),
        ("二", ["二", "乙"]),
    ]
    assert [sheet.kind for sheet in sheets(found)] == ["section", "", "section", ""]


def test_first_headings_between_rules_are_slides_as_in_slidev(tmp_path: Path) -> None:
    text = "---\ntheme: x\n---\n# 甲\n- 一\n---\nlayout: center\nclass: y\n---\n# 乙\n---\n- 没有标题\n"
    found = read(text, tmp_path)
    assert len(found.parts) == 1
    assert [sheet.title for sheet in sheets(found)] == ["甲", "乙", ""]
    assert "front matter" in found.left[0].zh
    assert "这一页的设置" in told(found)


def test_notes_of_all_three_kinds(tmp_path: Path) -> None:
    text = (
        "## 甲\n- 一\n\nNote: 慢讲\n再讲\n\n## 乙\n- 二\n<!-- 第一行\n第二行 -->\n"
        "\n## 丙\n- 三\n```notes\n讲稿\n```\n<!-- _class: lead -->\n"
    )
    assert [sheet.notes for sheet in sheets(read(text, tmp_path))] == ["慢讲\n再讲", "第一行\n第二行", "讲稿"]


def test_marks_within_lines(tmp_path: Path) -> None:
    found = read(
        "## T\n- a **b** c\n- **all**\n- *i* _j_ `k` snake_case 2*3*4\n- [x](http://y) <b>z</b>\n- <fact>\n", tmp_path
    )
    assert [line.words for line in lines(sheets(found)[0])] == ["a ==b== c", "all", "i j k snake_case 2*3*4", "x z"]
    assert "链接" in told(found)
    assert "HTML" in told(found)


def test_tables_quotations_and_code(tmp_path: Path) -> None:
    found = read(
        "## T\n| a | b |\n|---|:-:|\n| 1 | x \\| y |\n| 2 |\n\n## Q\n> 一句话\n\n## C\n```python\n# no heading\n```\n",
        tmp_path,
    )
    assert sheets(found)[0].blocks == (Grid(("a", "b"), (("1", "x | y"), ("2", ""))),)
    assert sheets(found)[1].kind == "quote"
    assert [sheet.title for sheet in sheets(found)] == ["T", "Q", "C"]
    assert "代码块" in told(found)


def test_third_headings_are_points_with_what_follows_in_them(tmp_path: Path) -> None:
    found = read("## T\n### 甲\n- 一\n### 乙\n- 二\n", tmp_path)
    assert lines(sheets(found)[0]) == [Line("甲"), Line("一", 1), Line("乙"), Line("二", 1)]


def test_pictures_come_from_beside_the_file_alone(tmp_path: Path) -> None:
    (tmp_path / "here" / "img").mkdir(parents=True)
    (tmp_path / "here" / "img" / "a.png").write_bytes(png())
    (tmp_path / "out.png").write_bytes(png())
    (tmp_path / "here" / "link.png").symlink_to(tmp_path / "out.png")
    text = (
        "## T\n![蓝](img/a.png)\n![](../out.png)\n![](/etc/x.png)\n![](https://a/b.png)\n![](link.png)\n![](no.png)\n"
    )
    found = read(text, tmp_path / "here")
    assert [block.alt for block in sheets(found)[0].blocks if isinstance(block, Shown)] == ["蓝"]
    assert told(found).count("不在文件旁边的图片") == 4
    assert told(found).count("读不到的图片") == 1


@pytest.mark.parametrize("code", ["utf-8-sig", "gb18030", "utf-16"])
def test_any_usual_encoding(code: str, tmp_path: Path) -> None:
    assert sheets(read("## 中文标题\r\n- 要点一\r\n- 要点二\r\n".encode(code), tmp_path))[0].title == "中文标题"


@pytest.mark.parametrize("data", [b"", b"\n\n---\n", b"\x00\x01", b"a" * (MOST_BYTES + 1)])
def test_what_cannot_be_used_is_said(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(ImportFileError) as caught:
        read(data, tmp_path)
    assert caught.value.hint.zh


@pytest.mark.parametrize(
    "piece", ["<!--", "![", "[a](", "**a", "| - |\n", "<a", "`", "---\na: b\n", "# a\n", "> ", "  - a\n"]
)
def test_no_text_stalls_it(piece: str, tmp_path: Path) -> None:
    """What goes over the text again for each of its pieces would take hours."""
    read("## T\n- x\n" + piece * (200_000 // len(piece)), tmp_path)


@given(
    st.lists(
        st.sampled_from(
            [
                "# ",
                "## ",
                "- ",
                "  ",
                "a",
                "中",
                "\n",
                "---\n",
                "|",
                "**",
                "`",
                "```\n",
                "<!--",
                "-->",
                "![x](y)",
                "> ",
                "Note:",
                "\t",
                "<b>",
                "\\",
            ]
        ),
        max_size=60,
    ).map("".join)
)
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    try:
        found = read(text, folder)
    except ImportFileError:
        return
    assert sheets(found)
