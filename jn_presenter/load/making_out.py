"""A deck and the visit that it is made out for: the files are read as ever, and what they say is made out anew.

`Loaded.written` is the deck as its files say it, `Loaded.deck` the one that the guests see. A reload keeps the visit.

- `with_visit(loaded, given)`: for another visit, by its id or file; with an empty one as it was written.
- `on_written(loaded, change)`: what a function of a deck without a visit makes of one that has a visit.
"""

import time
from collections.abc import Callable, Iterable

from msgspec import structs

from jn_presenter.load.deck import Loaded, as_written, by_place, relative, remade
from jn_presenter.load.sources import Places
from jn_presenter.load.visits import read_visit, visit_file
from jn_presenter.model.visit import Visit
from jn_presenter.show.visiting.findings import past
from jn_presenter.visiting import made_out

Change = Callable[[Loaded], Loaded]


def with_visit(loaded: Loaded, given: str) -> Loaded:
    """The deck made out for a visit, its id or the path of its file; where that is empty, as it was written.

    Raises VisitError where there is no such visit; what is loaded stays as it is then.
    """
    plain = as_written(loaded)
    file = visit_file(loaded.deck.folder, given) if given else ""
    gone = loaded.visit_file
    if gone and gone != file:
        files = {name: places for name, places in plain.sources.files.items() if name != gone}
        problems = tuple(one for one in plain.problems if one.file != gone)
        plain = structs.replace(plain, sources=structs.replace(plain.sources, files=files), problems=problems)
    return _received(plain, file) if file else plain


def on_written(loaded: Loaded, change: Change, files: Iterable[str] = ()) -> Loaded:
    """What `change` makes of the deck as it is written, made out for its visit again.

    files: the absolute paths of those that have changed: with any that is no slide the visit is read again too.
    """
    plain = as_written(loaded)
    changed = change(plain)
    order = (loaded.written or loaded.deck).order
    names = [relative(path, loaded.deck.folder) for path in files]
    uses = plain.sources.files.get(loaded.visit_file, Places()).uses
    index = (name for name in names if name.endswith((".yaml", ".yml")) and name.removesuffix(".yaml") not in order)
    if any(index) or any(f"file:{name}" in uses for name in names):
        return _received(changed, loaded.visit_file, loaded.visit)
    return loaded if changed is plain else remade(changed, loaded)


def _received(plain: Loaded, file: str, last: Visit | None = None) -> Loaded:
    """With the visit of that file, read now."""
    deck = plain.deck
    themes = tuple(theme.id for theme in deck.themes)
    found = read_visit(file, plain.context, themes, deck.order, last=last, unsaved=plain.unsaved)
    sources = structs.replace(plain.sources, files={**plain.sources.files, **found.places})
    late = (sources.problem(file, *one) for one in past(found.visit, time.strftime("%Y-%m-%d")))
    problems = (*(one for one in plain.problems if one.file != file), *found.problems, *late)
    told = structs.replace(plain, sources=sources, problems=tuple(sorted(problems, key=by_place)))
    visit = last if found.visit == last else found.visit
    return structs.replace(told, deck=made_out(deck, visit), written=deck, visit_file=file)
