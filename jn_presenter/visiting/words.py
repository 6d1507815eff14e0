"""What a visit says on slides: names as they were typed, and the few words around them in each language of the deck."""

from collections.abc import Callable

from jn_presenter.draw.dates import date_words
from jn_presenter.draw.names import literal
from jn_presenter.model.text import Text
from jn_presenter.model.visit import Person, Visit

Tags = tuple[str, ...]
Say = Callable[[str], str]
"""A language -> the words in it."""


def _words(**variants: str) -> Text:
    return Text(tuple(variants.items()))


THEME = _words(zh="欢迎", en="Welcome", ja="歓迎", ko="환영", de="Willkommen", fr="Bienvenue", ru="Приветствие")
WELCOME = _words(
    zh="热烈欢迎",
    en="A warm welcome to",
    ja="ようこそ",
    ko="환영합니다",
    de="Herzlich willkommen",
    fr="Nous souhaitons la bienvenue à",
    ru="Добро пожаловать",
)
THANKS = _words(
    zh="感谢{name}莅临",
    en="Thank you for coming: {name}",
    ja="{name}の皆様、ありがとうございました",
    ko="{name} 여러분, 감사합니다",
    de="Vielen Dank: {name}",
    fr="Merci de votre visite : {name}",
    ru="Благодарим за визит: {name}",
)
HOST = _words(
    zh="接待：{name}",
    en="Your host: {name}",
    ja="ご案内：{name}",
    ko="안내: {name}",
    de="Ihr Gastgeber: {name}",
    fr="Votre hôte : {name}",
    ru="Вас принимает: {name}",
)
BETWEEN = _words(zh="　", en=", ", ja="　", ko=" ", de=", ", fr=", ", ru=", ")
"""Between a name and a position."""
FALLBACK = ("en",)


def said(languages: Tags, say: Say) -> Text:
    """What `say` says in each of the languages, at least one."""
    return Text(tuple((tag, say(tag)) for tag in languages))


def own(words: Text, tag: str) -> str:
    """The program's own words in a language, English where it has none."""
    return words.pick(tag, FALLBACK)[1]


def ours(words: Text, languages: Tags) -> Text:
    """The same in each of the languages."""
    return said(languages, lambda tag: own(words, tag))


def name_in(name: Text, tag: str, languages: Tags) -> str:
    """The name in a language, or the one that stands for it; as it is to be written into a text."""
    return literal(name.pick(tag, languages)[1])


def person_in(person: Person, tag: str, languages: Tags) -> str:
    """Somebody's name and position."""
    name = name_in(person.name, tag, languages)
    return name if person.position is None else name + own(BETWEEN, tag) + name_in(person.position, tag, languages)


def delegation_and_date(visit: Visit, languages: Tags) -> Text:
    """苏黎世代表团 · 2026年11月23日."""

    def say(tag: str) -> str:
        parts = (name_in(visit.delegation, tag, languages), date_words(visit.date, tag))
        return " · ".join(filter(None, parts))

    return said(languages, say)


def date(visit: Visit, languages: Tags) -> Text:
    """The day of the visit."""
    return said(languages, lambda tag: date_words(visit.date, tag))


def thanks(visit: Visit, languages: Tags) -> Text:
    """A word of thanks that names the delegation."""
    return said(languages, lambda tag: own(THANKS, tag).replace("{name}", name_in(visit.delegation, tag, languages)))


def host(person: Person, languages: Tags) -> Text:
    """Who receives the guests."""
    return said(languages, lambda tag: own(HOST, tag).replace("{name}", person_in(person, tag, languages)))


def contact(person: Person, languages: Tags) -> Text:
    """The host with how to reach him, on a line of its own."""

    def say(tag: str) -> str:
        reached = name_in(person.contact, tag, languages) if person.contact else ""
        return "\n".join(filter(None, (person_in(person, tag, languages), reached)))

    return said(languages, say)


def guests(visit: Visit) -> tuple[Person, ...]:
    """All who come, the leader first."""
    return (visit.leader, *visit.guests) if visit.leader else visit.guests


def notes(visit: Visit, languages: Tags) -> Text:
    """What the presenter has before him at the welcome: who comes, a line each."""

    def say(tag: str) -> str:
        lines = (person_in(one, tag, languages) for one in guests(visit))
        return "\n".join((name_in(visit.delegation, tag, languages), *lines))

    return said(languages, say)
