"""What the show asks, in words, and which command is which answer: the same for the console and a lone screen."""

from decimal import Decimal

from msgspec import Struct

from jn_presenter.draw.resolve import resolve
from jn_presenter.model.deck import Deck
from jn_presenter.model.text import Message
from jn_presenter.show.pace import elapsed_ms
from jn_presenter.show.state import ShowState, length_of

LEAVE = Message("结束放映？", "End the show?")
LEAVE_KEYS = Message("回车结束，其他键继续", "Enter ends it, any other key stays")
END = Message("结束", "End it")
STAY = Message("继续放映", "Stay")
RESUME = Message("接着上次的放映？", "Go on with the last show?")
RESUME_KEYS = Message("回车接着放，其他键从头开始", "Enter goes on, any other key begins anew")
GO_ON = Message("接着放", "Go on")
ANEW = Message("从头开始", "Begin anew")
PLACE = Message("《{title}》", "{title}")
STEP = Message("第 {n} 步", "step {n}")
ELAPSED = Message("已用 {time}", "{time} elapsed")
LIMIT = Message("限时 {n} 分钟", "of {n} min")
REHEARSE = Message("放映中途开始排练？", "A rehearsal in mid-show?")
REHEARSE_WHY = Message("排练另外计时，也不记入参观记录", "It has a clock of its own, and is no part of the visit’s log")
REHEARSE_THEN = Message("排练结束后，放映的计时和记录接着算", "At its end the show’s own clock and log go on")
REHEARSE_KEYS = Message("回车开始排练，其他键继续放映", "Enter begins it, any other key goes on with the show")
BEGIN = Message("开始排练", "Begin it")
TORN = Message("记录有损坏，最后一步可能缺失", "Its record is damaged: the last step may be missing")
LOST = Message("上次的放映不能接续", "The last show cannot go on")
LOST_WHY = Message("它没有放完，但记录已损坏", "It was not brought to its end, and its record is damaged")
LOST_KEYS = Message("按任意键从头开始", "Any key begins anew")


class Prompt(Struct, frozen=True, kw_only=True):
    """A question, what it is about, a line on the keys, and the answers as buttons: label and command."""

    question: Message
    about: tuple[Message, ...] = ()
    keys: Message
    answers: tuple[tuple[Message, str], ...]
    """The first is Enter's."""
    aside: str = ""
    """The command for a press beside the buttons, if that answers anything."""

    def lines(self, language: str) -> tuple[str, ...]:
        """All of it but the buttons, from top to bottom."""
        return tuple(message.in_language(language) for message in (self.question, *self.about, self.keys))


LEAVING = Prompt(
    question=LEAVE, keys=LEAVE_KEYS, answers=((END, "confirm-leave"), (STAY, "cancel-leave")), aside="cancel-leave"
)
REHEARSING = Prompt(
    question=REHEARSE,
    about=(REHEARSE_WHY, REHEARSE_THEN),
    keys=REHEARSE_KEYS,
    answers=((BEGIN, "confirm-rehearse"), (STAY, "cancel-rehearse")),
    aside="cancel-rehearse",
)
LOSING = Prompt(question=LOST, about=(LOST_WHY,), keys=LOST_KEYS, answers=((ANEW, "begin-anew"),))


def prompt(state: ShowState, deck: Deck) -> Prompt | None:
    """What is asked now; None where nothing is."""
    if state.asking == "leave":
        return LEAVING
    if state.asking == "rehearse":
        return REHEARSING
    if state.asking != "resume":
        return None
    if state.offered is None:
        return LOSING
    about = (*offer(state.offered, deck), *([TORN] if state.torn else []))
    return Prompt(question=RESUME, about=about, keys=RESUME_KEYS, answers=((GO_ON, "resume"), (ANEW, "begin-anew")))


def offer(kept: ShowState, deck: Deck) -> tuple[Message, Message]:
    """Where the last show was, and its time: what had gone by when it was offered, and how much it had."""
    slide, length = deck.slides.get(kept.shown.slide), length_of(kept)
    minutes, seconds = divmod(int(elapsed_ms(kept, kept.entered_ms) // 1000), 60)

    def place(language: str) -> str:
        title = kept.shown.slide
        if slide is not None:
            title = resolve(slide.title, deck.facts, (language,), deck.briefing.languages)[0].plain
        step = STEP.in_language(language).format(n=kept.shown.step) if kept.shown.step else ""
        return " · ".join(filter(None, (PLACE.in_language(language).format(title=" ".join(title.split())), step)))

    def times(language: str) -> str:
        elapsed = ELAPSED.in_language(language).format(time=f"{minutes}:{seconds:02}")
        limit = LIMIT.in_language(language).format(n=_plain(length)) if length is not None else ""
        return " · ".join(filter(None, (elapsed, limit)))

    return Message(place("zh"), place("en")), Message(times("zh"), times("en"))


def _plain(minutes: Decimal) -> str:
    """20, 12.5"""
    return format(round(minutes, 1).normalize(), "f")
