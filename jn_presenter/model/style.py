"""A style: the tokens of a visual look (colours, type scale, motion), as resources/styles/<style>.yaml gives them."""

from typing import Literal

from msgspec import Struct, structs

Motif = Literal["none", "ridge", "grid", "chain"]
SMALL: tuple[str, ...] = ("note", "caption", "body", "lead")
"""The roles that grow where larger text is asked for; titles and figures are large as they are."""
Role = Literal["note", "caption", "body", "lead", "title", "statement", "numeral"]
ROLES: tuple[Role, ...] = ("note", "caption", "body", "lead", "title", "statement", "numeral")
SMALLEST_PX = 24.0


class Font(Struct, frozen=True):
    """Size in logical px and weight; the family is the bundled one, everywhere."""

    size: float
    bold: bool = False


class Scale(Struct, frozen=True, kw_only=True):
    """Text sizes in logical px of the 1080 px canvas."""

    note: float = 24
    caption: float = 28
    body: float = 36
    lead: float = 48
    title: float = 72
    statement: float = 120
    numeral: float = 200


class Motion(Struct, frozen=True, kw_only=True):
    """`duration` of a step and of a transition in ms; `stagger` is the delay from part to part as a fraction of t."""

    duration: int = 400
    stagger: float = 0.15


class Style(Struct, frozen=True, kw_only=True):
    """The tokens of one look. Colours are #rrggbb."""

    name: str
    ground: tuple[str, ...]
    """Top and bottom of the vertical gradient behind every slide."""
    motif: Motif = "none"
    """The fine drawing on the ground, see draw/backdrop.py."""
    motif_ink: str
    ink: str
    quiet: str
    """Secondary text: at least 7:1 on the ground too."""
    faint: str
    """Hairlines, tracks and axes; never text."""
    accent: str
    """The accent in force: of the slide's theme once `with_accent` was called."""
    accents: tuple[tuple[str, str], ...] = ()
    series: tuple[str, ...] = ()
    """Colour-blind-safe colours of several series, in order."""
    type: Scale = Scale()
    motion: Motion = Motion()

    def with_accent(self, name: str) -> "Style":
        """The style with one of its named accents in force; an unknown name keeps the present one."""
        return structs.replace(self, accent=dict(self.accents).get(name, self.accent))

    def with_motif(self, motif: Motif | None) -> "Style":
        """The style with a theme's own motif; a style that has none keeps to that."""
        return self if motif is None or self.motif == "none" else structs.replace(self, motif=motif)

    def enlarged(self, by: float) -> "Style":
        """The style with its small roles `by` times as large, though none larger than a title."""
        sizes = {role: max(self.size(role), min(self.size(role) * by, self.type.title)) for role in SMALL}
        return structs.replace(self, type=structs.replace(self.type, **sizes))

    def colour(self, name: str) -> str:
        """#rrggbb of a token name, of an accent's name, or of a colour that is one already."""
        if name.startswith("#"):
            return name
        tokens = {"ink": self.ink, "quiet": self.quiet, "faint": self.faint, "accent": self.accent}
        return tokens.get(name) or dict(self.accents).get(name, self.ink)

    def size(self, role: str) -> float:
        return float(getattr(self.type, role))
