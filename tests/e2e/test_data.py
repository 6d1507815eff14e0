"""A chart on the screen follows the file that it is bound to, and outlives whatever happens to that file."""

from itertools import groupby
from pathlib import Path

from bench import marker
from jn_presenter.qt.windows.console.look import TONES
from tests.e2e import decks
from tests.e2e.conftest import Hall, rgb
from tests.e2e.desk import HEIGHT, LEFT, NEEDS, RIGHT, WIDTH, Monitor
from tests.e2e.program import wait_until
from tests.e2e.test_saving import save

pytestmark = NEEDS
ACCENT = rgb("#6fc3ff")
CHART = f"""layout: chart-full
title:
  zh: 参观人数
  en: Visitors
plain: 测试
chart:
  type: bar
  data: {{file: data/visitors.csv, sample: true}}
free:
  - type: box
    at: [0, 0.981481, 0.010417, 0.018519]
    fill: "{marker.hex_colour(10)}"
"""
LONGEST = 8


def table(first: int) -> str:
    return f"馆,人数\n东馆,{first}\n西馆,{LONGEST}\n"


def write(folder: Path) -> Path:
    """A deck whose first slide has two bars of a CSV file, 2 and 8 long."""
    deck = decks.write(folder, (decks.Page(name="one", number=10), decks.Page(name="two", number=20)))
    decks.file(deck, decks.Page(name="one", number=10)).write_text(CHART, encoding="utf-8")
    (deck / "data").mkdir()
    (deck / "data" / "visitors.csv").write_text(table(2), encoding="utf-8")
    return deck


def bars(hall: Hall, monitor: Monitor) -> list[int]:
    """The lengths of the bars in px, from above."""
    pixels = hall.eyes.look(monitor)
    blue = bytes((*ACCENT[::-1],))
    rows = (pixels[4 * WIDTH * y : 4 * WIDTH * (y + 1)] for y in range(HEIGHT))
    lengths = (sum(row[x : x + 3] == blue for x in range(0, len(row), 4)) if blue in row else 0 for row in rows)
    found = ((length, sum(1 for _ in run)) for length, run in groupby(lengths))
    return [length for length, high in found if length and high > 4]


def ratio(hall: Hall, monitor: Monitor) -> float:
    """The first bar's length in units of the second's, which is the longest."""
    found = bars(hall, monitor)
    return found[0] / found[1] if len(found) == 2 else 0.0


def arrives(hall: Hall, monitor: Monitor, first: int) -> list[float]:
    """Wait until the first bar is as long as that; its lengths on the way there."""
    seen: list[float] = []

    def there() -> bool:
        seen.append(ratio(hall, monitor))
        return abs(seen[-1] - first / LONGEST) < 0.01

    wait_until(there, lambda: f"a bar of {first}; there are {bars(hall, monitor)}")
    return seen


def test_a_saved_table_moves_the_bar_however_it_was_saved(room: Hall, tmp_path: Path) -> None:
    deck = write(tmp_path / "deck")
    file = deck / "data" / "visitors.csv"
    room.present(deck, "--no-console", on=LEFT)
    arrives(room, LEFT, 2)
    save(file, table(6))
    arrives(room, LEFT, 6)
    file.write_text(table(3), encoding="utf-8")
    arrives(room, LEFT, 3)
    save(file, table(7))
    arrives(room, LEFT, 7)

    def seen_on_its_way() -> bool:
        there = 2 if ratio(room, LEFT) > 0.5 else 7
        save(file, table(there))
        return any(0.27 < length < 0.85 for length in arrives(room, LEFT, there))

    wait_until(seen_on_its_way, "a frame between the two lengths")


def test_a_table_that_is_half_written_or_gone_keeps_its_picture_and_the_console_says_so(
    hall: Hall, tmp_path: Path
) -> None:
    deck = write(tmp_path / "deck")
    file = deck / "data" / "visitors.csv"
    hall.present(deck, on=RIGHT)
    arrives(hall, RIGHT, 2)
    picture = hall.eyes.look(RIGHT)
    told = rgb(TONES["amber"])
    assert told not in hall.eyes.colours(LEFT)
    file.write_text('馆,人数\n"东馆', encoding="utf-8")
    wait_until(lambda: told in hall.eyes.colours(LEFT), "the console says so")
    assert hall.eyes.look(RIGHT) == picture
    file.write_text(table(5), encoding="utf-8")
    arrives(hall, RIGHT, 5)
    wait_until(lambda: told not in hall.eyes.colours(LEFT), "the console says no more of it")
    picture = hall.eyes.look(RIGHT)
    file.unlink()
    wait_until(lambda: told in hall.eyes.colours(LEFT), "the console says so")
    assert hall.eyes.look(RIGHT) == picture
    save(file, table(4))
    arrives(hall, RIGHT, 4)
    wait_until(lambda: told not in hall.eyes.colours(LEFT), "the console says no more of it")
