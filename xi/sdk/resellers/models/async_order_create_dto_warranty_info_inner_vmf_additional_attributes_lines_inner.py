"""The model `AsyncOrderCreateDTOWarrantyInfoInnerVmfAdditionalAttributesLinesInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Request


class AsyncOrderCreateDTOWarrantyInfoInnerVmfAdditionalAttributesLinesInner(Request):
    """One datum the vendor demands with a warranty."""

    attribute_name: str | None = None
    """Name of the datum, as the vendor calls it."""

    attribute_value: str | None = None
    """The datum itself, as text."""
