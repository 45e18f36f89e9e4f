"""An operation of the contract as a value: data that a test can read and every other part obeys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar, cast
from urllib.parse import parse_qsl

T_co = TypeVar("T_co", covariant=True)


class Repeat(Enum):
    """How safe it is to send a request again."""

    SAFE = auto()
    """It changes nothing."""
    IDEMPOTENT = auto()
    """Twice is as good as once."""
    ONCE = auto()
    """Twice may be two orders."""


class Place(Enum):
    """Where an argument goes."""

    PATH = auto()
    QUERY = auto()
    HEADER = auto()
    FORM = auto()
    BODY = auto()


class Kind(Enum):
    """What an argument may be."""

    TEXT = auto()
    TEXTS = auto()
    """A list; its query key is repeated."""
    NUMBER = auto()
    FLAG = auto()
    DAY = auto()
    """A date, a datetime, or text that can be read in one way only; yyyy-MM-dd on the wire."""
    DAYS = auto()
    """The first and the last day of a range; its query key is repeated. Text without a digit goes as it is."""
    MODEL = auto()


SHORT = 10
"""Characters; most published limits are higher, and texts within it need no closer look."""


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

    @property
    def is_secret(self) -> bool:
        """Whether nothing may repeat it, should the server echo it."""
        return self.wire == "client_secret"

    @cached_property
    def is_plain(self) -> bool:
        """Whether any short text will do."""
        return self.min_length is None and (self.max_length is None or self.max_length >= SHORT)


_NONE: Mapping[int, str] = MappingProxyType({})


class Emptiness(NamedTuple):
    """When a successful answer may carry nothing; any other empty one is not what the server meant to say."""

    statuses: frozenset[int]
    """The statuses it may come with."""
    query: tuple[str, str] | None = None
    """What the call has to ask for in its query, as name and value; None where it does not matter."""

    def fits(self, status: int, target: str) -> bool:
        """Tell whether an answer may be empty.

        Args:
            status: of the answer.
            target: path and query of the request.
        """
        if status not in self.statuses:
            return False
        if self.query is None:
            return True
        name, value = self.query
        return any(each == name and said.lower() == value for each, said in parse_qsl(target.partition("?")[2]))


class Proof(NamedTuple):
    """What a successful answer has to hold for the call to have done something; without it nothing is proven."""

    any_of: tuple[str, ...]
    """Members by their Python names, one of which holds a text or a number: `orders.ingram_order_number`. A list on
    the way counts where one of its items has it."""
    instead: Mapping[int, str] = _NONE
    """By status: a member that may stand in for those, such as the lines that were rejected."""

    def is_in(self, model: object, status: int) -> bool:
        """Tell whether an answer holds it.

        Args:
            model: the answer.
            status: of the answer.
        """
        other = self.instead.get(status)
        return any(_holds(model, path.split(".")) for path in (*self.any_of, *([other] if other else ())))


class Listing(NamedTuple):
    """Where an answer has what was searched for: what cannot be read must not look as if nothing was found."""

    items: str
    """The list, by its Python name."""
    wire: str
    """The list, by its name in the answer."""

    def lost(self, model: Any) -> str:
        """Say why an answer does not tell what was found; nothing where it does."""
        if getattr(model, self.items):
            return ""
        is_lost = any(pointer.split("/", 2)[1:2] == [self.wire] for pointer in model.unparsed)
        return f"{self.wire} cannot be read" if is_lost else ""


_NOTHING = frozenset({"", "0", "false", "nan", "none", "null", "true", "undefined"})
"""What programs write where they have no number."""


def _holds(value: Any, path: Sequence[str]) -> bool:
    if isinstance(value, list):
        return any(_holds(each, path) for each in value)  # pyright: ignore[reportUnknownVariableType]
    if path:
        return _holds(_member(value, path[0]), path[1:])
    if isinstance(value, str):
        return value.strip().lower() not in _NOTHING and any(map(str.isalnum, value))
    # A part of the answer counts if anything was said of it.
    return bool(getattr(value, "model_fields_set", value is not None))


def _member(value: Any, name: str) -> Any:
    """A member by its Python name, also of an object that the model does not know and keeps as it came."""
    if not isinstance(value, Mapping):
        return getattr(value, name, None)
    kept = cast("Mapping[object, Any]", value)
    if name in kept:
        return kept[name]
    return next(
        (each for key, each in kept.items() if str(key).replace("_", "").lower() == name.replace("_", "")), None
    )


class Subject(NamedTuple):
    """What a call is about, for whoever has to find out what became of it."""

    customer_order_number: str | None = None
    """The purchase order (PO) that its body names."""
    order_number: str | None = None
    """Ingram Micro's number of the order, from its path."""


