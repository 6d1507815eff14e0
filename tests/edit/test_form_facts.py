"""The facts of a slide are edited where each has its one home, and it is said who else shows them."""

from pathlib import Path

from jn_presenter.edit.changes import Edit
from jn_presenter.edit.form_facts import FactUses, facts_of, reads
from jn_presenter.edit.form_fields import FactPart
from jn_presenter.edit.form_values import set_field
from jn_presenter.edit.saving import Folder
from jn_presenter.load import Loaded, load_deck, with_unsaved
from jn_presenter.load.index import FACTS
from jn_presenter.paths import shipped_slides

BILINGUAL = ("zh", "en")
START = "industry/cluster-targets"
DECK = load_deck(shipped_slides())
FOLDER = Folder(str(Path(shipped_slides()).resolve()))


def parts(slide: str = START, loaded: Loaded = DECK, uses: FactUses | None = None) -> dict[str, FactPart]:
    known = uses or FactUses()
    known.look(loaded.deck, 1000)
    found = facts_of(FOLDER.read, loaded.deck.slides[slide], loaded.deck, known)
    return {part.id: part for part in found}


def test_a_slide_s_facts_are_told_with_what_they_are_and_where_else_they_stand() -> None:
    found = parts()
    assert list(found)[:3] == ["target-software", "target-cluster-count", "target-auto"]
    part = found["target-software"]
    assert part.kind == "target"
    assert (part.reads.zh, part.dated.zh, part.source.zh) == ("2000亿级", "至2025年", "江宁开发区管委会")
    assert part.elements == ("title", "points", "chart")
    assert found["target-grid"].elements == ("chart",)
    assert [field.path.rpartition(".")[2] for entry in part.entries for field in entry.fields] == [
        "value",
        "due",
        "zh",
        "en",
    ]
    shared = next(part for part in parts("overview/standing").values() if part.elsewhere)
    assert "overview/standing" not in [one for one, _ in shared.elsewhere]
    assert ("overview/milestones", "从1992年6月起步") in [(one, title.zh[:10]) for one, title in shared.elsewhere]


def test_what_has_no_date_in_the_source_is_said_to_have_none_and_gets_no_field_for_one() -> None:
    part = next(part for slide in DECK.deck.order for name, part in parts(slide).items() if name == "green-coverage")
    assert part.kind == "achieved"
    assert part.dated.zh == "原文未注日期"
    assert not [field for entry in part.entries for field in entry.fields if field.kind == "date"]


def test_a_figure_is_changed_at_its_own_characters_and_every_slide_shows_the_new_one() -> None:
    value = next(
        field for entry in parts()["target-software"].entries for field in entry.fields if field.kind == "number"
    )
    edit = set_field(FOLDER.read, value, "2500", BILINGUAL)
    assert isinstance(edit, Edit)
    assert edit.what.zh == "改 软件信息服务业 · 数值"
    before = FOLDER.read(FACTS)
    assert before is not None
    after = edit.changes[0].after
    assert after is not None
    assert len(after) == len(before)
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1
    assert reads("target-software", with_unsaved(DECK, {FACTS: after}).deck.facts, "zh") == "2500亿级"
    due = next(field for entry in parts()["target-software"].entries for field in entry.fields if field.kind == "date")
    assert not isinstance(set_field(FOLDER.read, due, "2025-13", BILINGUAL), Edit)
    assert isinstance(set_field(FOLDER.read, due, "2026", BILINGUAL), Edit)


def test_slides_are_looked_at_a_few_at_a_time_and_again_when_they_change() -> None:
    uses = FactUses()
    assert uses.look(DECK.deck, 10)
    while uses.look(DECK.deck, 10):
        pass
    shown = uses.of("target-software", DECK.deck)
    assert START in shown
    text = (FOLDER.read(f"{START}.yaml") or b"").decode().replace("target-software", "target-ic")
    changed = with_unsaved(DECK, {f"{START}.yaml": text.replace(", target-ic]", "]").encode()})
    assert not changed.problems
    assert not uses.look(changed.deck, 10)
    assert uses.of("target-software", changed.deck) == tuple(one for one in shown if one != START)
