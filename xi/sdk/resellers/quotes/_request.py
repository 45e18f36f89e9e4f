"""Makes the v7 order of a quote; pure. What the vendor still wants to know is refused here, each field by its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, Final

from pydantic.alias_generators import to_camel

from xi.sdk.resellers import models
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.quotes._values import QuoteCheck, QuoteLine, VendorField

Values = Mapping[str, str]
"""Values by the names of the vendor's fields."""
_OWN: Final = (
    "quoteNumber",
    "customerOrderNumber",
    "lines",
    "vmfadditionalAttributes",
    "vmfAdditionalAttributes",
)
"""Members of the order that this module writes."""


def check_values(
    check: QuoteCheck,
    header: Values,
    lines: Mapping[str, Values],
    quantities: Mapping[str, int],
    *,
    samples: bool = False,
) -> None:
    """Refuse values with which a quote cannot be ordered.

    Args:
        check: the quote.
        header: values for the whole order.
        lines: values for lines, by the number of the line.
        quantities: how many units of which lines are ordered; none for all.
        samples: whether a value that equals the vendor's sample is meant.

    Raises:
        ApiValueError: the quote cannot be ordered, a field has no value, there is no such field or line, or a quantity
            cannot be ordered.
        ApiTypeError: values are not text.
    """
    if check.refusal is not None:
        raise ApiValueError(f"quote {check.number} cannot be ordered: {check.refusal}", argument="quote_number")
    numbers = [each.number for each in check.lines]
    _known("header", header, [each.name for each in check.fields if each.line_number is None])
    for argument, given in (("lines", lines), ("quantities", quantities)):
        _known(argument, given, numbers, what="line")
        _only(argument, given, numbers)
    names: dict[str | None, list[str]] = {}
    for each in check.fields:
        names.setdefault(each.line_number, []).append(each.name)
    for number, values in lines.items():
        _known("lines", values, names.get(number, []), pointer=f"/{number}", of=f" of line {number}")
    _check_quantities(check, quantities)
    empty = [
        each
        for each in check.empty_fields(header, lines)
        if each.line_number is None or not quantities or each.line_number in quantities
    ]
    if samples:
        empty = [each for each in empty if _given(each, header, lines) != each.sample]
    if empty:
        first = empty[0]
        told = "; ".join(map(str, empty))
        raise ApiValueError(
            f"quote {check.number}: the vendor wants to be told: {told}. A blank, the word String and the vendor's "
            "sample are no values",
            argument="header" if first.line_number is None else "lines",
            pointer=f"/{first.name}" if first.line_number is None else f"/{first.line_number}/{first.name}",
        )


def _given(field: VendorField, header: Values, lines: Mapping[str, Values]) -> str:
    of = header if field.line_number is None else lines.get(field.line_number, {})
    return (of.get(field.name) or "").strip()


def _known(
    argument: str,
    given: Mapping[str, Any],
    known: Sequence[str],
    *,
    what: str = "field",
    pointer: str = "",
    of: str = "",
) -> None:
    among = frozenset(known)
    for name in given:
        if name not in among:
            near = get_close_matches(name, known, n=1) or [each for each in known if each.lower() == name.lower()]
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known) or 'none'}"
            raise ApiValueError(
                f"the quote has no {what} {name!r}{of}; {hint}", argument=argument, pointer=f"{pointer}/{name}"
            )


def _only(argument: str, given: Mapping[str, Any], numbers: Sequence[str]) -> None:
    """Refuse what is said of several lines at once: each of them would get it."""
    counts = Counter(numbers)
    for name in given:
        if counts[name] > 1:
            raise ApiValueError(
                f"the quote has {counts[name]} lines with the number {name}, which cannot be told apart",
                argument=argument,
                pointer=f"/{name}",
            )


def _check_quantities(check: QuoteCheck, quantities: Mapping[str, int]) -> None:
    if quantities and not check.is_partial:
        raise ApiValueError(
            f"quote {check.number} cannot be ordered in pieces; leave the quantities out", argument="quantities"
        )
    for line in check.lines:
        if line.number not in quantities:
            continue
        units = quantities[line.number]
        most, least = line.quantity, max(line.minimum or 1, 1)
        least = least if most is None else min(least, most)
        is_whole = isinstance(units, int) and not isinstance(units, bool)  # pyright: ignore[reportUnnecessaryIsInstance]
        if not is_whole or units < least or (most is not None and units > most):
            wanted = f"{least} or more" if most is None else f"{least} to {most}"
            raise ApiValueError(
                f"line {line.number}: the quantity is {units!r}; it should be {wanted}",
                argument="quantities",
                pointer=f"/{line.number}",
            )


def request_of(
    quote_number: str,
    po: str,
    parts: Iterable[QuoteLine],
    header: Values,
    lines: Mapping[str, Values],
    quantities: Mapping[str, int],
    more: Mapping[str, Any],
) -> models.AsyncOrderCreateDTO:
    """Return the order of a quote.

    The service takes parts and quantities from the quote. So lines are sent only if one of them has values for the
    vendor, or if the quote is ordered in pieces; then all that are ordered, as one that is missing would not be.

    Args:
        quote_number: the quote.
        po: the PO.
        parts: its lines.
        header: values for the whole order.
        lines: values for lines, by the number of the line.
        quantities: how many units of which lines are ordered; none for all.
        more: further members of the order, such as `shipToInfo`.

    Raises:
        ApiValueError: `more` has a member that is written here, or one that does not fit.
        ApiTypeError: a value is not text.
    """
    mine = next((name for name in more if to_camel(name) in _OWN or name in _OWN), None)
    if mine is not None:
        raise ApiValueError(
            f"more has {mine}, which follows from the other arguments", argument="more", pointer=f"/{mine}"
        )
    body: dict[str, Any] = {**more, "quoteNumber": quote_number, "customerOrderNumber": po}
    if header:
        body["vmfadditionalAttributes"] = _attributes("header", header)
    if quantities or any(lines.values()):
        wanted = [each for each in parts if not quantities or each.number in quantities]
        body["lines"] = [_line(each, lines.get(each.number, {}), quantities) for each in wanted]
    try:
        return models.AsyncOrderCreateDTO.model_validate(body)
    except ValueError as error:  # the base of what pydantic raises
        refusal = ApiValueError(f"the order of quote {quote_number} cannot be built: {error}", argument="more")
    raise refusal


def _line(line: QuoteLine, values: Values, quantities: Mapping[str, int]) -> dict[str, Any]:
    units = quantities.get(line.number, line.quantity)
    sent: dict[str, Any] = {"customerLineNumber": line.number}
    if line.sku is not None:
        sent["ingramPartNumber"] = line.sku
    if units is not None:
        sent["quantity"] = f"{units:f}" if isinstance(units, Decimal) else str(units)
    if values:
        sent["vmfAdditionalAttributesLines"] = _attributes(f"lines/{line.number}", values)
    return sent


def _attributes(argument: str, values: Values) -> list[dict[str, str]]:
    for name, value in values.items():
        if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            where, _, line = argument.partition("/")
            pointer = f"/{line}/{name}" if line else f"/{name}"
            raise ApiTypeError(f"{name} is {value!r}; the vendor's fields are text", argument=where, pointer=pointer)
    return [{"attributeName": name, "attributeValue": value.strip()} for name, value in sorted(values.items())]
