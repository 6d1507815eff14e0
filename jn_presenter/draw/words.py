"""The few words that the program itself says to the audience, and how they become texts of a slide's languages."""

from collections.abc import Iterable

from jn_presenter.model.feed import Badge
from jn_presenter.model.text import Text

FALLBACK = ("en",)


def words(**languages: str) -> Text:
    """A text by its languages' tags."""
    return Text(tuple(languages.items()))


# fmt: off
TARGET = words(
    zh="目标", en="Target", ja="目標", ko="목표", de="Ziel", fr="Objectif", ru="Цель", es="Objetivo", it="Obiettivo",
    pt="Meta",
)
REACHED = words(
    zh="已达到", en="Reached", ja="実績", ko="달성", de="Erreicht", fr="Atteint", ru="Достигнуто", es="Alcanzado",
    it="Raggiunto", pt="Alcançado",
)
OF_THE_WAY = words(
    zh="已达{share}", en="{share} of the way", ja="達成率{share}", ko="{share} 달성", de="{share} erreicht",
    fr="réalisé à {share}", ru="достигнуто {share}", es="{share} alcanzado", it="{share} raggiunto",
    pt="{share} alcançado",
)
TARGET_BY = words(
    zh="目标（{date}）", en="Target ({date})", ja="目標（{date}）", ko="목표({date})", de="Ziel ({date})",
    fr="Objectif ({date})", ru="Цель ({date})", es="Objetivo ({date})", it="Obiettivo ({date})", pt="Meta ({date})",
)
SAMPLE = words(
    zh="示例数据", en="Sample data", ja="サンプルデータ", ko="예시 데이터", de="Beispieldaten",
    fr="Données d’exemple", ru="Условные данные", es="Datos de ejemplo", it="Dati di esempio", pt="Dados de exemplo",
)
SIMULATED = words(
    zh="模拟数据", en="Simulated data", ja="シミュレーションデータ", ko="시뮬레이션 데이터", de="Simulierte Daten",
    fr="Données simulées", ru="Смоделированные данные", es="Datos simulados", it="Dati simulati",
    pt="Dados simulados",
)
NO_DATA = words(
    zh="缺数", en="no data", ja="データなし", ko="데이터 없음", de="keine Angabe", fr="pas de données",
    ru="нет данных", es="sin datos", it="nessun dato", pt="sem dados",
)
LOG_SCALE = words(
    zh="对数刻度", en="logarithmic scale", ja="対数目盛", ko="로그 눈금", de="logarithmische Skala",
    fr="échelle logarithmique", ru="логарифмическая шкала", es="escala logarítmica", it="scala logaritmica",
    pt="escala logarítmica",
)
CUT_AXIS = words(
    zh="纵轴不从零起", en="axis not from zero", ja="縦軸はゼロ始まりではない", ko="세로축은 0에서 시작하지 않음",
    de="Achse beginnt nicht bei null", fr="axe ne partant pas de zéro", ru="ось не от нуля",
    es="el eje no empieza en cero", it="asse non da zero", pt="eixo não começa em zero",
)
SECONDS = words(
    zh="{count}秒", en="{count} s", ja="{count}秒", ko="{count}초", de="{count} s", fr="{count} s", ru="{count} с",
    es="{count} s", it="{count} s", pt="{count} s",
)
MINUTES = words(
    zh="{count}分", en="{count} min", ja="{count}分", ko="{count}분", de="{count} min", fr="{count} min",
    ru="{count} мин", es="{count} min", it="{count} min", pt="{count} min",
)
BY_AREA = words(
    zh="圆点面积：{words}", en="area of dots: {words}", ja="円の面積：{words}", ko="원의 면적: {words}",
    de="Fläche der Punkte: {words}", fr="surface des points\u00a0: {words}", ru="площадь точек: {words}",
    es="área de los puntos: {words}", it="area dei punti: {words}", pt="área dos pontos: {words}",
)
LACKING = words(
    zh="{count}项缺数", en="{count} without data", ja="{count}件データなし", ko="{count}개 데이터 없음",
    de="{count} ohne Angabe", fr="{count} sans données", ru="без данных: {count}", es="{count} sin datos",
    it="{count} senza dati", pt="{count} sem dados",
)
RANGE = words(
    zh="范围", en="range", ja="範囲", ko="범위", de="Spanne", fr="fourchette", ru="диапазон", es="rango",
    it="intervallo", pt="intervalo",
)
NOW = words(
    zh="现在", en="now", ja="現在", ko="현재", de="jetzt", fr="maintenant", ru="сейчас", es="ahora", it="ora",
    pt="agora",
)
COUNT_OF_ROWS = words(
    zh="个数", en="count", ja="個数", ko="개수", de="Anzahl", fr="nombre", ru="количество", es="cantidad",
    it="numero", pt="quantidade",
)
NO_DATA_FOR = words(
    zh="缺数：{words}", en="No data: {words}", ja="データなし：{words}", ko="데이터 없음: {words}",
    de="Keine Angabe: {words}", fr="Pas de données\u00a0: {words}", ru="Нет данных: {words}", es="Sin datos: {words}",
    it="Nessun dato: {words}", pt="Sem dados: {words}",
)
THE_REST = words(
    zh="其余：{words}", en="The rest: {words}", ja="その他：{words}", ko="나머지: {words}", de="Übrige: {words}",
    fr="Le reste\u00a0: {words}", ru="Остальное: {words}", es="El resto: {words}", it="Il resto: {words}",
    pt="O restante: {words}",
)
OTHERS = words(
    zh="其余{count}项", en="{count} others", ja="その他{count}件", ko="나머지 {count}개", de="{count} weitere",
    fr="{count} autres", ru="остальные: {count}", es="otros {count}", it="altri {count}", pt="outros {count}",
)
AND_MORE = words(
    zh="等{count}项", en="and {count} more", ja="ほか{count}件", ko="외 {count}개", de="und {count} weitere",
    fr="et {count} autres", ru="и ещё {count}", es="y {count} más", it="e altri {count}", pt="e mais {count}",
)
MORE = words(
    zh="另有{count}项", en="{count} more", ja="ほか{count}件", ko="{count}개 더", de="{count} weitere",
    fr="{count} de plus", ru="ещё {count}", es="{count} más", it="altri {count}", pt="mais {count}",
)
ONE_MORE_ROW = words(
    zh="另有{count}行", en="{count} more row", ja="ほか{count}行", ko="{count}행 더", de="{count} weitere Zeile",
    fr="{count} ligne de plus", ru="ещё строк: {count}", es="{count} fila más", it="{count} altra riga",
    pt="mais {count} linha",
)
MORE_ROWS = words(
    zh="另有{count}行", en="{count} more rows", ja="ほか{count}行", ko="{count}행 더", de="{count} weitere Zeilen",
    fr="{count} lignes de plus", ru="ещё строк: {count}", es="{count} filas más", it="altre {count} righe",
    pt="mais {count} linhas",
)
CHANGE_SINCE = words(
    zh="=={change}==（较{date}）", en="=={change}== since\u00a0{date}", ja="=={change}==（{date}比）",
    ko="=={change}==({date} 대비)", de="=={change}== seit\u00a0{date}", fr="=={change}== depuis\u00a0{date}",
    ru="=={change}== (к уровню {date})", es="=={change}== desde\u00a0{date}", it="=={change}== dal\u00a0{date}",
    pt="=={change}== desde\u00a0{date}",
)
UNCHANGED_SINCE = words(
    zh="与{date}持平", en="unchanged since\u00a0{date}", ja="{date}から横ばい", ko="{date} 대비 변동 없음",
    de="unverändert seit\u00a0{date}", fr="inchangé depuis\u00a0{date}", ru="без изменений ({date})",
    es="sin cambios desde\u00a0{date}", it="invariato dal\u00a0{date}", pt="sem alteração desde\u00a0{date}",
)
POINTS = words(
    zh="{value}个百分点", en="{value} percentage points", ja="{value}ポイント", ko="{value}%포인트",
    de="{value} Prozentpunkte", fr="{value} points de pourcentage", ru="{value} п. п.",
    es="{value} puntos porcentuales", it="{value} punti percentuali", pt="{value} pontos percentuais",
)
ONE_POINT = words(
    zh="{value}个百分点", en="{value} percentage point", ja="{value}ポイント", ko="{value}%포인트",
    de="{value} Prozentpunkt", fr="{value} point de pourcentage", ru="{value} п. п.", es="{value} punto porcentual",
    it="{value} punto percentuale", pt="{value} ponto percentual",
)
SOURCE = words(
    zh="来源：{words}", en="Source: {words}", ja="出典：{words}", ko="출처: {words}", de="Quelle: {words}",
    fr="Source\u00a0: {words}", ru="Источник: {words}", es="Fuente: {words}", it="Fonte: {words}",
    pt="Fonte: {words}",
)
UNDATED = words(
    zh="原文未注日期", en="undated in source", ja="原文に日付の記載なし", ko="원문에 날짜 없음",
    de="in der Quelle undatiert", fr="non daté dans la source", ru="дата в источнике не указана",
    es="sin fecha en la fuente", it="senza data nella fonte", pt="sem data na fonte",
)
OTHERS_UNDATED = words(
    zh="其余原文未注日期", en="others undated in source", ja="その他は原文に日付の記載なし",
    ko="나머지는 원문에 날짜 없음", de="Übrige in der Quelle undatiert", fr="le reste non daté dans la source",
    ru="для остального дата в источнике не указана", es="el resto, sin fecha en la fuente",
    it="il resto senza data nella fonte", pt="o restante, sem data na fonte",
)
FIGURES_UNDATED = words(
    zh="数据原文未注日期", en="figures undated in source", ja="数値は原文に日付の記載なし",
    ko="수치는 원문에 날짜 없음", de="Zahlen in der Quelle undatiert", fr="chiffres non datés dans la source",
    ru="дата показателей в источнике не указана", es="cifras sin fecha en la fuente",
    it="cifre senza data nella fonte", pt="números sem data na fonte",
)
TARGET_DUE = words(
    zh="目标：{words}", en="target: {words}", ja="目標：{words}", ko="목표: {words}", de="Ziel: {words}",
    fr="objectif\u00a0: {words}", ru="цель: {words}", es="objetivo: {words}", it="obiettivo: {words}",
    pt="meta: {words}",
)
TARGETS_DUE = words(
    zh="目标：{words}", en="targets: {words}", ja="目標：{words}", ko="목표: {words}", de="Ziele: {words}",
    fr="objectifs\u00a0: {words}", ru="цели: {words}", es="objetivos: {words}", it="obiettivi: {words}",
    pt="metas: {words}",
)
TARGET_OPEN = words(
    zh="目标（原文未注期限）", en="target (no due date in source)", ja="目標（原文に期限の記載なし）",
    ko="목표(원문에 기한 없음)", de="Ziel (ohne Frist in der Quelle)", fr="objectif (sans échéance dans la source)",
    ru="цель (срок в источнике не указан)", es="objetivo (sin plazo en la fuente)",
    it="obiettivo (senza scadenza nella fonte)", pt="meta (sem prazo na fonte)",
)
TARGETS_OPEN = words(
    zh="目标（原文未注期限）", en="targets (no due date in source)", ja="目標（原文に期限の記載なし）",
    ko="목표(원문에 기한 없음)", de="Ziele (ohne Frist in der Quelle)", fr="objectifs (sans échéance dans la source)",
    ru="цели (срок в источнике не указан)", es="objetivos (sin plazo en la fuente)",
    it="obiettivi (senza scadenza nella fonte)", pt="metas (sem prazo na fonte)",
)
OTHER_TARGET_OPEN = words(
    zh="其余目标（原文未注期限）", en="other target (no due date in source)",
    ja="その他の目標（原文に期限の記載なし）", ko="그 외 목표(원문에 기한 없음)",
    de="weiteres Ziel (ohne Frist in der Quelle)", fr="autre objectif (sans échéance dans la source)",
    ru="другая цель (срок в источнике не указан)", es="otro objetivo (sin plazo en la fuente)",
    it="altro obiettivo (senza scadenza nella fonte)", pt="outra meta (sem prazo na fonte)",
)
OTHER_TARGETS_OPEN = words(
    zh="其余目标（原文未注期限）", en="other targets (no due date in source)",
    ja="その他の目標（原文に期限の記載なし）", ko="그 외 목표(원문에 기한 없음)",
    de="weitere Ziele (ohne Frist in der Quelle)", fr="autres objectifs (sans échéance dans la source)",
    ru="другие цели (срок в источнике не указан)", es="otros objetivos (sin plazo en la fuente)",
    it="altri obiettivi (senza scadenza nella fonte)", pt="outras metas (sem prazo na fonte)",
)
# fmt: on


def badge_words(badge: Badge, languages: Iterable[str]) -> Text:
    """What a badge says, in each of the languages."""
    return said(SIMULATED if badge == "simulated" else SAMPLE, languages)


def say(words: Text, language: str) -> str:
    """The words in the language, English where we have none."""
    return words.pick(language, FALLBACK)[1]


def said(words: Text, languages: Iterable[str]) -> Text:
    """The words in each of the languages."""
    return Text(tuple((language, say(words, language)) for language in languages))
