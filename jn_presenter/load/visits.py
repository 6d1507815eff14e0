"""visits/<id>.yaml: who comes, and what they are to see. What is wrong in it is left out, and said; but without the
delegation's name there is no visit, since a wrong name is worse than none.

- `visit_file(folder, given)`: the file that a visit's id or a path means, as files are named in Sources.
- `visits_of(folder)`: the ids of the visits there are.
- `read_visit(file, context, themes, order)`: the visit, its problems and places; raises VisitError.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any

from msgspec import Struct

from jn_presenter.load.convert import fields, mapping
from jn_presenter.load.errors import VisitError
from jn_presenter.load.indexing import Indexing
from jn_presenter.load.keyed import not_a_mapping
from jn_presenter.load.logos import logo
from jn_presenter.load.nodes import Mapping as MappingNode
from jn_presenter.load.nodes import Node, Scalar, Sequence
from jn_presenter.load.people import Convert, converted, naming, people, somebody
from jn_presenter.load.questions import asked
from jn_presenter.load.reading import BAD, Bad, Context, Reading
from jn_presenter.load.slips.suggest import hint
from jn_presenter.load.sources import Places
from jn_presenter.load.words import no_list, present, wrong_kind
from jn_presenter.model.language import serving
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.model.text import Message
from jn_presenter.model.visit import Visit

FOLDER = "visits"


def visit_file(folder: str, given: str) -> str:
    """The file of a visit, by its path from the deck's folder where it is inside, else by its absolute path.

    given: the visit's id, which is its file's name without the ending, or the path of a file, seen from here or from
    the deck's folder.
    """
    if given == PurePath(given).name and not given.endswith((".yaml", ".yml")):
        return f"{FOLDER}/{given}.yaml"
    folder = os.path.abspath(folder)  # noqa: PTH100  # as all paths of a deck, a string
    here, there = os.path.abspath(given), os.path.join(folder, given)  # noqa: PTH100, PTH118
    path = there if not os.path.exists(here) and os.path.exists(there) else here  # noqa: PTH110
    inside = os.path.relpath(path, folder) if _same_drive(path, folder) else ".."
    return path if inside.startswith("..") else inside.replace(os.sep, "/")


def visit_id(file: str) -> str:
    """What names the visit of a file, and finds it again."""
    folder, _, name = file.rpartition("/")
    return name.removesuffix(".yaml") if folder == FOLDER else file


def visits_of(folder: str) -> tuple[str, ...]:
    """The ids of the visits in the deck's folder, sorted; whether they can be read is not looked at."""
    try:
        names = sorted(os.listdir(os.path.join(folder, FOLDER)))  # noqa: PTH118, PTH208
    except OSError:
        return ()
    return tuple(
        name[:-5] for name in names if name.endswith(".yaml") and not name.startswith(".") and name != "theme.yaml"
    )


class Read(Struct, frozen=True, kw_only=True):
    """A visit as its file says it, what is wrong there, and where its values stand."""

    visit: Visit
    problems: tuple[Problem, ...]
    places: Mapping[str, Places]


def read_visit(
    file: str,
    context: Context,
    themes: tuple[str, ...],
    order: tuple[str, ...],
    *,
    last: Visit | None = None,
    unsaved: Mapping[str, bytes | None] | None = None,
) -> Read:
    """The visit in `file` (see `visit_file`); what is wrong in it is left out.

    themes and order: the ids of all themes and slides. last: what it said last, which stays where anything in it is
    broken now. unsaved: what files say that are being edited. Raises VisitError where there is nothing to go by.
    """
    run = Indexing(context.folder, None, unsaved)
    run.context = context
    outside = os.path.isabs(file)  # noqa: PTH117
    root, reading, exists = run.open(file, file if outside else "")
    found = visit(root, reading, visit_id(file), themes, order) if root is not None else None
    if exists:
        run.close(root, reading)
    elif last is not None:
        run.report(file, "", _gone(file))
    kept = last if found is None or (last is not None and reading.errors) else found
    if kept is None:
        raise VisitError(_unusable(file) if exists else _no_visit(file, context.folder), run.problems())
    return Read(visit=kept, problems=run.problems(), places=run.places)


