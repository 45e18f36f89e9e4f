"""An operation of the contract as a value: data that tests can read and that the other modules follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from functools import cached_property
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar, cast
from urllib.parse import parse_qsl

from xi.sdk.resellers._json import is_list, is_object
from xi.sdk.resellers._records import dataclass, field

T_co = TypeVar("T_co", covariant=True)


class Repeat(Enum):
    """Whether a request may be sent again."""

    SAFE = auto()
    """It changes nothing on the server."""
    IDEMPOTENT = auto()
    """Sending it twice has the same effect as once."""
    ONCE = auto()
    """Sending it twice may create two orders."""


class Place(Enum):
    """The part of the request that an argument is sent in."""

    PATH = auto()
    QUERY = auto()
    HEADER = auto()
    FORM = auto()
    BODY = auto()


class Kind(Enum):
    """The type of an argument."""

    TEXT = auto()
    TEXTS = auto()
    """A list; the query key is repeated for each item."""
    NUMBER = auto()
    FLAG = auto()
    DAY = auto()
    """A date, a datetime, or an unambiguous text; sent as yyyy-MM-dd."""
    DAYS = auto()
    """The first and the last day of a range; the query key is repeated. A text without a digit is sent unchanged."""
    MODEL = auto()


SHORT = 10
"""Length up to which a text needs no further check for most parameters, whose limits are higher."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Parameter:
    """One argument of an operation."""

    name: str
    place: Place
    kind: Kind
    wire: str = ""
    required: bool = False
    min_length: int | None = None
    max_length: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    model: str | None = None
    other_model: str | None = None
    """A second model that a body can be of; the parameter after it takes only that one."""
    told_by: tuple[str, ...] = ()
    """Members, by Python names such as `lines.quantity`, that are numbers in a dict for the second model only."""

    @property
    def is_secret(self) -> bool:
        """Whether it is hidden wherever the server sends it back."""
        return self.wire == "client_secret"

    @cached_property
    def is_plain(self) -> bool:
        """Whether every short text is valid."""
        return self.min_length is None and (self.max_length is None or self.max_length >= SHORT)


_NONE: Mapping[int, str] = MappingProxyType({})


class Emptiness(NamedTuple):
    """When a successful answer may be empty; any other empty answer is an error."""

    statuses: frozenset[int]
    """The statuses that an empty answer may have."""
    query: tuple[str, str] | None = None
    """A name and a value that the query has to contain; None if the query does not matter."""

    def fits(self, status: int, target: str) -> bool:
        """Return whether an answer may be empty.

        Args:
            status: the status of the answer.
            target: path and query of the request.
        """
        if status not in self.statuses:
            return False
        if self.query is None:
            return True
        name, value = self.query
        return any(each == name and said.lower() == value for each, said in parse_qsl(target.partition("?")[2]))


class OtherOrder(NamedTuple):
    """The order by position in which another version has some arguments; here they have to be named."""

    version: str
    at: int
    """The index of the first argument that it has in another place."""
    names: tuple[str, ...]
    """Its arguments from there on."""
    is_untold: bool = False
    """Whether the values do not tell which order was meant."""


class Proof(NamedTuple):
    """What a successful answer has to contain; without it, nothing proves that the call had an effect."""

    any_of: tuple[str, ...]
    """Members by their Python names, such as `orders.ingram_order_number`; one of them has to have a text or a number.
    For a list, one of its items has to have it."""
    instead: Mapping[int, str] = _NONE
    """By status: a member that is sufficient too, such as the lines that were rejected."""

    def is_in(self, model: object, status: int) -> bool:
        """Return whether an answer contains it.

        Args:
            model: the answer.
            status: the status of the answer.
        """
        other = self.instead.get(status)
        return any(_holds(model, path.split(".")) for path in (*self.any_of, *([other] if other else ())))


class Listing(NamedTuple):
    """The list of results in the answer to a search; if it cannot be read, this must not look like "nothing found"."""

    items: str
    """The list, by its Python name."""
    wire: str
    """The list, by its name in the answer."""

    def lost(self, model: Any) -> str:
        """Return why the results cannot be read; an empty text if they can."""
        from xi.sdk.resellers.models._unparsed import declared_places  # noqa: PLC0415 - pydantic, loaded with the model

        if getattr(model, self.items):
            return ""
        is_none = getattr(model, "records_found", None) == 0
        lost = {place: raw for place, raw in declared_places(model).items() if place.split("/", 2)[1:2] == [self.wire]}
        if lost and not (is_none and lost.get(f"/{self.wire}") in ("", {})):
            return f"{self.wire} cannot be read"
        if self.items in model.model_fields_set or is_none:
            return ""
        # Without the list, a number such as that of the page is an answer, unless the results may have another name.
        extra: dict[str, Any] = model.model_extra or {}
        if any((is_list(each) or is_object(each)) and each for each in extra.values()):
            return f"{self.wire} is missing, and there is another list or object"
        is_read = any(value is not None for value in model.__dict__.values())
        return "" if is_read else f"{self.wire} is missing, and nothing else can be read"


_NOTHING = frozenset({"", "0", "false", "nan", "none", "null", "true", "undefined"})
"""Texts that programs send if they have no number."""


