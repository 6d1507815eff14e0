"""Qt runs off every screen, whatever the environment says, and a missing library is an error rather than an abort."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jn_presenter.qt.offscreen import application, require

PLATFORM = """
from PySide6.QtGui import QGuiApplication
from jn_presenter.model.style import Font
from jn_presenter.qt.offscreen import application
print(application().advance("江宁", Font(36.0)), QGuiApplication.platformName())
"""


def test_neither_display_nor_another_platform_matters() -> None:
    environ = os.environ | {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4711"}
    done = subprocess.run([sys.executable, "-c", PLATFORM], env=environ, capture_output=True, text=True, check=True)
    assert done.stdout == "72.0 offscreen\n"
    assert done.stderr == ""


def test_an_application_that_runs_is_used(qapp: object) -> None:
    assert application() is application()


def test_a_plugin_whose_libraries_are_missing_raises_instead_of_ending_the_process(tmp_path: Path) -> None:
    with pytest.raises(ImportError, match=r"libqoffscreen\.so"):
        require(tmp_path / "libqoffscreen.so")
