"""The real machine."""

from jn_presenter.supervise.inbox import Heard
from jn_presenter.supervise.protocol import Beat
from jn_presenter.supervise.world import Machine
from tests.supervise.test_child import FAKE, until


def test_what_a_show_has_said_is_not_taken_for_the_words_of_the_next() -> None:
    machine = Machine(FAKE, lambda _line: None)
    first = machine.start(["beat", 'say={"bye": "staff"}', "exit=1"])
    until(lambda: first.exit_code() is not None, "its end")
    first.close()
    second = machine.start(["hang"])
    assert machine.heard() == Heard()
    second.end(0.0)


def test_waiting_ends_when_somebody_wakes_it_and_what_was_said_is_there_once() -> None:
    machine = Machine(FAKE, lambda _line: None)
    show = machine.start(["beat", "exit=1"])
    machine.wait(30.0)
    until(lambda: show.exit_code() is not None, "its end")
    show.close()
    heard = machine.heard()
    assert isinstance(heard.beat, Beat)
    assert machine.heard() == Heard()
    machine.wake()
    machine.wait(30.0)
    assert machine.now() <= machine.now()
    assert machine.wall() > 1.6e9
