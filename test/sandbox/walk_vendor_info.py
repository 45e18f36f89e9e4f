"""A call for each documented answer of the operation that tells what a vendor requires."""

from walk_kit import Asked, Good, Walker, Walks

INFO = "/resellers/v7/vendorrequiredinfo"
SENDER = {"IM-SenderID": "shop"}
PRODUCTS = {
    "products": [
        {"ingramPartNumber": "YZ1478"},
        {"vendorPartNumber": "GL-R5"},
        {"planID": "P1"},
        {"planID": "9d20b711"},
    ]
}


def _info(walk: Walker) -> None:
    for body in (PRODUCTS, {"quoteNumber": "QUO-20417001-A1B2C3"}, {"quoteNumber": "NOSUCH"}):
        walk.ask("POST", INFO, body, **SENDER)


ASKED: Asked = {"vendor-required-info": lambda walk: walk.ask("POST", INFO, PRODUCTS, **SENDER)}

WALKS: Walks = {
    ("vendor-required-info", "200"): _info,
    ("vendor-required-info", "400"): lambda walk: walk.ask("POST", INFO, PRODUCTS),
}

GOOD = {"vendor-required-info": Good(body=lambda _: PRODUCTS, headers=SENDER)}
