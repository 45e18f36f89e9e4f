"""What the templates speak of: models, fields, operations, parameters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from pydantic.alias_generators import to_camel


class ContractError(Exception):
    """The contract says something the generator has no rule for."""


@dataclass(frozen=True)
class Field:
    """One field of a model."""

    name: str
    wire: str
    annotation: str
    description: str
    documented_type: str
    required: bool
    nullable: bool
    limits: tuple[str, ...]
    spellings: tuple[str, ...]
    observed: tuple[tuple[str, str], ...]
    refs: tuple[str, ...]
    secret: bool

    @property
    def declared(self) -> str:
        """The type as it stands in the class, with the alias and limits pydantic is to know."""
        inner = self.annotation if self.required else f"{self.annotation} | None"
        settings = [*self.limits, *(["repr=False"] if self.secret else [])]
        if to_camel(self.name) != self.wire:
            settings.insert(0, f'alias="{self.wire}"')
        return f"Annotated[{inner}, Field({', '.join(settings)})]" if settings else inner

    @property
    def notes(self) -> str:
        """The last column of the model's page."""
        parts = ["" if self.required else "optional", "null is sent when set to None" if self.nullable else ""]
        parts += [limit.replace("_", " ").replace("=", " ") for limit in self.limits]
        parts += [f"also comes as {form} ({evidence})" for form, evidence in self.observed]
        parts += [f"also spelled `{name}`" for name in self.spellings]
        return "; ".join(part for part in parts if part)


@dataclass(frozen=True)
class Model:
    """One named schema."""

    name: str
    module: str
    description: str
    fields: tuple[Field, ...]
    is_request: bool

    @property
    def refs(self) -> list[str]:
        """The other models its fields are made of."""
        return sorted({ref for each in self.fields for ref in each.refs} - {self.name})

    @property
    def nullable(self) -> list[str]:
        """Python names of the fields whose None goes out as null."""
        return sorted(each.name for each in self.fields if each.nullable)

    @property
    def spellings(self) -> dict[str, str]:
        """Second spellings of wire names, each with the contract's own."""
        return {theirs: each.wire for each in self.fields for theirs in each.spellings}

    @property
    def base(self) -> str:
        """The class of `_model.py` it is built on."""
        return "RequestModel" if self.is_request else "ResponseModel"

    @property
    def helpers(self) -> list[str]:
        """Names its module takes from `_types.py`."""
        return sorted(
            name
            for name in ("Day", "IntOrFloat", "ListOrOne", "Number", "Text", "WholeNumber")
            if any(re.search(rf"\b{name}\b", each.annotation) for each in self.fields)
        )

    def uses(self, word: str) -> bool:
        """Whether a word stands in the type of any field."""
        return any(re.search(rf"\b{word}\b", each.declared) for each in self.fields)


@dataclass(frozen=True)
class Parameter:
    """One argument of an operation, the body included."""

    name: str
    wire: str
    place: str
    kind: str
    annotation: str
    documented_type: str
    required: bool
    description: str
    example: str
    limits: tuple[str, ...] = ()
    model: str | None = None

    @property
    def is_secret(self) -> bool:
        """Whether nothing may show it."""
        return self.wire == "client_secret"


@dataclass(frozen=True)
class Answer:
    """What an operation may be answered with, under one status."""

    status: str
    description: str
    model: str | None
    may_be_null: bool
    headers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Emptiness:
    """When a successful answer may carry nothing."""

    statuses: tuple[int, ...]
    query: tuple[str, str] | None


@dataclass(frozen=True)
class Listing:
    """Where an answer has what was searched for, by the Python name and that on the wire."""

    items: str
    wire: str


@dataclass(frozen=True)
class Proof:
    """What a successful answer has to hold, by Python names."""

    any_of: tuple[str, ...]
    instead: dict[int, str]


@dataclass(frozen=True)
class Operation:
    """One operation, under its Python name."""

    name: str
    tag: str
    method: str
    path: str
    summary: str
    description: str
    repeat: str
    authorized: bool
    parameters: tuple[Parameter, ...]
    answers: tuple[Answer, ...]
    empty: Emptiness | None
    proof: Proof | None
    listing: Listing | None

    @property
    def constant(self) -> str:
        """Its name among the operations."""
        return self.name.upper()

    @property
    def success(self) -> str | None:
        """The model of a successful answer; one model serves all 2xx."""
        models = {answer.model for answer in self._good if answer.model}
        if len(models) > 1:
            raise ContractError(f"{self.name}: more than one model for 2xx: {sorted(models)}")
        return models.pop() if models else None

    @property
    def may_be_empty(self) -> bool:
        """Whether a successful answer may carry nothing."""
        return self.empty is not None

    @property
    def returns(self) -> str:
        """The annotation of the plain form's result."""
        return "None" if self.success is None else self.success + (" | None" if self.may_be_empty else "")

    @property
    def errors(self) -> dict[str, str]:
        """Models of error bodies, by status."""
        return {answer.status: answer.model for answer in self.answers if answer.status >= "300" and answer.model}

    @property
    def sends(self) -> str:
        """The Content-Type it sends."""
        places = {parameter.place for parameter in self.parameters}
        if "FORM" in places:
            return "application/x-www-form-urlencoded"
        return "application/json" if "BODY" in places else "Not defined"

    @property
    def _good(self) -> list[Answer]:
        return [answer for answer in self.answers if answer.status.startswith("2")]


@dataclass(frozen=True)
class Api:
    """The operations of one tag: one class."""

    name: str
    module: str
    description: str
    operations: tuple[Operation, ...]

    @property
    def request_models(self) -> list[str]:
        """Models of bodies."""
        return sorted({p.model for each in self.operations for p in each.parameters if p.model})

    @property
    def answer_models(self) -> list[str]:
        """Models of successful answers."""
        return sorted({each.success for each in self.operations if each.success})

    @property
    def bound_name(self) -> str:
        """The class of its calls for one account."""
        return f"Bound{self.name}"

    @property
    def is_bound(self) -> bool:
        """Whether its calls name the account that makes them."""
        return any(p.wire == "IM-CustomerNumber" for each in self.operations for p in each.parameters)

    @property
    def has_lists(self) -> bool:
        """Whether an argument is a list."""
        return any("Sequence" in p.annotation for each in self.operations for p in each.parameters)

    @property
    def has_dates(self) -> bool:
        """Whether an argument is a date."""
        return any("date" in p.annotation for each in self.operations for p in each.parameters)


@dataclass(frozen=True)
class Contract:
    """Everything the templates need."""

    host: str
    models: tuple[Model, ...]
    apis: tuple[Api, ...]

    @cached_property
    def modules(self) -> dict[str, str]:
        """The module of each model."""
        return {model.name: model.module for model in self.models}
