"""The examples of docs/returns.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from xi.sdk.resellers import ApiClient, Configuration, InvoicesApi, OrdersApi
from xi.sdk.resellers.ordering import OrderDesk

client = ApiClient(Configuration.from_env())
desk = OrderDesk(OrdersApi(client).bound(), "sqlite:///orders.db")

invoices = InvoicesApi(client).bound()
found = invoices.get_resellers_v6_invoicesearch(im_application_id="StockRoom", customer_order_number="PO-1")
invoice = next(iter(found.invoices or ()))
record = desk.file_return(
    {
        "referenceNumber": "RET-2026-0031",
        "invoiceNumber": invoice.invoice_number,
        "invoiceDate": invoice.invoice_date,
        "ingramPartNumber": "DF4128",
        "quantity": 1,
        "primaryReason": "The product is defective",
        "secondaryReason": "It does not start.",
        "numberOfBoxes": 1,
        "shipFromInfo": {
            "companyName": "Miller Office Supply",
            "contact": "Jo Miller",
            "addressLine1": "14 Mill Lane",
            "city": "Salina",
            "state": "KS",
            "postalCode": "67401",
            "countryCode": "US",
            "email": "returns@reseller.example",
        },
    },
    wait=600,
)
record.raise_for_state()
print(record.summary, record.case_number, record.claim_number)


def file_all(returns: list[dict[str, object]]) -> None:
    """File all returns, each once, and print what became of them."""
    planned = [desk.plan_return(each, batch="May") for each in returns]
    desk.work(until="idle")
    for record in desk.rows(batch="May"):
        print(record.summary)
    print(f"{len(planned)} returns")
