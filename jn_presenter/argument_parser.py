"""argparse that objects in Chinese and English by raising, and has its help in one width."""

import re
from argparse import ArgumentParser, RawTextHelpFormatter
from typing import Any, NoReturn

from jn_presenter.argument_types import refused

COLUMNS = 100
"""Of a line of help."""

CHINESE = (
    (r"argument (\S+): expected one argument", r"选项 \1 后面缺一个值"),
    (r"argument (\S+): ignored explicit argument .*", r"选项 \1 不带值"),
    (r"the following arguments are required: (.+)", r"缺少 \1"),
)
"""What argparse itself can object to in this grammar, in Chinese."""


class Helper(RawTextHelpFormatter):
    """Of one width: asking the terminal for its own would import shutil at every start."""

    def __init__(self, prog: str, **more: Any) -> None:
        super().__init__(prog, **more | {"width": COLUMNS})


class Parser(ArgumentParser):
    """Objects by raising OptionError, in both languages, instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        for english, chinese in CHINESE:
            if found := re.fullmatch(english, message):
                raise refused(found.expand(chinese), message)
        raise refused(message, message)
