"""The model `AsyncOrderCreateDTOVmfadditionalAttributesInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Request


class AsyncOrderCreateDTOVmfadditionalAttributesInner(Request):
    """One piece of data a vendor demands; an `attributeDescription` is taken as an extra."""

    attribute_name: str | None = None
    """Name the vendor gives the datum."""

    attribute_value: str | None = None
    """What to tell the vendor, as text."""
