"""The display's power, and the saver that must not come: what is run when, and what is said where it fails."""

import logging
import threading
from collections.abc import Sequence

from jn_presenter.model.kiosk import Display
from jn_presenter.qt.kiosk.power import DisplayPower

OWN = Display(power="command", on=("cec", "on"), off=("cec", "off"))
AWAKE = ("xset", "s", "reset")
OFF = ("xset", "dpms", "force", "off")
ON = ("xset", "dpms", "force", "on")


class Machine:
    """Keeps what was run; `fails` is why it does."""

    def __init__(self) -> None:
        self.ran: list[tuple[str, ...]] = []
        self.fails: str | None = None
        self.done = threading.Semaphore(0)
        self.may = threading.Event()
        self.may.set()

    def __call__(self, command: Sequence[str]) -> str | None:
        self.may.wait()
        self.ran.append(tuple(command))
        self.done.release()
        return self.fails


def test_the_owner_s_commands_follow_what_is_wanted():
    machine = Machine()
    power = DisplayPower(OWN, x11=False, run=machine)
    for on in (True, True, False, False, True):
        power.apply(on=on)
    assert machine.ran == [OWN.on, OWN.off, OWN.on]


def test_in_hours_the_saver_is_held_off_with_each_look_and_dpms_is_not_touched_again():
    machine = Machine()
    power = DisplayPower(Display(power="dpms"), x11=True, run=machine)
    for on in (True, True, False, False, True):
        power.apply(on=on)
    assert machine.ran == [ON, AWAKE, AWAKE, OFF, OFF, ON, AWAKE]


def test_a_failure_is_one_line_and_is_tried_again(caplog):
    machine = Machine()
    machine.fails = "cec off: [1] no adapter"
    power = DisplayPower(OWN, x11=False, run=machine)
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            power.apply(on=False)
    assert machine.ran == [OWN.off] * 3
    assert [record.getMessage().count("no adapter") for record in caplog.records] == [1]
    machine.fails = None
    power.apply(on=False)
    power.apply(on=False)
    assert machine.ran == [OWN.off] * 4
    machine.fails = "again"
    power.apply(on=True)
    assert len(caplog.records) == 2


def test_dpms_without_an_x_server_is_one_line_and_runs_nothing(caplog):
    machine = Machine()
    power = DisplayPower(Display(power="dpms"), x11=False, run=machine)
    for on in (True, False):
        power.apply(on=on)
    assert machine.ran == []
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "X11" in caplog.text


def test_whoever_wants_waits_for_no_display_and_the_latest_word_counts():
    machine = Machine()
    machine.may.clear()
    power = DisplayPower(OWN, x11=False, run=machine)
    for on in (True, False, True, False):
        power.want(on)
    machine.may.set()
    while machine.ran[-1:] != [OWN.off]:
        assert machine.done.acquire(timeout=30)
    power.stop()
    power._thread.join(30)
    assert not power._thread.is_alive()
    power.want(True)
    assert machine.ran[-1] == OWN.off


def test_where_nothing_could_be_done_there_is_no_thread():
    power = DisplayPower(Display(), x11=False, run=Machine())
    power.want(True)
    assert power._thread.ident is None
    power.stop()
