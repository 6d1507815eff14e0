"""Reading a deck bit by bit, and again where files change: the last good state of what broke stays."""

import shutil
from pathlib import Path

import pytest

from jn_presenter.load import Loaded, load_deck, load_index, reload, watched, with_slides
from jn_presenter.model.text import plain
from tests.load.test_pictures import png
from tests.load.world import BRIEFING, DECK, SLIDE, THEME, write

FACTS = "facts:\n  - {{id: x, kind: {kind}, label: L}}\n"
WITH_FACT = SLIDE.format(title="A") + "facts: [x]\n"
WITH_PICTURE = SLIDE.format(title="A") + "icon: {type: image, file: ./pictures/a.png}\n"


class Show:
    """A deck in a folder, as a show would hold it."""

    def __init__(self, folder: Path, files: dict[str, str | bytes]) -> None:
        self.folder = write(folder, DECK | files)
        self.loaded = load_deck(self.folder)

    def save(self, files: dict[str, str | bytes]) -> Loaded:
        write(self.folder, files)
        return self.changed(*files)

    def remove(self, *names: str) -> Loaded:
        for name in names:
            (self.folder / name).unlink()
        return self.changed(*names)

    def changed(self, *names: str) -> Loaded:
        self.loaded = reload(self.loaded, [str(self.folder / name) for name in names])
        return self.loaded

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.loaded.problems]

    def title(self, slide: str) -> str:
        return self.loaded.deck.slides[slide].title.pick("zh")[1]


@pytest.fixture
def show(tmp_path: Path) -> Show:
    return Show(tmp_path, {})


def test_slides_are_read_when_they_are_asked_for(show: Show) -> None:
    loaded = load_index(show.folder)
    first = with_slides(loaded, ["one/b", "no/such"])
    assert list(first.deck.slides) == ["one/b"]
    assert first.deck.pending == {"one/a"}
    assert with_slides(first, []) is first
    assert with_slides(first, ["one/a"]).deck == show.loaded.deck


def test_what_was_loaded_before_is_left_as_it_was(show: Show) -> None:
    before = show.loaded
    show.save({"one/a.yaml": SLIDE.format(title="New")})
    assert before.deck.slides["one/a"].title == plain("A")
    assert show.title("one/a") == "New"


def test_a_slide_that_breaks_keeps_its_last_good_state_until_it_is_mended(show: Show) -> None:
    show.save({"one/a.yaml": "title：坏\n"})
    assert (show.title("one/a"), show.codes) == ("A", ["full-width-colon"])
    assert show.loaded.problems[0].slide == "one/a"
    show.save({"one/a.yaml": SLIDE.format(title="Mended")})
    assert (show.title("one/a"), show.codes) == ("Mended", [])


def test_a_slide_that_was_never_good_is_not_shown(tmp_path: Path) -> None:
    show = Show(tmp_path, {"one/a.yaml": "x: [\n"})
    assert list(show.loaded.deck.slides) == ["one/b"]
    assert show.loaded.deck.order == ("one/a", "one/b")
    show.save({"one/a.yaml": SLIDE.format(title="A")})
    assert show.title("one/a") == "A"


def test_only_the_changed_slide_is_read_again(show: Show) -> None:
    before = show.loaded.deck.slides["one/b"]
    show.save({"one/a.yaml": SLIDE.format(title="New")})
    assert show.loaded.deck.slides["one/b"] is before


def test_a_pending_slide_that_changes_is_read(show: Show) -> None:
    write(show.folder, {"one/a.yaml": SLIDE.format(title="New")})
    show.loaded = load_index(show.folder)
    show.changed("one/a.yaml")
    assert show.loaded.deck.pending == {"one/b"}
    assert show.title("one/a") == "New"


def test_a_slide_that_vanishes_keeps_its_last_good_state_and_is_missed_in_the_list(show: Show) -> None:
    show.remove("one/a.yaml")
    problem = show.loaded.problems[0]
    assert (problem.code, problem.file, problem.line, problem.slide) == ("missing-slide", "one/theme.yaml", 2, "one/a")
    assert show.title("one/a") == "A"
    show.save({"one/theme.yaml": "# one more line\n" + THEME})
    assert [(it.code, it.line) for it in show.loaded.problems] == [("missing-slide", 3)]
    show.save({"one/a.yaml": SLIDE.format(title="Back")})
    assert (show.title("one/a"), show.codes) == ("Back", [])


