"""What the start of a show does not pay for."""

import subprocess
import sys

WATCH = """
import linecache, sys
import jn_presenter.qt
read = linecache.getlines
def getlines(filename, *rest):
    print(filename)
    return read(filename, *rest)
linecache.getlines = linecache.updatecache = getlines
import jn_presenter.qt.app
"""


def test_importing_the_program_reads_no_source_into_memory() -> None:
    """PySide does, where its hook is left alone; the hook is private, so a new version may bring it back."""
    run = subprocess.run([sys.executable, "-c", WATCH], capture_output=True, text=True, check=True)
    assert run.stdout == ""


def test_a_show_starts_without_what_it_does_not_need() -> None:
    heavy = {"pyqtgraph", "numpy", "wakepy", "difflib", "dataclasses", "PySide6.QtSvg", "PySide6.QtNetwork"}
    later = {"qt.journal", "qt.recorder", "qt.windows.pointing", "show.commands", "show.keys"}
    later |= {"show.journal", "show.visitlog"}
    later |= {"answer", "draw.callout", "draw.dataset", "draw.entries", "qt.scene.plot_fills", "load.keys", "show.find"}
    heavy |= {f"jn_presenter.{name}" for name in later}
    code = f"import sys, jn_presenter.cli, jn_presenter.qt.app; print(sorted({heavy} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_show_without_guests_pays_nothing_for_visits() -> None:
    visits = {"visiting", "show.visiting", "show.visits", "load.visits", "load.people", "load.making_out", "draw.names"}
    names = {f"jn_presenter.{name}" for name in visits}
    code = (
        "import sys, jn_presenter.cli\n"
        "from jn_presenter.model.options import PresentOptions\n"
        "from jn_presenter.qt.app import first_slides\n"
        "from jn_presenter.load import load_index, watched\n"
        "from jn_presenter.paths import shipped_slides\n"
        "from jn_presenter.show.state import initial\n"
        "loaded = first_slides(load_index(shipped_slides()), PresentOptions(deck=str(shipped_slides())))\n"
        "initial(loaded.deck), watched(loaded)\n"
        f"print(sorted({names} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.strip() == "[]"


def test_an_editor_starts_without_what_it_does_not_need() -> None:
    heavy = {
        "pyqtgraph",
        "numpy",
        "pypinyin",
        "segno",
        "difflib",
        "xlsxwriter",
        "pptx",
        "PySide6.QtSvg",
        "PySide6.QtNetwork",
    }
    code = f"import sys, jn_presenter.cli, jn_presenter.qt.editor_app; print(sorted({heavy} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.strip() == "[]"
