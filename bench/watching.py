"""The floor of live data: a bare window that reads a table as soon as Qt says that its file changed, and paints it.

`python -m bench.watching FILE` shows marker 1 and bars of the table's last column. It waits for no quiet and animates
nothing; what cannot be read, as it is still being written, is told again once it is whole.
"""

import csv
import sys
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from python_calamine import CalamineError, CalamineWorkbook

from bench import marker

PAPER, BAR = "#f7f5ef", "#2c6aa8"


def figures(path: Path) -> list[float]:
    """The last column below its name. Raises OSError, ValueError and CalamineError for what is no such table."""
    if path.suffix == ".xlsx":
        return [float(str(row[-1])) for row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1:]]
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [float(row[-1]) for row in list(csv.reader(file))[1:]]


class Watching(QWidget):
    """A bar a figure of the file, from the left edge on."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._path = path
        self._figures = figures(path)
        self._watcher = QFileSystemWatcher([str(path), str(path.parent)], self)
        self._watcher.fileChanged.connect(self.look)
        self._watcher.directoryChanged.connect(self.look)

    def look(self) -> None:
        if not self._watcher.files() and self._path.exists():
            self._watcher.addPath(str(self._path))
        try:
            found = figures(self._path)
        except (OSError, ValueError, IndexError, CalamineError):
            return
        if found and found != self._figures:
            self._figures = found
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(PAPER))
        pitch = self.height() / 2 / len(self._figures)
        for k, figure in enumerate(self._figures):
            painter.fillRect(200, round(200 + k * pitch), round(10 * figure), round(pitch * 0.7), QColor(BAR))
        x, y, wide, high = (round(side) for side in marker.box(self.width(), self.height()))
        painter.fillRect(x, y, wide, high, QColor(marker.hex_colour(1)))
        painter.end()


def main() -> int:
    """Show the file until the process is ended."""
    application = QApplication(sys.argv[:1])
    window = Watching(Path(sys.argv[1]))
    window.showFullScreen()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
