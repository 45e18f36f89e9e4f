"""What the commands of quotes, invoices, returns, deals, renewals and freight need of their world."""

from __future__ import annotations

from typing import Any

HEADERS = {"XI_APPLICATION_ID": "StockRoom", "XI_CUSTOMER_CONTACT": "buyer@reseller.example"}
"""What some of their calls name, as variables of the command."""
FROM = {
    "companyName": "Miller Office Supply",
    "contact": "Jo Miller",
    "addressLine1": "14 Mill Lane",
    "city": "Salina",
    "state": "KS",
    "postalCode": "67401",
    "countryCode": "US",
    "email": "returns@reseller.example",
}


def returned(invoice: str, day: str, **more: Any) -> dict[str, Any]:
    """Return a return of a unit of an invoice of a day, as the API takes it."""
    return {
        "referenceNumber": "RET-1",
        "invoiceNumber": invoice,
        "invoiceDate": day,
        "ingramPartNumber": "DF4128",
        "quantity": 1,
        "primaryReason": "The product is defective",
        "secondaryReason": "It does not start.",
        "numberOfBoxes": 1,
        "shipFromInfo": FROM,
        **more,
    }
