"""How old something is, in the words of the console."""

from jn_presenter.model.text import Message

MINUTE_S, HOUR_S, DAY_S = 60.0, 3600.0, 86_400.0
JUST_NOW = Message("不到 1 分钟前", "under a minute old")
UNITS = (
    (DAY_S, Message("{n} 天前", "{n} d old")),
    (HOUR_S, Message("{n} 小时前", "{n} h old")),
    (MINUTE_S, Message("{n} 分钟前", "{n} min old")),
)


def age(seconds: float) -> Message:
    """In the largest unit that is there once; what a clock that was set back makes negative is new."""
    for unit_s, message in UNITS:
        if seconds >= unit_s:
            return Message(*(text.format(n=int(seconds // unit_s)) for text in (message.zh, message.en)))
    return JUST_NOW
