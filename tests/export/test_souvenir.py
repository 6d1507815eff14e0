"""A souvenir has the slides that were seen, names the delegation and nobody else, and spoils no end of a show."""

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from msgspec import structs

from jn_presenter import cli_souvenir
from jn_presenter.export import pdf
from jn_presenter.export.progress import Progress
from jn_presenter.export.request import Request
from jn_presenter.export.souvenir import without_people
from jn_presenter.model.deck import Deck
from jn_presenter.model.fields import Date
from jn_presenter.model.text import plain
from jn_presenter.model.visit import Person, Visit
from jn_presenter.qt.souvenir import Shown
from jn_presenter.visiting import made_out

VISIT = Visit(
    id="sample",
    delegation=plain("Sample City Delegation"),
    leader=Person(name=plain("Leader Lee")),
    guests=(Person(name=plain("Guest Gu")),),
    host=Person(name=plain("Host Ho"), contact=plain("025-0000")),
    date=Date("2026-11-23"),
)


@pytest.fixture
def show(deck: Callable[..., Deck], measure: object, tmp_path: Path) -> Shown:
    """A show of which two of three slides were seen, made out for a visit."""
    written = deck("a/one", "a/two", "a/three")
    return Shown(
        deck=made_out(written, VISIT),
        written=written,
        slides=("visit/welcome", "a/three", "a/one"),
        languages=("en",),
        style="night",
        size=(320, 180),
        snapshots={},
        log=tmp_path / "2026-11-23 10.00.00 deck.csv",
    )


def text(file: Path) -> list[str]:
    """Of each page, as browsers read it."""
    document = pypdfium2.PdfDocument(file)
    found = []
    for number in range(len(document)):
        page = document[number]
        words = page.get_textpage()
        found.append(words.get_text_bounded())
        words.close()
        page.close()
    document.close()
    return found


def test_it_stands_beside_the_log_with_the_slides_in_the_order_in_which_they_were_seen(show: Shown) -> None:
    told = cli_souvenir.made(show)
    file = show.log.with_suffix(".pdf")
    assert str(file) in told.zh
    assert str(file) in told.en
    pages = text(file)
    assert len(pages) == 3
    assert "a/three" in pages[1]
    assert "a/one" in pages[2]


def test_it_names_the_delegation_and_nobody_else(show: Shown) -> None:
    cli_souvenir.made(show)
    welcome, *_ = pages = text(show.log.with_suffix(".pdf"))
    assert "Sample City Delegation" in welcome
    content = show.log.with_suffix(".pdf").read_bytes()
    for name in ("Leader Lee", "Guest Gu", "Host Ho", "025-0000"):
        assert name not in "".join(pages)
        assert name.encode() not in content


def test_a_deck_without_a_visit_is_as_it_is(deck: Callable[..., Deck]) -> None:
    plain_deck = deck("a/one")
    assert without_people(plain_deck, None) is plain_deck


def failing(error: BaseException) -> Callable[[Request, Progress], bytes]:
    def write(request: Request, progress: Progress) -> bytes:
        raise error

    return write


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "the disk is full"),
        (KeyboardInterrupt(), "not waited for"),
    ],
)
def test_what_hinders_it_is_told_with_how_to_make_it_later(
    show: Shown, monkeypatch: pytest.MonkeyPatch, error: BaseException, words: str
) -> None:
    monkeypatch.setattr(pdf, "write", failing(error))
    told = cli_souvenir.made(show)
    assert words in told.en
    assert f'--to souvenir --log "{show.log}" --visit "sample"' in told.en
    assert list(show.log.parent.iterdir()) == []


def test_a_mistake_of_the_program_is_logged_and_ends_nothing(
    show: Shown, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(pdf, "write", failing(ZeroDivisionError()))
    assert "the program failed" in cli_souvenir.made(show).en
    assert "ZeroDivisionError" in caplog.text
    caplog.clear()


def test_nobody_waits_long_for_it(show: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter(range(0, 1000, 6))
    monkeypatch.setattr(time, "monotonic", lambda: float(next(now)))
    assert "not waited for" in cli_souvenir.made(show).en
    assert list(show.log.parent.iterdir()) == []


def test_where_no_slide_is_left_there_is_none(show: Shown) -> None:
    assert "none of its slides is left" in cli_souvenir.made(structs.replace(show, slides=("a/gone",))).en
