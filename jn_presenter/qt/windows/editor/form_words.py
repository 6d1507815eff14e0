"""The words of the form, beside those of the window."""

from jn_presenter.model.text import Message

FORM = Message("表单", "Form")
CODE = Message("代码", "Code")
MISSING = Message("还没有写", "not written yet")
FACTS = Message("用到的数据", "Facts on this slide")
FACTS_MORE = Message(
    "写在 facts.yaml 里，每个数据只有一处；改了这里，所有用到它的页都会变。",
    "Each stands once, in facts.yaml: what is changed here changes on every slide that shows it.",
)
TARGET_MORE = Message("目标：画面上绝不显示为已经达到", "A target: never shown as reached")
ELSEWHERE = Message("其他页也用：{}", "Also on: {}")
AND_MORE = Message("等 {} 页", "and others, {} in all")
READS = Message("画面上：{}", "On the slide: {}")
BROKEN = Message("{} 里有错，现在不能用表单。", "There is a mistake in {}: the form cannot be used now.")
WHERE = Message("第 {} 行，第 {} 字：", "Line {}, character {}: ")
TO_CODE = Message("到代码里改", "Mend it in the code")
NO_FORM = Message("这个文件没有表单，请在“代码”里改。", "There is no form for this file; edit it in the code.")
FACTS_FILE = Message(
    "数据在用到它的那一页里改：选一页，看“用到的数据”。",
    "Facts are edited on the slides that show them: choose a slide, and see its facts.",
)
ROWS = Message("数据表", "Table")
PASTE = Message("可以从 Excel 复制，再粘贴到表里", "Cells copied in Excel can be pasted here")
OPEN = Message("打开 {}", "Open {}")
LONG = Message("{} 字，这里建议不超过 {} 字", "{} characters; {} are as many as fit well here")
TOO_WIDE = Message("剪贴板里的表比这里大，多出的没有粘贴", "more was copied than fits here; the rest was left out")
KINDS = {
    "achieved": Message("已经达到", "Reached"),
    "target": Message("目标", "Target"),
    "program": Message("政策、规划、行动", "Programme"),
    "claim": Message("没有数字的说法", "Claim without a figure"),
}
