"""Everything that needs Qt: fonts, painting, windows, clock, screens. No other package imports PySide6 or pyqtgraph."""
