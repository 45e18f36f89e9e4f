"""Renewals: what is about to end, and the quotes that prolong it."""
