"""What a sandbox remembers, and what it does where the facts are silent."""
