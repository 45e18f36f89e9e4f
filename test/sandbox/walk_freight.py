"""A call for each documented answer of the freight estimate."""

from __future__ import annotations

from typing import Any

from walk_kit import Asked, Good, Walker, Walks

FREIGHT = "/resellers/v6/freightestimate"
CONTACT = {"IM-CustomerContact": "anna@example.com"}
SHIP_TO = {
    "companyName": "Shop",
    "addressLine1": "1 Main Street",
    "city": "Irvine",
    "state": "CA",
    "postalCode": "926120000",
    "countryCode": "US",
}


def lines(*parts: str, **changes: Any) -> list[dict[str, Any]]:
    return [
        {"customerLineNumber": f"{number:03}", "ingramPartNumber": part, "quantity": "2", **changes}
        for number, part in enumerate(parts, 1)
    ]


def _estimates(walk: Walker) -> None:
    """Ask for every kind of part, heavy and light, and for one that is not there among them."""
    parts = ("DF4128", "TXSLM3", "YN6231", "1C6094", "RQ6000", "YZ1478")
    for address in ({}, SHIP_TO, [SHIP_TO]):
        body = {"billToAddressId": "000", "shipToAddressId": "200", "shipToAddress": address, "lines": lines(*parts)}
        walk.ask("POST", FREIGHT, body, **CONTACT)
    walk.ask("POST", FREIGHT, {"lines": lines("DF4128", quantity=900)}, **CONTACT)
    if not walk.strict:
        walk.ask("POST", FREIGHT, {"lines": lines("DF4128", "NOSUCH")}, **CONTACT)
        walk.ask("POST", FREIGHT, {"lines": lines("NOSUCH")}, **CONTACT)


ASKED: Asked = {"post-freightestimate": lambda walk: walk.ask("POST", FREIGHT, {"lines": lines("DF4128")}, **CONTACT)}
"""A call of each operation, for what depends on nothing else."""

WALKS: Walks = {
    ("post-freightestimate", "200"): _estimates,
    ("post-freightestimate", "400"): lambda walk: walk.ask("POST", FREIGHT, {"lines": lines("DF4128")}),
}

GOOD = {"post-freightestimate": Good(body=lambda _: {"lines": lines("DF4128")}, headers=CONTACT)}
