"""The show of a kiosk: the child of the supervisor, which starts it again whatever happens to it."""
