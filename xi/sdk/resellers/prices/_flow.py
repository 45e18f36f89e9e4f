"""Asks for prices piece by piece, with several pieces in flight, and gives what came for each part."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final

from xi.sdk.resellers._exact import truth, whole
from xi.sdk.resellers._keys import is_api_error
from xi.sdk.resellers._steps import Begin, Came, Flow, Give, Next
from xi.sdk.resellers.exceptions import ApiException
from xi.sdk.resellers.prices._answers import Outcome, Price
from xi.sdk.resellers.prices._asked import Asked, Request, pieces_of
from xi.sdk.resellers.prices._matching import matched
from xi.sdk.resellers.prices._reading import (
    Item,
    Record,
    discounts_of,
    items_of,
    says_barred,
    says_unknown,
    warehouses_of,
)

METHOD: Final = "post_priceandavailability_with_http_info"
HOPELESS: Final = 5
"""After so many failed pieces in a row the others are not sent: each would wait for all its repeats."""
_REFUSED: Final = (401, 403)
_log: Final = logging.getLogger("xi.sdk.resellers")

Progress = Callable[[int, int], object]
"""Called with the number of parts that are answered, and of all parts."""


def prices_of(api: object, asked: Sequence[Asked], request: Request, progress: Progress | None) -> Flow[None]:
    """Give a `Price` for each part, piece by piece, in the order of the pieces.

    Args:
        api: the bound API.
        asked: the parts.
        request: how to ask.
        progress: is told how far it is.
    """
    call: Callable[..., Any] = getattr(api, METHOD)
    ways = {each.given[0]: each.given for each in asked}
    left = deque(pieces_of(asked))
    in_flight: deque[list[Asked]] = deque()
    failures = answered = 0
    hopeless: ApiException | None = None
    while left or in_flight:
        while left and hopeless is None and len(in_flight) < request.in_flight:
            piece = left.popleft()
            in_flight.append(piece)
            yield Begin(partial(call, price_and_availability_request=_body(piece, request), **request.arguments))
        if not in_flight:
            prices = _unsent(left, hopeless)
            left.clear()
            again: list[Asked] = []
        else:
            piece = in_flight.popleft()
            try:
                came = yield Next()
                prices, again = _read(piece, came)
                failures = 0
            except ApiException as error:
                prices, again = _refused(piece, error)
                is_failure = any(each.outcome is Outcome.FAILED for each in prices)
                failures = failures + 1 if is_failure else 0
                if hopeless is None and is_failure and (error.status in _REFUSED or failures == HOPELESS):
                    hopeless = error
        left.extendleft(reversed(list(pieces_of(again))))
        answered += len(prices)
        for price in prices:
            for given in ways[price.asked]:
                yield Give(replace(price, asked=given))
        if progress is not None:
            progress(answered, len(asked))


def _body(piece: Sequence[Asked], request: Request) -> Mapping[str, Any]:
    return {**request.body, "products": [each.product for each in piece]}


def _now() -> datetime:
    return datetime.now(UTC)


def _read(piece: Sequence[Asked], came: Came) -> tuple[list[Price], list[Asked]]:
    """Return what an answer says of the parts of a piece, and those that have to be asked for again by themselves."""
    received = datetime.fromtimestamp(came.at, UTC)
    try:
        items = items_of(came.value)
    except ValueError as error:
        message = f"the answer could not be read: {error}"
        return [_price(each, Outcome.FAILED, message, received) for each in piece], []
    prices: list[Price] = []
    again: list[Asked] = []
    found = matched(piece, items)
    kinds = {each.kind for each in piece}
    for asked, its in zip(piece, found, strict=True):
        if len(kinds) > 1 and len({each.sku for each in its}) > 1:
            again.append(asked)  # one of the products may answer a part that was named in another way
        else:
            prices.append(_of_items(asked, its, received))
    spare = len({id(each) for each in items} - {id(each) for its in found for each in its})
    if spare:
        _log.warning("%s of %s items of an answer are about nothing that was asked for", spare, len(items))
    return prices, again


def _of_items(asked: Asked, items: Sequence[Item], received: datetime) -> Price:
    if not items:
        return _price(asked, Outcome.NOT_SAID, "the server answered, but said nothing about it", received)
    models = tuple(each.model for each in items if each.model is not None)
    if len({each.sku for each in items}) > 1:
        skus = ", ".join(sorted(str(each.sku) for each in items))
        message = f"it is the name of several products: {skus}"
        return replace(_price(asked, Outcome.SEVERAL, message, received), products=models)
    # The same product twice: the item that has a price says more.
    priced = [each for each in items if each.outcome is Outcome.PRICED]
    if len({each.amount for each in priced}) > 1 or len({each.currency for each in priced if each.currency}) > 1:
        said = ", ".join(f"{each.amount} {each.currency or ''}".strip() for each in priced)
        message = f"the server gave several prices for it: {said}"
        return replace(_price(asked, Outcome.SEVERAL, message, received), sku=items[0].sku, products=models)
    item = next(iter(priced), items[0])
    stock, unclear = _stock_of([item, *items])
    discounts = discounts_of(item)
    told = "; ".join(each for each in (item.fault, unclear, item.message) if each) or None
    return replace(
        _price(asked, item.outcome, told, received),
        sku=item.sku,
        currency=item.currency,
        amount=item.amount,
        retail=item.price_at("retailPrice"),
        lowest_advertised=item.price_at("mapPrice") or None,  # 0 means that there is none
        available=truth(stock.get("available")),
        total=whole(stock.get("totalAvailability")),
        warehouses=warehouses_of(stock),
        discounts=tuple(each for each in discounts if each.is_live(received.date())),
        listed_discounts=discounts,
        product=item.model,
        products=models,
    )


def _stock_of(items: Sequence[Item]) -> tuple[Record, str | None]:
    """Return the stock of a product that the server may have sent more than once, and why it is not known, if so."""
    found = [each.availability for each in items if each.availability]
    totals = {total for each in found if (total := whole(each.get("totalAvailability"))) is not None}
    if len(totals) > 1:
        return {}, f"the server gave several stocks for it: {', '.join(map(str, sorted(totals)))}"
    stock: Record = found[0] if found else {}
    sent = stock.get("totalAvailability")
    is_lost = sent not in (None, "") and whole(sent) is None
    return stock, f"its stock is {str(sent)!r:.100}, which is no whole number" if is_lost else None


def _refused(piece: Sequence[Asked], error: ApiException) -> tuple[list[Price], list[Asked]]:
    """Return what a refusal says of the parts of a piece, and those that have to be asked for again without the others.

    A 404 of the API means that the server knows none of them; that of a gateway, or one without a body, says nothing
    of them. A 400 means it too, if its text says so. If a 400 names values that
    were asked for, it is about those, and the others are asked for again.
    """
    now = _now()
    if error.status == 204:  # noqa: PLR2004 - a status
        return [_price(each, Outcome.NOT_SAID, _says(error), now) for each in piece], []
    if error.status == 404 and is_api_error(error.body):  # noqa: PLR2004 - a status
        return [_price(each, Outcome.NOT_FOUND, _says(error), now) for each in piece], []
    failed = [replace(_price(each, Outcome.FAILED, str(error), now), error=error) for each in piece]
    if error.status != 400:  # noqa: PLR2004 - a status
        return failed, []
    named = {field.value.strip(): field for each in error.errors for field in each.fields if field.value}
    bad = [each for each in piece if each.value in named]
    if bad:
        said = [(each, named[each.value].message or _says(error)) for each in bad]
        return [_price(each, _outcome_of(text), text, now) for each, text in said], [
            each for each in piece if each.value not in named
        ]
    if error.errors and not named and all(map(says_unknown, error.errors)):
        return [_price(each, Outcome.NOT_FOUND, _says(error), now) for each in piece], []
    return failed, []


def _outcome_of(refusal: str) -> Outcome:
    """Return what a refusal of a part means for it."""
    return Outcome.NOT_AUTHORIZED if says_barred(refusal) else Outcome.NOT_FOUND


def _says(error: ApiException) -> str:
    return "; ".join(str(each) for each in error.errors) or str(error)


def _unsent(pieces: Sequence[Sequence[Asked]], error: ApiException | None) -> list[Price]:
    """Return the prices of what was not sent."""
    message = f"not sent, since the calls before it failed: {error}"
    now = _now()
    return [replace(_price(each, Outcome.FAILED, message, now), error=error) for piece in pieces for each in piece]


def _price(asked: Asked, outcome: Outcome, message: str | None, received: datetime) -> Price:
    return Price(asked.given[0], outcome, message, received)
