"""Which slides were shown in a visit, read back from its log, also where a spreadsheet has saved that again."""

import csv
from io import StringIO
from pathlib import Path

from jn_presenter.model.options import OptionError
from jn_presenter.model.text import Message
from jn_presenter.show.visitlog import COLUMNS

MOST_BYTES = 1 << 22
SLIDE = COLUMNS[2]
DELIMITERS = ",;\t"
ENCODINGS = ("utf-8-sig", "gb18030")


def read_log(file: str) -> tuple[str, ...]:
    """The ids of the slides in the order of the rows, each once. Raises OptionError for what is no log of a visit."""
    try:
        with Path(file).open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise OptionError(
            Message(f"无法读取 {file}：{error.strerror}", f"cannot read {file}: {error.strerror}")
        ) from error
    slides = _slides(_decoded(content)) if len(content) <= MOST_BYTES else ()
    if not slides:
        raise OptionError(
            Message(
                f"{file}：不是参观记录；请用放映结束时写明的那个 .csv 文件",
                f"{file}: no log of a visit; give the .csv file that a show names at its end",
            )
        )
    return slides


def _decoded(content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _slides(text: str) -> tuple[str, ...]:
    head = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=head.count)
    try:
        first, *rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
        column = first.index(SLIDE)
        return tuple(dict.fromkeys(row[column] for row in rows if len(row) > column and row[column]))
    except (csv.Error, ValueError):
        return ()
