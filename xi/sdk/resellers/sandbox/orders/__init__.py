"""The orders of the API: what they are, by which rules they change, and how they are answered."""
