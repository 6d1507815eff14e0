"""JN Presenter shows briefings written in YAML: slides, live charts, presenter console, fully offline."""

__version__ = "0.1.0"
