"""`python -m jn_presenter` is the command jn-presenter."""

import sys

from jn_presenter.cli import main

if __name__ == "__main__":
    sys.exit(main())
