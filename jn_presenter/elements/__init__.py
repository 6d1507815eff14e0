"""One file is one slide element: its fields and how it fits and draws. The file's name is the element's type."""

from jn_presenter.model.element import Element
from jn_presenter.model.registry import Registry

ELEMENTS: Registry[type[Element]] = Registry(__name__, "ELEMENT")
