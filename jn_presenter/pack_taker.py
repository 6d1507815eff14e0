"""Has packs taken by a process of its own, so that one that goes wrong costs the show nothing."""

import subprocess
from collections.abc import Sequence

import msgspec

from jn_presenter.model.text import Message
from jn_presenter.packs.errand import Job, Outcome
from jn_presenter.supervise.program import program

LIMIT_S = 1800.0
"""4 GiB from the slowest stick there is."""
FAILED = Message("内容包没能查看，原因见日志", "the pack could not be looked at; the log says why")


def take_packs(job: Job, command: Sequence[str] = (), limit_s: float = LIMIT_S) -> list[Outcome]:
    """What became of the packs. Waits for it, and raises nothing. command: what runs the program, else this one's."""
    try:
        done = subprocess.run(
            [*(command or program()), "pack", "--take"],
            input=msgspec.json.encode(job),
            stdout=subprocess.PIPE,
            timeout=limit_s,
            check=False,
        )
        return msgspec.json.decode(done.stdout, type=list[Outcome])
    except (OSError, subprocess.TimeoutExpired, msgspec.DecodeError):
        return [Outcome(file, "failed", FAILED) for file in job.files]
