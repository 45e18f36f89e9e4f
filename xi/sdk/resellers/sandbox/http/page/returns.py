"""The returns, with a search and a filter by status; and one case with what can be decided about it."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request

from xi.sdk.resellers.sandbox.http.page._section import Form, Section, list_of, number
from xi.sdk.resellers.sandbox.invoices.values import plain
from xi.sdk.resellers.sandbox.returns.values import CaseMove, CaseState, ReturnCase, possible_moves
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox


def _texts(case: ReturnCase) -> Sequence[str]:
    parts = [each.part_number for each in case.lines]
    return case.number, case.reference, case.invoice_number, plain(case.invoice_number), case.claim_id, *parts


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    with sandbox.lock:
        cases = list(sandbox.returns)[::-1]
    names = [state.value for state in CaseState]
    return {"list": list_of(request, cases, _texts, names, lambda case: [case.state.value])}


def _case(sandbox: Sandbox, request: Request) -> ReturnCase:
    return sandbox.returns.get(str(request.path_params["number"]))


def _show_case(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    case = _case(sandbox, request)
    with sandbox.lock:
        events = [event for event in sandbox.events if event.reason == case.number]
    return {"case": case, "moves": possible_moves(case), "part": CaseMove.PART, "events": events}


def _move(sandbox: Sandbox, request: Request, form: Form) -> None:
    given = form.get("units", "")
    units = number("units", given, int) if given else None
    sandbox.returns.move(_case(sandbox, request).number, request.path_params["move"], units=units)


SECTION = Section(
    title="Returns",
    link="/returns",
    views={"/returns": ("returns.html", _show), "/returns/{number}": ("return.html", _show_case)},
    actions={"/returns/{number}/{move}": _move},
    count=lambda sandbox: sum(case.state is CaseState.OPEN for case in sandbox.returns),
)
