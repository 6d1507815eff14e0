"""The command `screens`: the screens there are, and what each would show."""

from jn_presenter.model.options import OptionError, ScreensOptions
from jn_presenter.surroundings import NO_DISPLAY, has_display, without_qt

DONE = 0
USES = {
    "audience": "观众 audience",
    "console": "演讲者界面 console",
    "interpreter": "译员视图 interpreter",
    "mirrored": "复制画面 mirrored",
    None: "-",
}
"""What a screen would show."""


def list_screens(options: ScreensOptions) -> int:
    """Print them; the exit code. Raises OptionError where there is no display."""
    if not has_display():
        raise OptionError(NO_DISPLAY)
    try:
        from jn_presenter.qt.remembered import Memory
        from jn_presenter.qt.survey import survey
    except ImportError as error:
        raise without_qt(error) from error
    from jn_presenter.show.screens import apart, identified, plan

    screens = identified(survey())
    if not screens:
        raise OptionError(NO_DISPLAY)
    separate = [screen.id for screen in apart(screens)]
    chosen = plan(screens, Memory().wish(separate))
    uses = {chosen.interpreter: "interpreter", chosen.console: "console", chosen.audience: "audience"}
    uses |= {screen.id: "mirrored" for screen in screens if screen.id not in separate}
    if options.json:
        import msgspec

        rows = [msgspec.to_builtins(one) | {"shape": one.shape, "use": uses.get(one.id)} for one in screens]
        print(msgspec.json.format(msgspec.json.encode(rows), indent=2).decode())
        return DONE
    for screen in screens:
        place = f"{screen.width}x{screen.height}+{screen.x}+{screen.y}"
        scale = f"{round(screen.ratio * 100)}%"
        use = USES[uses.get(screen.id)]
        print(f"{screen.number}  {screen.name:<12} {place:<18} {scale:<5} {screen.shape:<8} {use}  {screen.id}")
    return DONE
