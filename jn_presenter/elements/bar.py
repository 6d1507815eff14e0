"""A bar chart."""

from jn_presenter.draw.category_bars import CategoryBars
from jn_presenter.draw.heaps import FittedHeaps
from jn_presenter.draw.series_rows import fit_rows
from jn_presenter.draw.tags import under_badge
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect


class BarChart(CategoryBars, frozen=True, kw_only=True):
    """Horizontal bars on one scale from zero; targets are outlined and hatched.

    Several series stand side by side, stacked, or as shares of 100 %.
    """

    about = "条形图：横条，从零起，同一刻度；目标画成空心斜线"

    def fit(self, rect: Rect, env: Env) -> FittedHeaps:
        found = self.dataset(env)
        place, badge = under_badge(rect, env, found.sample)
        return fit_rows(found, self.mode, rect, place, env, badge, self.count(found))


ELEMENT = BarChart
