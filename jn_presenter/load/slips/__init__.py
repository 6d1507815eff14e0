"""Slips of people who type files: known by what they leave in a line, and told with what to type instead."""
