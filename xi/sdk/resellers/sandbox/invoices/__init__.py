"""Invoices: what an order's shipments were billed with, how invoices are searched, and their answers."""
