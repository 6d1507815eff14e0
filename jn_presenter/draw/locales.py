"""The languages whose numbers and dates the program can write. To offer another one is to add its Locale here."""

from jn_presenter.draw import locales_south, locales_west
from jn_presenter.draw.locale_forms import Locale
from jn_presenter.draw.locales_east import CHINESE, JAPANESE, KOREAN
from jn_presenter.draw.locales_west import ENGLISH

__all__ = ["CHINESE", "ENGLISH", "JAPANESE", "KOREAN", "LOCALES", "Locale", "locale"]

LOCALES = {
    locale.tag: locale for locale in (CHINESE, ENGLISH, JAPANESE, KOREAN, *locales_west.LOCALES, *locales_south.LOCALES)
}


def locale(language: str) -> Locale:
    """The forms of the tag's base language, English where there are none."""
    return LOCALES.get(language.partition("-")[0].lower(), ENGLISH)
