"""The answers to questions the live API leaves open, in one frozen value."""

from dataclasses import dataclass
from datetime import timedelta

from xi.sdk.resellers.sandbox.state.quotas import RateLimit

IMPULSE_COUNTRIES = frozenset({"US", "CA", "MX", "BR", "CL", "CO", "PE", "IN"})
"""Countries on the Impulse ERP as far as seen; no published list exists, so all others count as SAP."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What the sandbox does where the published facts are silent, doubtful or a matter of degree.

    Args:
        partial_by_default: Whether good lines go through when `allowPartialOrder` is absent.
        unknown_details_status: HTTP status of the details of an unknown order (404 or 500).
        cancelled_again_status: HTTP status of a second cancel (405 or 404).
        renumber_updated_lines: Whether an updated line gets a new line number, as recorded answers show.
        hold_window: How long an order may stay on customer hold before it is voided.
        search_window: How far back a search without filters looks.
        token_lifetime: How long an access token is good for.
        impulse_countries: Countries whose orders are numbered branch-style; all others are SAP.
        strict: Whether answers are as the published schema says, where the live API answers otherwise.
        one_token: Whether a client's new token ends its older ones, as a live integration suspects.
        approved: Whether apps are approved for this API; without that each call is answered 401.
        rate_limit: The quota of calls; None grants all, and sends no headers.
        webhook_pause: Seconds before a webhook that failed is tried again; each further pause is twice as long.
        webhooks_anywhere: Whether webhooks may lead off this machine.
        host_names: Names under which the page and the control API may be reached, besides localhost and addresses.
        body_limit: The largest accepted request body, in bytes.
        order_limit: How many orders there may be; a create beyond is answered 500, and nothing is placed.
        line_limit: How many lines they may have together; likewise.
    """

    partial_by_default: bool = True
    unknown_details_status: int = 404
    cancelled_again_status: int = 405
    renumber_updated_lines: bool = False
    hold_window: timedelta = timedelta(hours=24)
    search_window: timedelta = timedelta(days=20)
    token_lifetime: timedelta = timedelta(hours=24)
    impulse_countries: frozenset[str] = IMPULSE_COUNTRIES
    strict: bool = False
    one_token: bool = False
    approved: bool = True
    rate_limit: RateLimit | None = None
    webhook_pause: float = 1.0
    webhooks_anywhere: bool = False
    host_names: frozenset[str] = frozenset()
    body_limit: int = 5 * 1024 * 1024
    order_limit: int = 1_000_000
    line_limit: int = 3_000_000

    def is_impulse(self, country: str) -> bool:
        """Return whether the country's orders live in Impulse rather than SAP."""
        return country in self.impulse_countries
