"""What of a PowerPoint slide has no place in ours: found in its XML, to be listed."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from jn_presenter.model.text import Message

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
EFFECT = "presetClass"


def effects(slide: Any) -> Iterator[Message]:
    """Of a slide's own XML: motion, films, sounds, links and what this program does not know."""
    moved = sum(1 for node in slide.iter(f"{P}cTn") if node.get(EFFECT))
    if moved:
        yield Message(
            f"动画（{moved} 个）：请用 steps 写出现的顺序", f"animations ({moved}): write their order as steps"
        )
    if next(slide.iter(f"{P}transition", f"{P14}transition"), None) is not None:
        yield Message("切换效果", "the transition")
    background = slide.find(f"{P}cSld/{P}bg")
    if background is not None and next(background.iter(f"{A}blip"), None) is not None:
        yield Message("背景图片", "the picture in the background")
    links = sum(1 for node in slide.iter(f"{A}hlinkClick") if node.get("action", "") != "ppaction://media")
    if links:
        yield Message(f"链接（{links} 个，文字已带入）", f"links ({links}; their words are there)")
    counted = Counter(_kinds(slide))
    for kind, count in counted.items():
        yield Message(f"{kind[0]}（{count} 个）", f"{kind[1]} ({count})")


def _kinds(slide: Any) -> Iterator[tuple[str, str]]:
    for tag in ("videoFile", "quickTimeFile"):
        yield from (("视频", "videos") for _ in slide.iter(f"{A}{tag}"))
    for tag in ("audioFile", "wavAudioFile", "audioCd"):
        yield from (("声音", "sounds") for _ in slide.iter(f"{A}{tag}"))
    yield from (("连接线", "connectors") for _ in slide.iter(f"{P}cxnSp"))
    for tree in slide.iter(f"{P}spTree", f"{P}grpSp"):
        yield from (
            ("公式、墨迹或三维模型", "formulas, ink or 3-D models") for _ in tree.findall(f"{MC}AlternateContent")
        )
        yield from (("墨迹", "ink") for _ in tree.findall(f"{P}contentPart"))


def drawn_by_master(tree: Any) -> int:
    """How many shapes of a master or layout are no placeholders: what stands on every slide."""
    count = 0
    for tag in ("sp", "pic", "grpSp", "graphicFrame", "cxnSp"):
        count += sum(1 for node in tree.findall(f"{P}{tag}") if next(node.iter(f"{P}ph"), None) is None)
    return count
