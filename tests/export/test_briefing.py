"""An export is whole or not there: cancelled, interrupted or refused, it leaves what was there before."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jn_presenter.export.briefing import export
from jn_presenter.export.kinds import KINDS
from jn_presenter.export.progress import Cancelled
from jn_presenter.export.request import Request

Asked = Callable[..., Request]
NAMES = ("a/one", "a/two", "a/three")


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_tells_how_far_it_has_come(asked: Asked, tmp_path: Path, name: str) -> None:
    told: list[tuple[int, int]] = []
    output = tmp_path / f"out{KINDS[name].suffix}"
    export(KINDS[name], asked(*NAMES, size=(320, 180)), output, lambda done, of: told.append((done, of)))
    assert told[0] == (0, told[-1][1])
    assert told[-1][0] == told[-1][1] > 0
    assert told == sorted(told)


@pytest.mark.parametrize("stop", [Cancelled, KeyboardInterrupt])
@pytest.mark.parametrize("at", [0, 1, 3])
@pytest.mark.parametrize("name", KINDS)
def test_stopped_at_any_moment_it_changes_nothing(
    asked: Asked, tmp_path: Path, name: str, at: int, stop: type[BaseException]
) -> None:
    kind = KINDS[name]
    output = tmp_path / f"out{kind.suffix}"
    before = output if kind.suffix else output / "01-a-one.png"
    before.parent.mkdir(exist_ok=True)
    before.write_bytes(b"earlier")

    def stopping(done: int, of: int) -> None:
        if done == min(at, of):
            raise stop

    with pytest.raises(stop):
        export(kind, asked(*NAMES, size=(320, 180)), output, stopping)
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [before]
    assert before.read_bytes() == b"earlier"


def test_what_cannot_be_written_is_known_before_a_slide_is_laid_out(asked: Asked, tmp_path: Path) -> None:
    (tmp_path / "out.pdf").mkdir()

    def never(_done: int, _of: int) -> None:
        raise AssertionError("a slide was laid out")

    with pytest.raises(IsADirectoryError):
        export(KINDS["pdf"], asked("a/one"), tmp_path / "out.pdf", never)
