"""Reads invoices and orders from the JSON of answers. Keys are found in any case, since services differ in that."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from xi.sdk.resellers._exact import added, amount_at, loaded, text_at, value_at, whole
from xi.sdk.resellers._json import Json, is_list, is_object
from xi.sdk.resellers._keys import objects_at
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.invoice_matching._values import Charge, ChargeKind, Invoice, InvoiceLine, Order, OrderLine
from xi.sdk.resellers.statuses import Status, fold_status

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


def read_invoice(record: Json) -> Invoice:
    """Return the invoice in the JSON of its details, whose numbers have to be int or Decimal, or text.

    Args:
        record: the JSON object.

    Raises:
        ValueError: it has no number of an invoice.
    """
    number = text_at(record, "invoiceNumber")
    if number is None:
        raise ValueError("the details of the invoice have no invoiceNumber")
    summary = _object(record, "summary")
    totals, counts, rate = _object(summary, "totals"), _object(summary, "lines"), _object(record, "fxRateInfo")
    currency = text_at(rate, "invoiceCurrency") or text_at(rate, "currencyCode")
    return Invoice(
        number=number,
        order_number=text_at(record, "ingramOrderNumber") or text_at(record, "orderNumber"),
        po=text_at(record, "customerOrderNumber"),
        day=text_at(record, "invoiceDate"),
        status=text_at(record, "invoiceStatus"),
        currency=currency,
        lines=tuple(_invoice_line(each, currency) for each in objects_at(record, "lines")),
        charges=tuple(_charge(each) for each in objects_at(summary, "miscCharges")),
        net=amount_at(totals, "netInvoiceAmount"),
        discount=amount_at(totals, "discountAmount"),
        tax=amount_at(totals, "totalTaxAmount"),
        freight=amount_at(totals, "freightAmount"),
        due=amount_at(totals, "invoicedAmountDue"),
        line_count=whole(value_at(counts, "productLineCount")),
        unit_count=amount_at(counts, "productLineTotalQuantity"),
    )


def read_hit(record: Json) -> Invoice:
    """Return an invoice, without its lines, from the JSON of an item of a search; its number is empty if it has none.

    Args:
        record: the JSON object.
    """
    return Invoice(
        number=text_at(record, "invoiceNumber") or "",
        order_number=text_at(record, "erpOrderNumber"),
        po=text_at(record, "customerOrderNumber"),
        day=text_at(record, "invoiceDate"),
        status=text_at(record, "invoiceStatus"),
        currency=text_at(record, "currencyCode"),
        due=amount_at(record, "invoicedAmountDue"),
        total=amount_at(record, "invoiceAmountInclTax"),
        is_read=False,
    )


def _invoice_line(record: Json, currency: str | None) -> InvoiceLine:
    """Return a line; one that states no currency has that of its invoice."""
    return InvoiceLine(
        ingram_line_number=text_at(record, "ingramLineNumber"),
        customer_line_number=_customer_line(record),
        sku=text_at(record, "ingramPartNumber"),
        quantity=amount_at(record, "quantity"),
        quantity_shipped=amount_at(record, "quantityShipped"),
        unit_price=amount_at(record, "unitPrice"),
        amount=amount_at(record, "extendedPrice"),
        tax=amount_at(record, "taxAmount"),
        currency=text_at(record, "currencyCode") or currency,
        serial_numbers=tuple(
            serial for each in objects_at(record, "serialNumbers") if (serial := text_at(each, "serialNumber"))
        ),
    )


def _charge(record: Json) -> Charge:
    description = text_at(record, "chargeDescription") or ""
    return Charge(kind=kind_of(description), description=description, amount=amount_at(record, "miscChargeLineTotal"))


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
    number = text_at(record, "ingramOrderNumber")
    if number is None:
        raise ValueError("the details of the order have no ingramOrderNumber")
    currency = text_at(record, "currencyCode")
    return Order(
        number=main_number(number),
        po=text_at(record, "customerOrderNumber"),
        currency=currency,
        lines=tuple(_order_line(each, currency) for each in objects_at(record, "lines") if _is_goods(each)),
    )


def _is_goods(record: Json) -> bool:
    """Return whether a line orders something; a comment is a line without a part and without a quantity."""
    return text_at(record, "ingramPartNumber") is not None or bool(amount_at(record, "quantityOrdered"))


def _order_line(record: Json, currency: str | None) -> OrderLine:
    """Return a line; one that states no currency has that of its order."""
    shipments = objects_at(record, "shipmentDetails")
    shipped = [each for each in map(_shipped, shipments) if each is not None]
    units = added(shipped) if shipped else None
    is_gone = fold_status(text_at(record, "lineStatus")).status in _GONE
    return OrderLine(
        sub_order_number=text_at(record, "subOrderNumber"),
        ingram_line_number=text_at(record, "ingramOrderLineNumber") or text_at(record, "ingramLineNumber"),
        customer_line_number=_customer_line(record),
        sku=text_at(record, "ingramPartNumber"),
        ordered=units or Decimal(0) if is_gone else amount_at(record, "quantityOrdered"),
        shipped=units,
        unit_price=amount_at(record, "unitPrice"),
        currency=text_at(record, "currencyCode") or currency,
        invoice_numbers=tuple(dict.fromkeys(filter(None, (text_at(each, "invoiceNumber") for each in shipments)))),
    )


def _shipped(shipment: Json) -> Decimal | None:
    """Return the units of a shipment; None if it has not left, or its quantity cannot be read."""
    legs = objects_at(shipment, "carrierDetails")
    said = (text_at(each, name) for each in (shipment, *legs) for name in ("shippedDate", "invoiceNumber"))
    if not any(said):
        return None
    own = amount_at(shipment, "quantity")
    parts = [units for each in legs if (units := amount_at(each, "quantity")) is not None]
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
    if is_list(found) and len(found) == 1:
        found = found[0]
    if not is_object(found):
        raise ValueError("the answer is not a JSON object")
    return found


def _object(record: Json, name: str) -> Json:
    found = objects_at(record, name)
    return found[0] if found else {}


def _customer_line(record: Json) -> str | None:
    """Return the reseller's number of a line; 0 is what the service writes where it has none."""
    found = text_at(record, "customerLineNumber")
    return None if found is None or not found.strip("0") else found
