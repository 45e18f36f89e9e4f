"""The invoices, with a search and a filter by status; and one invoice with its lines, charges and returns."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request

from xi.sdk.resellers.sandbox.http.page._section import Form, Section, list_of, listing, search_text
from xi.sdk.resellers.sandbox.invoices.values import Invoice, InvoiceStatus, plain
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    text = search_text(request)
    found = {status.value: sandbox.invoices.everything(text, status) for status in InvoiceStatus}
    found = {"": sandbox.invoices.everything(text), **found}

    def take(group: str, start: int, count: int) -> Sequence[Invoice]:
        newest_first = range(len(found[group]) - 1, -1, -1)
        return [found[group][place] for place in newest_first[start : start + count]]

    return {"list": listing(request, {name or "All": len(rows) for name, rows in found.items()}, take)}


def _invoice(sandbox: Sandbox, request: Request) -> Invoice:
    return sandbox.invoices.get(str(request.path_params["number"]))


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
