"""A briefing as a PowerPoint file that an office can go on with: text to edit, native charts and tables, notes."""

from jn_presenter.export.pptx.book import write

__all__ = ["write"]
