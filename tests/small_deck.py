"""A deck of three slides with a few facts, in the manner of what an office writes, for tests of its tables."""

from __future__ import annotations

from pathlib import Path

from jn_presenter.edit.document import opened
from jn_presenter.edit.saving import Folder
from jn_presenter.load import load_deck
from jn_presenter.tables import Taken, exported_facts, exported_texts, taken_facts, taken_texts

FACTS_SHEET, TEXTS_SHEET = "数据 Facts", "文字 Texts"
FILES = {
    "briefing.yaml": "title: {zh: 云溪镇, en: Yunxi}\nlanguages: [zh, en]\nthemes: [town]\n",
    "glossary.yaml": "terms:\n  - zh: 云溪\n    en: Yunxi\n    note: 虚构\n",
    "town/theme.yaml": "title: {zh: 镇, en: The town}\nslides: [first, second, third]\n",
    "facts.yaml": """\
# 虚构的数据 · invented
sources:
  office: {publisher: {zh: 镇政府, en: The town hall}, short: {zh: 镇政府, en: Town hall}}
  press: {publisher: {zh: 报社, en: The press}, short: {zh: 报社, en: Press}}
units:
  yi-yuan:
    zh: {exact: "{v}亿元", over: "{word}{v}亿元"}
    en: {exact: "RMB {v} hundred million", over: "over RMB {v} hundred million"}
facts:
  - id: output   # 产值
    kind: achieved
    as_of: 2024-05
    value: 1000  # 亿
    unit: yi-yuan
    source: office
    label:
      zh: '产值'
      en: "Output: all"
  - id: goal
    kind: target
    due: 2030
    value: 1500.50
    unit: yi-yuan
    source: press
    label: {zh: 目标, en: Goal}
    note: =SUM(A1) 不是公式
  - id: motto
    kind: claim
    source: office
    label:
      zh: 云溪人家
      en: Home by the stream
""",
    "town/first.yaml": """\
layout: points   # 要点页
title:
  zh: 云溪产值<output>
  en: Yunxi makes <output>
points:
  - zh: 一
    en: One
  - zh: 二
notes: |
  讲稿
  第二行
""",
    "town/second.yaml": "layout: section\ntitle: Yunxi\nnotes:\n  zh: 见<goal>\n  en: See <goal>\n",
    "town/third.yaml": "layout: section\ntitle:\n  zh: 尾声\n  en: The end\n",
}


def small_deck(folder: Path) -> Path:
    """The deck, written there."""
    for file, text in FILES.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder


def facts_book(folder: Path) -> bytes:
    """Its facts as a workbook."""
    document = opened("facts.yaml", (folder / "facts.yaml").read_bytes())
    assert document is not None
    return exported_facts(load_deck(folder).deck, document)


def texts_book(folder: Path) -> bytes:
    """Its texts as a workbook."""
    return exported_texts(load_deck(folder).deck, Folder(str(folder)).read)


def facts_of(folder: Path, data: bytes) -> Taken:
    """What comes back from a workbook of its facts."""
    return taken_facts(data, Folder(str(folder)).read, ("zh", "en"), load_deck(folder).deck.facts)


def texts_of_book(folder: Path, data: bytes) -> Taken:
    """What comes back from a workbook of its texts."""
    return taken_texts(data, Folder(str(folder)).read, load_deck(folder).deck)


def after(taken: Taken, file: str) -> str:
    """What a file says then."""
    change = next(change for change in taken.edit.changes if change.file == file)
    assert change.after is not None
    return change.after.decode()
