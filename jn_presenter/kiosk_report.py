"""What `jn-presenter kiosk --status` says of a kiosk, from the file that its supervisor keeps."""

import json
import sys
import time
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from jn_presenter.durable import read
from jn_presenter.kiosk_folder import kiosk_folder, places, running, runs
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
            for deck in _others():
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
    status, written_s = _newest(places(folder))
    age = max(0.0, now_s - written_s)
    known = bool(status) and age <= OLD_S
    return {**status, "running": True, "age_s": round(age), "healthy": known and status.get("healthy") is True}


def words(status: dict[str, Any]) -> list[Message]:
    """The status for people, a line each."""
    if status.get("rung") not in RUNGS:
        return [Message("一体机在运行，但读不到它的状态", "the kiosk is running, but its status cannot be read")]
    lines = [_state(status), *_why(status), Message(f"汇报：{status['deck']}", f"deck: {status['deck']}")]
    since, restarts = _time(status["since_s"]), status["restarts"]
    lines.append(Message(f"自 {since} 起运行，重启 {restarts} 次", f"running since {since}, restarts: {restarts}"))
    if (fallen := status["last_crash"]) is not None:
        last = _crash(fallen)
        lines.append(Message(f"上次故障：{last.zh}", f"last crash: {last.en}"))
    if not status["content"]["copy"]:
        lines += _content(status["content"])
    for one in status["aside"]:
        lines += _aside(one)
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


def _why(status: dict[str, Any]) -> list[Message]:
    """Why it is not the deck that was asked for: what happened on each rung above, and what is wrong with the files."""
    lines = []
    for one in status["why"]:
        rung, crash = RUNGS.get(one["rung"], RUNGS["deck"]), _crash(one["crash"])
        lines.append(Message(f"不放映{rung.zh}的原因：{crash.zh}", f"why not {rung.en}: {crash.en}"))
        if first := one["crash"]["first"]:
            lines.append(Message(first, first))
    if status["rung"] == "safe" and all(one["rung"] != "good" for one in status["why"]):
        lines.append(Message("没有上一次正常的汇报可放", "there is no last good copy of the deck to show"))
    if status["content"]["copy"]:
        first = status["content"]["first"]
        lines.append(
            Message("所选汇报无法放映，第一处错误：", "why not the deck: it cannot be shown; its first error:")
        )
        lines.append(Message(first, first))
    if not status["seen"] and not status["closed"]:
        lines.append(Message("系统没有显示放映窗口", "the system does not show its window"))
    return lines


def _aside(one: dict[str, Any]) -> list[Message]:
    """A slide set aside, for how long yet, and why."""
    left, slide, crash = _span(one["left_s"]), one["slide"], one["crash"]
    line = Message(f"暂停放映：{slide}，还有 {left.zh}", f"set aside: {slide}, for {left.en} yet")
    if crash is None:
        why = Message("原因：本次启动之前反复出错，见日志", "why: it crashed before this start; see the log")
    else:
        last = _crash(crash)
        why = Message(f"原因：放映它时反复出错，最近一次 {last.zh}", f"why: it crashed again and again, last {last.en}")
    return [line, why]


def _crash(fallen: dict[str, Any]) -> Message:
    """When, how, and on which slide."""
    when, how, slide = _time(fallen["at_s"]), _how(fallen), fallen["slide"]
    on = Message(f"，页面 {slide}", f", on {slide}") if slide else Message("", "")
    return Message(f"{when}，{how.zh}{on.zh}", f"{when}, {how.en}{on.en}")


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


def _newest(folders: tuple[Path, ...]) -> tuple[dict[str, Any], float]:
    """The status that was written last, and when; a disk that is full has an older one."""
    found = [_read(folder / STATUS) for folder in folders]
    return max(found, key=lambda one: (bool(one[0]), one[1]))


def _others() -> list[str]:
    """The decks of the kiosks that run here."""
    return sorted({str(deck) for folders in running() if (deck := _newest(folders)[0].get("deck"))})
