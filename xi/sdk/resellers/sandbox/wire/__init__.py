"""Requests and responses as plain values, and JSON as it is read and written."""
