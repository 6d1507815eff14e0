"""What all measurements share: the programs and decks that are measured, and how many samples are taken."""

import random
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from bench import decks
from bench.desktop import Desktop
from bench.show import Show

HD, UHD = (1920, 1080), (3840, 2160)
SLIDES, MANY = 20, 2000
SEED = 2


class Lab:
    """A place to measure in; a context manager. `repeats` scales every number of samples."""

    def __init__(self, repeats: float = 1.0) -> None:
        self.repeats = repeats
        random.seed(SEED)

    def __enter__(self) -> "Lab":
        self._folder = tempfile.TemporaryDirectory(prefix="bench-decks-")
        self.folder = Path(self._folder.name)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._folder.cleanup()

    def count(self, usual: int, least: int = 3) -> int:
        """How many samples to take where `usual` is the number of a full run."""
        return max(least, round(usual * self.repeats))

    def plain(self, slides: int = SLIDES) -> Path:
        """The deck of so many slides, which every measurement may read and none may change."""
        folder = self.folder / f"plain-{slides}"
        return folder if folder.exists() else decks.plain_deck(folder, slides)

    def ours(self, deck: Path, *, animate: bool = False) -> list[str]:
        """The command that presents a deck."""
        command = [sys.executable, "-m", "jn_presenter", "present", str(deck), "--no-console", "--fresh"]
        return command if animate else [*command, "--no-animation"]

    def floor(self, slides: int = SLIDES) -> list[str]:
        """The command of the floor."""
        return [sys.executable, "-m", "bench.floor", str(slides)]

    def watching(self, file: Path) -> list[str]:
        """The command of the floor that shows a table."""
        return [sys.executable, "-m", "bench.watching", str(file)]

    @contextmanager
    def show(self, command: list[str], size: tuple[int, int] = HD, pass_fds: tuple[int, ...] = ()) -> Iterator[Show]:
        """The program, running on a desktop of its own, its first slide on the screen."""
        with Desktop(*size) as desktop, Show(desktop, command, pass_fds) as show:
            yield show
