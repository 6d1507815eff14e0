"""Files that are whole or not there: written beside their place under another name, then moved onto it."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A new empty file in the folder of `path`, made with its parents; it takes that place if the block succeeds.

    Raises OSError where that cannot be written: also where something else than a file is there, such as /dev/null.
    """
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not path.is_file():
        code = errno.EISDIR if path.is_dir() else errno.EEXIST
        raise OSError(code, os.strerror(code), str(path))
    part = path.with_name(f".{os.getpid()}.part")
    try:
        part.touch(exist_ok=False)
        yield part
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def write(path: Path, content: bytes) -> None:
    """The content as a whole file. Raises OSError."""
    with replacing(path) as part:
        part.write_bytes(content)
