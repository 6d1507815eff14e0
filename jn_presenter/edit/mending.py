"""What is wrong with a line, put right as its problem says."""

from jn_presenter.edit.changes import Change, Edit, Read, Refusal
from jn_presenter.edit.document import NEWLINE, opened
from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Message

WHAT = Message("改正", "correction")


def mended(read: Read, problem: Problem) -> Edit | Refusal:
    """An edit after which the problem's line is the one that it says to write; nothing else of the file is touched."""
    data = read(problem.file)
    document = opened(problem.file, data) if data is not None else None
    if document is None or not problem.write:
        return _refused(problem)
    starts = [0, *(end.end() for end in NEWLINE.finditer(document.text))]
    if problem.line > len(starts):
        return _refused(problem)
    start = starts[problem.line - 1]
    end = NEWLINE.search(document.text, start)
    stop = end.start() if end else len(document.text)
    after = document.with_text(document.text[:start] + problem.write + document.text[stop:])
    slide = problem.file.removesuffix(".yaml")
    return Edit(WHAT, (Change(problem.file, data, after.data),), slide, slide)


def _refused(problem: Problem) -> Refusal:
    return Refusal(
        Message(
            f"{problem.file} 第 {problem.line} 行改不了", f"line {problem.line} of {problem.file} cannot be put right"
        ),
        Message("请在文件里自己改", "change it in the file yourself"),
    )
