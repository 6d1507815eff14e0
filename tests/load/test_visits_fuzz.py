"""Whatever the file of a visit holds, it is a visit that can be made out or a problem that says why there is none."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from jn_presenter.load.visits import visit
from jn_presenter.visiting import made_out
from tests.load.test_fuzz import YAMLISH, values
from tests.load.test_visits import ORDER, THEMES
from tests.load.world import tree
from tests.visiting.test_made_out import shipped

KEYS = st.sampled_from(
    [
        "delegation",
        "logo",
        "leader",
        "guests",
        "host",
        "date",
        "minutes",
        "until",
        "interpreting",
        "languages",
        "notes_languages",
        "themes",
        "stress",
        "hide",
        "questions",
        "name",
        "id",
    ]
)
VISITISH = st.dictionaries(KEYS, values(3), max_size=12).map(
    lambda items: "".join(f"{key}: {value}\n" for key, value in items.items())
)


def read_visit(data: bytes) -> None:
    root, reading = tree(data)
    made = visit(root, reading, "v", THEMES, ORDER) if root is not None else None
    if made is None:
        assert any(problem.severity == "error" for problem in reading.problems), data
    else:
        assert all(words.strip() for _, words in made.delegation.variants)
        assert made_out(shipped(), made).visit is made
    for problem in reading.problems:
        assert all((problem.message.zh, problem.message.en, problem.line >= 1, problem.column >= 1))


@given(st.binary(max_size=300))
@example(b"delegation: \xff")
def test_any_bytes_are_a_visit_or_a_problem(data: bytes) -> None:
    read_visit(data)


@settings(max_examples=60, deadline=None)
@given(YAMLISH)
def test_any_text_that_looks_like_yaml_is_a_visit_or_a_problem(text: str) -> None:
    read_visit(f"delegation: Z\n{text}".encode("utf-8", "ignore"))


@settings(max_examples=100, deadline=None)
@given(VISITISH)
@example("delegation: <<a>\nleader: {name: [], zh: x}\n")
@example("delegation: Z\nguests: [[], {}, null, {zh: a}, {name: {}}]\n")
@example("delegation: {zh: a, zh-Hant: b, xx: c}\nuntil: null\nlogo: null\nhost: null\nleader: null\n")
def test_any_keys_and_values_are_a_visit_or_a_problem(text: str) -> None:
    read_visit(text.encode())
