"""What stands within a line of Markdown: strong words, links, code and pictures."""

import re
from pathlib import Path

from jn_presenter.durable import read
from jn_presenter.load.paths import bad_path
from jn_presenter.load.pictures import MOST_BYTES
from jn_presenter.model.text import Message
from jn_presenter.moving_in.found import Shown, clean
from jn_presenter.moving_in.usable import usable

# All are bounded: a line made to stall a pattern costs no more than its length.
IMAGE = re.compile(r"!\[([^\]]{0,300})\]\(\s{0,9}<?([^)\s>]{1,500})>?[^)]{0,300}\)")
LINK = re.compile(r"(?<!!)\[([^\[\]]{0,300})\]\([^)]{0,500}\)")
TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1")
SLANTED = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_]{1,300}?)(?<=\S)\1(?![\w*])")
CODE = re.compile(r"(`{1,3})(.{1,300}?)\1")
BEGIN, END = "\ue000", "\ue001"
SHOWN = 80

Left = dict[str, Message]
"""What is left out, once each."""


def words_of(line: str, left: Left) -> str:
    """The words without their marks; what is strong is emphasised, unless all is."""
    if LINK.search(line):
        left["link"] = Message("链接（文字已带入）", "links (their words are there)")
    if TAG.search(line):
        left["html"] = Message("HTML 标记（文字已带入）", "HTML (its words are there)")
    words = TAG.sub("", LINK.sub(r"\1", line.replace(BEGIN, "").replace(END, "")))
    words = STRONG.sub(rf"{BEGIN}\2{END}", words)
    words = CODE.sub(r"\2", SLANTED.sub(r"\2", words)).replace("\\", "").strip()
    if words.startswith(BEGIN) and words.endswith(END) and words.count(BEGIN) == 1:
        return clean(words)
    parts = re.split(f"[{BEGIN}{END}]", words)
    said = [f"=={clean(part)}==" if k % 2 and clean(part) else _kept(part) for k, part in enumerate(parts)]
    return "".join(said).strip()


def pictures_of(line: str, folder: Path, left: Left) -> tuple[list[Shown], str]:
    """The pictures of a line, and the line without them. folder: of the file; no others are looked into."""
    found = [_picture(path, alt, folder, left) for alt, path in IMAGE.findall(line)]
    return [one for one in found if one is not None], IMAGE.sub("", line)


def _picture(path: str, alt: str, folder: Path, left: Left) -> Shown | None:
    name = path[:SHOWN]
    place = folder / path if bad_path(path, "pictures") is None else None
    try:
        if place is None or not place.resolve().is_relative_to(folder.resolve()):
            left[path] = Message(f"不在文件旁边的图片：{name}", f"a picture that is not beside the file: {name}")
            return None
        found = usable(read(place, MOST_BYTES), clean(alt))
    except (OSError, ValueError, RuntimeError):
        left[path] = Message(f"读不到的图片：{name}", f"a picture that cannot be read: {name}")
        return None
    if isinstance(found, Message):
        left[path] = Message(f"{found.zh}：{name}", f"{found.en}: {name}")
        return None
    return found


def _kept(words: str) -> str:
    """Cleaned, with the spaces at its ends."""
    found = clean(words)
    return f"{' ' * words.startswith(' ')}{found}{' ' * (words.endswith(' ') and bool(found))}"
