"""How the editor's widgets look: the dark ground and the accent of the console, with room for fingers and eyes."""

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from jn_presenter.qt.fonts import FAMILY, QUOTES_FAMILY
from jn_presenter.qt.windows.dark import ACCENT, GROUND, HAIRLINE, PANEL, TONES

WORDS_PX, TEXT_PX = 14, 15
FIELD = f"background: {PANEL}; border-radius: 6px; padding: 2px 4px;"

SHEET = f"""
* {{ color: {TONES["ink"]}; }}
QMainWindow, QDialog, QMessageBox, QSplitter, QStatusBar, QToolBar {{ background: {GROUND}; }}
QToolBar {{ border: none; padding: 6px 8px; spacing: 4px; }}
QToolBar::separator {{ background: {HAIRLINE}; width: 1px; margin: 6px 4px; }}
QToolButton, QPushButton, QComboBox {{
    background: {PANEL}; border: 1px solid {HAIRLINE}; border-radius: 6px; padding: 6px 12px;
}}
QToolButton:hover, QPushButton:hover, QComboBox:hover {{ border-color: {ACCENT}; }}
QToolButton:disabled, QPushButton:disabled {{ color: #5c6975; background: {GROUND}; }}
QToolButton[popupMode="1"] {{ padding-right: 26px; }}
QToolButton::menu-button {{ border: none; width: 22px; }}
QToolButton#qt_toolbar_ext_button {{ padding: 0; background: {TONES["quiet"]}; }}
QMenu {{ background: {PANEL}; border: 1px solid {HAIRLINE}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px; }}
QMenu::item:selected {{ background: {HAIRLINE}; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox QAbstractItemView {{ background: {PANEL}; selection-background-color: {HAIRLINE}; }}
QLineEdit {{ background: {PANEL}; border: 1px solid {HAIRLINE}; border-radius: 6px; padding: 6px 8px; }}
QLineEdit:focus {{ border-color: {ACCENT}; }}
QPlainTextEdit, QTreeWidget, QListWidget {{ background: {GROUND}; border: 1px solid {HAIRLINE}; outline: none; }}
QTreeWidget::item, QListWidget::item {{ padding: 4px 2px; }}
QTreeWidget::item:selected, QListWidget::item:selected {{ background: {HAIRLINE}; }}
QListWidget#proposals {{ background: {PANEL}; border: 1px solid {ACCENT}; }}
QTabWidget::pane {{ border: none; }}
QTabBar::tab {{ background: {GROUND}; padding: 6px 16px; color: {TONES["quiet"]}; }}
QTabBar::tab {{ border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {TONES["ink"]}; border-bottom-color: {ACCENT}; }}
QSplitter::handle {{ background: {GROUND}; }}
QSplitter::handle:horizontal {{ width: 8px; }}
QSplitter::handle:vertical {{ height: 8px; }}
QWidget#bar {{ background: {PANEL}; border: 1px solid {TONES["amber"]}; border-radius: 6px; }}
QPlainTextEdit#field:focus {{ border-color: {ACCENT}; }}
QScrollArea#form, QWidget#page {{ background: {GROUND}; border: none; }}
QLabel#heading {{ font-size: 16px; font-weight: bold; padding-top: 6px; }}
QLabel#name {{ font-weight: bold; }}
QLabel#quiet {{ color: {TONES["quiet"]}; }}
QLabel#refused {{ color: {TONES["red"]}; }}
QLabel#kind {{ color: {TONES["quiet"]}; border: 1px solid {HAIRLINE}; border-radius: 4px; padding: 1px 8px; }}
QLabel#target {{ color: {TONES["amber"]}; border: 1px solid {TONES["amber"]}; border-radius: 4px; padding: 1px 8px; }}
QFrame#fact {{ border: 1px solid {HAIRLINE}; border-radius: 8px; }}
QTableView {{ background: {GROUND}; border: 1px solid {HAIRLINE}; gridline-color: {HAIRLINE}; outline: none; }}
QTableView::item:selected {{ background: {HAIRLINE}; color: {TONES["ink"]}; }}
QTableView::item {{ padding: 0 6px; }}
QHeaderView {{ background: {GROUND}; border: none; }}
QTableView QLineEdit {{ border-radius: 0; padding: 0 4px; }}
QHeaderView::section, QTableCornerButton::section {{
    background: {PANEL}; border: none; padding: 4px 8px;
    border-right: 1px solid {HAIRLINE}; border-bottom: 1px solid {HAIRLINE};
}}
QToolTip {{ background: {PANEL}; color: {TONES["ink"]}; border: 1px solid {HAIRLINE}; padding: 4px; }}
QScrollBar:vertical {{ background: {GROUND}; width: 12px; }}
QScrollBar::handle:vertical {{ background: {HAIRLINE}; border-radius: 6px; min-height: 24px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
"""


def sheet(language: str) -> str:
    """The style sheet of a window whose words are in this language: quotes are as wide as it has them.

    Files stand in letters of one width, as the system has them, and their Chinese in ours: a style sheet knows but one
    family, so that ours is made known as what stands in for it.
    """
    families = [FAMILY] if language.startswith("zh") else [QUOTES_FAMILY, FAMILY]
    fixed = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)).family()
    QFont.insertSubstitution(fixed, FAMILY)
    words = f"* {{ font: {WORDS_PX}px {', '.join(map(repr, families))}; }}"
    written = f"QPlainTextEdit#field {{ font: {TEXT_PX}px {', '.join(map(repr, families))}; {FIELD} }}"
    return f"{words}\n{SHEET}\nQPlainTextEdit {{ font: {TEXT_PX}px {fixed!r}; }}\n{written}"
