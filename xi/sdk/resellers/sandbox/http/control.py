"""The control API under `/_sandbox`: faults, policy, clock, tokens, orders, webhooks. The live API has none of it."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import cast

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from xi.sdk.resellers._json import Json
from xi.sdk.resellers.sandbox.catalog.parts import Part
from xi.sdk.resellers.sandbox.http.control_bills import bill_handlers
from xi.sdk.resellers.sandbox.http.control_offers import OfferControl
from xi.sdk.resellers.sandbox.http.guard import RefusedError, read_body, small_number
from xi.sdk.resellers.sandbox.http.handlers import LATEST, Handler, customer_of, only
from xi.sdk.resellers.sandbox.http.routes import Endpoint, routes_of
from xi.sdk.resellers.sandbox.state.faults import Fault
from xi.sdk.resellers.sandbox.state.policy import CHANGEABLE, plain_settings, setting
from xi.sdk.resellers.sandbox.state.request_log import DROPPED
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.state.webhooks import ORDERS_TOPIC, Delivery, Hook
from xi.sdk.resellers.sandbox.wire.json import parse_json

NOTICE = "A sandbox on this machine. It is not Ingram Micro's service, and nothing here is a real order."


def control_routes(sandbox: Sandbox) -> list[Route]:
    """Return the routes of the control API of a sandbox."""
    control = _Control(sandbox)

    def route(path: str, handle: Handler, method: str) -> tuple[str, str, Endpoint]:
        return f"/_sandbox{path}", method, _guarded(handle)

    rows = [
        route("", control.status, "GET"),
        route("/faults", control.faults, "GET"),
        route("/faults", control.add_fault, "POST"),
        route("/faults", control.clear_faults, "DELETE"),
        route("/faults/{number}", control.remove_fault, "DELETE"),
        route("/clock", control.clock, "GET"),
        route("/clock", control.move_clock, "POST"),
        route("/policy", control.policy, "GET"),
        route("/policy", control.change_policy, "POST"),
        route("/purchase-orders", control.purchase_orders, "GET"),
        route("/tokens", control.revoke_tokens, "DELETE"),
        route("/orders/{number}/{move}", control.move_order, "POST"),
        route("/parts/{number}", control.part, "GET"),
        route("/parts/{number}", control.change_part, "POST"),
        route("/events", control.events, "GET"),
        route("/requests", control.exchanges, "GET"),
        route("/webhooks", control.hooks, "GET"),
        route("/webhooks", control.add_hook, "POST"),
        route("/webhooks/{number}", control.remove_hook, "DELETE"),
        route("/deliveries", control.deliveries, "GET"),
        route("/deliveries/{number}/replay", control.replay, "POST"),
        *(route(*row) for row in OfferControl(sandbox).rows()),
        *(route(*each) for each in bill_handlers(sandbox)),
    ]
    return routes_of(rows)


def _guarded(handle: Handler) -> Callable[[Request], Awaitable[Response]]:
    async def guarded(request: Request) -> Response:
        try:
            return JSONResponse(handle(request, await _given(request)))
        except RefusedError as error:
            return JSONResponse({"error": str(error)}, error.status)
        except (ValueError, TypeError) as error:
            return JSONResponse({"error": str(error)}, 400)
        except KeyError as error:
            return JSONResponse({"error": f"there is no {error.args[0]}"}, 404)

    return guarded


async def _given(request: Request) -> Json:
    body = await read_body(request)
    if not body:
        return {}
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise RefusedError(415, "the body should be application/json")
    try:
        given = parse_json(body)
    except ValueError:
        raise RefusedError(400, "the body is not JSON") from None
    if not isinstance(given, dict):
        raise RefusedError(400, "the body should be an object")
    return cast("Json", given)


class _Control:
    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def status(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        return {
            "notice": NOTICE,
            "now": self._sandbox.now().isoformat(),
            "orders": len(self._sandbox.orders),
            "faults": len(self._sandbox.faults.waiting()),
            "late": len(self._sandbox.late),
            "answered": _counts(self._sandbox.answered),
            "webhooks": len(self._sandbox.hooks.registered()),
        }

    def faults(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        return {"faults": [_fault(each) for each in self._sandbox.faults.waiting()]}

    def add_fault(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        only(given, "kind", "operation", "times", "probability", "seconds")
        if "kind" not in given:
            raise ValueError("kind is missing")
        return _fault(self._sandbox.faults.add(**given))

    def clear_faults(self, request: Request, given: Json) -> Json:
        self._sandbox.faults.clear()
        return self.faults(request, given)

    def remove_fault(self, request: Request, given: Json) -> Json:
        number = small_number(request)
        if not self._sandbox.faults.remove(number):
            raise KeyError(f"fault {number}")
        return self.faults(request, given)

    def clock(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        clock = self._sandbox.clock
        return {"now": clock.now().isoformat(), "ahead_seconds": clock.ahead.total_seconds()}

    def move_clock(self, request: Request, given: Json) -> Json:
        only(given, "advance_seconds", "set", "reset")
        clock = self._sandbox.clock
        if given.get("reset", True) is not True:
            raise ValueError(f"reset is {given['reset']!r}; it should be true")
        if "reset" in given:
            clock.reset()
        if "set" in given:
            clock.set(_moment(given["set"]))
        if "advance_seconds" in given:
            seconds = given["advance_seconds"]
            if isinstance(seconds, bool) or not isinstance(seconds, int | float):
                raise ValueError(f"advance_seconds is {seconds!r}; it should be a number")
            clock.advance(seconds=seconds)
        self._sandbox.settle()
        return self.clock(request, given)

    def policy(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        return {**plain_settings(self._sandbox.policy)}

    def change_policy(self, request: Request, given: Json) -> Json:
        only(given, *CHANGEABLE)
        self._sandbox.change_policy(**{name: setting(name, value) for name, value in given.items()})
        return self.policy(request, given)

    def purchase_orders(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        customer = customer_of(request)
        with self._sandbox.lock:
            standing = self._sandbox.purchase_orders(customer)
            placements = self._sandbox.placements(customer)
        return {
            "purchase_orders": {
                name: {"orders": standing.get(name, ()), "placements": count} for name, count in placements.items()
            }
        }

    def revoke_tokens(self, request: Request, given: Json) -> Json:
        self._sandbox.revoke_tokens()
        return self.status(request, given)

    def move_order(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        number = str(request.path_params["number"]).upper()
        try:
            order = self._sandbox.move(number, request.path_params["move"])
        except KeyError:
            raise KeyError(f"order {number}") from None
        return {"number": order.number, "status": order.status}

    def part(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        number = str(request.path_params["number"])
        with self._sandbox.lock:
            found = self._sandbox.catalogue.find(number)
            if found is None:
                raise KeyError(f"part {number}")
            return self._part(found)

    def change_part(self, request: Request, given: Json) -> Json:
        only(given, "price", "stock", "authorised")
        number = str(request.path_params["number"])
        with self._sandbox.lock:
            return self._part(self._sandbox.change_part(number, **_part_change(given)))

    def _part(self, part: Part) -> Json:
        orders = self._sandbox.orders
        return {
            "number": part.number,
            "kind": part.kind.value,
            "price": str(part.price),
            "authorised": part.authorised,
            "stock": {name: orders.stock.left(part, name) for name in orders.stock.warehouses(part)},
            "waiting": {
                name: count for name in orders.stock.warehouses(part) if (count := orders.waiting_for(part, name))
            },
        }

    def events(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        with self._sandbox.lock:
            latest = list(self._sandbox.events)[-LATEST:]
        return {
            "events": [
                {"kind": each.kind, "at": each.at.isoformat(), "order_number": each.order_number} for each in latest
            ]
        }

    def exchanges(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        with self._sandbox.lock:
            return {"requests": [{**asdict(each), "at": each.at.isoformat()} for each in self._sandbox.exchanges]}

    def hooks(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        return {"webhooks": [_hook(each) for each in self._sandbox.hooks.registered()]}

    def add_hook(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        only(given, "url", "secret", "topics")
        topics: object = given.get("topics", [ORDERS_TOPIC])
        # A topic alone counts as a list of one.
        names = cast("list[object]", topics) if isinstance(topics, list) else [topics]
        url, secret = str(given.get("url", "")), str(given.get("secret", ""))
        return _hook(self._sandbox.hooks.add(url, secret, map(str, names)))

    def remove_hook(self, request: Request, given: Json) -> Json:
        number = small_number(request)
        if not self._sandbox.hooks.remove(number):
            raise KeyError(f"webhook {number}")
        return self.hooks(request, given)

    def deliveries(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        return {"deliveries": [_delivery(each) for each in self._sandbox.hooks.deliveries()[-LATEST:]]}

    def replay(self, request: Request, given: Json) -> Json:  # noqa: ARG002 - as all handlers
        return _delivery(self._sandbox.hooks.replay(small_number(request)))


def _part_change(given: Json) -> Json:
    """Return the arguments of `Sandbox.change_part`.

    Raises:
        ValueError: A value has another type; the message names it.
    """
    found: Json = {}
    if "price" in given:
        try:
            found["price"] = Decimal(str(given["price"]))
        except InvalidOperation:
            raise ValueError(f"price is {given['price']!r}; it should be a number, or a number as text") from None
    if "authorised" in given:
        if not isinstance(given["authorised"], bool):
            raise ValueError(f"authorised is {given['authorised']!r}; it should be true or false")
        found["authorised"] = given["authorised"]
    if "stock" in given:
        stock = given["stock"]
        units = list(cast("Json", stock).values()) if isinstance(stock, dict) else [None]
        if not all(isinstance(each, int) and not isinstance(each, bool) for each in units):
            raise ValueError(f"stock is {stock!r}; it should be an object of units by warehouse")
        found["stock"] = stock
    return found


def _moment(given: object) -> datetime:
    try:
        return datetime.fromisoformat(cast("str", given))
    except (TypeError, ValueError):
        raise ValueError(f"set is {given!r}; it should be a moment like 2026-01-01T00:00:00Z") from None


def _counts(answered: Mapping[tuple[str, int], int]) -> Json:
    found: dict[str, dict[str, int]] = {}
    # A copy, since another thread may note a late call meanwhile.
    for (operation, status), count in sorted(dict(answered).items()):
        found.setdefault(operation or "none", {})[str(status or DROPPED)] = count
    return {**found}


def _fault(fault: Fault) -> Json:
    return {
        "number": fault.number,
        "kind": fault.kind.value,
        "operation": fault.operation,
        "times": fault.times,
        "probability": fault.probability,
        "seconds": fault.seconds,
    }


def _hook(hook: Hook) -> Json:
    return {"number": hook.number, "url": hook.url, "topics": list(hook.topics)}


def _delivery(delivery: Delivery) -> Json:
    return {
        "number": delivery.number,
        "url": delivery.hook.url,
        "event_id": delivery.event_id,
        "event_type": delivery.event_type,
        "state": delivery.state.value,
        "tries": [{"at": each.at.isoformat(), "result": each.result} for each in delivery.tries],
        "body": json.loads(delivery.body),
    }
