"""The only I/O of the client: the drivers execute the commands of a flow, the transports send requests."""
