"""The themes that come over a slide, or go from it: what a transition is between slides, with one of them a page."""

from msgspec import Struct

from jn_presenter.draw.motion import ease_out
from jn_presenter.kiosk.page import Page
from jn_presenter.model.marks import AnyMark
from jn_presenter.show.moment import moment
from jn_presenter.show.state import Motion, ShowState


class Cover(Struct, frozen=True):
    """What is laid over at a moment: `over` with that strength, 0..1, over what stands beneath it."""

    over: tuple[AnyMark, ...]
    beneath: tuple[AnyMark, ...]
    strength: float


class Covering(Struct, frozen=True):
    """A cover under way for as long as its motion is the show's. What it comes over, or what goes, is `before`."""

    motion: Motion
    before: tuple[AnyMark, ...]
    comes: bool

    def at(self, state: ShowState, now_ms: float, page: Page) -> Cover | None:
        """The cover with the page that belongs to the state; None once it is over, or where another motion is."""
        if state.motion is not self.motion or state.blank != "none" or (state.kiosk and state.kiosk.staff):
            return None
        progress = moment(state, now_ms).transition
        if progress is None:
            return None
        eased = ease_out(progress)
        if self.comes:
            return Cover(page.marks, self.before, eased)
        return Cover(self.before, page.marks, 1.0 - eased)

    def left_ms(self, now_ms: float) -> float:
        """How long it lasts."""
        return max(0.0, self.motion.transition_ms - self.motion.elapsed_ms(now_ms))


def covering(old: ShowState, new: ShowState, seen: Page) -> Covering | None:
    """Whether with this change the themes come or go, in what time; `seen` is the page that was shown until now."""
    comes, went = at_home(new), at_home(old)
    if comes == went or new.motion is None or new.motion is old.motion or new.motion.transition_ms <= 0.0:
        return None
    return Covering(new.motion, seen.marks, comes)


def at_home(state: ShowState) -> bool:
    """Whether the themes are seen."""
    return state.kiosk is not None and state.kiosk.phase == "home" and not state.kiosk.staff
