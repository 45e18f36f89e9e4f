"""A call for each documented answer of the operations of renewals."""

from walk_kit import Asked, Good, Walker, Walks

RENEWALS = "/resellers/v6/renewals"
OPEN = {"status": {"OpporutinyStatus": {"value": "Open", "subStatus": "Ready to order"}}}


def _search(walk: Walker) -> None:
    walk.ask("POST", f"{RENEWALS}/search")
    walk.ask("POST", f"{RENEWALS}/search?size=2&page=2", [OPEN])
    walk.ask("POST", f"{RENEWALS}/search?size=2&page=2", {})


def _details_of_everything(walk: Walker) -> None:
    for number in walk.server.sandbox.catalogue.renewals:
        walk.ask("GET", f"{RENEWALS}/{number}")


ASKED: Asked = {
    "post-renewalssearch": lambda walk: walk.ask("POST", f"{RENEWALS}/search", OPEN),
    "get-resellers-v6-renewalsdetails": lambda walk: walk.ask("GET", f"{RENEWALS}/4410001"),
}

WALKS: Walks = {
    ("post-renewalssearch", "200"): _search,
    ("post-renewalssearch", "400"): lambda walk: walk.ask(
        "POST", f"{RENEWALS}/search", {"dateType": {"endDate": {"customStartDate": "2026-01-01"}}}
    ),
    ("get-resellers-v6-renewalsdetails", "200"): _details_of_everything,
    ("get-resellers-v6-renewalsdetails", "400"): lambda walk: walk.ask("GET", f"{RENEWALS}/1"),
}

GOOD = {
    "post-renewalssearch": Good(body=lambda _: OPEN),
    "get-resellers-v6-renewalsdetails": Good(number=lambda _: "4410001"),
}
