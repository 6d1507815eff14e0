"""Whether a deck can be shown at all, before it takes the place of one that is."""

from jn_presenter.load import DeckError, load_index, with_slides
from jn_presenter.model.kiosk import CONTRAST
from jn_presenter.show.kiosk.loop import loop_of
from jn_presenter.show.kiosk.stand import Stand


def shows(folder: str) -> bool:
    """Whether a kiosk's loop of the deck in the folder has a slide that can be shown."""
    try:
        loaded = load_index(folder, more_styles=(CONTRAST,))
    except DeckError:
        return False
    return bool(loop_of(with_slides(loaded, loaded.deck.order).deck, Stand()))