_LIST = "list["


def _without_list(name: str) -> str:
    return name.removeprefix(_LIST).removesuffix("]")


@dataclass(frozen=True, kw_only=True, eq=False)
class Operation(Generic[T_co]):
    """One operation; the type parameter is what a successful call gives."""

    name: str
    method: str
    path: str
    repeat: Repeat
    authorized: bool
    """Whether it needs a bearer token."""
    parameters: tuple[Parameter, ...]
    """In the order of the Python signature."""
    success: str | None
    """The model of a 2xx that carries JSON, or `list[...]` of it; None where none does."""
    success_by_status: Mapping[int, str] = field(default_factory=dict[int, str])
    """The same for the statuses that have a model of their own."""
    empty: Emptiness | None = None
    """When a successful answer may carry nothing; None for never."""
    proof: Proof | None = None
    """What a successful answer has to hold; None where any object will do that has a member of the model."""
    listing: Listing | None = None
    """Where a successful answer has what was searched for; None where it is no list."""
    errors: Mapping[int, str] = field(default_factory=dict[int, str])
    """Models of error bodies, by status."""

    @cached_property
    def content_type(self) -> str | None:
        """The type of the body it sends."""
        places = {parameter.place for parameter in self.parameters}
        if Place.FORM in places:
            return "application/x-www-form-urlencoded"
        return "application/json" if Place.BODY in places else None

    def result_at(self, status: int) -> tuple[str | None, bool]:
        """Return the model of a successful answer, and whether the answer is a list of it.

        Args:
            status: of the answer.
        """
        name = self.success_by_status.get(status, self.success)
        return name and _without_list(name), name is not None and name.startswith(_LIST)

    @cached_property
    def answer_models(self) -> tuple[str, ...]:
        """Every model that a successful answer may hold."""
        names = (*([self.success] if self.success else ()), *self.success_by_status.values())
        return tuple(dict.fromkeys(map(_without_list, names)))

    def may_be_empty(self, status: int, target: str) -> bool:
        """Tell whether a successful answer may carry nothing.

        Args:
            status: of the answer.
            target: path and query of the request.
        """
        return self.empty is not None and self.empty.fits(status, target)

    @cached_property
    def leaves_doubt(self) -> bool:
        """Whether something may be done that nobody knows of, where its answer is missing; a token is nothing."""
        return self.repeat is not Repeat.SAFE and self.authorized

    @cached_property
    def _subject_indexes(self) -> tuple[int | None, int | None]:
        """Which argument is the body, and which the number of an order."""
        parameters = list(enumerate(self.parameters))
        body = next((i for i, each in parameters if each.place is Place.BODY), None)
        order = next((i for i, each in parameters if each.wire.lower() == "ordernumber"), None)
        return body, order

    def subject(self, arguments: Sequence[Any]) -> Subject:
        """Return what a call is about.

        Args:
            arguments: of the call, in the order of its parameters.
        """
        body, number = self._subject_indexes
        po = None if body is None else _member(arguments[body], "customer_order_number")
        order = None if number is None else arguments[number]
        return Subject(None if po is None else str(po), None if order is None else str(order))

    @cached_property
    def correlation_index(self) -> int | None:
        """Which argument is the correlation ID."""
        return next((i for i, each in enumerate(self.parameters) if each.wire == "IM-CorrelationID"), None)
