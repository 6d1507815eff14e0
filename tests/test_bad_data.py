"""Every way in which data can be bad: a problem with its file and place, in both languages; the last chart stays."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct, structs

from jn_presenter.draw.bound import Values
from jn_presenter.draw.feeding import wants_of
from jn_presenter.elements import ELEMENTS
from jn_presenter.feeds.csv import Csv
from jn_presenter.feeds.http import Http
from jn_presenter.feeds.json import Json
from jn_presenter.feeds.sqlite import Sqlite
from jn_presenter.feeds.xlsx import Xlsx
from jn_presenter.load.snapshots import read_feed
from jn_presenter.model.element import Element
from jn_presenter.model.feed import Feed, Request, Snapshot
from jn_presenter.model.fields import DataFile
from jn_presenter.model.marks import AnyMark
from jn_presenter.model.problem import Finding
from jn_presenter.show.ages import age
from tests.decks import table_slide
from tests.feeds.servers import Server, said, serving
from tests.feeds.workbooks import row, workbook
from tests.look import LANGUAGES, at_rest, env
from tests.tables import PLACES

TEXT, BOOK, LIST, BASE = DataFile("a.csv"), DataFile("a.xlsx"), DataFile("a.json"), DataFile("a.db")
CSV, XLSX, JSON = Csv(file=TEXT), Xlsx(file=BOOK), Json(file=LIST)
SHEET = Xlsx(file=BOOK, sheet="2024")
SQL = Sqlite(file=BASE, query="SELECT hall, sold FROM halls")


class Bad(Struct, frozen=True, kw_only=True):
    """What is saved, or answered, first good and then bad; what is said of it, and where.

    place: file, row and column. stays: whether the last good figures are kept. chart: the element that shows them.
    """

    feed: Feed
    good: bytes | str
    bad: bytes | str
    code: str
    place: tuple[str, int, int]
    stays: bool = True
    chart: str = "bar"
    fields: dict[str, Any] = {}
    word: str = ""
    """What the message has in it."""
    opened: str = ""
    """The code where a deck is opened with it, if that is another."""


def sheet(*rows: str, name: str = "2024") -> bytes:
    return workbook({name: row(1, "hall", "sold") + "".join(rows)})


GOOD, GOOD_BOOK = "hall,sold\na,12\nb,7\n", sheet(row(2, "a", 12), row(3, "b", 7))
GOOD_LIST, GOOD_TIME = '[{"hall": "a", "sold": 12}, {"hall": "b", "sold": 7}]', "year,sold\n2020,12\n2021,7\n"
NEVER = '<c r="{at}"><f>SUM(B1:B2)</f><v></v></c>'
MANY = "hall,sold\n" + "".join(f"h{k},{k}\n" for k in range(5000))

CASES = {
    "text where a number belongs, csv": Bad(
        feed=CSV, good=GOOD, bad="hall,sold\na,12\nb,seven\n", code="not-a-number", place=("a.csv", 3, 2), word="seven"
    ),
    "text where a number belongs, xlsx": Bad(
        feed=XLSX,
        good=GOOD_BOOK,
        bad=sheet(row(2, "a", 12), row(3, "b", "seven")),
        code="not-a-number",
        place=("a.xlsx", 3, 2),
        word="2024!B3",
    ),
    "text where a number belongs, json": Bad(
        feed=JSON,
        good=GOOD_LIST,
        bad=GOOD_LIST.replace("7", '"seven"'),
        code="not-a-number",
        place=("a.json", 0, 0),
        word="sold:2",
    ),
    "text where a year belongs": Bad(
        feed=CSV,
        good=GOOD_TIME,
        bad="year,sold\n2020,12\nlater,7\n2022,3\n",
        code="not-a-date",
        place=("a.csv", 3, 1),
        chart="line",
        word="later",
        opened="not-a-number",
    ),
    "text in the only column": Bad(
        feed=CSV,
        good="minutes\n5\n7\n",
        bad="minutes\n5\nmany\n",
        code="not-a-number",
        place=("a.csv", 3, 1),
        chart="histogram",
    ),
    "no number, csv": Bad(
        feed=CSV, good=GOOD, bad="hall,sold\na,NaN\nb,7\n", code="not-a-number", place=("a.csv", 2, 2)
    ),
    "infinite, csv": Bad(
        feed=CSV, good=GOOD, bad="hall,sold\na,inf\nb,7\n", code="not-a-number", place=("a.csv", 2, 2)
    ),
    "infinite, xlsx": Bad(
        feed=XLSX,
        good=GOOD_BOOK,
        bad=sheet(row(2, "a", 12), row(3, "b", '<c r="{at}"><v>INF</v></c>')),
        code="not-finite",
        place=("a.xlsx", 3, 2),
    ),
    "no number, json": Bad(
        feed=JSON,
        good=GOOD_LIST,
        bad=GOOD_LIST.replace("7", "NaN"),
        code="not-finite",
        place=("a.json", 0, 0),
        word="NaN",
    ),
    "infinite, sqlite": Bad(
        feed=SQL,
        good="UPDATE halls SET sold = 5",
        bad="UPDATE halls SET sold = 9e999",
        code="not-finite",
        place=("a.db", 0, 0),
        word="1",
    ),
    "negatives in a donut": Bad(
        feed=CSV,
        good=GOOD,
        bad="hall,sold\na,12\nb,-7\n",
        code="below-zero",
        place=("a.csv", 3, 2),
        chart="donut",
        word="-7",
        opened="negative",
    ),
    "an empty series": Bad(
        feed=CSV, good=GOOD, bad="hall,sold\na,\nb,\n", code="no-figures", place=("a.csv", 1, 2), word="sold"
    ),
    "no row": Bad(feed=CSV, good=GOOD, bad="hall,sold\n", code="no-figures", place=("a.csv", 0, 0)),
    "nothing at all": Bad(feed=CSV, good=GOOD, bad="\n", code="empty-table", place=("a.csv", 1, 0)),
    "one point": Bad(
        feed=CSV,
        good=GOOD_TIME,
        bad="year,sold\n2020,12\n",
        code="line-points",
        place=("", 0, 0),
        chart="line",
        stays=False,
    ),
    "5,000 categories": Bad(
        feed=CSV, good=GOOD, bad=MANY, code="too-many-rows", place=("a.csv", 0, 0), stays=False, word="5000"
    ),
    "a column that is gone": Bad(
        feed=CSV,
        good=GOOD,
        bad="hall,tickets\na,12\nb,7\n",
        code="no-column",
        place=("a.csv", 1, 0),
        fields={"values": (Values(column="sold"),)},
        word="sold",
    ),
    "a formula that was never calculated": Bad(
        feed=XLSX,
        good=GOOD_BOOK,
        bad=sheet(row(2, "a", 12), row(3, "b", NEVER)),
        code="not-calculated",
        place=("a.xlsx", 3, 2),
        word="2024!B3",
    ),
    "a wrong sheet": Bad(
        feed=SHEET,
        good=GOOD_BOOK,
        bad=sheet(row(2, "a", 12), name="2025"),
        code="no-sheet",
        place=("a.xlsx", 0, 0),
        word="2024",
    ),
    "an answer of a page": Bad(
        feed=Http(url="http://127.0.0.1/"),
        good=GOOD_LIST,
        bad="<!doctype html><title>Login</title>",
        code="web-page",
        place=("", 0, 0),
    ),
    "an answer of a gigabyte": Bad(
        feed=Http(url="http://127.0.0.1/"), good=GOOD_LIST, bad="[" + "9" * 100, code="too-large", place=("", 0, 0)
    ),
    "a clock that jumps": Bad(
        feed=CSV,
        good="s,sold\n1,12\n2,7\n",
        bad="s,sold\n1,12\n2,7\n0.5,3\n0.6,4\n",
        code="clock-back",
        place=("a.csv", 4, 1),
        chart="strip",
        stays=False,
    ),
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


Save = Callable[[bytes | str], None]


def ready(case: Bad, folder: Path, server: Server) -> tuple[Feed, Save]:
    """The feed, and what saves content for it to read."""
    if isinstance(case.feed, Http):

        def answer(content: bytes | str) -> None:
            data = content if isinstance(content, bytes) else content.encode()
            size = 1 << 30 if case.code == "too-large" and content == case.bad else len(data)
            server.answer = said(data, Content_Length=str(size))

        return structs.replace(case.feed, url=server.url), answer
    if isinstance(case.feed, Sqlite):

        def query(content: bytes | str) -> None:
            with closing(sqlite3.connect(folder / "a.db")) as database:
                database.execute("CREATE TABLE IF NOT EXISTS halls (hall TEXT, sold REAL)")
                if not database.execute("SELECT count(*) FROM halls").fetchone()[0]:
                    database.execute("INSERT INTO halls VALUES ('a', 12), ('b', 7)")
                database.execute(str(content))
                database.commit()

        return case.feed, query

    def write(content: bytes | str) -> None:
        data = content if isinstance(content, bytes) else content.encode()
        (folder / case.feed.files()[0]).write_bytes(data)

    return case.feed, write


def chart_of(case: Bad, feed: Feed) -> Element:
    return ELEMENTS[case.chart](data=feed, **case.fields)


def said_of(chart: Element, snapshot: Snapshot, languages: tuple[str, ...] = ("zh",)) -> list[Finding]:
    """All that is wrong, as the chart says it; it can be drawn whatever that is."""
    (feed,) = chart.feeds()
    found: list[Finding] = []
    for place in PLACES:
        fitted = chart.fit(place, env(languages, snapshots={feed: snapshot}))
        at_rest(fitted)
        found += fitted.findings
    return found


def is_told(finding: Finding, code: str, word: str) -> bool:
    """Whether it says what is wrong, and what to do, in both languages."""
    both = (finding.message.zh, finding.message.en, finding.hint.zh, finding.hint.en)
    return finding.code == code and all(both) and word in finding.message.zh and word in finding.message.en


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("languages", LANGUAGES)
def test_it_is_a_problem_with_its_place_when_a_deck_is_opened(
    name: str, languages: tuple[str, ...], tmp_path: Path, server: Server
) -> None:
    case = CASES[name]
    feed, save = ready(case, tmp_path, server)
    save(case.bad)
    chart = chart_of(case, feed)
    found = said_of(chart, read_feed(feed, Request(folder=str(tmp_path))), languages)
    code = case.opened or case.code
    told = [(one.file, one.line, one.column) for one in found if is_told(one, code, "" if case.opened else case.word)]
    assert told[:1] == [case.place], found


@pytest.mark.parametrize("name", CASES)
def test_in_a_show_it_is_told_and_the_last_good_figures_stay(name: str, tmp_path: Path, server: Server) -> None:
    case = CASES[name]
    feed, save = ready(case, tmp_path, server)
    chart = chart_of(case, feed)
    wants = wants_of((structs.replace(table_slide("a/one", feed), slots=(("chart", (chart,)),)),), feed)
    save(case.good)
    good = read_feed(feed, Request(folder=str(tmp_path), wants=wants))
    assert (good.state, good.finding, said_of(chart, good)) == ("fresh", None, [])
    save(case.bad)
    found = read_feed(feed, Request(folder=str(tmp_path), before=good, wants=wants))
    told = [found.finding] if found.finding else said_of(chart, found)
    assert [(one.file, one.line, one.column) for one in told if is_told(one, case.code, case.word)][:1] == [case.place]
    if case.stays:
        assert (found.state, found.columns) == ("stale", good.columns)
        assert marks_of(chart, found) == marks_of(chart, good)
    save(case.good)
    again = read_feed(feed, Request(folder=str(tmp_path), before=found, wants=wants))
    assert (again.state, again.finding, again.rows) == ("fresh", None, good.rows)


def marks_of(chart: Element, snapshot: Snapshot) -> tuple[AnyMark, ...]:
    (feed,) = chart.feeds()
    return at_rest(chart.fit(PLACES[0], env(snapshots={feed: snapshot})))


@pytest.mark.parametrize(
    "query", ["UPDATE halls SET sold = 0", "DROP TABLE halls", "SELECT 1; DELETE FROM halls", "PRAGMA x=1"]
)
def test_a_query_that_writes_is_told_and_changes_nothing(query: str, tmp_path: Path, server: Server) -> None:
    case = structs.replace(CASES["infinite, sqlite"], feed=Sqlite(file=BASE, query=query))
    feed, save = ready(case, tmp_path, server)
    save(case.good)
    before = (tmp_path / "a.db").read_bytes()
    found = read_feed(feed, Request(folder=str(tmp_path))).finding
    assert found is not None
    assert (found.code, found.file) == ("not-a-select", "a.db")
    assert all((found.message.zh, found.message.en, found.hint.zh, found.hint.en))
    assert (tmp_path / "a.db").read_bytes() == before


@pytest.mark.parametrize("saved", [0.0, 4e9])
def test_a_file_of_another_time_is_read_as_any_other(saved: float, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(GOOD, encoding="utf-8")
    os.utime(tmp_path / "a.csv", (saved, saved))
    found = read_feed(CSV, Request(folder=str(tmp_path)))
    assert (found.state, found.time_s) == ("fresh", saved)
    assert all((age(time.time() - found.time_s).zh, age(time.time() - found.time_s).en))
