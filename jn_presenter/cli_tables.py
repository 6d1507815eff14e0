"""The commands `facts` and `texts`: a workbook to edit in Excel, what was changed in it, and on which slides."""

import errno
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jn_presenter import durable
from jn_presenter.edit.changes import Edit
from jn_presenter.edit.document import opened
from jn_presenter.edit.saving import Folder, save
from jn_presenter.load import Loaded, load_deck
from jn_presenter.load.deck import with_unsaved
from jn_presenter.load.index import FACTS
from jn_presenter.model.counting import counted
from jn_presenter.model.options import OptionError, TableOptions
from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Message
from jn_presenter.paths import checkout, shipped_slides
from jn_presenter.problem_text import problem_text
from jn_presenter.surroundings import without_qt
from jn_presenter.tables import (
    Effect,
    Remark,
    TableError,
    Taken,
    effects,
    exported_facts,
    exported_texts,
    taken_facts,
    taken_texts,
)
from jn_presenter.tables.blame import blamed
from jn_presenter.tables.listing import listing
from jn_presenter.terminal import Progress, has_colour, language, say, worded

if TYPE_CHECKING:
    from jn_presenter.model.element import Measure

DONE, LEFT = 0, 1
MOST_BYTES = 64 << 20
LOCKS = ("~${name}", ".~lock.{name}#")
"""What Excel, WPS and LibreOffice keep beside a file that is open in them."""
HEADS = {"zh": ("单元格", "哪里", "原来", "改为"), "en": ("cell", "where", "before", "after")}


def run(options: TableOptions) -> int:
    """Export, or show what would change and perhaps write it; the exit code. Raises OptionError and DeckError."""
    loaded = load_deck(options.deck)
    return _export(options, loaded) if options.output else _import(options, loaded)


def _export(options: TableOptions, loaded: Loaded) -> int:
    output = Path(options.output)
    if output.exists():
        raise OptionError(
            Message(
                f"{output} 已存在，没有覆盖，里面可能有改动；请换个名字或先移走",
                f"{output} is there already and may have been edited; use another name, or move it away",
            )
        )
    content = _exported(options, loaded)
    try:
        durable.replace(output, content)
    except OSError as error:
        raise _unwritable(error, output) from error
    broken = len(loaded.deck.order) - len(loaded.deck.slides)
    if broken:
        say(Message(f"有错的 {broken} 页也在表里，但没有字数上限", f"{broken} broken slides are in it without limits"))
    line = f"jn-presenter {options.what} {_named(options)}--from {_quoted(output.name)}"
    say(Message(f"改好保存后：{line}", f"once it is edited and saved: {line}"))
    print(output)
    return DONE


def _named(options: TableOptions) -> str:
    """The deck as it has to be named again."""
    return "" if Path(options.deck) == shipped_slides() else _quoted(options.deck) + " "


def _quoted(words: str) -> str:
    return f'"{words}"' if " " in words else words


def _exported(options: TableOptions, loaded: Loaded) -> bytes:
    folder = Folder(options.deck)
    if options.what == "texts":
        return exported_texts(loaded.deck, folder.read)
    data = folder.state(FACTS)
    document = opened(FACTS, data) if isinstance(data, bytes) else None
    if document is None:
        raise OptionError(
            Message(f"没有能读的 {FACTS}，请先运行 check", f"there is no {FACTS} that can be read; run check first")
        )
    return exported_facts(loaded.deck, document)


def _import(options: TableOptions, loaded: Loaded) -> int:
    taken = _taken(options, loaded)
    after = with_unsaved(loaded, {change.file: change.after for change in taken.edit.changes})
    faults = _news(loaded, after)
    changed = effects(loaded.deck, after.deck)
    _show(taken, changed)
    for remark in taken.remarks:
        _tell(remark)
    for problem in faults:
        print(problem_text(problem, language(), colour=has_colour(sys.stderr)), file=sys.stderr)
        if cells := blamed(problem, taken):
            print(f"  = {', '.join(cells)}", file=sys.stderr)
        print(file=sys.stderr)
    if options.preview and changed:
        _preview(options, loaded, after, changed)
    if any(problem.severity == "error" for problem in faults):
        say(Message("这样改会出错，什么都没有写", "this would break the briefing; nothing was written"))
        return LEFT
    if options.write and taken.edit.changes:
        _write(options, taken.edit)
    elif taken.edit.changes:
        say(Message("以上还没有写入；确认后加上 --write", "nothing is written yet; add --write to do it"))
    if taken.left:
        say(
            Message(
                f"表里有 {taken.left} 处没有读，见上",
                f"{counted(taken.left, 'cell')} of the table not taken, see above",
            )
        )
    return LEFT if taken.left else DONE


def _taken(options: TableOptions, loaded: Loaded) -> Taken:
    source, folder = Path(options.source), Folder(options.deck)
    _say_open(source)
    try:
        data = durable.read(source, MOST_BYTES)
    except OSError as error:
        raise _unreadable(error, source) from error
    languages = loaded.deck.briefing.languages
    try:
        if options.what == "facts":
            return taken_facts(data, folder.read, languages, loaded.deck.facts)
        return taken_texts(data, folder.read, loaded.deck)
    except TableError as error:
        zh, en = (f"{one}；" if one else "" for one in (error.message.zh, error.message.en))
        raise OptionError(
            Message(f"{source.name}：{zh}{error.hint.zh}", f"{source.name}: {en.replace('；', '; ')}{error.hint.en}")
        ) from error


