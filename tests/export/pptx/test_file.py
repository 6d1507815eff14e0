"""The PowerPoint file as another program's library reads it: titles, words, notes, sections, and the same bytes."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from msgspec import structs
from pptx import Presentation

from jn_presenter.elements import ELEMENTS
from jn_presenter.export.pptx import write
from jn_presenter.export.progress import Cancelled, untold
from jn_presenter.export.request import Request
from jn_presenter.model.deck import Deck
from jn_presenter.model.element import Measure
from jn_presenter.model.text import plain

ODD = "代表团“A”/<<b>&\x00\x01\x0b\ud800\ufffe 🎉 'q' " + "长" * 60
"""What names may have in them: quotes, signs of XML, what XML cannot write, emoji, and a great length."""


@pytest.fixture
def request_of(deck: Callable[..., Deck], measure: Measure) -> Callable[..., Request]:
    def make(*names: str, **more: Any) -> Request:
        made = deck(*names)
        values = {"languages": ("zh",), "style": made.styles["night"], "measure": measure, "deck": made}
        return Request(slides=names, **(values | more))

    return make


def read(request: Request) -> Any:
    return Presentation(io.BytesIO(write(request, untold)))


def with_notes(deck: Deck, name: str, words: str) -> Deck:
    slide = structs.replace(deck.slides[name], notes=plain(words))
    return structs.replace(deck, slides={**deck.slides, name: slide})


def test_each_slide_has_its_title_where_outlines_look_for_it(request_of: Callable[..., Request]) -> None:
    show = read(request_of("a/one", "a/two"))
    titles = [slide.shapes.title.text_frame.text for slide in show.slides]
    assert titles == ["绿化覆盖建成区的47%，a/one", "绿化覆盖建成区的47%，a/two"]


def test_points_are_paragraphs_of_one_placeholder_and_nothing_breaks_their_lines(
    request_of: Callable[..., Request],
) -> None:
    (slide,) = read(request_of("a/one", size=(1080, 1920))).slides
    (body,) = (shape for shape in slide.placeholders if shape.placeholder_format.idx == 1)
    assert [one.text for one in body.text_frame.paragraphs] == ["软件信息服务业：2000亿级", "以“中国网谷”为核心"]


def test_the_same_request_gives_the_same_bytes_and_names_no_moment(request_of: Callable[..., Request]) -> None:
    first, second = (write(request_of("a/one"), untold) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_part_is_xml_that_names_languages_and_east_asian_fonts(request_of: Callable[..., Request]) -> None:
    with zipfile.ZipFile(io.BytesIO(write(request_of("a/one", languages=("zh", "en")), untold))) as archive:
        slide = archive.read("ppt/slides/slide1.xml").decode()
        theme = archive.read("ppt/theme/theme1.xml").decode()
    assert set(re.findall(r'lang="([^"]+)"', slide)) == {"zh-CN", "en-GB"}
    assert '<a:ea typeface="Microsoft YaHei"/>' in theme


def test_a_page_has_the_shape_of_the_canvas(request_of: Callable[..., Request]) -> None:
    for size, wide in (((1920, 1080), 12192000), ((1080, 1920), 6858000), ((3840, 1080), 24384000)):
        show = read(request_of("a/one", size=size))
        assert show.slide_width == wide
        assert show.slide_width * size[1] == show.slide_height * size[0]


def test_a_very_wide_slide_is_no_larger_than_powerpoint_opens(request_of: Callable[..., Request]) -> None:
    assert read(request_of("a/one", size=(8000, 800))).slide_width == 51206400


def test_a_title_that_is_not_shown_stands_above_the_slide(
    request_of: Callable[..., Request], deck: Callable[..., Deck]
) -> None:
    made = deck("a/one")
    words = ELEMENTS["text"](text=plain("一句话"))
    slide = structs.replace(made.slides["a/one"], layout="quote", slots=(("quote", (words,)),), steps=())
    (shown,) = read(request_of("a/one", deck=structs.replace(made, slides={"a/one": slide}))).slides
    title = shown.shapes.title
    assert title.text_frame.text == "绿化覆盖建成区的47%，a/one"
    assert title.top + title.height < 0


def test_notes_stand_beneath_their_slide(request_of: Callable[..., Request], deck: Callable[..., Deck]) -> None:
    noted = with_notes(deck("a/one", "a/two"), "a/two", "先说绿化。\n再说软件。")
    one, two = read(request_of("a/one", "a/two", deck=noted)).slides
    assert not one.has_notes_slide
    assert [one.text for one in two.notes_slide.notes_text_frame.paragraphs] == ["先说绿化。", "再说软件。"]
    assert two.part in [each.target_part for each in two.notes_slide.part.rels.values()]


def test_what_xml_cannot_write_is_left_out_and_all_else_stays(
    request_of: Callable[..., Request], deck: Callable[..., Deck]
) -> None:
    made = with_notes(deck("a/one"), "a/one", ODD)
    slide = structs.replace(made.slides["a/one"], title=plain(ODD))
    (shown,) = read(request_of("a/one", deck=structs.replace(made, slides={"a/one": slide}))).slides
    kept = "代表团“A”/<b>& 🎉 ‘q’ " + "长" * 60
    assert shown.shapes.title.text_frame.text.replace("\v", "") == kept
    assert shown.notes_slide.notes_text_frame.text == "代表团“A”/<b>& 🎉 'q' " + "长" * 60


def test_properties_name_the_briefing_and_nobody(request_of: Callable[..., Request]) -> None:
    properties = read(request_of("a/one")).core_properties
    assert (properties.title, properties.language) == ("江宁开发区情况介绍", "zh-CN")
    assert (properties.author, properties.last_modified_by) == ("", "")


def test_progress_is_told_by_slides_and_may_stop_it(request_of: Callable[..., Request]) -> None:
    told: list[tuple[int, int]] = []
    write(request_of("a/one", "a/two"), lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (1, 2), (2, 2)]

    def stop(done: int, of: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(request_of("a/one", "a/two"), stop)
