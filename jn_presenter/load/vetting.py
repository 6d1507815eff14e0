"""What a show asks of changed files before it shows them.

Reading falls back on the last good state part by part; here is what only the whole can tell.
"""

from collections.abc import Iterable

from msgspec import structs

from jn_presenter.load.deck import Loaded, as_written, reload, remade
from jn_presenter.load.pictures import is_whole
from jn_presenter.load.sources import Places, slide_file
from jn_presenter.model.deck import Deck
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.model.text import Message

PICTURES = (".png", ".jpg", ".jpeg")


def reload_whole(loaded: Loaded, changed: Iterable[str]) -> Loaded:
    """As `reload`; but a slide with a picture that is cut short stays as it was, and says so.

    Headers, which are all that reading looks at, are whole long before the picture is.
    """
    read = reload(loaded, changed)
    fresh = as_written(read)
    old, new = as_written(loaded).deck.slides, fresh.deck.slides
    cut = {name: file for name in new if new[name] is not old.get(name) and (file := _cut_short(fresh, name))}
    if not cut:
        return read
    slides = {name: old.get(name) if name in cut else slide for name, slide in new.items()}
    deck = structs.replace(fresh.deck, slides={name: slide for name, slide in slides.items() if slide is not None})
    problems = tuple(_problem(fresh, name, file) for name, file in cut.items())
    kept = structs.replace(fresh, deck=deck, problems=(*fresh.problems, *problems))
    return remade(kept, read)


def lost(fresh: Deck, slides: Iterable[str]) -> tuple[str, ...]:
    """Of these slides, which could be shown before, those that the fresh deck lists and has no content of.

    A slide that its theme does not list any more is not lost: somebody took it out.
    """
    listed = set(fresh.order)
    return tuple(name for name in slides if name in listed and name not in fresh.slides)


def _cut_short(loaded: Loaded, slide: str) -> str:
    """The first picture of the slide that has no end; empty where there is none."""
    uses = loaded.sources.files.get(slide_file(slide), Places()).uses
    for use in uses:
        file = use.removeprefix("file:")
        if file != use and file.lower().endswith(PICTURES):
            try:
                if not is_whole(loaded.sources.absolute(file)):
                    return file
            except OSError:
                return file
    return ""


def _problem(loaded: Loaded, slide: str, file: str) -> Problem:
    finding = Finding(
        code="bad-picture",
        message=Message(f"{file}：图片不完整", f"{file}: the picture is cut short"),
        hint=Message("重新复制这张图片；这一页先不变", "copy the picture again; the slide stays as it was until then"),
    )
    return loaded.sources.problem(slide_file(slide), "", finding, slide=slide)
