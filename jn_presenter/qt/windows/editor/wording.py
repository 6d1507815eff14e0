"""The words of the editor's window, in the language of whoever edits."""

from jn_presenter.model.text import Message


def picked(message: Message, language: str) -> str:
    """The message in Chinese where the language is Chinese, else in English."""
    return message.zh if language.startswith("zh") else message.en


SAVE = Message("保存", "Save")
UNDO = Message("撤销", "Undo")
REDO = Message("重做", "Redo")
NEW_SLIDE = Message("新建一页…", "New slide…")
NEW_THEME = Message("新建专题…", "New theme…")
DUPLICATE = Message("复制这一页", "Duplicate slide")
DELETE = Message("删除", "Delete")
RENAME = Message("改文件名…", "Rename file…")
PRESENT = Message("从这一页放映", "Present from here")
OTHERS = Message("其他文件", "Other files")
PROBLEMS = Message("问题", "Problems")
NO_PROBLEMS = Message("没有问题", "Nothing is wrong")
SHAPE = Message("屏幕形状", "Shape of the screen")
LANGUAGE = Message("语言", "Language")
STYLE = Message("样式", "Style")
STEP = Message("第 {} 步，共 {} 步", "Step {} of {}")
UNSAVED = Message("有 {} 个文件没有保存", "{} files are not saved")
ALL_SAVED = Message("全部已保存", "All is saved")
NAME = Message("文件名（不带 .yaml）", "Name of the file (without .yaml)")
RENAME_TITLE = Message("改文件名", "Rename the file")
LEAVE = Message("有没有保存的修改", "Some edits are not saved")
LEAVE_MORE = Message(
    "不保存也会留作草稿，下次打开时可以恢复。", "Without saving they stay as drafts, to be restored the next time."
)
DISCARD = Message("不保存", "Do not save")
CANCEL = Message("取消", "Cancel")
CLASH = Message(
    "{} 在别处被改过，这里的修改还没有保存。", "{} was changed elsewhere, and what you typed here is not saved."
)
TAKE_THEIRS = Message("用别处的", "Take the other one")
KEEP_MINE = Message("保留我的", "Keep mine")
LEFT = Message("上次有 {} 个文件没有保存。", "{} files were not saved the last time.")
RESTORE = Message("恢复", "Restore")
FORGET = Message("不要了", "Discard")
CLOSE = Message("知道了", "OK")
NOT_TEXT = Message("这个文件不是 UTF-8 文本，不能在这里改", "this file is no UTF-8 text and cannot be edited here")
SLIDE_TITLE = Message("标题", "Title")
FILE_NAME = Message("文件名", "Name of the file")
FOLDER_NAME = Message("文件夹名", "Name of the folder")
LATIN = Message("小写字母、数字和 -", "lower-case letters, digits and hyphens")
BEGIN = Message("新建", "Create")
FIND = Message("查找", "Find")
REPLACE = Message("替换", "Replace")
FIND_EVERYWHERE = Message("在所有文件里查找", "Find in all files")
REPLACE_BY = Message("替换为", "Replace by")
REPLACE_ALL = Message("全部替换", "Replace all")
EXACT = Message("区分大小写、全角半角和声调", "Tell capitals, accents and full-width forms apart")
FOUND_OF = Message("第 {} 处，共 {} 处", "{} of {}")
FOUND_NONE = Message("没有找到", "Nothing is found")
FOUND_IN_ALL = Message("{} 处，在 {} 个文件里", "{} places in {} files")
FOUND_MORE = Message("只列出前 {} 处，请多写几个字", "the first {}; type more words to find fewer")
PREVIOUS_FOUND = Message("上一处", "Previous")
NEXT_FOUND = Message("下一处", "Next")
FIND_WORDS = Message("文字、代号、文件名；标题也可用拼音首字母", "words, ids, names of files; titles by pinyin too")
ELSEWHERE = Message("用其他编辑器打开", "Open in another editor")
ELSEWHERE_UNSAVED = Message(
    "{} 有没有保存的修改，其他编辑器看不到。", "{} has edits that are not saved: another editor would not see them."
)
SAVE_AND_OPEN = Message("保存并打开", "Save and open")
NO_LINE = Message("{} 不能直接跳到行；光标在第 {} 行。", "{} cannot go to a line by itself; the cursor is in line {}.")
OTHER_PROGRAM = Message("选择其他程序…", "Another program…")
ANOTHER_PROGRAM = Message("在旁边的小箭头里选别的程序", "choose another program by the small arrow beside it")
ITALIC_IS_UNSAVED = Message("斜体：没有保存", "Italic: not saved")
