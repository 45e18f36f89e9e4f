"""Calls every operation that the published package has; prints what came of each, as one JSON object.

It runs in the environment of the package, 1.1.0 or 1.3.0: python every.py URL TOKEN KNOWN. KNOWN is a JSON object with
the numbers of an order, of its invoice, the day of that, and the number of another order, which is held. "calls" has
what was read, or the error in words. "missed" names the operations of the package that were not called.
"""

from __future__ import annotations

import inspect
import json
import sys
from typing import Any, get_args

from xi.sdk import resellers
from xi.sdk.resellers import ApiClient, Configuration

WHO = {
    "im_customer_number": "20-222222",
    "im_country_code": "US",
    "im_correlation_id": "published-every",
    "im_customer_contact": "anna@example.com",
    "im_application_id": "shop",
    "im_sender_id": "shop",
    "im_environment": "test",
}
LINE = {"customerLineNumber": "1", "ingramPartNumber": "DF4128", "quantity": 2}
ADDED = {"customerLineNumber": "2", "ingramPartNumber": "TSXML1", "quantity": 1, "addUpdateDeleteLine": "ADD"}
QUOTE = {"quote_number": "QUO-20417001-A1B2C3"}
EVENT = {"topic": "resellers/orders", "event": "im::updated", "eventId": "E1", "resource": [{"eventType": "im::x"}]}
HOOK = {"targeturl": "http://127.0.0.1:9/", "x_hub_signature": "c2lnbmVk"}
SENDER = {
    "companyName": "Shop",
    "contact": "Anna",
    "addressLine1": "1 Main Street",
    "city": "Irvine",
    "state": "CA",
    "postalCode": "92612",
    "countryCode": "US",
    "email": "anna@example.com",
}


class Driver:
    """Calls operations by name, with those of the arguments that the version takes."""

    def __init__(self, url: str, token: str) -> None:
        client = ApiClient(Configuration(host=url, access_token=token))
        groups = [getattr(resellers, name)(client) for name in dir(resellers) if name.endswith("Api")]
        self.methods = {
            name: getattr(group, name)
            for group in groups
            for name, given in inspect.getmembers(type(group), callable)
            if not name.startswith("_") and not name.endswith(("_with_http_info", "_without_preload_content"))
        }
        self.calls: dict[str, Any] = {}

    def call(self, name: str, read: str = "", body: Any = None, **arguments: Any) -> Any:
        """Call an operation and note a member of the answer, by its path; return it, or None if the call failed."""
        method = self.methods.get(name)
        if method is None:
            return None
        taken = inspect.signature(method).parameters
        given = {key: value for key, value in {**WHO, **arguments}.items() if key in taken}
        try:
            if body is not None:
                (place,) = [key for key in taken if key.endswith(("_request", "_dto"))]
                given[place] = _model(taken[place].annotation).from_dict(body)
            found = _member(method(**given), read)
        except Exception as error:  # noqa: BLE001 - it is what is told
            self.calls[name] = f"{type(error).__name__}: {error}"[:300]
            return None
        self.calls[name] = found
        return found


def _model(annotation: Any) -> Any:
    while not hasattr(annotation, "from_dict"):
        annotation = get_args(annotation)[0]
    return annotation


def _member(value: Any, path: str) -> Any:
    for name in path.split(".") if path else ():
        value = value[int(name)] if name.isdigit() else getattr(value, name)
    return value


def orders(run: Driver, held: str) -> None:
    order = {"customerOrderNumber": "every-6", "lines": [LINE]}
    run.call("post_createorder_v6", "orders.0.ingram_order_number", order)
    is_later = "vendor_required_info" in run.methods
    later = {"customerOrderNumber": "every-7", "lines": [{**LINE, "quantity": 2 if is_later else "2"}]}
    run.call("post_createorder_v7", "confirmation_number", later)
    seen = "orders.0.ingram_order_number"
    run.call("get_resellers_v6_ordersearch", seen, customer_order_number="held")
    at = {"order_number": held, "ordernumber": held}
    run.call("get_orderdetails_v6_1", "lines.0.ingram_part_number", **at)
    run.call("put_ordermodify", "lines.0.ingram_part_number", {"lines": [ADDED]}, **at)
    run.call("delete_ordercancel", **at)
    run.call("vendor_required_info", "0.ingram_part_number", {"products": [{"ingramPartNumber": "YZ1478"}]})


def catalogue(run: Driver) -> None:
    run.call("get_reseller_v6_productsearch", "catalog.0.ingram_part_number", vendor_part_number=["AC-KM550"])
    run.call("get_reseller_v6_productdetail", "ingram_part_number", ingram_part_number="DF4128")
    run.call("get_reseller_v6_productdetailcmp", "ingram_part_number", vendor_part_number="AC-KM550")
    asked = {"products": [{"ingramPartNumber": "DF4128"}]}
    both = {"include_availability": True, "include_pricing": True}
    run.call("post_priceandavailability", "0.ingram_part_number", asked, **both)
    run.call("post_freightestimate", "freight_estimate_response.currency_code", {"lines": [{**LINE, "quantity": "2"}]})


def offers(run: Driver) -> None:
    run.call("get_quotessearch_v6", "quotes.0.quote_number", **QUOTE)
    run.call("get_resellers_v6_quotes", "quote_number", **QUOTE)
    run.call("get_reseller_v6_validate_quote", "quote_number", **QUOTE)
    run.call("get_resellers_v6_dealssearch", "deals.0.deal_id", end_user="Dogwood")
    run.call("get_resellers_v6_dealsdetails", "deal_id", deal_id="NW-2231-T", vendor_name="NORTHWIND TELECOM")
    status = {"status": {"OpporutinyStatus": {"value": "Open", "subStatus": "Ready to order"}}}
    run.call("post_renewalssearch", "renewals.0.renewal_id", status)
    run.call("get_resellers_v6_renewalsdetails", "renewal_id", renewal_id="4410001")


def bills(run: Driver, known: dict[str, str]) -> None:
    found = {"order_number": known["order"]}
    run.call("get_resellers_v6_invoicesearch", "invoices.0.invoice_number", **found)
    run.call("get_invoicedetails_v6_1", "invoice_number", invoice_number=known["invoice"])
    entry = {
        "invoiceNumber": known["invoice"],
        "invoiceDate": known["day"],
        "ingramPartNumber": "DF4128",
        "quantity": 1,
        "primaryReason": "Damaged",
        "secondaryReason": "The box was wet",
        "numberOfBoxes": 1,
        "referenceNumber": "every-ref",
        "shipFromInfo": [SENDER],
    }
    case = "returns_claims.0.case_request_number"
    run.call("post_returnscreate", case, {"list": [entry]})
    number = run.call("get_resellers_v6_returnssearch", case, reference_number="every-ref")
    run.call("get_resellers_v6_returnsdetails", "case_request_number", case_request_number=number or "none")


def main(url: str, token: str, known: str) -> dict[str, Any]:
    run = Driver(url, token)
    run.call(
        "get_accesstoken",
        "token_type",
        grant_type="client_credentials",
        client_id="any",
        client_secret="secret",
    )
    numbers = json.loads(known)
    orders(run, numbers["held"])
    catalogue(run)
    offers(run)
    bills(run, numbers)
    run.call("resellers_v1_webhooks_orderstatusevent_post", body=EVENT, **HOOK)
    run.call("resellers_v1_webhooks_availabilityupdate_post", body=EVENT, **HOOK)
    return {"calls": run.calls, "missed": sorted(run.methods.keys() - run.calls.keys())}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(*sys.argv[1:])))
