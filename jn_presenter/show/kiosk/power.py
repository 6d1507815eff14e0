"""How a display's power is switched: which commands are to be run. Pure; none of them is ever read by a shell."""

from jn_presenter.model.kiosk import Display

Words = tuple[str, ...]

XSET = "xset"
FORCE = {True: (XSET, "dpms", "force", "on"), False: (XSET, "dpms", "force", "off")}
STAY_AWAKE = (XSET, "s", "reset")
"""As if somebody had pressed a key: the X server's own saver and its timers of power begin anew. It changes no setting
that would outlive the kiosk, as `s off` would.
"""


def switching(display: Display, *, on: bool, done: bool | None, x11: bool) -> Words | None:
    """The command that makes the display's power as it is to be; None where it is so, or nothing can switch it.

    done: how it was switched last; None where that is not known, or has failed.
    """
    if display.power == "command":
        return None if done == on else (display.on if on else display.off)
    if display.power == "none" or not x11:
        return None
    if on and done:
        return None
    return FORCE[on]  # off again and again: any touch makes the X server switch it on


def keeping_awake(*, on: bool, x11: bool) -> Words | None:
    """The command that holds a saver off for some minutes; None where none is needed, or nobody knows one."""
    return STAY_AWAKE if on and x11 else None
