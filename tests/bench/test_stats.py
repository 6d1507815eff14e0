import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.stats import percentile, summary

SAMPLES = st.lists(st.floats(0, 1e6), min_size=1)


@pytest.mark.parametrize(
    ("share", "value"), [(0.0, 1), (0.01, 1), (0.5, 50), (0.95, 95), (0.99, 99), (0.999, 100), (1.0, 100)]
)
def test_percentiles_of_the_first_hundred_numbers(share: float, value: int) -> None:
    assert percentile(range(100, 0, -1), share) == value


@given(SAMPLES, st.floats(0, 1))
def test_a_percentile_occurred_and_enough_samples_do_not_exceed_it(samples: list[float], share: float) -> None:
    found = percentile(samples, share)
    assert found in samples
    assert sum(sample <= found for sample in samples) >= share * len(samples)


@given(SAMPLES)
def test_percentiles_of_a_summary_go_up(samples: list[float]) -> None:
    found = summary(samples)
    assert found.n == len(samples)
    assert found.least <= found.p50 <= found.p95 <= found.p99 <= found.p999 <= found.most


def test_no_samples_have_no_percentile() -> None:
    with pytest.raises(ValueError, match="no samples"):
        summary([])
