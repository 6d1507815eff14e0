"""JSON Schemas of the files that editors write, made from the same registries and structs that the loader goes by.

Draft 7, in the form that yaml-language-server understands best: what a mapping may hold hangs on its `type` or
`layout` by if/then, so that it proposes what fits there and objects to nothing that the loader takes.
"""

from jn_presenter.schema.files import KINDS, document, kind_of
from jn_presenter.schema.naming import modeline

__all__ = ["KINDS", "document", "kind_of", "modeline"]
