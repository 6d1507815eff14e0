"""A visit written in a form: its file, made whole or not at all, and what is wrong by the fields of the form."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from jn_presenter.edit.changes import Change, Edit, Refusal
from jn_presenter.edit.document import opened, tree
from jn_presenter.edit.saving import Folder, save
from jn_presenter.edit.visit_draft import Draft, draft_of, fresh, tree_of
from jn_presenter.edit.visit_file import changed, visit_text
from jn_presenter.load import Loaded
from jn_presenter.load.nodes import Mapping
from jn_presenter.load.visit_list import given_by, read_one
from jn_presenter.load.visits import FOLDER, visits_of
from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Message
from jn_presenter.moving_in.naming import slug, unlike
from jn_presenter.moving_in.schemas import headed, schemas_of
from jn_presenter.show.visits import when

WHAT = Message("来访团组", "visit")
VISIT = "visit"
TIME = "time"
FIELD = {"minutes": TIME, "until": TIME}
"""Keys of the file that are one field of the form, with others."""
PAST = Message("这一天已经过去", "that day is over")
PAST_HINT = Message("确认日期；仍可保存", "see whether it is right; it can be saved all the same")
UNNAMED = Message("要写团组的名称", "the delegation’s name is needed")
UNNAMED_HINT = Message("至少写一种语言的", "in one language at least")
BY_HAND = Refusal(
    Message("这个文件的写法特别，改不了", "this file is written in a way that cannot be changed here"),
    Message("请在文件里改", "edit it in the file"),
)
UNREAD = Message("文件读不出来，先在文件里改好", "the file cannot be read; mend it first")
CONTROLS = frozenset("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
Hear = Callable[[str], Sequence[str]]


class Sheet(Struct, frozen=True):
    """A form as it was opened. name: the visit's id, empty for a new one. data: what its file said then."""

    name: str
    draft: Draft
    data: bytes | None = None


class Mistake(Struct, frozen=True):
    """Something wrong with what was typed. field: of the form, as the file's keys are called; empty for all of it."""

    field: str
    what: Message
    hint: Message = Message("", "")
    grave: bool = True
    """Whether it cannot be saved like this."""


class Saved(Struct, frozen=True):
    """name: of the visit that is on the disk now; or empty, and why it is not."""

    name: str = ""
    mistakes: tuple[Mistake, ...] = ()


def opened_form(loaded: Loaded, name: str, today: str) -> Sheet | Refusal:
    """The form of the visit of that id, or of a new one; reads its file."""
    deck = loaded.deck
    if not name:
        return Sheet("", fresh(today, deck.briefing.languages))
    data = Folder(deck.folder).read(_file(name))
    one = read_one(name, _path(deck.folder, name), given_by(loaded), data) if data is not None else None
    if one is None or one.visit is None:
        return Refusal(UNREAD, one.problems[0].message if one is not None and one.problems else Message("", ""))
    return Sheet(name, draft_of(one.visit, deck.folder), data)


def mistakes(loaded: Loaded, sheet: Sheet, draft: Draft, today: str) -> tuple[Mistake, ...]:
    """What is wrong with what was typed, by its fields; reads the picture of the logo."""
    return _looked_at(loaded, sheet, draft, today)[1]


def saved(loaded: Loaded, sheet: Sheet, draft: Draft, today: str, hear: Hear) -> Saved:
    """Write the visit's file; blocks until the disk has it. Nothing is written where anything is wrong."""
    data, wrong = _looked_at(loaded, sheet, draft, today)
    if data is None or any(one.grave for one in wrong):
        return Saved("", wrong)
    folder = Path(loaded.deck.folder)
    name = sheet.name or _named(draft, loaded.deck.folder, hear)
    if not sheet.name:
        data = headed(data, _file(name), folder, schemas_of(folder))
    refused = save(Folder(loaded.deck.folder), Edit(WHAT, (Change(_file(name), sheet.data, data),)))
    return Saved("", (Mistake("", refused.why, refused.hint),)) if refused is not None else Saved(name)


def _looked_at(loaded: Loaded, sheet: Sheet, draft: Draft, today: str) -> tuple[bytes | None, tuple[Mistake, ...]]:
    """What the file is to say, None where that cannot be, and what is wrong with it."""
    wanted = tree_of(draft)
    if "delegation" not in wanted:
        return None, (Mistake("delegation", UNNAMED, UNNAMED_HINT),)
    try:
        data: bytes | None = visit_text(wanted).encode()
    except UnicodeEncodeError:
        return None, (Mistake("", Message("里面有半个字符", "there is half a character in it")),)
    if sheet.data is not None:
        before = opened(_file(sheet.name), sheet.data)
        after = changed(before, tree_of(sheet.draft), wanted) if before is not None else None
        if after is None:
            return None, (Mistake("", BY_HAND.why, BY_HAND.hint),)
        data = after.data
    name = sheet.name or VISIT
    one = read_one(name, _path(loaded.deck.folder, name), given_by(loaded), data)
    keys = _keys(name, data)
    was = tree_of(sheet.draft) if sheet.data is not None else {}
    touched = {FIELD.get(key, key) for key in (*wanted, *was) if wanted.get(key) != was.get(key)}
    found = [_mistake(problem, keys, touched) for problem in one.problems]
    if when(draft.date.strip(), today) == "past" and not any(one.field == "date" for one in found):
        found.append(Mistake("date", PAST, PAST_HINT, grave=False))
    return (data if one.visit is not None else None), tuple(found)


def _mistake(problem: Problem, keys: list[tuple[int, str]], touched: set[str]) -> Mistake:
    """A problem of the file at the field whose lines it stands in. What was there before hinders nobody from saving."""
    key = next((name for line, name in reversed(keys) if line <= problem.line), "")
    field = FIELD.get(key, key)
    grave = problem.severity == "error" and (field in touched or not field)
    return Mistake(field, problem.message, problem.hint, grave)


def _keys(name: str, data: bytes | None) -> list[tuple[int, str]]:
    """The lines at which the file's keys begin."""
    document = opened(_file(name), data) if data is not None else None
    root = tree(document) if document is not None else None
    return [(key.line, key.value) for key, _ in root.entries] if isinstance(root, Mapping) else []


def _named(draft: Draft, folder: str, hear: Hear) -> str:
    """The day and how the delegation sounds, English where it has an English name; unlike all files there are."""
    names = dict(draft.delegation.variants)
    words = names.get("en") or next(iter(filter(str.strip, names.values())), "")
    plain = "".join(character for character in words if character not in CONTROLS)
    stem = "-".join(filter(None, (draft.date.strip(), slug(plain, otherwise=VISIT, hear=hear))))
    return unlike(stem, frozenset(name.lower() for name in visits_of(folder)))


def _file(name: str) -> str:
    return f"{FOLDER}/{name}.yaml"


def _path(folder: str, name: str) -> str:
    return os.path.join(folder, FOLDER, f"{name}.yaml")  # noqa: PTH118  # as all paths of a deck, a string
