"""`kiosk --usage`: what a kiosk was used for, as a table, while it runs or not."""

import sqlite3
import sys
from pathlib import Path

from jn_presenter.argument_kiosk import STDOUT
from jn_presenter.durable import replace
from jn_presenter.kiosk_folder import kiosk_folder
from jn_presenter.model.options import KioskOptions, OptionError
from jn_presenter.model.text import Message
from jn_presenter.show.kiosk.usage import as_csv
from jn_presenter.usage_file import NAME, read_usage

DONE = 0


def write_usage(options: KioskOptions) -> int:
    """Write the CSV file, or print it; the exit code. Raises OptionError."""
    path = Path(options.folder or kiosk_folder(options.deck), NAME)
    try:
        table = as_csv(read_usage(path))
    except FileNotFoundError:
        raise OptionError(
            Message("这份汇报还没有使用统计", "nothing was recorded yet of a kiosk with this deck")
        ) from None
    except sqlite3.Error as error:
        raise OptionError(Message(f"无法读取 {path}：{error}", f"cannot read {path}: {error}")) from error
    if options.usage == STDOUT:
        sys.stdout.buffer.write(table)
        sys.stdout.flush()
        return DONE
    try:
        replace(Path(options.usage), table)
    except OSError as error:
        why = error.strerror or error
        raise OptionError(
            Message(f"无法写入 {options.usage}：{why}", f"cannot write {options.usage}: {why}")
        ) from error
    print(options.usage)
    return DONE
