"""The command `kiosk` as its supervisor and as its show."""

from pathlib import Path

import pytest

from jn_presenter import cli_kiosk
from jn_presenter.arguments import parse
from jn_presenter.cli import main
from jn_presenter.cli_kiosk import own_options
from jn_presenter.kiosk_folder import kiosk_folder, lock
from jn_presenter.model.options import KioskOptions
from jn_presenter.supervise import keeping
from jn_presenter.supervise.keeping import Kiosk


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Kiosk]:
    """What is to be kept running; nothing is."""
    found: list[Kiosk] = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(keeping, "keep_running", lambda kiosk, _echo: found.append(kiosk))
    return found


def test_the_supervisor_is_told_deck_folder_options_and_address(kept: list[Kiosk], tmp_path: Path) -> None:
    settings = tmp_path / "kiosk.yaml"
    settings.write_text("health:\n  address: 0.0.0.0\n  port: 8137\n", encoding="utf-8")
    assert main(["kiosk", str(tmp_path), "--settings", str(settings), "--lang", "en"]) == 0
    (kiosk,) = kept
    assert (kiosk.deck, kiosk.folder) == (str(tmp_path), kiosk_folder(str(tmp_path)))
    assert kiosk.health == ("0.0.0.0", 8137)
    assert kiosk.own == (f"--settings={settings}", "--lang=en")


def test_nothing_is_answered_where_the_owner_says_nothing(kept: list[Kiosk], tmp_path: Path) -> None:
    assert main(["kiosk", str(tmp_path)]) == 0
    assert kept[0].health is None
    assert kept[0].own == ()


def test_what_is_wrong_with_the_settings_is_said_and_the_kiosk_runs(
    kept: list[Kiosk], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "kiosk.yaml"
    settings.write_text("health:\n  port: many\nscreens: 2\n", encoding="utf-8")
    assert main(["kiosk", str(tmp_path), "--settings", str(settings)]) == 0
    assert "kiosk.yaml:2" in capsys.readouterr().err
    assert len(kept) == 1


def test_a_second_kiosk_of_a_deck_is_refused(
    kept: list[Kiosk], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = lock(kiosk_folder(str(tmp_path)))
    assert held is not None
    assert main(["kiosk", str(tmp_path)]) == 2
    assert "running already" in capsys.readouterr().err
    held.release()
    assert main(["kiosk", str(tmp_path)]) == 0
    assert main(["kiosk", str(tmp_path)]) == 0, "the lock is let go of"
    assert len(kept) == 2


def test_where_nothing_can_be_written_it_runs_all_the_same(kept: list[Kiosk], tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    assert main(["kiosk", str(tmp_path)]) == 0
    assert len(kept) == 1


def test_without_a_display_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setattr(cli_kiosk, "has_display", lambda: False)
    assert main(["kiosk"]) == 2
    assert "no display" in capsys.readouterr().err


def test_the_show_gets_every_option_of_the_owner() -> None:
    given = ["--settings=/k.yaml", "--lang=zh,en", "--style=day", "--screen=HDMI-1", "--windowed", "--no-animation"]
    options = parse(["kiosk", *given])
    assert isinstance(options, KioskOptions)
    assert sorted(own_options(options)) == sorted(given)
    again = parse(["kiosk", *own_options(options)])
    assert again == options
