"""What was drawn in a show, saved at its end beside the log of the visit, for an export to paint it on the slides."""

import logging
from pathlib import Path

from jn_presenter.durable import replace
from jn_presenter.model.deck import Deck
from jn_presenter.qt.visit_file import visit_path
from jn_presenter.show.inkfile import encoded
from jn_presenter.show.state import ShowState

log = logging.getLogger(__name__)


def save_ink(state: ShowState, deck: Deck, folder: Path | None) -> Path | None:
    """Where it is saved; None where nothing was drawn, or it cannot be written, which the log says."""
    if not any(ink.strokes for ink in state.ink.values()):
        return None
    path = visit_path(folder, state, deck).with_suffix(".ink.json")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, encoded(state.ink))
    except OSError as error:
        log.warning("无法保存标注 / the ink cannot be saved: %s", error)
        return None
    return path
