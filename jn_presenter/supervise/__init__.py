"""Keeps the show of a kiosk running, by the standard library alone: what crashes the show is not in this process."""
