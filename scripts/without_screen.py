"""What `run.py` does where there is nothing to show a window on: it leaves the briefing as files."""

from __future__ import annotations

import subprocess
from pathlib import Path

from scripts.bootstrap import Checkout, clean_environ
from scripts.machine import Sentence
from scripts.setting_up import say

EXPORTS = {
    "briefing-zh.pdf": ["--to", "pdf", "--lang", "zh"],
    "briefing-en.pdf": ["--to", "pdf", "--lang", "en"],
    "pictures": ["--to", "png", "--lang", "zh"],
    "contact.png": ["--to", "contact", "--lang", "zh"],
}


def export(checkout: Checkout) -> int:
    """Exports the shipped briefing into build/, and stops at the first that fails; returns its exit code, or 0."""
    say(
        Sentence(
            "没有显示器（DISPLAY 与 WAYLAND_DISPLAY 均未设置），改为把汇报导出到 build 文件夹。",
            "No display (neither DISPLAY nor WAYLAND_DISPLAY is set): the briefing is exported to build/ instead.",
        )
    )
    build = Path(checkout.root, "build")
    build.mkdir(exist_ok=True)
    for name, options in EXPORTS.items():
        command = [checkout.python, checkout.launcher, "export", "-o", str(build / name), *options]
        if code := subprocess.call(command, env=clean_environ()):
            return code
    return 0
