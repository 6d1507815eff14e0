"""What a command is: one decorated function from state to state, with its keys and its help beside it."""

from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct

from jn_presenter.model.deck import Deck
from jn_presenter.model.text import Message
from jn_presenter.show.state import Overlay, Question, ShowState

Context = Question | Overlay | Literal["tool"]
"""When keys mean something of their own: a question, what lies over the console, or a tool in hand; empty, always."""


class Command(Struct, frozen=True, kw_only=True):
    """A way to change the show; called as (state, deck, now_ms, **args) -> state, times in ms of one clock.

    It returns the very same state where it changes nothing. Commands with keys need no args.
    """

    name: str
    run: Callable[..., ShowState]
    help: Message
    keys: tuple[str, ...] = ()
    """Chords as QKeySequence's portable text has them: `PgDown`, `Esc`, `Ctrl+Q`, `B`, `.`; `hold Esc` for a key that
    calls it once it was held for keys.HOLD_MS. A user's own keys may stand in place of them."""
    repeat: bool = False
    """Whether the keyboard's auto-repeat counts as further presses."""
    answers: Context = ""
    """While what its keys count. Questions and overlays leave no key another meaning; a tool takes its own alone."""
    series: Message | None = None
    """What the commands of a series do, for the one line that they have together in the key help."""
    wants: tuple[str, ...] = ()
    """Arguments that the store adds: what only whoever draws the slide can tell, as `foci`."""
    quiet: bool = False
    """Whether what moves on the audience's screen goes on when it is called; all others bring it to its end first."""

    @property
    def needs(self) -> tuple[str, ...]:
        """The arguments without which it cannot be called: a key can call only what needs none."""
        code = self.run.__code__
        named = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
        return tuple(name for name in named if name not in (self.run.__kwdefaults__ or {}))

    def __call__(self, state: ShowState, deck: Deck, now_ms: float, **args: Any) -> ShowState:
        return self.run(state, deck, now_ms, **args)


class Group:
    """Commands that stand together in the key help: what one file of commands/ defines.

    rank: the group's place in the help. quiet: whether its commands are, but for those that say otherwise.
    """

    def __init__(self, zh: str, en: str, *, rank: int, quiet: bool = False) -> None:
        self.title = Message(zh, en)
        self.rank = rank
        self.quiet = quiet
        self.commands: list[Command] = []

    def command(
        self,
        name: str,
        *,
        zh: str,
        keys: tuple[str, ...] = (),
        repeat: bool = False,
        answers: Context = "",
        series: Message | None = None,
        wants: tuple[str, ...] = (),
        quiet: bool | None = None,
    ) -> Callable[[Callable[..., ShowState]], Command]:
        """Make the function below a command of this group; its docstring's first line is the English help."""

        def made(run: Callable[..., ShowState]) -> Command:
            en = (run.__doc__ or name).partition("\n")[0].rstrip(".").replace("'", "’")
            found = Command(
                name=name,
                run=run,
                help=Message(zh, en),
                keys=keys,
                repeat=repeat,
                answers=answers,
                series=series,
                wants=wants,
                quiet=self.quiet if quiet is None else quiet,
            )
            self.commands.append(found)
            return found

        return made
