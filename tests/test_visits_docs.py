"""The example in the guide to visits is one that can be used as it stands, the same in both languages."""

import re
import shutil
from pathlib import Path
from textwrap import dedent

import pytest
from msgspec import structs

from jn_presenter.check_visits import check_visits
from jn_presenter.load import Loaded, load_deck, load_index
from jn_presenter.load.visits import FOLDER
from jn_presenter.model.visit import Visit
from jn_presenter.paths import shipped_slides

DOCS = Path(__file__).parents[1] / "docs"
GUIDES = ("visits.md", "visits.zh-CN.md")
NAME = "2030-05-18-zurich"
TODAY = "2030-05-01"


def example(guide: str) -> str:
    (block,) = re.findall(r"```yaml\n(.*?)```", (DOCS / guide).read_text(encoding="utf-8"), re.DOTALL)
    return dedent(str(block))


def with_example(guide: str, folder: Path) -> Loaded:
    """The shipped briefing with the example as its only visit."""
    shutil.copytree(shipped_slides(), folder, ignore=shutil.ignore_patterns(FOLDER), dirs_exist_ok=True)
    (folder / FOLDER).mkdir()
    (folder / FOLDER / f"{NAME}.yaml").write_text(example(guide), encoding="utf-8")
    return load_deck(folder)


@pytest.mark.parametrize("guide", GUIDES)
def test_nothing_is_wrong_with_the_example(guide: str, tmp_path: Path) -> None:
    loaded = with_example(guide, tmp_path)
    assert check_visits(loaded, TODAY).problems == ()
    visit = load_index(tmp_path, visit=NAME).visit
    assert visit is not None
    assert len(visit.guests) == 2


@pytest.mark.parametrize("guide", GUIDES)
def test_every_part_of_a_visit_is_told_of(guide: str) -> None:
    words = (DOCS / guide).read_text(encoding="utf-8")
    table = words[words.index("| `delegation`") :]
    assert [field for field in structs.fields(Visit) if field.name != "id" and f"`{field.name}`" not in table] == []


def test_both_guides_have_the_same_parts() -> None:
    def shape(guide: str) -> list[str]:
        lines = (DOCS / guide).read_text(encoding="utf-8").splitlines()
        return [line[:2] for line in lines if line.startswith(("#", "|"))]

    assert shape(GUIDES[0]) == shape(GUIDES[1])
