"""The pictures of README.md: they are there, they are small, and the script that makes them still does."""

import re
from pathlib import Path

import pytest
from PIL import Image

from scripts.make_screenshots import OUTPUT, main

ROOT = Path(__file__).parents[1]
MOST_BYTES = 300_000


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_every_picture_of_the_readme_is_there(readme: str) -> None:
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", (ROOT / readme).read_text(encoding="utf-8"))
    assert pictures
    assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []


@pytest.mark.usefixtures("qapp")
def test_the_script_makes_the_pictures_there_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(tmp_path)
    sizes = {}
    for file in sorted(tmp_path.iterdir()):
        assert file.stat().st_size < MOST_BYTES
        with Image.open(file) as image:
            sizes[file.name] = image.size
    assert sizes == {
        "audience.png": (1920, 1080),
        "console.png": (1920, 1080),
        "guests.png": (2607, 480),
        "kiosk.png": (2024, 480),
        "shapes.png": (3542, 480),
    }
    assert {file.name for file in OUTPUT.glob("*.png")} == sizes.keys()
    assert capsys.readouterr().out.count("kB") == len(sizes)
