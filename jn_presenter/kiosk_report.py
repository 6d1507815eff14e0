"""What `jn-presenter kiosk --status` says of a kiosk, from the file that its supervisor keeps."""

import json
import sys
import time
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from jn_presenter.durable import read
from jn_presenter.kiosk_folder import kiosk_folder, kiosks_folder, runs
from jn_presenter.model.options import KioskOptions
from jn_presenter.model.text import Message
from jn_presenter.packs.standing import Current, standing
from jn_presenter.packs.telling import Told, told
from jn_presenter.supervise.keeping import STATUS, STATUS_S
from jn_presenter.supervise.status import Status
from jn_presenter.terminal import say, worded

HEALTHY, NOT_HEALTHY, NO_KIOSK = 0, 1, 2
MOST = 1 << 20
OLD_S = 3 * STATUS_S
"""An older status is that of a supervisor that cannot write, or is stopped."""
NEEDED = frozenset(Status._fields)
RUNGS = {
    "deck": Message("所选汇报", "the deck"),
    "good": Message("上一次正常的汇报", "the last good copy of the deck"),
    "safe": Message("备用画面（无汇报）", "the plain page, without a deck"),
}
HOW = {
    "exit": Message("退出码 {code}", "exit code {code}"),
    "signal": Message("信号 {signal}", "signal {signal}"),
    "hang": Message("无响应", "it stood still"),
    "start": Message("无法启动", "it could not be started"),
}


def report(options: KioskOptions) -> int:
    """Print it; the exit code: 0 healthy, 1 not, 2 no kiosk of this deck."""
    folder = Path(options.folder) if options.folder else kiosk_folder(options.deck)
    if not runs(folder):
        if options.json:
            print(json.dumps({"healthy": False, "running": False}))
        else:
            say(Message("这份汇报没有运行中的一体机", "no kiosk of this deck is running"))
            for deck in _others(folder):
                print(f"  jn-presenter kiosk --status {deck}", file=sys.stderr)
        return NO_KIOSK
    status, pack = current(folder, time.time()), told(folder)
    if options.json:
        status["pack"] = to_builtins(pack)
        print(json.dumps(status, ensure_ascii=False, indent=1))
    else:
        for message in (*words(status), *_pack(pack, standing(folder))):
            print(worded(message))
    return HEALTHY if status["healthy"] else NOT_HEALTHY


def current(folder: Path, now_s: float) -> dict[str, Any]:
    """The status as the file has it, with its age; healthy only where it is young enough to be believed."""
    status, written_s = _read(folder / STATUS)
    age = max(0.0, now_s - written_s)
    known = bool(status) and age <= OLD_S
    return {**status, "running": True, "age_s": round(age), "healthy": known and status.get("healthy") is True}


def words(status: dict[str, Any]) -> list[Message]:
    """The status for people, a line each."""
    if status.get("rung") not in RUNGS:
        return [Message("一体机在运行，但读不到它的状态", "the kiosk is running, but its status cannot be read")]
    lines = [_state(status), Message(f"汇报：{status['deck']}", f"deck: {status['deck']}")]
    since, restarts = _time(status["since_s"]), status["restarts"]
    lines.append(Message(f"自 {since} 起运行，重启 {restarts} 次", f"running since {since}, restarts: {restarts}"))
    if (fallen := status["last_crash"]) is not None:
        when, how, slide = _time(fallen["at_s"]), _how(fallen), fallen["slide"]
        on = Message(f"，页面 {slide}", f", on {slide}") if slide else Message("", "")
        lines.append(Message(f"上次故障：{when}，{how.zh}{on.zh}", f"last crash: {when}, {how.en}{on.en}"))
    lines += _content(status["content"])
    for one in status["aside"]:
        left = _span(one["left_s"])
        slide = one["slide"]
        lines.append(Message(f"暂停放映：{slide}，还有 {left.zh}", f"set aside: {slide}, for {left.en} yet"))
    if status["memory"]:
        size = f"{status['memory'] / 1e6:.0f} MB"
        lines.append(Message(f"内存：{size}", f"memory: {size}"))
    return lines


def _state(status: dict[str, Any]) -> Message:
    if status["age_s"] > OLD_S:
        age = _span(status["age_s"])
        return Message(f"不正常：状态已有 {age.zh} 没有更新", f"not well: the status is {age.en} old")
    rung = RUNGS["good" if status["content"]["copy"] else status["rung"]]
    if status["showing_s"] is None:
        return Message(f"不正常：没有画面；正在启动{rung.zh}", f"not well: nothing is shown; starting {rung.en}")
    span = _span(status["showing_s"] + status["age_s"])
    if not status["healthy"]:
        return Message(f"不正常：放映的是{rung.zh}，已 {span.zh}", f"not well: showing {rung.en}, for {span.en}")
    if status["closed"]:
        return Message(
            f"正常：非开放时间，画面全黑；已连续运行 {span.zh}",
            f"well: closed, and so black; up for {span.en} without a break",
        )
    return Message(f"正常：已连续放映 {span.zh}", f"well: showing for {span.en} without a break")


def _content(content: dict[str, Any]) -> list[Message]:
    """What is wrong with the deck's files; the words of the show have both languages already."""
    lines = []
    if errors := content["errors"]:
        lines.append(Message(f"汇报有 {errors} 处错误，第一处：", f"the deck's errors: {errors}; the first one:"))
        lines.append(Message(content["first"], content["first"]))
    if content["held"]:
        lines.append(Message("已保存的改动暂未放映：", "what was saved is not shown yet:"))
        lines.append(Message(content["held"], content["held"]))
    return lines


def _pack(last: Told | None, shown: Current | None) -> list[Message]:
    """Which pack is shown in place of the deck, and what became of the last one that was seen."""
    lines = []
    if shown is not None:
        version = shown.version
        lines.append(Message(f"放映内容包：版本 {version}", f"in its place that of a pack: version {version}"))
    if last is None:
        return lines
    when, file = _time(last.at_s), Path(last.outcome.file).name
    if last.taken:
        about = Message(f"内容包 {file}，{when} 接收：", f"pack {file}, taken {when}:")
    else:
        about = Message(f"内容包 {file}，{when} 拒收：", f"pack {file}, refused {when}:")
    return [*lines, about, last.outcome.message]


def _how(fallen: dict[str, Any]) -> Message:
    form = HOW.get(fallen["how"], HOW["start"])
    return Message(form.zh.format(**fallen), form.en.format(**fallen))


def _span(seconds: float) -> Message:
    """Roughly, in the largest unit that fits."""
    for unit, zh, en in ((86_400, "天", "d"), (3600, "小时", "h"), (60, "分钟", "min")):
        if seconds >= unit:
            return Message(f"{seconds / unit:.0f} {zh}", f"{seconds / unit:.0f} {en}")
    return Message(f"{seconds:.0f} 秒", f"{seconds:.0f} s")


def _time(wall_s: float) -> str:
    """By the clock on the wall."""
    return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(wall_s))


def _read(path: Path) -> tuple[dict[str, Any], float]:
    """The status, and when it was written, in seconds since 1970; empty where there is none."""
    try:
        found = json.loads(read(path, MOST))
        written = path.stat().st_mtime
    except (OSError, ValueError, RecursionError):
        return {}, 0.0
    return (found, written) if isinstance(found, dict) and found.keys() >= NEEDED else ({}, written)


def _others(but: Path) -> list[str]:
    """The decks of other kiosks that run here."""
    folders = sorted(one for one in kiosks_folder().glob("kiosk-*") if one != but and runs(one))
    return [str(deck) for one in folders if (deck := _read(one / STATUS)[0].get("deck"))]