def visit(root: Node, reading: Reading, name: str, themes: tuple[str, ...], order: tuple[str, ...]) -> Visit | None:
    """The file's tree as the visit `name`, None where the delegation's name is not to be had from it.

    Everything else that is wrong is left out: the problems in `reading` say what is shown instead.
    """
    if not isinstance(root, MappingNode):
        not_a_mapping(root, reading)
        return None
    tags = reading.context.languages
    own: dict[str, Convert] = {
        "delegation": naming,
        "leader": somebody,
        "host": somebody,
        "guests": people,
        "logo": logo,
        "themes": lambda node, _: known(node, reading, themes, _theme),
        "stress": lambda node, _: known(node, reading, order, _slide),
        "hide": lambda node, _: known(node, reading, order, _slide),
        "languages": lambda node, _: known(node, reading, tags, _language, serving),
        "notes_languages": lambda node, _: known(node, reading, tags, _language, serving),
        "questions": lambda node, _: asked(node, reading, order, themes),
    }
    values, _ = mapping(root, reading, converted(fields(Visit, frozenset({"id"})), own))
    if "delegation" not in values:
        return None
    _one_length(root, values, reading)
    _both_ways(root, values, reading)
    return Visit(id=name, **values)


def known(
    node: Node,
    reading: Reading,
    options: tuple[str, ...],
    unknown: Callable[[str], tuple[str, Message]],
    find: Callable[[str, tuple[str, ...]], str] = lambda word, options: word if word in options else "",
) -> tuple[str, ...] | Bad:
    """Those of the listed themes, slides or languages that there are, each once; the others are reported."""
    if not present(node, reading):
        return BAD
    if not isinstance(node, Sequence):
        return no_list(node, reading)
    found: dict[str, None] = {}
    for item in node.items:
        if not present(item, reading):
            continue
        if not isinstance(item, Scalar):
            wrong_kind(item, reading, Message("一个名称", "a name"))
        elif one := find(item.value, options):
            found[one] = None
            reading.named[id(item)] = one
        else:
            code, message = unknown(item.value[:60])
            same = next((one for one in options if one.rpartition("/")[2] == item.value.rpartition("/")[2]), "")
            guess = Message(f"是否想写 {same}？", f"did you mean {same}?")
            reading.report(item, code, message, guess if same else reading.suggest(item.value, options), value=same)
    return tuple(found)


def _theme(word: str) -> tuple[str, Message]:
    return "unknown-theme", Message(
        f"没有 “{word}” 这个专题，先不讲它", f"there is no theme {word!r}; the visit goes without it"
    )


def _slide(word: str) -> tuple[str, Message]:
    return "unknown-slide", Message(
        f"没有 “{word}” 这一页，先不管它", f"there is no slide {word!r}; the visit goes without it"
    )


def _language(word: str) -> tuple[str, Message]:
    return "unknown-language", Message(
        f"汇报里没有 “{word}” 这种语言，用其余的语言", f"the briefing has no language {word!r}; the others are used"
    )


def _one_length(root: MappingNode, values: dict[str, Any], reading: Reading) -> None:
    """Of minutes and until the end counts: guests leave when they have to."""
    if values.get("minutes") is not None and values.get("until") is not None:
        del values["minutes"]
        reading.report(
            root.get("minutes") or root,
            "both-lengths",
            Message("minutes 和 until 只能写一个，现在按 until", "write minutes or until, not both; until counts now"),
            Message("删去其中一行", "remove one of the two lines"),
        )


def _both_ways(root: MappingNode, values: dict[str, Any], reading: Reading) -> None:
    """A slide that is to be shown in any case and to be left out is shown: whoever stressed it meant it."""
    both = [slide for slide in values.get("hide", ()) if slide in values.get("stress", ())]
    if both:
        values["hide"] = tuple(slide for slide in values["hide"] if slide not in both)
        reading.report(
            root.get("hide") or root,
            "stressed-and-hidden",
            Message(
                f"{both[0]} 又在 stress 里，又在 hide 里，现在会讲",
                f"{both[0]} is stressed and hidden; it is shown now",
            ),
            Message("从其中一处删去", "remove it from one of the two"),
        )


def _gone(file: str) -> Finding:
    return Finding(
        code="missing-file",
        message=Message(f"{file} 不见了，继续用上一次的内容", f"{file} is gone; what it said last is still in use"),
        hint=Message("把文件放回原处", "put the file back"),
    )


def _unusable(file: str) -> Message:
    return Message(
        f"{file} 里读不出来访团组的名称，没有开始", f"{file} does not say who comes, so that nothing was begun"
    )


def _no_visit(file: str, folder: str) -> Message:
    there, name = visits_of(folder), PurePath(file).stem
    advice = hint(name, there, otherwise=Message("用 new visit 新建", "begin one by new visit"))
    return Message(f"没有来访文件 {file}；{advice.zh}", f"there is no visit {file}; {advice.en}")


def _same_drive(path: str, other: str) -> bool:
    return os.path.splitdrive(path)[0].lower() == os.path.splitdrive(other)[0].lower()
