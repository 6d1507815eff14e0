"""Names of slides and themes: proper ones are made, others are refused with a proper one offered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.moving_in.naming import PROPER, improper, is_reserved, slug


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("智能电网", "zhi-neng-dian-wang"),
        ("R&D与制造 AI+", "r-d-yu-zhi-zao-ai"),
        ("Smart Grid, 2024!", "smart-grid-2024"),
        ("", "slide"),
        ("CON", "con-slide"),
        ("主题 theme", "zhu-ti-theme"),
    ],
)
def test_a_title_gets_a_name_by_its_sound(title: str, name: str) -> None:
    assert slug(title) == name


@given(st.text(max_size=80))
def test_every_title_gets_a_proper_name(title: str) -> None:
    name = slug(title)
    assert PROPER.fullmatch(name)
    assert not is_reserved(name)
    assert improper(name) is None
    assert slug(title, {name}) == f"{name}-2"


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("机器人", "ji-qi-ren"),
        ("Robots", "robots"),
        ("../robots", "robots"),
        ("ro_bots.yaml", "ro-bots"),
        ("theme", "theme-1"),
        ("nul", "nul-1"),
        ("/etc/passwd", "passwd"),
    ],
)
def test_an_improper_name_is_refused_and_a_proper_one_offered(name: str, offered: str) -> None:
    message = improper(name)
    assert message is not None
    assert offered in message.zh
    assert offered in message.en


def test_what_has_no_letters_at_all_is_refused_too() -> None:
    assert improper("") is not None
    assert improper("!!!") is not None
    assert improper("a" * 61) is not None
