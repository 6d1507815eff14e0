import os
import subprocess
import sys
import time

from bench import process


def test_cpu_time_of_this_process_goes_up_with_work() -> None:
    before = process.cpu_s(os.getpid())
    spent = time.process_time()
    sum(range(3_000_000))
    spent = time.process_time() - spent
    assert process.cpu_s(os.getpid()) - before >= spent * 0.9


def test_a_process_that_is_gone_uses_nothing() -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    assert process.cpu_s(child.pid) == 0.0


def test_shared_pages_count_in_part_so_the_proportional_size_is_the_smaller() -> None:
    assert 0 < process.pss_mb(os.getpid()) <= process.rss_mb(os.getpid())


def test_a_process_is_ended() -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    process.end(child)
    assert child.returncode is not None
