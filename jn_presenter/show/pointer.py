"""When the mouse pointer may be seen over the audience's picture: while it moves and a little longer."""

from msgspec import Struct

HIDE_MS = 2000.0


class Pointer(Struct, frozen=True):
    """When the pointer last moved, in ms of the show's clock; None before it ever did."""

    moved_ms: float | None = None

    def moved(self, now_ms: float) -> "Pointer":
        return Pointer(now_ms)

    def visible(self, now_ms: float) -> bool:
        return self.moved_ms is not None and now_ms < self.moved_ms + HIDE_MS

    def due_ms(self) -> float | None:
        """When to hide it, or None where it is hidden for good until it moves."""
        return None if self.moved_ms is None else self.moved_ms + HIDE_MS
