"""Problems for those who read them: on a terminal in the manner of a compiler, or as annotations of GitHub."""

import os

from jn_presenter.model.problem import WRITE, Problem
from jn_presenter.model.text import Message
from jn_presenter.terminal import BOLD, CYAN, GREEN, PLAIN, RED, YELLOW, harmless

COLOURS = {"error": RED, "warning": YELLOW, "note": CYAN}
LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
"""What GitHub calls severities."""
HINT = "="


def problem_text(problem: Problem, reader: str, *, colour: bool) -> str:
    """Place, what is wrong, the line with its number and carets, what to write instead, and the line as it should be.

    No sign of a file reaches the terminal that could move its cursor or colour it.
    """
    paint = _painted if colour else _plain
    tint = COLOURS[problem.severity]
    number = str(problem.line)
    margin = " " * len(number)
    place = harmless(f"{problem.file}:{problem.line}:{problem.column}:")
    kind = f"{problem.severity}[{problem.code}]"
    told = harmless(problem.message.in_language(reader))
    lines = [f"{paint(BOLD, place)} {paint(tint, kind)} {paint(BOLD, told)}"]
    shown, _, carets = problem.excerpt.partition("\n")
    if shown.strip():
        indent = len(carets) - len(carets.lstrip(" "))
        lines += [
            f" {paint(CYAN, f'{number} |')} {harmless(shown)}",
            f" {paint(CYAN, f'{margin} |')} {' ' * indent}{paint(tint, carets[indent:])}",
        ]
    if hint := harmless(problem.hint.in_language(reader)):
        lines.append(f" {paint(CYAN, f'{margin} {HINT}')} {hint}")
    if problem.write:
        label = WRITE.in_language(reader)
        lines.append(f" {paint(CYAN, f'{margin} {HINT}')} {label}")
        lines.append(f" {paint(GREEN, f'{number} +')} {paint(GREEN, harmless(problem.write))}")
    return "\n".join(lines)


def github(problem: Problem) -> str:
    """The problem as a workflow command that GitHub shows beside the line, in both languages.

    Its form: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    properties = {
        "file": problem.file.replace(os.sep, "/"),
        "line": str(problem.line),
        "col": str(problem.column),
        "endColumn": str(problem.column + problem.width),
        "title": problem.code,
    }
    listed = ",".join(f"{name}={_property(harmless(value))}" for name, value in properties.items())
    words = "\n".join(filter(None, (_both(problem.message), _both(problem.hint), problem.write)))
    return f"::{LEVELS[problem.severity]} {listed}::{_data(harmless(words, newline=True))}"


def _both(message: Message) -> str:
    return message.en if message.zh == message.en else f"{message.zh}\n{message.en}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _painted(colour: str, text: str) -> str:
    return f"{colour}{text}{PLAIN}" if text else ""


def _plain(_: str, text: str) -> str:
    return text
