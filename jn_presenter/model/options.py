"""What the command line asks for, once read: one frozen value a command. Names in it are not looked up yet."""

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from jn_presenter.model.daytime import Daytime
from jn_presenter.model.handout import Handout
from jn_presenter.model.interpreting import Interpretation
from jn_presenter.model.text import Message

CheckForm = Literal["text", "json", "github"]


class OptionError(Exception):
    """An option that cannot be followed: the program says so and ends with exit code 2."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


class PresentOptions(Struct, frozen=True, kw_only=True):
    """How to present. What is empty or None is left to the briefing and to the screens there are."""

    deck: str
    """The deck's folder."""
    languages: tuple[str, ...] = ()
    """What the audience reads; more than one stand stacked."""
    console_language: str = ""
    minutes: Decimal | None = None
    """How long the show may be; with neither it nor `until` every slide is shown."""
    until: Daytime | None = None
    """When the show has to be over; never given with `minutes`."""
    interpreting: Interpretation | None = None
    """None: as the visit says; without one, not at all."""
    style: str = ""
    visit: str = ""
    """The id or the file of the visit that it is made out for, empty for none; other options go before what it says."""
    start: str = ""
    """The id of the slide to begin with, `theme/slide`."""
    screen: str = ""
    """The name of the audience's screen."""
    console_screen: str = ""
    interpreter: bool = False
    """Whether the interpreter's view is up from the start."""
    interpreter_screen: str = ""
    preflight: bool = False
    """Whether the pre-flight is open from the start."""
    fresh: bool = False
    """Whether a show that was not brought to its end is left alone."""
    log: str = ""
    """The folder for the log of the visit, empty for the user's own."""
    logged: bool = True
    windowed: bool = False
    console: bool = True
    animate: bool = True


class KioskOptions(Struct, frozen=True, kw_only=True):
    """How to run a kiosk, what to ask of one that runs, or what to prepare for one."""

    deck: str
    """The deck's folder."""
    settings: str = ""
    """The owner's settings file; empty for the usual one, which need not be there."""
    languages: tuple[str, ...] = ()
    """What the kiosk returns to, in place of the briefing's."""
    style: str = ""
    screen: str = ""
    """The screen, in place of the owner's settings."""
    windowed: bool = False
    animate: bool = True
    status: bool = False
    """Only say how the kiosk of this deck is."""
    json: bool = False
    usage: str = ""
    """Only write what was looked at to this CSV file, or to stdout where it is `-`."""
    set_pin: bool = False
    """Only ask for a PIN, and say what is to stand in the settings."""
    child: bool = False
    """Whether this is the show itself, started by the supervisor; what follows comes from there too."""
    resume: str = ""
    """The place to go on from, as the show last told it."""
    aside: tuple[str, ...] = ()
    """Slides that are left out for now."""
    safe: bool = False
    """Show one plain page and read no deck."""
    folder: str = ""
    """Where the kiosk keeps its own files; empty for the place that goes with the deck."""


class CheckOptions(Struct, frozen=True, kw_only=True):
    """`deck` may be any file of it. `strict`: warnings count as problems too. `cached`: see fit_memory.py."""

    deck: str
    form: CheckForm = "text"
    strict: bool = False
    cached: bool = True
    languages: bool = False
    """Only how complete the deck is in each of its languages."""


class ExportOptions(Struct, frozen=True, kw_only=True):
    """What to export where. `size` is that of a picture in px; a PDF takes only its shape from it."""

    deck: str
    output: str
    kind: str
    """A name of export/kinds.py."""
    languages: tuple[str, ...] = ()
    size: tuple[int, int] = (1920, 1080)
    minutes: Decimal | None = None
    style: str = ""
    visit: str = ""
    """The id or the file of the visit that it is made out for, empty for none."""
    ink: str = ""
    """The file with what was drawn on the slides in a show; empty for none."""
    log: str = ""
    """The log of the visit whose slides a souvenir has."""
    handout: Handout = Handout()


class PackOptions(Struct, frozen=True, kw_only=True):
    """Make a pack of the deck; or, where `new_key`, `verify` or `take` is given, that instead."""

    deck: str
    output: str = ""
    key: str = ""
    """The file with the private key; with `verify` the public key itself."""
    version: str = ""
    """Empty for the time of day."""
    new_key: str = ""
    """Where the file with the private key is to be."""
    verify: str = ""
    """The pack to look into."""
    settings: str = ""
    """The owner's settings file, for the key to verify with; empty for the usual one."""
    take: bool = False
    """Whether this is the process that takes packs for a kiosk; its job is on stdin."""


class EditOptions(Struct, frozen=True, kw_only=True):
    """language: of the editor's own words, by default the briefing's first."""

    deck: str
    start: str = ""
    language: str = ""


class NewOptions(Struct, frozen=True, kw_only=True):
    """Begin a slide (`theme/name`), a theme or a visit (`name`) in the deck. What is empty is left to the template.

    title: of a visit the delegation's name.
    """

    deck: str
    what: Literal["slide", "theme", "visit"]
    name: str
    layout: str = ""
    title: str = ""


class ImportOptions(Struct, frozen=True, kw_only=True):
    """Make a deck in the folder `output`, which is not there yet, of a PowerPoint or Markdown file."""

    file: str
    output: str


class TableOptions(Struct, frozen=True, kw_only=True):
    """Export facts or texts to the workbook `output`; or read `source` back, and perhaps write what was changed in it.

    preview: the folder for pictures of the slides that change; empty for none.
    """

    deck: str
    what: Literal["facts", "texts"]
    output: str = ""
    source: str = ""
    write: bool = False
    preview: str = ""


class SchemaOptions(Struct, frozen=True, kw_only=True):
    """Write the JSON Schemas into a folder, or one into a file by its name; print the slide's where it is empty."""

    output: str = ""


class ScreensOptions(Struct, frozen=True, kw_only=True):
    """How to list the screens."""

    json: bool = False


Options = (
    PresentOptions
    | KioskOptions
    | CheckOptions
    | ExportOptions
    | PackOptions
    | EditOptions
    | NewOptions
    | ImportOptions
    | TableOptions
    | SchemaOptions
    | ScreensOptions
)
