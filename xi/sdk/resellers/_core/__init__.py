"""Decides everything about a call and touches nothing: no socket, no clock, no randomness but what it is handed."""