def _say_open(source: Path) -> None:
    """What is typed in Excel is in no file before it is saved, and nobody shall wonder where it went."""
    if any(source.with_name(lock.format(name=source.name)).exists() for lock in LOCKS):
        say(
            Message(
                f"{source.name} 正在别的程序里打开，读的是上次保存的内容",
                f"{source.name} is open elsewhere; what was saved last is read",
            )
        )


def _news(before: Loaded, after: Loaded) -> tuple[Problem, ...]:
    """What is wrong afterwards and was not before, wherever the lines have gone."""
    known = {(one.file, one.slide, one.code, one.message) for one in before.problems}
    return tuple(one for one in after.problems if (one.file, one.slide, one.code, one.message) not in known)


def _show(taken: Taken, changed: tuple[Effect, ...]) -> None:
    """On stdout the table of changes and the slides that they are seen on."""
    if not taken.told:
        print(worded(Message("没有改动", "no change")))
        return
    reader = language()
    width = shutil.get_terminal_size((120, 24)).columns
    for line in listing(taken.told, HEADS["zh" if reader == "zh" else "en"], reader, width):
        print(line)
    count = len(taken.told)
    print()
    print(
        worded(
            Message(
                f"{count} 处改动，{len(changed)} 页会变：",
                f"{counted(count, 'change')}, slides that change: {len(changed)}",
            )
        )
    )
    for one in changed:
        print(f"  {one.number:>3}  {one.slide}  {_seen(one).in_language(reader)}")


def _seen(effect: Effect) -> Message:
    if effect.picture and effect.notes:
        return Message("画面、讲稿", "picture and notes")
    return Message("画面", "picture") if effect.picture else Message("讲稿", "notes")


def _tell(remark: Remark) -> None:
    """On stderr what was not taken, and what to do."""
    reader = language()
    place = f" ({remark.place})" if remark.place else ""
    print(f"{remark.cell}{place}: {remark.message.in_language(reader)}", file=sys.stderr)
    if hint := remark.hint.in_language(reader):
        print(f"  = {hint}", file=sys.stderr)


def _preview(options: TableOptions, before: Loaded, after: Loaded, changed: tuple[Effect, ...]) -> None:
    from jn_presenter.choices import chosen_style
    from jn_presenter.load.snapshots import read_snapshots

    measure = _measure()
    from jn_presenter.export.side_by_side import Sides, export_sides

    slides = tuple(one.slide for one in changed if one.picture and one.slide in after.deck.slides)
    sides = Sides(
        before=before.deck,
        after=after.deck,
        style=chosen_style("", after.deck),
        measure=measure,
        old_data=read_snapshots(before.deck, slides),
        new_data=read_snapshots(after.deck, slides),
    )
    folder = Path(options.preview)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with Progress(Message("画对照图", "drawing before and after")) as progress:
            files = export_sides(sides, slides, after.deck.briefing.languages, folder)
            made = tuple(progress.over(files, len(slides)))
    except OSError as error:
        raise _unwritable(error, folder) from error
    for one in made:
        if one.overflows:
            where = f"{one.slide} ({one.language})"
            say(Message(f"{where} 放不下，请写短些", f"{where} does not fit; make it shorter"))
    count, names = len(made), {one.file for one in made}
    if any(file not in names for file in folder.glob("*.png")):
        say(Message("文件夹里还有别的图片，不是这一次的", "the folder has other pictures too, not of this time"))
    say(Message(f"{count} 张前后对照图在 {folder}", f"{counted(count, 'picture')} of before and after in {folder}"))


def _measure() -> "Measure":
    try:
        from jn_presenter.qt.offscreen import application

        return application()
    except ImportError as error:
        raise without_qt(error) from error


def _write(options: TableOptions, edit: Edit) -> None:
    """All of it or nothing. Raises OptionError."""
    if checkout() is None and Path(options.deck) == shipped_slides():
        raise OptionError(
            Message(
                "自带的汇报装在程序里，不宜改动；请写明您的汇报文件夹",
                "the shipped briefing is a part of the installed program; name your own",
            )
        )
    if (refusal := save(Folder(options.deck), edit)) is not None:
        zh, en = refusal.why.zh, refusal.why.en
        hint = refusal.hint
        raise OptionError(Message(f"{zh}；{hint.zh}" if hint.zh else zh, f"{en}; {hint.en}" if hint.en else en))
    count = len(edit.changes)
    say(Message(f"已写入 {count} 个文件", f"{counted(count, 'file')} written"))
    for file in edit.files:
        print(f"  {file}", file=sys.stderr)


def _unreadable(error: OSError, source: Path) -> OptionError:
    if isinstance(error, FileNotFoundError):
        return OptionError(Message(f"没有文件 {source}", f"there is no file {source}"))
    if error.errno == errno.EFBIG:
        return OptionError(Message(f"{source.name} 太大，不是这样的表", f"{source.name} is too large for such a table"))
    reason = error.strerror or type(error).__name__
    return OptionError(
        Message(
            f"{source} 读不出来（{reason}）；若正在 Excel 里打开，请先关闭",
            f"{source} cannot be read ({reason}); if it is open in Excel, close it there",
        )
    )


def _unwritable(error: OSError, output: Path) -> OptionError:
    reason = error.strerror or type(error).__name__
    return OptionError(
        Message(
            f"无法写入 {output}（{reason}）；检查文件夹是否只读、磁盘是否已满，或换个位置",
            f"cannot write {output} ({reason}); see whether the folder is read-only or the disk full, or name another",
        )
    )
