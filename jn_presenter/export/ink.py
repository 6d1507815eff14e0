"""The ink of a show, read from the file that is saved at its end."""

from pathlib import Path

from jn_presenter.model.ink import Strokes
from jn_presenter.model.options import OptionError
from jn_presenter.model.text import Message
from jn_presenter.show.inkfile import MOST_BYTES, InkFileError, decoded


def read_ink(file: str, slides: tuple[str, ...]) -> dict[str, Strokes]:
    """Slide -> what is drawn on it; nothing without a file. Raises OptionError for one without ink for these slides."""
    if not file:
        return {}
    try:
        with Path(file).open("rb") as stream:
            found = decoded(stream.read(MOST_BYTES + 1))
    except OSError as error:
        raise OptionError(
            Message(f"无法读取 {file}：{error.strerror}", f"cannot read {file}: {error.strerror}")
        ) from error
    except InkFileError as error:
        raise OptionError(Message(f"{file}：{error.message.zh}", f"{file}: {error.message.en}")) from error
    if found.keys().isdisjoint(slides):
        raise OptionError(
            Message(f"{file}：没有画在要导出的页面上", f"{file}: nothing of it is drawn on the slides of this export")
        )
    return found
