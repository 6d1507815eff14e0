import pytest
from msgspec import structs

from jn_presenter.edit.changes import Refusal
from jn_presenter.load.visit_list import Known, look
from jn_presenter.model.text import Text, plain
from jn_presenter.model.visit import Person
from jn_presenter.moving_in.visit_form import mistakes, opened_form, saved
from jn_presenter.show.pinyin import syllables
from tests.visited_deck import BAD, LAKE, ODD, TODAY, visited

NAME = Text((("zh", "湖畔市"), ("en", 'Lakeside: A/B \\ "C" ..')))


def new(loaded, **typed):
    sheet = opened_form(loaded, "", TODAY)
    return sheet, structs.replace(sheet.draft, **typed)


def told(found):
    return {one.field: (one.what.en, one.grave) for one in found}


def test_a_new_visit_is_saved_whole_under_its_day_and_name(tmp_path):
    loaded = visited(tmp_path)
    sheet, draft = new(loaded, delegation=NAME, time="20")
    found = saved(loaded, sheet, draft, TODAY, syllables)
    assert (found.name, found.mistakes) == ("2021-06-04-lakeside-a-b-c", ())
    made = next(one for one in look(loaded, Known()).visits if one.id == found.name)
    assert made.problems == ()
    assert made.visit.delegation == NAME
    assert (made.visit.date, made.visit.minutes, made.visit.languages) == (TODAY, 20, ("zh", "en"))


@pytest.mark.parametrize(
    ("name", "file"),
    [
        (plain("湖畔市"), "2021-06-04-hu-pan-shi"),
        (plain("../../etc/passwd"), "2021-06-04-etc-passwd"),
        (plain("\u202eCON\u200b"), "2021-06-04-con-visit"),
        (plain("??? !!!"), "2021-06-04-visit"),
        (plain("Lake"), "2021-06-04-lake-2"),
        (plain("x" * 190), "2021-06-04-" + "visit"),
    ],
)
def test_no_name_makes_a_file_that_leaves_the_folder_or_takes_another_ones_place(tmp_path, name, file):
    loaded = visited(tmp_path)
    before = {path.name for path in (tmp_path / "visits").iterdir()}
    sheet, draft = new(loaded, delegation=name)
    found = saved(loaded, sheet, draft, TODAY, syllables)
    assert found.name == file, found.mistakes
    assert {path.name for path in (tmp_path / "visits").iterdir()} - before == {f"{file}.yaml"}


def test_what_is_changed_is_written_and_comments_stay(tmp_path):
    loaded = visited(tmp_path)
    path = tmp_path / "visits" / f"{LAKE}.yaml"
    before = path.read_text(encoding="utf-8")
    sheet = opened_form(loaded, LAKE, TODAY)
    found = saved(loaded, sheet, structs.replace(sheet.draft, time="12"), TODAY, syllables)
    assert found.name == LAKE
    assert path.read_text(encoding="utf-8") == before.replace("minutes: 10", "minutes: 12")


def test_a_file_that_somebody_else_has_changed_is_left_alone(tmp_path):
    loaded = visited(tmp_path)
    sheet = opened_form(loaded, LAKE, TODAY)
    path = tmp_path / "visits" / f"{LAKE}.yaml"
    path.write_text("delegation: Theirs\n")
    found = saved(loaded, sheet, structs.replace(sheet.draft, time="12"), TODAY, syllables)
    assert found.name == ""
    assert "changed elsewhere" in found.mistakes[0].what.en
    assert path.read_text() == "delegation: Theirs\n"


def test_mistakes_stand_at_their_fields_and_nothing_is_written(tmp_path):
    loaded = visited(tmp_path)
    typed = {
        "delegation": NAME,
        "date": "2021-13-40",
        "time": "soon",
        "logo": "pictures/none.png",
        "leader": Person(name=Text(()), position=plain("Mayor")),
    }
    sheet, draft = new(loaded, **typed)
    found = mistakes(loaded, sheet, draft, TODAY)
    assert set(told(found)) == {"date", "time", "logo", "leader"}
    assert saved(loaded, sheet, draft, TODAY, syllables).name == ""
    assert len(list((tmp_path / "visits").iterdir())) == 4


def test_a_visit_needs_a_name(tmp_path):
    loaded = visited(tmp_path)
    sheet, draft = new(loaded, delegation=Text((("zh", "  "),)))
    assert told(mistakes(loaded, sheet, draft, TODAY)) == {"delegation": ("the delegation’s name is needed", True)}
    assert saved(loaded, sheet, draft, TODAY, syllables).name == ""


def test_a_day_that_is_over_is_said_and_can_be_saved(tmp_path):
    loaded = visited(tmp_path)
    sheet, draft = new(loaded, delegation=NAME, date="2021-06-01")
    assert told(mistakes(loaded, sheet, draft, TODAY))["date"][1] is False
    assert saved(loaded, sheet, draft, TODAY, syllables).name == "2021-06-01-lakeside-a-b-c"


def test_what_was_wrong_before_hinders_nobody_until_it_is_touched(tmp_path):
    loaded = visited(tmp_path)
    sheet = opened_form(loaded, ODD, TODAY)
    draft = structs.replace(sheet.draft, time="12")
    assert told(mistakes(loaded, sheet, draft, TODAY))["themes"][1] is False
    assert saved(loaded, sheet, draft, TODAY, syllables).name == ODD
    again = opened_form(loaded, ODD, TODAY)
    mended = structs.replace(again.draft, themes=("shops",))
    assert mistakes(loaded, again, mended, TODAY) == ()


def test_a_file_that_cannot_be_read_is_no_form(tmp_path):
    assert isinstance(opened_form(visited(tmp_path), BAD, TODAY), Refusal)
    assert isinstance(opened_form(visited(tmp_path), "none", TODAY), Refusal)


def test_a_folder_that_takes_nothing_says_so(tmp_path):
    loaded = visited(tmp_path)
    sheet, draft = new(loaded, delegation=NAME)
    for path in (tmp_path / "visits").iterdir():
        path.unlink()
    (tmp_path / "visits").rmdir()
    (tmp_path / "visits").write_text("in the way")
    found = saved(loaded, sheet, draft, TODAY, syllables)
    assert found.name == ""
    assert "cannot be written" in found.mistakes[0].what.en
