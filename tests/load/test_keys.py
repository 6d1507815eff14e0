"""A user's keys.yaml: his keys in place of the usual ones, and what is said where that cannot be."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.load.keys import KeysRead, keys_file, read_keys, user_keys
from jn_presenter.paths import resources
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.keymap import DEFAULT, keymap, merged
from scripts.make_keys import HELP, KEYS, keys_md, keys_yaml
from tests.load.world import brief

LAST = keymap(merged({"next": ("J",)}))


def written(folder: Path, text: str) -> KeysRead:
    path = folder / "keys.yaml"
    path.write_text(text, encoding="utf-8")
    return read_keys(path, LAST)


def wrong(folder: Path, text: str) -> tuple[list[str], str]:
    """The problems' places, and all that is said in English; no line has made keys of its own."""
    found = written(folder, text)
    assert found.keymap == DEFAULT
    return told(found)


def told(found: KeysRead) -> tuple[list[str], str]:
    """The problems' places, and all that is said in English."""
    assert all(problem.message.zh and problem.hint.zh for problem in found.problems)
    said = " ".join(f"{problem.message.en}; {problem.hint.en}" for problem in found.problems)
    return [brief(problem) for problem in found.problems], said


def test_without_a_file_the_keys_are_the_usual_ones(tmp_path: Path) -> None:
    assert read_keys(tmp_path / "keys.yaml", LAST) == KeysRead(DEFAULT)


@pytest.mark.parametrize("text", ["", "# next: [J]\n"])
def test_a_file_with_nothing_in_it_changes_nothing(tmp_path: Path, text: str) -> None:
    assert written(tmp_path, text) == KeysRead(DEFAULT)


def test_own_keys_take_the_place_of_a_commands_keys_however_they_are_written(tmp_path: Path) -> None:
    found = written(tmp_path, "next: [right, j, Media Next]\nleave: hold ctrl+q\nstyle: []\nblank-black: ['.', b]\n")
    assert found.problems == ()
    assert found.keymap.keys["next"] == ("Right", "J", "Media Next")
    assert (found.keymap.held, found.keymap.keys["style"]) == ({"Ctrl+Q": "leave"}, ())
    assert found.keymap.pressed[""]["J"] == "next"
    assert "S" not in found.keymap.pressed[""]
    assert found.keymap.keys["previous"] == COMMANDS["previous"].keys


def test_a_link_to_a_file_elsewhere_is_followed(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "mine.yaml").write_text("next: [J]\n", encoding="utf-8")
    (tmp_path / "keys.yaml").symlink_to(tmp_path / "there" / "mine.yaml")
    assert read_keys(tmp_path / "keys.yaml").keymap.keys["next"] == ("J",)


def test_an_unknown_command_is_told_the_nearest(tmp_path: Path) -> None:
    places, said = wrong(tmp_path, "next: [Right, Down, PgDown, Space, N]\nblank-blak: [M]\n")
    assert places == ["unknown-command:2:1"]
    assert "did you mean blank-black?" in said


def test_a_command_that_needs_more_than_a_key_has_none(tmp_path: Path) -> None:
    assert wrong(tmp_path, "jump: [J]\n")[0] == ["no-key-for-command:1:1"]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("next: [PgDwn]\n", "unknown-key-name:1:8", "did you mean PgDown?"),
        ("next: [hold Ctrl+Spce]\n", "unknown-key-name:1:8", "did you mean Space?"),
        ("next: [Shift+/]\n", "unknown-key-name:1:8", "write the sign itself"),
        ("next: [Any]\n", "unknown-key-name:1:8", "only answer"),
        ("arrow-first: [Any]\n", "unknown-key-name:1:15", "only answer"),
        ("cancel-leave: [hold X]\n", "unknown-key-name:1:16", "only answer"),
        ("next: [J, [K]]\n", "wrong-type:1:11", "a key, such as Ctrl+B"),
        ("next:\n", "empty:1:6", "give a value"),
    ],
)
def test_what_is_no_key_is_a_problem_with_its_place(tmp_path: Path, text: str, place: str, words: str) -> None:
    places, said = wrong(tmp_path, text)
    assert places == [place]
    assert words in said


def test_a_key_that_another_command_has_is_a_problem_with_the_line_that_would_free_it(tmp_path: Path) -> None:
    places, said = wrong(tmp_path, "language: [L, B]\n")
    assert places == ["key-conflict:1:15"]
    assert "B is a key of blank-black already (Black screen, and the slide again)" in said
    assert "add the line blank-black: ['.']" in said
    assert written(tmp_path, "language: [L, B]\nblank-black: ['.']\n").keymap.pressed[""]["B"] == "language"


