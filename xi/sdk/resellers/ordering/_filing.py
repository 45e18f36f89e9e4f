"""Make of an order what the ledger keeps: its body byte for byte, its key, its fingerprint; pure.

What an order has to have is checked here, before anything is written: lines with a part and a quantity, and a purchase
order number that can be found again.
"""

from __future__ import annotations

import json
from base64 import b32encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final, NamedTuple, cast

from pydantic.alias_generators import to_camel

from xi.sdk.resellers import models
from xi.sdk.resellers._keys import normalized
from xi.sdk.resellers._purchase_orders import folded
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError, printable
from xi.sdk.resellers.ordering._entries import name_of
from xi.sdk.resellers.ordering._findings import MARKER, Wanted, part_of, units_of
from xi.sdk.resellers.ordering._fingerprints import fingerprint_of
from xi.sdk.resellers.ordering._gaps import refuse_gaps
from xi.sdk.resellers.ordering._protocol import Kind

Order = models.OrderCreateRequest | models.AsyncOrderCreateDTO
"""An order, as the API takes it."""

_Line = models.OrderCreateRequestLinesInner | models.AsyncOrderCreateDTOLinesInner

LONGEST_PO: Final = 35
"""Characters of a PO."""
LONGEST_PO_V7: Final = 18
"""The same for v7 in Ingram Micro's newest specification."""

