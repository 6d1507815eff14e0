"""The file as LibreOffice opens it: every word is there, and slides look as on the screen."""

import io
import os
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from jn_presenter.compose import frame
from jn_presenter.export.pptx import write
from jn_presenter.export.progress import untold
from jn_presenter.export.request import Request
from jn_presenter.load import load_deck
from jn_presenter.load.snapshots import read_snapshots
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import TextMark
from jn_presenter.paths import resources, shipped_slides
from jn_presenter.qt.scene.stills import Stills

LIMIT_S = 200.0
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>
<dir>{fonts}</dir><dir>/usr/share/fonts</dir><cachedir>{cache}</cachedir>
<match target="pattern"><test name="family" qual="any"><string>Microsoft YaHei</string></test>
<edit name="family" mode="assign" binding="strong"><string>JN Sans SC</string></edit></match></fontconfig>"""
"""The bundled font in the place of that of Windows, which the machines that test do not have."""
SQUARES = (48, 27)
APART, MOST_APART = 40, 0.06
"""Levels from which a square of 40 px differs, and how many of a slide's may."""


class Opened:
    """The briefing as written by us and opened by LibreOffice."""

    def __init__(self, request: Request, folder: Path) -> None:
        self.request = request
        self.folder = folder
        self.pdf = folder / "briefing.pdf"

    def words(self) -> list[str]:
        """Of each page, without blanks."""
        told = run("pdftotext", str(self.pdf), "-").stdout.decode()
        return ["".join(page.split()) for page in told.split("\f")]

    def pictures(self) -> list[Image.Image]:
        run("pdftoppm", "-r", "36", "-png", str(self.pdf), str(self.folder / "page"))
        return [Image.open(file).convert("RGB") for file in sorted(self.folder.glob("page*.png"))]


def run(*command: str, **more: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(command, capture_output=True, check=True, timeout=LIMIT_S, env={**os.environ, **more})


@pytest.fixture(scope="module")
def opened(measure: Measure, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    folder = tmp_path_factory.mktemp("office")
    deck = load_deck(shipped_slides()).deck
    style = deck.styles["night"]
    request = Request(
        deck=deck,
        slides=deck.order,
        languages=("zh",),
        style=style,
        measure=measure,
        snapshots=read_snapshots(deck),
    )
    file = folder / "briefing.pptx"
    file.write_bytes(write(request, untold))
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(fonts=resources() / "fonts", cache=folder / "cache"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file))
    run(*command, HOME=str(folder), FONTCONFIG_FILE=str(fonts))
    return Opened(request, folder)


@pytest.mark.needs("soffice", "pdftotext")
def test_every_slide_is_a_page_with_all_its_words(opened: Opened) -> None:
    pages = opened.words()
    assert len(pages) >= len(opened.request.slides)
    for page, told in zip(opened.request.pages(), pages, strict=False):
        marks = [mark for one in frame(page.fitted, page.step) for mark in one.marks if isinstance(mark, TextMark)]
        for line in (line for mark in marks for line in mark.lines):
            assert "".join(line.text.split()) in told, page.slide


@pytest.mark.needs("soffice", "pdftoppm")
def test_slides_look_as_on_the_screen(opened: Opened) -> None:
    stills = Stills()
    worst = {}
    for page, theirs in zip(opened.request.pages(), opened.pictures(), strict=True):
        ours = Image.open(io.BytesIO(stills.png(page.fitted, page.step, 960, 540))).convert("RGB")
        means = [picture.resize(SQUARES, Image.Resampling.BOX) for picture in (ours, theirs)]
        apart = ImageChops.difference(*means).convert("L").histogram()
        worst[page.slide] = sum(apart[APART:]) / (SQUARES[0] * SQUARES[1])
    assert {name: share for name, share in worst.items() if share > MOST_APART} == {}
