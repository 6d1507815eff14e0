"""A deck as one signed file: made by an office, and taken by a kiosk only from whom its owner trusts."""
