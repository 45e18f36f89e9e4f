"""The page: orders, requests, deliveries, faults and the clock, to look at and to push."""

import json
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from xi.sdk.resellers.sandbox.http.guard import RefusedError, read_body, small_number
from xi.sdk.resellers.sandbox.orders.details import details
from xi.sdk.resellers.sandbox.orders.shapes import currency
from xi.sdk.resellers.sandbox.orders.states import MOVES, possible
from xi.sdk.resellers.sandbox.orders.values import Order
from xi.sdk.resellers.sandbox.state.faults import OPERATIONS, FaultKind
from xi.sdk.resellers.sandbox.state.logs import TEXT_LIMIT
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox

if TYPE_CHECKING:
    from jinja2 import Environment

NOTICE: Final = "It runs on this machine, is not Ingram Micro's service, and nothing here is a real order."
_ON_A_PAGE: Final = 50
_REQUESTS: Final = 30
_DELIVERIES: Final = 30
_ASSETS: Final = {"style.css": "text/css", "live.js": "text/javascript"}
_LABELS: Final = {name: name.replace("-", " ").capitalize() for name in MOVES}
_SAFE: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}

Form = dict[str, str]
Shown = Callable[[Request], Response]
Done = Callable[[Request, Form], str]


def page_routes(sandbox: Sandbox) -> list[Route]:
    """Return the routes of a sandbox's page."""
    page = _Page(sandbox)
    doings: dict[str, Done] = {
        "/orders/{number}/{move}": page.move_order,
        "/faults": page.add_fault,
        "/faults/clear": page.clear_faults,
        "/faults/{number}/remove": page.remove_fault,
        "/webhooks": page.add_hook,
        "/webhooks/{number}/remove": page.remove_hook,
        "/deliveries/{number}/replay": page.replay,
        "/clock": page.move_clock,
        "/clock/reset": page.reset_clock,
        "/tokens/revoke": page.revoke_tokens,
    }
    return [
        Route("/", page.showing(page.index), methods=["GET"]),
        Route("/orders/{number}", page.showing(page.order), methods=["GET"]),
        Route("/pulse", page.showing(page.pulse), methods=["GET"]),
        Route("/assets/{name}", page.showing(page.asset), methods=["GET"]),
        *(Route(path, page.doing(do), methods=["POST"]) for path, do in doings.items()),
    ]


