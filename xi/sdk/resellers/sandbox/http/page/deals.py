"""The deals: which special prices each gives, and what is left of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request

from xi.sdk.resellers.sandbox.deals.values import Deal
from xi.sdk.resellers.sandbox.http.page._section import Section, list_of
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox


def _texts(deal: Deal) -> Sequence[str]:
    return (deal.number, deal.vendor, deal.end_user, deal.customer, *(each.part.number for each in deal.parts))


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    moment = sandbox.now()
    return {
        "list": list_of(
            request,
            list(sandbox.offers.deals),
            _texts,
            ["Running", "Ended"],
            lambda deal: ["Running" if moment < deal.ends_at else "Ended"],
        ),
        "moment": moment,
        "used": {
            (deal.number, line.part.number): _used(sandbox, deal, line.part.number)
            for deal in sandbox.offers.deals
            for line in deal.parts
        },
    }


def _used(sandbox: Sandbox, deal: Deal, part_number: str) -> int:
    """Return the units that orders have used; of a deal of all customers, those of all orders together."""
    with sandbox.lock:
        customers = [deal.customer] if deal.customer else sandbox.orders.customers()
        return sum(sandbox.offers.deal_units(each, deal, part_number) for each in customers)


SECTION = Section(title="Deals", link="/deals", views={"/deals": ("deals.html", _show)}, actions={})
