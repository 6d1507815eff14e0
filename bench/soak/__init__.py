"""The long runs: what a kiosk has to stand for weeks, done in hours. Each is a file here and a name in `RUNS`."""
