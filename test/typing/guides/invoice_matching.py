"""The examples of docs/invoice-matching.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from xi.sdk.resellers import ApiClient, Configuration, InvoicesApi, OrdersApi, invoice_matching

client = ApiClient(Configuration.from_env())
invoices, orders = InvoicesApi(client).bound(), OrdersApi(client).bound()

for order in invoice_matching.match_invoices(invoices, orders, po="PO-1"):
    print(order.number, "matches" if order.matches else "does not match")
    for invoice in order.invoices:
        print(" ", invoice.invoice.number, invoice.lines, invoice.tax, invoice.freight, invoice.total, invoice.currency)
    for line in order.lines:
        print(" ", line.order_line.sku, line.ordered, line.shipped, line.invoiced, line.price_difference)
    for finding in order.findings:
        print(" ", finding.reason.value, finding.invoice_number or "", finding.says)


from xi.sdk.resellers.ordering import OrderDesk


def invoices_of_others(desk: OrderDesk, first: str, last: str) -> list[str]:
    found = invoice_matching.match_invoices(invoices, desk.orders, invoiced=(first, last), ledger=desk)
    not_ours = invoice_matching.Reason.NOT_OURS
    return [finding.says for order in found for finding in order.findings if finding.reason is not_ours]


from xi.sdk.resellers import aio


async def rows(client: aio.AsyncApiClient, first: str, last: str) -> list[dict[str, object]]:
    apis = aio.InvoicesApi(client).bound(), aio.OrdersApi(client).bound()
    found = invoice_matching.match_invoices(*apis, ordered=(first, last))
    return [dict(row) async for order in found for row in order.items()]


import json
from decimal import Decimal


def matched(invoice_texts: list[str], order_text: str) -> list[str]:
    stored = [invoice_matching.read_invoice(json.loads(each, parse_float=Decimal)) for each in invoice_texts]
    order = invoice_matching.read_order(json.loads(order_text, parse_float=Decimal))
    return [finding.says for each in invoice_matching.match(stored, [order]) for finding in each.findings]
