"""Makes the application that needs no Python: `python3 run.py application -o FOLDER`.

Run by its path: `packaging` is also the name of a package that is installed, and means that wherever it is imported.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)

try:
    from scripts.delivery import frozen
except ModuleNotFoundError as error:
    if error.name != "tomli":
        raise
    sys.exit("制作程序需要 Python 3.11 或更新版本。\nTo make the application, Python 3.11 or newer is needed.")

sys.exit(frozen.main(ROOT, sys.argv[1:]))
