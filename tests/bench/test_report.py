from bench.report import Machine, block, figure, report, table
from bench.row import Failed, Limit, Row

ROWS = [
    Row(what="start", unit="ms", ours=350.0, base=200.0, limit=Limit("ratio", 1.6), n=12, spread="340–360"),
    Row(what="jump", unit="ms", ours=19.24, limit=Limit("value", 60.0)),
    Row(what="deck", unit="MB", ours=136.0, base=112.0, versus="20 slides", limit=Limit("extra", 60.0)),
]
HERE = Machine(
    date="2020-01-01 12:00 UTC",
    processor="A processor",
    cores=2,
    memory_gb=8.0,
    system="A system",
    versions=(("Python", "3.11"), ("PySide6-Essentials", "6.11.3")),
)


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_every_line_has_its_figures_ratio_limit_and_verdict() -> None:
    _, _, start, jump, deck = table(ROWS).splitlines()
    assert cells(start) == ["start", "200 ms (floor)", "350 ms", "1.75 ×", "1.6 ×", "**over**", "12", "340–360"]
    assert cells(jump) == ["jump", "", "19.2 ms", "", "60 ms", "ok", "1", ""]
    assert cells(deck) == ["deck", "112 MB (20 slides)", "136 MB", "1.21 ×", "+60 MB", "ok", "1", ""]


def test_columns_are_aligned() -> None:
    lines = table(ROWS).splitlines()
    bars = [[k for k, character in enumerate(line) if character == "|"] for line in lines]
    assert all(one == bars[0] for one in bars)


def test_figures_have_three_digits_or_all_their_whole_ones() -> None:
    assert [figure(value, "ms") for value in (0.256, 9.87, 12.34, 123.4, 4567.8)] == [
        "0.26 ms",
        "9.87 ms",
        "12.3 ms",
        "123 ms",
        "4568 ms",
    ]


def test_the_page_says_where_when_and_what_was_bad() -> None:
    page = report(HERE, ROWS, [Failed("soak", "slide 7 did not appear")], 0.126, 11.7)
    for part in (
        "2020-01-01 12:00 UTC",
        "in 12 minutes",
        "used 0.13 processors",
        "A processor, 2 processors, 8 GB, A system",
        "Python 3.11, PySide6-Essentials 6.11.3",
        "1 of 3 limits are exceeded",
        "not measured: soak: slide 7 did not appear",
    ):
        assert part in page
    assert table(ROWS) in page


def test_a_page_from_a_busy_machine_says_so() -> None:
    assert "not quiet" in report(HERE, ROWS, [], 0.9, 1.0)
    assert "not quiet" not in report(HERE, ROWS, [], 0.1, 1.0)


def test_a_long_run_is_a_block_with_its_own_circumstances_and_whole_numbers() -> None:
    rows = [Row(what="escapes", unit="", ours=0, limit=Limit("value", 0), n=1000)]
    page = block("storm", HERE, rows, 0.5, 90.0)
    assert page.startswith("### storm\n")
    for part in ("2020-01-01 12:00 UTC, in 90 minutes", "0 of 1 limits are exceeded", "the machine was not quiet"):
        assert part in page
    assert cells(table(rows).splitlines()[2]) == ["escapes", "", "0", "", "0", "ok", "1000", ""]
