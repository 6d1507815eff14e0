"""Packs whose taking is killed at random moments: the deck before or the new one stands whole."""

import hashlib
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from jn_presenter.packs.errand import TAKEN
from jn_presenter.packs.keys import new_private, private_of, public_of
from jn_presenter.packs.making import files_of, make
from jn_presenter.packs.standing import CURRENT, DECKS, STAGE, current
from jn_presenter.packs.taking import LOCK, Taken, take

Progress = Callable[[int, int], object]
ROOT = Path(__file__).parents[1]
COMMAND = (sys.executable, "-m", "jn_presenter", "pack", "--take")
SLIDES = 30
POLL_S = 0.0005
LIMIT_S = 60.0
KEPT = {CURRENT, LOCK}


class Fired(Struct, frozen=True):
    """How often the process was killed, while it wrote, how often the new deck stood then, and what went wrong."""

    killed: int
    while_writing: int
    new: int
    torn: tuple[str, ...]


def nothing(_done: int, _total: int) -> None:
    """No progress is shown."""


def write_deck(folder: Path, word: str, slides: int = 1) -> Path:
    """A small deck whose slides all say that word."""
    (folder / "hall").mkdir(parents=True)
    names = ", ".join(f"s{number}" for number in range(slides))
    (folder / "briefing.yaml").write_text(f"title: {word}\nlanguages: [en]\nthemes: [hall]\n", encoding="utf-8")
    (folder / "hall" / "theme.yaml").write_text(f"title: Hall\nslides: [{names}]\n", encoding="utf-8")
    for number in range(slides):
        text = f"layout: points\ntitle: {word} {'x' * number}\npoints:\n  - {word}\ndepth: core\n"
        (folder / "hall" / f"s{number}.yaml").write_text(text, encoding="utf-8")
    return folder


def write_pack(deck: Path, version: str, private: bytes, file: Path) -> Path:
    """A pack of the deck in that file."""
    with file.open("wb") as out:
        make(deck, files_of(deck).names, version, private_of(private), out)
    return file


def digest_of(folder: Path) -> str:
    """Of all files in the folder, with their names."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(f"{path.relative_to(folder)}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return found.hexdigest()


def taken_under_fire(times: int, seed: int = 0, progress: Progress = nothing) -> Fired:
    """Each time a newer pack is taken by a process that is killed; then again, to its end."""
    chance, private = random.Random(seed), new_private()
    key = public_of(private_of(private))
    while_writing = new = 0
    torn: list[str] = []
    with tempfile.TemporaryDirectory(prefix="bench-fired-") as home:
        kiosk, before, last_s = Path(home, "kiosk"), "", 0.1
        for number in range(times + 1):
            deck = write_deck(Path(home, f"deck-{number}"), f"word{number}", SLIDES)
            pack, after = write_pack(deck, str(number + 1), private, Path(home, f"{number}.jnpack")), digest_of(deck)
            if number:
                wrote = _killed(_job(pack, kiosk, key), kiosk, chance, last_s, stage=bool(number % 4))
                while_writing += wrote
                stands = digest_of(Path(current(kiosk)))
                new += stands == after
                if stands not in (before, after):
                    torn.append(f"{number}: neither the deck before nor the new one")
            began = time.perf_counter()
            found = take(pack, kiosk, key)
            last_s = time.perf_counter() - began
            if not isinstance(found, Taken) and found.code != "taken":
                torn.append(f"{number}: {found.code}")
            if digest_of(Path(current(kiosk))) != after or _left(kiosk):
                torn.append(f"{number}: {_left(kiosk)} left")
            before = after
            progress(number, times)
    return Fired(killed=times, while_writing=while_writing, new=new, torn=tuple(torn))


def _job(pack: Path, kiosk: Path, key: str) -> bytes:
    return json.dumps({"files": [str(pack)], "folder": str(kiosk), "key": key}).encode()


def _killed(job: bytes, kiosk: Path, chance: random.Random, last_s: float, *, stage: bool) -> bool:
    """Whether it was writing when it was killed. stage: wait until it does."""
    process = subprocess.Popen(COMMAND, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(job)
    process.stdin.close()
    until = time.monotonic() + (LIMIT_S if stage else chance.uniform(0.0, 1.0))
    while time.monotonic() < until and process.poll() is None and not (kiosk / DECKS / STAGE).exists():
        time.sleep(POLL_S)
    if stage:
        time.sleep(chance.uniform(0.0, 1.2 * last_s))
    wrote = process.poll() is None
    process.kill()
    said = process.stdout.read()
    process.stdout.close()
    process.wait()
    return wrote and stage and TAKEN.encode() not in said


def _left(kiosk: Path) -> list[str]:
    """What should not be there any more, or is one too many."""
    names = sorted({path.name for path in (kiosk / DECKS).iterdir()} - KEPT)
    return [name for name in names if not name.isdigit()] + names[2:]
