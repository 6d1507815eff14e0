"""Where the files beside the code are: at the top of a checkout, or inside the package once a wheel is installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_WHEEL = _PACKAGE / "_shipped"
_HOME = _WHEEL if _WHEEL.is_dir() else _PACKAGE.parent


def shipped_slides() -> Path:
    """The folder of the shipped briefing, which is shown where no DECK is given."""
    return _HOME / "slides"


def resources() -> Path:
    """The folder of styles, fonts, icons and schema."""
    return _HOME / "resources"


def checkout() -> Path | None:
    """The top of the checkout that the program runs from; None for an installed one."""
    return None if _HOME == _WHEEL else _HOME
