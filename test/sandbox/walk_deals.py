"""A call for each documented answer of the operations of deals."""

from urllib.parse import quote

from walk_kit import Asked, Good, Walker, Walks

DEALS = "/resellers/v6/deals"
APPLICATION = {"IM-ApplicationId": "shop"}


def _details_of_everything(walk: Walker) -> None:
    for number in walk.server.sandbox.catalogue.deals:
        walk.ask("GET", f"{DEALS}/{quote(number)}", **APPLICATION, **{"IM-Environment": "test"})


ASKED: Asked = {
    "get-resellers-v6-dealssearch": lambda walk: walk.ask("GET", f"{DEALS}/search"),
    "get-resellers-v6-dealsdetails": lambda walk: walk.ask("GET", f"{DEALS}/NW-2231-T", **APPLICATION),
}

WALKS: Walks = {
    ("get-resellers-v6-dealssearch", "200"): lambda walk: [
        walk.ask("GET", f"{DEALS}/search{query}") for query in ("", "?Size=2&Page=2", "?endUser=nobody")
    ],
    ("get-resellers-v6-dealssearch", "400"): lambda walk: walk.ask("GET", f"{DEALS}/search?Page=0"),
    ("get-resellers-v6-dealsdetails", "200"): _details_of_everything,
    ("get-resellers-v6-dealsdetails", "400"): lambda walk: walk.ask("GET", f"{DEALS}/NW-2231-T"),
}

GOOD = {
    "get-resellers-v6-dealsdetails": Good(
        number=lambda _: "NW-2231-T", headers=APPLICATION, query={"vendorName": "NORTHWIND TELECOM"}
    ),
}
