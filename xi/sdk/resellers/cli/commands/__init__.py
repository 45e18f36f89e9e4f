"""The commands, a module for each group; each is imported when one of its commands is used."""
