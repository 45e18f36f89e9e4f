"""Writes the models, the API classes, their pages and the published contract from the files in `contract/openapi/`."""
