"""Broken files of every kind that a user can give the program, made by the thousand and read under limits."""
