"""What a kiosk says to its visitors and to its staff, in every language that the program speaks to an audience."""

from collections.abc import Iterable

from jn_presenter.draw.words import say
from jn_presenter.model.text import Message, Text


def _words(zh: str, en: str, ja: str) -> Text:
    return Text((("zh", zh), ("en", en), ("ja", ja)))


TOUCH = _words("触摸屏幕开始", "Touch to begin", "画面に触れてください")
CHOOSE = _words("想先看哪个主题？", "Where would you like to begin?", "どのテーマから見ますか")
NEXT = _words("下一页", "Next", "次へ")
BACK = _words("上一页", "Back", "前へ")
HOME = _words("首页", "Home", "ホーム")
ALL = _words("全部主题", "All themes", "テーマ一覧")
LARGE = _words("大字", "Large text", "文字を大きく")
CONTRAST = _words("高对比度", "High contrast", "高コントラスト")
LEFT = _words("{count}秒后返回开头", "Back to start in {count} s", "{count}秒後に最初に戻ります")
STAY = _words("触摸屏幕，继续浏览", "Touch the screen to stay", "続けるには画面に触れてください")
OF = _words("第{n}页，共{all}页", "{n} of {all}", "{n}／{all}")

PIN = Message("员工密码", "Staff PIN")
ERASE = Message("删除", "Erase")
ENTER = Message("确定", "OK")
CANCEL = Message("取消", "Cancel")
LATER = Message("请{count}分钟后再试", "Try again in {count} min")
WRONG = Message("密码不对", "Wrong PIN")
AGAIN = Message("密码不对，还可以试{count}次", "Wrong PIN, tries left: {count}")
UNSET = Message("没有设定员工密码", "No staff PIN is set")
ASK = Message("请联系负责人", "Please ask whoever is in charge")
SAFE = Message("正在恢复，请稍候", "Back in a moment")

NAMES = {"zh": "中文", "en": "English", "ja": "日本語"}
"""Languages by their own names, which are found by whoever reads no other."""


def language_name(tag: str) -> str:
    """The language's own name; its tag where that is not known."""
    return NAMES.get(tag) or NAMES.get(tag.partition("-")[0]) or tag.upper()


def filled(words: Text, **holes: object) -> Text:
    """The words with what stands in their holes."""
    return Text(tuple((language, string.format(**holes)) for language, string in words.variants))


def at_once(words: Text, languages: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """(language, words) for each of the languages, none of the words twice."""
    said: dict[str, str] = {}
    for language in languages:
        said.setdefault(say(words, language), language)
    return tuple((language, string) for string, language in said.items())


def both(message: Message) -> str:
    """For staff, whatever the visitor before them has read."""
    return f"{message.zh}  {message.en}"
