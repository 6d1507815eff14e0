"""What a kiosk says to its visitors and to its staff, in every language that the program speaks to an audience."""

from collections.abc import Iterable

from jn_presenter.draw.words import say, words
from jn_presenter.model.text import Message, Text

# fmt: off
TOUCH = words(
    zh="触摸屏幕开始", en="Touch to begin", ja="画面に触れてください", ko="화면을 터치하세요",
    de="Zum Starten berühren", fr="Touchez l’écran pour commencer", ru="Коснитесь экрана", es="Toque para empezar",
    it="Tocca per iniziare", pt="Toque para começar",
)
CHOOSE = words(
    zh="想先看哪个主题？", en="Where would you like to begin?", ja="どのテーマから見ますか",
    ko="어떤 주제부터 볼까요?", de="Wo möchten Sie beginnen?", fr="Par où commencer\u202f?", ru="С чего начнём?",
    es="¿Por dónde quiere empezar?", it="Da dove vuole iniziare?", pt="Por onde quer começar?",
)
NEXT = words(
    zh="下一页", en="Next", ja="次へ", ko="다음", de="Weiter", fr="Suivant", ru="Далее", es="Siguiente", it="Avanti",
    pt="Avançar",
)
BACK = words(
    zh="上一页", en="Back", ja="前へ", ko="이전", de="Zurück", fr="Précédent", ru="Назад", es="Anterior",
    it="Indietro", pt="Voltar",
)
HOME = words(
    zh="首页", en="Home", ja="ホーム", ko="처음으로", de="Start", fr="Accueil", ru="В начало", es="Inicio",
    it="Inizio", pt="Início",
)
ALL = words(
    zh="全部主题", en="All themes", ja="テーマ一覧", ko="전체 주제", de="Alle Themen", fr="Tous les thèmes",
    ru="Все темы", es="Todos los temas", it="Tutti i temi", pt="Todos os temas",
)
LARGE = words(
    zh="大字", en="Large text", ja="文字を大きく", ko="큰 글자", de="Große Schrift", fr="Grands caractères",
    ru="Крупный текст", es="Texto grande", it="Testo grande", pt="Texto grande",
)
CONTRAST = words(
    zh="高对比度", en="High contrast", ja="高コントラスト", ko="고대비", de="Hoher Kontrast", fr="Contraste élevé",
    ru="Высокий контраст", es="Alto contraste", it="Alto contrasto", pt="Alto contraste",
)
LEFT = words(
    zh="{count}秒后返回开头", en="Back to start in {count} s", ja="{count}秒後に最初に戻ります",
    ko="{count}초 후 처음으로", de="Zurück zum Start in {count} s", fr="Retour au début dans {count} s",
    ru="К началу через {count} с", es="Vuelta al inicio en {count} s", it="Ritorno all’inizio tra {count} s",
    pt="Volta ao início em {count} s",
)
STAY = words(
    zh="触摸屏幕，继续浏览", en="Touch the screen to stay", ja="続けるには画面に触れてください",
    ko="계속하려면 화면을 터치하세요", de="Zum Weiterlesen berühren", fr="Touchez l’écran pour continuer",
    ru="Коснитесь экрана, чтобы продолжить", es="Toque la pantalla para continuar",
    it="Tocca lo schermo per continuare", pt="Toque na tela para continuar",
)
OF = words(
    zh="第{n}页，共{all}页", en="{n} of {all}", ja="{n}／{all}", ko="{n}/{all}", de="{n} von {all}",
    fr="{n} sur {all}", ru="{n} из {all}", es="{n} de {all}", it="{n} di {all}", pt="{n} de {all}",
)
# fmt: on

PIN = Message("员工密码", "Staff PIN")
ERASE = Message("删除", "Erase")
ENTER = Message("确定", "OK")
CANCEL = Message("取消", "Cancel")
LATER = Message("请{count}分钟后再试", "Try again in {count} min")
WRONG = Message("密码不对", "Wrong PIN")
AGAIN = Message("密码不对，还可以试{count}次", "Wrong PIN, tries left: {count}")
UNSET = Message("没有设定员工密码", "No staff PIN is set")
ASK = Message("请联系负责人", "Please ask whoever is in charge")
SAFE = Message("正在恢复，请稍候", "Back in a moment")

NAMES = {
    "zh": "中文",
    "en": "English",
    "ja": "日本語",
    "ko": "한국어",
    "de": "Deutsch",
    "fr": "Français",
    "ru": "Русский",
    "es": "Español",
    "it": "Italiano",
    "pt": "Português",
}
"""Languages by their own names, which are found by whoever reads no other."""


def language_name(tag: str) -> str:
    """The language's own name; its tag where that is not known."""
    return NAMES.get(tag) or NAMES.get(tag.partition("-")[0]) or tag.upper()


def filled(words: Text, **holes: object) -> Text:
    """The words with what stands in their holes."""
    return Text(tuple((language, string.format(**holes)) for language, string in words.variants))


def at_once(words: Text, languages: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """(language, words) for each of the languages, none of the words twice."""
    said: dict[str, str] = {}
    for language in languages:
        said.setdefault(say(words, language), language)
    return tuple((language, string) for string, language in said.items())


def both(message: Message) -> str:
    """For staff, whatever the visitor before them has read."""
    return f"{message.zh}  {message.en}"
