"""LibreOffice without a window, as others make a PDF of slides: in a home of its own, and ended in any case."""

import shutil
import subprocess
import time
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAM = "soffice"
LIMIT_S = 240.0


def is_there() -> bool:
    """Whether the machine has it."""
    return shutil.which(PROGRAM) is not None


def converted_ms(file: Path, folder: Path, *, kind: str = "pdf") -> float:
    """Ms that it takes from its start to the file of that kind in `folder`; it was started once before.

    Raises RuntimeError where it makes none, or takes longer than LIMIT_S.
    """
    with TemporaryDirectory(dir=folder) as home:
        for _ in range(2):  # the first start makes its settings
            began = time.perf_counter()
            _convert(file, folder, kind, Path(home))
            passed = 1000 * (time.perf_counter() - began)
    if not folder.joinpath(f"{file.stem}.{kind}").is_file():
        raise RuntimeError(f"{PROGRAM} made no {kind} of {file.name}")
    return passed


def _convert(file: Path, folder: Path, kind: str, home: Path) -> None:
    command = [PROGRAM, f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", kind]
    try:
        subprocess.run([*command, "--outdir", str(folder), str(file)], capture_output=True, check=True, timeout=LIMIT_S)
    except (OSError, subprocess.SubprocessError) as error:
        raise RuntimeError(f"{PROGRAM}: {error}") from error
