"""The values that the templates use: models, fields, operations, parameters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pydantic.alias_generators import to_camel


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
    known: tuple[str, ...]
    """Values it may have; others are passed on all the same."""
    spellings: tuple[str, ...]
    elsewhere: tuple[str, ...]
    """Wire names of the fields in whose objects it comes at times."""
    observed: tuple[tuple[str, str], ...]
    refs: tuple[str, ...]
    secret: bool

    @property
    def declared(self) -> str:
        """The type in the class, with the alias and the limits for pydantic."""
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
        parts += [f"such as {', '.join(f'`{each}`' for each in self.known)}"] if self.known else []
        parts += [f"also comes as {form} ({evidence})" for form, evidence in self.observed]
        parts += [f"also spelled `{name}`" for name in self.spellings]
        parts += [f"also found in `{name}`" for name in self.elsewhere]
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
        """The other models in its fields."""
        return sorted({ref for each in self.fields for ref in each.refs} - {self.name})

    @property
    def nullable(self) -> list[str]:
        """Python names of the fields whose None is written as null."""
        return sorted(each.name for each in self.fields if each.nullable)

    @property
    def spellings(self) -> dict[str, str]:
        """The contract's wire name for each second spelling."""
        return {spelling: each.wire for each in self.fields for spelling in each.spellings}

    @property
    def elsewhere(self) -> dict[str, tuple[str, ...]]:
        """The fields in whose objects a member comes at times, by its wire name."""
        return {each.wire: each.elsewhere for each in self.fields if each.elsewhere}

    @property
    def base(self) -> str:
        """Its base class in `_model.py`."""
        return "RequestModel" if self.is_request else "ResponseModel"


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
    known: tuple[str, ...] = ()
    """Values it may have; others are passed on all the same."""
    model: str | None = None

    @property
    def is_secret(self) -> bool:
        """Whether it must never be shown."""
        return self.wire == "client_secret"

    @property
    def notes(self) -> str:
        """The last column of the operation's page."""
        limits = ", ".join(limit.replace("_", " ").replace("=", " ") for limit in self.limits)
        known = f"such as {', '.join(f'`{each}`' for each in self.known)}" if self.known else ""
        return " ".join(part for part in ("" if self.required else "[optional]", limits, known) if part)


@dataclass(frozen=True)
class Result:
    """The content of a response."""

    model: str
    is_list: bool = False

    @property
    def annotation(self) -> str:
        """The type in Python."""
        return f"list[{self.model}]" if self.is_list else self.model

    @property
    def link(self) -> str:
        """The type, with a link to the model's page."""
        return f"{'list of ' if self.is_list else ''}[**{self.model}**](models/{self.model}.md)"


@dataclass(frozen=True)
class Response:
    """The response of an operation with one status."""

    status: str
    description: str
    result: Result | None
    may_be_null: bool
    headers: tuple[str, ...]


@dataclass(frozen=True)
class Emptiness:
    """When a successful answer may be empty."""

    statuses: tuple[int, ...]
    query: tuple[str, str] | None


@dataclass(frozen=True)
class Listing:
    """The list of results in the answer to a search: its Python name and its wire name."""

    items: str
    wire: str


@dataclass(frozen=True)
class Proof:
    """What a successful answer has to contain, by Python names."""

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
    responses: tuple[Response, ...]
    empty: Emptiness | None
    proof: Proof | None
    listing: Listing | None

    @property
    def constant(self) -> str:
        """The name of its constant in `_core/operations`."""
        return self.name.upper()

    @property
    def results(self) -> list[Result]:
        """The different results of successful answers, that of the lowest status first."""
        return list(dict.fromkeys(each.result for each in self.responses if each.status < "300" and each.result))

    @property
    def success(self) -> str | None:
        """The result for each 2xx status that `success_by_status` does not contain."""
        return self.results[0].annotation if self.results else None

    @property
    def success_by_status(self) -> dict[int, str]:
        """The results for the 2xx statuses with a different model."""
        good = {int(each.status): each.result for each in self.responses if each.status < "300" and each.result}
        return {status: result.annotation for status, result in good.items() if result != self.results[0]}

    @property
    def may_be_empty(self) -> bool:
        """Whether a successful answer may be empty."""
        return self.empty is not None

    @property
    def returns(self) -> str:
        """The annotation of the plain form's result."""
        results = [each.annotation for each in self.results]
        return " | ".join([*results, *(["None"] if self.may_be_empty or not results else [])])

    @property
    def errors(self) -> dict[str, str]:
        """Models of error bodies, by status."""
        return {each.status: each.result.model for each in self.responses if each.status >= "300" and each.result}

    @property
    def sends(self) -> str:
        """The Content-Type of its body."""
        places = {parameter.place for parameter in self.parameters}
        if "FORM" in places:
            return "application/x-www-form-urlencoded"
        return "application/json" if "BODY" in places else "Not defined"


@dataclass(frozen=True)
class Api:
    """The operations of one tag: one class, and one family."""

    name: str
    family: str
    description: str
    operations: tuple[Operation, ...]

    @property
    def module(self) -> str:
        """The module of the class."""
        return f"{self.family}_api"

    @property
    def models(self) -> list[str]:
        """Models of bodies and of successful answers."""
        bodies = {p.model for each in self.operations for p in each.parameters if p.model}
        return sorted(bodies | {result.model for each in self.operations for result in each.results})

    @property
    def bound_name(self) -> str:
        """The name of the class with its calls for one account."""
        return f"Bound{self.name}"

    @property
    def is_bound(self) -> bool:
        """Whether its calls have headers for an account."""
        return any(p.wire == "IM-CustomerNumber" for each in self.operations for p in each.parameters)


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

    @cached_property
    def users(self) -> dict[str, list[str]]:
        """The API classes that use each model, also as a part of another model."""
        refs = {model.name: model.refs for model in self.models}
        found: dict[str, list[str]] = {model.name: [] for model in self.models}
        for api in self.apis:
            waiting = list(api.models)
            while waiting:
                name = waiting.pop()
                if api.name not in found[name]:
                    found[name].append(api.name)
                    waiting += refs[name]
        return found
