"""A kiosk as pure functions of state, deck and time: the attract loop, the visit, what is due and when."""
