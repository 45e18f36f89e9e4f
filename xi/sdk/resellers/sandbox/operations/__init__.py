"""The operations of the API: a request in, a response out, the state changed in between."""
