"""Deals: special bids, their prices, and how much of them is left."""
