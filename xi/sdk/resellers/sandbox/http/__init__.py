"""The sandbox over HTTP: the API's routes, the control API, the server, and who may use them."""
