"""What elements of a kind agree on: the least of each wish, one after the other."""

from typing import Any

from jn_presenter.draw.alike import agreed, alone
from jn_presenter.model.element import Element, Env
from jn_presenter.model.geometry import Rect
from tests.look import env

PLACE = Rect(0.0, 0.0, 100.0, 50.0)


class Wishing(Element, frozen=True, kw_only=True):
    """Wishes for a size, then for what that size leaves of its own length."""

    size: float
    length: float

    def wish(self, rect: Rect, env: Env) -> float | None:
        match env.shared:
            case ():
                return self.size
            case (size,):
                return self.length - size
        return None


def of(*wishing: Wishing) -> list[tuple[Any, Rect, Env]]:
    return [(one, PLACE, env()) for one in wishing]


def test_the_least_of_each_wish_is_agreed_on_and_later_wishes_know_of_it() -> None:
    assert agreed(of(Wishing(size=4.0, length=20.0), Wishing(size=3.0, length=30.0))) == (3.0, 17.0)


def test_elements_without_a_wish_agree_on_nothing() -> None:
    assert agreed([(Element(), PLACE, env()), (Element(), PLACE, env())]) == ()
    assert agreed([]) == ()


def test_an_element_by_itself_has_its_own_wishes_and_one_among_others_theirs() -> None:
    one = Wishing(size=4.0, length=20.0)
    assert alone(one, PLACE, env()).shared == (4.0, 16.0)
    assert alone(one, PLACE, env(shared=(1.0, 2.0))).shared == (1.0, 2.0)
