"""Facts about the live API: each row names the paragraph that the sandbox must follow."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from xi.sdk.resellers import OrderCreateResponse, webhooks
from xi.sdk.resellers.sandbox import Policy
from xi.sdk.resellers.sandbox.state.webhooks import signature
from xi.sdk.resellers.sandbox.wire.messages import NO_BODY

HOLD = {"allowOrderOnCustomerHold": "true"}
ADD = {"addUpdateDeleteLine": "ADD", "ingramPartNumber": "DF4128", "quantity": 1}
BAD_ADD = {**ADD, "ingramPartNumber": "NO-SUCH"}
BAD_ADDRESS = {"addressLine1": "1 Main Street"}


def read(what: Callable[..., object], *of: Any) -> object:
    """Return the value that a row compares."""
    return what(*of)


def first(answer: Any) -> dict[str, Any]:
    """Return the first order in the answer to a create."""
    return answer.body["orders"][0]


def line(answer: Any) -> dict[str, Any]:
    return first(answer)["lines"][0]


def statuses(*answers: Any) -> list[int]:
    return [answer.status for answer in answers]


def codes(answer: Any) -> list[tuple[str, str]]:
    rejected = answer.body.get("rejectedLineItems") or first(answer)["rejectedLineItems"]
    return [(each["rejectCode"], each["rejectReason"]) for each in rejected]


def fields(answer: Any) -> list[str | None]:
    return [each.get("field") for error in answer.body["errors"] for each in error.get("fields", [])]


def message(answer: Any) -> str:
    return answer.body["errors"][0]["message"]


def with_headers(api: Any, **headers: str) -> Any:
    api.headers = {name.replace("_", "-"): value for name, value in headers.items()}
    return api.search()


def duplicate(api: Any, **attributes: Any) -> Any:
    api.create(customerOrderNumber="newcustomerPO4")
    return api.create(customerOrderNumber="NewCustomerPO4", attributes=attributes)


def shipped(api: Any) -> str:
    number = api.created(("DF4128", 2))
    api.sandbox.ship(number)
    api.sandbox.invoice(number)
    return number


def parcel(api: Any) -> dict[str, Any]:
    (shipment,) = api.details(shipped(api)).body["lines"][0]["shipmentDetails"]
    return shipment["carrierDetails"][0]["trackingDetails"][0]


def voided(api: Any) -> str:
    number = api.held()
    api.clock.forward(hours=24)
    return api.details(number).body["orderStatus"]


def async_result(api: Any, *lines: Any) -> Any:
    """Return the content of the webhook about a v7 order."""
    told: list[Any] = []
    api.sandbox.hooks.notify = lambda kind, make: told.append((kind, make("e-1", "2024-05-27T09:30:00Z")))
    api.create_async(*lines)
    return next(body for kind, body in told if kind == "IM::async_order_create")


def search_found(api: Any) -> dict[str, Any]:
    shipped(api)
    return api.search(pageSize="10").body


def released_twice(api: Any) -> Any:
    number = api.held()
    assert api.release(number).status == 200
    return api.release(number)


FACTS: dict[str, tuple[Callable[[Any], object], object]] = {
    "§0.1 shipmentDetails of a created line is an object": (
        lambda api: type(line(api.create())["shipmentDetails"]),
        dict,
    ),
    "§0.2 and our own model reads it": (
        lambda api: len(OrderCreateResponse.from_dict(api.create().body).orders[0].lines[0].shipment_details),
        1,
    ),
    "§0.3 counts and totals of a search are text": (
        lambda api: [type(search_found(api)[name]) for name in ("recordsFound", "pageSize", "pageNumber")],
        [str] * 3,
    ),
    "§0.4 a search without hits is a 204 without a body": (
        lambda api: (api.search().status, api.search().body is NO_BODY),
        (204, True),
    ),
    "§0.5 expires_in is text": (
        lambda api: api.token("id", "secret").body["expires_in"],
        "86400",
    ),
    "§0.6 a release is a 200 with null": (
        lambda api: read(lambda answer: (answer.status, answer.body), api.release(api.held())),
        (200, None),
    ),
    "§0.6 a cancel is a 200 with no body": (
        lambda api: read(lambda answer: (answer.status, answer.body is NO_BODY), api.cancel(api.held())),
        (200, True),
    ),
    "§0.7 a modify that fails on every line is a 200": (
        lambda api: read(
            lambda answer: (answer.status, "lines" in answer.body, len(answer.body["rejectedLineItems"])),
            api.modify(api.held(), BAD_ADD),
        ),
        (200, False, 1),
    ),
    "§0.8 some bad lines are a 207": (lambda api: api.create(("DF4128", 1), ("NO-SUCH", 1)).status, 207),
    "§0.8 all lines bad are a 400": (lambda api: api.create(("NO-SUCH", 1)).status, 400),
    "§0.8 a duplicate PO is a 400": (lambda api: duplicate(api).status, 400),
    "§0.9 the signature covers the event ID alone": (
        lambda api: webhooks.verify(json.dumps(async_result(api)).encode(), signature("e-1", "secret"), "secret"),
        True,
    ),
    "§1 a token request without its secret is a 400 with a message": (
        lambda api: api.token("id", "").body,
        {"message": "client_id and client_secret are required"},
    ),
    "§3 a country of three letters is refused by name": (
        lambda api: fields(with_headers(api, im_countrycode="USA")),
        ["IM-CountryCode"],
    ),
    "§3 a blank correlation ID is refused by name": (
        lambda api: fields(with_headers(api, im_correlationid=" ")),
        ["IM-CorrelationID"],
    ),
    "§3 a correlation ID of 45 characters is taken": (
        lambda api: with_headers(api, im_correlationid="c" * 45).status,
        204,
    ),
    "§3 outside the US customer numbers come in many forms": (
        lambda api: with_headers(api, im_countrycode="AU", im_customernumber="123456").status,
        204,
    ),
    "§5.3 each bad header has an entry of its own": (
        lambda api: sorted(fields(with_headers(api, im_countrycode="", im_customernumber="")) or []),
        ["IM-CountryCode", "IM-CustomerNumber"],
    ),
    "§5.3 a duplicate PO has its token": (lambda api: message(duplicate(api)), "CUSTOMER-PO-EXISTS"),
    "§5.3 an unknown SKU has its token": (lambda api: message(api.create(("X1", 1))), "SKU-NOTFOUND    X1"),
    "§5.3 release when released already is a 400 that speaks in fields": (
        lambda api: read(
            lambda answer: (answer.status, bool(answer.body["errors"][0]["fields"][0]["message"])), released_twice(api)
        ),
        (400, True),
    ),
    "§5.3 empty endUserInfo is refused": (lambda api: fields(api.create(endUserInfo={})), ["endUserInfo"]),
    "§5.4 details of an unknown order are a switch": (lambda api: api.details("20-ZZZZZ").status, 404),
    "§5.5 EN for an unknown part": (
        lambda api: codes(api.create(("DF4128", 1), ("NO-SUCH", 1))),
        [("EN", "SKU-NOTFOUND    NO-SUCH")],
    ),
    "§5.5 EW for a warehouse that cannot ship": (
        lambda api: codes(
            api.create(
                ("DF4128", 1),
                {
                    "ingramPartNumber": "TSXML1",
                    "quantity": 1,
                    "additionalAttributes": [{"attributeName": "SHIPFROMWAREHOUSEID", "attributeValue": "99"}],
                },
            )
        ),
        [("EW", "BR-CANT-SHIP    TSXML1")],
    ),
    "§5.5 EQ for a blank quantity on modify": (
        lambda api: codes(api.modify(api.held(), {**ADD, "quantity": ""})),
        [("EQ", "ERROR-INVALID-QTY")],
    ),
    "§5.5 EL for a line that is not there": (
        lambda api: codes(api.modify(api.held(), {"addUpdateDeleteLine": "DELETE", "ingramLineNumber": "099"})),
        [("EL", "ERROR-LINE-NOT-FOUND")],
    ),
    "§6.0 an Impulse number is branch and five": (
        lambda api: bool(re.fullmatch(r"20-[0-9A-Z]{5}", first(api.create())["ingramOrderNumber"])),
        True,
    ),
    "§6.0 sub-orders are 11, 21": (
        lambda api: [each["subOrderNumber"][-3:] for each in first(api.create(("DF4128", 1), ("TXSLM3", 1)))["lines"]],
        ["-11", "-21"],
    ),
    "§6.0 details take a sub-order number": (
        lambda api: read(lambda number: api.details(f"{number}-11").body["ingramOrderNumber"] == number, api.created()),
        True,
    ),
    "§6.0 a PO comes back in upper case": (
        lambda api: api.create(customerOrderNumber="newcustomerPO4").body["customerOrderNumber"],
        "NEWCUSTOMERPO4",
    ),
    "§6.1 duplicate line numbers are numbered anew": (
        lambda api: [
            each["customerLineNumber"]
            for each in first(
                api.create(
                    {"ingramPartNumber": "DF4128", "quantity": 1, "customerLineNumber": "7"},
                    {"ingramPartNumber": "TSXML1", "quantity": 1, "customerLineNumber": "7"},
                )
            )["lines"]
        ],
        ["7", "1"],
    ),
    "§6.1 acceptBackOrder is ignored beside shipComplete": (
        lambda api: statuses(
            api.create(("1C6094", 1), acceptBackOrder=False),
            api.create(("1C6094", 1), acceptBackOrder=False, shipmentDetails={"shipComplete": "C"}),
        ),
        [400, 201],
    ),
    "§6.1 booleans come as text too": (lambda api: api.create(("1C6094", 1), acceptBackOrder="false").status, 400),
    "§6.1 attribute names are in any case and values may be booleans": (
        lambda api: duplicate(api, ALLOWduplicateCUSTOMERORDERNUMBER=True).status,
        201,
    ),
    "§6.1 a duplicate PO is taken when allowed": (
        lambda api: duplicate(api, allowDuplicateCustomerOrderNumber="true").status,
        201,
    ),
    "§6.1 partial orders are allowed by default, and can be refused": (
        lambda api: statuses(
            api.create(("DF4128", 1), ("NO-SUCH", 1)),
            api.create(("DF4128", 1), ("NO-SUCH", 1), attributes={"allowPartialOrder": "false"}),
        ),
        [207, 400],
    ),
    "§6.1 an order on hold totals nothing and says nothing": (
        lambda api: read(
            lambda order: (order["orderTotal"], order["lines"][0]["lineStatus"]), first(api.create(attributes=HOLD))
        ),
        (0.0, "Backordered"),
    ),
    "§6.1 stock and direct ship are split": (
        lambda api: read(
            lambda body: (
                (body["orderSplit"], [each["orderType"] for each in body["orders"]], body["purchaseOrderTotal"])
                == (True, ["S", "D"], pytest.approx(sum(each["orderTotal"] for each in body["orders"])))
            ),
            api.create(("DF4128", 1), ("RQ6000", 1)).body,
        ),
        True,
    ),
    "§6.1 the default bill-to is 000 and the ship-to 200": (
        lambda api: read(
            lambda body: (body["billToAddressId"], body["shipToInfo"]["addressId"], body["resellerInfo"]),
            api.create().body,
        ),
        ("000", "200", {}),
    ),
    "§6.1 an Impulse order date is a day": (lambda api: first(api.create())["ingramOrderDate"], "2024-05-27"),
    "§6.1 comments take line numbers": (lambda api: line(api.create(notes="mind"))["ingramLineNumber"], "002"),
    "§6.1 a line's notes carry the description": (
        lambda api: line(api.create())["notes"],
        "CORDLESS KEYBOARD AND MOUSE",
    ),
    "§6.1 the n of customerLinenumber is small on create": (
        lambda api: "customerLinenumber" in first(api.create(("DF4128", 1), ("X", 1)))["rejectedLineItems"][0],
        True,
    ),
    "§6.1 and large on modify": (
        lambda api: (
            "customerLineNumber"
            in api.modify(api.held(), {**BAD_ADD, "customerLineNumber": "4"}).body["rejectedLineItems"][0]
        ),
        True,
    ),
    "§6.1 links lead to v6": (
        lambda api: first(api.create())["links"][0]["href"].startswith("/resellers/v6/orders/"),
        True,
    ),
    "§6.2 a quote beats the lines sent": (
        lambda api: (
            api.create_async(("DF4128", 9), quoteNumber="QUO-14551943-D2Y9L9", customerOrderNumber="Q").status,
            [each["ingramPartNumber"] for each in api.details(number_of(api, "Q")).body["lines"]],
        ),
        (200, ["YN6231"]),
    ),
    "§6.3 additions are a 201": (lambda api: api.modify(api.held(), ADD).status, 201),
    "§6.3 deletions are a 200": (
        lambda api: (
            api.modify(
                api.held(("DF4128", 1), ("TSXML1", 1)), {"addUpdateDeleteLine": "DELETE", "ingramLineNumber": "001"}
            ).status
        ),
        200,
    ),
    "§6.3 a good line and a bad address are a 207": (
        lambda api: api.modify(api.held(), ADD, shipToInfo=BAD_ADDRESS).status,
        207,
    ),
    "§6.3 a bad address alone is a 400": (
        lambda api: fields(api.modify(api.held(), shipToInfo=BAD_ADDRESS)),
        ["shipToAddress"],
    ),
    "§6.3 totals are those from before": (
        lambda api: api.modify(api.held(("DF4128", 1)), ADD).body["orderSubTotal"],
        54.9,
    ),
    "§6.3 an added line without a number comes back as 000": (
        lambda api: api.modify(api.held(), ADD).body["lines"][0]["customerLineNumber"],
        "000",
    ),
    "§6.3 only orders on hold can be modified": (lambda api: api.modify(api.created(), ADD).status, 400),
    "§6.3 unreleased orders are voided after 24 h": (voided, "Canceled"),
    "§6.3 addresses are normalised": (
        lambda api: read(
            lambda sent: (sent["addressLine1"], sent["postalCode"]),
            api.modify(
                api.held(),
                shipToInfo={
                    "addressLine1": "5 long road",
                    "city": "x",
                    "state": "CA",
                    "postalCode": "90001",
                    "countryCode": "US",
                },
            ).body["shipToInfo"],
        ),
        ("5 LONG RD", "900010000"),
    ),
    "§6.3 long notes become comment lines of 35": (
        lambda api: [
            len(each["notes"])
            for each in api.modify(
                api.held(),
                notes="n" * 80,
                additionalAttributes=[{"attributeName": "enableCommentsAsLines", "attributeValue": "true"}],
            ).body["lines"]
        ],
        [35, 35, 10],
    ),
    "§6.4 simulateStatus shows another state": (
        lambda api: api.details(api.held(), simulateStatus="IM::SHIPPED").body["orderStatus"],
        "Shipped",
    ),
    "§6.4 shipmentDetails is a list here, down to serial numbers": (
        lambda api: len(parcel(api)["serialNumbers"]),
        2,
    ),
    "§6.4 the d of requestedDeliverydate is small": (
        lambda api: "requestedDeliverydate" in api.details(api.created()).body["lines"][0],
        True,
    ),
    "§6.4 the line number is ingramOrderLineNumber": (
        lambda api: api.details(api.created()).body["lines"][0]["ingramOrderLineNumber"],
        "001",
    ),
    "§6.4 nulls come where the schema forbids them": (
        lambda api: read(
            lambda line: (line["scheduleLines"], line["estimatedDates"][0]["ship"]),
            api.details(api.created()).body["lines"][0],
        ),
        (None, None),
    ),
    "§6.4 missing dates are empty text": (
        lambda api: api.details(api.created()).body["lines"][0]["backOrderETADate"],
        "",
    ),
    "§6.5 the window without filters is 20 days": (
        lambda api: (api.created(), api.clock.forward(days=21), api.search().status)[-1],
        204,
    ),
    "§6.5 pages hold 25, and 100 at most": (
        lambda api: (
            [api.created() for _ in range(101)],
            [len(api.search(**query).body["orders"]) for query in ({}, {"pageSize": "500"})],
        )[-1],
        [25, 100],
    ),
    "§6.5 ranges are two repeated keys": (
        lambda api: (
            api.created(),
            statuses(
                api.search(("ingramOrderDate-bt", "2024-05-27"), ("ingramOrderDate-bt", "2024-05-28")),
                api.search(("ingramOrderDate-bt", "2024-05-27")),
            ),
        )[-1],
        [200, 400],
    ),
    "§6.5 a bad date is refused under the name of both filters": (
        lambda api: fields(api.search(ingramOrderDate="27/05/2024")),
        ["ingramOrderDate/ingramOrderDate-bt"],
    ),
    "§6.5 unknown parameters are ignored": (
        lambda api: (api.created(), api.search(fromDate="2024-01-01").status)[-1],
        200,
    ),
    "§6.5 an order is OPEN, CLOSED or CANCELLED": (
        lambda api: (
            api.created(),
            shipped(api),
            api.cancel(api.held()),
            sorted({each["orderStatus"] for each in api.search().body["orders"]}),
        )[-1],
        ["CANCELLED", "CLOSED", "OPEN"],
    ),
    "§6.5 links of a sub-order are a list with invoices": (
        lambda api: [each["topic"] for each in search_found(api)["orders"][0]["subOrders"][0]["links"]],
        ["orders", "invoices"],
    ),
    "§6.5 links of the order are an object": (lambda api: type(search_found(api)["orders"][0]["links"]), dict),
    "§6.5 past the end is a 204": (lambda api: (api.created(), api.search(pageNumber="9").status)[-1], 204),
    "§6.6 cancel is for orders on hold": (
        lambda api: statuses(api.cancel(api.held()), api.cancel(api.created()), api.cancel("20-ZZZZZ")),
        [200, 405, 404],
    ),
    "§7 v7 answers no order number": (
        lambda api: sorted(api.create_async().body),
        ["confirmationNumber", "message", "quoteNumber"],
    ),
    "§7 the confirmation number is of the country": (
        lambda api: bool(re.fullmatch(r"US-I-T-\d{20}", api.create_async().body["confirmationNumber"])),
        True,
    ),
    "§7 the result is a list of one event with an object": (
        lambda api: read(
            lambda body: (len(body), body[0]["event"], body[0]["resource"]["eventType"], type(body[0]["resource"])),
            async_result(api),
        ),
        (1, "IM::created", "IM::async_order_create", dict),
    ),
    "§7 the result repeats the create's answer": (
        lambda api: async_result(api)[0]["resource"]["orders"][0]["numberOfLinesWithSuccess"],
        1,
    ),
    "§7 a failed request is told of as well": (
        lambda api: async_result(api, ("NO-SUCH", 1))[0]["resource"]["message"],
        "SKU-NOTFOUND    NO-SUCH",
    ),
    "§7 our own parser reads the result": (
        lambda api: webhooks.parse(json.dumps(async_result(api)).encode())[0].event_id,
        "e-1",
    ),
}


def number_of(api: Any, purchase_order: str) -> str:
    return api.search(customerOrderNumber=purchase_order).body["orders"][0]["ingramOrderNumber"]


@pytest.mark.parametrize(("of", "expected"), FACTS.values(), ids=FACTS)
def test_fact(api, of, expected):
    assert of(api) == expected


SAP_FACTS: dict[str, tuple[Callable[[Any], object], object]] = {
    "§6.0 a SAP number has ten digits": (
        lambda api: bool(re.fullmatch(r"70\d{8}", first(api.create())["ingramOrderNumber"])),
        True,
    ),
    "§6.0 lines count in tens and have no sub-order": (
        lambda api: [
            (each["ingramLineNumber"], "subOrderNumber" in each)
            for each in first(api.create(("DF4128", 1), ("TSXML1", 1)))["lines"]
        ],
        [("10", False), ("20", False)],
    ),
    "§6.0 the type is ZOR and the warehouse the country's": (
        lambda api: read(
            lambda order: (order["orderType"], order["lines"][0]["shipmentDetails"]["shipFromWarehouseId"]),
            first(api.create()),
        ),
        ("ZOR", "SG01"),
    ),
    "§6.1 the order date is a moment": (
        lambda api: first(api.create())["ingramOrderDate"],
        "2024-05-27T09:30:00+00:00",
    ),
    "§6.1 a part goes by the reseller's own number": (
        lambda api: api.create({"customerPartNumber": "90NB0GI4-M03110", "quantity": 1}).status,
        201,
    ),
    "§6.1 endUserInfo needs no address": (lambda api: api.create(endUserInfo={"companyName": "A"}).status, 201),
}


@pytest.mark.parametrize(("of", "expected"), SAP_FACTS.values(), ids=SAP_FACTS)
def test_fact_of_sap_countries(make, of, expected):
    assert of(make(country="SG", customer="SG-1234")) == expected


POLICIES: dict[str, tuple[Policy, Callable[[Any], object], object]] = {
    "§1 another token may kill the first": (
        Policy(one_token=True),
        lambda api: read(
            lambda old, _: api.sandbox.tokens.state(old).name,
            api.sandbox.tokens.issue("id", alone=True),
            api.sandbox.tokens.issue("id", alone=True),
        ),
        "UNKNOWN",
    ),
    "§5.3 an app that is not approved is told so": (
        Policy(approved=False),
        lambda api: read(
            lambda answer: (answer.status, "apiproduct" in answer.body["fault"]["faultstring"]), api.search()
        ),
        (401, True),
    ),
    "§5.4 details of an unknown order may be a 500": (
        Policy(unknown_details_status=500),
        lambda api: api.details("20-ZZZZZ").status,
        500,
    ),
    "§6.1 partial orders may be refused by default": (
        Policy(partial_by_default=False),
        lambda api: api.create(("DF4128", 1), ("NO-SUCH", 1)).status,
        400,
    ),
    "§6.6 a second cancel may be a 404": (
        Policy(cancelled_again_status=404),
        lambda api: read(lambda number: statuses(api.cancel(number), api.cancel(number)), api.held()),
        [200, 404],
    ),
    "§0.1 strict: shipmentDetails is a list as published": (
        Policy(strict=True),
        lambda api: type(line(api.create())["shipmentDetails"]),
        list,
    ),
    "§0.3 strict: counts are numbers as published": (
        Policy(strict=True),
        lambda api: [search_found(api)[name] for name in ("recordsFound", "pageSize", "pageNumber")],
        [1, 10, 1],
    ),
    "§6.4 strict: no null where none is declared": (
        Policy(strict=True),
        lambda api: "null" in json.dumps(api.details(api.created()).body),
        False,
    ),
}


@pytest.mark.parametrize(("policy", "of", "expected"), POLICIES.values(), ids=POLICIES)
def test_fact_that_a_policy_decides(make, policy, of, expected):
    assert of(make(policy=policy)) == expected
