"""Reads the validation and the details of a quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers._exact import amount_at, day_of, text, text_at, truth, value_at
from xi.sdk.resellers._json import Json, is_list, is_object
from xi.sdk.resellers._keys import objects_at
from xi.sdk.resellers.quotes._values import QuoteCheck, QuotedProduct, QuoteLine, VendorField

if TYPE_CHECKING:
    from datetime import date

_OF_LINE: Final = ("vmfAdditionalAttributesLines", "linesVendorMandatoryAttributes")
"""Both spellings are in use, even in one answer."""
_TOTALS: Final = ("totalQuoteAmount", "extendedQuotePriceTotal")
"""The first that was sent counts: one that cannot be read is not replaced by another amount."""
_ANY_TEXT: Final = "string"
_ERRORS: Final = ("errors", "error")
_DEPTH: Final = 8
"""How deep blanks are looked for; what is deeper counts as said."""
_DENIES: Final = re.compile(
    r"\b(expired|can ?not|can.t|could ?n.t|unable|invalid|incorrect|errors?|fail(s|ed|ures?)?|rejected|denied"
    r"|refused|closed|cancell?ed|deleted|draft|inactive|disabled|no longer|(is|was|are) not|(is|was|are)n.t|not "
    r"(valid|found|allowed|available|active|final|ready|eligible|orderable|permitted|authori[sz]ed|approved))\b",
    re.IGNORECASE,
)
"""Words with which no success is told."""
_DENIES_FAILURE: Final = re.compile(
    r"\b(no|without|0|zero|not?( been| yet)?) (any )?(errors?|failures?|expired|closed|cancell?ed|rejected)\b"
    r"|\bcan ?not be (changed|cancell?ed|combined|modified|returned)\b",
    re.IGNORECASE,
)
"""Words that deny something, and are no failure, such as `no errors`."""


def _record(answer: Any) -> Json:
    """Return the object that an answer is, or that is alone in its list."""
    alone = answer[0] if is_list(answer) and len(answer) == 1 else answer
    return alone if is_object(alone) else {}


def read_validation(number: str, answer: Any) -> QuoteCheck:
    """Return what a validation tells.

    Args:
        number: the number that was asked for.
        answer: the JSON of the answer, with exact numbers.
    """
    record = _record(answer)
    fields = list(_fields(objects_at(record, "vmfAdditionalAttributes"), None))
    lines: list[QuoteLine] = []
    for place, each in enumerate(objects_at(record, "lines"), 1):
        line = QuoteLine(
            number=text_at(each, "customerLineNumber") or str(place),
            sku=text_at(each, "ingramPartNumber"),
            quantity=amount_at(each, "quantity"),
        )
        lines.append(line)
        for name in _OF_LINE:
            fields += _fields(objects_at(each, name), line)
    return QuoteCheck(
        number=number,
        refusal=_refusal(number, record) or _unread(record),
        vendor=text_at(record, "vendorName"),
        lines=tuple(lines),
        fields=tuple({(each.line_number, each.name): each for each in fields}.values()),
    )


def _fields(listed: list[Json], line: QuoteLine | None) -> Iterator[VendorField]:
    """Yield the fields of a list, without the blank entries that pad it."""
    for each in listed:
        name = text_at(each, "attributeName")
        if name is None:
            continue
        sample = text_at(each, "attributeValue")
        yield VendorField(
            name=name,
            description=text_at(each, "attributeDescription"),
            sample=None if sample is None or sample.casefold() == _ANY_TEXT else sample,
            line_number=None if line is None else line.number,
            sku=None if line is None else line.sku,
        )


def _refusal(number: str, record: Json) -> str | None:
    """Return why a successful answer does not say that the quote can be ordered; its words are not documented."""
    refusal = errors_of(record)
    if refusal is not None:
        return refusal
    message = text_at(record, "message")
    if message is not None and (not objects_at(record, "lines") or _is_denial(record, message)):
        return message
    answered = text_at(record, "quoteNumber")
    if answered is None and not objects_at(record, "lines"):
        return "the answer of the validation says nothing about the quote"
    if answered is not None and answered.casefold() != number.casefold():
        return f"the validation answered about {answered}"
    return None


def errors_of(answer: Any) -> str | None:
    """Return what the errors in a successful answer say, whatever else it has; None if it has none.

    Args:
        answer: the JSON of the answer.
    """
    record = _record(answer)
    found = {name: value for name in _ERRORS if not _is_blank(value := value_at(record, name))}
    if not found:
        return None
    listed = [each for value in found.values() for each in (value if is_list(value) else [value])]
    said = [_said(each) if is_object(each) else text(each) for each in listed]
    return "; ".join(dict.fromkeys(each for each in said if each)) or "the answer has errors that say nothing"


def _said(error: Json) -> str | None:
    message = text_at(error, "message") or text_at(error, "type")
    about = [said for each in objects_at(error, "fields") if (said := text_at(each, "message"))]
    return ": ".join(each for each in (message, "; ".join(about)) if each) or None


def _is_blank(value: Any, depth: int = 0) -> bool:
    """Return whether a value says nothing: lists of this API are padded with objects whose members are blank."""
    inner: list[Any] | None = list(value.values()) if is_object(value) else value if is_list(value) else None
    if inner is not None:
        return depth < _DEPTH and all(_is_blank(each, depth + 1) for each in inner)
    return not value or (isinstance(value, str) and not value.strip())


def _is_denial(record: Json, message: str) -> bool:
    """Return whether a message beside lines says that the quote cannot be ordered.

    How the service answers about such a quote is not known. The contract has no message in a success, but other answers
    have one that is information only, also on what is good. So a message refuses if it cannot mean a success: if it
    denies something, or comes with the members of an error. A quote must not become unusable because the service says
    "success" in it; and one that it takes for expired is refused once more when it is ordered.
    """
    words = " ".join(each for each in (text_at(record, "type"), message) if each)
    return text_at(record, "traceid") is not None or _DENIES.search(_DENIES_FAILURE.sub(" ", words)) is not None


def _unread(record: Json) -> str | None:
    """Return what cannot be read of a validation. The vendor's fields may be there: without them it is not ordered."""
    names = ("vmfAdditionalAttributes", "lines", "errors")
    wrong = next((name for name in names if not _is_list_of_objects(value_at(record, name))), None)
    for each in objects_at(record, "lines"):
        wrong = wrong or next((name for name in _OF_LINE if not _is_list_of_objects(value_at(each, name))), None)
    return f"{wrong} in the validation cannot be read" if wrong else None


