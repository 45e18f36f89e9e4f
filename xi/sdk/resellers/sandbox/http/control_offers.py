"""The part of the control API that shows quotes, deals and renewals, and acts as the sales department."""

from starlette.requests import Request

from xi.sdk.resellers._json import Json
from xi.sdk.resellers.sandbox.catalog.offers import read_terms
from xi.sdk.resellers.sandbox.deals.values import Deal
from xi.sdk.resellers.sandbox.http.handlers import Handler, customer_of, only
from xi.sdk.resellers.sandbox.quotes.values import Quote
from xi.sdk.resellers.sandbox.renewals.values import Renewal
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox


class OfferControl:
    """The handlers of the control API for offers.

    Args:
        sandbox: The sandbox.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def rows(self) -> list[tuple[str, Handler, str]]:
        """Return path, handler and method of each."""
        return [
            ("/quotes", self.quotes, "GET"),
            ("/quotes", self.add_quote, "POST"),
            ("/quotes/{number}", self.set_quote, "POST"),
            ("/deals", self.deals, "GET"),
            ("/renewals", self.renewals, "GET"),
        ]

    def quotes(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        """Return the quotes; with `?customer=` those of one customer."""
        customer = customer_of(request)
        with self._sandbox.lock:
            book = self._sandbox.offers.quotes
            found = book.of(customer) if customer else book.everything()
            return {"quotes": [self._quote(each) for each in found]}

    def add_quote(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        """Add a quote; the body is as in the catalogue file, with a `number` beside it or without one."""
        number = given.pop("number", "")
        if not isinstance(number, str):
            raise TypeError(f"number is {number!r}; it should be text")
        return self._quote(self._sandbox.add_quote(read_terms(given), number))

    def set_quote(self, request: Request, given: Json) -> Json:
        """Put a quote in another state."""
        only(given, "status", "customer")
        number, customer = str(request.path_params["number"]), str(given.get("customer", ""))
        return self._quote(self._sandbox.set_quote(number, str(given.get("status", "")), customer))

    def deals(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        """Return the deals; with `?customer=` those that a customer sees, and what it has left of them."""
        customer = customer_of(request)
        with self._sandbox.lock:
            deals = self._sandbox.offers.deals
            return {"deals": [self._deal(each, customer) for each in (deals.of(customer) if customer else deals)]}

    def renewals(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        """Return the renewals; with `?customer=` those that a customer sees."""
        customer = customer_of(request)
        with self._sandbox.lock:
            found = self._sandbox.offers.renewals
            return {"renewals": [self._renewal(each, customer) for each in (found.of(customer) if customer else found)]}

    def _quote(self, quote: Quote) -> Json:
        return {
            "number": quote.number,
            "name": quote.name,
            "customer": quote.customer,
            "vendor": quote.vendor,
            "status": quote.status_on(self._sandbox.now().date()),
            "expires": None if quote.expires_on is None else quote.expires_on.isoformat(),
            "total": str(quote.total),
            "lines": [
                {
                    "number": each.number,
                    "part_number": each.part.number,
                    "quantity": each.quantity,
                    "remaining": each.remaining,
                    "price": str(each.price),
                }
                for each in quote.lines
            ],
        }

    def _deal(self, deal: Deal, customer: str) -> Json:
        return {
            "number": deal.number,
            "customer": deal.customer,
            "vendor": deal.vendor,
            "end_user": deal.end_user,
            "ends": deal.ends_at.isoformat(),
            "lines": [
                {
                    "part_number": each.part.number,
                    "price": str(each.price),
                    "approved": each.approved,
                    "remaining": each.remaining(
                        self._sandbox.offers.deal_units(customer or deal.customer, deal, each.part.number)
                    ),
                }
                for each in deal.parts
            ],
        }

    def _renewal(self, renewal: Renewal, customer: str) -> Json:
        day = self._sandbox.now().date()
        return {
            "number": renewal.number,
            "customer": renewal.customer,
            "vendor": renewal.vendor,
            "end_user": renewal.end_user,
            "status": self._sandbox.offers.renewal_status(customer or renewal.customer, renewal, day),
            "expires": renewal.expires_on.isoformat(),
            "quote": renewal.quote,
        }
