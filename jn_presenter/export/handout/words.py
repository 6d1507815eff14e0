"""The words that a handout has of its own, in the languages in which the program speaks to an audience."""

from jn_presenter.draw.words import words

# fmt: off
HOST = words(
    zh="接待：{name}", en="Host: {name}", ja="ご案内：{name}", ko="안내: {name}", de="Gastgeber: {name}",
    fr="Accueil : {name}", ru="Принимает: {name}", es="Anfitrión: {name}", it="Accoglienza: {name}",
    pt="Anfitrião: {name}",
)
CONTINUED = words(
    zh="第{number}页讲稿（续）", en="Slide {number}, notes continued", ja="スライド{number}のノート（続き）",
    ko="슬라이드 {number} 노트(계속)", de="Folie {number}, Fortsetzung", fr="Diapositive {number}, suite",
    ru="Слайд {number}, продолжение", es="Diapositiva {number}, continuación", it="Diapositiva {number}, continua",
    pt="Slide {number}, continuação",
)
# fmt: on
