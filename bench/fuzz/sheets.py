"""Files of data that are broken: CSV and XLSX, read by their feeds and laid out as a chart."""

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from random import Random

from bench.fuzz.noise import Noise
from bench.fuzz.worker import Files
from bench.tables import MAIN, Rows, as_csv, as_xlsx
from jn_presenter.compose import fit_slide
from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.feeds import FEEDS
from jn_presenter.load import load_deck
from jn_presenter.load.snapshots import read_feed
from jn_presenter.model.feed import Feed, Request, Snapshot
from jn_presenter.model.geometry import WIDE

GOOD_ROWS: tuple[Rows, ...] = (
    (("name", "value"), ("a", 1.0), ("b", 2.5), ("丙", -3.0)),
    (("月份", "甲", "乙"), ("2020-01", 1.0, 2.0), ("2020-02", 3.0, 4.0)),
    (("name", "value"), *((f"n{k}", float(k)) for k in range(60))),
)
CSV_TOKENS = tuple(
    sign.encode()
    for sign in (
        *(
            ",",
            ";",
            "\t",
            '"',
            '""',
            '"\n',
            "\r",
            "\r\n",
            "\n",
            "\0",
            "\ufeff",
            "=1+1",
            "#N/A",
            "1,000.5",
            "１２",
            "NaN",
            "inf",
        ),
        *(
            "1e999",
            "-",
            "%",
            "50%",
            "2020-01-01",
            "€",
            "千亿",
            "'",
            "\\",
            "\x1a",
            "\u2028",
            "9" * 400,
            "," * 300,
            '"' * 99,
        ),
    )
)
XML_TOKENS = tuple(
    sign.encode()
    for sign in (
        *(
            "<row",
            "</row>",
            "<c ",
            '<c r="A1">',
            '<c r="XFD1048576">',
            '<c r="ZZZZZ9">',
            '<c r="A99999999999">',
            't="s"',
            't="e"',
        ),
        *(
            "<v>",
            "</v>",
            "<v>1e999</v>",
            "<v>99999999</v>",
            "<f>1/0</f>",
            "<is>",
            "<t>",
            "&#0;",
            "&a;",
            "<!DOCTYPE a [",
            "]]>",
        ),
        *(
            's="99999"',
            's="-1"',
            't="d"',
            "<mergeCell",
            'spans="1:99999999"',
            '<dimension ref="A1:XFD1048576"/>',
            "\0",
            "<!--",
        ),
        *(
            'state="hidden"',
            'r:id="rId9"',
            'Target="../../a"',
            'Target="/etc/passwd"',
            'numFmtId="14"',
            'formatCode="0%"',
        ),
    )
)
ZIP_TOKENS = (b"PK\3\4", b"PK\1\2", b"PK\5\6", b"PK\6\6", b"\xff\xff\xff\xff", b"\0\0", b"xl/workbook.xml", b"../../a")
SLIDE = "layout: chart-full\ntitle:\n  zh: 图\nchart:\n  type: {chart}\n  data: data/a.{ending}\n"
DECK = {
    "briefing.yaml": "title:\n  zh: 图\nlanguages: [zh]\nstyles: [night]\nthemes: [a]\n",
    "a/theme.yaml": "title:\n  zh: 图\nslides: [csv, xlsx]\n",
}


