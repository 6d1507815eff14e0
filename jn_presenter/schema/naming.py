"""The line at the head of a file that names its schema, as editors with yaml-language-server read it."""

import os
from pathlib import PurePath

MODELINE = "# yaml-language-server: $schema="


def modeline(file: PurePath, schema: PurePath) -> str:
    """The line, with the way from the file to its schema. Both paths are absolute, or from one folder."""
    return MODELINE + os.path.relpath(schema, file.parent).replace(os.sep, "/")
