"""Quotes: what a vendor offers a customer, and what it wants to know before it is ordered."""
