"""Make of a return what the ledger keeps: its body byte for byte, its key, its fingerprint; pure.

A return is found again by its reference number, as an order is by its PO. Nothing at Ingram Micro refuses a second one,
and no call withdraws it, so the reference has to be the same whenever the same goods are returned. If none is given, it
is made of the account, the invoice, the part and the serial number: a program that runs again files nothing twice.

Both kinds of numbers are in one ledger, and may be equal. So the key of a return begins with a word in small letters,
which no folded PO has.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, cast

from xi.sdk.resellers import models
from xi.sdk.resellers._json import Json
from xi.sdk.resellers._purchase_orders import folded
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering._filing import Filing, fault_of_quantity, fold, marker_of, refusal_of
from xi.sdk.resellers.ordering._findings import part_of
from xi.sdk.resellers.ordering._fingerprints import digest_of
from xi.sdk.resellers.ordering._gaps import refuse_gaps
from xi.sdk.resellers.ordering._protocol import Kind
from xi.sdk.resellers.ordering._return_findings import WantedReturn, plain_invoice

Return = models.ReturnsCreateRequestListInner | models.ReturnsCreateRequest | Mapping[str, Any]
"""A return: an entry of a request, a request with one entry, or a dict of the fields of either."""

_ARGUMENT: Final = "request"
_REFERENCE: Final = "referenceNumber"
_KEY: Final = "return:"
_NEEDED: Final = ("invoiceNumber", "primaryReason", "secondaryReason")
"""Texts that must not be blank; that they are there is checked by the model."""
_COUNTED: Final = ("quantity", "numberOfBoxes")


def folded_reference(reference: str) -> str:
    """Return a reference number as the ledger compares it; it is never equal to a folded PO.

    Args:
        reference: the reference number.

    Raises:
        ApiValueError: it is empty, too long, or has a character that is not printable.
    """
    return _KEY + fold(reference, any_text=True, what="reference number")


def file_return(request: Return, account: Account, *, reuse: str | None = None, any_text: bool = False) -> Filing:
    """Return a return as the ledger keeps it. The request itself is not changed.

    Args:
        request: an entry of a request, a request with one entry, or a dict of the fields of either.
        account: the account that returns.
        reuse: why the reference number is used again, or why the same goods are returned again.
        any_text: whether the reference may have other characters than printable ASCII.

    Raises:
        ApiValueError: it cannot be filed as it is; `pointer` names the place, such as `/list/0/quantity`.
        ApiTypeError: it is neither a request nor a dict.
    """
    whole = _copy_of(request)
    entry = _only_entry(whole)
    content = cast("Json", json.loads(entry.to_json_bytes(), parse_float=Decimal))
    _check(content)
    reference = (entry.reference_number or "").strip()
    if not reference:
        reference = marker_of(account.customer_number, account.country_code, *_goods(content), (reuse or "").strip())
    key = fold(reference, any_text=any_text, argument=_ARGUMENT, pointer=_place(_REFERENCE), what="reference number")
    entry.reference_number = reference
    return Filing(
        kind=Kind.RETURN,
        customer=account.customer_number,
        country=account.country_code,
        po=reference,
        folded=_KEY + key,
        body=whole.to_json_bytes(),
        fingerprint=digest_of(compared(content) | {_REFERENCE: key}),
        guarded=False,
        marker=None,
        warnings=(),
    )


def return_of(body: bytes) -> models.ReturnsCreateRequest:
    """Return the request that the client sends as exactly these bytes.

    Args:
        body: the body from the ledger.
    """
    return models.ReturnsCreateRequest.from_json(body)


def wanted_return(body: bytes, reference: str) -> WantedReturn:
    """Return what a look for a return compares with.

    Args:
        body: the body from the ledger.
        reference: its reference number.
    """
    entry = cast("Json", json.loads(body))["list"][0]
    return WantedReturn(
        reference=reference,
        invoice=entry["invoiceNumber"],
        part=part_of(entry),
        units=int(entry["quantity"]),
    )


# -- reading a return


def _copy_of(request: object) -> models.ReturnsCreateRequest:
    """Return a return as a request of its own, all checked.

    Raises:
        ApiValueError: it does not fit its model, or a list in it has None among its items.
        ApiTypeError: it is neither a request nor a dict.
    """
    refuse_gaps(request, _ARGUMENT)
    try:
        if isinstance(request, models.ReturnsCreateRequest):
            return models.ReturnsCreateRequest.from_json(request.to_json_bytes())
        if isinstance(request, models.ReturnsCreateRequestListInner):
            one = models.ReturnsCreateRequestListInner.from_json(request.to_json_bytes())
            return models.ReturnsCreateRequest(list=[one])
        if not isinstance(request, Mapping):
            raise ApiTypeError(
                "request should be a ReturnsCreateRequestListInner, a ReturnsCreateRequest, or a dict of the members "
                f"of one, not {type(request).__name__}",
                argument=_ARGUMENT,
            )
        members = dict(cast("Mapping[str, Any]", request))
        content = members if "list" in members else {"list": [members]}
        whole = models.ReturnsCreateRequest.model_validate(content)
        return models.ReturnsCreateRequest.from_json(whole.to_json_bytes())
    except ValueError as error:  # the base of what pydantic raises
        if isinstance(error, ApiValueError):
            raise
        refusal = refusal_of(error, _ARGUMENT, "return")
    # Outside the block above, since an error that is raised in it would keep the first one, with the whole request.
    raise refusal


def _only_entry(request: models.ReturnsCreateRequest) -> models.ReturnsCreateRequestListInner:
    """Return the one entry of a request.

    Raises:
        ApiValueError: there is none, or more than one: what became of each could not be told apart.
    """
    entries: Sequence[models.ReturnsCreateRequestListInner] = request.list or ()
    if len(entries) != 1:
        raise ApiValueError(
            f"the return has {len(entries)} entries; file one at a time, since it is not documented what becomes of "
            "the others when one is refused",
            argument=_ARGUMENT,
            pointer="/list",
        )
    return entries[0]


# -- checks


def _check(entry: Mapping[str, Any]) -> None:
    """Refuse what the model takes and nobody can act on.

    Raises:
        ApiValueError: a text is blank, a number is below 1, or no part or no address is named.
    """
    for name in _NEEDED:
        if not str(entry.get(name) or "").strip():
            raise _refused(f"{name} is blank; the return needs it", name)
    for name in _COUNTED:
        fault = fault_of_quantity(entry.get(name))
        if fault:
            raise _refused(f"{name}: the return {fault}; it should be a whole number of 1 or more", name)
    part = part_of(entry)
    if not (part.ingram or part.vendor):
        raise _refused("the return names no part; add ingramPartNumber or vendorPartNumber", "ingramPartNumber")
    if not entry.get("shipFromInfo"):
        raise _refused("the return does not say where the goods are; add shipFromInfo", "shipFromInfo")


def _refused(message: str, name: str) -> ApiValueError:
    return ApiValueError(message, argument=_ARGUMENT, pointer=_place(name))


def _place(name: str) -> str:
    return f"/list/0/{name}"


# -- what is compared


def _goods(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what tells the goods of two returns apart."""
    part = part_of(entry)
    serial = folded(entry.get("serialNumber"))
    return (plain_invoice(entry["invoiceNumber"]), part.ingram or "", part.vendor or "", serial)


def compared(entry: Mapping[str, Any]) -> Json:
    """Return the content of a return, which is the same for other spellings of it.

    Args:
        entry: the entry of its request.
    """
    return _told(entry) | {"invoiceNumber": plain_invoice(entry["invoiceNumber"])}


def _told(entry: Mapping[str, Any]) -> Json:
    """Return what a return says, without empty texts; one address in a list is the same as the address."""
    told = {name: value for name, value in entry.items() if value not in ("", None)}
    sender = told.get("shipFromInfo")
    if isinstance(sender, list):
        senders = cast("list[Json]", sender)
        told["shipFromInfo"] = senders[0] if len(senders) == 1 else senders
    if isinstance(told.get("shipFromInfo"), dict):
        members = cast("Json", told["shipFromInfo"])
        told["shipFromInfo"] = {name: value for name, value in members.items() if value not in ("", None)}
    return told