class Target:
    """One file a case, now and then after a good one of the same name was shown."""

    memory_mb = 1024

    def __init__(self, home: Path) -> None:
        (home / "data").mkdir()
        (home / "a").mkdir()
        for name, text in DECK.items():
            (home / name).write_text(text, encoding="utf-8")
        for ending in ("csv", "xlsx"):
            (home / f"a/{ending}.yaml").write_text(SLIDE.format(chart="bar", ending=ending), encoding="utf-8")
        self._home, self._deck = home, load_deck(home).deck
        self._parts = [_unpacked(as_xlsx(rows)) for rows in GOOD_ROWS]
        self._good = {"csv": [as_csv(rows) for rows in GOOD_ROWS], "xlsx": [packed(parts) for parts in self._parts]}

    def make(self, random: Random) -> Files:
        """The file."""
        kind = random.random()
        if kind < 0.04:
            return {"data/a.xlsx": _book_bomb(random)}
        if kind < 0.08:
            return {"data/a.csv": _text_bomb(random)}
        if kind < 0.4:
            good = self._good["csv"]
            return {"data/a.csv": Noise(random, CSV_TOKENS, good).broken(random.choice(good))}
        if kind < 0.6:
            good = self._good["xlsx"]
            return {"data/a.xlsx": Noise(random, ZIP_TOKENS, good).broken(random.choice(good))}
        parts = dict(random.choice(self._parts))
        noise = Noise(random, XML_TOKENS, list(parts.values()))
        for name in random.sample(sorted(parts), random.choice((1, 1, 2))):
            parts[name] = noise.broken(parts[name])
        return {"data/a.xlsx": packed(parts)}

    def take(self, files: Files, random: Random) -> None:
        """Read it, with or without options, as the first or a later state; then lay a chart of it out."""
        ((name, content),) = files.items()
        ending = name.rpartition(".")[2]
        path = self._home / name
        before: Snapshot | None = None
        slide = self._deck.slides[f"a/{ending}"]
        made: Callable[..., Feed] = FEEDS[ending]
        plain = made(file=name)
        if random.random() < 0.3:
            path.write_bytes(random.choice(self._good[ending]))
            before = read_feed(plain, Request(folder=str(self._home)))
        path.write_bytes(content)
        found = read_feed(plain, Request(folder=str(self._home), before=before, tick=1))
        read_feed(made(file=name, **_options(ending, random)), Request(folder=str(self._home), before=before))
        languages, style = self._deck.briefing.languages, self._deck.styles["night"]
        fit_slide(self._deck, slide, WIDE, languages, style, FixedMeasure(), {plain: found})


def _options(ending: str, random: Random) -> dict[str, object]:
    if ending == "csv":
        return {"encoding": random.choice(("", "gbk", "utf-16", "utf-7", "nosuch", "rot13", "idna"))}
    return {
        "sheet": random.choice(("", "Sheet1", "nosuch")),
        "range": random.choice(("", "A1:B3", "B2:XFD1048576", "ZZZ1:A0", "A:A")),
        "columns": random.choice(((), ("name",), ("nosuch",))),
    }


def _unpacked(book: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """The parts as one archive: without the time of day, or a case would never be the same again."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, compresslevel=1)
    return made.getvalue()


def bomb(cells: str, shared: bytes = b"") -> bytes:
    """A workbook of these rows in XML, and that list of texts."""
    parts = _unpacked(as_xlsx(GOOD_ROWS[0]))
    parts["xl/worksheets/sheet1.xml"] = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'.encode()
    return packed(parts | ({"xl/sharedStrings.xml": shared} if shared else {}))


def _book_bomb(random: Random) -> bytes:
    n = random.choice((1000, 100_000, 3_000_000))
    made: tuple[Callable[[], bytes], ...] = (
        lambda: bomb(" " * (n << 5)),
        lambda: bomb('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        lambda: bomb("<row><c><v>1</v></c></row>" * min(n, 200_000)),
        lambda: bomb("<row>" * min(n, 200_000)),
        lambda: bomb("<a>" * min(n, 1_000_000)),
        lambda: bomb(f"<row>{'<c><v>1</v></c>' * min(n, 100_000)}</row>"),
        lambda: bomb(
            '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', b"<sst><si><t>" + b"a" * (n << 4) + b"</t></si></sst>"
        ),
        lambda: bomb(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"字" * n}</t></is></c><c r="B1"><v>2</v></c></row>'),
        lambda: bomb(
            "".join(f'<row r="{k}"><c r="A{k}" t="e"><v>#N/A</v></c></row>' for k in range(1, min(n, 90_000)))
        ),
        lambda: packed({f"xl/a{k}": b"" for k in range(min(n, 60_000))}),
        lambda: b"PK\3\4" + zlib.compress(bytes(n)),
        lambda: packed({"xl/workbook.xml": b"<a>" * min(n, 1_000_000)}),
        lambda: packed({"xl/workbook.xml": b"<a" + b" b" * min(n, 1_000_000)}),
    )
    return random.choice(made)()


def _text_bomb(random: Random) -> bytes:
    n = random.choice((1000, 100_000, 3_000_000))
    made: tuple[Callable[[], bytes], ...] = (
        lambda: b"," * n,
        lambda: b'"' * n,
        lambda: b'a,b\n"' + b"x" * n,
        lambda: b"a,b\n" + b"c,1\n" * min(n, 500_000),
        lambda: b"a,b\n" + b"c,1\r" * min(n, 500_000),
        lambda: b"\n" * n,
        lambda: b"a,b\n" + b"," * n,
        lambda: b"a,b\n1," + b"9" * n,
        lambda: b"a,b\n1," + "千".encode() * n,
        lambda: bytes(n),
        lambda: b"a,b\n" + b";\t,|" * n,
    )
    return random.choice(made)()
