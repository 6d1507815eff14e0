"""A supervisor that keeps another program running: `python -m bench.keeper COMMAND… kiosk DECK --folder=…`."""

import sys
from pathlib import Path

from jn_presenter.arguments import parse
from jn_presenter.cli_kiosk import own_options
from jn_presenter.model.options import KioskOptions
from jn_presenter.supervise.keeping import Kiosk, keep_running

if __name__ == "__main__":
    split = sys.argv.index("kiosk")
    options = parse(sys.argv[split:])
    assert isinstance(options, KioskOptions)
    command = tuple(sys.argv[1:split])
    keep_running(Kiosk("", options.deck, Path(options.folder), own_options(options), command=command))
