"""What languages are called in headings, and what the first sheet says of any table."""

from jn_presenter.model.text import Message

NAMES = {
    "zh": Message("中文", "Chinese"),
    "en": Message("英文", "English"),
    "ja": Message("日文", "Japanese"),
    "ko": Message("韩文", "Korean"),
    "de": Message("德文", "German"),
    "fr": Message("法文", "French"),
    "es": Message("西班牙文", "Spanish"),
    "ru": Message("俄文", "Russian"),
}

GENERAL = (
    Message(
        "· 可以筛选、调列宽、加自己的列。要排序，请先在“审阅”里撤消工作表保护（没有密码）。不要合并单元格，"
        "不要动隐藏的列。",
        "· You may filter, change widths and add columns of your own. To sort, first unprotect the sheet (Review; "
        "there is no password). Merge no cells, and leave the hidden column alone.",
    ),
    Message(
        "· 导出以后，如果别人也改了同一处，导入时会说出来，不会覆盖。",
        "· Where somebody else has changed the same thing since the export, the import says so and overwrites nothing.",
    ),
)


def how_on(command: str) -> Message:
    """What to do with the workbook once it is edited."""
    line = f"jn-presenter {command} --from"
    return Message(
        f"· 改好后保存为 .xlsx，先看会改到哪些页：{line} 文件名.xlsx；确认后在后面加 --write 写入。",
        f"· Save it as .xlsx and see which slides change: {line} FILE.xlsx; to write it, add --write.",
    )


def language_name(tag: str) -> Message:
    """The language of a tag, or the tag."""
    found = NAMES.get(tag) or NAMES.get(tag.partition("-")[0]) if tag.isalpha() else None
    return found or Message(tag, tag)
