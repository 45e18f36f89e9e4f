"""Invoices as the JSON of the live API, including its irregular shapes."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final
from urllib.parse import urlencode

from xi.sdk.resellers.sandbox.catalog.places import currency
from xi.sdk.resellers.sandbox.invoices.search import INVOICE_TYPE, InvoiceQuery
from xi.sdk.resellers.sandbox.invoices.values import Charge, Invoice, InvoiceLine
from xi.sdk.resellers.sandbox.orders.answers import line_notes, line_number
from xi.sdk.resellers.sandbox.orders.values import account_address, delivery_address
from xi.sdk.resellers.sandbox.wire.json import Json
from xi.sdk.resellers.sandbox.wire.paging import Page

_TERMS: Final = {"paymentTermsCode": "30", "paymentTermsDescription": "NET 30 DAYS"}
_ADDRESS: Final = (
    *("contact", "companyName", "addressLine1", "addressLine2", "addressLine3"),
    *("city", "state", "postalCode", "countryCode"),
)
_END_USER: Final = (*_ADDRESS, "phoneNumber", "email")


def searched(customer: str, query: InvoiceQuery, today: date, page: Page[Invoice]) -> Json:
    """Return the body of a search.

    Args:
        customer: The customer number.
        query: The search.
        today: The day of the search.
        page: What is found of it on one page.
    """
    body: Json = {"invoices": [_found(each) for each in page.entries], **page.counts()}
    if page.has_next:
        body["nextPage"] = _next_page(customer, query, today, page)
    return body


def _next_page(customer: str, query: InvoiceQuery, today: date, page: Page[Invoice]) -> str:
    # The names of an inner service and American dates: as on the live API, nobody can follow this link.
    first, last = query.first, min(query.last, today)
    names = {
        "customerNumber": customer,
        "invoiceDateFrom": f"{first.month}/{first.day}/{first.year}",
        "invoiceDateTo": f"{last.month}/{last.day}/{last.year}",
        "page": page.number,
        "size": page.size,
        "orderBy": query.column,
        "direction": "desc" if query.descending else "asc",
        "pageNumber": page.number + 1,
    }
    return f"/resellers/v6/invoices/?{urlencode(names, safe='/')}"


def _found(invoice: Invoice) -> Json:
    order = invoice.order
    bids = sorted({each.line.special_bid for each in invoice.lines if each.line.special_bid})
    body: Json = {
        "paymentTermsDueDate": invoice.due_on.isoformat(),
        "erpOrderNumber": invoice.sub_order,
        "invoiceAmountInclTax": float(invoice.total),
        "invoiceNumber": invoice.number,
        "invoiceStatus": invoice.status.value.upper(),
        "invoiceDate": invoice.day.isoformat(),
        "invoiceDueDate": invoice.due_on.isoformat(),
        "invoicedAmountDue": float(invoice.amount_due),
        "customerOrderNumber": order.customer_order_number,
        "endCustomerOrderNumber": order.end_customer_order_number,
        "orderCreateDate": order.placed_at.date().isoformat(),
    }
    if bids:
        body["specialBidNumbers"] = bids
    return body


def details(invoice: Invoice, *, serial_numbers: bool, strict: bool) -> Json:
    """Return the body of an invoice's details.

    Args:
        invoice: The invoice.
        serial_numbers: Whether its lines have the serial numbers of their units.
        strict: Whether the names of charges and the total of taxes are as published, and not as observed.
    """
    order = invoice.order
    due = invoice.due_on.isoformat()
    body: Json = {
        "invoiceNumber": invoice.display_number,
        "invoiceStatus": invoice.status.value,
        "invoiceDate": invoice.day.isoformat(),
        "customerOrderNumber": order.customer_order_number,
        "endCustomerOrderNumber": order.end_customer_order_number,
        "orderDate": order.placed_at.date().isoformat(),
        "billToID": order.bill_to_id,
        "invoiceType": INVOICE_TYPE,
        "invoiceDueDate": due,
        "customerCountryCode": order.country,
        "customerNumber": order.customer,
        "ingramOrderNumber": invoice.sub_order,
        "notes": order.comments,
        "paymentTermsInfo": {**_TERMS, "paymentTermsDueDate": due},
        "billToInfo": _chosen(account_address(order.customer, order.country), _ADDRESS),
        "shipToInfo": _chosen(delivery_address(order.ship_to, order.customer, order.country), _ADDRESS),
        "lines": [_line(invoice, each, serial_numbers=serial_numbers) for each in invoice.lines],
        "fxRateInfo": _rate(currency(order.country)),
        "summary": _summary(invoice, strict=strict),
    }
    if order.end_user:
        body["endUserInfo"] = _chosen(order.end_user, _END_USER)
    return body


def _chosen(address: Mapping[str, str], names: Sequence[str]) -> Json:
    return {name: address[name] for name in names if name in address}


def _rate(code: str) -> Json:
    return {"currencyCode": code, "companyCurrency": code, "invoiceCurrency": code, "currencyFxRate": 1}


def _line(invoice: Invoice, billed: InvoiceLine, *, serial_numbers: bool) -> Json:
    line, part = billed.line, billed.part
    body: Json = {
        "ingramLineNumber": line_number(invoice.order, line),
        "customerLineNumber": line.customer_line or "0",
        "ingramPartNumber": part.number,
        "vendorPartNumber": part.vendor_number,
        "vendorName": part.vendor_name,
        "productDescription": line_notes(line, part),
        # Text, though the published schema says number.
        "unitWeight": f"{part.weight:f}",
        "quantity": billed.quantity,
        "unitPrice": float(line.unit_price),
        "unitOfMeasure": "EA",
        "currencyCode": currency(invoice.order.country),
        "extendedPrice": float(billed.extended_price),
        # Taxes are a charge of the whole invoice.
        "taxPercentage": 0,
        "taxRate": 0,
        "taxAmount": 0,
        "quantityOrdered": line.quantity,
        "quantityShipped": billed.quantity,
    }
    if part.upc:
        body["upc"] = part.upc
    if part.customer_number:
        body["customerPartNumber"] = part.customer_number
    if serial_numbers:
        body["serialNumbers"] = [{"serialNumber": serial} for serial in billed.serial_numbers]
    return body


def _summary(invoice: Invoice, *, strict: bool) -> Json:
    code = currency(invoice.order.country)
    return {
        "lines": {
            "productLineCount": len(invoice.lines),
            "productLineTotalQuantity": sum(each.quantity for each in invoice.lines),
        },
        "miscCharges": [_charge(each, strict=strict) for each in invoice.charges],
        "totals": {
            "netInvoiceAmount": float(invoice.net),
            "discountAmount": 0,
            "discountType": "Terms Charge",
            # As observed, the tax is in the charges only.
            "totalTaxAmount": float(invoice.tax) if strict else 0,
            "freightAmount": float(invoice.freight),
            "invoicedAmountDue": float(invoice.total),
        },
        "foreignFxTotals": {
            "foreignCurrencyCode": code,
            "foreignCurrencyFxRate": 1,
            "foreignTotalTaxableAmount": f"{invoice.net:f}",
            "foreignTotalTaxAmount": float(invoice.tax) if strict else 0,
            "foreignInvoiceAmountDue": f"{invoice.total:f}",
        },
    }


def _charge(charge: Charge, *, strict: bool) -> Json:
    members: Json = {
        "chargeDescription": charge.description,
        "miscChargeLineCount": 1 if charge.line_reference else 0,
        "miscChargeLineTotal": float(charge.amount),
        "chargeLineReference": charge.line_reference,
    }
    # The names begin with a capital, unlike all others of the answer.
    return members if strict else {name[0].upper() + name[1:]: value for name, value in members.items()}
