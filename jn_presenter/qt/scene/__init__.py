"""Marks to pixels: one painter a kind of mark, for the screen, thumbnails, pictures and PDF alike."""
