"""Each guard of a kiosk with what switches it off, and the test that has to fail then."""
