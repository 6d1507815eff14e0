"""What the interpreter's view says itself."""

from jn_presenter.model.text import Message

TITLE = Message("译员视图", "Interpreter’s view")
NOW = Message("现在", "Now")
NEXT = Message("下一页", "Next slide")
SLIDE = Message("第 {n} / {total} 页", "slide {n} of {total}")
STEP = Message("第 {n} / {total} 步", "step {n} of {total}")
END = Message("放映结束", "end of show")
NOTES = Message("备注", "Notes")
FIGURES = Message("数字", "Figures")
NAMES = Message("词汇", "Terms")
UNTRANSLATED = Message("（没有译文）", "(no translation)")
