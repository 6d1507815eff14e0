"""Which types of elements PowerPoint has something of its own for, and what writes them."""

from jn_presenter.export.pptx.charts_bars import bars
from jn_presenter.export.pptx.charts_bridge import bins, bridge
from jn_presenter.export.pptx.charts_plots import curves, dots
from jn_presenter.export.pptx.charts_round import ring, web
from jn_presenter.export.pptx.slide import Native
from jn_presenter.export.pptx.tables import table

NATIVE: dict[str, Native] = {
    "area": curves,
    "bar": bars,
    "column": bars,
    "donut": ring,
    "dual-axis": curves,
    "histogram": bins,
    "line": curves,
    "radar": web,
    "scatter": dots,
    "stacked-area": curves,
    "table": table,
    "waterfall": bridge,
}
"""All others are drawn: shapes and words where they are on the screen."""
