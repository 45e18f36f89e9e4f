"""Account: who is calling, stated once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """An account with Ingram Micro, as every call has to name it; see `OrdersApi.bound`.

    Args:
        customer_number: registered for the app, `20-222222` in the US; at most 10 characters.
        country_code: of the account, two letters.
        sender_id: a name for the calling program, at most 32 characters; the server sends it back.
    """

    customer_number: str
    country_code: str
    sender_id: str | None = None
