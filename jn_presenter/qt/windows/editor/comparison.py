"""Before and after: the slides that look otherwise than when they were saved, or when the window was opened."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from jn_presenter import durable
from jn_presenter.compose import FittedSlide
from jn_presenter.load import with_unsaved
from jn_presenter.model.element import Measure
from jn_presenter.model.text import Message
from jn_presenter.qt.windows.editor import wording
from jn_presenter.qt.windows.editor.pair_view import PairView
from jn_presenter.qt.windows.editor.pairs import Pair, Pairs, file_names
from jn_presenter.qt.windows.editor.preview import Preview
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.qt.windows.editor.titles import title_of
from jn_presenter.qt.windows.editor.wording import picked

PAUSE_MS = 400
"""How long a pause in editing is before the slides are compared anew."""
TURN_MS = 20
PAIR = Qt.ItemDataRole.UserRole
SAVED, OPENED = range(2)


class Comparison(QDialog):
    """A list of the slides that look otherwise, both states of the one chosen, and a button that makes files of all."""

    def __init__(self, session: Session, preview: Preview, measure: Measure, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._preview, self._measure, self._language = session, preview, measure, language
        self._pairs: Pairs | None = None
        self._running: Iterator[Pair | None] = iter(())
        self._writing: Iterator[tuple[Path, FittedSlide]] = iter(())
        self._written = 0
        self.setWindowTitle(self._say(wording.COMPARE).rstrip("…"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.since, self.ways = QComboBox(self), QComboBox(self)
        for words in (wording.SINCE_SAVED, wording.SINCE_OPENED):
            self.since.addItem(self._say(words))
        self.ways.addItem(self._say(wording.BESIDE), "beside")
        self.ways.addItem(self._say(wording.LINE), "line")
        self.holding, self.keeping = (
            QPushButton(self._say(wording.HOLD), self),
            QPushButton(self._say(wording.KEEP), self),
        )
        for button in (self.holding, self.keeping):
            button.setAutoDefault(False)
        self.list, self.view, self.told = QListWidget(self), PairView(language, self), QLabel(self)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout()
        for widget in (self.since, self.ways, self.holding):
            row.addWidget(widget)
        row.addWidget(self.told, 1)
        row.addWidget(self.keeping)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.addWidget(self.list)
        panes.addWidget(self.view)
        panes.setSizes([260, 940])
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(panes, 1)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.begin)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)
        self._file = QTimer(self, interval=0)
        self._file.timeout.connect(self._write_one)
        self.since.activated.connect(self.begin)
        self.ways.activated.connect(lambda _row: self.view.show_way(self.ways.currentData()))
        self.holding.pressed.connect(lambda: self.view.hold(True))
        self.holding.released.connect(lambda: self.view.hold(False))
        self.keeping.clicked.connect(self._ask_where)
        self.list.currentItemChanged.connect(self._on_chosen)
        session.store.deck_changed.connect(self._on_deck)
        self.resize(1240, 640)

    @property
    def changed(self) -> tuple[Pair, ...]:
        """The slides that look otherwise, as far as they are compared."""
        pairs = (self.list.item(row).data(PAIR) for row in range(self.list.count()))
        return tuple(pair for pair in pairs if pair is not None)

    def open(self) -> None:
        """Show what is otherwise now."""
        self.begin()
        self.show()
        self.raise_()
        self.activateWindow()

    def begin(self) -> None:
        """Compare all slides anew, the one looked at first chosen."""
        self._pause.stop()
        session = self._session
        loaded, work = session.store.loaded, session.work
        said = work.opened if self.since.currentIndex() == OPENED else {}
        before = with_unsaved(loaded, said)
        self._pairs = Pairs(before.deck, loaded.deck, self._preview.manner, self._measure, session.store.snapshots)
        self._running = self._pairs.changed()
        self.list.clear()
        self.view.show_pair(None, None)
        self.keeping.setEnabled(False)
        self.told.setText(self._say(wording.COMPARED))
        self._turn.start()

    def keep(self, folder: Path) -> None:
        """Make files of all that is otherwise, two a slide."""
        order = self._session.store.deck.order
        numbers = {name: number for number, name in enumerate(order, 1)}
        files = [
            (folder / name, fitted)
            for pair in self.changed
            for name, fitted in file_names(pair, numbers.get(pair.slide, len(order) + 1)).items()
        ]
        self._writing, self._written = iter(files), 0
        self._file.start()

    def _go_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        for pair in self._running:
            if pair is not None:
                self._add(pair)
            if clock.elapsed() >= TURN_MS:
                return
        self._turn.stop()
        self._finish()

    def _add(self, pair: Pair) -> None:
        state = wording.IS_NEW if pair.before is None else wording.IS_GONE if pair.after is None else None
        title = title_of(self._session.store.deck, pair.slide, self._language)
        item = QListWidgetItem(f"{title}（{self._say(state)}）" if state is not None else title)
        item.setToolTip(pair.slide)
        item.setData(PAIR, pair)
        self.list.addItem(item)
        if pair.slide == self._session.slide or self.list.count() == 1:
            self.list.setCurrentItem(item)

    def _finish(self) -> None:
        """Say how many; the slide looked at is shown even where it is as it was, and that is said."""
        changed, slide = self.changed, self._session.slide
        if all(pair.slide != slide for pair in changed):
            title = title_of(self._session.store.deck, slide, self._language)
            item = QListWidgetItem(f"{title}（{self._say(wording.UNCHANGED)}）")
            item.setToolTip(slide)
            self.list.addItem(item)
            if not changed:
                self.list.setCurrentItem(item)
        count = Message(f"{len(changed)} 页有变化", f"changed slides: {len(changed)}")
        self.told.setText(self._say(count if changed else wording.ALL_UNCHANGED))
        self.keeping.setEnabled(bool(changed))

    def _on_chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is None or self._pairs is None:
            return
        self.view.show_pair(self._pairs, item.data(PAIR) or self._pairs.pair(item.toolTip()))

    def _on_deck(self) -> None:
        if self.isVisible():
            self._pause.start()

    def _ask_where(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._say(wording.KEEP_WHERE))
        if folder:
            self.keep(Path(folder))

    def _write_one(self) -> None:
        file = next(self._writing, None)
        if file is None or self._pairs is None:
            self._file.stop()
            words = Message(f"已存 {self._written} 张图片", f"{self._written} pictures saved")
            self.told.setText(self._say(words))
            return
        path, fitted = file
        try:
            durable.replace(path, self._pairs.file(fitted))
        except OSError as error:
            self._file.stop()
            why = error.strerror or str(error)
            self.told.setText(self._say(Message(f"{path} 写不进去：{why}", f"{path} cannot be written: {why}")))
        else:
            self._written += 1

    def _say(self, message: Message) -> str:
        return picked(message, self._language)
