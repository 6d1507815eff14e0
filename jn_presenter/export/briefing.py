"""The one way into export: the chosen slides of a deck as files of a kind, all of them or none."""

from pathlib import Path

from jn_presenter.export.files import possible, write, write_all
from jn_presenter.export.kinds import Kind
from jn_presenter.export.progress import Progress, untold
from jn_presenter.export.request import Request


def export(kind: Kind, request: Request, output: Path, progress: Progress = untold) -> tuple[Path, ...]:
    """Write the file, or the folder of files, `output`; returns the files written.

    Raises OSError where they cannot be written, before anything is laid out where that can be known, and what
    `progress` raises: then what was there before is there still, and nothing else.
    """
    if not kind.suffix:
        return write_all(output, kind.files(request, progress))
    possible(output)
    write(output, kind.file(request, progress))
    return (output,)
