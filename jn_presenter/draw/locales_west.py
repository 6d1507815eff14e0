"""Languages with names for million and billion, with plural forms, and with months that have names.

Separators, names of months and of powers of ten are those of CLDR 47; limits, lists and the forms of operators,
which it does not have, are ours.
"""

from jn_presenter.draw.locale_forms import Locale

NBSP, NARROW = "\u00a0", "\u202f"

ENGLISH = Locale(
    tag="en",
    comma=",",
    magnitudes=((12, "trillion", "trillion"), (9, "billion", "billion"), (6, "million", "million")),
    class_joint="-",
    ticks=((1e9, "B"), (1e6, "M")),
    over="over",
    derived=(
        ("over", "over {exact}"),
        ("class", "the {exact} class"),
        ("near-class", "just short of the {exact} class"),
    ),
    year="{y}",
    month="{month} {y}",
    day="{d} {month} {y}",
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    by="by {date}",
    to="to {date}",
    listed=", ",
    clause="; ",
    part="; ",
    brackets=" ({words})",
)  # fmt: skip
GERMAN = Locale(
    tag="de",
    comma=".",
    decimal=",",
    percent="{v}" + NBSP + "%",
    magnitudes=((12, "Bio.", "Bio."), (9, "Mrd.", "Mrd."), (6, "Mio.", "Mio.")),
    ticks=((1e12, NBSP + "Bio."), (1e9, NBSP + "Mrd."), (1e6, NBSP + "Mio.")),
    over="über",
    derived=(
        ("over", "über {exact}"),
        ("class", "Klasse von {exact}"),
        ("near-class", "knapp {exact}"),
    ),
    year="{y}",
    month="{month} {y}",
    day="{d}. {month} {y}",
    months=(
        "Januar", "Februar", "März", "April", "Mai", "Juni",
        "Juli", "August", "September", "Oktober", "November", "Dezember",
    ),
    tick_day="{d}. {month}",
    by="bis {date}",
    to="bis {date}",
    listed=", ",
    clause="; ",
    part="; ",
    brackets=" ({words})",
)  # fmt: skip
FRENCH = Locale(
    tag="fr",
    comma=NARROW,
    decimal=",",
    percent="{v}" + NBSP + "%",
    magnitudes=((12, "billion", "billions"), (9, "milliard", "milliards"), (6, "million", "millions")),
    ticks=((1e9, NBSP + "Md"), (1e6, NBSP + "M")),
    over="plus de",
    derived=(
        ("over", "plus de {exact}"),
        ("class", "de l’ordre de {exact}"),
        ("near-class", "près de {exact}"),
    ),
    year="{y}",
    month="{month} {y}",
    day="{d} {month} {y}",
    months=(
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    months_short=(
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
    ),
    first="1er",
    by="d’ici {date}",
    by_day="d’ici le {date}",
    to="jusqu’en {date}",
    listed=", ",
    clause=NARROW + "; ",
    part=NARROW + "; ",
    brackets=" ({words})",
)  # fmt: skip
RUSSIAN = Locale(
    tag="ru",
    comma=NBSP,
    decimal=",",
    percent="{v}" + NBSP + "%",
    magnitudes=((12, "трлн", "трлн"), (9, "млрд", "млрд"), (6, "млн", "млн")),
    ticks=((1e12, NBSP + "трлн"), (1e9, NBSP + "млрд"), (1e6, NBSP + "млн")),
    over="более",
    derived=(
        ("over", "более {exact}"),
        ("class", "порядка {exact}"),
        ("near-class", "почти {exact}"),
    ),
    governed=(("one", "few"), ("few", "many")),
    year="{y}" + NARROW + "г.",
    month="{month} {y}" + NARROW + "г.",
    day="{d} {month} {y}" + NARROW + "г.",
    months=(
        "января", "февраля", "марта", "апреля", "мая", "июня",
        "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ),
    months_alone=(
        "январь", "февраль", "март", "апрель", "май", "июнь",
        "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
    ),
    months_short=(
        "янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек.",
    ),
    tick_day="{d}.{m:02}",
    by="до {date}",
    to="до {date}",
    listed=", ",
    clause="; ",
    part="; ",
    brackets=" ({words})",
)  # fmt: skip
LOCALES = (ENGLISH, GERMAN, FRENCH, RUSSIAN)
