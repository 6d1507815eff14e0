"""The pictures of docs/editing.md: each is a function of a desk, under the picture's name."""

from collections.abc import Callable
from functools import reduce

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QWidget

from jn_presenter.edit.drafts import Draft, keep
from jn_presenter.qt.windows.editor.form_inputs import Line
from scripts.editing import first_yaml
from scripts.editing.desk import DRAFTS, Desk
from scripts.editing.lessons import FIGURE, GREEN, OTHER_FIGURE, REFERENCE, WIDE_COLON, WORD
from scripts.editing.marking import TIGHT, Spot, marked

WIDTH, HEIGHT = 1300, 720
TEXT_WIDTHS = (180, 650, 450)
"""Where the text is what is looked at."""
ABOVE = 10
"""Lines of a text that are scrolled away, so that there is room below."""
BELOW = 240
"""Px that are seen below a figure."""
MOST_TURNS = 300
"""Until all slides of the briefing are compared."""
Draw = Callable[[Desk], QImage]


def window(desk: Desk) -> QImage:
    """The whole window, its parts numbered."""
    desk.open(WIDTH, HEIGHT, form=True)
    editor = desk.window
    parts = (editor.outline, editor.tabs, editor.preview, editor.problems, editor.actions_bar)
    areas = [_inside(desk.of(part)) for part in parts]
    return marked(desk.picture(), tuple(Spot(area, k) for k, area in enumerate(areas, 1)))


def pointed(desk: Desk) -> QImage:
    """A part of the slide was clicked: the cursor is at its line."""
    desk.open(WIDTH, HEIGHT, widths=TEXT_WIDTHS)
    desk.window.preview.pointed.emit("chart")
    desk.settle()
    spots = (Spot(desk.element("chart"), 1), Spot(desk.found("type: bar"), 2, desk.beside("type: bar"), TIGHT))
    return marked(desk.picture(), spots, _right_of_outline(desk))


def fact(desk: Desk) -> QImage:
    """A reference in the text and the figure that stands for it on the slide."""
    desk.open(WIDTH, HEIGHT, widths=TEXT_WIDTHS)
    nth = ("zh", "en").index(desk.language)
    spots = (
        Spot(desk.found(REFERENCE, nth), 1, desk.beside(REFERENCE, nth), TIGHT),
        Spot(desk.element("title"), 2),
    )
    return marked(desk.picture(), spots, _right_of_outline(desk, 460))


def outline(desk: Desk) -> QImage:
    """The list of slides and the buttons for whole slides."""
    desk.open(WIDTH, HEIGHT)
    editor = desk.window
    bar = editor.actions_bar
    actions = (editor.beginning.action, bar.duplicate, bar.delete, bar.undo)
    buttons = [desk.of(bar.widgetForAction(action)) for action in actions]
    index = editor.outline.currentIndex()
    editor.outline.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
    desk.settle()
    row = desk.row(editor.outline, editor.outline.visualRect(index))
    spots = tuple(Spot(area, k) for k, area in enumerate((row, *buttons), 1))
    return marked(desk.picture(), spots, QRect(0, 0, 740, 560))


def new_slide(desk: Desk) -> QImage:
    """What asks for a new slide."""
    desk.open(WIDTH, HEIGHT)
    chooser = desk.window.beginning.slide()
    zh = desk.language == "zh"
    chooser.title.setText("机器人产业" if zh else "Robots")
    chooser.title.textEdited.emit(chooser.title.text())
    chooser.choose("chart-right")
    chooser.show()
    desk.settle()
    desk.settle()
    item = chooser.layouts.currentItem()
    view = chooser.layouts
    area = view.visualItemRect(item).translated(view.viewport().mapTo(chooser, QPoint(0, 0)))
    picture = marked(chooser.grab(), (Spot(area, 1), Spot(_in(chooser, chooser.title), 2)))
    chooser.close()
    return picture


def problem(desk: Desk) -> QImage:
    """A line that cannot be read: the wave, the word about it, and the last good picture."""
    desk.open(WIDTH, HEIGHT)
    desk.replace("title:\n", WIDE_COLON)
    editor = desk.window
    row = desk.row(editor.problems, editor.problems.visualItemRect(editor.problems.item(0)))
    spots = (
        Spot(desk.found("title："), 1, desk.beside("title："), TIGHT),
        Spot(row, 2, around=0),
        Spot(desk.of(editor.mending.mend), 3, around=TIGHT),
    )
    return marked(desk.picture(), spots)


def form(desk: Desk) -> QImage:
    """Words of the form, the same words on the slide, and where they are saved."""
    desk.open(WIDTH, HEIGHT, form=True)
    path = f"title.{desk.language}"
    desk.fill(path, *WORD[desk.language])
    bar = desk.window.actions_bar
    save = bar.widgetForAction(bar.save)
    spots = (
        Spot(desk.of(desk.place(path)), 1, around=TIGHT),
        Spot(desk.element("title"), 2),
        Spot(desk.of(save), 3, around=TIGHT),
    )
    return marked(desk.picture(), spots)


