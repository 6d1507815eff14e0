"""Weeks of a kiosk, in short: it advances without an error, and what it holds does not grow with their number."""

import pytest

from bench.weeks import advanced
from bench.weight import qobjects, weigh
from jn_presenter.qt.scene.fits import KEPT as FITS


@pytest.mark.usefixtures("qapp")
def test_many_advances_leave_no_descriptor_thread_or_qobject_behind() -> None:
    found = advanced(120)
    assert found.errors == ()
    assert (found.advances, found.warm_up, found.visits) == (120, 36, 17)
    assert found.slides > 5
    assert (found.threads, found.qobjects) == (0, 0)
    assert found.descriptors <= 0
    laid_out = dict(found.objects).get("FittedSlide", 0)
    assert laid_out <= FITS


@pytest.mark.usefixtures("qapp")
def test_the_scales_see_what_is_left_lying_about() -> None:
    from PySide6.QtCore import QObject, QTimer

    before = qobjects()
    kept = [QObject(), QTimer()]
    assert qobjects() - before == len(kept)
    first = weigh()
    more = [[k] for k in range(5000)]
    assert weigh().objects["list"] - first.objects["list"] >= len(more)