def _is_list_of_objects(value: Any) -> bool:
    """Return whether a value is an object, a list of them, or nothing."""
    return value in (None, "") or all(map(is_object, value if is_list(value) else [value]))


def with_details(check: QuoteCheck, answer: Any, today: date) -> QuoteCheck:
    """Return a check with price, last day and products.

    Args:
        check: what the validation told.
        answer: the JSON of the details, with exact numbers.
        today: the day from which days are counted.
    """
    record = _record(answer)
    other = text_at(record, "quoteNumber")
    if other is not None and other.casefold() != check.number.casefold():
        return replace(check, refusal=check.refusal or f"the details are about {other}")
    check = replace(check, refusal=check.refusal or errors_of(record))
    expires, says = None, None
    try:
        expires = day_of(value_at(record, "ingramQuoteExpiryDate"))
    except ValueError as error:
        says = str(error)
    name = next((each for each in _TOTALS if value_at(record, each) not in (None, "")), _TOTALS[0])
    products = tuple(map(_product, objects_at(record, "products")))
    return replace(
        check,
        vendor=check.vendor or text_at(record, "vendorName"),
        status=text_at(record, "status"),
        total=amount_at(record, name),
        currency=text_at(record, "currencyCode"),
        fees=amount_at(record, "extraFeesTotal"),
        freight=amount_at(record, "freightAmount"),
        tax=amount_at(record, "taxTotal"),
        expires=expires,
        days_left=None if expires is None else (expires - today).days,
        expiry_says=says,
        is_partial=bool(truth(value_at(record, "isPartialOrderAllowed"))),
        lines=tuple(_with_minimum(each, products) for each in check.lines),
        products=products,
    )


def _with_minimum(line: QuoteLine, products: tuple[QuotedProduct, ...]) -> QuoteLine:
    """Return a line with its minimum; details number lines in another way, so only a SKU that occurs once tells it."""
    same = [each for each in products if each.sku is not None and each.sku == line.sku and not each.is_suggested]
    return replace(line, minimum=same[0].minimum) if len(same) == 1 else line


def _product(record: Json) -> QuotedProduct:
    prices = objects_at(record, "price")
    price: Json = prices[0] if prices else {}
    return QuotedProduct(
        sku=text_at(record, "ingramPartNumber"),
        description=text_at(record, "description"),
        quantity=amount_at(record, "quantity"),
        unit_price=amount_at(price, "quotePrice"),
        minimum=amount_at(record, "minimumOrderAllowedQty"),
        is_suggested=bool(truth(value_at(record, "isSuggestionProduct"))),
    )
