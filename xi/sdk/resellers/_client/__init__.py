"""What both clients share: how a configuration and the options of a call become a call, and where tokens come from."""
