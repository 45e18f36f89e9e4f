"""Calls invoices, returns and freight with the published package; prints what it read.

It runs in the environment of the package, without this project, and asks a strict sandbox that has an invoiced order.
"""

from __future__ import annotations

import json
import sys

from xi.sdk.resellers import ApiClient, ApiException, Configuration, FreightEstimateApi, InvoicesApi, ReturnsApi
from xi.sdk.resellers.models import FreightRequest, ReturnsCreateRequest

ADDRESS = {
    "companyName": "Shop",
    "contact": "Anna",
    "addressLine1": "1 Main Street",
    "city": "Irvine",
    "state": "CA",
    "postalCode": "92612",
    "countryCode": "US",
    "email": "anna@example.com",
}


def main(url: str, token: str, order: str) -> dict[str, object]:
    client = ApiClient(Configuration(host=url, access_token=token))
    invoices, returns = InvoicesApi(client), ReturnsApi(client)
    who = {"im_customer_number": "20-222222", "im_country_code": "US", "im_correlation_id": "c-1"}
    found = invoices.get_resellers_v6_invoicesearch(
        im_application_id="shop", order_number=order, invoice_from_date=["2020-01-01"], **who
    )
    number = found.invoices[0].invoice_number
    details = invoices.get_invoicedetails_v6_1(
        invoice_number=number, im_application_id="shop", include_serial_numbers=True, **who
    )
    line = details.lines[0]
    entry = {
        "invoiceNumber": number,
        "invoiceDate": details.invoice_date,
        "ingramPartNumber": line.ingram_part_number,
        "quantity": 1,
        "primaryReason": "Damaged",
        "secondaryReason": "The box was wet",
        "numberOfBoxes": 1,
        "referenceNumber": "REF-1",
        "shipFromInfo": [ADDRESS],
    }
    filed = returns.post_returnscreate(
        returns_create_request=ReturnsCreateRequest.from_dict({"list": [entry]}), **who
    ).returns_claims[0]
    listed = returns.get_resellers_v6_returnssearch(reference_number="REF-1", **who)
    case = returns.get_resellers_v6_returnsdetails(case_request_number=filed.case_request_number, **who)
    freight = (
        FreightEstimateApi(client)
        .post_freightestimate(
            im_customer_contact="anna@example.com",
            freight_request=FreightRequest.from_dict({"lines": [{"ingramPartNumber": "DF4128", "quantity": "2"}]}),
            **who,
        )
        .freight_estimate_response
    )
    try:
        invoices.get_invoicedetails_v6_1(invoice_number="20AAAAA11", im_application_id="shop", **who)
        unknown = 200
    except ApiException as error:
        unknown = error.status
    return {
        "found": found.records_found,
        "serials": len(line.serial_numbers),
        "charges": [each.charge_description for each in details.summary.misc_charges],
        "created_on": filed.created_on.isoformat(),
        "listed": [each.case_request_number == case.case_request_number for each in listed.returns_claims],
        "sub_total": case.sub_total,
        "carriers": len(freight.distribution[0].carrier_list),
        "unknown": unknown,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(*sys.argv[1:])))
