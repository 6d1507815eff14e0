"""Tokens of a look."""

from jn_presenter.model.style import ROLES, SMALLEST_PX, Style

STYLE = Style(
    name="night",
    ground=("#000000", "#101010"),
    motif_ink="#202020",
    ink="#ffffff",
    quiet="#cccccc",
    faint="#333333",
    accent="#d0a040",
    accents=(("jade", "#40c080"),),
)


def test_colours_are_tokens_accents_or_themselves() -> None:
    names = ("ink", "quiet", "faint", "accent", "jade", "#123456", "no-such")
    assert [STYLE.colour(name) for name in names] == [
        "#ffffff",
        "#cccccc",
        "#333333",
        "#d0a040",
        "#40c080",
        "#123456",
        "#ffffff",
    ]


def test_a_theme_puts_its_accent_in_force() -> None:
    assert STYLE.with_accent("jade").accent == "#40c080"
    assert STYLE.with_accent("no-such") == STYLE


def test_every_role_has_a_size_that_can_be_read() -> None:
    assert [STYLE.size(role) for role in ROLES] == sorted(STYLE.size(role) for role in ROLES)
    assert min(STYLE.size(role) for role in ROLES) >= SMALLEST_PX
