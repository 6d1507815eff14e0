"""The PIN by which staff leave a kiosk: how it is kept, what it is compared with, and how long wrong ones lock it.

What is kept is a line `scrypt$n$r$p$salt$hash`, salt and hash in base64 (RFC 7914, RFC 4648). Whoever reads it has to
try all PINs, each at the price of `cost`.
"""

import base64
import binascii
import hashlib
import hmac
import re

from msgspec import Struct, structs

from jn_presenter.model.text import Message
from jn_presenter.show.kiosk.stand import MOST_DIGITS

LEAST_DIGITS = 4
N, R, P = 1 << 14, 8, 1
"""What new PINs cost: 16 MiB and some 50 ms."""
SALT, HASH = 16, 32
"""Bytes."""
MOST_COST = 4 * N * R * P
"""Of n * r * p: half a second at most and 64 MiB, so that no settings file stalls the kiosk."""
LEAST_R = 8
"""From here on the algorithm takes every n that is within the cost."""
MOST_TEXT = 256
LINE = re.compile(r"scrypt\$([1-9]\d{0,6})\$([1-9]\d?)\$([1-9]\d?)\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)", re.ASCII)
DIGITS = re.compile(rf"\d{{{LEAST_DIGITS},{MOST_DIGITS}}}", re.ASCII)

FREE = 3
"""Wrong tries until it is locked."""
STEP_MS = 30_000.0
"""The first lock; each further wrong try doubles it."""
MOST_LOCK_MS = 24 * 3_600_000.0
MOST_WRONG = 1_000_000
"""Where counting ends: nobody gets there, but a file may say so."""

WHAT_PIN = Message("密码为 4 至 12 位数字", "a PIN has 4 to 12 digits")
WHAT_LINE = Message(
    "pin 应为 jn-presenter kiosk --set-pin 写入的一行（scrypt$…）",
    "pin has to be the line that jn-presenter kiosk --set-pin makes (scrypt$…)",
)


class Secret(Struct, frozen=True):
    """What is kept of a PIN."""

    n: int
    r: int
    p: int
    salt: bytes
    hash: bytes

    def __str__(self) -> str:
        salt, found = (base64.b64encode(part).decode() for part in (self.salt, self.hash))
        return f"scrypt${self.n}${self.r}${self.p}${salt}${found}"


class Tries(Struct, frozen=True, forbid_unknown_fields=True):
    """How often the PIN was wrong since it was right, and how long it is locked from now on."""

    wrong: int = 0
    lock_ms: float = 0.0


NONE = Tries()
DAMAGED = Tries(FREE, STEP_MS)
"""What a record that cannot be read stands for: damaging it is no way around the lock."""


def is_pin(digits: str) -> bool:
    """Whether it could be a PIN at all."""
    return DIGITS.fullmatch(digits) is not None


def made(pin: str, salt: bytes) -> Secret:
    """What to keep of a PIN; `salt` is SALT random bytes. Raises ValueError for what is no PIN."""
    if not is_pin(pin):
        raise ValueError(WHAT_PIN.en)
    bare = Secret(N, R, P, salt, bytes(HASH))
    return structs.replace(bare, hash=_hash(bare, pin))


def parse(line: str) -> Secret | None:
    """The secret that a line stands for; None for any other text, and for what would cost too much."""
    found = LINE.fullmatch(line) if len(line) <= MOST_TEXT else None
    if found is None:
        return None
    n, r, p = (int(number) for number in found.groups()[:3])
    try:
        salt, secret = (base64.b64decode(part, validate=True) for part in found.groups()[3:])
    except binascii.Error:
        return None
    takes = n >= 2 and n & (n - 1) == 0 and r >= LEAST_R and n * r * p <= MOST_COST
    return Secret(n, r, p, salt, secret) if takes and len(salt) >= SALT and len(secret) >= HASH else None


def is_right(secret: Secret, digits: str) -> bool:
    """Whether these are the digits of the PIN; takes as long for wrong ones, and some 50 ms in any case."""
    return hmac.compare_digest(_hash(secret, digits), secret.hash)


def charged(tries: Tries) -> Tries:
    """After one more wrong try. It is written down before the digits are looked at, so that pulling the plug is none
    the cheaper.
    """
    wrong = min(tries.wrong + 1, MOST_WRONG)
    return Tries(wrong, lock_ms(wrong))


def lock_ms(wrong: int) -> float:
    """How long the last of so many wrong tries locks: nothing, then 30 s, doubled each time up to a day."""
    if wrong < FREE:
        return 0.0
    return min(STEP_MS * 2.0 ** min(wrong - FREE, 32), MOST_LOCK_MS)


def left(tries: Tries) -> int:
    """How many more wrong tries there may be, the one that locks included; 0 where each one does."""
    return max(0, FREE - tries.wrong)


def passed_ms(then_ms: float, now_ms: float) -> float:
    """How much time has surely passed between two looks at a clock that runs since the machine was started, in ms.

    If it shows less than then, the machine was started again in between, and all that it shows has passed since. If it
    was started again and shows more, the answer is too small. So it is never too much, whoever sets the clock on the
    wall: that one is not asked. While the machine is off, nothing passes.
    """
    return max(0.0, now_ms - then_ms if now_ms >= then_ms else now_ms)


def _hash(secret: Secret, digits: str) -> bytes:
    return hashlib.scrypt(
        digits.encode(),
        salt=secret.salt,
        n=secret.n,
        r=secret.r,
        p=secret.p,
        maxmem=2 * 128 * MOST_COST,
        dklen=len(secret.hash),
    )
