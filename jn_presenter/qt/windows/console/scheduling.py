"""The time's panel as places and words: where rows, keypad and buttons stand, and what each length is said to give."""

from decimal import Decimal

from msgspec import Struct
from PySide6.QtCore import QRect

from jn_presenter.model.daytime import MINUTE_MS
from jn_presenter.model.deck import Deck
from jn_presenter.model.interpreting import Interpretation
from jn_presenter.model.text import Message
from jn_presenter.qt.windows.console.areas import FINGER
from jn_presenter.qt.windows.console.tempo import at_minute, counted, minutes_of
from jn_presenter.show.lengths import Length, is_over, offered, outcome, present, typed
from jn_presenter.show.pace import rest_ms
from jn_presenter.show.state import ShowState

EVERYTHING = Message("全部内容", "Everything")
VERSION = Message("{m} 分钟版", "{m}-minute version")
TYPED = Message("{m} 分钟", "{m} minutes")
BY = Message("{end} 前结束", "over by {end}")
ASKED = Message("输入分钟数或结束时刻，如 25 或 15:30", "Type minutes or a time, as 25 or 15:30")
MINUTES = Message("{m} 分钟", "{m} min")
OVER = Message("这个时刻已过", "that time is over")
UNCLEAR = Message("如 25 或 15:30", "as 25 or 15:30")
GIVES = Message("{count} · {length} · {end} 结束", "{count} · {length} · ends {end}")
WAYS: dict[Interpretation, Message] = {
    "none": Message("不传译", "Not interpreted"),
    "consecutive": Message("交替传译 ×{factor}", "Consecutive ×{factor}"),
    "simultaneous": Message("同声传译 ×{factor}", "Simultaneous ×{factor}"),
}
REHEARSE, END = Message("开始排练", "Begin a rehearsal"), Message("结束排练", "End the rehearsal")
REPORT = Message("上次排练的用时", "Times of the last rehearsal")

# All of these are steps of the grid.
WIDEST = 124
PAD_WIDTH, PAD_LEAST = 27, 86
"""The keypad's width, and the panel's from which on there is one."""
PAD_NARROW, ROOMY = 19, 110
"""The keypad's width in panels that are narrower than that: what the rows say counts more."""
ROW, LEAST_ROW = 6, 3
HEAD = 5
FOOT = 5
PADDING = 3


class Row(Struct, frozen=True, kw_only=True):
    """A length in words; `present`: the show's own; `hint`: nothing is typed yet."""

    label: str
    detail: str
    present: bool = False
    hint: bool = False


class Places:
    """Where everything stands, in px of the window; keypad, hint and rehearsal have no place where there is no room."""

    def __init__(self) -> None:
        self.panel = self.title = self.hint = QRect()
        self.rows: list[QRect] = []
        self.pad: list[QRect] = []
        self.ways: list[QRect] = [QRect()] * 3
        self.rehearsal: list[QRect] = []
        """To begin or end one, and its report."""


def places(width: int, height: int, unit: int, count: int) -> Places:
    """The panel in the middle of width x height px; `count` rows, and beside them the keypad."""
    made = _places(width, height, unit, count, with_rehearsal=True)
    fits = made.panel.height() <= height - 2 * unit and made.rehearsal[0].height() >= FINGER
    return made if fits else _places(width, height, unit, count, with_rehearsal=False)


