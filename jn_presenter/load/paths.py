"""The one form in which a deck's files name others: from the deck's folder, with `/`, and never out of it."""

from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message


def bad_path(path: str, folder: str) -> Finding | None:
    """What is wrong with a path before the disk is asked, None for nothing. folder: where such files usually are."""
    if "://" in path or path.startswith("data:"):
        return Finding(
            code="outside-deck",
            message=Message("文件不能来自网络", "a file cannot come from the network"),
            hint=Message("把文件复制到演示文件夹里", "copy the file into the deck’s folder"),
        )
    if "\\" in path or path[1:2] == ":":
        inside = path.replace("\\", "/").rpartition("/")[2]
        return Finding(
            code="windows-path",
            message=Message("路径要用 / 分隔，不带盘符", "paths are written with /, without a drive letter"),
            hint=Message(
                f"把文件复制到演示文件夹里，写成 {folder}/{inside}",
                f"copy the file into the deck’s folder and write {folder}/{inside}",
            ),
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
    )
