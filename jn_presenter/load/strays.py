"""Files beside a theme's slides that are not shown: not listed, wrongly named, or left behind by other programs."""

import re
from collections.abc import Iterable, Iterator

from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

MOST_NAMED = 10
ENDINGS = re.compile(
    r"(?P<stem>.+?)\.(?:ya?ml\.(?:txt|doc|docx|bak|ya?ml)|yml|YAML|YML|Yaml|yaml[ 。．]|ymal|yanl|yam)$"
)
"""Nearly `.yaml`: Notepad adds .txt, others write .yml."""
COPIES = re.compile(
    r"(?P<stem>.+?)(?:[ _-]*[(（].*(?:冲突|conflict|Conflict).*[)）]|[ _-]*(?:冲突|conflict).*| - 副本.*| - Copy.*"
    r"|[ ]?[(（][0-9]{1,2}[)）]|\.sync-conflict-.*|[-_](?:DESKTOP|LAPTOP)-\w+.*| copy(?: [0-9])?)\.yaml$"
)
"""What OneDrive, 坚果云, Dropbox, Syncthing and Windows call a second copy of a file."""


def strays(names: Iterable[str], listed: frozenset[str]) -> Iterator[Finding]:
    """What to say of the names in a theme's folder, of which `listed` are the slides without `.yaml`."""
    rest: list[str] = []
    for name in sorted(names):
        stem = name.removesuffix(".yaml")
        if name.endswith(".yaml") and stem in listed:
            continue
        if found := ENDINGS.match(name):
            yield _ending(name, found["stem"] + ".yaml")
        elif found := COPIES.match(name):
            yield _copy(name, found["stem"] + ".yaml")
        elif name.endswith(".yaml"):
            rest.append(name)
    if rest:
        some = ", ".join(rest[:MOST_NAMED]) + (", …" if len(rest) > MOST_NAMED else "")
        yield Finding(
            code="unlisted-slide",
            severity="warning",
            message=Message(f"没有列在 slides 里，不会播放：{some}", f"not in slides, and so not shown: {some}"),
            hint=Message("加进 slides，或移走文件", "add them to slides, or move the files away"),
        )


def meant_by(name: str, there: Iterable[str]) -> str:
    """The file that is `name` but for its ending, empty where there is none."""
    return next((one for one in sorted(there) if (found := ENDINGS.match(one)) and found["stem"] + ".yaml" == name), "")


def ending_hint(name: str, wanted: str) -> Message:
    """How a file is renamed that Notepad has saved as text."""
    if name.endswith(".txt"):
        return Message(
            f"改名为 {wanted}；先在资源管理器的“查看”里勾选“文件扩展名”，记事本另存时“保存类型”选“所有文件”",
            f"rename it to {wanted}; tick File name extensions under View in Explorer; in Notepad save as All files",
        )
    return Message(f"改名为 {wanted}", f"rename it to {wanted}")


def _ending(name: str, wanted: str) -> Finding:
    return Finding(
        code="wrong-ending",
        severity="warning",
        message=Message(f"{name} 的扩展名不是 .yaml，不会播放", f"{name} does not end with .yaml, and is not shown"),
        hint=ending_hint(name, wanted),
    )


def _copy(name: str, original: str) -> Finding:
    return Finding(
        code="conflict-copy",
        severity="warning",
        message=Message(
            f"{name} 是网盘或同步留下的副本，不会播放", f"{name} is a copy left by a synchronized folder, and not shown"
        ),
        hint=Message(
            f"和 {original} 比较，把要的内容并进去，再删去副本",
            f"compare it with {original}, put together what you need, and delete the copy",
        ),
    )
