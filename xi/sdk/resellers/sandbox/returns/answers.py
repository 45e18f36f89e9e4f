"""Returns as the JSON of the live API, including its irregular shapes."""

from collections.abc import Sequence
from datetime import UTC
from typing import Final

from xi.sdk.resellers.sandbox.returns.values import ReturnCase, ReturnedLine
from xi.sdk.resellers.sandbox.wire.json import Json

PATH: Final = "/resellers/v6/returns"
_WAREHOUSE: Final = "Sandbox Returns (ref RMA#)\n1 Example Way\nSpringfield, CA 90001\n"
_RETURN_BRANCH: Final = "96"


def created(cases: Sequence[ReturnCase], *, strict: bool) -> Json:
    """Return the body of a create.

    Args:
        cases: The new cases.
        strict: Whether they were created on a day, as published, and not at a moment.
    """
    return {"returnsClaims": [_created(each, strict=strict) for each in cases]}


def _created(case: ReturnCase, *, strict: bool) -> Json:
    day = case.created_at.astimezone(UTC).date().isoformat()
    first = case.lines[0]
    return {
        "rmaClaimId": case.claim_id,
        "caseRequestNumber": case.number,
        "referenceNumber": case.reference,
        # A moment, though the published schema says date: midnight on the west coast of America.
        "createdOn": day if strict else f"{day}T07:00:00Z",
        "type": case.kind.upper(),
        "returnReason": case.reason,
        "ingramPartNumber": first.part_number,
        "vendorPartNumber": first.vendor_number,
        "quantity": case.quantity,
        "notes": case.notes,
        "estimatedTotalValue": float(case.value),
        "credit": _credit(case),
        "status": case.state.value,
        "links": [_link(case)],
    }


def _credit(case: ReturnCase) -> float | None:
    return None if case.credit is None else float(case.credit)


def _link(case: ReturnCase) -> Json:
    return {"topic": "returnsClaimsDetails", "href": f"{PATH}/{case.number}", "type": "get"}


def found(case: ReturnCase) -> Json:
    """Return a case as a search lists it; its status is in capitals there."""
    return {
        "returnClaimId": case.claim_id,
        "caseRequestNumber": case.number,
        "createdOn": case.created_at.isoformat(timespec="seconds"),
        "type": case.kind,
        "returnReason": case.reason,
        "referenceNumber": case.reference,
        "estimatedTotalValue": float(case.value),
        "credit": _credit(case),
        "modifiedOn": case.modified_at.isoformat(timespec="seconds"),
        "status": case.state.value.upper(),
        "links": [_link(case)],
    }


def details(case: ReturnCase) -> Json:
    """Return the body of a case's details."""
    total = float(case.value)
    return {
        "typeOfDetails": case.kind,
        "rmaClaimId": case.claim_id,
        "caseRequestNumber": case.number,
        "createdOn": f"{case.created_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "returnReason": case.reason,
        "referenceNumber": case.reference,
        "status": case.state.value,
        # One text with line breaks, as on a label.
        "returnWarehouseAddress": _WAREHOUSE,
        "products": [_product(case, each) for each in case.lines],
        "subTotal": total,
        "tax": 0,
        "additionalFees": 0,
        "estimatedTotal": total,
    }


def _product(case: ReturnCase, line: ReturnedLine) -> Json:
    return {
        "ingramLineNumber": line.line,
        "description": line.description,
        "ingramPartNumber": line.part_number,
        "vendorPartNumber": line.vendor_number,
        "upc": line.upc or None,
        "invoiceDate": f"{case.invoice_day.isoformat()}T00:00:00Z",
        "invoiceNumber": case.invoice_number,
        "customerOrderNumber": case.customer_order_number,
        "quantity": line.quantity,
        "unitPrice": float(line.unit_price),
        "extendedPrice": float(line.unit_price * line.quantity),
        "status": _status(case, line),
        "returnBranch": _RETURN_BRANCH,
        "shipFromBranch": line.warehouse,
        "requestDetails": case.notes or None,
        "additionalDetails": None,
    }


def _status(case: ReturnCase, line: ReturnedLine) -> str:
    """Return the status of a line: of those of a case that is approved in part, each has its own."""
    if not case.approved:
        return case.state.value
    if line.approved == line.quantity:
        return "Approved"
    return "Partially Approved" if line.approved else "Open"
