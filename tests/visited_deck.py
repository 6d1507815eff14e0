"""A small deck on the disk with visits in it, for tests of whoever chooses and makes them. Today is 2021-06-04."""

from pathlib import Path

from jn_presenter.load import Loaded, load_deck

TODAY = "2021-06-04"
FILES = {
    "briefing.yaml": "title: {zh: 云溪镇, en: Yunxi}\nlanguages: [zh, en]\nthemes: [front, town, shops, back]\n",
    "front/theme.yaml": "title: {zh: 开场, en: Opening}\nrole: frame\nslides: [cover]\n",
    "front/cover.yaml": "layout: cover\ntitle: {zh: 云溪, en: Yunxi}\n",
    "town/theme.yaml": "title: {zh: 镇, en: The town}\nslides: [first, second]\n",
    "town/first.yaml": "layout: points\ntitle: {zh: 一, en: One}\nminutes: 5\ndepth: core\npoints:\n  - {zh: 甲}\n",
    "town/second.yaml": "layout: points\ntitle: {zh: 二, en: Two}\nminutes: 6\npoints:\n  - {zh: 乙, en: B}\n",
    "shops/theme.yaml": "title: {zh: 店, en: The shops}\nslides: [third]\n",
    "shops/third.yaml": "layout: points\ntitle: {zh: 三, en: Three}\nminutes: 2\npoints:\n  - {zh: 丙, en: C}\n",
    "back/theme.yaml": "title: {zh: 结束, en: Closing}\nrole: frame\nslides: [bye]\n",
    "back/bye.yaml": "layout: closing\ntitle: {zh: 谢谢, en: Thank you}\n",
    "visits/2021-06-04-lake.yaml": (
        "# 示例 sample\n"
        "delegation:   # as in their letter\n  zh: 湖畔市代表团\n  en: Delegation of Lakeside\n"
        "leader:\n  name: {zh: 王某, en: Wang}\n"
        "date: 2021-06-04\nminutes: 10\nlanguages: [en]\nthemes: [shops, town]\nhide: [town/second]\n"
    ),
    "visits/2021-06-03-past.yaml": "delegation: {zh: 昨日团, en: Yesterday}\ndate: 2021-06-03\n",
    "visits/2021-06-04-odd.yaml": "delegation: {zh: 有错的团, en: Odd}\ndate: 2021-06-04\nthemes: [shop]\n",
    "visits/2021-06-05-bad.yaml": "delegation:\n  zh: 坏\n en: [\n",
}
LAKE, PAST, ODD, BAD = "2021-06-04-lake", "2021-06-03-past", "2021-06-04-odd", "2021-06-05-bad"


def written(folder: Path) -> Path:
    """The deck's files in that folder."""
    for name, words in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    return folder


def visited(folder: Path) -> Loaded:
    """The deck, read."""
    return load_deck(written(folder))