def facts(desk: Desk) -> QImage:
    """A figure of the form, and the slide with it."""
    desk.session.go(GREEN)
    desk.open(WIDTH, HEIGHT, form=True)
    field = next(one for one in desk.window.form.findChildren(Line) if one.text() == FIGURE)
    desk.fill(field.field.path, FIGURE, OTHER_FIGURE)
    desk.window.form.ensureWidgetVisible(field, 0, BELOW)
    desk.settle()
    spots = (
        Spot(desk.of(field), 1, around=TIGHT),
        Spot(desk.element("title"), 2),
        Spot(desk.element("chart"), 2),
    )
    return marked(desk.picture(), spots, _right_of_outline(desk))


def compare(desk: Desk) -> QImage:
    """The slide before and after."""
    desk.session.go(GREEN)
    desk.open(WIDTH, HEIGHT)
    desk.session.look("facts.yaml")
    desk.settle()
    text = desk.code.text
    at = text.index(f"value: {FIGURE}", text.index("id: green-coverage"))
    desk.session.type(text[:at] + f"value: {OTHER_FIGURE}" + text[at + len(f"value: {FIGURE}") :])
    desk.settle()
    desk.session.go(GREEN)
    shown = desk.window.comparing.window
    shown.resize(WIDTH, 420)
    shown.open()
    for _ in range(MOST_TURNS):
        if shown.keeping.isEnabled():
            break
        desk.settle()
    rows = (shown.list.visualItemRect(shown.list.item(row)) for row in range(shown.list.count()))
    listed = reduce(QRect.united, rows).translated(shown.list.viewport().mapTo(shown, QPoint(0, 0)))
    image = marked(
        shown.grab(), (Spot(listed, 1, listed.bottomRight()), Spot(_in(shown, shown.holding), 2, around=TIGHT))
    )
    shown.close()
    return image


def complete(desk: Desk) -> QImage:
    """What may be typed at the cursor."""
    desk.open(WIDTH, HEIGHT, widths=TEXT_WIDTHS)
    desk.replace("  type: bar\n", "  type: \n")
    desk.code.to(desk.code.text.index("  type: \n") + len("  type: "))
    desk.code.verticalScrollBar().setValue(ABOVE)
    desk.window.completing.ask()
    desk.settle()
    return marked(desk.picture(), (Spot(desk.of(desk.window.completing.list)),), _right_of_outline(desk))


def clash(desk: Desk) -> QImage:
    """The file was changed elsewhere, and has unsaved edits here."""
    desk.open(WIDTH, HEIGHT)
    desk.replace("minutes: 1.25", "minutes: 2")
    file = desk.folder / desk.session.file
    text = file.read_text("utf-8").replace("depth: core", "depth: standard")
    file.write_text(text, "utf-8")
    desk.session.clashes.look((desk.session.file,))
    desk.settle()
    return marked(desk.picture(), (Spot(desk.of(desk.window.bar)),), QRect(0, 0, WIDTH, 330))


def drafts(desk: Desk) -> QImage:
    """What was not saved the last time."""
    file = desk.session.file
    saved = (desk.folder / file).read_bytes()
    keep(desk.state / DRAFTS, (Draft(file, saved, saved.replace(b"minutes: 1.25", b"minutes: 2")),))
    desk.open(WIDTH, HEIGHT)
    desk.window.offer_drafts()
    desk.settle()
    return marked(desk.picture(), (Spot(desk.of(desk.window.bar)),), QRect(0, 0, WIDTH, 330))


PICTURES: dict[str, Draw] = {
    "window": window,
    "pointed": pointed,
    "fact": fact,
    "form": form,
    "facts": facts,
    "compare": compare,
    "outline": outline,
    "new-slide": new_slide,
    "problem": problem,
    "complete": complete,
    "clash": clash,
    "drafts": drafts,
    "yaml-colon": first_yaml.colon,
    "yaml-dash": first_yaml.dash,
    "yaml-indent": first_yaml.indent,
    "yaml-quote": first_yaml.quote,
}


def _in(window: QWidget, widget: QWidget) -> QRect:
    """Where a widget stands in a window of its own."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _inside(area: QRect) -> QRect:
    """Frames of neighbours do not cover each other."""
    return area.adjusted(8, 8, -8, -8)


def _right_of_outline(desk: Desk, height: int = HEIGHT) -> QRect:
    tabs = desk.of(desk.window.tabs)
    return QRect(tabs.left() - 4, tabs.top(), WIDTH - tabs.left() + 4, min(height - tabs.top(), tabs.height()))
