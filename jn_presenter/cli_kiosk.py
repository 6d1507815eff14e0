"""The command `kiosk`."""

from jn_presenter.model.options import KioskOptions, OptionError
from jn_presenter.surroundings import NO_DISPLAY, has_display, without_qt


def run(options: KioskOptions) -> int:
    """Run the kiosk until staff leave it; the exit code."""
    if not has_display():
        raise OptionError(NO_DISPLAY)
    try:
        from jn_presenter.qt.kiosk import app
    except ImportError as error:
        raise without_qt(error) from error
    return app.run_child(options)
