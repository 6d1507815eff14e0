"""What an editor gets to see: the real yaml-language-server, by its protocol, on the shipped files and on faults."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jn_presenter.cli import main
from jn_presenter.elements import ELEMENTS
from jn_presenter.layouts import LAYOUTS
from jn_presenter.model.element import Element
from jn_presenter.schema.words import summary
from scripts import language_server
from scripts.make_schema import ROOT, SCHEMA, schema_line, shipped
from tests.load.test_broken import EXPECTED
from tests.lsp.client import SETTINGS, Server
from tests.schema.test_files import SEEN, UNSEEN

pytestmark = [pytest.mark.needs(language_server.NAME), pytest.mark.xdist_group("language server")]
BROKEN = ROOT / "tests" / "decks" / "broken" / "slides"
NEW, ASKED = (ROOT / "slides" / "industry" / name for name in ("new.yaml", "asked.yaml"))
"""Slides that are nowhere but in the editor: one to be judged, one to be asked about, which waits for no judgement."""
NOT_UNDERLINED = {"values/comma-in-text"}
"""A key without a value, between braces, is nothing that the server looks at."""
Item = dict[str, Any]


def started(folder: Path, settings: dict[str, Any] = SETTINGS) -> Server:
    command = language_server.command(ROOT)
    assert Path(command[1]).is_file(), "python3 run.py test installs it"
    return Server(command, folder, settings)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with started(ROOT) as server:
        yield server


def written(text: str, file: Path = NEW, kind: str = "slide") -> tuple[str, int, int]:
    """The text with its modeline and without the `|`; line and column of that, from 0."""
    whole = f"{schema_line(file, kind)}\n{text}"
    before, _, after = whole.partition("|")
    return before + after, before.count("\n"), len(before.rpartition("\n")[2])


def proposed(server: Server, text: str, file: Path = ASKED, kind: str = "slide") -> dict[str, Item]:
    """What is proposed at the `|`, by label."""
    whole, line, column = written(text, file, kind)
    server.show(file, whole)
    items = server.complete(file, line, column)
    return {item["label"]: item for item in items}


def hovered(server: Server, text: str, file: Path = ASKED, kind: str = "slide") -> str:
    """What is said of the word that the `|` is in."""
    whole, line, column = written(text, file, kind)
    server.show(file, whole)
    said = server.hover(file, line, column)
    return said


def told(item: Item) -> str:
    found = item.get("documentation") or ""
    return str(found["value"] if isinstance(found, dict) else found)


def test_nothing_is_underlined_in_any_shipped_file(server: Server) -> None:
    files = [*(file for file, _ in shipped()), ROOT / "resources" / "keys.yaml"]
    for file in files:
        server.show(file, file.read_text(encoding="utf-8"))
    found = {str(file.relative_to(ROOT)): server.said_of(file) for file in files}
    assert len(found) > 100
    assert {name: diagnostics for name, diagnostics in found.items() if diagnostics} == {}


def test_layouts_are_proposed_with_what_they_are(server: Server) -> None:
    items = proposed(server, "layout: |\ntitle: 标题\n")
    assert items.keys() == set(LAYOUTS.names())
    for name, layout in LAYOUTS.all().items():
        assert told(items[name]) == f"{layout.doc.zh}\n\n{layout.doc.en}"


def test_types_are_proposed_with_what_they_are(server: Server) -> None:
    items = proposed(server, "layout: chart-right\ntitle: 标题\nchart:\n  type: |\n")
    assert items.keys() == set(ELEMENTS.names())
    for name, cls in ELEMENTS.all().items():
        assert told(items[name]) == "\n\n".join((summary(cls).zh, summary(cls).en))


def test_the_fields_of_the_type_are_proposed_and_no_others(server: Server) -> None:
    items = proposed(server, "layout: chart-right\ntitle: 标题\nchart:\n  type: bar\n  |\n")
    assert {name: item["insertText"] for name, item in items.items()} == {
        "data": "data: ",
        "facts": "facts:\n  - ${1}",
        "items": "items:\n  - label: $1\n    value: $2",
        "label": "label: ",
        "mode": "mode: ",
        "sample": "sample: ",
        "sort": "sort: ",
        "unit": "unit: ",
        "values": "values:\n  - ",
    }
    assert told(items["sample"]) == "是否示例数据；默认 false\n\nwhether the data is made up; false by default"


def test_slots_of_the_layout_are_proposed_ready_to_fill_in(server: Server) -> None:
    items = proposed(server, "layout: chart-right\n|\n")
    assert {"title", "lead", "points", "chart", "steps", "notes", "depth"} <= items.keys()
    assert {"kpis", "cards", "quote"}.isdisjoint(items)
    assert items["title"]["insertText"] == "title:\n  zh: $1\n  en: $2"
    assert items["points"]["insertText"] == "points:\n  - zh: $1\n    en: $2"


def test_an_empty_slide_is_offered_as_a_whole(server: Server) -> None:
    items = proposed(server, "|")
    assert "layout" in items
    whole = items["chart-right 左文右图"]
    assert whole["insertText"] == "layout: chart-right\ntitle:\n  zh: $1\n  en: $2\nchart:\n  type: $3"
    assert told(whole) == "左文右图\n\nWords on the left, a chart on the right"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("layout: points\ntitle: 甲\npoints: [甲, 乙]\nsteps:\n  - |\n", {"points", "points.each", "icon"}),
        ("layout: points\ntitle: 甲\npoints: [甲, 乙]\nicon: |\n", {"atom", "leaf", "factory"}),
        ("layout: points\ntitle: 甲\ndepth: |\npoints: [甲, 乙]\n", {"core", "standard", "extra"}),
        ("layout: points\ntitle:\n  |\npoints: [甲, 乙]\n", {"zh", "en"}),
        ("layout: chart-full\ntitle: 甲\nchart:\n  type: bar\n  data:\n    |\n", {"type", "file"}),
        ("layout: chart-full\ntitle: 甲\nchart:\n  type: bar\n  data:\n    type: |\n", {"csv", "xlsx", "simulated"}),
        ("layout: chart-full\ntitle: 甲\nchart:\n  type: icon\n  colour: |\n", {"accent", "quiet", "amber", "jade"}),
        ("layout: points\ntitle: 甲\npoints: [甲]\nfree:\n  - type: box\n    |\n", {"fill", "at", "anchor", "size"}),
    ],
)
def test_words_are_proposed_where_there_are_only_some(server: Server, text: str, words: set[str]) -> None:
    assert words <= proposed(server, text).keys()


def test_no_editor_proposes_true_or_null_for_a_text(server: Server) -> None:
    for text in ("title: |\n", "plain: |\n", "title: 甲\nnotes: |\n"):
        assert {"true", "false", "null"}.isdisjoint(proposed(server, f"layout: points\n{text}"))


@pytest.mark.parametrize(
    ("folder", "kind", "text", "words"),
    [
        ("slides/briefing.yaml", "briefing", "transition: |\n", {"none", "fade", "push"}),
        ("slides/new/theme.yaml", "theme", "icon: |\n", {"factory", "leaf"}),
        ("slides/new/theme.yaml", "theme", "accent: |\n", {"amber", "jade"}),
        ("slides/facts.yaml", "facts", "facts:\n  - id: new\n    kind: |\n", {"achieved", "target"}),
        ("resources/keys.yaml", "keys", "|", {"next", "previous", "blank-black"}),
        ("slides/kiosk.yaml", "kiosk", "|", {"pin", "hours", "display", "packs"}),
    ],
)
def test_the_other_files_are_completed_too(server: Server, folder: str, kind: str, text: str, words: set[str]) -> None:
    assert words <= proposed(server, text, ROOT / folder, kind).keys()


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("layout: points\nde|pth: core\n", "哪些版本里有这一页", "which versions show it"),
        ("layout: points\ndepth: co|re\n", "核心：每个版本都有", "in every version"),
        ("lay|out: points\n", "版式", "the layout"),
        ("layout: chart-full\nchart:\n  type: b|ar\n", "条形图：横条", "Horizontal bars on one scale from zero"),
        ("layout: chart-full\nchart:\n  type: bar\n  s|ort: none\n", "排序：按原顺序", "order: as given"),
        ("layout: kpi-grid\nk|pis:\n  - a\n", "指标", "the figures"),
    ],
)
def test_hovering_explains_in_chinese_and_in_english(server: Server, text: str, zh: str, en: str) -> None:
    said = hovered(server, text)
    assert said.index(zh) < said.index(en)


@pytest.mark.parametrize(
    ("text", "marked", "words"),
    [
        ("layout: points\ntitle: 甲\npoints: [甲]\ndept: core\n", "dept", "Property dept is not allowed."),
        (
            "layout: chart-full\ntitle: 甲\nchart:\n  type: bar\n  itemz: []\n",
            "itemz",
            "Property itemz is not allowed.",
        ),
        ("layout: points\ntitle: 甲\npoints: [甲]\nminutes: 1，5\n", "1，5", "只写半角数字"),
        ("layout: points\ntitle: 甲\npoints: [甲]\nicon: {type: icon, name: leaf, bold: 是}\n", "bold", "bold"),
        ("layout: points\ntitle: 甲\npoints: [甲]\nsteps: [chart]\n", "chart", "可用的位置：title、lead、points、icon"),
        ("layout: points\ntitle: 甲\npoints: [甲]\nfacts: [<auto>]\n", "<auto>", "不带 < >"),
    ],
)
def test_a_mistake_is_underlined_and_told(server: Server, text: str, marked: str, words: str) -> None:
    whole, *_ = written(text)
    (found,) = server.open(NEW, whole)
    start, end = found["range"]["start"], found["range"]["end"]
    line = whole.splitlines()[start["line"]]
    assert line[start["character"] : end["character"]] == marked
    assert words in found["message"]


def single(name: str) -> bool:
    return (
        len(EXPECTED[name]) == 1
        and EXPECTED[name][0].partition(":")[0] in SEEN
        and name not in {*UNSEEN, *NOT_UNDERLINED}
    )


@pytest.mark.parametrize("name", sorted(name for name in EXPECTED if name.startswith("values/") and single(name)))
def test_a_fault_is_underlined_in_the_line_that_check_names(server: Server, name: str) -> None:
    code, line, _ = EXPECTED[name][0].split(":")
    whole, *_ = written((BROKEN / f"{name}.yaml").read_text(encoding="utf-8"))
    found = server.open(NEW, whole)
    assert found
    if code not in ("missing-key", "bad-place"):  # of what is not there some say that it should be above, some below
        assert int(line) in {one["range"]["start"]["line"] for one in found}


def test_without_a_line_of_its_own_a_file_has_the_schema_that_the_folder_says() -> None:
    """A new slide in VS Code: .vscode/settings.json says by the path what it is."""
    given = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    yaml = SETTINGS["yaml"] | {"schemas": given["yaml.schemas"]}
    assert given["yaml.schemaStore.enable"] is given["redhat.telemetry.enabled"] is False
    assert {ROOT / path for path in given["yaml.schemas"]} == set(SCHEMA.glob("*.json"))
    with started(ROOT, SETTINGS | {"yaml": yaml}) as server:
        for path, text, wrong in (
            ("slides/new/page.yaml", "layout: points\ntitle: 甲\npoints: [甲]\n", "dept: core\n"),
            ("examples/museum/new/page.yaml", "layout: points\ntitle: 甲\npoints: [甲]\n", "dept: core\n"),
            ("slides/new/theme.yaml", "title: 甲\nslides: [page]\n", "layout: points\n"),
            ("slides/styles/own.yaml", STYLE, "layout: points\n"),
            ("slides/visits/guests.yaml", "delegation: 甲\n", "layout: points\n"),
            ("slides/facts.yaml", "facts: []\n", "terms: []\n"),
            ("slides/glossary.yaml", "terms: []\n", "facts: []\n"),
            ("slides/questions.yaml", "questions: []\n", "facts: []\n"),
            ("slides/briefing.yaml", "title: 甲\nlanguages: [zh]\nthemes: [new]\n", "theme: night\n"),
            ("keys.yaml", "next: J\n", "nexxt: K\n"),
            ("kiosk.yaml", "screen: HDMI-1\n", "scren: HDMI-1\n"),
        ):
            assert server.open(ROOT / path, text) == [], path
            assert [one["range"]["start"]["line"] for one in server.open(ROOT / path, text + wrong)] == [
                text.count("\n")
            ], path


STYLE = (
    "".join(f'{name}: "#101010"\n' for name in ("motif_ink", "ink", "quiet", "faint", "accent"))
    + 'ground: ["#101010", "#101010"]\n'
)


def test_a_deck_elsewhere_gets_its_own_copy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck = tmp_path / "我的 汇报"
    (deck / "park").mkdir(parents=True)
    (deck / "briefing.yaml").write_text("", encoding="utf-8")
    assert main(["schema", "-o", str(deck / "schema")]) == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [str(deck / "schema" / file.name) for file in map(Path, WRITTEN)]
    line = "# yaml-language-server: $schema=../schema/slide.json"
    assert line in printed.err
    with started(deck) as server:
        (found,) = server.open(
            deck / "park" / "one.yaml", f"{line}\nlayout: points\ntitle: a\npoints: [b]\ndept: core\n"
        )
    assert found["message"] == "Property dept is not allowed."


WRITTEN = [
    f"{kind}.json"
    for kind in ("slide", "briefing", "theme", "facts", "glossary", "questions", "visit", "style", "keys", "kiosk")
]


def test_every_field_of_every_element_is_proposed(server: Server) -> None:
    """Of one element after the other, in one file each time."""
    for name in ELEMENTS.names():
        cls: type[Element] = ELEMENTS[name]
        items = proposed(server, f"layout: chart-full\ntitle: 甲\nchart:\n  type: {name}\n  |\n")
        assert set(cls.__struct_encode_fields__) <= items.keys(), name
