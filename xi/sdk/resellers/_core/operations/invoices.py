"""The operations of InvoicesApi as values: where arguments go, what comes back, and what may be repeated."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers import models
from xi.sdk.resellers._core.operation import (
    Kind,
    Listing,
    Operation,
    Parameter,
    Place,
    Repeat,
)

GET_INVOICEDETAILS_V6_1: Operation[models.InvoiceDetailsv61Response] = Operation(
    name="get_invoicedetails_v6_1",
    method="GET",
    path="/resellers/v6.1/invoices/{invoiceNumber}",
    repeat=Repeat.SAFE,
    authorized=True,
    parameters=(
        Parameter(
            name="invoice_number", wire="invoiceNumber", place=Place.PATH, kind=Kind.TEXT, required=True, max_length=12
        ),
        Parameter(
            name="im_customer_number",
            wire="IM-CustomerNumber",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            max_length=10,
        ),
        Parameter(
            name="im_country_code",
            wire="IM-CountryCode",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            min_length=2,
            max_length=2,
        ),
        Parameter(name="im_correlation_id", wire="IM-CorrelationID", place=Place.HEADER, kind=Kind.TEXT, required=True),
        Parameter(
            name="im_application_id",
            wire="IM-ApplicationID",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            max_length=32,
        ),
        Parameter(name="customer_type", wire="customerType", place=Place.QUERY, kind=Kind.TEXT, max_length=32),
        Parameter(name="include_serial_numbers", wire="includeSerialNumbers", place=Place.QUERY, kind=Kind.FLAG),
    ),
    success="InvoiceDetailsv61Response",
    errors={
        400: "ErrorResponse",
        401: "GetAccesstoken500Response",
        404: "ErrorResponse",
        429: "ErrorResponse",
        500: "ErrorResponse",
    },
)

GET_RESELLERS_V6_INVOICESEARCH: Operation[models.InvoiceSearchResponse] = Operation(
    name="get_resellers_v6_invoicesearch",
    method="GET",
    path="/resellers/v6/invoices",
    repeat=Repeat.SAFE,
    authorized=True,
    parameters=(
        Parameter(
            name="im_application_id",
            wire="IM-ApplicationID",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            max_length=32,
        ),
        Parameter(
            name="im_customer_number",
            wire="IM-CustomerNumber",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            max_length=10,
        ),
        Parameter(
            name="im_country_code",
            wire="IM-CountryCode",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            min_length=2,
            max_length=2,
        ),
        Parameter(name="im_correlation_id", wire="IM-CorrelationID", place=Place.HEADER, kind=Kind.TEXT, required=True),
        Parameter(name="payment_terms_net_date", wire="paymentTermsNetDate", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="invoice_date", wire="invoiceDate", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="invoice_due_date", wire="invoiceDueDate", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="order_date", wire="orderDate", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="order_from_date", wire="orderFromDate", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="order_to_date", wire="orderToDate", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="order_number", wire="orderNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="delivery_number", wire="DeliveryNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="invoice_number", wire="invoiceNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="invoice_status", wire="invoiceStatus", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="invoice_type", wire="invoiceType", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="customer_order_number", wire="customerOrderNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="end_customer_order_number", wire="endCustomerOrderNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="special_bid_number", wire="specialBidNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="invoice_from_due_date", wire="invoiceFromDueDate", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="invoice_to_due_date", wire="invoiceToDueDate", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="invoice_from_date", wire="invoiceFromDate", place=Place.QUERY, kind=Kind.TEXTS),
        Parameter(name="invoice_to_date", wire="invoiceToDate", place=Place.QUERY, kind=Kind.TEXTS),
        Parameter(name="page_size", wire="pageSize", place=Place.QUERY, kind=Kind.NUMBER, minimum=1, maximum=100),
        Parameter(name="page_number", wire="pageNumber", place=Place.QUERY, kind=Kind.NUMBER, minimum=1),
        Parameter(name="orderby", wire="orderby", place=Place.QUERY, kind=Kind.TEXT, max_length=32),
        Parameter(name="direction", wire="direction", place=Place.QUERY, kind=Kind.TEXT, max_length=32),
        Parameter(name="serial_number", wire="serialNumber", place=Place.QUERY, kind=Kind.TEXT, max_length=32),
    ),
    success="InvoiceSearchResponse",
    listing=Listing(items="invoices", wire="invoices"),
    errors={
        400: "ErrorResponse",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
        500: "ErrorResponse",
    },
)
