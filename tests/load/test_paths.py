"""The one form in which a deck's files name others."""

import pytest

from jn_presenter.load.paths import bad_path


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("data/出口.csv", ""),
        ("data/my file.csv", ""),
        ("../a.csv", "outside-deck"),
        ("data/../../a.csv", "outside-deck"),
        ("/etc/a.csv", "outside-deck"),
        ("~/a.csv", "outside-deck"),
        ("//server/a.csv", "outside-deck"),
        ("file:///a.csv", "outside-deck"),
        ("C:a.csv", "windows-path"),
        (r"C:\a.csv", "windows-path"),
        (r"..\a.csv", "windows-path"),
        (r"\\server\a.csv", "windows-path"),
        ("data/a\0.csv", "bad-path"),
        ("data/a\n.csv", "bad-path"),
        ("data/a\u202ecsv", "bad-path"),
    ],
)
def test_a_path_stays_in_the_deck_and_is_made_of_what_can_be_seen(path: str, code: str) -> None:
    found = bad_path(path, "data")
    assert (found.code if found else "") == code
