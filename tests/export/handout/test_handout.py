"""A handout as others read it: sheets of office paper, what stands on them in which order, and for whom."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from msgspec import structs

from jn_presenter.export.handout import write
from jn_presenter.export.handout.head import CODE, first_head
from jn_presenter.export.handout.paper import room
from jn_presenter.export.progress import untold
from jn_presenter.export.request import Request
from jn_presenter.model.fact import Fact, Facts, Source
from jn_presenter.model.fields import FactId
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.marks import Box, ShapeMark
from jn_presenter.model.text import plain
from tests.export.handout.conftest import VISIT

Handout = Callable[..., Request]
LIMIT_S = 60.0
CORNER_PT = 70.0


def sheets(request: Request) -> list[str]:
    """The text of each sheet, without blanks."""
    file = pypdfium2.PdfDocument(write(request, untold))
    found = []
    for number in range(len(file)):
        page = file[number]
        words = page.get_textpage()
        found.append("".join(words.get_text_bounded().split()))
        words.close()
        page.close()
    file.close()
    return found


@pytest.mark.parametrize(("per_page", "count"), [(2, 4), (3, 3), (6, 2)])
def test_as_many_slides_stand_on_a_sheet_as_asked_for(handout: Handout, per_page: int, count: int) -> None:
    found = sheets(handout(7, per_page=per_page))
    assert len(found) == count
    assert [text.count("绿化覆盖") for text in found] == [min(per_page, 7 - k * per_page) for k in range(count)]
    assert [text[-3:] for text in found] == [f"{k}/{count}" for k in range(1, count + 1)]


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_paper_is_that_asked_for(handout: Handout, paper: str, size: tuple[int, int]) -> None:
    file = pypdfium2.PdfDocument(write(handout(1, paper=paper), untold))
    assert file.get_page_size(0) == size
    file.close()


def test_it_is_read_from_its_head_to_its_foot(handout: Handout) -> None:
    (text,) = sheets(handout(2, per_page=2, notes="欢迎各位。"))
    words = [
        "江宁开发区情况介绍",
        "示例市友好代表团",
        "2026年11月23日",
        "接待：李示例，副局长",
        "a/s0",
        "欢迎各位。",
        "a/s1",
    ]
    assert [word for word in words if word not in text] == []
    assert sorted(words, key=text.index) == words
    assert text.rindex("欢迎各位。") > text.index("a/s1")


def test_two_languages_are_both_there_and_a_name_that_reads_the_same_stands_once(handout: Handout) -> None:
    request = handout(1, languages=("zh", "en"), visit=structs.replace(VISIT, delegation=plain("ACME")))
    (text,) = sheets(request)
    assert "江宁开发区情况介绍Abriefing" in text
    assert "接待：李示例，副局长" in text
    assert "Host:LiShili,DeputyDirector" in text
    assert text.count("ACME") == 1


def test_a_name_is_printed_as_it_was_typed_and_never_taken_for_a_reference(handout: Handout) -> None:
    typed = "A/B “==Co==” <x> \u202e.. 😀 & Söhne " + "长" * 60
    (text,) = sheets(handout(1, visit=structs.replace(VISIT, delegation=plain(typed))))
    assert "A/B“==Co==”<x>..&Söhne" + "长" * 60 in text


def test_without_a_visit_nobody_is_named(handout: Handout) -> None:
    (text,) = sheets(handout(1, visit=None))
    assert text.startswith("江宁开发区情况介绍1")
    assert "接待" not in text


def test_every_further_sheet_says_whose_it_is(handout: Handout) -> None:
    for text in sheets(handout(6, per_page=2))[1:]:
        assert text.startswith("江宁开发区情况介绍示例市友好代表团")


def test_notes_are_printed_only_where_they_are_asked_for(handout: Handout) -> None:
    noted = handout(1, notes="只给讲解员")
    assert "只给讲解员" in sheets(noted)[0]
    silent = structs.replace(noted, handout=structs.replace(noted.handout, notes=False))
    assert "只给讲解员" not in sheets(silent)[0]


@pytest.mark.parametrize("per_page", [2, 3, 6])
def test_notes_longer_than_a_sheet_go_on_with_a_word_about_it(handout: Handout, per_page: int) -> None:
    said = "".join(f"第{k}句，" for k in range(1, 900))
    found = sheets(handout(1, per_page=per_page, notes=said))
    assert len(found) > 1
    assert all("第1页讲稿（续）" in text for text in found[1:])
    assert [f"第{k}句" for k in range(1, 900) if not any(f"第{k}句" in text for text in found)] == []


def test_the_sources_of_the_slides_stand_at_the_foot_of_their_own_sheet(handout: Handout) -> None:
    request = handout(3, per_page=2)
    facts = Facts(
        facts={name: Fact(id=name, label=plain(name), source=name, kind="program") for name in ("first", "second")},
        sources={
            name: Source(id=name, publisher=plain(name), short=plain(f"社{name}")) for name in ("first", "second")
        },
    )
    slides = dict(request.deck.slides)
    slides["a/s0"] = structs.replace(slides["a/s0"], facts=(FactId("first"),))
    slides["a/s2"] = structs.replace(slides["a/s2"], facts=(FactId("second"),))
    one, two = sheets(structs.replace(request, deck=structs.replace(request.deck, facts=facts, slides=slides)))
    assert one.endswith("来源：社first1/2")
    assert two.endswith("来源：社second2/2")


def test_the_code_is_large_enough_for_a_telephone_and_stands_in_the_corner(handout: Handout) -> None:
    place = room(Canvas(1190.0, 1684.0))
    for address in ("https://a.cn", "https://example.org/" + "a" * 280):
        marks = first_head(handout(1, address=address), place).marks
        (plate,) = (mark for mark in marks if mark.key == "plate")
        assert isinstance(plate, ShapeMark)
        assert isinstance(plate.shape, Box)
        assert plate.shape.w >= CODE - 0.01
        assert plate.shape.x + plate.shape.w == pytest.approx(place.right)
    assert not [mark for mark in first_head(handout(1), place).marks if mark.key == "plate"]


def test_the_outline_leads_to_the_sheet_that_a_slide_stands_on(handout: Handout) -> None:
    file = pypdfium2.PdfDocument(write(handout(5, per_page=2), untold))
    assert [line.get_dest().get_index() for line in file.get_toc() if line.level == 1] == [0, 0, 1, 1, 2]
    file.close()


@pytest.mark.needs("pdfimages")
def test_slides_stay_vectors(handout: Handout, tmp_path: Path) -> None:
    file = tmp_path / "handout.pdf"
    file.write_bytes(write(handout(3), untold))
    found = subprocess.run(["pdfimages", "-list", str(file)], capture_output=True, check=True, timeout=LIMIT_S)
    assert found.stdout.decode().splitlines()[2:] == []