def _holds(value: Any, path: Sequence[str]) -> bool:
    if isinstance(value, list):
        return any(_holds(each, path) for each in value)  # pyright: ignore[reportUnknownVariableType]
    if path:
        return _holds(member(value, path[0]), path[1:])
    if isinstance(value, (bool, Mapping)):
        return False  # where any value is declared: such as the words of an error in place of a number
    if isinstance(value, str):
        return value.strip().lower() not in _NOTHING and any(map(str.isalnum, value))
    # A part of the answer counts if it has any member.
    return bool(getattr(value, "model_fields_set", value is not None))


def member(value: Any, name: str) -> Any:
    """Return a member by its Python name, also from an object that no model declares, which is a dict."""
    if not isinstance(value, Mapping):
        return getattr(value, name, None)
    kept = cast("Mapping[object, Any]", value)
    if name in kept:
        return kept[name]
    return next(
        (each for key, each in kept.items() if str(key).replace("_", "").lower() == name.replace("_", "")), None
    )


class Subject(NamedTuple):
    """The order that a call is about, to find out what happened to it."""

    customer_order_number: str | None = None
    """The purchase order (PO) number in its body."""
    order_number: str | None = None
    """Ingram Micro's order number, from its path."""


_LIST = "list["


def _without_list(name: str) -> str:
    return name.removeprefix(_LIST).removesuffix("]")


@dataclass(frozen=True, kw_only=True, eq=False)
class Operation(Generic[T_co]):
    """One operation; the type parameter is the result of a successful call."""

    name: str
    method: str
    path: str
    repeat: Repeat
    authorized: bool
    """Whether it is sent with a bearer token."""
    parameters: tuple[Parameter, ...]
    """The parameters, in the order of the Python signature."""
    success: str | None
    """The model of a 2xx with JSON, or `list[...]` of it; None if no 2xx has JSON."""
    success_by_status: Mapping[int, str] = field(default_factory=dict[int, str])
    """The same for statuses with another model."""
    success_by_body: Mapping[str, str] = field(default_factory=dict[str, str])
    """The same for bodies of another model, where the status has no model of its own."""
    other_order: OtherOrder | None = None
    """The order in which another version takes the arguments by position; None if there is one order."""
    empty: Emptiness | None = None
    """When a successful answer may be empty; None for never."""
    proof: Proof | None = None
    """What a successful answer has to contain; None if one member of the model is sufficient."""
    listing: Listing | None = None
    """The list of results in a successful answer; None if the operation is not a search."""
    errors: Mapping[int, str] = field(default_factory=dict[int, str])
    """Models of error bodies, by status."""

    @cached_property
    def content_type(self) -> str | None:
        """The Content-Type of its body; None if it has none."""
        places = {parameter.place for parameter in self.parameters}
        if Place.FORM in places:
            return "application/x-www-form-urlencoded"
        return "application/json" if Place.BODY in places else None

    def result_at(self, status: int, body_model: str | None = None) -> tuple[str | None, bool]:
        """Return the model of a successful answer, and whether the answer is a list of it.

        Args:
            status: the status of the answer.
            body_model: the model of the body that was sent.
        """
        name = self.success_by_status.get(status, self.success_by_body.get(body_model or "", self.success))
        return name and _without_list(name), name is not None and name.startswith(_LIST)

    @cached_property
    def success_models(self) -> tuple[str, ...]:
        """The models that a successful answer may contain."""
        others = (*self.success_by_status.values(), *self.success_by_body.values())
        names = (*([self.success] if self.success else ()), *others)
        return tuple(dict.fromkeys(map(_without_list, names)))

    def may_be_empty(self, status: int, target: str) -> bool:
        """Return whether a successful answer may be empty.

        Args:
            status: the status of the answer.
            target: path and query of the request.
        """
        return self.empty is not None and self.empty.fits(status, target)

    @cached_property
    def leaves_doubt(self) -> bool:
        """Whether a call without an answer may have changed something; a call for a token never does."""
        return self.repeat is not Repeat.SAFE and self.authorized

    @cached_property
    def body_indexes(self) -> tuple[int, ...]:
        """The indexes of the arguments that are a body; there are two if it is of one of two models."""
        return tuple(i for i, each in enumerate(self.parameters) if each.place is Place.BODY)

    @cached_property
    def _order_index(self) -> int | None:
        """The index of the order number among the arguments."""
        return next((i for i, each in enumerate(self.parameters) if each.wire.lower() == "ordernumber"), None)

    def subject(self, arguments: Sequence[Any]) -> Subject:
        """Return the order that a call is about.

        Args:
            arguments: the arguments of the call, in the order of its parameters.
        """
        number = self._order_index
        bodies = [arguments[i] for i in self.body_indexes if arguments[i] is not None]
        po = member(bodies[0], "customer_order_number") if bodies else None
        order = None if number is None else arguments[number]
        return Subject(None if po is None else str(po), None if order is None else str(order))

    @cached_property
    def correlation_index(self) -> int | None:
        """The index of the correlation ID among the arguments; None if there is none."""
        return next((i for i, each in enumerate(self.parameters) if each.wire == "IM-CorrelationID"), None)
