"""The deck that the storm goes over: two themes of everything that can be touched, all of it invented."""

from pathlib import Path

BRIEFING = """\
title:
  zh: 风暴
  en: A storm
languages: [zh, en]
styles: [night, day]
themes: [one, two]
"""
THEME = """\
title:
  zh: 主题 {name}
  en: Theme {name}
slides: [{slides}]
"""
POINTS = """\
layout: points
title:
  zh: 要点
  en: Points
depth: core
points:
  - zh: 其一
    en: The first
  - zh: 其二
    en: The second
steps: [points.each]
"""
BARS = """\
layout: chart-full
title:
  zh: 柱图
  en: Bars
depth: core
plain: 虚构
chart:
  type: bar
  sample: true
  items:
    - label: A
      value: 3
    - label: B
      value: 5
    - label: C
      value: 8
"""
RACE = """\
layout: chart-full
title:
  zh: 排名
  en: A race
depth: core
plain: 虚构
chart:
  type: race
  data:
    type: inline
    sample: true
    columns: [name, '2019', '2020', '2021']
    rows:
      - [A, 30, 25, 20]
      - [B, 20, 22, 24]
      - [C, 10, 21, 32]
"""
SLIDES = {"race": RACE, "bars": BARS, "points": POINTS}


def write_deck(folder: Path) -> Path:
    """Points with steps, figures that answer, a chart with a time, in each of two themes."""
    for theme in ("one", "two"):
        (folder / theme).mkdir(parents=True)
        for name, text in SLIDES.items():
            (folder / theme / f"{name}.yaml").write_text(text, encoding="utf-8")
        head = THEME.format(name=theme, slides=", ".join(SLIDES))
        (folder / theme / "theme.yaml").write_text(head, encoding="utf-8")
    (folder / "briefing.yaml").write_text(BRIEFING, encoding="utf-8")
    return folder
