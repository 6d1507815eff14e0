"""The show as pure functions: its state, the commands that change it, the keys that call them, the choice of slides."""
