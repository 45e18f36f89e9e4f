"""The only I/O of the client: drivers that carry out a flow's commands, and the transports they send through."""