class _Page:
    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def showing(self, show: Shown) -> Callable[[Request], Awaitable[Response]]:
        """Return the handler of something to look at."""

        async def handle(request: Request) -> Response:
            with self._sandbox.lock:
                self._sandbox.settle()
                response = show(request)
            response.headers.update(_SAFE)
            return response

        return handle

    def doing(self, do: Done) -> Callable[[Request], Awaitable[Response]]:
        """Return the handler of a button: it does its work, and leads back to a page."""

        async def handle(request: Request) -> Response:
            try:
                form = dict(parse_qsl((await read_body(request)).decode("utf-8", "replace"), keep_blank_values=True))
                back, message = do(request, form), ""
            except RefusedError as error:
                return PlainTextResponse(str(error), error.status)
            except KeyError as error:
                back, message = "/", f"There is no {error.args[0]}."
            except ValueError as error:
                number = request.path_params.get("move") and request.path_params["number"]
                back, message = f"/orders/{number}" if number else "/", str(error)
            query = f"?message={quote(message)}" if message else ""
            return RedirectResponse(f"{quote(back)}{query}", 303)

        return handle

    def index(self, request: Request) -> Response:
        sandbox = self._sandbox
        total = len(sandbox.orders)
        pages = max(-(-total // _ON_A_PAGE), 1)
        asked = request.query_params.get("page", "1")
        number = min(max(int(asked), 1), pages) if asked.isascii() and asked.isdigit() and len(asked) < 10 else 1  # noqa: PLR2004
        return self._page(
            request,
            "index.html",
            orders=sandbox.orders.latest((number - 1) * _ON_A_PAGE, _ON_A_PAGE),
            total=total,
            page=number,
            pages=pages,
            exchanges=list(sandbox.exchanges)[: -_REQUESTS - 1 : -1],
            deliveries=sandbox.hooks.deliveries()[: -_DELIVERIES - 1 : -1],
            hooks=sandbox.hooks.registered(),
            faults=sandbox.faults.waiting(),
            fault_kinds=list(FaultKind),
            operations=OPERATIONS,
            base=str(request.base_url).rstrip("/"),
        )

    def order(self, request: Request) -> Response:
        sandbox = self._sandbox
        number = str(request.path_params["number"]).upper()
        try:
            order = sandbox.orders.get(number)
        except KeyError:
            return self._page(request, "missing.html", 404, what=f"There is no order {number}.")
        return self._page(
            request,
            "order.html",
            order=order,
            void_at=_void_at(order, sandbox.policy.hold_window),
            events=[event for event in sandbox.events if event.order_number == number],
            raw=json.dumps(details(order), indent=2, ensure_ascii=False),
        )

    def pulse(self, request: Request) -> Response:  # noqa: ARG002 - as all handlers
        return PlainTextResponse(str(self._sandbox.pulse))

    def asset(self, request: Request) -> Response:
        name = str(request.path_params["name"])
        if name not in _ASSETS:
            return self._page(request, "missing.html", 404, what=f"There is no asset {name}.")
        return Response(files(__name__).joinpath("assets", name).read_bytes(), media_type=_ASSETS[name])

    def _page(self, request: Request, template: str, status: int = 200, **values: Any) -> Response:
        sandbox = self._sandbox
        shown = (
            _templates()
            .get_template(template)
            .render(
                notice=NOTICE,
                now=sandbox.now(),
                ahead=_span(sandbox.clock.ahead),
                pulse=sandbox.pulse,
                message=request.query_params.get("message", "")[:300],
                **values,
            )
        )
        return HTMLResponse(shown, status)

    def move_order(self, request: Request, form: Form) -> str:  # noqa: ARG002 - as all buttons
        number = str(request.path_params["number"]).upper()
        try:
            self._sandbox.move(number, request.path_params["move"])
        except KeyError:
            raise KeyError(f"order {number}") from None
        came_from = request.headers.get("referer", "")
        return f"/orders/{number}" if f"/orders/{number}" in came_from else "/"

    def add_fault(self, request: Request, form: Form) -> str:  # noqa: ARG002 - as all buttons
        times = form.get("times", "1").strip()
        self._sandbox.faults.add(
            form.get("kind", ""),
            form.get("operation", "*"),
            times=_number("times", times, int) if times else None,
            probability=_number("probability", form.get("probability", "1"), float),
            seconds=_number("seconds", form.get("seconds", "1"), float),
        )
        return "/"

    def clear_faults(self, request: Request, form: Form) -> str:  # noqa: ARG002 - as all buttons
        self._sandbox.faults.clear()
        return "/"

    def remove_fault(self, request: Request, form: Form) -> str:  # noqa: ARG002 - as all buttons
        self._sandbox.faults.remove(small_number(request))
        return "/"

    def add_hook(self, request: Request, form: Form) -> str:  # noqa: ARG002 - as all buttons
        self._sandbox.hooks.add(form.get("url", ""), form.get("secret", ""))
        return "/"

    def remove_hook(self, request: Request, form: Form) -> str:  # noqa: ARG002 - as all buttons
        self._sandbox.hooks.remove(small_number(request))
        return "/"

    def replay(self, request: Request, form: Form) -> str:  # noqa: ARG002 - as all buttons
        self._sandbox.hooks.replay(small_number(request))
        return "/"

    def move_clock(self, request: Request, form: Form) -> str:  # noqa: ARG002 - as all buttons
        self._sandbox.clock.advance(hours=_number("hours", form.get("hours", ""), float))
        self._sandbox.settle()
        return "/"

    def reset_clock(self, request: Request, form: Form) -> str:  # noqa: ARG002 - as all buttons
        self._sandbox.clock.reset()
        return "/"

    def revoke_tokens(self, request: Request, form: Form) -> str:  # noqa: ARG002 - as all buttons
        self._sandbox.revoke_tokens()
        return "/"


@cache
def _templates() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - most sandboxes serve tests only

    loader = PackageLoader("xi.sdk.resellers.sandbox.page")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    shared: dict[str, Any] = {"possible": possible, "currency": currency, "labels": _LABELS, "pretty": _pretty}
    made.globals.update(shared)
    return made


def _pretty(body: bytes) -> str:
    return json.dumps(json.loads(body), indent=2, ensure_ascii=False)[:TEXT_LIMIT]


def _void_at(order: Order, window: timedelta) -> datetime | None:
    return (order.held_at or order.placed_at) + window if order.held else None


def _span(ahead: timedelta) -> str:
    """How far the clock was moved, in hours; nothing when it was not."""
    hours = ahead.total_seconds() / 3600
    return f"{hours:+.1f} h" if hours else ""


def _number(name: str, given: str, kind: type[int] | type[float]) -> Any:
    try:
        return kind(given)
    except ValueError:
        raise ValueError(f"{name} is {given!r}; it should be a number") from None
