"""Freight estimates: what shipping some lines would cost from each warehouse, by each of its carriers."""
