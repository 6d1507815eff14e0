"""The log of a visit is read back, also where a spreadsheet has saved it in its own way."""

from pathlib import Path

import pytest

from jn_presenter.export.log import read_log
from jn_presenter.model.options import OptionError
from jn_presenter.show.visitlog import Row, as_csv


def log(*slides: str) -> bytes:
    return as_csv(
        Row(order=k, theme="主题, 一", slide=slide, title="标题", seconds=9, budget_s=9, first_ms=0.0)
        for k, slide in enumerate(slides, 1)
    )


def test_the_slides_come_in_the_order_of_the_log_each_once(tmp_path: Path) -> None:
    file = tmp_path / "visit.csv"
    file.write_bytes(log("b/two", "a/one", "b/two"))
    assert read_log(str(file)) == ("b/two", "a/one")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_what_spreadsheets_make_of_it_is_understood(tmp_path: Path, encoding: str, delimiter: str) -> None:
    file = tmp_path / "visit.csv"
    words = log("b/two", "a/one").decode("utf-8-sig").replace('"主题, 一"', "主题").replace(",", delimiter)
    file.write_bytes(words.encode(encoding))
    assert read_log(str(file)) == ("b/two", "a/one")


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\xff\xfe\x00", log(), b"x" * (1 << 23)])
def test_anything_else_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "visit.csv"
    file.write_bytes(content)
    with pytest.raises(OptionError, match="no log of a visit"):
        read_log(str(file))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="cannot read"):
        read_log(str(tmp_path / "none.csv"))
