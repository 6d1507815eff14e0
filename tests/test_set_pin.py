"""Setting the staff's PIN: what is asked, what is written, and that the PIN itself is nowhere."""

import stat
import sys
from pathlib import Path

import pytest

from jn_presenter import cli_kiosk
from jn_presenter import set_pin as module
from jn_presenter.load.kiosk_settings import read_settings
from jn_presenter.model.options import KioskOptions, OptionError
from jn_presenter.set_pin import set_pin
from jn_presenter.show.kiosk.pin import is_right, parse


def typing(*lines: str) -> object:
    """Somebody who types these, one after the other, and then nothing."""
    left = list(lines)

    def ask(_prompt: str) -> str:
        if not left:
            raise EOFError
        return left.pop(0)

    return ask


def test_the_pin_stands_in_the_settings_as_what_does_not_tell_it(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    file = tmp_path / "kiosk.yaml"
    file.write_text("screen: HDMI-1  # left of the door\n")
    file.chmod(0o600)
    assert set_pin(str(file), typing("2468", "2468")) == 0
    found = read_settings(file)
    assert found.problems == ()
    secret = parse(found.settings.pin)
    assert secret is not None
    assert is_right(secret, "2468")
    assert found.settings.screen == "HDMI-1"
    assert "2468" not in file.read_text()
    assert "left of the door" in file.read_text()
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = found.settings.pin
    set_pin(str(file), typing("2468", "2468"))
    assert read_settings(file).settings.pin != before, "salted anew"
    told = capsys.readouterr()
    assert told.out == ""
    assert "chmod" not in told.err


@pytest.mark.skipif(sys.platform == "win32", reason="permissions")
def test_settings_that_others_can_read_are_told(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    file = tmp_path / "kiosk.yaml"
    file.write_text("screen: A\n")
    file.chmod(0o644)
    set_pin(str(file), typing("2468", "2468"))
    assert "chmod 600" in capsys.readouterr().err


@pytest.mark.parametrize("content", [None, "", "# mine\n", "pin: |\n  x\n"])
def test_where_it_cannot_be_set_alone_the_line_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture, content: str | None
) -> None:
    file = tmp_path / "kiosk.yaml"
    if content is not None:
        file.write_text(content)
    assert set_pin(str(file), typing("13579", "13579")) == 0
    told = capsys.readouterr()
    assert told.out.startswith("pin: scrypt$")
    assert str(file) in told.err
    file.write_text(told.out)
    secret = parse(read_settings(file).settings.pin)
    assert secret is not None
    assert is_right(secret, "13579")


def test_a_link_to_the_settings_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("screen: A\n")
    (tmp_path / "kiosk.yaml").symlink_to(tmp_path / "real.yaml")
    set_pin(str(tmp_path / "kiosk.yaml"), typing("2468", "2468"))
    assert (tmp_path / "kiosk.yaml").is_symlink()
    assert "scrypt$" in (tmp_path / "real.yaml").read_text()


@pytest.mark.parametrize("lines", [("123", "123"), ("2468", "2469"), ("abcd", "abcd"), ("2468",), ()])
def test_what_was_not_meant_changes_nothing(tmp_path: Path, lines: tuple[str, ...]) -> None:
    file = tmp_path / "kiosk.yaml"
    file.write_text("screen: A\n")
    with pytest.raises(OptionError):
        set_pin(str(file), typing(*lines))
    assert file.read_text() == "screen: A\n"


def test_what_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "kiosk.yaml"
    file.write_text("screen: A\n")

    def full(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "replace", full)
    with pytest.raises(OptionError, match="No space"):
        set_pin(str(file), typing("2468", "2468"))
    with pytest.raises(OptionError):
        set_pin(str(tmp_path), typing("2468", "2468"))


def test_the_command_asks_without_a_display(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked = []
    monkeypatch.setattr(module, "set_pin", lambda settings: asked.append(settings) or 0)
    assert cli_kiosk.run(KioskOptions(deck="", settings=str(tmp_path), set_pin=True)) == 0
    assert asked == [str(tmp_path)]