_ARGUMENT = "order"
_PO = "/customerOrderNumber"
_MARKER_BYTES = 10
_LONGEST_QUANTITY = 18
"""Characters of a quantity; Python reads no number of thousands of digits."""
_MOST_SHOWN = 5
"""Faults of one order that a message names."""
PARTIAL: Final = "allowPartialOrder"
"""The attribute that permits good lines to be placed without the bad ones."""
DUPLICATE: Final = "allowDuplicateCustomerOrderNumber"
"""The attribute that turns the server's check for duplicates off."""
_VENDOR = "vmfAdditionalAttributesLines"
_ONLY_V7 = {
    "quoteNumber": "quote_number",
    "internalComments": "internal_comments",
    "vendAuthNumber": "vend_auth_number",
    "warrantyInfo": "warranty_info",
    "vmfadditionalAttributes": "vmfadditional_attributes",
    "vmfAdditionalAttributes": "vmfadditional_attributes",
}
"""Members of an order that only v7 has, by both of their names."""
_BOTH_NAMES_V7 = frozenset(name for names in _ONLY_V7.items() for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """An order as the ledger keeps it.

    Args:
        kind: the kind of filing.
        customer: the customer number of the account.
        country: the country of the account.
        po: the purchase order number, as it is sent.
        folded: the same, folded: the key.
        body: the JSON as it is sent.
        fingerprint: SHA-256 of the content in hexadecimal digits; the same for other spellings of the same content.
        guarded: whether the server refuses a second order under the same PO.
        marker: what tells our order from a person's; None without one.
        warnings: what may go wrong, a line each.
    """

    kind: Kind
    customer: str
    country: str
    po: str
    folded: str
    body: bytes
    fingerprint: str
    guarded: bool
    marker: str | None
    warnings: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called in words: by its PO, or by the reference number of a return."""
        return name_of(self.kind, self.po)


def fold(po: str, *, any_text: bool = False, argument: str = "po", pointer: str = "", what: str = "PO") -> str:
    """Return a PO as the ledger compares it: without blanks around it, in upper case.

    Args:
        po: the PO, 1 to 35 characters.
        any_text: whether it may have other characters than printable ASCII. The server may return those changed, so
            that an order is not found again.
        argument: the argument that an error names.
        pointer: the place in it.
        what: what it is called in an error.

    Raises:
        ApiValueError: it is empty, too long, or has a character that is not permitted.
    """
    plain = po.strip()
    where = f"{what} {_quoted(plain)}"
    if not plain:
        raise ApiValueError(
            f"the {what} is empty; give each order a number of its own, by which it can be found again",
            argument=argument,
            pointer=pointer,
        )
    if len(plain) > LONGEST_PO:
        raise ApiValueError(
            f"{where} has {len(plain)} characters; at most {LONGEST_PO} fit", argument=argument, pointer=pointer
        )
    wrong = next((each for each in plain if not each.isprintable() or not (any_text or each.isascii())), None)
    if wrong is not None:
        may_be_allowed = wrong.isprintable() and not any_text
        raise ApiValueError(
            f"{where} has the character {_quoted(wrong)}; use printable ASCII: letters, digits, blanks and marks"
            + (", or permit any text: any_text=True of an order desk" if may_be_allowed else ""),
            argument=argument,
            pointer=pointer,
        )
    return folded(plain)


def file_order(
    order: Order | Mapping[str, Any],
    account: Account,
    *,
    partial: bool = False,
    marker: bool = False,
    reuse: str | None = None,
    any_text: bool = False,
    kind: Kind | None = None,
) -> Filing:
    """Return an order as the ledger keeps it. The order itself is not changed.

    Args:
        order: a request of v6 or v7, or a dict of its members. A dict is of v7 if it has a member that only v7 has.
        account: the account that orders.
        partial: whether good lines are placed without the bad ones, if the order does not say so itself.
        marker: whether the end customer's PO carries our marker, if the order leaves it free.
        reuse: why the PO is used again, which permits an order that turns the server's duplicate check off.
        any_text: whether the PO may have other characters than printable ASCII.
        kind: what a dict is, if its members do not tell.

    Raises:
        ApiValueError: the order cannot be placed as it is; `pointer` names the place, such as `/lines/0/quantity`.
        ApiTypeError: it is neither a request nor a dict.
    """
    request = _copy_of(order, kind)
    po = (request.customer_order_number or "").strip()
    key = fold(po, any_text=any_text, argument=_ARGUMENT, pointer=_PO)
    request.customer_order_number = po
    kind = _kind_of(request)
    warnings = _check_lines(request, kind)
    if kind is not Kind.V6 and len(po) > LONGEST_PO_V7:
        warnings.append(f"PO {po} has {len(po)} characters; the newest specification of v7 permits {LONGEST_PO_V7}")
    guarded = not _switch(request, DUPLICATE)
    if not guarded and not (reuse or "").strip():
        raise ApiValueError(
            f"the order has {DUPLICATE}, which turns off the server's check for duplicates; leave it out, "
            'or say why the PO is used again: reuse="why"',
            argument=_ARGUMENT,
            pointer="/additionalAttributes",
        )
    if _switch(request, PARTIAL) is None:
        _add_attribute(request, PARTIAL, "true" if partial else "false")
    fingerprint = fingerprint_of(request.to_json_bytes())
    chosen: str | None = None
    if marker and not (request.end_customer_order_number or "").strip():
        # The reason is a part of it: an order that uses its PO again is another one.
        chosen = marker_of(account.customer_number, account.country_code, key, fingerprint, (reuse or "").strip())
        request.end_customer_order_number = chosen
    return Filing(
        kind=kind,
        customer=account.customer_number,
        country=account.country_code,
        po=po,
        folded=key,
        body=request.to_json_bytes(),
        fingerprint=fingerprint,
        guarded=guarded,
        marker=chosen,
        warnings=tuple(warnings),
    )


def order_of(kind: Kind, body: bytes) -> Order:
    """Return the request that the client sends as exactly these bytes.

    Args:
        kind: the kind of filing.
        body: the body from the ledger.
    """
    return _model_of(kind).from_json(body)


def wanted_of(kind: Kind, body: bytes) -> Wanted:
    """Return what a look for an order compares with.

    Args:
        kind: the kind of filing.
        body: the body from the ledger.
    """
    content = cast("dict[str, Any]", json.loads(body))
    marker = folded(content.get("endCustomerOrderNumber"))
    lines = cast("list[dict[str, Any]]", content.get("lines") or [])
    return Wanted(
        kind=kind,
        folded=folded(content["customerOrderNumber"]),
        units=None if kind is Kind.QUOTE else units_of((part_of(each), int(each["quantity"])) for each in lines),
        marker=marker if MARKER.fullmatch(marker) else None,
    )


# -- reading an order


def _model_of(kind: Kind) -> type[Order]:
    return models.OrderCreateRequest if kind is Kind.V6 else models.AsyncOrderCreateDTO


def _copy_of(order: object, kind: Kind | None) -> Order:
    """Return an order as a request of its own, all checked.

    Raises:
        ApiValueError: it does not fit its model, or a list in it has None among its items.
        ApiTypeError: it is neither a request nor a dict.
    """
    refuse_gaps(order, _ARGUMENT)
    try:
        if isinstance(order, models.OrderCreateRequest):
            return models.OrderCreateRequest.from_json(order.to_json_bytes())
        if isinstance(order, models.AsyncOrderCreateDTO):
            return models.AsyncOrderCreateDTO.from_json(order.to_json_bytes())
        if not isinstance(order, Mapping):
            raise ApiTypeError(
                "order should be an OrderCreateRequest, an AsyncOrderCreateDTO, or a dict of the members of one, "
                f"not {type(order).__name__}",
                argument=_ARGUMENT,
            )
        members = cast("Mapping[str, Any]", order)
        model = _model_of(_kind_of_members(members) if kind is None else kind)
        return model.from_json(model.model_validate(dict(members)).to_json_bytes())
    except ValueError as error:  # the base of what pydantic raises
        if isinstance(error, ApiValueError):
            raise
        refusal = refusal_of(error, _ARGUMENT, "order")
    # Outside the block above, since an error that is raised in it would keep the first one, with the whole order.
    raise refusal


def refusal_of(error: ValueError, argument: str, what: str) -> ApiValueError:
    """Return what is wrong with a request that does not fit its model.

    Args:
        error: what the model raised.
        argument: the argument that is refused.
        what: what the text calls it.
    """
    faults = _faults(error)
    shown = "; ".join(str(each) for each in faults[:_MOST_SHOWN])
    more = len(faults) - _MOST_SHOWN
    return ApiValueError(
        f"the {what} cannot be read: {shown}" + (f"; and {more} more" if more > 0 else ""),
        argument=argument,
        pointer=faults[0].pointer,
    )


def _kind_of_members(members: Mapping[str, Any]) -> Kind:
    """Return what a dict is, v6 or v7, by its members.

    Raises:
        ApiValueError: it has members of both, or one of v7 in another spelling: as a v6 order it would be sent without
            what the member says.
    """
    seventh = next((name for names in _ONLY_V7.items() for name in names if members.get(name) is not None), None)
    if seventh is None:
        right = {normalized(name): name for name in _ONLY_V7}
        for name in members:
            meant = right.get(normalized(str(name)))
            if meant is not None and name not in _BOTH_NAMES_V7 and members[name] is not None:
                raise ApiValueError(
                    f"the order has {_quoted(str(name))}; did you mean {meant!r}?",
                    argument=_ARGUMENT,
                    pointer=f"/{name}",
                )
        return Kind.V6
    if members.get("vmf") is not None:
        raise ApiValueError(
            f"the order has vmf, which only v6 has, and {seventh}, which only v7 has; leave one out",
            argument=_ARGUMENT,
            pointer="/vmf",
        )
    return Kind.V7


class _Fault(NamedTuple):
    pointer: str
    message: str

    def __str__(self) -> str:
        return f"{self.pointer.lstrip('/')}: {self.message}" if self.pointer else self.message


def _faults(error: ValueError) -> list[_Fault]:
    listed = getattr(error, "errors", None)
    if listed is None:
        return [_Fault("", printable(str(error)))]  # a value that JSON does not have
    faults: list[_Fault] = []
    for each in listed(include_url=False):
        steps = [to_camel(str(step)).replace("~", "~0").replace("/", "~1") for step in each["loc"]]
        given = each["input"]
        shown = f" (given: {_shown(given)})" if isinstance(given, (str, int, float)) else ""
        faults.append(_Fault("".join(f"/{step}" for step in steps), printable(each["msg"]) + shown))
    return list(dict.fromkeys(faults))


def _kind_of(request: Order) -> Kind:
    if isinstance(request, models.OrderCreateRequest):
        return Kind.V6
    return Kind.QUOTE if (request.quote_number or "").strip() else Kind.V7


# -- checks


def _check_lines(request: Order, kind: Kind) -> list[str]:
    """Return warnings about the lines.

    Raises:
        ApiValueError: there is no line, or one has no part or no quantity.
    """
    lines: Sequence[_Line] = request.lines or ()
    if kind is Kind.QUOTE:
        ignored = "the order has a quoteNumber, so the server ignores its lines, unless the quote is ordered in pieces"
        # What the vendor wants to know of a line is sent with it, which is no reason to warn.
        return [ignored] if any(_VENDOR not in (each.model_extra or {}) for each in lines) else []
    if not lines:
        raise ApiValueError("the order has no lines; add at least one", argument=_ARGUMENT, pointer="/lines")
    for index, line in enumerate(lines):
        if not any(part_of({**(line.model_extra or {}), "ingramPartNumber": line.ingram_part_number})):
            raise ApiValueError(
                f"line {index + 1} has no part number; add ingramPartNumber",
                argument=_ARGUMENT,
                pointer=f"/lines/{index}/ingramPartNumber",
            )
        fault = fault_of_quantity(line.quantity)
        if fault:
            raise ApiValueError(
                f"line {index + 1} {fault}; it should be a whole number of 1 or more",
                argument=_ARGUMENT,
                pointer=f"/lines/{index}/quantity",
            )
    return []


def fault_of_quantity(quantity: int | str | None) -> str:
    """Return what is wrong with a quantity, which v7 has as text; an empty text if nothing is.

    Args:
        quantity: the quantity.
    """
    if quantity is None or quantity == "":
        return "has no quantity"
    text = str(quantity)
    if len(text) > _LONGEST_QUANTITY:
        return f"has a quantity of {len(text)} characters"
    is_whole = text.isascii() and text.isdigit()
    return "" if is_whole and int(text) >= 1 else f"has the quantity {_quoted(text)}"


def _attributes(request: Order) -> Sequence[tuple[str, str]]:
    listed = request.additional_attributes or ()
    return [((each.attribute_name or "").strip(), (each.attribute_value or "").strip()) for each in listed]


def _switch(request: Order, name: str) -> bool | None:
    """Return whether an attribute says true or false; None if it is not there.

    Raises:
        ApiValueError: it says something else, or both.
    """
    found = switch_of(_attributes(request), name)
    if found.fault:
        raise ApiValueError(
            f"{name} {found.fault}; it should be true or false",
            argument=_ARGUMENT,
            pointer=f"/additionalAttributes/{found.place}/attributeValue",
        )
    return found.says


class Switch(NamedTuple):
    """What the attributes of an order say of something that is on or off.

    Args:
        says: true or false; None if none of them names it, or it has a fault.
        place: the place of the last attribute that was read, from 0.
        fault: what is wrong with it; an empty text if nothing is.
    """

    says: bool | None = None
    place: int = 0
    fault: str = ""


def switch_of(attributes: Iterable[tuple[str, str]], name: str) -> Switch:
    """Return what attributes say of something that is on or off, in capitals or not.

    Args:
        attributes: names and values, without blanks around them.
        name: the name.
    """
    found = Switch()
    for place, (given, value) in enumerate(attributes):
        if given.lower() != name.lower():
            continue
        says = {"true": True, "false": False}.get(value.lower())
        if says is None:
            return Switch(place=place, fault=f"is {_quoted(value)}")
        if found.says not in (None, says):
            return Switch(place=place, fault="is there twice, with two values")
        found = Switch(says, place)
    return found


def _add_attribute(request: Order, name: str, value: str) -> None:
    if isinstance(request, models.OrderCreateRequest):
        six = models.OrderCreateRequestAdditionalAttributesInner(attribute_name=name, attribute_value=value)
        request.additional_attributes = [*(request.additional_attributes or ()), six]
    else:
        seven = models.AsyncOrderCreateDTOAdditionalAttributesInner(attribute_name=name, attribute_value=value)
        request.additional_attributes = [*(request.additional_attributes or ()), seven]


# -- writing


def marker_of(*parts: str) -> str:
    """Return a marker that is the same for the same order, and fits everywhere: 19 characters that have one case."""
    digest = sha256("\n".join(parts).encode()).digest()
    return f"XI-{b32encode(digest[:_MARKER_BYTES]).decode()}"


def _quoted(text: str) -> str:
    return f"'{printable(text, 2 * LONGEST_PO)}'"


def _shown(given: str | float) -> str:
    return _quoted(given) if isinstance(given, str) else str(given)
