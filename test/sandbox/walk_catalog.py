"""A call for each documented answer of the operations of the catalogue."""

from __future__ import annotations

from typing import Any

from walk_kit import Asked, Good, Walker, Walks

CATALOG = "/resellers/v6/catalog"
PRICES = f"{CATALOG}/priceandavailability?includeAvailability=true&includePricing=true&includeProductAttributes=true"
EVERYTHING = {"showAvailableDiscounts": True, "showReserveInventoryDetails": True}
WRONG_COUNTRY = {"IM-CountryCode": "USA"}


def named(**numbers: Any) -> dict[str, Any]:
    """Return a question for the price of one product."""
    return {"products": [numbers]}


def _everything_about_everything(walk: Walker) -> None:
    parts = [{"ingramPartNumber": part.number} for part in walk.server.sandbox.catalogue]
    for first in range(0, len(parts), 50):
        walk.ask("POST", PRICES, {"products": parts[first : first + 50], **EVERYTHING})


def _some_that_exist(walk: Walker) -> None:
    products = [
        {"ingramPartNumber": "3H2701", "quantityRequested": "20"},
        {"vendorPartNumber": "nosuch"},
        {"customerPartNumber": "90nb0gi4-m03110"},
        {"planID": "7f1c0a52"},
        {"planID": "nosuch"},
    ]
    walk.create("1C6094")
    walk.ask("POST", PRICES, {"products": [*products, {"ingramPartNumber": "1C6094"}], **EVERYTHING})


def _all_pages(walk: Walker) -> None:
    for page in range(1, 9):
        walk.ask("GET", f"{CATALOG}?pageNumber={page}&skipAuthorisation=True&showGroupInfo=true")
    walk.ask("GET", f"{CATALOG}?groupName=harbour%20office")
    walk.ask("GET", f"{CATALOG}?planID=9d20b711&showGroupInfo=true")
    walk.ask("GET", f"{CATALOG}?keyword=monitor&pageSize=2&pageNumber=2")


def _nothing_and_past_the_end(walk: Walker) -> None:
    walk.ask("GET", f"{CATALOG}?keyword=nosuch")
    walk.ask("GET", f"{CATALOG}?planID=nosuch")
    walk.ask("GET", f"{CATALOG}?pageNumber=1000")


def _details_of_everything(walk: Walker) -> None:
    for part in walk.server.sandbox.catalogue:
        walk.ask("GET", f"{CATALOG}/details/{part.number}", **{"IM-CountryCode": "NL", "IM-CustomerNumber": "NL-1"})
    walk.ask("GET", f"{CATALOG}/details/3h2701")


ASKED: Asked = {
    "post-priceandavailability": lambda walk: walk.ask("POST", PRICES, named(ingramPartNumber="DF4128")),
    "get-reseller-v6-productsearch": lambda walk: walk.ask("GET", CATALOG),
    "get-reseller-v6-productdetail": lambda walk: walk.ask("GET", f"{CATALOG}/details/DF4128"),
    "get-reseller-v6-productdetailcmp": lambda walk: walk.ask("GET", f"{CATALOG}/details?vendorPartNumber=HD-M27Q"),
}

WALKS: Walks = {
    ("post-priceandavailability", "200"): _everything_about_everything,
    ("post-priceandavailability", "207"): _some_that_exist,
    ("post-priceandavailability", "400"): lambda walk: walk.ask("POST", PRICES),
    ("get-reseller-v6-productsearch", "200"): _all_pages,
    ("get-reseller-v6-productsearch", "400"): lambda walk: walk.ask("GET", f"{CATALOG}?type=paper"),
    ("get-reseller-v6-productsearch", "404"): _nothing_and_past_the_end,
    ("get-reseller-v6-productdetail", "200"): _details_of_everything,
    ("get-reseller-v6-productdetail", "400"): lambda walk: walk.ask("GET", f"{CATALOG}/details/1", **WRONG_COUNTRY),
    ("get-reseller-v6-productdetail", "404"): lambda walk: walk.ask("GET", f"{CATALOG}/details/nosuch"),
    ("get-reseller-v6-productdetailcmp", "200"): lambda walk: (
        walk.ask("GET", f"{CATALOG}/details?planId=7f1c0a52"),
        walk.ask("GET", f"{CATALOG}/details?planName=lookout%20backup"),
        ASKED["get-reseller-v6-productdetailcmp"](walk),
    ),
    ("get-reseller-v6-productdetailcmp", "400"): lambda walk: walk.ask("GET", f"{CATALOG}/details"),
    ("get-reseller-v6-productdetailcmp", "404"): lambda walk: walk.ask("GET", f"{CATALOG}/details?planId=nosuch"),
}

GOOD = {
    "post-priceandavailability": Good(
        body=lambda _: named(ingramPartNumber="DF4128"),
        query={"includeAvailability": "true", "includePricing": "true"},
    ),
    "get-reseller-v6-productdetail": Good(number=lambda _: "DF4128"),
    "get-reseller-v6-productdetailcmp": Good(query={"vendorPartNumber": "HD-M27Q"}),
}
