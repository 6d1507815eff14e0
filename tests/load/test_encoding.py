"""UTF-8 alone is read; every other encoding is named, and how to save as UTF-8."""

import pytest

from tests.load.world import briefs, tree

TEXT = "title:\n  zh: 江宁开发区的产业\n"


@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
def test_a_gbk_file_is_recognised_at_its_first_chinese_character(encoding: str) -> None:
    root, reading = tree(TEXT.encode(encoding))
    assert root is None
    assert briefs(reading.problems) == ["encoding:2:7"]
    problem = reading.problems[0]
    assert "GBK" in problem.message.zh
    assert "GBK" in problem.message.en
    assert "UTF-8" in problem.hint.zh
    assert problem.excerpt == "  zh: 江宁开发区的产业\n      ^"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_utf16_file_is_recognised(encoding: str) -> None:
    root, reading = tree(TEXT.encode(encoding))
    assert root is None
    assert "UTF-16" in reading.problems[0].message.en


def test_a_damaged_byte_in_utf8_is_not_taken_for_gbk() -> None:
    data = "title:\n  zh: 智能电网\n".encode() + b"en: x\xb0\xa1y\n"
    assert data.decode("gb18030")
    root, reading = tree(data)
    assert root is None
    assert briefs(reading.problems) == ["encoding:3:6"]
    assert "GBK" not in reading.problems[0].message.en


def test_a_byte_order_mark_is_cut() -> None:
    root, reading = tree(b"\xef\xbb\xbf" + TEXT.encode())
    assert root is not None
    assert not reading.problems
