"""One file is one kind of source of a chart's rows: its fields and how it is read. The file's name is its type."""

from jn_presenter.model.feed import Feed
from jn_presenter.model.registry import Registry

FEEDS: Registry[type[Feed]] = Registry(__name__, "FEED")
