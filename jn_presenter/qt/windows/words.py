"""What the show windows say themselves, in Chinese and English."""

from jn_presenter.kiosk.words import NAMES
from jn_presenter.model.text import Message
from jn_presenter.show.state import Blank

TITLE = Message("演讲者窗口", "Presenter console")
AUDIENCE = Message("观众画面", "Audience")
HERE = Message("当前位置（观众看不到）", "Where you are (not shown)")
NEXT = Message("下一步", "Next")
UNCOVERS = Message("下一步：恢复画面", "Next: the slide again")
NO_NOTES = Message("本页没有备注", "No notes for this slide")
OTHER_NOTES = Message("没有这种语言的备注，以下是另一种语言的", "no notes in this language; these are in another")
END_OF_SHOW = Message("放映结束", "End of show")
READING = Message("正在载入……", "Loading…")

CLOCK = Message("时间", "Time")
ELAPSED = Message("已用", "Elapsed")
REMAINING = Message("剩余", "Remaining")
OVERTIME = Message("已超时", "Overtime")
SLIDE = Message("页", "Slide")
STEP = Message("步", "Step")
NTH_SLIDE = Message("第 {of} 页", "Slide {of}")
NTH_STEP = Message("第 {of} 步", "Step {of}")

THEME = Message("专题 {n} / {total} · {title}", "Theme {n} of {total} · {title}")
UNCHOSEN = Message("不在所选页中", "outside the choice of slides")
LOADING = Message("载入 {n} / {total}", "Loading {n} of {total}")
REHEARSAL = Message("排练", "Rehearsal")
FROZEN = Message("定格", "Frozen")
UNPLUGGED = Message("观众的显示器已断开", "Audience’s screen unplugged")
BLANKS: dict[Blank, Message] = {
    "black": Message("黑屏", "Black screen"),
    "white": Message("白屏", "White screen"),
    "logo": Message("标志画面", "Logo screen"),
}

PROBLEMS = Message("{n} 个问题", "{n} problems")
ONE_PROBLEM = Message("1 个问题", "1 problem")
BROKEN = Message("无法显示：{slide}", "broken: {slide}")
SKIPPED = Message("跳过无法显示的页：{slide}", "skips a broken slide: {slide}")
MORE = Message("另有 {n} 个，请运行 jn-presenter check", "{n} more: run jn-presenter check")

MOMENT = Message("时间点", "Moment")
DATA = Message("数据 {name}", "data {name}")
WHY = Message("{old}：{why}", "{old}: {why}")
NO_DATA = Message("还没有数据", "no figures yet")

LANGUAGES = NAMES
"""Languages by their own names; others go by their tag."""


def language_name(tag: str) -> str:
    """The language as its readers call it."""
    return LANGUAGES.get(tag.partition("-")[0], tag)


SEND_ANSWER = Message("点一下，观众也看到；再点收起", "click to show the audience, again to put it away")
