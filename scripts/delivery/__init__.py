"""What leaves the office: a stick that installs without a network, and an application that needs no Python."""
