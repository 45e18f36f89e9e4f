"""The renewals: what ends when, and the quotes that prolong it."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request

from xi.sdk.resellers.sandbox.catalog.offers import RenewalStatus
from xi.sdk.resellers.sandbox.http.page._section import Section, list_of
from xi.sdk.resellers.sandbox.renewals.values import Renewal
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox


def _texts(renewal: Renewal) -> Sequence[str]:
    serials = (each.serial_number for each in renewal.parts)
    return (renewal.number, renewal.vendor, renewal.end_user, renewal.quote, renewal.customer_order_number, *serials)


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    day = sandbox.now().date()
    with sandbox.lock:
        ordered_by = sandbox.orders.customers()

        def status(renewal: Renewal) -> RenewalStatus:
            """Return its state; of one of all customers, that of the first who has renewed it."""
            owners = [renewal.customer] if renewal.customer else ["", *ordered_by]
            found = [sandbox.offers.renewal_status(each, renewal, day) for each in owners]
            return RenewalStatus.ORDERED if RenewalStatus.ORDERED in found else found[0]

        statuses = {each.number: status(each) for each in sandbox.offers.renewals}
    groups = ["Open", "Closed"]
    return {
        "list": list_of(
            request,
            list(sandbox.offers.renewals),
            _texts,
            groups,
            lambda renewal: [groups[0] if statuses[renewal.number].is_open else groups[1]],
        ),
        "statuses": statuses,
    }


SECTION = Section(title="Renewals", link="/renewals", views={"/renewals": ("renewals.html", _show)}, actions={})
