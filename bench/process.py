"""Processes by number: their CPU time and memory as Linux counts them, and what the rest of the machine uses."""

import os
import resource
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
BUSY = (0, 1, 2, 5, 6, 7)
"""The fields of a cpu line in /proc/stat that count as work: user, nice, system, irq, softirq and steal (proc(5))."""


def cpu_s(pid: int) -> float:
    """Seconds that all threads of the process have run, to the nanosecond; 0 for one that is gone."""
    total = 0
    for task in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        try:
            total += int(task.read_text().split()[0])
        except (OSError, IndexError):
            continue  # the thread ended meanwhile
    return total / 1e9


def idle_s(pid: int) -> float:
    """The clock without the time in which the process runs or waits for a processor: between two looks it grows by what
    the process slept, however busy the machine is.
    """
    waited = int(Path(f"/proc/{pid}/schedstat").read_text().split()[1]) / 1e9
    return time.monotonic() - cpu_s(pid) - waited


def pin(pid: int, processor: int) -> None:
    """Have all threads of the process, those that it will start too, run on that one processor."""
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            os.sched_setaffinity(int(task.name), {processor})
        except ProcessLookupError:
            continue  # the thread ended meanwhile


def pss_mb(pid: int) -> float:
    """Resident memory of the process in MB (MiB), shared pages divided among those that share them."""
    return _field(Path(f"/proc/{pid}/smaps_rollup"), "Pss:") / 1024


def rss_mb(pid: int) -> float:
    """Resident memory of the process in MB (MiB)."""
    return _field(Path(f"/proc/{pid}/status"), "VmRSS:") / 1024


def own_mb(pid: int) -> float:
    """Of that what is the process's alone, in MB (MiB): pages of files it maps belong to the system's cache of them."""
    return _field(Path(f"/proc/{pid}/status"), "RssAnon:") / 1024


def _field(path: Path, name: str) -> int:
    for line in path.read_text().splitlines():
        if line.startswith(name):
            return int(line.split()[1])
    raise ValueError(f"{path} has no {name}")


def machine_cpu_s() -> float:
    """Seconds of work of all processors since the machine started, what the hypervisor took included."""
    fields = Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
    return sum(int(fields[k]) for k in BUSY) / TICK


def own_cpu_s() -> float:
    """Seconds of work of this process and of its children, those that have ended included."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    children = (int(pid) for pid in Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split())
    return time.process_time() + ended.ru_utime + ended.ru_stime + sum(cpu_s(pid) for pid in children)


class Others:
    """How much of the machine foreign processes use from now on."""

    def __init__(self) -> None:
        self._began = (time.monotonic(), machine_cpu_s(), own_cpu_s())

    def share(self) -> float:
        """Processors that they have used on average, 0 for none."""
        wall, machine, own = self._began
        foreign = (machine_cpu_s() - machine) - (own_cpu_s() - own)
        return max(0.0, foreign / max(time.monotonic() - wall, 1e-3))


def wait_for_quiet(limit_s: float, share: float = 0.15) -> None:
    """Wait until others use less than `share` of a processor for a second, at most `limit_s`."""
    end = time.monotonic() + limit_s
    while time.monotonic() < end:
        others = Others()
        time.sleep(1.0)
        if others.share() < share:
            return


def output(command: Sequence[str], env: Mapping[str, str], limit_s: float) -> bytes:
    """What the program prints. Raises RuntimeError, with what it complained of, where it fails or takes too long."""
    try:
        ended = subprocess.run(
            command, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=limit_s, check=True
        )
    except subprocess.SubprocessError as error:
        said = (getattr(error, "stderr", None) or b"").decode(errors="replace").strip()
        raise RuntimeError(f"{error} {said[-400:]}".strip()) from error
    return ended.stdout


def end(process: "subprocess.Popen[bytes]") -> None:
    """Ask the process to end, and end it where it does not within 3 s."""
    process.terminate()
    try:
        process.wait(3)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
