"""Writes decks whose slides tell their number and step by the colour of a marker at the bottom left."""

from pathlib import Path

from msgspec import Struct

from bench import marker

MIDDLE = (640, 702)
"""In the band at the foot of slides that have one; px of a monitor."""
GROUND = (1270, 4)
"""Where no slide has anything but its ground."""
POINTS = (("甲方", "First"), ("乙方", "Second"), ("丙方", "Third"))


class Page(Struct, frozen=True, kw_only=True):
    """A slide: its marker's number at step 0, which goes up by one a step; how many of its points appear one by one."""

    name: str
    number: int
    steps: int = 0
    band: str = ""
    """The colour of a band at the foot, empty for none."""

    def yaml(self) -> str:
        steps = ", ".join(f"points.{k}" for k in range(1, self.steps + 1))
        lines = [
            "layout: points",
            *_text("title", f"标题 {self.name}", f"Title of {self.name}"),
            "plain: 测试",
            "points:",
            *(line for zh, en in POINTS for line in (f"  - zh: {zh}", f"    en: {en}")),
            *([f"steps: [{steps}]"] if steps else []),
            "free:",
            *(self._box("[0.25, 0.95, 0.5, 0.05]", self.band, 0) if self.band else []),
        ]
        for step in range(self.steps + 1):
            lines += self._box("[0, 0.981481, 0.010417, 0.018519]", marker.hex_colour(self.number + step), step)
        return "\n".join(lines) + "\n"

    @staticmethod
    def _box(at: str, fill: str, step: int) -> list[str]:
        appears = [f"    step: {step}"] if step else []
        return ["  - type: box", f"    at: {at}", f'    fill: "{fill}"', *appears]


SHOW = (
    Page(name="one", number=10, steps=2),
    Page(name="two", number=20),
    Page(name="three", number=30, steps=1),
    Page(name="four", number=40),
)


def write(folder: Path, pages: tuple[Page, ...] = SHOW, transition: str = "none") -> Path:
    """Write a deck in Chinese and English, its slides all in the theme `a`."""
    theme = folder / "a"
    theme.mkdir(parents=True)
    for page in pages:
        file(folder, page).write_text(page.yaml(), encoding="utf-8")
    names = ", ".join(page.name for page in pages)
    _save(theme / "theme.yaml", *_text("title", "专题", "Theme"), "accent: azure", f"slides: [{names}]")
    _save(
        folder / "briefing.yaml",
        *_text("title", "测试用的简报", "A briefing for tests"),
        "languages: [zh, en]",
        "styles: [night, day]",
        f"transition: {transition}",
        "themes: [a]",
    )
    return folder


def file(folder: Path, page: Page) -> Path:
    """Where the slide is."""
    return folder / "a" / f"{page.name}.yaml"


def _text(key: str, zh: str, en: str) -> list[str]:
    return [f"{key}:", f"  zh: {zh}", f"  en: {en}"]


def _save(path: Path, *lines: str) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
