"""What is kept of a PIN, and what wrong ones cost."""

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.show.kiosk.pin import (
    DAMAGED,
    FREE,
    HASH,
    MOST_COST,
    MOST_LOCK_MS,
    NONE,
    SALT,
    STEP_MS,
    Secret,
    charged,
    is_pin,
    is_right,
    lock_ms,
    made,
    parse,
    passed_ms,
)

SALTED = bytes(range(SALT))
CHEAP = Secret(2, 8, 1, SALTED, bytes(HASH))


def line(n: object = 16384, r: object = 8, p: object = 1, salt: bytes = SALTED, secret: bytes = bytes(HASH)) -> str:
    return f"scrypt${n}${r}${p}${base64.b64encode(salt).decode()}${base64.b64encode(secret).decode()}"


def test_the_pin_and_no_other_is_right() -> None:
    secret = parse(str(made("20210604", SALTED)))
    assert secret is not None
    assert is_right(secret, "20210604")
    for other in ("20210605", "2021060", "202106040", "", "20210604 "):
        assert not is_right(secret, other)


def test_what_is_kept_is_the_scrypt_of_the_standard_library_with_a_salt() -> None:
    secret = made("2468", SALTED)
    assert (secret.n, secret.r, secret.p, len(secret.salt), len(secret.hash)) == (16384, 8, 1, 16, 32)
    assert "2468" not in str(secret)
    assert made("2468", bytes(SALT)).hash != secret.hash


@pytest.mark.parametrize("digits", ["123", "1234567890123", "12a4", "", "１２３４", "1234\n", " 1234"])
def test_what_is_no_pin_is_not_made_one(digits: str) -> None:
    assert not is_pin(digits)
    with pytest.raises(ValueError, match="4 to 12 digits"):
        made(digits, SALTED)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1234",
        line(n=16383),  # no power of two
        line(n=1),
        line(n=0),
        line(n=-16384),
        line(n="016384"),
        line(n="1e4"),
        line(n=" 16384"),
        line(n=MOST_COST),  # too dear
        line(p=5),
        line(r=99),
        line(r=1, n=1 << 17),  # the algorithm itself refuses it
        line(salt=b""),
        line(salt=bytes(SALT - 1)),
        line(secret=bytes(HASH - 1)),
        line() + "\n",
        line() + "$",
        line().replace("=", ""),
        line() + "=" * 300,
        line().replace("scrypt", "Scrypt"),
        line(n="１６３８４"),
    ],
)
def test_other_lines_are_refused(text: str) -> None:
    assert parse(text) is None


@given(st.text(max_size=300) | st.from_regex(r"scrypt(\$\d{1,9}){3}(\$[A-Za-z0-9+/=]{0,90}){2}", fullmatch=True))
def test_no_text_is_anything_but_a_secret_within_bounds_or_none(text: str) -> None:
    found = parse(text)
    assert found is None or (found.n * found.r * found.p <= MOST_COST and parse(str(found)) == found)


@settings(max_examples=20)
@given(st.integers(1, 19), st.integers(1, 99), st.integers(1, 99))
def test_whatever_is_taken_can_be_compared(power: int, r: int, p: int) -> None:
    found = parse(line(1 << power, r, p))
    assert found is None or not is_right(found, "1234")


def test_three_wrong_tries_lock_for_half_a_minute_and_each_further_one_twice_as_long() -> None:
    tries, locks = NONE, []
    for _ in range(18):
        tries = charged(tries)
        locks.append(tries.lock_ms / 1000.0)
    assert locks[:8] == [0.0, 0.0, 30.0, 60.0, 120.0, 240.0, 480.0, 960.0]
    assert locks[-3:] == [86_400.0] * 3


@given(st.integers(-5, 10**30))
def test_a_lock_grows_and_ends_at_a_day(wrong: int) -> None:
    assert 0.0 <= lock_ms(wrong) <= lock_ms(wrong + 1) <= MOST_LOCK_MS
    assert (lock_ms(wrong) == 0.0) == (wrong < FREE)


def test_a_damaged_record_stands_for_one_lock() -> None:
    assert DAMAGED.lock_ms == STEP_MS
    assert charged(DAMAGED).lock_ms == 2 * STEP_MS


@given(st.floats(0.0, 1e10), st.floats(0.0, 1e10), st.floats(0.0, 1e10), st.booleans())
def test_never_more_time_has_passed_than_really_has(then: float, more: float, off: float, restarted: bool) -> None:
    """`more`: since then, without a restart; since the machine was started again, with one, after `off`."""
    shown = more if restarted else then + more
    really = off + more if restarted else more
    assert 0.0 <= passed_ms(then, shown) <= really + 1e-4


def test_time_passes_while_the_machine_runs() -> None:
    assert passed_ms(5_000.0, 35_000.0) == 30_000.0
    assert passed_ms(5_000_000.0, 35_000.0) == 35_000.0
