"""Imports and builds what calls need, before the calls or while they wait for a response."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from xi.sdk.resellers._collector import pause
from xi.sdk.resellers._core import operations
from xi.sdk.resellers._core.call import Call, Sender, build
from xi.sdk.resellers._core.correlation import RecentCalls
from xi.sdk.resellers._core.exchange import Runtime, exchange
from xi.sdk.resellers._core.hosts import split_host
from xi.sdk.resellers._core.lookup import model_class
from xi.sdk.resellers._core.messages import Headers, Response
from xi.sdk.resellers._core.nearness import nearest
from xi.sdk.resellers._core.operation import Operation, Parameter
from xi.sdk.resellers._core.parse import parse
from xi.sdk.resellers._core.throttle import Throttle
from xi.sdk.resellers._records import replace
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError, OpenApiException

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")

_FORMS = ("_with_http_info", "_without_preload_content")
_ready: set[str] = set()
"""Names of the operations whose response models are built."""


def named_operations(given: tuple[object, ...]) -> list[Operation[Any]]:
    """Return the operations that a program names; if it names none, all of the orders family.

    Args:
        given: names of methods, or the methods of an API class or object themselves.

    Raises:
        ApiTypeError: one is neither.
        ApiValueError: there is no such operation.
    """
    if not given:
        from xi.sdk.resellers._core.operations import orders  # noqa: PLC0415 - a program may call none of them

        return [each for each in vars(orders).values() if isinstance(each, Operation)]
    known = [each.lower() for each in operations.__all__]
    found: list[Operation[Any]] = []
    for each in given:
        name = each if isinstance(each, str) else getattr(each, "__name__", None)
        if not isinstance(name, str) or isinstance(each, type):
            raise ApiTypeError(
                f"prepare takes methods of an API or their names, not {type(each).__name__}", argument="operations"
            )
        for form in _FORMS:
            name = name.removesuffix(form)
        if name not in known:
            meant = nearest(name, known)
            hint = f"; did you mean {meant!r}?" if meant else ""
            raise ApiValueError(f"there is no operation {name!r}{hint}", argument="operations")
        found.append(getattr(operations, name.upper()))
    return found


def prepare(given: tuple[object, ...], host: str, transport: object, *, fetches: bool) -> None:
    """Import and build what calls need.

    Args:
        given: the operations, as `named_operations` takes them.
        host: the configured host.
        transport: the transport; that of a test may have no `prepare`.
        fetches: whether a token is fetched first.

    Raises:
        ApiTypeError, ApiValueError: as `Client.prepare`.
    """
    from xi.sdk.resellers.models._types import read_date  # noqa: PLC0415 - pydantic, which others do without

    for each in [*named_operations(given), *([operations.GET_ACCESSTOKEN] if fetches else ())]:
        with pause():
            _build_models(each)
        with suppress(OpenApiException):
            _rehearse(each, host)
    read_date("2000-01-02 00:00")
    origin, _ = split_host(host)
    "prepared".encode("idna")  # as the socket module does with the name of a host
    prepare_transport: Callable[[str], None] | None = getattr(transport, "prepare", None)
    if prepare_transport is not None:
        prepare_transport(origin)


def _build_models(operation: Operation[Any]) -> None:
    """Import and build the models of an operation, and the parts of a body, since programs make these themselves."""
    for parameter in operation.parameters:
        if parameter.model is not None:
            for part in _with_parts(model_class(parameter.model)):
                part.model_rebuild()
                with suppress(ValueError):
                    part.model_validate({})
    for error in set(operation.errors.values()):
        _build(error)
    _build_answers(operation)


def _rehearse(operation: Operation[Any], host: str) -> None:
    """Run a call with a made-up response, so that Python has looked up everything before the first real call."""
    second = operation.body_indexes[1:]
    sample = [_sample(each, is_second=i in second) for i, each in enumerate(operation.parameters)]
    call = build(operation, sample, Sender(host, {"User-Agent": "prepare"}))
    runtime = Runtime(lambda: 0.0, lambda: 0.0, lambda: 0.0, Throttle(nullcontext()), None, RecentCalls())
    flow = exchange(call, runtime, None)
    next(flow)
    try:
        flow.send(Response(200, "OK", Headers([]), b"{}"))
    except StopIteration as end:
        parse(call, end.value, runtime)


def _sample(parameter: Parameter, *, is_second: bool) -> Any:
    if is_second:  # a body is only one of two
        return None
    if parameter.model is not None:
        return model_class(parameter.model).model_construct()
    return "0" * (parameter.min_length or 1) if parameter.required else None


def build_ahead(operation: Operation[Any]) -> None:
    """Import and build the model of an operation's body, unless that was done before."""
    if operation.name not in _ready:
        with pause():
            for index in operation.body_indexes[:1]:  # that of a second model is built when one is sent
                model_class(operation.parameters[index].model or "").model_rebuild()


def building_models(call: Call[T]) -> Call[T]:
    """Return a call that builds the model of its response while it waits for it, unless the model was built before."""
    if call.operation.name in _ready:
        return call
    return call._replace(request=replace(call.request, meanwhile=partial(_build_quietly, call.operation)))


def _build_quietly(operation: Operation[Any]) -> None:
    with suppress(Exception), pause():  # the call that reads the response raises what is wrong with the model
        _build_answers(operation)


def _build_answers(operation: Operation[Any]) -> None:
    for name in operation.success_models:
        _build(name)
    _ready.add(operation.name)


def _build(name: str) -> None:
    """Import and build the model of a response, and use it once, since the first use is slower."""
    model = model_class(name)
    model.model_rebuild()
    with suppress(ValueError):
        model.from_json("{}")


def _with_parts(model: Any) -> Iterator[Any]:
    """Yield a model and the models in its fields, at any depth."""
    left, seen = [model], {model}
    while left:
        each = left.pop()
        yield each
        parts = {part for field in each.model_fields.values() for part in _models_in(field.annotation)}
        left += parts - seen
        seen |= parts


def _models_in(annotation: Any) -> Iterator[Any]:
    if hasattr(annotation, "model_fields"):
        yield annotation
    for each in get_args(annotation):
        yield from _models_in(each)
