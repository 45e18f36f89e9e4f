"""The model `AsyncOrderCreateResponse`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer


class AsyncOrderCreateResponse(Answer):
    """Receipt for a v7 order.

    It holds no order number, and no call looks a confirmation number up: match the result by PO.
    """

    quote_number: str | None = None
    """The quote that was ordered, echoed; blank without one."""

    confirmation_number: str | None = None
    """Number of the receipt, such as `US-I-T-` and 20 digits.

    The webhook does not repeat it.
    """

    message: str | None = None
    """What will happen next, in one sentence."""
