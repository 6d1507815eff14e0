"""Texts that pictures and printed blocks show: a slide to learn YAML by, and slides with one mistake each."""

LESSON = """\
layout: points
title:
  zh: 下一步：三件事
  en: "Next: three tasks"
points:
  - zh: 集聚资源
    en: Gather resources
  - zh: 培育主体
    en: Raise innovators
  - zh: 打造生态
    en: Build the ecosystem
"""
ITEMS = LESSON.count("- ")
SENTENCE = {"zh": "下一步：三件事", "en": '"Next: three tasks"'}
GREEN, FIGURE, OTHER_FIGURE = "livelihood/green", "47", "48"
"""A slide, a figure that it shows, and what is typed instead to show how that is done."""
WORD = {"zh": ("冲刺", "迈向"), "en": ("aiming", "heading")}
"""A word of a title, and another for it."""
WIDE_COLON = "title：\n"
REFERENCE = "<target-software>"
DECK = {
    "briefing.yaml": "title:\n  zh: 园区汇报\n  en: The park\nlanguages: [zh, en]\nstyles: [night]\nthemes: [park]\n",
    "park/theme.yaml": "title:\n  zh: 园区\n  en: The park\nicon: factory\naccent: amber\nslides: [next]\n",
    "park/next.yaml": LESSON,
}
"""A briefing of one slide."""
SLIDE = "park/next.yaml"
TRAPS = {
    "wide-colon": ("title:\n", WIDE_COLON),
    "no-space": ("layout: points", "layout:points"),
    "tab": ("\n  en: ", "\n\ten: "),
    "colon-in-text": (SENTENCE["en"], SENTENCE["en"].strip('"')),
}
"""Mistakes by name: what a slide says, and what somebody types instead."""
POWERPOINT = {
    "zh": (("园区近况", "集聚资源\n培育主体"), ("下一步", "打造生态\n服务企业")),
    "en": (
        ("News of the park", "Gather resources\nRaise innovators"),
        ("Next", "Build the ecosystem\nServe companies"),
    ),
}
"""Titles and points of a PowerPoint file."""
