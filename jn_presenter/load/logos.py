"""The logo of guests: one that cannot be shown is left out, and said with what guests see instead."""

from msgspec import structs

from jn_presenter.load import scalars
from jn_presenter.load.nodes import Node
from jn_presenter.load.pictures import is_whole
from jn_presenter.load.reading import BAD, Bad, Reading
from jn_presenter.load.words import absent, present
from jn_presenter.model.fields import Picture
from jn_presenter.model.text import Message

WITHOUT = Message("；现在不放标志", "; no logo is shown now")


def logo(node: Node, reading: Reading) -> Picture | Bad | None:
    """The picture at a path of the deck, with its end in the file, or none where it says null."""
    if absent(node):
        return None
    before = len(reading.problems)
    found = scalars.picture(node, reading) if present(node, reading) else BAD
    if not isinstance(found, Bad) and not _whole(found.file):
        reading.report(
            node,
            "bad-picture",
            Message("标志的图片不完整", "the logo is cut short"),
            Message("重新复制这张图片", "copy the picture again"),
        )
        found = BAD
    reading.problems[before:] = [
        structs.replace(one, message=Message(one.message.zh + WITHOUT.zh, one.message.en + WITHOUT.en))
        for one in reading.problems[before:]
    ]
    return found


def _whole(file: str) -> bool:
    try:
        return is_whole(file)
    except OSError:
        return False
