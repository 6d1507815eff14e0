"""What is done to a checkout rather than by the program: setting it up, checking it, making the bundled font."""
