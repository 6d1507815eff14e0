"""How long it waits before it starts the show again."""

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.supervise.backoff import delay_s


def test_delays_double_from_half_a_second_to_half_a_minute() -> None:
    assert [delay_s(n) for n in range(1, 10)] == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0, 30.0]


@given(st.integers(-5, 10**9))
def test_it_never_gives_up(crashes: int) -> None:
    assert 0.5 <= delay_s(crashes) <= delay_s(crashes + 1) <= 30.0
