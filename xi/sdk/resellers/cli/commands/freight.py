"""The command freight: what carriers take from each warehouse, and the cheapest way of all."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli.carriers import Estimate, read_estimate, says
from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.family_calls import require
from xi.sdk.resellers.cli.finding import plain, some
from xi.sdk.resellers.cli.output import Column
from xi.sdk.resellers.cli.request_fields import fields_of, read_request
from xi.sdk.resellers.cli.sent import body_of, content_of, correlation_id_of, objects, value_of
from xi.sdk.resellers.cli.values import check_word, part_and_quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.exceptions import ApiException

_NEEDS: Final = "customer_contact"
_REFUSALS: Final = (400, 422)
_OF_REQUEST: Final = ("billto", "lines", "shipto")
"""How the names of fields begin that the request has, and no header."""
_SUCCESS: Final = 200


def freight(
    session: Session,
    line: Annotated[
        list[str] | None, typer.Option("--line", metavar="SKU=QTY", help="A line of the order; repeatable.")
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar="FIELD=VALUE", help="Where it goes, such as city=Salina; or an address ID."),
    ] = None,
    bill_to: Annotated[
        str | None, typer.Option("--bill-to", metavar="ID", help="The ID of the billing address.")
    ] = None,
    warehouse: Annotated[str | None, typer.Option("--warehouse", metavar="ID", help="From where it should go.")] = None,
    body: Annotated[
        str | None, typer.Option("--body", metavar="FILE", help="The request as the API takes it, as JSON.")
    ] = None,
    raw: Annotated[bool, typer.Option("--raw", help="The answer alone, as it came.")] = False,
) -> Code:
    """Estimate freight: a row for each carrier of each shipment, and the cheapest complete choice.

    Nothing is ordered or reserved. It ends with 1 if there is no estimate, or no freight for a part of it: then there
    is no total.
    """
    if (body is not None) == bool(line or to or bill_to or warehouse):
        raise CommandError(
            "say what goes where: --line and --to; or --body FILE alone",
            word="bad-usage",
            hint="--line DF4128=2 --to postalCode=67401 …",
        )
    request = _request(line or [], to or [], bill_to, warehouse) if body is None else _read(body)
    require(session, _NEEDS, "an estimate of freight")
    answer = _asked_for(session, request)
    if raw:
        session.out.text(answer.raw_data.decode("utf-8", "replace").splitlines())
        return Code.DONE
    content = content_of(answer)
    found = objects([value_of(content, "freightEstimateResponse")]) if objects([content]) else []
    if not found:
        raise CommandError(
            f"there is no estimate: {says(content) or 'the answer has none'}",
            code=Code.NO,
            word="no-estimate",
            correlation_id=correlation_id_of(answer),
        )
    return _show(session, read_estimate(found[0], _asked(request)), says(content))


def _asked_for(session: Session, request: dict[str, Any]) -> Any:
    """Return the answer.

    Raises:
        CommandError: the address, a line or another part of the request is refused.
    """
    from xi.sdk.resellers.exceptions import ApiException

    try:
        return session.family("FreightEstimateApi").post_freightestimate_with_http_info(freight_request=request)
    except ApiException as error:
        said = _refusal(error)
        if said is None:
            raise
        raise CommandError(
            f"there is no estimate: {said}", code=Code.NO, word="no-estimate", correlation_id=error.correlation_id
        ) from None


def _refusal(error: ApiException) -> str | None:
    """Return what an answer says against the request; None if it says nothing against it.

    A part that cannot be estimated is told with a status of success, and with no estimate.
    """
    fields = [each.field or "" for detail in error.errors for each in detail.fields]
    if error.status in _REFUSALS and any(each.lower().startswith(_OF_REQUEST) for each in fields):
        return str(error)
    body = error.body.encode() if isinstance(error.body, str) else error.body
    return says(body_of(body or b"")) if error.status == _SUCCESS else None


def _request(lines: list[str], to: list[str], bill_to: str | None, warehouse: str | None) -> dict[str, Any]:
    """Return the request of the options.

    Raises:
        CommandError: lines or the address are missing, or one cannot be read.
    """
    from xi.sdk.resellers.models import FreightRequestShipToAddressInner as Address

    if not (lines and to):
        raise CommandError(
            f"say {'where it goes: --to' if lines else 'what goes: --line'}",
            word="bad-usage",
            hint="--line DF4128=2 --to postalCode=67401 …",
        )
    parts = [part_and_quantity(each, "--line") for each in lines]
    for each in to:
        check_word("--to", each)
    check_word("--bill-to", bill_to)
    check_word("--warehouse", warehouse)
    request: dict[str, Any] = {
        "lines": [
            {
                "customerLineNumber": f"{number:03}",
                "ingramPartNumber": part,
                "quantity": str(units),
                **({} if warehouse is None else {"warehouseId": warehouse}),
            }
            for number, (part, units) in enumerate(parts, start=1)
        ]
    }
    if bill_to is not None:
        request["billToAddressId"] = bill_to
    if len(to) == 1 and "=" not in to[0]:
        request["shipToAddressId"] = to[0]
    else:
        request["shipToAddress"] = [fields_of(to, "--to", Address)]
    return request


def _read(body: str) -> dict[str, Any]:
    return read_request(body, "--body", '{"lines": […], "shipToAddress": […]}')


def _asked(request: Mapping[str, Any]) -> dict[str, int]:
    """Return the units of each part that are asked for; of a file, of those lines that say both."""
    found: dict[str, int] = {}
    for each in objects(request.get("lines")):
        part, units = str(each.get("ingramPartNumber") or ""), str(each.get("quantity") or "")
        if part and units.isascii() and units.isdigit():
            found[part] = found.get(part, 0) + int(units)
    return found


# -- what is shown


_COLUMNS: Final = (
    Column("shipment", is_right=True),
    Column("warehouse"),
    Column("carrier"),
    Column("name", is_cut=True),
    Column("mode"),
    Column("charge", is_right=True),
    Column("days", is_right=True),
    Column("is_cheapest", "cheapest", show=lambda value: "cheapest" if value else ""),
    Column("is_suggested", "suggested", show=lambda value: "suggested" if value else ""),
    Column("weight", in_table=False),
)


def _show(session: Session, estimate: Estimate, said: str | None) -> Code:
    total = estimate.total
    session.out.rows(
        "freight", _COLUMNS, _rows(estimate), summary=lambda: _summary(estimate, total), empty="no shipment"
    )
    currency = estimate.sums["currency"] or ""
    if total is None:
        why = (
            f"there is no freight for {some(estimate.missing)}" if estimate.missing else "the estimate has no shipment"
        )
        more = "" if said is None else f"; the answer says: {said}"
        raise CommandError(f"no total: {why}{more}", code=Code.NO, word="no-estimate")
    if said is not None:
        session.warn(f"the answer says: {said}")
    session.say(f"cheapest {plain(total)} {currency} · suggested {estimate.sums['suggested'] or '?'} {currency}")
    return Code.DONE


def _rows(estimate: Estimate) -> Iterator[dict[str, Any]]:
    """Yield the rows as JSON has them; the schema `freight` describes them."""
    for number, shipment in enumerate(estimate.shipments, start=1):
        cheapest = shipment.cheapest
        for each in shipment.offers:
            yield {
                "shipment": number,
                "warehouse": shipment.warehouse,
                "weight": shipment.weight,
                "carrier": each.code,
                "name": each.name,
                "mode": each.mode,
                "charge": each.charge,
                "days": each.days,
                "is_cheapest": each is cheapest,
                "is_suggested": each.is_suggested,
            }


def _summary(estimate: Estimate, total: Decimal | None) -> dict[str, Any]:
    return {
        **estimate.sums,
        "cheapest": plain(total),
        "shipments": len(estimate.shipments),
        "missing": list(estimate.missing),
    }
