"""What a kiosk’s show asks of the process that takes packs for it, and what comes back."""

from pathlib import Path

import msgspec
from msgspec import Struct

from jn_presenter.model.text import Message
from jn_presenter.packs.reading import Opened
from jn_presenter.packs.refusal import Refusal
from jn_presenter.packs.taking import Taken, look, take
from jn_presenter.packs.version import order

TAKEN = "new"
"""The code of an outcome that is none of a refusal."""


class Job(Struct, frozen=True):
    """Take the best of these packs into the kiosk's own `folder`, if it is signed with the `key`."""

    files: tuple[str, ...]
    folder: str
    key: str


class Outcome(Struct, frozen=True):
    """What became of a pack. `code`: TAKEN, or that of its refusal."""

    file: str
    code: str
    message: Message
    version: str = ""


def run(job: Job) -> list[Outcome]:
    """Take them, the newest first, so that of several just one is shown."""
    known = {file: look(Path(file), job.key) for file in job.files}
    newest = sorted(known, key=lambda file: order(_version(known[file])), reverse=True)
    return [_outcome(file, take(Path(file), Path(job.folder), job.key), _version(known[file])) for file in newest]


def answer(text: bytes) -> bytes:
    """The same as JSON. Raises msgspec.DecodeError for what is no job."""
    return msgspec.json.encode(run(msgspec.json.decode(text, type=Job)))


def _version(found: Opened | Refusal) -> str:
    return found.manifest.version if isinstance(found, Opened) else ""


def _outcome(file: str, found: Taken | Refusal, version: str) -> Outcome:
    if isinstance(found, Refusal):
        return Outcome(file, found.code, found.message, version)
    message = Message(f"已接收 {found.name}，版本 {found.version}", f"took {found.name}, version {found.version}")
    return Outcome(file, TAKEN, message, found.version)