def _places(width: int, height: int, unit: int, count: int, *, with_rehearsal: bool) -> Places:
    made = Places()
    gap, lines = unit, count + 1 + with_rehearsal
    wide = min(WIDEST * unit, width - 2 * unit)
    head, foot = HEAD * unit, FOOT * unit
    room = height - 2 * (1 + PADDING) * unit - head - foot - gap * (lines + 1)
    if room // lines < LEAST_ROW * unit:
        room, head, foot = room + head + foot, 0, 0
    row = max(unit, min(ROW * unit, room // lines))
    left = (width - wide) // 2 + PADDING * unit
    right = left + wide - 2 * PADDING * unit
    with_pad = wide >= PAD_LEAST * unit
    listed = max(count * (row + gap) - gap, 4 * int(FINGER) + 3 * gap if with_pad else 0)
    more = row + 2 * gap if with_rehearsal else 0
    high = listed + row + 3 * gap + more + head + foot + 2 * PADDING * unit
    made.panel = QRect((width - wide) // 2, max(0, (height - high) // 2), wide, high)
    top = made.panel.y() + PADDING * unit
    made.title = QRect(left, top, right - left, head)
    top += head
    pad = PAD_WIDTH * unit if wide >= ROOMY * unit else max(PAD_NARROW * unit, 3 * int(FINGER) + 2 * gap)
    end = right - pad - PADDING * unit if with_pad else right
    made.rows = [QRect(left, top + k * (row + gap), end - left, row) for k in range(count)]
    if with_pad:
        made.pad = _pad(QRect(end + PADDING * unit, top, pad, listed), gap)
    below = top + listed + 2 * gap
    made.ways = _side_by_side(QRect(left, below, right - left, row), 3, gap)
    if with_rehearsal:
        made.rehearsal = _side_by_side(QRect(left, below + row + 2 * gap, right - left, row), 2, gap)
    made.hint = QRect(left, below + row + more + gap, right - left, foot)
    return made


def rows(state: ShowState, deck: Deck, words: str, now_ms: float, of_day_ms: float, language: str) -> tuple[Row, ...]:
    """All slides, each version, and what is typed."""
    here = present(state)
    listed = offered(deck)
    told = [
        Row(
            label=EVERYTHING.in_language(language)
            if length.minutes is None
            else VERSION.in_language(language).format(m=minutes_of(length.minutes)),
            detail=gives(state, deck, length, now_ms, of_day_ms, language),
            present=length == here,
        )
        for length in listed
    ]
    return (*told, _typed(state, deck, words, now_ms, of_day_ms, language, own=here not in listed))


def gives(state: ShowState, deck: Deck, length: Length, now_ms: float, of_day_ms: float, language: str) -> str:
    """How many slides a length gives, how long they take, and when the show ends."""
    found = outcome(state, deck, length)
    limit = length.limit(state)
    if limit is None:
        end = now_ms + rest_ms(state, deck, now_ms) if present(state) == length else state.started_ms + found.ms
    else:
        end = state.started_ms + float(limit) * MINUTE_MS
    return GIVES.in_language(language).format(
        count=counted(found.slides, language),
        length=MINUTES.in_language(language).format(m=minutes_of(Decimal(found.ms) / int(MINUTE_MS))),
        end=at_minute(of_day_ms + end - now_ms),
    )


def way_words(deck: Deck, way: Interpretation, language: str) -> str:
    """A way to interpret, with how much longer all takes."""
    return WAYS[way].in_language(language).format(factor=deck.briefing.interpreting.factor(way))


def _typed(
    state: ShowState, deck: Deck, words: str, now_ms: float, of_day_ms: float, language: str, *, own: bool
) -> Row:
    if not words:
        return Row(label=ASKED.in_language(language), detail="", hint=True)
    length = typed(words, now_ms, of_day_ms)
    if length is None:
        why = OVER if is_over(words, of_day_ms) else UNCLEAR
        return Row(label=words, detail=why.in_language(language))
    label = (TYPED if length.until_ms is None else BY).in_language(language).format(m=words, end=words)
    return Row(label=label, detail=gives(state, deck, length, now_ms, of_day_ms, language), present=own)


def _side_by_side(area: QRect, count: int, gap: int) -> list[QRect]:
    wide = (area.width() - (count - 1) * gap) // count
    return [QRect(area.x() + k * (wide + gap), area.y(), wide, area.height()) for k in range(count)]


def _pad(area: QRect, gap: int) -> list[QRect]:
    """Twelve keys, three in a row."""
    wide, high = (area.width() - 2 * gap) // 3, (area.height() - 3 * gap) // 4
    return [QRect(area.x() + k % 3 * (wide + gap), area.y() + k // 3 * (high + gap), wide, high) for k in range(12)]
