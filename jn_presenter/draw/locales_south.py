"""Spanish, Italian and Portuguese. Figures and names by CLDR 47, as in locales_west.py."""

from jn_presenter.draw.locale_forms import Locale
from jn_presenter.draw.locales_west import NBSP

SPANISH = Locale(
    tag="es",
    comma=".",
    decimal=",",
    grouped_from=5,
    percent="{v}" + NBSP + "%",
    magnitudes=((12, "billón", "billones"), (9, "mil millones", "mil millones"), (6, "millón", "millones")),
    ticks=((1e6, NBSP + "M"),),
    over="más de",
    derived=(
        ("over", "más de {exact}"),
        ("class", "del orden de {exact}"),
        ("near-class", "cerca de {exact}"),
    ),
    year="{y}",
    month="{month} de {y}",
    day="{d} de {month} de {y}",
    months=(
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ),
    by="para {date}",
    by_day="para el {date}",
    to="hasta {date}",
    listed=", ",
    clause="; ",
    part="; ",
    brackets=" ({words})",
)  # fmt: skip
ITALIAN = Locale(
    tag="it",
    comma=".",
    decimal=",",
    grouped_from=5,
    magnitudes=((9, "miliardo", "miliardi"), (6, "milione", "milioni")),
    ticks=((1e9, NBSP + "Mld"), (1e6, NBSP + "Mln")),
    over="oltre",
    derived=(
        ("over", "oltre {exact}"),
        ("class", "nell’ordine di {exact}"),
        ("near-class", "quasi {exact}"),
    ),
    year="{y}",
    month="{month} {y}",
    day="{d} {month} {y}",
    months=(
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
        "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
    ),
    first="1º",
    by="entro {date}",
    by_year="entro il {date}",
    by_day="entro il {date}",
    to="fino al {date}",
    listed=", ",
    clause="; ",
    part="; ",
    brackets=" ({words})",
)  # fmt: skip
PORTUGUESE = Locale(
    tag="pt",
    comma=".",
    decimal=",",
    magnitudes=((12, "trilhão", "trilhões"), (9, "bilhão", "bilhões"), (6, "milhão", "milhões")),
    ticks=((1e9, NBSP + "bi"), (1e6, NBSP + "mi")),
    over="mais de",
    derived=(
        ("over", "mais de {exact}"),
        ("class", "da ordem de {exact}"),
        ("near-class", "quase {exact}"),
    ),
    year="{y}",
    month="{month} de {y}",
    day="{d} de {month} de {y}",
    months=(
        "janeiro", "fevereiro", "março", "abril", "maio", "junho",
        "julho", "agosto", "setembro", "outubro", "novembro", "dezembro",
    ),
    first="1º",
    by="até {date}",
    to="até {date}",
    listed=", ",
    clause="; ",
    part="; ",
    brackets=" ({words})",
)  # fmt: skip
LOCALES = (SPANISH, ITALIAN, PORTUGUESE)
