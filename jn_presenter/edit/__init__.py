"""What an editor does to a deck, as values: pure functions from the files' bytes to the files' bytes.

A file is changed by the characters that must change and no others, so that comments, order, quotes and line ends stay;
and what comes out was read again, and says what it said before but for that change.
"""
