"""The page: shows the content of the sandbox in sections, and has buttons to change it."""

from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from xi.sdk.resellers.sandbox.catalog.places import currency
from xi.sdk.resellers.sandbox.http.guard import RefusedError, read_body
from xi.sdk.resellers.sandbox.http.page import (
    clock,
    deals,
    faults,
    invoices,
    ledger,
    order,
    orders,
    parts,
    policy,
    quotes,
    renewals,
    requests,
    returns,
    tokens,
    webhooks,
)
from xi.sdk.resellers.sandbox.http.page._section import Action, Section, View, duration
from xi.sdk.resellers.sandbox.http.page.ledger import reader_of
from xi.sdk.resellers.sandbox.orders.states import possible
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox

if TYPE_CHECKING:
    from jinja2 import Environment

SECTIONS: Final[tuple[Section, ...]] = tuple(
    each.SECTION
    for each in (
        orders,
        order,
        quotes,
        deals,
        renewals,
        invoices,
        returns,
        ledger,
        requests,
        webhooks,
        faults,
        policy,
        clock,
        parts,
        tokens,
    )
)
"""All sections, in the order of the navigation."""

NOTICE: Final = "It runs on this machine, is not Ingram Micro's service, and nothing here is a real order."
_MESSAGE_LIMIT: Final = 300
_ASSETS: Final = {"style.css": "text/css", "live.js": "text/javascript"}
_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}

_Handler = Callable[[Request], Awaitable[Response]]


def page_routes(sandbox: Sandbox) -> list[Route]:
    """Return the routes of a sandbox's page."""

    # Plain functions, as those of views: a ledger may take its time.
    def pulse(request: Request) -> Response:
        sandbox.settle()
        return PlainTextResponse(f"{_pulse(sandbox, request)}\n{_time(sandbox)}", headers=_HEADERS)

    def asset(request: Request) -> Response:
        name = str(request.path_params["name"])
        if name not in _ASSETS:
            return _not_found(sandbox, request, f"There is no asset {name}.")
        content = files(__name__).joinpath("assets", name).read_bytes()
        return Response(content, media_type=_ASSETS[name], headers=_HEADERS)

    routes = [Route("/pulse", pulse), Route("/assets/{name}", asset)]
    for section in SECTIONS:
        for path, (template, view) in section.views.items():
            routes.append(Route(path, _view_handler(sandbox, section, template, view), methods=["GET"]))
        for path, action in section.actions.items():
            routes.append(Route(path, _action_handler(sandbox, section, action), methods=["POST"]))
    return routes


def _view_handler(sandbox: Sandbox, section: Section, template: str, view: View) -> Callable[[Request], Response]:
    """Return the handler that shows a view.

    It is a plain function: Starlette runs it in a thread, and answers API calls while it searches a long list.
    """

    def handle(request: Request) -> Response:
        sandbox.settle()
        # Read before the view: a change that comes while it works makes the browser load the page again.
        pulse = _pulse(sandbox, request)
        try:
            return _page(sandbox, request, template, {"pulse": pulse, **view(sandbox, request)}, section)
        except KeyError as error:
            return _not_found(sandbox, request, _message_of(error), section)

    return handle


def _not_found(sandbox: Sandbox, request: Request, what: str, section: Section | None = None) -> Response:
    values = {"pulse": _pulse(sandbox, request), "what": what}
    return _page(sandbox, request, "missing.html", values, section, status=404)


def _action_handler(sandbox: Sandbox, section: Section, action: Action) -> _Handler:
    """Return the handler of a button: it acts, and leads back to the page with the button."""

    async def handle(request: Request) -> Response:
        message = ""
        try:
            form = dict(parse_qsl((await read_body(request)).decode("utf-8", "replace"), keep_blank_values=True))
            action(sandbox, request, form)
        except RefusedError as error:
            return PlainTextResponse(str(error), error.status)
        except KeyError as error:
            message = _message_of(error)
        except ValueError as error:
            message = str(error)
        path, query = _came_from(request) or (section.link.format(**request.path_params), [])
        if message:
            query.append(("message", message[:_MESSAGE_LIMIT]))
        # The path of the Referer header is quoted already, hence the percent sign.
        return RedirectResponse(
            quote(path, safe="/%") + (f"?{urlencode(query, quote_via=quote)}" if query else ""), 303
        )

    return handle


def _came_from(request: Request) -> tuple[str, list[tuple[str, str]]] | None:
    """Return the path and query of the page with the button, None where the browser does not send them."""
    try:
        sent = urlsplit(request.headers.get("referer", ""))
    except ValueError:
        return None
    # Two slashes would lead to another host.
    if sent.netloc != request.headers.get("host") or not sent.path.startswith("/") or sent.path.startswith("//"):
        return None
    return sent.path, [(name, value) for name, value in parse_qsl(sent.query) if name != "message"]


def _page(
    sandbox: Sandbox,
    request: Request,
    template: str,
    values: Mapping[str, Any],
    section: Section | None = None,
    status: int = 200,
) -> Response:
    has_ledger = reader_of(request) is not None
    entries = [
        (each.title, each.link, each.count(sandbox) if each.count else 0)
        for each in SECTIONS
        if each.title and (has_ledger or not each.needs_ledger)
    ]
    shown = (
        _templates()
        .get_template(template)
        .render(
            entries=entries,
            current=(section.under or section.link) if section else "",
            notice=NOTICE,
            now=_time(sandbox),
            moved=duration(sandbox.clock.ahead),
            message=request.query_params.get("message", "")[:_MESSAGE_LIMIT],
            **values,
        )
    )
    return HTMLResponse(shown, status, headers=_HEADERS)


@cache
def _templates() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - most sandboxes serve tests only

    made = Environment(
        loader=PackageLoader(__name__), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    shared: dict[str, Any] = {"possible": possible, "currency": currency, "labels": order.MOVE_LABELS}
    made.globals.update(shared)
    return made


def _pulse(sandbox: Sandbox, request: Request) -> str:
    """Return a text that changes with what the page shows."""
    reader = reader_of(request)
    return str(sandbox.pulse) if reader is None else f"{sandbox.pulse} {reader.version()}"


def _time(sandbox: Sandbox) -> str:
    return sandbox.now().strftime("%Y-%m-%d %H:%M:%S")


def _message_of(error: KeyError) -> str:
    return f"There is no {error.args[0]}."
