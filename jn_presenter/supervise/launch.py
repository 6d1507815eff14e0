"""The arguments that the show is started with: the owner's own, and what its crashes have led to."""

from pathlib import Path
from typing import NamedTuple

from jn_presenter.supervise.ladder import DECK, GOOD, SAFE

GOOD_DECK = Path("good", "deck")
"""The last good copy of the deck, in the kiosk's own folder."""


class Launch(NamedTuple):
    """How to start the show this time. `place`: where to go on, as JSON; empty for the beginning."""

    rung: int = DECK
    aside: tuple[str, ...] = ()
    place: str = ""


def arguments(launch: Launch, own: tuple[str, ...], deck: str, folder: Path) -> list[str]:
    """The arguments after the program's name. own: the owner's options; folder: where the kiosk's own files are."""
    if launch.rung == SAFE:
        return ["kiosk", deck, *own, "--child", f"--folder={folder}", "--safe"]
    shown = str(folder / GOOD_DECK) if launch.rung == GOOD else deck
    more = [f"--aside={','.join(launch.aside)}"] if launch.aside else []
    if launch.place:
        more.append(f"--resume={launch.place}")
    return ["kiosk", shown, *own, "--child", f"--folder={folder}", *more]


def has_good(folder: Path) -> bool:
    """Whether there is a good copy."""
    return (folder / GOOD_DECK / "briefing.yaml").is_file()
