"""The schemas beside the files: nothing false is said of what is right, and what is wrong and can be seen is seen."""

from pathlib import Path

import pytest

from jn_presenter.schema import KINDS, document, kind_of, modeline
from scripts.make_schema import ROOT, SCHEMA, headed, schema_line, shipped
from tests.load.test_broken import EXPECTED
from tests.schema.validated import complaints
from tests.schema.yaml12 import values

SHIPPED = dict(shipped())
GOOD = ROOT / "tests" / "decks" / "good"
BROKEN = ROOT / "tests" / "decks" / "broken"
SEEN = {
    "bad-place",
    "comma-in-text",
    "empty",
    "lost-comment",
    "missing-key",
    "not-a-boolean",
    "not-a-choice",
    "not-a-number",
    "null",
    "out-of-bounds",
    "outside-deck",
    "too-many-facts",
    "unknown-element",
    "unknown-icon",
    "unknown-key",
    "unknown-layout",
    "unknown-slot",
    "windows-path",
    "wrong-type",
}
"""Problems that a schema can know of, by the codes of `check`."""
TYPED = {*(f"facts/{k}/as_of" for k in (12, 13, 14, 16)), "facts/17/value", "facts/18/value"}
"""Dates and numbers of facts.yaml in forms of another kind; 31 April is one for the calendar alone."""
UNSEEN = {
    "values/exponent": "1e2 is 100 to YAML",
    "values/free-late": "how many steps there are is a sum",
    "values/free-outside": "left and width are a sum",
}
"""Files with such problems of which it cannot, and why."""


def relative(file: Path) -> str:
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_the_one_that_the_registries_make(kind: str) -> None:
    made = (SCHEMA / f"{kind}.json").read_text(encoding="utf-8")
    assert made == document(kind), "python -m scripts.make_schema"


def test_there_is_no_other_schema() -> None:
    assert {file.name for file in SCHEMA.iterdir()} == {f"{kind}.json" for kind in KINDS}


@pytest.mark.parametrize("file", SHIPPED, ids=relative)
def test_every_shipped_file_names_its_schema_first(file: Path) -> None:
    line = file.read_text(encoding="utf-8").partition("\n")[0]
    assert line == schema_line(file, SHIPPED[file]), "python -m scripts.make_schema"
    assert (file.parent / line.partition("=")[2]).resolve() == SCHEMA / f"{SHIPPED[file]}.json"


def test_nothing_is_missing_among_the_shipped_files() -> None:
    decks = {file for folder in ("slides", "examples") for file in (ROOT / folder).rglob("*.yaml")}
    assert decks <= SHIPPED.keys()
    assert KINDS.keys() - {"keys", "kiosk", "visit"} <= set(SHIPPED.values())


@pytest.mark.parametrize("file", SHIPPED, ids=relative)
def test_nothing_is_said_of_a_shipped_file(file: Path) -> None:
    assert complaints(SHIPPED[file], values(file.read_bytes())) == []


@pytest.mark.parametrize("file", sorted(GOOD.rglob("*.yaml")), ids=relative)
def test_nothing_is_said_of_what_the_loader_takes(file: Path) -> None:
    assert complaints(kind_of(file.relative_to(GOOD)), values(file.read_bytes())) == []


def test_nothing_is_said_of_the_list_of_all_keys() -> None:
    file = ROOT / "resources" / "keys.yaml"
    assert file.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=schema/keys.json\n")
    assert complaints("keys", values(file.read_bytes())) == []


def has_seen(name: str) -> bool:
    return any(problem.partition(":")[0] in SEEN for problem in EXPECTED[name])


@pytest.mark.parametrize("name", sorted(name for name in EXPECTED if name.startswith("values/") and has_seen(name)))
def test_a_fault_that_can_be_seen_is_seen(name: str) -> None:
    found = complaints("slide", values((BROKEN / "slides" / f"{name}.yaml").read_bytes()))
    assert bool(found) == (name not in UNSEEN)


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("briefing.yaml", {"transition", "themes", "themes/3", "versions/1", ""}),
        ("one/theme.yaml", {"icon", "slides", "slides/1"}),
        ("styles/own.yaml", {"ground", "motif_ink", "type/note"}),
        ("facts.yaml", {"facts/0/as_of", "facts/1/due", "facts/7", "facts/9/id", "units/places/en/exact", *TYPED}),
    ],
)
def test_faults_of_the_other_files_are_seen_where_they_are(name: str, places: set[str]) -> None:
    found = complaints(kind_of(Path(name)), values((BROKEN / "index" / name).read_bytes()))
    assert {told.partition(":")[0] for told in found} == places


VISIT = b"""\
delegation: {zh: A, en: B, zh-Hant: C}
leader: {zh: A, en: B}
guests: [A, {name: B, position: {zh: C, en: D}}]
host: {name: A, contact: 025-1234}
date: 2026-11-23
minutes: 20
languages: [zh, en]
themes: [industry]
stress: [industry/nanjing]
questions: [{ask: Why?, answer: So.}]
"""


def test_nothing_is_said_of_a_visit() -> None:
    assert complaints("visit", values(VISIT)) == []
    assert complaints("visit", values(VISIT.replace(b"minutes: 20", b"until: '15:30'"))) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (b"until: 15:30\n", ""),
        (b"stress: [nanjing]\n", "stress/0"),
        (b"minuets: 3\n", ""),
        (b"interpreting: later\n", "interpreting"),
        (b"logo: /etc/logo.png\n", "logo"),
    ],
)
def test_faults_of_a_visit_are_seen(text: bytes, place: str) -> None:
    name = text.partition(b":")[0]
    kept = b"".join(line for line in VISIT.splitlines(True) if not line.startswith(name + b":"))
    assert place in {told.partition(":")[0] for told in complaints("visit", values(kept + text))}


def test_the_line_of_a_file_leads_from_its_folder_to_the_schema() -> None:
    line = modeline(Path("deck/visits/hall.yaml"), Path("deck/schema/slide.json"))
    assert line == "# yaml-language-server: $schema=../schema/slide.json"


def test_a_line_that_is_there_is_replaced() -> None:
    assert headed("layout: cover\n", "# new") == "# new\nlayout: cover\n"
    old = "# yaml-language-server: $schema=old.json\nlayout: cover\n"
    assert headed(old, "# yaml-language-server: $schema=new.json") == old.replace("old", "new")
