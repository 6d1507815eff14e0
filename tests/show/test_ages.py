import pytest

from jn_presenter.model.text import Message
from jn_presenter.show.ages import age


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [
        (-5, "不到 1 分钟前", "under a minute old"),
        (0, "不到 1 分钟前", "under a minute old"),
        (59, "不到 1 分钟前", "under a minute old"),
        (60, "1 分钟前", "1 min old"),
        (3599, "59 分钟前", "59 min old"),
        (7200, "2 小时前", "2 h old"),
        (200_000, "2 天前", "2 d old"),
    ],
)
def test_ages_are_told_in_the_largest_unit(seconds, zh, en):
    assert age(seconds) == Message(zh, en)
