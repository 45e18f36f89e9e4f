"""Returns: the cases that a reseller files against invoices, their states, and their answers."""