def test_one_key_given_to_two_commands_is_a_problem(tmp_path: Path) -> None:
    found = written(tmp_path, "previous: [J]\nnext: [J]\n")
    places, said = told(found)
    assert places == ["key-conflict:2:8"]
    assert "keep it in one of the two" in said
    assert found.keymap == keymap(merged({"previous": ("J",)}))


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [("next: [J\n", "bracket:1:7", ""), ("- next\n", "wrong-type:1:1", "'command: [keys]'")],
)
def test_of_a_file_that_cannot_be_read_as_a_whole_the_last_good_keys_stay(
    tmp_path: Path, text: str, place: str, words: str
) -> None:
    found = written(tmp_path, text)
    places, said = told(found)
    assert (found.keymap, places) == (LAST, [place])
    assert words in said


def test_a_mistake_sets_its_own_line_aside_and_no_other(tmp_path: Path) -> None:
    found = written(
        tmp_path, "next: [J]\nprevious: [PgUpp, K]\nnxt: [X]\nlanguage:\n- Ctrl+F8\n- B\nstyle: [Ctrl+F9]\n"
    )
    assert told(found)[0] == ["unknown-key-name:2:12", "unknown-command:3:1", "key-conflict:6:3"]
    assert found.keymap == keymap(merged({"next": ("J",), "style": ("Ctrl+F9",)}))


def test_a_command_written_twice_has_its_usual_keys(tmp_path: Path) -> None:
    found = written(tmp_path, "next: [J]\nstyle: [F6]\nnext: [F7]\n")
    assert len(found.problems) == 1
    assert found.keymap.keys["next"] in (("J",), DEFAULT.keys["next"])


def test_a_key_freed_by_a_line_with_a_mistake_is_not_free(tmp_path: Path) -> None:
    found = written(tmp_path, "blank-black: ['.', Bb]\nlanguage: [B]\n")
    assert told(found)[0] == ["unknown-key-name:1:20", "key-conflict:2:12"]
    assert found.keymap == DEFAULT


def test_with_more_mistakes_than_are_counted_the_last_good_keys_stay(tmp_path: Path) -> None:
    text = "".join(f"no-command-{k}: [J]\n" for k in range(200)) + "next: [Jj]\n"
    assert written(tmp_path, text).keymap is LAST


@given(
    own=st.dictionaries(
        st.sampled_from(["next", "previous", "language", "style", "blank-black", "freeze", "leave"]),
        st.lists(st.sampled_from(["Right", "B", "L", "S", "F", "J", "hold J", "Oops"]), max_size=3, unique=True),
    )
)
def test_every_line_is_in_force_or_its_mistake_is_told(
    tmp_path_factory: pytest.TempPathFactory, own: dict[str, list[str]]
) -> None:
    text = "".join(f"{name}: [{', '.join(keys)}]\n" for name, keys in own.items())
    found = written(tmp_path_factory.mktemp("keys"), text)
    wrong_lines = {problem.line for problem in found.problems}
    for line, (name, keys) in enumerate(own.items(), 1):
        expected = DEFAULT.keys[name] if line in wrong_lines else tuple(keys)
        assert found.keymap.keys[name] == expected
    assert found.keymap == keymap(found.keymap.keys)


def test_an_answer_may_have_a_key_of_the_show(tmp_path: Path) -> None:
    assert written(tmp_path, "confirm-leave: [Right]\n").keymap.pressed["leave"]["Right"] == "confirm-leave"


def test_the_users_file_has_one_place_on_each_system() -> None:
    assert user_keys().name == "keys.yaml"
    assert user_keys().parent.name == "jn-presenter"


def test_the_shipped_list_of_keys_is_made_from_the_commands_and_is_read_as_them() -> None:
    assert resources() / "keys.yaml" == KEYS
    assert KEYS.read_text(encoding="utf-8") == keys_yaml(), "python -m scripts.make_keys"
    assert HELP.read_text(encoding="utf-8") == keys_md(), "python -m scripts.make_keys"
    assert read_keys(KEYS, LAST) == KeysRead(DEFAULT)


KEYABLE = sorted(name for name, command in COMMANDS.items() if not command.needs)
ODD = st.sampled_from(["[", "]", ",", ".", "'", '"', "#", "?", "+", "Ctrl++", "hold -", ":", "&", "*", "!", "F13"])


@given(name=st.sampled_from(KEYABLE), keys=st.lists(ODD, unique=True).map(tuple))
def test_any_key_written_into_a_file_is_read_from_it_again(
    tmp_path_factory: pytest.TempPathFactory, name: str, keys: tuple[str, ...]
) -> None:
    free = dict.fromkeys(COMMANDS, ())
    if COMMANDS[name].answers:
        keys = tuple(key for key in keys if not key.startswith("hold"))
    made = keymap(merged({**free, name: keys}))
    assert written(tmp_path_factory.mktemp("keys"), keys_file(made)) == KeysRead(made)
