"""An operation of the contract as a value: data that a test can read and every other part obeys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import Generic, TypeVar

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


@dataclass(frozen=True, kw_only=True)
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

    @cached_property
    def is_plain(self) -> bool:
        """Whether any short text will do."""
        return self.min_length is None and (self.max_length is None or self.max_length >= SHORT)


@dataclass(frozen=True, kw_only=True)
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
    """The model of any 2xx that carries JSON."""
    may_be_empty: bool
    """Whether a successful answer may carry nothing."""
    errors: Mapping[int, str] = field(default_factory=dict[int, str])
    """Models of error bodies, by status."""

    @cached_property
    def content_type(self) -> str | None:
        """The type of the body it sends."""
        places = {parameter.place for parameter in self.parameters}
        if Place.FORM in places:
            return "application/x-www-form-urlencoded"
        return "application/json" if Place.BODY in places else None

    @cached_property
    def secret_index(self) -> int | None:
        """Which argument no error may repeat, should the server echo it."""
        return next((i for i, each in enumerate(self.parameters) if each.wire == "client_secret"), None)

    @cached_property
    def correlation_index(self) -> int | None:
        """Which argument is the correlation ID."""
        return next((i for i, each in enumerate(self.parameters) if each.wire == "IM-CorrelationID"), None)
