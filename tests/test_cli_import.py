"""The command `import`: the deck it makes passes `check` and can be shown at once, and what it lacks is told."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from jn_presenter.cli import main
from jn_presenter.load import load_deck
from jn_presenter.model.deck import Deck
from jn_presenter.moving_in import landing
from tests.imported import SECTION, TITLE_ONLY, TITLED, chart, office, png, saved, slide

KEPT = Path(__file__).parent / "decks" / "imported" / "libreoffice.pptx"
LONG = "这一句话说得很长，从库房讲到展厅，从展厅讲到工坊，再从工坊讲到院子里的那棵老树，讲的人不累，听的人也不累。"


@pytest.fixture
def office_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    return tmp_path


def imported(show: Any, folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Deck, str]:
    """The deck made of it, which has no errors, and what was said on stdout."""
    file = saved(show, folder / "汇报 x.pptx") if not isinstance(show, Path) else show
    assert main(["import", str(file), "-o", "made"]) == 0
    out = capsys.readouterr().out
    assert main(["check", "made"]) == 0, capsys.readouterr().out
    capsys.readouterr()
    return load_deck(folder / "made").deck, out


def names(deck: Deck) -> list[tuple[str, str]]:
    """(layout, title) of each slide."""
    return [(deck.slides[slide].layout, deck.slides[slide].title.variants[0][1]) for slide in deck.order]


@pytest.mark.parametrize("made", [office, lambda: KEPT], ids=["python-pptx", "libreoffice"])
def test_an_office_deck_is_imported(
    made: Callable[[], Any], office_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck, out = imported(made(), office_folder, capsys)
    assert names(deck) == [
        ("cover", "云溪馆工作汇报"),
        ("points", "全年三件大事"),
        ("points", "十二项任务逐条落实"),
        ("points", "十二项任务逐条落实（续）"),
        ("points", "十二项任务逐条落实（续）"),
        ("two-columns", "两条路线"),
        ("chart-full", "参观人次稳步增长"),
        ("chart-right", "观众从哪里来"),
        ("table", "四个展馆一览"),
        ("chart-right", "新馆外景"),
        ("section", "谢谢"),
    ]
    assert deck.briefing.languages == ("zh",)
    assert deck.slides["content/quan-nian-san-jian-da-shi"].notes is not None
    assert "imported" in deck.slides["content/quan-nian-san-jian-da-shi"].plain
    assert not deck.slides["content/liang-tiao-lu-xian"].plain
    folder = office_folder / "made"
    assert out.startswith(str(folder))
    assert "下一步" in out
    assert "没有文字的图形（1 个）" in out
    notes = (folder / "IMPORT.md").read_text(encoding="utf-8")
    assert "没有文字的图形（1 个）" in notes
    assert "drawn shapes without words (1)" in notes
    assert "content/bei-yong-yu-suan-shuo-ming" in notes
    assert (folder / "content" / "bei-yong-yu-suan-shuo-ming.yaml").is_file()
    table = (folder / "data" / "content-can-guan-ren-ci-wen-bu.csv").read_bytes()
    assert table.decode("utf-8-sig").splitlines()[:2] == ["名称,线上,线下", "春季,12.5,8"]
    assert len(list((folder / "pictures").iterdir())) == 1
    assert sorted(path.name for path in office_folder.iterdir() if path.suffix != ".pptx") == ["made"]


def test_too_much_for_a_slide_is_divided_until_it_fits(office_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show = Presentation()
    made = slide(show, TITLED, "题目也很长，" + LONG)
    frame = made.placeholders[1].text_frame
    frame.text = LONG * 6
    for _ in range(5):
        frame.add_paragraph().text = LONG * 2
    frame.add_paragraph().text = "x" * 600
    deck, _ = imported(show, office_folder, capsys)
    assert len(deck.order) > 4
    said = "".join(
        words
        for name in deck.order
        for element in deck.slides[name].slot("points")
        for item in element.items
        for _, words in item.variants  # type: ignore[attr-defined]
    )
    said += "".join(
        words
        for name in deck.order
        for element in deck.slides[name].slot("statement")
        for _, words in element.text.variants  # type: ignore[attr-defined]
    )
    assert said == "题目也很长，" + LONG * 17 + "x" * 600, "the title is shortened, and so said whole below it"


def test_a_chart_of_many_categories_becomes_a_table(office_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show = Presentation()
    data = CategoryChartData()
    data.categories = [f"很长很长的类别名称第{k}号" for k in range(70)]
    data.add_series("数", range(70))
    chart(slide(show, TITLE_ONLY, "七十类"), XL_CHART_TYPE.PIE, data)
    deck, _ = imported(show, office_folder, capsys)
    assert {layout for layout, _ in names(deck)} == {"table"}


@pytest.mark.parametrize(
    "kind",
    [
        XL_CHART_TYPE.BAR_CLUSTERED,
        XL_CHART_TYPE.COLUMN_STACKED_100,
        XL_CHART_TYPE.LINE,
        XL_CHART_TYPE.AREA_STACKED,
        XL_CHART_TYPE.DOUGHNUT,
        XL_CHART_TYPE.RADAR,
    ],
)
def test_a_chart_that_its_figures_do_not_suit_is_shown_otherwise(
    kind: XL_CHART_TYPE, office_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Negative, missing and huge figures."""
    show = Presentation()
    data = CategoryChartData()
    data.categories = ["2019", "2020", "2021"]
    data.add_series("a", (-3, None, 5e12))
    data.add_series("b", (0, 0.00001, -2))
    chart(slide(show, TITLE_ONLY, "图"), kind, data)
    deck, _ = imported(show, office_folder, capsys)
    assert deck.order


