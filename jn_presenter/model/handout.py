"""What a handout is to be like: how many slides a page, on which paper, and what stands beside them."""

from typing import Literal

from msgspec import Struct

Paper = Literal["a4", "letter"]
PAPERS: dict[Paper, tuple[float, float]] = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Width and height in mm, upright (ISO 216; ANSI Y14.1)."""
PER_PAGE = (2, 3, 6)


class Handout(Struct, frozen=True, kw_only=True):
    """per_page: one of PER_PAGE. address: what a QR code on the first page leads to, empty for none."""

    per_page: int = 3
    notes: bool = False
    """Whether the presenter's notes are printed with the slides."""
    paper: Paper = "a4"
    address: str = ""
