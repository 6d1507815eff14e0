"""The one form in which a deck's files name others: from the deck's folder, with `/`, and never out of it."""

from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message


def bad_path(path: str, folder: str) -> Finding | None:
    """What is wrong with a path before the disk is asked, None for nothing. folder: where such files usually are."""
    if ("://" in path and not path.startswith("file:")) or path.startswith("data:"):
        return Finding(
            code="outside-deck",
            message=Message("文件不能来自网络", "a file cannot come from the network"),
            hint=Message("把文件下载到演示文件夹里", "download the file into the deck’s folder"),
            value=f"{folder}/{path.rpartition('/')[2]}" if path.rpartition("/")[2].isprintable() else "",
        )
    if "／" in path or "＼" in path:
        straight = path.replace("／", "/").replace("＼", "/")
        return Finding(
            code="full-width-slash",
            message=Message("路径里有全角的斜杠", "the path has a full-width slash"),
            hint=Message(f"写成 {straight}", f"write {straight}"),
            value=straight,
        )
    if "\\" in path or path[1:2] == ":" or path.startswith("file:"):
        inside = path.replace("\\", "/").rpartition("/")[2]
        drive = path[1:2] == ":" or path.startswith(("\\\\", "file:"))
        within = f"{folder}/{inside}" if drive else path.replace("\\", "/")
        if not within.isprintable():
            within = f"{folder}/"
        if not drive:
            return Finding(
                code="windows-path",
                message=Message("路径里的 \\ 要写成 /", "in paths, \\ is written /"),
                hint=Message(f"写成 {within}", f"write {within}"),
                value=within,
            )
        return Finding(
            code="outside-deck" if path.startswith("file:") else "windows-path",
            message=Message("这是这台电脑上的路径，换一台电脑就找不到了", "this path is of this computer alone"),
            hint=Message(
                f"把文件复制到演示文件夹里，写成 {within}",
                f"copy the file into the deck’s folder and write {within}",
            ),
            value=within if within.rpartition("/")[2] else "",
        )
    if not path.isprintable():
        return Finding(
            code="bad-path",
            message=Message("路径里有看不见的字符", "the path has characters that cannot be seen"),
            hint=Message("把路径重新输入一遍", "type the path anew"),
        )
    if path.startswith(("/", "~")) or ".." in path.split("/"):
        return outside(path, folder)
    return None


def outside(path: str, folder: str) -> Finding:
    """The finding about a path, or a link, that leads out of the deck."""
    name = path.rpartition("/")[2]
    return Finding(
        code="outside-deck",
        message=Message(f"{path} 在演示文件夹之外", f"{path} is outside the deck’s folder"),
        hint=Message(
            f"把文件复制到演示文件夹里，写成 {folder}/{name}",
            f"copy the file into the deck’s folder and write {folder}/{name}",
        ),
        value=f"{folder}/{name}" if name else "",
    )
