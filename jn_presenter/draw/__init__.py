"""What several elements share on the way from values to marks: words, numbers, scales, motion. Pure functions."""
