"""A column chart."""

from jn_presenter.draw.category_bars import CategoryBars
from jn_presenter.draw.heaps import FittedHeaps
from jn_presenter.draw.series_columns import fit_columns, stands
from jn_presenter.draw.series_rows import fit_rows
from jn_presenter.draw.tags import under_badge
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect


class ColumnChart(CategoryBars, frozen=True, kw_only=True):
    """Columns from zero over their names; targets are outlined and hatched.

    Several series stand side by side, stacked, or as shares of 100 %. Where names have no room beneath them, they lie.
    """

    about = "柱形图：竖柱，从零起；目标画成空心斜线"

    def fit(self, rect: Rect, env: Env) -> FittedHeaps:
        found = self.dataset(env)
        place, badge = under_badge(rect, env, found.sample)
        fit = fit_columns if stands(found, self.mode, place, env) else fit_rows
        return fit(found, self.mode, rect, place, env, badge, self.count(found))


ELEMENT = ColumnChart
