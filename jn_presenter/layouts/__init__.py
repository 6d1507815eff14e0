"""One file is one layout: the slots it offers and where they lie on a canvas. The file's name is the layout's name."""

from jn_presenter.model.layout import Layout
from jn_presenter.model.registry import Registry

LAYOUTS: Registry[Layout] = Registry(__name__, "LAYOUT")
