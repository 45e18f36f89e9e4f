"""The control API of invoices and returns: what there is, and what the distributor does with it."""

from starlette.requests import Request

from xi.sdk.resellers._json import Json
from xi.sdk.resellers.sandbox.http.handlers import LATEST, Handler, customer_of, only
from xi.sdk.resellers.sandbox.invoices.values import Invoice
from xi.sdk.resellers.sandbox.returns.values import ReturnCase, possible_moves
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox


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
            customer, invoices = customer_of(request), self._sandbox.invoices
            found = invoices.of(customer) if customer else invoices.everything()
            return {"invoices": [_invoice(each) for each in found[: -LATEST - 1 : -1]]}

    def pay(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        return _invoice(self._sandbox.invoices.pay(str(request.path_params["number"])))

    def returns(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        with self._sandbox.lock:
            customer, returns = customer_of(request), self._sandbox.returns
            found = returns.of(customer) if customer else list(returns)
        return {"returns": [_case(each) for each in found[: -LATEST - 1 : -1]]}

    def case(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        return _case(self._sandbox.returns.get(str(request.path_params["number"])))

    def move(self, request: Request, given: Json) -> Json:
        only(given, "units")
        units = given.get("units")
        if units is not None and (not isinstance(units, int) or isinstance(units, bool)):
            raise ValueError(f"units is {units!r}; it should be a whole number")
        number, move = (str(request.path_params[each]) for each in ("number", "move"))
        return _case(self._sandbox.returns.move(number, move, units=units))


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
