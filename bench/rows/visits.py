"""Another visit chosen on the console: how long the audience and the console take to show what is made out for it."""

import shutil
import sys
from pathlib import Path

import msgspec

from bench.desktop import Desktop
from bench.invited import Times
from bench.lab import HD, Lab
from bench.process import output
from bench.row import Limit, Row
from bench.stats import summary
from jn_presenter.paths import shipped_slides

CHANGES = 60
VISITS = 40
LIMIT_S = 300.0
MOST_MS = 100.0
TEMPLATE = """\
delegation:
  zh: 第{k}考察团（示例）
  en: Delegation {k} (sample)
leader:
  name:
    zh: 团长{k}
    en: Leader {k}
date: 2026-11-{day:02}
minutes: {minutes}
languages: [{languages}]
themes: [{themes}]
"""
THEMES = ("industry, innovation", "overview, livelihood, services", "services, industry")
LANGUAGES = ("zh", "zh, en", "en")


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises RuntimeError where a visit does not come up."""
    size = [str(side) for side in HD]
    command = [sys.executable, "-m", "bench.invited", str(deck(lab.folder)), *size, str(lab.count(CHANGES))]
    with Desktop(2 * HD[0], HD[1]) as desktop:
        return rows_of(msgspec.json.decode(output(command, desktop.env, LIMIT_S), type=Times))


def deck(folder: Path, visits: int = VISITS) -> Path:
    """The shipped briefing with so many visits: other names, themes, minutes and languages from one to the next."""
    made = folder / "visited"
    shutil.copytree(shipped_slides(), made)
    shutil.rmtree(made / "visits", ignore_errors=True)
    (made / "visits").mkdir()
    for k in range(visits):
        words = TEMPLATE.format(
            k=k,
            day=k % 28 + 1,
            minutes=10 + k,
            languages=LANGUAGES[k % len(LANGUAGES)],
            themes=THEMES[k % len(THEMES)],
        )
        (made / "visits" / f"group-{k:02}.yaml").write_text(words, encoding="utf-8")
    return made


def rows_of(times: Times) -> list[Row]:
    """The lines of the table."""
    told = (("audience", times.audience), ("console", times.console))
    return [
        Row(
            what=f"another visit chosen on the console, until the {who} shows it, p95",
            unit="ms",
            ours=found.p95,
            limit=Limit("value", MOST_MS),
            n=found.n,
            spread=f"p50 {found.p50:.1f}, most {found.most:.1f}",
        )
        for who, found in ((who, summary(several)) for who, several in told)
    ]
