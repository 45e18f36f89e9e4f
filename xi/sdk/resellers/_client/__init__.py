"""What both clients share: building calls from a configuration and options, and getting tokens."""
