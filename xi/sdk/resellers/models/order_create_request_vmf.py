"""The model `OrderCreateRequestVmf`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Request


class OrderCreateRequestVmf(Request):
    """The vendor's authorisation for an order."""

    vend_auth_number: str | None = None
    """Authorisation number from the vendor.

    Warranty orders of some vendors go on hold without it.
    """
