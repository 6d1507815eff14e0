"""JSON files as programs write them: where the table stands, exact numbers, and documents that hold no table."""

import json
import tempfile
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.feeds.json import Json
from jn_presenter.model.feed import FeedError, Request, Snapshot
from jn_presenter.model.fields import DataFile
from jn_presenter.model.problem import Finding


def read(folder: Path, data: str | bytes, at: str = "") -> Snapshot:
    (folder / "a.json").write_bytes(data.encode() if isinstance(data, str) else data)
    return Json(file=DataFile("a.json"), at=at).read(Request(folder=str(folder)))


def refusal(folder: Path, data: str | bytes, at: str = "") -> Finding:
    with pytest.raises(FeedError) as caught:
        read(folder, data, at)
    assert caught.value.finding.file == "a.json"
    return caught.value.finding


def test_a_list_of_objects_is_a_table_of_all_their_keys(tmp_path: Path) -> None:
    found = read(tmp_path, '[{"名称": "一月", "出口": 12}, {"进口": 7.50, "名称": "二月", "准": true}]')
    assert found.names == ("名称", "出口", "进口", "准")
    assert found.rows == (("一月", Decimal(12), None, None), ("二月", None, Decimal("7.50"), "TRUE"))
    assert (found.lines, found.file) == ((), "a.json")


def test_columns_and_rows_are_a_table(tmp_path: Path) -> None:
    found = read(tmp_path, '\ufeff{"columns": ["a", "b"], "rows": [["x", 1], ["y"], ["z", null, 3]]}')
    assert found.names == ("a", "b")
    assert found.rows == (("x", Decimal(1)), ("y", None), ("z", None))


@pytest.mark.parametrize("at", ["data.items", "results[0].rows", "[0]", "data[1].a b"])
def test_a_table_may_stand_anywhere_in_the_document(tmp_path: Path, at: str) -> None:
    table = [{"a": 1}]
    documents = {
        "data.items": {"data": {"items": table}},
        "results[0].rows": {"results": [{"rows": table}]},
        "[0]": [table],
        "data[1].a b": {"data": [0, {"a b": table}]},
    }
    assert read(tmp_path, json.dumps(documents[at]), at).rows == ((Decimal(1),),)


def test_numbers_are_exactly_what_is_written(tmp_path: Path) -> None:
    words = ("0.1", "12345678901234567890.123456789", "-0.30", "1e3", "7")
    found = read(tmp_path, "[" + ",".join(f'{{"a": {word}}}' for word in words) + "]")
    assert [str(cell) for cell in found.columns[0].cells] == [str(Decimal(word)) for word in words]


def test_half_a_character_is_a_question_mark(tmp_path: Path) -> None:
    assert read(tmp_path, '[{"a": "x\\ud800"}]').rows == (("x?",),)


@pytest.mark.parametrize(
    ("data", "at", "code"),
    [
        ("", "", "half-written"),
        ('[{"a": 1}, {"a"', "", "half-written"),
        ('[{"a": "un', "", "half-written"),
        ('[{"a": 1,}]', "", "bad-json"),
        ("<html></html>", "", "bad-json"),
        ("[]", "", "empty-table"),
        ("[{}]", "", "empty-table"),
        ('[{"": 1}]', "", "empty-table"),
        ("[1, 2]", "", "no-table"),
        ("3", "", "no-table"),
        ('{"columns": ["a"], "rows": [1]}', "", "no-table"),
        ('{"data": {"items": []}}', "", "no-table"),
        ('{"data": {"items": []}}', "data.rows", "no-path"),
        ('{"data": [1]}', "data[1]", "no-path"),
        ('{"data": [1]}', "data[0].a", "no-path"),
        ('{"data": [1]}', "data..a", "bad-path"),
        ('{"data": [1]}', "data[-1]", "bad-path"),
        ('[{"a": NaN}]', "", "not-finite"),
        ('[{"a": -Infinity}]', "", "not-finite"),
        ('[{"a": 1e999999999}]', "", "not-finite"),
        ('[{"a": ' + 70 * "9" + "}]", "", "not-finite"),
        ('[{"a": [1]}]', "", "not-a-value"),
        ('[{"a": {"b": 1}}]', "", "not-a-value"),
        ('{"columns": [["a"]], "rows": []}', "", "not-a-value"),
        ('{"columns": ["a", "a"], "rows": []}', "", "duplicate-column"),
        ('[{"a": "' + 600 * "x" + '"}]', "", "too-large"),
        ("[" + ",".join(f'{{"k{k}": 1}}' for k in range(65)) + "]", "", "too-large"),
        ("[" + 20_001 * '{"a":1},' + '{"a":1}]', "", "too-large"),
        (100_000 * "[", "", "too-deep"),
        (50_000 * '{"a":' + "1" + 50_000 * "}", "", "too-deep"),
        ("[" + (4 << 20) * " " + "]", "", "too-large"),
        ('[{"名": 1}]'.encode("gb18030"), "", "encoding"),
    ],
)
def test_what_holds_no_table_is_refused(tmp_path: Path, data: str | bytes, at: str, code: str) -> None:
    assert refusal(tmp_path, data, at).code == code


def test_a_refusal_says_where_and_what_there_is(tmp_path: Path) -> None:
    typed = refusal(tmp_path, '[\n  {"a": 1},\n  {"a": 1;}\n]')
    assert (typed.line, typed.column) == (3, 10)
    assert refusal(tmp_path, '{"data": 1, "time": 2}', "rows").hint.en == "there are: data, time"
    assert "data, time" in refusal(tmp_path, '{"data": 1, "time": 2}').hint.en
    assert "a of item 2" in refusal(tmp_path, '[{"a": 1}, {"a": []}]').message.en


DOCUMENT = json.dumps({"data": [{"a": 1.5, "b": "二月"}, {"a": None}]}).encode()
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda below: st.one_of(st.lists(below, max_size=4), st.dictionaries(st.text(max_size=3), below, max_size=4)),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200),
        VALUES.map(lambda value: json.dumps(value).encode()),
        st.tuples(st.integers(0, len(DOCUMENT)), st.binary(max_size=3)).map(
            lambda cut: DOCUMENT[: cut[0]] + cut[1] + DOCUMENT[cut[0] :]
        ),
    ),
    st.sampled_from(["", "data", "[0]", "a.b"]),
)
def test_any_bytes_are_a_table_or_a_refusal(data: bytes, at: str) -> None:
    with tempfile.TemporaryDirectory() as folder, suppress(FeedError):
        assert read(Path(folder), data, at).columns