def test_a_new_slide_comes_with_the_list_and_one_taken_off_goes(show: Show) -> None:
    show.save({"one/c.yaml": SLIDE.format(title="C")})
    assert show.codes == ["unlisted-slide"]
    show.save({"one/theme.yaml": "title: One\nslides: [c, b]\n"})
    assert show.loaded.deck.order == ("one/c", "one/b")
    assert set(show.loaded.deck.slides) == {"one/b", "one/c"}
    assert show.codes == ["unlisted-slide"]


def test_problems_of_a_slide_go_with_it(show: Show) -> None:
    show.save({"one/a.yaml": "x: [\n"})
    show.save({"one/theme.yaml": "title: One\nslides: [b]\n"})
    assert show.codes == ["unlisted-slide"]


def test_a_theme_that_breaks_keeps_its_last_good_state(show: Show) -> None:
    show.save({"one/theme.yaml": "title: One\nslides: [b\n"})
    assert show.loaded.deck.order == ("one/a", "one/b")
    assert show.codes == ["bracket"]
    show.remove("one/theme.yaml")
    assert show.loaded.deck.order == ("one/a", "one/b")
    assert show.codes == ["missing-file"]
    show.save({"one/theme.yaml": THEME})
    assert show.codes == []


def test_a_briefing_that_breaks_keeps_its_last_good_state(show: Show) -> None:
    show.save({"briefing.yaml": BRIEFING + "transition: wipe\n"})
    assert show.codes == ["not-a-choice"]
    show.save({"briefing.yaml": "title: [\n"})
    assert show.codes == ["bracket"]
    assert show.loaded.deck.briefing.title == plain("T")
    show.remove("briefing.yaml")
    assert show.codes == ["missing-file"]
    show.save({"briefing.yaml": BRIEFING.replace("title: T", "title: U")})
    assert (show.codes, show.loaded.deck.briefing.title) == ([], plain("U"))


def test_a_deck_that_would_have_no_slide_goes_on_with_the_last_ones(show: Show) -> None:
    show.save({"one/theme.yaml": "title: One\nslides: []\n"})
    assert set(show.loaded.deck.slides) == {"one/a", "one/b"}
    assert "deck" in show.codes
    show.save({"one/theme.yaml": THEME})
    assert show.codes == []


def test_a_folder_that_is_unplugged_leaves_the_show_as_it_is(show: Show) -> None:
    shutil.move(show.folder, show.folder.with_name("elsewhere"))
    show.changed("briefing.yaml", "one/theme.yaml", "one/a.yaml")
    assert set(show.loaded.deck.slides) == {"one/a", "one/b"}
    assert "deck" in show.codes
    shutil.move(show.folder.with_name("elsewhere"), show.folder)
    show.changed("briefing.yaml", "one/theme.yaml", "one/a.yaml")
    assert show.codes == []


def test_a_fact_that_breaks_keeps_its_last_good_state(tmp_path: Path) -> None:
    show = Show(tmp_path, {"facts.yaml": FACTS.format(kind="claim"), "one/a.yaml": WITH_FACT})
    show.save({"facts.yaml": FACTS.format(kind="claimed")})
    assert show.codes == ["not-a-choice"]
    assert show.loaded.deck.facts.facts["x"].kind == "claim"
    show.save({"facts.yaml": "facts: [\n"})
    assert show.codes == ["bracket"]
    assert show.loaded.deck.facts.facts["x"].kind == "claim"
    show.save({"facts.yaml": FACTS.format(kind="program")})
    assert (show.codes, show.loaded.deck.facts.facts["x"].kind) == ([], "program")


def test_the_name_of_a_period_keeps_its_last_good_state(tmp_path: Path) -> None:
    dues = "dues: {{2025: {name}}}\nfacts: []\n"
    show = Show(tmp_path, {"facts.yaml": dues.format(name="the plan")})
    assert show.loaded.deck.facts.dues == {"2025": plain("the plan")}
    show.save({"facts.yaml": dues.format(name="")})
    assert show.loaded.deck.facts.dues == {"2025": plain("the plan")}


def test_a_new_value_of_a_fact_reads_no_slide_again(tmp_path: Path) -> None:
    show = Show(tmp_path, {"facts.yaml": FACTS.format(kind="claim"), "one/a.yaml": WITH_FACT})
    before = show.loaded.deck.slides["one/a"]
    show.save({"facts.yaml": FACTS.format(kind="program")})
    assert show.loaded.deck.slides["one/a"] is before


