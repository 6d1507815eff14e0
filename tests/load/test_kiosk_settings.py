"""The owner's kiosk.yaml: what it says, and what is said of it where it says something wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.load.kiosk_settings import SettingsRead, owner_settings, read_settings
from jn_presenter.model.kiosk import Display, Health, Packs, Settings, Span
from jn_presenter.show.kiosk.pin import made
from tests.load.world import brief

PIN = str(made("2468", bytes(range(16))))
KEY = "ed25519-" + "0a" * 32


def written(folder: Path, text: str) -> SettingsRead:
    path = folder / "kiosk.yaml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def wrong(folder: Path, text: str) -> tuple[Settings, list[str], str]:
    """The settings, the problems' places, and all that is said in English."""
    found = written(folder, text)
    assert all(problem.message.zh and problem.hint.zh for problem in found.problems)
    said = " ".join(f"{problem.message.en}; {problem.hint.en}" for problem in found.problems)
    return found.settings, [brief(problem) for problem in found.problems], said


def test_the_file_need_not_be_there_unless_it_was_asked_for(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "kiosk.yaml") == SettingsRead(Settings())
    found = read_settings(tmp_path / "kiosk.yaml", wanted=True)
    assert (found.settings, [problem.code for problem in found.problems]) == (Settings(), ["missing-file"])


def test_it_is_among_the_users_settings() -> None:
    assert (owner_settings().name, owner_settings().parent.name) == ("kiosk.yaml", "jn-presenter")


@pytest.mark.parametrize("text", ["", "# pin: x\n"])
def test_a_file_with_nothing_in_it_changes_nothing(tmp_path: Path, text: str) -> None:
    assert written(tmp_path, text) == SettingsRead(Settings())


def test_all_of_it_is_read(tmp_path: Path) -> None:
    text = f"""\
pin: {PIN}
hours:
  mon-fri: 09:00-17:30
  sat: [9:00-12:00, 13:00–24:00]
  sun: closed
display:
  power: command
  on: [tv, "on"]
  off: [tv, "off"]
health: {{address: 0.0.0.0, port: 8080}}
packs: {{folders: [{tmp_path}], key: {KEY}}}
screen: HDMI-1
"""
    assert written(tmp_path, text) == SettingsRead(
        Settings(
            pin=PIN,
            hours=(Span((0, 1, 2, 3, 4), 540, 1050), Span((5,), 540, 720), Span((5,), 780, 1440)),
            display=Display(power="command", on=("tv", "on"), off=("tv", "off")),
            health=Health(address="0.0.0.0", port=8080),
            packs=Packs(folders=(str(tmp_path),), key=KEY),
            screen="HDMI-1",
        )
    )


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("daily: 10:00-18:00", (Span((0, 1, 2, 3, 4, 5, 6), 600, 1080),)),
        ("fri-mon: 18:00-02:00", (Span((0, 4, 5, 6), 1080, 120),)),
        ("Wed: 00:00-24:00", (Span((2,), 0, 1440),)),
        ("thu: ９:００～１７:００", (Span((3,), 540, 1020),)),
    ],
)
def test_opening_hours_are_read_as_people_write_them(tmp_path: Path, text: str, spans: tuple[Span, ...]) -> None:
    assert written(tmp_path, f"hours:\n  {text}\n") == SettingsRead(Settings(hours=spans))


@pytest.mark.parametrize(
    ("text", "problem", "said"),
    [
        ("hours: {mo: 9:00-17:00}", "unknown-day:1:9", "did you mean mon?"),
        ("hours: {monday-friday: 9:00-17:00}", "unknown-day:1:9", "did you mean mon-fri?"),
        ("hours: {mon: 9-17}", "bad-time:1:14", "write it as 09:00-17:30"),
        ("hours: {mon: 09:00}", "bad-time:1:14", "write it as 09:00-17:30"),
        ("hours: {mon: 09:00-25:00}", "bad-time:1:14", "write it as 09:00-17:30"),
        ("hours: {mon: 24:00-09:00}", "bad-time:1:14", "write it as 09:00-17:30"),
        ("hours: {mon: 09:00-09:00}", "bad-time:1:14", "00:00-24:00"),
        ("hours: {mon: [[1]]}", "wrong-type:1:15", ""),
        ("hours: {mon-wed: 9:00-17:00, tue: 10:00-12:00}", "duplicate-day:1:30", "tue is named twice"),
        ("hours: {daily: closed}", "never-open:1:8", "remove hours"),
        ("hours: 9:00-17:00", "wrong-type:1:8", ""),
        ("pin: 2468", "bad-pin:1:6", "--set-pin"),
        ("display: {power: command}", "missing-key:1:10", "two commands"),
        ("display: {power: command, on: [tv]}", "missing-key:1:10", "two commands"),
        ("display: {power: dpms, off: [tv]}", "unused-command:1:10", "power: command"),
        ("display: {power: maybe}", "not-a-choice:1:18", "dpms"),
        ("health: {address: here, port: 80}", "bad-address:1:19", "127.0.0.1"),
        ("health: {port: 0}", "out-of-bounds:1:16", "at least 1"),
        ("health: {}", "missing-key:1:9", "port"),
        ("packs: {folders: [/media]}", "missing-key:1:8", "public key"),
        (f"packs: {{folders: [media], key: {KEY}}}", "relative-path:1:8", "/media/usb"),
        ("packs: {folders: [/media], key: abc}", "bad-key:1:33", "--new-key"),
        (f"packs: {{folders: [/media], key: {KEY}0}}", "bad-key:1:33", "--new-key"),
        ("loop: [a]", "unknown-key:1:1", ""),
        ("pin: [1]", "wrong-type:1:6", ""),
        ("- pin", "wrong-type:1:1", ""),
    ],
)
def test_a_slip_is_a_problem_and_as_if_it_were_not_there(tmp_path: Path, text: str, problem: str, said: str) -> None:
    found, problems, words = wrong(tmp_path, text + "\n")
    assert (found, problems) == (Settings(), [problem])
    assert said in words


def test_a_slip_costs_nothing_else(tmp_path: Path) -> None:
    found, problems, _ = wrong(tmp_path, f"pin: {PIN}\nhours: {{mon: late}}\nscreen: B\n")
    assert (found, problems) == (Settings(pin=PIN, screen="B"), ["bad-time:2:14"])


@given(text=st.text(max_size=200))
def test_no_file_stops_the_kiosk(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    path = folder / "any.yaml"
    path.write_bytes(text.encode("utf-8", "replace"))
    found = read_settings(path)
    assert isinstance(found.settings, Settings)


def test_a_file_with_nothing_in_it_opens_no_port_takes_no_pack_and_no_pin(tmp_path: Path) -> None:
    found = written(tmp_path, "").settings
    assert (found.health, found.packs, found.pin, found.display) == (None, Packs(), "", Display())


def test_a_port_alone_is_for_this_machine(tmp_path: Path) -> None:
    found = written(tmp_path, "health: {port: 8080}\n")
    assert found.problems == ()
    assert found.settings.health == Health(address="127.0.0.1", port=8080)
