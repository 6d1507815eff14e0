"""One process of fit_helpers.py: lays the slides out that its standard input names, and answers with their verdicts."""

import os
import sys

import msgspec

from jn_presenter.check_fit import verdicts_by_key
from jn_presenter.load import load_index, with_slides
from jn_presenter.load.snapshots import read_snapshots


def main(folder: str) -> int:
    """Answer on standard output, in msgpack: the verdicts by their keys."""
    from jn_presenter.qt.offscreen import application

    slides = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=list[str])
    deck = with_slides(load_index(folder), slides).deck
    found = verdicts_by_key(folder, deck, slides, application(), read_snapshots(deck, slides))
    sys.stdout.buffer.write(msgspec.msgpack.encode(found))
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    os._exit(main(sys.argv[1]))  # nothing of Qt has to be taken down
