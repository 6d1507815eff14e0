import pytest

from jn_presenter.load.making_out import with_visit
from jn_presenter.model.text import Message
from jn_presenter.show.preflight.visit import name_of, visit_checks
from tests.visited_deck import LAKE, PAST, visited


def found(loaded, visit):
    return {check.key: check for check in visit_checks(with_visit(loaded, visit).deck)}


def test_without_a_visit_it_says_so(tmp_path):
    (check,) = visit_checks(visited(tmp_path).deck)
    assert (check.key, check.state, check.said.en) == (
        "visit",
        "green",
        "None: the briefing is shown as it was written",
    )


def test_every_name_is_told_in_the_very_words_with_every_place_that_has_it(tmp_path):
    checks = found(visited(tmp_path), LAKE)
    assert set(checks) == {"visit.delegation", "visit.leader.name"}
    delegation = checks["visit.delegation"]
    assert delegation.words == (("en", "Delegation of Lakeside"),)
    assert delegation.state == "green"
    slides = [item.slide for item in delegation.items]
    assert {"visit/welcome", "front/cover", "back/bye", ""} == set(slides)
    told = [item.what.en for item in delegation.items]
    assert "Yunxi: the line at the foot" in told
    assert "Welcome: the title" in told
    assert checks["visit.leader.name"].words == (("en", "Wang"),)


def test_each_language_of_the_audience_has_its_words(tmp_path):
    delegation = found(visited(tmp_path), PAST)["visit.delegation"]
    assert delegation.words == (("zh", "昨日团"), ("en", "Yesterday"))


def test_a_name_that_another_language_stands_in_for_is_pointed_out(tmp_path):
    loaded = visited(tmp_path)
    (tmp_path / "visits" / f"{PAST}.yaml").write_text("delegation:\n  zh: 昨日团\nlanguages: [en]\n", encoding="utf-8")
    delegation = found(loaded, PAST)["visit.delegation"]
    assert (delegation.state, delegation.words) == ("look", (("en", "昨日团"),))
    assert "en" in delegation.said.en
    assert delegation.todo is not None


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("delegation", Message("团组名称", "The delegation")),
        ("guests.2.name", Message("来宾 2", "Guest 2")),
        ("guests.12.position", Message("来宾 12的职务", "Guest 12, position")),
        ("host.contact", Message("接待人的联系方式", "The host, contact")),
    ],
)
def test_a_name_is_called_by_whose_it_is(path, said):
    assert name_of(path) == said


def test_a_changed_name_is_told_at_once(tmp_path):
    loaded = visited(tmp_path)
    made = with_visit(loaded, PAST).deck
    assert next(visit_checks(made)).words[1] == ("en", "Yesterday")
    (tmp_path / "visits" / f"{PAST}.yaml").write_text("delegation: {zh: 昨日团, en: Today}\n", encoding="utf-8")
    assert next(visit_checks(with_visit(loaded, PAST).deck)).words[1] == ("en", "Today")
