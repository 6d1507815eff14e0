"""Files of YAML that are no good: typed at random from the words of good ones, and those that mean to do harm."""

import re
from collections.abc import Callable, Sequence
from random import Random

SIGNS = (
    *(": ", ":", "：", "\n", "\n  ", "\n    ", "\n\t", "- ", " #", "#", ", ", "|\n", "---\n", "...\n", "<<: ", "? "),
    *("[", "]", "{", "}", "'", '"', "|", ">", "&a ", "*a", "!", "%", "@", "\\", "==", "<<", "~", "<opened>"),
    *("null", "true", "中"),
    *("😀", "\u3000", "\xa0", "\r\n", "\x85", "\u2028", "\x00", "\ufeff", "\x1b", "../", "/etc/passwd", "http://a"),
    *("C:\\a", "<a.date>", ".each", ".1", "9e9", "-0", ".5", "00"),
)
"""What has a meaning in a file of YAML, or should have none."""
TOKENS = tuple(sign.encode() for sign in SIGNS)
KEY = re.compile(r"^\s*(?:- )?([a-z][\w-]*):", re.MULTILINE)
VALUE = re.compile(r":[ ]+([^\s#{\[|>'\"][^\n#]{0,40})$", re.MULTILINE)


SLIDE = "layout: points\ntitle: a\npoints: [a]\n"


class Words:
    """Keys and values that good files have."""

    def __init__(self, files: Sequence[bytes]) -> None:
        texts = [file.decode() for file in files]
        self.keys: list[str] = sorted({key for text in texts for key in KEY.findall(text)})
        self.values: list[str] = sorted({value for text in texts for value in VALUE.findall(text)})

    def any_value(self, random: Random, depth: int) -> str:
        """In flow style."""
        kind = random.random()
        if depth and kind < 0.25:
            return f"[{', '.join(self.any_value(random, depth - 1) for _ in range(random.randrange(5)))}]"
        if depth and kind < 0.5:
            keys = (random.choice(self.keys) for _ in range(random.randrange(6)))
            return "{" + ", ".join(f"{key}: {self.any_value(random, depth - 1)}" for key in keys) + "}"
        if kind < 0.85:
            return random.choice(self.values).replace(",", "")
        if kind < 0.95:
            return str(random.choice((0, -1, 1e9, 0.5, 10**30, 3)))
        return random.choice(SIGNS)

    def block(self, random: Random, most: int = 12) -> str:
        """Keys and values in block style, some of them a level down."""
        lines = []
        for _ in range(random.randrange(1, most)):
            lines.append(f"{random.choice(self.keys)}: {self.any_value(random, 3)}")
            if random.random() < 0.3:
                lines[-1] = lines[-1].partition(":")[0] + ":"
                lines += (f"  {'- ' * random.randrange(2)}{line}" for line in self.block(random, 5).splitlines())
        return "\n".join(lines) + "\n"


def bomb(random: Random) -> bytes:
    """A file that is small or large and means to take all memory, all time, or the stack."""
    n = random.choice((40, 1000, 30_000, 200_000))
    made: tuple[Callable[[], str], ...] = (
        lambda: "[" * n,
        lambda: "{a: " * n,
        lambda: "- " * n,
        lambda: "? " * n,
        lambda: "title: " + "[" * n + "]" * n,
        lambda: "".join(f"{' ' * k}a:\n" for k in range(min(n, 1200))),
        lambda: "a: &a [x, x]\n" + "".join(f"b{k}: &b{k} [{'*a, ' * 9}*a]\n" for k in range(9)),
        lambda: "points: [" + "x, " * n + "x]",
        lambda: "".join(f"k{k}: v\n" for k in range(min(n, 40_000))),
        lambda: "title: a\n" * min(n, 19_000),
        lambda: "layout: points\ntitle: " + "<a" * n,
        lambda: "layout: points\ntitle: a\npoints:\n" + "  - <opened> <nosuch> ==x\n" * min(n, 9_000),
        lambda: "layout: points\ntitle: a\npoints:\n" + "  - tru e: [\n" * min(n, 9_000),
        lambda: "layout: points\ntitle: a\npoints:\n  - " + "字" * min(n, 300_000),
        lambda: "layout: points\ntitle: a\npoints:\n  - " + "word " * min(n, 150_000),
        lambda: "layout: points\ntitle: a\npoints:\n  - |\n" + "    a\n" * min(n, 150_000),
        lambda: "layout: points\ntitle: a\npoints:\n" + "  - a\n" * min(n, 19_000),
        lambda: "layout: points\ntitle: a\npoints: [a]\nminutes: " + "9" * n,
        lambda: "layout: points\ntitle: a\npoints: [a]\nsteps: [" + "points.each, " * min(n, 9_000) + "]",
        lambda: "layout: points\ntitle: " + "==" * n + "\npoints: [a]",
        lambda: "x" * n + ": 1\n",
        lambda: "".join(f"titel{k}: v\n" for k in range(min(n, 19_000))),
        lambda: "a" * (1 << 20) + "\n" * 9,
        lambda: "#" * (1 << 21),
        lambda: "\n" * (1 << 20) + "layout: points",
        lambda: '"' + "\\x41" * n,
        lambda: "themes: [" + ", ".join(f"t{k}" for k in range(min(n, 9_000))) + "]\ntitle: a\nlanguages: [zh]",
        lambda: "title: a\nslides: [" + ", ".join(f"s{k}" for k in range(min(n, 9_000))) + "]",
        lambda: "title: a\nlanguages: [" + ", ".join(f"l{k}" for k in range(min(n, 9_000))) + "]\nthemes: [a]",
        lambda: f"layout: bars\ntitle: a\nchart: {{type: bar, items: [{'{label: a, value: 1}, ' * min(n, 3_000)}]}}",
        lambda: f"{SLIDE}free: [{'{type: box, at: [0, 0, 1, 1]}, ' * min(n, 2_000)}]",
    )
    return random.choice(made)().encode()
