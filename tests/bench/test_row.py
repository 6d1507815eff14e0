import pytest

from bench.row import Limit, Row


def row(ours: float, limit: Limit | None, base: float | None = None) -> Row:
    return Row(what="it", unit="ms", ours=ours, base=base, limit=limit)


@pytest.mark.parametrize(
    ("limit", "base", "highest"),
    [(Limit("value", 60.0), None, 60.0), (Limit("ratio", 1.5), 200.0, 300.0), (Limit("extra", 250.0), 400.0, 650.0)],
)
def test_a_limit_is_kept_up_to_its_figure_and_not_beyond(limit: Limit, base: float | None, highest: float) -> None:
    assert row(highest, limit, base).within is True
    assert row(highest + 0.1, limit, base).within is False


def test_without_a_limit_or_a_base_there_is_no_verdict() -> None:
    assert row(1.0, None).within is None
    assert row(1.0, Limit("ratio", 2.0)).within is None
    assert row(1.0, Limit("extra", 2.0)).within is None


def test_ratio_is_to_the_base() -> None:
    assert row(3.0, None, 2.0).ratio == 1.5
    assert row(3.0, None).ratio is None
