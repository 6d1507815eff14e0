"""Frozen values that every layer shares: no I/O, no YAML, no Qt."""
