"""Where the frozen application begins."""

import sys

from jn_presenter.application import main

sys.exit(main())
