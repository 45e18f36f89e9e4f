"""The behaviour of the sandbox where the facts about the live API leave it open, as a frozen value."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final, TypeAlias, cast

from xi.sdk.resellers.sandbox.state.quotas import RateLimit

IMPULSE_COUNTRIES = frozenset({"US", "CA", "MX", "BR", "CL", "CO", "PE", "IN"})
"""Countries on the Impulse ERP as far as observed; there is no published list, so all others count as SAP."""

TIMES: Final = ("search_lag", "duplicate_check_lag", "duplicate_check_window")
SWITCHES: Final = (
    "duplicate_check",
    "duplicate_check_after_stock",
    "duplicate_check_forgets_cancelled",
    "short_catalogue_pages",
    "moving_catalogue_counts",
    "price_limit",
    "shuffled_prices",
)
LISTS: Final = ("unapproved",)
CHANGEABLE: Final = (*TIMES, *SWITCHES, *LISTS)
"""Settings of a policy that can be changed while the sandbox runs: times, switches and lists of names."""
_OPTIONAL: Final[Mapping[str, type]] = {"rate_limit": RateLimit, "duplicate_check_window": timedelta}
"""The types of settings that can be left out."""
_WIDER: Final[Mapping[type, tuple[type, ...]]] = {frozenset: (AbstractSet,), float: (float, int)}
"""What serves as well as a type."""
_V7_STATUSES: Final = (200, 201)
FAMILIES: Final[list[str]] = []
"""Names of the API products, each of which is approved for an app separately; the table of operations fills it."""
LONGEST_LAG: Final = timedelta(days=366)
"""The longest lag; the clock of the sandbox keeps a larger distance from the ends of the calendar."""

_STATUSES: Final = {
    "unknown_invoice_status": (400, 404, 500),
    "unknown_freight_status": (200, 400),
    "unknown_products_status": (207, 400),
}

Plain: TypeAlias = bool | float | list[str] | None


@dataclass(frozen=True, slots=True)
class Policy:
    """What the sandbox does where the published facts are missing, doubtful or allow several values.

    Args:
        partial_by_default: Whether good lines are placed although others are bad, without `allowPartialOrder`.
        unknown_details_status: HTTP status of the details of an unknown order (404 or 500).
        cancelled_again_status: HTTP status of a second cancel (405 or 404).
        renumber_updated_lines: Whether an updated line gets a new line number, as recorded answers show.
        hold_window: How long an order may stay on customer hold before it is voided.
        search_window: How far back a search without filters goes.
        token_lifetime: How long an access token is valid.
        impulse_countries: Countries whose order numbers begin with a branch; all others are SAP.
        strict: Whether answers have the published schema where the live API differs from it.
        one_token: Whether a new token ends the older ones of its client, as a live integration suspects.
        approved: Whether apps are approved for any API product; if not, each call is answered 401.
        unapproved: The API products that apps are not approved for, by the names in FAMILIES such as `Quotes`; their
            calls are answered 401.
        unknown_invoice_status: HTTP status of the details of an unknown invoice: 400; 404; or 500, as a failure of a
            server behind the API.
        invoice_history: How far back the search for invoices goes.
        tax_percent: The tax that invoices add to their lines, in per cent; orders show none.
        partial_returns: Whether good entries of a create of returns are filed although others are refused.
        unknown_freight_status: HTTP status of the freight estimate of an unknown part: 200 with a list of errors,
            or 400.
        rate_limit: The quota of calls; with None all calls are granted, and no headers are sent.
        webhook_pause: Seconds before a failed webhook is sent again; each further pause is twice as long.
        webhooks_anywhere: Whether the URL of a webhook may be outside this machine.
        host_names: Names under which the page and the control API may be reached, besides localhost and addresses.
        body_limit: The largest accepted request body, in bytes.
        order_limit: The most orders; a further create is answered 500, and nothing is placed.
        line_limit: The most lines of all orders together; a further create is answered 500 too.
        search_lag: How long after it was placed an order shows up in searches, at most LONGEST_LAG; its details are
            there at once.
        duplicate_check: Whether a create with a PO that was used before is refused; if not, it is placed again.
        duplicate_check_lag: How long after it was placed the check sees an order, at most LONGEST_LAG.
        duplicate_check_window: The check sees only orders that were placed less long ago; with None it sees all.
        duplicate_check_after_stock: Whether an unknown part, a wrong quantity or missing stock is told first, if the
            create is refused for both.
        duplicate_check_forgets_cancelled: Whether the check does not see orders that were cancelled or voided.
        short_catalogue_pages: Whether a page of the catalogue has about half of the products that were asked for, as
            seen of the live API; there are more pages then.
        moving_catalogue_counts: Whether the number of products found changes by up to 3 from call to call.
        price_limit: Whether more than 50 products in a question for prices are refused; if not, the first 50 are
            answered, and nothing is said of the others.
        shuffled_prices: Whether the answer to such a question has its products in another order.
        unknown_products_status: HTTP status of such a question if none of its products exists (207 or 400).
        v7_status: HTTP status of a v7 create that places an order (200 or 201). A 201 has the orders in its answer, as
            version 1.3.0 declares.
        refuse_missing_vendor_fields: Whether a v7 create is refused with a 400 if it lacks what the vendor wants to be
            told; if not, it is accepted, and its failure is sent by webhook.
        order_active_quotes: Whether a quote can be ordered while it is Active, and not only when it is Ready to Order.
        renewals_in_list: Whether the answer to a search of renewals is a list of one, as in the published example;
            `strict` leaves the list out.

    Raises:
        ValueError: A lag is negative or too long, the window is not above zero, there is no such API product, a v7
            create is not answered so, or a status or the tax is not possible.
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
    unapproved: frozenset[str] = frozenset()
    unknown_invoice_status: int = 400
    invoice_history: timedelta = timedelta(days=730)
    tax_percent: Decimal = Decimal(0)
    partial_returns: bool = False
    unknown_freight_status: int = 200
    rate_limit: RateLimit | None = None
    webhook_pause: float = 1.0
    webhooks_anywhere: bool = False
    host_names: frozenset[str] = frozenset()
    body_limit: int = 5 * 1024 * 1024
    order_limit: int = 1_000_000
    line_limit: int = 3_000_000
    search_lag: timedelta = timedelta(0)
    duplicate_check: bool = True
    duplicate_check_lag: timedelta = timedelta(0)
    duplicate_check_window: timedelta | None = None
    duplicate_check_after_stock: bool = False
    duplicate_check_forgets_cancelled: bool = False
    short_catalogue_pages: bool = False
    moving_catalogue_counts: bool = False
    price_limit: bool = True
    shuffled_prices: bool = False
    unknown_products_status: int = 207
    v7_status: int = 200
    refuse_missing_vendor_fields: bool = False
    order_active_quotes: bool = False
    renewals_in_list: bool = False

    def __post_init__(self) -> None:
        """Refuse what is not possible.

        Raises:
            TypeError: A setting has another type than it should have; it names it.
            ValueError: A time is not possible, or an API product does not exist; it names it.
        """
        for each in fields(self):
            _check_type(each.name, getattr(self, each.name), each.default)
        for name in ("search_lag", "duplicate_check_lag"):
            given = getattr(self, name)
            if not timedelta(0) <= given <= LONGEST_LAG:
                raise ValueError(f"{name} is {given.total_seconds():g} s; it should be 0 to {LONGEST_LAG.days} days")
        self._check_statuses()
        window = self.duplicate_check_window
        if window is not None and window <= timedelta(0):
            raise ValueError(f"duplicate_check_window is {window.total_seconds():g} s; it should be above 0, or None")
        if self.v7_status not in _V7_STATUSES:
            raise ValueError(f"v7_status is {self.v7_status}; it should be one of {_V7_STATUSES}")
        unknown = sorted(self.unapproved - set(FAMILIES))
        if unknown:
            raise ValueError(f"unapproved has {unknown[0]!r}; it should have some of {', '.join(FAMILIES)}")

    def _check_statuses(self) -> None:
        for name, known in _STATUSES.items():
            given = getattr(self, name)
            if given not in known:
                raise ValueError(f"{name} is {given!r}; it should be one of {', '.join(map(str, known))}")
        if not (self.tax_percent.is_finite() and 0 <= self.tax_percent <= 100):  # noqa: PLR2004 - per cent
            raise ValueError(f"tax_percent is {self.tax_percent}; it should be 0 to 100")

    def approves(self, family: str) -> bool:
        """Return whether apps are approved for an API product."""
        return self.approved and family not in self.unapproved

    def is_impulse(self, country: str) -> bool:
        """Return whether the orders of a country are in Impulse, not in SAP."""
        return country in self.impulse_countries

    def sees_duplicate(self, placed_at: datetime, now: datetime, *, cancelled: bool) -> bool:
        """Return whether the duplicate check sees an order with the same PO.

        Args:
            placed_at: When the order was placed.
            now: The time now.
            cancelled: Whether the order was cancelled or voided.
        """
        age = now - placed_at
        window = self.duplicate_check_window
        return (
            self.duplicate_check
            and not (cancelled and self.duplicate_check_forgets_cancelled)
            # Without a lag an order is seen at once, also if the clock was moved back since.
            and (not self.duplicate_check_lag or age >= self.duplicate_check_lag)
            and (window is None or age < window)
        )


