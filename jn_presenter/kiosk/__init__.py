"""What a visitor at a kiosk sees beside the slides, as marks: themes as tiles, controls, countdown, pad. Pure."""
