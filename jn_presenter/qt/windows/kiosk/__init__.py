"""The one window of a kiosk: the stage, and above it what a visitor touches."""
