"""What is shown of a feed after it was read: the new rows, or the last good ones with what is wrong since."""

from pathlib import Path

from jn_presenter.feeds.csv import Csv
from jn_presenter.load.snapshots import read_feed
from jn_presenter.model.feed import Request, Snapshot, Wants
from jn_presenter.model.fields import DataFile

FEED = Csv(file=DataFile("a.csv"))


def after(folder: Path, *saved: str, named: frozenset[str] = frozenset()) -> Snapshot:
    """What is shown after the file was saved with each of these contents."""
    found: Snapshot | None = None
    for content in saved:
        (folder / "a.csv").write_text(content, encoding="utf-8")
        found = read_feed(FEED, Request(folder=str(folder), before=found, wants=Wants(named=named)))
    assert found is not None
    return found


def test_broken_figures_keep_the_last_good_ones_and_mending_them_brings_the_new(tmp_path: Path) -> None:
    broken = after(tmp_path, "馆,票\n甲,1\n", "馆,票\n甲,一\n")
    assert (broken.state, broken.rows) == ("stale", (("甲", "1"),))
    assert broken.finding is not None
    assert (broken.finding.file, broken.finding.line, broken.finding.column) == ("a.csv", 2, 2)
    mended = after(tmp_path, "馆,票\n甲,1\n", "馆,票\n甲,一\n", "馆,票\n甲,2\n")
    assert (mended.state, mended.finding, mended.rows) == ("fresh", None, (("甲", "2"),))


def test_the_last_good_figures_outlive_one_mistake_after_the_other(tmp_path: Path) -> None:
    found = after(tmp_path, "馆,票\n甲,1\n", "", "馆,票\n甲,一\n", "馆,票\n", "馆,人\n甲,3\n", named=frozenset({"票"}))
    assert (found.state, found.rows) == ("stale", (("甲", "1"),))
    assert found.finding is not None
    assert found.finding.code == "no-column"


def test_without_good_figures_there_is_what_there_is(tmp_path: Path) -> None:
    assert after(tmp_path, "馆,票\n甲,一\n").state == "fresh"
    assert after(tmp_path, "").state == "failed"
    assert after(tmp_path, "", "馆,票\n甲,一\n").rows == (("甲", "一"),)