def _check_type(name: str, given: object, default: object) -> None:
    """Refuse a setting that is not of the type of its default; a call would fail with it, and not say why."""
    if given is None and default is None:
        return
    kind: type = _OPTIONAL[name] if default is None else type(default)
    fits = isinstance(given, _WIDER.get(kind, kind)) and (kind is bool or not isinstance(given, bool))
    if not fits:
        raise TypeError(f"{name} should be {kind.__name__}, not {type(given).__name__}")


def plain_settings(policy: Policy) -> dict[str, Plain]:
    """Return the changeable settings as plain data: times in seconds, switches as true or false, lists of names."""
    found: dict[str, Plain] = {}
    for name in TIMES:
        span: timedelta | None = getattr(policy, name)
        found[name] = None if span is None else span.total_seconds()
    found |= {name: bool(getattr(policy, name)) for name in SWITCHES}
    for name in LISTS:
        names: frozenset[str] = getattr(policy, name)
        found[name] = sorted(names)
    return found


def setting(name: str, given: object) -> bool | timedelta | frozenset[str] | None:
    """Return the value of a changeable setting from plain data.

    Args:
        name: One of CHANGEABLE; another name is left to the policy to refuse.
        given: True or false for a switch; seconds for a time, or None for no window; a list of names.

    Raises:
        ValueError: It is none of these; the message names the setting.
    """
    if name in LISTS:
        names = cast("list[object]", given) if isinstance(given, list) else [None]
        if not all(isinstance(each, str) for each in names):
            raise ValueError(f"{name} is {given!r}; it should be a list of names")
        return frozenset(cast("list[str]", names))
    if name in SWITCHES:
        if not isinstance(given, bool):
            raise ValueError(f"{name} is {given!r}; it should be true or false")
        return given
    if given is None and name == "duplicate_check_window":
        return None
    if isinstance(given, int | float) and not isinstance(given, bool):
        try:
            return timedelta(seconds=given)
        except (OverflowError, ValueError):
            raise ValueError(f"{name} is {given!r}; it should be fewer seconds") from None
    raise ValueError(f"{name} is {given!r}; it should be seconds")
