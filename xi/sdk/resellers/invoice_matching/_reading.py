"""Reads invoices and orders from the JSON of answers. Keys are found in any case, since services differ in that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers._exact import added, decimal, loaded, text, whole
from xi.sdk.resellers._keys import objects_at, values_at
from xi.sdk.resellers.invoice_matching._values import Charge, ChargeKind, Invoice, InvoiceLine, Order, OrderLine
from xi.sdk.resellers.models._schema import is_object
from xi.sdk.resellers.statuses import Status, fold_status

if TYPE_CHECKING:
    from xi.sdk.resellers.api_response import ApiResponse

Json = dict[str, Any]

_TAX: Final = re.compile(r"\b(TAX(ES)?|VAT|[CIS]?GST|HST|PST|QST)\b")
_FREIGHT: Final = re.compile(r"\b(FREIGHT|SHIPPING)\b")
_GONE: Final = (Status.CANCELED, Status.VOIDED, Status.REJECTED)


def invoice_of(answer: ApiResponse[Any]) -> Invoice:
    """Return the invoice of the details of one.

    Args:
        answer: the answer of `get_invoicedetails_v6_1_with_http_info`.

    Raises:
        ValueError: the answer is not JSON, or has no number of an invoice.
    """
    return read_invoice(_object_of(answer))


def order_of(answer: ApiResponse[Any]) -> Order:
    """Return the order of the details of one.

    Args:
        answer: the answer of `get_orderdetails_v6_1_with_http_info`.

    Raises:
        ValueError: the answer is not JSON, or has no number of an order.
    """
    return read_order(_object_of(answer))


def hits_of(answer: ApiResponse[Any]) -> list[Invoice]:
    """Return the invoices of a page of a search, without their lines.

    Args:
        answer: the answer of `get_resellers_v6_invoicesearch_with_http_info`.

    Raises:
        ValueError: the answer is not JSON.
    """
    found = loaded(answer)
    records = objects_at(found, "invoices") if is_object(found) else []
    return [_hit(each) for each in records if _text(each, "invoiceNumber")]


def read_invoice(record: Json) -> Invoice:
    """Return the invoice in the JSON of its details, whose numbers have to be int or Decimal, or text.

    Args:
        record: the JSON object.

    Raises:
        ValueError: it has no number of an invoice.
    """
    number = _text(record, "invoiceNumber")
    if number is None:
        raise ValueError("the details of the invoice have no invoiceNumber")
    summary = _object(record, "summary")
    totals, counts, rate = _object(summary, "totals"), _object(summary, "lines"), _object(record, "fxRateInfo")
    return Invoice(
        number=number,
        order_number=_text(record, "ingramOrderNumber") or _text(record, "orderNumber"),
        po=_text(record, "customerOrderNumber"),
        day=_text(record, "invoiceDate"),
        status=_text(record, "invoiceStatus"),
        currency=_text(rate, "invoiceCurrency") or _text(rate, "currencyCode"),
        lines=tuple(_invoice_line(each) for each in objects_at(record, "lines")),
        charges=tuple(_charge(each) for each in objects_at(summary, "miscCharges")),
        net=_amount(totals, "netInvoiceAmount"),
        discount=_amount(totals, "discountAmount"),
        tax=_amount(totals, "totalTaxAmount"),
        freight=_amount(totals, "freightAmount"),
        due=_amount(totals, "invoicedAmountDue"),
        line_count=whole(_value(counts, "productLineCount")),
        unit_count=_amount(counts, "productLineTotalQuantity"),
    )


def _hit(record: Json) -> Invoice:
    return Invoice(
        number=_text(record, "invoiceNumber") or "",
        order_number=_text(record, "erpOrderNumber"),
        po=_text(record, "customerOrderNumber"),
        day=_text(record, "invoiceDate"),
        status=_text(record, "invoiceStatus"),
        currency=_text(record, "currencyCode"),
        due=_amount(record, "invoicedAmountDue"),
        total=_amount(record, "invoiceAmountInclTax"),
        is_read=False,
    )


def _invoice_line(record: Json) -> InvoiceLine:
    return InvoiceLine(
        ingram_line_number=_text(record, "ingramLineNumber"),
        customer_line_number=_customer_line(record),
        sku=_text(record, "ingramPartNumber"),
        quantity=_amount(record, "quantity"),
        quantity_shipped=_amount(record, "quantityShipped"),
        unit_price=_amount(record, "unitPrice"),
        amount=_amount(record, "extendedPrice"),
        tax=_amount(record, "taxAmount"),
        currency=_text(record, "currencyCode"),
        serial_numbers=tuple(
            serial for each in objects_at(record, "serialNumbers") if (serial := _text(each, "serialNumber"))
        ),
    )


def _charge(record: Json) -> Charge:
    description = _text(record, "chargeDescription") or ""
    return Charge(kind=kind_of(description), description=description, amount=_amount(record, "miscChargeLineTotal"))


def kind_of(description: str) -> ChargeKind:
    """Return what a charge is for.

    Args:
        description: its description, such as `FREIGHT OUT`.
    """
    words = description.upper()
    if _TAX.search(words):
        return ChargeKind.TAX
    return ChargeKind.FREIGHT if _FREIGHT.search(words) else ChargeKind.OTHER


def read_order(record: Json) -> Order:
    """Return the order in the JSON of its details, whose numbers have to be int or Decimal, or text.

    Args:
        record: the JSON object.

    Raises:
        ValueError: it has no number of an order.
    """
    number = _text(record, "ingramOrderNumber")
    if number is None:
        raise ValueError("the details of the order have no ingramOrderNumber")
    return Order(
        number=main_number(number),
        po=_text(record, "customerOrderNumber"),
        currency=_text(record, "currencyCode"),
        lines=tuple(_order_line(each) for each in objects_at(record, "lines") if _is_goods(each)),
    )


def _is_goods(record: Json) -> bool:
    """Return whether a line orders something; a comment is a line without a part and without a quantity."""
    return _text(record, "ingramPartNumber") is not None or bool(_amount(record, "quantityOrdered"))


def _order_line(record: Json) -> OrderLine:
    shipments = objects_at(record, "shipmentDetails")
    shipped = [units for each in shipments if (units := _shipped(each)) is not None]
    is_gone = fold_status(_text(record, "lineStatus")).status in _GONE
    return OrderLine(
        sub_order_number=_text(record, "subOrderNumber"),
        ingram_line_number=_text(record, "ingramOrderLineNumber") or _text(record, "ingramLineNumber"),
        customer_line_number=_customer_line(record),
        sku=_text(record, "ingramPartNumber"),
        ordered=Decimal(0) if is_gone else _amount(record, "quantityOrdered"),
        shipped=added(shipped) if shipped else None,
        unit_price=_amount(record, "unitPrice"),
        currency=_text(record, "currencyCode"),
        invoice_numbers=tuple(dict.fromkeys(filter(None, (_text(each, "invoiceNumber") for each in shipments)))),
    )


def _shipped(shipment: Json) -> Decimal | None:
    """Return the units of a shipment; None if it has not left, or its quantity cannot be read."""
    legs = objects_at(shipment, "carrierDetails")
    said = (_text(each, name) for each in (shipment, *legs) for name in ("shippedDate", "invoiceNumber"))
    if not any(said):
        return None
    own = _amount(shipment, "quantity")
    parts = [units for each in legs if (units := _amount(each, "quantity")) is not None]
    return own if own is not None or not parts else added(parts)


# -- numbers


def folded(number: str | None) -> str:
    """Return a number as numbers are compared to join them: in upper case, without dashes and blanks."""
    return "" if number is None else re.sub(r"[\s-]+", "", number).upper()


def main_number(number: str) -> str:
    """Return the number of an order without that of a sub-order: `20-RD3QV` for `20-RD3QV-11`."""
    parts = number.split("-")
    return "-".join(parts[:2]) if len(parts) > 2 else number  # noqa: PLR2004 - the branch, the order, the sub-order


# -- keys in any case


def _object_of(answer: ApiResponse[Any]) -> Json:
    found = loaded(answer)
    if isinstance(found, list) and len(found) == 1:  # pyright: ignore[reportUnknownArgumentType]
        found = found[0]  # pyright: ignore[reportUnknownVariableType]
    if not is_object(found):
        raise ValueError("the answer is not a JSON object")
    return found


def _values(record: Json, name: str) -> Iterator[Any]:
    return (each for each in values_at(record, name) if each is not None)


def _value(record: Json, name: str) -> Any:
    return next(_values(record, name), None)


def _text(record: Json, name: str) -> str | None:
    return text(_value(record, name))


def _amount(record: Json, name: str) -> Decimal | None:
    return decimal(_value(record, name))


def _object(record: Json, name: str) -> Json:
    return next(iter(objects_at(record, name)), {})


def _customer_line(record: Json) -> str | None:
    """Return the reseller's number of a line; 0 is what the service writes where it has none."""
    found = _text(record, "customerLineNumber")
    return None if found is None or not found.strip("0") else found
