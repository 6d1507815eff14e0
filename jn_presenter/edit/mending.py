"""What is wrong with a line, put right as its problem says."""

from jn_presenter.edit.changes import Change, Edit, Read, Refusal
from jn_presenter.edit.document import opened
from jn_presenter.load.lines import with_line
from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Message

WHAT = Message("改正", "correction")


def mended(read: Read, problem: Problem) -> Edit | Refusal:
    """An edit after which the problem's line is the one that it says to write; nothing else of the file is touched."""
    data = read(problem.file)
    document = opened(problem.file, data) if data is not None else None
    if document is None or not problem.write:
        return _refused(problem)
    text = with_line(document.text, problem.line, problem.write)
    if text is None:
        return _refused(problem)
    after = document.with_text(text)
    slide = problem.file.removesuffix(".yaml")
    return Edit(WHAT, (Change(problem.file, data, after.data),), slide, slide)


def _refused(problem: Problem) -> Refusal:
    return Refusal(
        Message(
            f"{problem.file} 第 {problem.line} 行改不了", f"line {problem.line} of {problem.file} cannot be put right"
        ),
        Message("请在文件里自己改", "change it in the file yourself"),
    )
