"""What a long run is: how often something is done at full length, and what comes of it as lines of the table."""

from collections.abc import Callable

from msgspec import Struct

from bench.row import Row

Progress = Callable[[int, int], object]
"""Is told how many are done, and of how many."""


class Run(Struct, frozen=True, kw_only=True):
    """One long run. Its `go` raises RuntimeError where it cannot be done; bad figures it returns as they are."""

    times: int
    """How often at full length."""
    least: int = 1
    """Fewer would try nothing."""
    go: Callable[[int, Progress], list[Row]]
    """(times, progress) -> lines."""

    def count(self, share: float) -> int:
        """How often with a share of the full length, 0..1 or more."""
        return max(self.least, round(self.times * share))
