"""What holds for every test: Qt offscreen with the bundled font alone, no real screen, no unexpected words in a log."""

import gc
import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from scripts.checks import NEEDABLE

# Before anything imports Qt, in this process and in those that tests start.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))
# A developer's own keys are no part of the tests.
os.environ["XDG_CONFIG_HOME"] = "/nonexistent"
# Nor are the journals and logs of his shows; what tests write of them goes with them.
WRITTEN = tempfile.TemporaryDirectory(prefix="jn-tests-")
os.environ["XDG_STATE_HOME"] = os.environ["XDG_DATA_HOME"] = os.environ["XDG_CACHE_HOME"] = WRITTEN.name
for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE"):
    os.environ.pop(name, None)

# How long an example takes is the machine's affair, and no test's.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

WITHOUT = "JN_TESTS_WITHOUT"
"""The commands, separated by commas, that `run.py test` could not install: the tests that need them are left out."""


def missing_commands() -> frozenset[str]:
    return frozenset(filter(None, os.environ.get(WITHOUT, "").split(",")))


def needed_commands(item: pytest.Item) -> frozenset[str]:
    return frozenset(command for mark in item.iter_markers("needs") for command in mark.args)


def pytest_report_header() -> list[str]:
    missing = ", ".join(sorted(missing_commands()))
    return [f"NOT RUN: the tests that need {missing}"] if missing else []


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if unknown := needed_commands(item) - NEEDABLE:
            raise pytest.UsageError(
                f"{item.nodeid} needs {', '.join(unknown)}, which scripts/checks.py does not install"
            )
    left_out = [item for item in items if needed_commands(item) & missing_commands()]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


class Unexpected(logging.Handler):
    """Keeps what is logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test, unless it takes `caplog` and so looks at the log itself."""
    handler = Unexpected()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if handler.records and "caplog" not in request.fixturenames:
        pytest.fail("\n".join(f"{r.levelname} {r.name}: {r.getMessage()}" for r in handler.records), pytrace=False)


def pytest_collection_finish() -> None:
    """From here on garbage is collected between tests and by this thread alone, as a show does.

    A window of the last test that a reading thread of the next one destroyed would spoil the memory of both.
    """
    gc.disable()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_runtest_logfinish() -> None:
    if "PySide6.QtCore" not in sys.modules:  # nothing of Qt could be destroyed, and the pure parts do without it
        return
    from jn_presenter.qt.garbage import due

    generation = due(gc.get_count())
    if generation >= 0:
        gc.collect(generation)
