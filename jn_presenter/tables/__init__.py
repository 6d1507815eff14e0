"""Facts and texts of a deck as a workbook that is edited in Excel, and what was changed there as an edit.

Pure: `exported_…` gives the bytes of a workbook, `taken_…` reads them back.
"""

from jn_presenter.tables.effects import Effect, effects
from jn_presenter.tables.facts_out import exported_facts
from jn_presenter.tables.facts_taken import taken_facts
from jn_presenter.tables.reading import TableError
from jn_presenter.tables.taking import Remark, Taken, Told
from jn_presenter.tables.texts_out import exported_texts
from jn_presenter.tables.texts_taken import taken_texts

__all__ = [
    "Effect",
    "Remark",
    "TableError",
    "Taken",
    "Told",
    "effects",
    "exported_facts",
    "exported_texts",
    "taken_facts",
    "taken_texts",
]
