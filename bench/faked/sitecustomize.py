"""Sleeping as it is without libfaketime, which makes an error of any sleep of Python 3.11 and later.

It takes the moment until which to sleep, of the monotonic clock, for one of the clock that it fakes. Python itself
reads this file at its start, in whatever has this folder on its path.
"""

import select
import time
from typing import SupportsIndex


def sleep(seconds: float | SupportsIndex) -> None:
    """Wait so long."""
    select.select((), (), (), float(seconds))


time.sleep = sleep