def test_a_fact_that_is_taken_away_breaks_the_slides_that_use_it(tmp_path: Path) -> None:
    show = Show(tmp_path, {"facts.yaml": FACTS.format(kind="claim"), "one/a.yaml": WITH_FACT})
    before = show.loaded.deck.slides["one/b"]
    show.save({"facts.yaml": "facts: []\n"})
    assert show.codes == ["unknown-fact"]
    assert show.title("one/a") == "A"
    assert show.loaded.deck.slides["one/b"] is before
    show.save({"facts.yaml": FACTS.format(kind="claim")})
    assert show.codes == []


def test_facts_that_come_and_go_at_once_are_both_seen(tmp_path: Path) -> None:
    files = {
        "facts.yaml": FACTS.format(kind="claim"),
        "one/a.yaml": WITH_FACT,
        "one/b.yaml": WITH_FACT.replace("facts: [x]", "facts: [y]"),
    }
    show = Show(tmp_path, files)
    assert [problem.slide for problem in show.loaded.problems] == ["one/b"]
    show.save({"facts.yaml": FACTS.format(kind="claim").replace("id: x", "id: y")})
    assert [problem.slide for problem in show.loaded.problems] == ["one/a"]


def test_a_slide_may_go_on_using_a_fact_whose_last_good_state_is_kept(tmp_path: Path) -> None:
    show = Show(tmp_path, {"facts.yaml": FACTS.format(kind="claim"), "one/a.yaml": WITH_FACT})
    show.save({"facts.yaml": FACTS.format(kind="claimed")})
    show.save({"one/a.yaml": WITH_FACT.replace("A", "New")})
    assert (show.title("one/a"), show.codes) == ("New", ["not-a-choice"])
    show.save({"one/b.yaml": SLIDE.format(title="B") + "facts: [x]\n"})
    assert show.codes == ["not-a-choice"]


def test_another_language_reads_every_slide_again(show: Show) -> None:
    show.save({"one/a.yaml": SLIDE.format(title="{zh: 甲, en: A}")})
    show.save({"briefing.yaml": BRIEFING.replace("[zh, en]", "[zh, fr]")})
    assert show.codes == ["unknown-language"]


def test_a_picture_that_changes_or_comes_back_is_seen(tmp_path: Path) -> None:
    show = Show(tmp_path, {"pictures/a.png": png(6, 4), "one/a.yaml": WITH_PICTURE})
    before = show.loaded.deck.slides["one/a"]
    show.save({"pictures/a.png": png(60, 40) + b"."})
    after = show.loaded.deck.slides["one/a"]
    assert before.digest != after.digest
    assert before != after
    show.remove("pictures/a.png")
    assert show.codes == ["missing-picture"]
    assert show.loaded.deck.slides["one/a"] is after
    show.save({"pictures/a.png": png(6, 4)})
    assert show.codes == []


def test_a_style_that_breaks_keeps_its_last_good_state(tmp_path: Path) -> None:
    style = (Path(__file__).parents[1] / "decks/good/styles/plain.yaml").read_text(encoding="utf-8")
    show = Show(tmp_path, {"briefing.yaml": BRIEFING.replace("night", "plain"), "styles/plain.yaml": style})
    show.save({"styles/plain.yaml": style + "glow: 1\n"})
    assert show.codes == ["unknown-key"]
    assert list(show.loaded.deck.styles) == ["plain"]
    show.save({"styles/plain.yaml": style.replace("#000000", "#111111")})
    assert (show.codes, show.loaded.deck.styles["plain"].ink) == ([], "#111111")


def test_the_digest_changes_with_the_file(show: Show) -> None:
    before = show.loaded.deck.slides["one/a"].digest
    show.save({"one/a.yaml": DECK["one/a.yaml"] + "# comment\n"})
    assert show.loaded.deck.slides["one/a"].digest != before


def test_every_file_that_matters_is_watched_even_if_it_is_not_there(tmp_path: Path) -> None:
    show = Show(tmp_path, {"one/a.yaml": WITH_PICTURE, "one/theme.yaml": "title: One\nslides: [a, b, gone]\n"})
    names = {Path(path).relative_to(tmp_path).as_posix() for path in watched(show.loaded) if str(tmp_path) in path}
    assert names == {
        "briefing.yaml",
        "facts.yaml",
        "glossary.yaml",
        "questions.yaml",
        "one/theme.yaml",
        "one/a.yaml",
        "one/b.yaml",
        "one/gone.yaml",
        "pictures/a.png",
        "styles/night.yaml",
    }
    assert any(path.endswith("resources/styles/night.yaml") for path in watched(show.loaded))
