"""The invoices, with a search and a filter by status; and one invoice with its lines, charges and returns."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request

from xi.sdk.resellers.sandbox.http.page._section import Form, Section, list_of
from xi.sdk.resellers.sandbox.invoices.values import Invoice, InvoiceStatus, plain
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox


def _texts(invoice: Invoice) -> Sequence[str]:
    return invoice.number, invoice.display_number, invoice.order.number, invoice.order.customer_order_number


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    with sandbox.lock:
        invoices = sorted(sandbox.invoices, key=lambda each: each.day)[::-1]
    names = [status.value for status in InvoiceStatus]
    return {"list": list_of(request, invoices, _texts, names, lambda each: [each.status.value])}


def _invoice(sandbox: Sandbox, request: Request) -> Invoice:
    number = str(request.path_params["number"])
    try:
        return sandbox.invoices.get(number)
    except KeyError:
        raise KeyError(f"invoice {number}") from None


def _show_invoice(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    invoice = _invoice(sandbox, request)
    with sandbox.lock:
        cases = sandbox.returns.of(invoice.order.customer)
    return {
        "invoice": invoice,
        "list": list_of(request, invoice.lines, lambda row: (row.part.number, row.part.description)),
        "returns": [each for each in cases if plain(each.invoice_number) == invoice.number],
    }


def _pay(sandbox: Sandbox, request: Request, form: Form) -> None:  # noqa: ARG001 - as all actions
    sandbox.invoices.pay(_invoice(sandbox, request).number)


SECTION = Section(
    title="Invoices",
    link="/invoices",
    views={"/invoices": ("invoices.html", _show), "/invoices/{number}": ("invoice.html", _show_invoice)},
    actions={"/invoices/{number}/pay": _pay},
)