def test_an_english_deck_of_tables_and_pictures(office_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show = Presentation()
    show.core_properties.title = "Plans 2025"
    slide(show, SECTION, "Part 1: plans")
    made = slide(show, TITLE_ONLY, "A long table")
    grid = made.shapes.add_table(13, 9, 0, 0, Inches(9), Inches(5)).table
    for row in range(13):
        for column in range(9):
            grid.cell(row, column).text = f"Cell with words {row} {column}" if row else f"Head {column}"
    slide(show, SECTION, "Part 2: pictures")
    made = slide(show, TITLE_ONLY, "Two pictures: note")
    for k in range(2):
        picture = office_folder / f"{k}.png"
        picture.write_bytes(png(200 + k, 100))
        made.shapes.add_picture(str(picture), Inches(1), Inches(1 + 3 * k), Inches(4), Inches(2))
        picture.unlink()
    deck, _ = imported(show, office_folder, capsys)
    assert [theme.id for theme in deck.themes] == ["part-1-plans", "part-2-pictures"]
    assert [one for one in names(deck) if one[0] == "chart-full"] == [
        ("chart-full", "Two pictures: note"),
        ("chart-full", "Two pictures: note (continued)"),
    ]
    assert sum(layout == "table" for layout, _ in names(deck)) == 4


def test_a_markdown_file_is_imported(office_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = office_folder / "汇报.md"
    file.write_text("# 汇报\n\n## 甲\n- 一\n- 二\n\nNote: 慢讲\n\n## 乙\n> 一句话\n", encoding="utf-8")
    assert main(["import", str(file)]) == 0
    capsys.readouterr()
    assert main(["check", "--strict", "汇报"]) == 0
    deck = load_deck(office_folder / "汇报").deck
    assert names(deck) == [("section", "汇报"), ("points", "甲"), ("quote", "乙")] or names(deck)[0][0] == "cover"
    assert names(deck)[1:] == [("points", "甲"), ("quote", "乙")]


@pytest.mark.parametrize(
    ("name", "data", "code", "said"),
    [
        ("x.pptx", b"words", 1, "不是完整的 .pptx"),
        ("x.ppt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, 1, "另存为 .pptx"),
        ("x.md", b"\n", 1, "没有内容"),
        ("x.docx", b"PK", 2, "只能导入"),
        ("x.pptx", None, 2, "x.pptx"),
    ],
)
def test_what_cannot_be_imported_leaves_nothing_behind(
    name: str, data: bytes | None, code: int, said: str, office_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if data is not None:
        (office_folder / name).write_bytes(data)
    assert main(["import", name, "-o", "made"]) == code
    assert said in capsys.readouterr().err
    assert [path.name for path in office_folder.iterdir()] == ([name] if data is not None else [])


def test_a_folder_that_is_there_is_left_alone(office_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved(office(), office_folder / "x.pptx")
    (office_folder / "x").mkdir()
    (office_folder / "x" / "mine.txt").touch()
    assert main(["import", "x.pptx"]) == 2
    assert "-o" in capsys.readouterr().err
    assert [path.name for path in (office_folder / "x").iterdir()] == ["mine.txt"]


def test_a_disk_that_is_full_leaves_nothing_behind(
    office_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(part: Path) -> None:
        raise OSError(28, "No space left on device", str(part))

    saved(office(), office_folder / "x.pptx")
    monkeypatch.setattr(landing, "_settle", full)
    assert main(["import", "x.pptx", "-o", "made"]) == 2
    assert "No space" in capsys.readouterr().err
    assert [path.name for path in office_folder.iterdir()] == ["x.pptx"]


def test_a_slide_that_is_damaged_costs_that_slide(office_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved(office(), office_folder / "whole.pptx")
    with zipfile.ZipFile("whole.pptx") as old, zipfile.ZipFile("x.pptx", "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(
                entry.filename,
                data.replace(b"p:txBody", b"p:txtBody") if entry.filename.endswith("slide2.xml") else data,
            )
    assert main(["import", "x.pptx", "-o", "made"]) == 0
    capsys.readouterr()
    assert main(["check", "made"]) == 0
    assert len(load_deck("made").deck.order) >= 10
