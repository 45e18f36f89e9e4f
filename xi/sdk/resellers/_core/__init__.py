"""Decides everything about a call and does no I/O; clocks and random numbers are passed in."""
