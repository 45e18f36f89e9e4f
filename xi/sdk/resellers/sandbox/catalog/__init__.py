"""What can be ordered: parts, quotes, and the units that are left."""
