"""What is exported and not touched changes nothing; what is typed comes back as exactly that, and nothing beside it."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jn_presenter.edit.document import opened
from jn_presenter.edit.saving import Folder
from jn_presenter.edit.texts_of import texts_of
from jn_presenter.load import load_deck
from jn_presenter.model.deck import Deck
from jn_presenter.paths import shipped_slides
from jn_presenter.tables import Taken, exported_facts, exported_texts, taken_facts, taken_texts
from jn_presenter.tables.fact_values import facts_in, said_of
from tests.edited_book import cells_of, column, saved

EXAMPLES = Path(__file__).parents[2] / "examples"
DECKS = (shipped_slides(), EXAMPLES / "gallery", EXAMPLES / "museum")
FACTS, TEXTS = "数据 Facts", "文字 Texts"


@cache
def loaded(folder: Path) -> Deck:
    return load_deck(folder).deck


@cache
def books(folder: Path) -> tuple[bytes, bytes]:
    """The facts and the texts of a deck."""
    read, deck = Folder(str(folder)).read, loaded(folder)
    document = opened("facts.yaml", read("facts.yaml") or b"")
    assert document is not None
    return exported_facts(deck, document), exported_texts(deck, read)


def taken(folder: Path, facts: bytes | None = None, texts: bytes | None = None) -> Taken:
    read, deck = Folder(str(folder)).read, loaded(folder)
    if facts is not None:
        return taken_facts(facts, read, deck.briefing.languages, deck.facts)
    assert texts is not None
    return taken_texts(texts, read, deck)


@pytest.mark.parametrize("folder", DECKS, ids=lambda folder: folder.name)
def test_what_was_not_touched_is_no_change(folder: Path) -> None:
    facts, texts = books(folder)
    again = taken(folder, facts=saved(cells_of(facts, FACTS), FACTS))
    for found in (taken(folder, facts=facts), taken(folder, texts=texts), again):
        assert (found.edit.changes, found.told, found.remarks) == ((), (), ())


@pytest.mark.parametrize("folder", DECKS, ids=lambda folder: folder.name)
@pytest.mark.parametrize(("newline", "bom"), [("\r\n", b"\xef\xbb\xbf"), ("\n", b"")])
def test_nor_in_files_of_windows(folder: Path, newline: str, bom: bytes, tmp_path: Path) -> None:
    there = tmp_path / "deck"
    shutil.copytree(folder, there)
    for file in there.rglob("*.yaml"):
        file.write_bytes(bom + file.read_bytes().replace(b"\n", newline.encode()))
    deck, read = load_deck(there).deck, Folder(str(there)).read
    document = opened("facts.yaml", (there / "facts.yaml").read_bytes())
    assert document is not None
    facts = taken_facts(exported_facts(deck, document), read, deck.briefing.languages, deck.facts)
    texts = taken_texts(exported_texts(deck, read), read, deck)
    assert (facts.edit.changes, facts.remarks, texts.edit.changes, texts.remarks) == ((), (), (), ())


WORDS = st.text(
    st.one_of(
        st.sampled_from("：:#'\"-=@,<>{}[]|&*!%?\n 江宁ab1"), st.characters(codec="utf-8", categories=["L", "N", "P"])
    ),
    min_size=1,
    max_size=24,
).filter(lambda words: words.strip() == words)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), st.sampled_from(DECKS))
def test_texts_that_were_typed_come_back_and_no_others(data: st.DataObject, folder: Path) -> None:
    languages = loaded(folder).briefing.languages
    cells = cells_of(books(folder)[1], TEXTS)
    last = max(row for row, _ in cells)
    tag = data.draw(st.sampled_from(languages))
    k = ord(column(books(folder)[1], TEXTS, {"zh": "中文", "en": "英文", "ja": "日文"}[tag])) - ord("A") + 1
    wanted = data.draw(st.dictionaries(st.integers(2, last), WORDS, min_size=1, max_size=4))
    changed = {row: words for row, words in wanted.items() if cells.get((row, k)) != words}
    found = taken(folder, texts=saved({**cells, **{(row, k): words for row, words in wanted.items()}}, TEXTS))
    assert {int(one.cell.rpartition("!")[2][1:]): one.after for one in found.told} == changed
    assert found.left == 0
    for change in found.edit.changes:
        assert change.before is not None
        assert change.after is not None
        before, after = (
            texts_of(one, languages)
            for one in (opened(change.file, data) for data in (change.before, change.after))
            if one
        )
        pairs = [
            (one.path, new.words)
            for old_text, text in zip(before, after, strict=True)
            for one, new in [(text, wording) for wording in text.wordings]
            if (old := old_text.get(new.language) or old_text.get("")) is None or old.words != new.words
        ]
        here = [row for row in changed if cells[row, 1] == change.file]
        assert sorted(words for _, words in pairs) == sorted(changed[row] for row in here)
        assert _lines_beside(change.before, change.after) <= 3 * len(here) * max(1, *map(len, wanted.values()))


def _lines_beside(before: bytes, after: bytes) -> int:
    """How many lines of the new file the old one has not."""
    old = set(before.splitlines())
    return sum(line not in old for line in after.splitlines())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), st.sampled_from(DECKS))
def test_facts_that_were_typed_come_back_and_no_others(data: st.DataObject, folder: Path) -> None:
    deck = loaded(folder)
    book = books(folder)[0]
    cells = cells_of(book, FACTS)
    ids = {str(cells[row, 1]): row for row, k in cells if k == 1 and row > 1}
    heads = {
        "label.zh": ("名称（中文", WORDS),
        "note": ("备注", WORDS),
        "value": ("数值", st.integers(0, 10**6).map(str)),
    }
    key = data.draw(st.sampled_from(sorted(heads)))
    head, words = heads[key]
    k = ord(column(book, FACTS, head)) - ord("A") + 1
    before = facts_in(opened("facts.yaml", (folder / "facts.yaml").read_bytes()))  # type: ignore[arg-type]
    said = {name: said_of(fact, deck.briefing.languages) for name, (_, fact) in before.items()}
    usable = [name for name in ids if key != "value" or said[name].get("value")]
    wanted = data.draw(st.dictionaries(st.sampled_from(usable), words, min_size=1, max_size=3)) if usable else {}
    typed = {(ids[name], k): float(one) if key == "value" else one for name, one in wanted.items()}
    found = taken(folder, facts=saved({**cells, **typed}, FACTS))
    changed = {name: one for name, one in wanted.items() if said[name].get(key, "") != one}
    assert found.left == 0
    assert len(found.told) == len(changed)
    after_data = found.edit.changes[0].after if found.edit.changes else (folder / "facts.yaml").read_bytes()
    after = facts_in(opened("facts.yaml", after_data or b""))  # type: ignore[arg-type]
    now = {name: said_of(fact, deck.briefing.languages) for name, (_, fact) in after.items()}
    assert now == {name: {**one, key: changed[name]} if name in changed else one for name, one in said.items()}
