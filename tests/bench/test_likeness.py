"""Pages of the PDF look as the screen does, as another program draws them."""

import subprocess
from pathlib import Path

import pytest
from msgspec import structs
from PIL import Image

from bench import likeness
from bench.likeness import FAR, apart, likenesses
from bench.printing import requested
from jn_presenter.paths import shipped_slides

SOME = ("overview/milestones", "industry/nanjing", "services/lifecycle")
"""With letters of all sizes, hatching, fading and lines."""


def picture(*levels: int) -> Image.Image:
    image = Image.new("RGB", (len(levels), 1))
    image.putdata([(0, level, 0) for level in levels])
    return image


def test_pixels_count_from_a_difference_of_any_channel_on() -> None:
    assert apart(picture(0, 0, 0, 0), picture(0, FAR - 1, FAR, 255)) == 0.5
    with pytest.raises(ValueError, match="cannot be compared"):
        apart(picture(0), picture(0, 0))


@pytest.mark.needs("pdftoppm")
@pytest.mark.parametrize(("style", "language"), [("night", 0), ("day", -1)])
def test_shipped_slides_differ_in_less_than_two_per_cent(
    qapp: object, tmp_path: Path, style: str, language: int
) -> None:
    request = requested(str(shipped_slides()), language)
    request = structs.replace(request, slides=SOME, style=request.deck.styles[style])
    found = list(likenesses(request, tmp_path))
    assert [one.slide for one in found] == list(SOME)
    assert max(one.share for one in found) < 0.02
    assert min(one.share for one in found) > 0.0


def test_a_program_that_is_not_there_is_an_error(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_args: object, **_more: object) -> None:
        raise FileNotFoundError("pdftoppm")

    monkeypatch.setattr(subprocess, "run", missing)
    request = structs.replace(requested(str(shipped_slides())), slides=SOME[:1])
    with pytest.raises(RuntimeError, match="pdftoppm"):
        next(likeness.likenesses(request, tmp_path))
