from msgspec import structs

from jn_presenter.load.making_out import with_visit
from jn_presenter.load.visit_list import MOST, Known, look
from tests.visited_deck import BAD, LAKE, ODD, PAST, visited


def test_every_file_is_listed_and_a_broken_one_with_its_problem(tmp_path):
    found = {one.id: one for one in look(visited(tmp_path), Known()).visits}
    assert set(found) == {LAKE, PAST, ODD, BAD}
    assert found[LAKE].visit.delegation.pick("en")[1] == "Delegation of Lakeside"
    assert found[LAKE].problems == ()
    assert found[BAD].visit is None
    assert found[BAD].problems[0].line == 3
    assert "shop" in found[ODD].problems[0].message.en
    assert found[ODD].visit.themes == ()


def test_a_deck_made_out_for_a_visit_lists_the_same(tmp_path):
    loaded = visited(tmp_path)
    plain, made = (look(one, Known()).visits for one in (loaded, with_visit(loaded, LAKE)))
    assert plain == made


def test_only_what_was_changed_is_read_again(tmp_path):
    loaded = visited(tmp_path)
    before = look(loaded, Known())
    (tmp_path / "visits" / f"{PAST}.yaml").write_text("delegation: Another\n")
    (tmp_path / "visits" / f"{BAD}.yaml").unlink()
    after = {one.id: one for one in look(loaded, before).visits}
    kept = {one.id: one for one in before.visits}
    assert after[LAKE] is kept[LAKE]
    assert after[PAST].visit.delegation.pick("en")[1] == "Another"
    assert BAD not in after


def test_other_themes_are_another_reading(tmp_path):
    loaded = visited(tmp_path)
    before = look(loaded, Known())
    renamed = tuple(structs.replace(theme, id="shop") if theme.id == "shops" else theme for theme in loaded.deck.themes)
    other = structs.replace(loaded, deck=structs.replace(loaded.deck, themes=renamed))
    found = {one.id: one for one in look(other, before).visits}
    assert found[ODD].problems == ()
    assert found[LAKE].problems != ()


def test_of_very_many_the_latest_are_listed_and_the_others_counted(tmp_path):
    loaded = visited(tmp_path)
    for k in range(MOST):
        (tmp_path / "visits" / f"2030-{k:04}.yaml").write_text("delegation: ACME\n")
    found = look(loaded, Known())
    assert len(found.visits) == MOST
    assert found.left_out == 4
    assert LAKE not in {one.id for one in found.visits}


def test_a_deck_without_visits_lists_none(tmp_path):
    loaded = visited(tmp_path)
    for file in (tmp_path / "visits").iterdir():
        file.unlink()
    (tmp_path / "visits").rmdir()
    assert look(loaded, Known()).visits == ()
