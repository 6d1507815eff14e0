"""What an import could not carry over, slide by slide: for the terminal and for IMPORT.md."""

from collections.abc import Iterator

from jn_presenter.model.text import Message
from jn_presenter.moving_in.decking import Decked

FILE = "IMPORT.md"
MOST_TITLE = 40
WHOLE = Message("整个文件", "the whole file")


def import_notes(decked: Decked, name: str) -> bytes:
    """IMPORT.md: in Chinese, then in English."""
    shown = "".join(character for character in name if character.isprintable())
    parts = [
        f"# 由 {shown} 导入",
        f"共 {len(decked.origin)} 页。没有带入的内容列在下面；改好一项，就删去一行。",
        *told(decked, "zh"),
        "数字还是普通文字：页面里写着 `plain:` 的，请逐步改成 facts.yaml 里的数据，再删去 `plain:`。",
        f"# Imported from {shown}",
        f"{len(decked.origin)} slides. What was not carried over is listed below; strike out a line once it is done.",
        *told(decked, "en"),
        "Figures are words still: where a slide has `plain:`, make them facts of facts.yaml by and by, then remove it.",
    ]
    return ("\n\n".join(parts) + "\n").encode()


def told(decked: Decked, language: str) -> Iterator[str]:
    """A paragraph a slide: its number, its title, and a line for each thing; hidden slides last."""
    slide_of = {number: slide for slide, number in reversed(decked.origin.items())}
    for number, title, left in decked.left:
        if number:
            place = Message(f"第 {number} 页", f"slide {number}").in_language(language)
            named = f" “{title[:MOST_TITLE]}”" if title else ""
            head = f"**{place}**{named} ({slide_of.get(number, '–')})"
        else:
            head = f"**{WHOLE.in_language(language)}**"
        yield "\n".join((head, "", *(f"- {one.in_language(language)}" for one in left)))
    if decked.hidden:
        listed = ", ".join(decked.hidden)
        yield Message(
            f"隐藏的页已带入，但不放映，加进 theme.yaml 的 slides 就会放映：{listed}",
            f"Hidden slides are there but not shown, until slides of theme.yaml lists them: {listed}",
        ).in_language(language)
