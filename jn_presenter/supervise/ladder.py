"""What a crash leads to: the same again, without the slide that crashes, the last good deck, a plain page.

A pure function of what has happened. There is always a decision, and every rung leads back up in time. Times are
seconds of one clock.
"""

from typing import NamedTuple

from jn_presenter.supervise.backoff import delay_s

DECK, GOOD, SAFE = 0, 1, 2
"""The rungs: the deck as it is, its last good copy, a page without a deck."""
RUNGS = ("deck", "good", "safe")

STABLE_S = 60.0
"""After so long on the screen, what was before is forgiven."""
ON_ONE_SLIDE, WITHIN_S = 3, 60.0
OFTEN, OFTEN_WITHIN_S = 5, 3600.0
"""Crashes on one slide that set it aside; the rarer ones are those on leaving a slide that stands long."""
MOST_ASIDE = 3
"""Slides set aside without a stable minute; with more, it is not the slides."""
GOING_ON, SCATTERED = 3, 5
"""Crashes in a row that lead a rung down: after a slide was set aside, or before anything was shown; on any slides."""
CLIMB_S, MOST_CLIMB_S = 600.0, 3600.0
"""How long a lower rung has to show until the next one up is tried; twice as long each time that was in vain."""
SOON_S = 60.0
"""The same where the deck was not the cause."""
MEND_S = 15.0
"""The same where the deck has changed since it was tried, after the first time that was in vain; at first, at once."""


class Crash(NamedTuple):
    """When the show ended, and on which slide; empty where it came to none."""

    at_s: float
    slide: str
    silent: bool = False
    """Whether it ended before it said anything."""


class Standing(NamedTuple):
    """Where on the ladder the show is, and what of its crashes still counts."""

    rung: int = DECK
    crashes: tuple[Crash, ...] = ()
    """Of the last hour, on slides that are not set aside."""
    row: int = 0
    """Crashes since the last stable minute or the last decision but "again": what the delay goes by."""
    aside: int = 0
    """Slides set aside since the last stable minute."""
    climb_s: float = CLIMB_S
    climbed: bool = False
    """Whether this rung was tried from below and has not stood yet."""
    mend_s: float = 0.0
    """How long a lower rung has to show until a deck that has changed is tried."""
    mended: bool = False
    """Whether it was tried since it had changed, and has not stood yet."""
    blind: bool = False
    """Whether not even the plain page could begin: something else than the deck is wrong, the display perhaps."""


class Decision(NamedTuple):
    """What to do: start on `standing.rung` after `delay_s`, without the slide `aside` as well, if there is one."""

    standing: Standing
    delay_s: float
    aside: str = ""


def crashed(standing: Standing, crash: Crash, *, has_good: bool) -> Decision:
    """What follows the crash. has_good: whether there is a good copy of the deck."""
    known = tuple(one for one in standing.crashes if 0.0 <= crash.at_s - one.at_s <= OFTEN_WITHIN_S)
    standing = standing._replace(crashes=(*known, crash), row=standing.row + 1)
    if crash.silent and (standing.blind or standing.rung == SAFE):
        other = DECK if standing.rung == SAFE else SAFE
        return Decision(standing._replace(rung=other, blind=True, climb_s=SOON_S), delay_s(standing.row))
    if standing.rung < SAFE:
        if _is_to_blame(standing.crashes, crash) and standing.aside < MOST_ASIDE:
            left = tuple(one for one in standing.crashes if one.slide != crash.slide)
            again = standing._replace(crashes=left, row=0, aside=standing.aside + 1)
            return Decision(again, delay_s(1), crash.slide)
        enough = GOING_ON if standing.aside or not crash.slide else SCATTERED
        if standing.row >= enough or _is_to_blame(standing.crashes, crash):
            return Decision(_down(standing, has_good=has_good), delay_s(1))
    return Decision(standing, delay_s(standing.row))


def stood(standing: Standing, showing_s: float) -> Standing:
    """The standing of a show that has been on the screen for so long without a break."""
    if showing_s >= STABLE_S and (standing.row or standing.aside or standing.blind):
        standing = standing._replace(row=0, aside=0, blind=False)
    if showing_s >= STABLE_S and standing.rung == DECK:
        standing = standing._replace(mend_s=0.0, mended=False)
    if showing_s >= CLIMB_S and (standing.climbed or standing.rung == DECK):
        standing = standing._replace(climbed=False, climb_s=CLIMB_S if standing.rung == DECK else standing.climb_s)
    return standing


def climbs(standing: Standing, showing_s: float, *, calm: bool, changed: bool = False) -> bool:
    """Whether another rung is to be tried now. calm: whether nobody would miss the show for a moment.

    changed: whether the deck's files are others than those it was tried with last.
    """
    wait_s = min(standing.mend_s, standing.climb_s) if changed else standing.climb_s
    if standing.rung == DECK or showing_s < wait_s:
        return False
    return calm or showing_s >= 2.0 * standing.climb_s


def climbed(standing: Standing, *, has_good: bool, changed: bool = False) -> Standing:
    """One rung up; all of them where the deck was not the cause, or has changed."""
    step = standing.rung == SAFE and has_good and standing.climb_s > SOON_S and not changed
    return standing._replace(
        rung=GOOD if step else DECK, climbed=not changed, mended=changed, crashes=(), row=0, aside=0
    )


def _down(standing: Standing, *, has_good: bool) -> Standing:
    climb_s = min(MOST_CLIMB_S, 2.0 * standing.climb_s) if standing.climbed else standing.climb_s
    mend_s = min(CLIMB_S, max(MEND_S, 2.0 * standing.mend_s)) if standing.mended else standing.mend_s
    rung = GOOD if standing.rung == DECK and has_good else SAFE
    return Standing(rung=rung, climb_s=climb_s, mend_s=mend_s)


def _is_to_blame(crashes: tuple[Crash, ...], last: Crash) -> bool:
    """Whether the slide of the last crash crashes the show by itself."""
    if not last.slide:
        return False
    ages = [last.at_s - one.at_s for one in crashes if one.slide == last.slide]
    return len(ages) >= OFTEN or sum(age <= WITHIN_S for age in ages) >= ON_ONE_SLIDE
