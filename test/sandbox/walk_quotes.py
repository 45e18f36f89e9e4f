"""A call for each documented answer of the operations of quotes."""

from walk_kit import Asked, Good, Walker, Walks

SEARCH = "/resellers/v6/quotes/search"
VALIDATE = "/resellers/v6/q2o/validatequote"
MANY_FIELDS = "QUO-20417001-A1B2C3"
IN_PIECES = "QUO-20417002-D4E5F6"
CONTACT = {"IM-CustomerContact": "anna@shop.example"}


def _search(walk: Walker) -> None:
    walk.ask("GET", SEARCH, **CONTACT)
    walk.ask("GET", f"{SEARCH}?pageSize=2&pageNumber=2&sortBy=quoteNumber", **CONTACT)


def _details_of_everything(walk: Walker) -> None:
    """Ask for the details of each quote, ordered in part, whole or not at all."""
    order = {"quoteNumber": IN_PIECES, "lines": [{"ingramPartNumber": "DF4128", "quantity": 10}]}
    walk.ask("POST", "/resellers/v7/orders", {"customerOrderNumber": "po-1", **order})
    walk.ask("POST", "/resellers/v7/orders", {"customerOrderNumber": "po-2", "quoteNumber": "QUO-20417003-G7H8J9"})
    for number in walk.server.sandbox.catalogue.quotes:
        walk.ask("GET", f"/resellers/v6/quotes/{number}")


ASKED: Asked = {
    "get-quotessearch_v6": lambda walk: walk.ask("GET", SEARCH, **CONTACT),
    "get-resellers-v6-quotes": lambda walk: walk.ask("GET", f"/resellers/v6/quotes/{MANY_FIELDS}"),
    "get-reseller-v6-validateQuote": lambda walk: walk.ask("GET", f"{VALIDATE}?quoteNumber={MANY_FIELDS}"),
}

WALKS: Walks = {
    ("get-quotessearch_v6", "200"): _search,
    ("get-quotessearch_v6", "400"): lambda walk: walk.ask("GET", f"{SEARCH}?sortBy=colour"),
    ("get-quotessearch_v6", "404"): lambda walk: walk.ask("GET", f"{SEARCH}?quoteNumber=NOSUCH", **CONTACT),
    ("get-resellers-v6-quotes", "200"): _details_of_everything,
    ("get-resellers-v6-quotes", "400"): lambda walk: walk.ask("GET", "/resellers/v6/quotes/NOSUCH"),
    ("get-reseller-v6-validateQuote", "200"): lambda walk: walk.ask("GET", f"{VALIDATE}?quoteNumber={MANY_FIELDS}"),
    ("get-reseller-v6-validateQuote", "400"): lambda walk: walk.ask("GET", VALIDATE),
}

GOOD = {
    "get-quotessearch_v6": Good(headers=CONTACT),
    "get-resellers-v6-quotes": Good(number=lambda _: MANY_FIELDS),
    "get-reseller-v6-validateQuote": Good(query={"quoteNumber": MANY_FIELDS}),
}
