"""The control API of invoices and returns: what there is, and what the distributor does with it."""

from collections.abc import Callable
from typing import Any, Final

from starlette.requests import Request

from xi.sdk.resellers.sandbox.invoices.values import Invoice
from xi.sdk.resellers.sandbox.returns.values import ReturnCase, possible_moves
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox

Json = dict[str, Any]
Handler = Callable[[Request, Json], Json]

_LATEST: Final = 200


def bill_handlers(sandbox: Sandbox) -> list[tuple[str, Handler, str]]:
    """Return path, handler and method of each call."""
    control = _Bills(sandbox)
    return [
        ("/invoices", control.invoices, "GET"),
        ("/invoices/{number}/pay", control.pay, "POST"),
        ("/returns", control.returns, "GET"),
        ("/returns/{number}", control.case, "GET"),
        ("/returns/{number}/{move}", control.move, "POST"),
    ]


class _Bills:
    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def invoices(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        with self._sandbox.lock:
            customer, invoices = _customer(request), self._sandbox.invoices
            found = invoices.of(customer) if customer else invoices.everything()
            return {"invoices": [_invoice(each) for each in found[: -_LATEST - 1 : -1]]}

    def pay(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        number = str(request.path_params["number"])
        try:
            return _invoice(self._sandbox.invoices.pay(number))
        except KeyError:
            raise KeyError(f"invoice {number}") from None

    def returns(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        with self._sandbox.lock:
            customer, returns = _customer(request), self._sandbox.returns
            found = returns.of(customer) if customer else list(returns)
        return {"returns": [_case(each) for each in found[: -_LATEST - 1 : -1]]}

    def case(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        number = str(request.path_params["number"])
        try:
            return _case(self._sandbox.returns.get(number))
        except KeyError:
            raise KeyError(f"return {number}") from None

    def move(self, request: Request, given: Json) -> Json:
        unknown = sorted(given.keys() - {"units"})
        if unknown:
            raise ValueError(f"{unknown[0]!r} is not known; there is units")
        units = given.get("units")
        if units is not None and (not isinstance(units, int) or isinstance(units, bool)):
            raise ValueError(f"units is {units!r}; it should be a whole number")
        number = str(request.path_params["number"])
        try:
            return _case(self._sandbox.returns.move(number, str(request.path_params["move"]), units=units))
        except KeyError:
            raise KeyError(f"return {number}") from None


def _customer(request: Request) -> str:
    """Return the customer in the query, empty for all."""
    return request.query_params.get("customer", "").strip().upper()


def _invoice(invoice: Invoice) -> Json:
    return {
        "number": invoice.number,
        "order_number": invoice.order.number,
        "sub_order": invoice.sub_order,
        "customer": invoice.order.customer,
        "status": invoice.status.value,
        "issued": invoice.day.isoformat(),
        "total": f"{invoice.total:f}",
    }


def _case(case: ReturnCase) -> Json:
    return {
        "number": case.number,
        "customer": case.customer,
        "invoice_number": case.invoice_number,
        "reference": case.reference,
        "status": case.state.value,
        "quantity": case.quantity,
        "approved": case.approved,
        "value": f"{case.value:f}",
        "credit": None if case.credit is None else f"{case.credit:f}",
        "moves": [move.value for move in possible_moves(case)],
    }
