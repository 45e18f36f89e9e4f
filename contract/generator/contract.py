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
    """Values it may have."""
    is_closed: bool
    """Whether other values are refused. In an answer they are passed on."""
    spellings: tuple[str, ...]
    later_names: tuple[tuple[str, str], ...]
    """Names in Python that another version has for it, each with the spelling that goes with it."""
    elsewhere: tuple[str, ...]
    """Wire names of the fields in whose objects it comes at times."""
    observed: tuple[tuple[str, str], ...]
    refs: tuple[str, ...]
    secret: bool

    @property
    def declared(self) -> str:
        """The type in the class, with the alias and the limits for pydantic."""
        inner = self.annotation if self.required or self.annotation == "Any" else f"{self.annotation} | None"
        settings = [*self.limits, *(["repr=False"] if self.secret else [])]
        if to_camel(self.name) != self.wire:
            settings.insert(0, f'alias="{self.wire}"')
        return f"Annotated[{inner}, Field({', '.join(settings)})]" if settings else inner

    @property
    def notes(self) -> str:
        """The last column of the model's page."""
        parts = ["" if self.required else "optional", "null is sent when set to None" if self.nullable else ""]
        parts += [limit.replace("_", " ").replace("=", " ") for limit in self.limits]
        listed = "one of" if self.is_closed else "such as"
        parts += [f"{listed} {', '.join(f'`{each}`' for each in self.known)}"] if self.known else []
        parts += [f"also comes as {form} ({evidence})" for form, evidence in self.observed]
        parts += [f"also spelled `{name}`" for name in self.spellings]
        parts += [f"also named **{name}**" for name, _ in self.later_names]
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
    parent: str | None = None
    """The model that it is a subclass of."""
    inherited: tuple[Field, ...] = ()
    """The fields that it has from there and does not declare itself."""

    @property
    def all_fields(self) -> tuple[Field, ...]:
        """Its fields in the order that they have in Python."""
        return (*self.inherited, *self.fields)

    @property
    def refs(self) -> list[str]:
        """The other models in its fields."""
        return sorted({ref for each in self.fields for ref in each.refs} - {self.name})

    @property
    def nullable(self) -> list[str]:
        """Python names of the fields whose None is written as null."""
        return sorted(each.name for each in self.all_fields if each.nullable)

    @property
    def spellings(self) -> dict[str, str]:
        """The contract's wire name for each second spelling."""
        return {spelling: each.wire for each in self.all_fields for spelling in each.spellings}

    @property
    def later_names(self) -> dict[str, str]:
        """The spelling that goes with each name that another version has for a field."""
        return {name: spelling for each in self.all_fields for name, spelling in each.later_names}

    @property
    def elsewhere(self) -> dict[str, tuple[str, ...]]:
        """The fields in whose objects a member comes at times, by its wire name."""
        return {each.wire: each.elsewhere for each in self.fields if each.elsewhere}

    @property
    def base(self) -> str:
        """Its base class: another model, or one of those that are written by hand."""
        if self.parent is not None:
            return self.parent
        return "RequestModel" if self.is_request else "RespelledModel" if self.later_names else "ResponseModel"

    @property
    def base_module(self) -> str:
        """The module of a base class that is written by hand."""
        return "_respelled" if self.base == "RespelledModel" else "_model"


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
    was_required: bool = False
    """Whether version 1.1.0 requires it: it keeps its place in the signature, though it may be left out."""
    by_name: bool = False
    """Whether it can only be given by name."""
    has_default: bool = False
    """Whether the signature has a default: it may be left out, or one before it may be."""
    instead: Parameter | None = None
    """Of a body of two models: the argument for the second one, which can be given here too, told by its class."""
    told_by: tuple[str, ...] = ()
    """Members that are numbers in a dict for the second model; in one for the first, they are text."""

    @property
    def is_secret(self) -> bool:
        """Whether it must never be shown."""
        return self.wire == "client_secret"

    @property
    def notes(self) -> str:
        """The last column of the operation's page."""
        limits = ", ".join(limit.replace("_", " ").replace("=", " ") for limit in self.limits)
        known = f"such as {', '.join(f'`{each}`' for each in self.known)}" if self.known else ""
        needed = "" if self.required else "[optional]"
        if self.instead is not None:
            needed = f"this or `{self.instead.name}`"
        by_name = "by name only" if self.by_name else ""
        return " ".join(part for part in (needed, by_name, limits, known) if part)

    @property
    def is_shown(self) -> bool:
        """Whether an example of a call gives it, and a bound call takes it by position.

        A call with a body is pointless without it, also where the contract lets it be left out.
        """
        return self.required or (self.place == "BODY" and not self.by_name)

    @property
    def annotation_in_signature(self) -> str:
        """The type in a signature."""
        accepted = self.annotation
        if self.instead is not None:
            accepted = f"{self.model} | {self.instead.annotation}"
        return f"{accepted} | None" if self.has_default else accepted


@dataclass(frozen=True)
class Result:
    """The content of a response."""

    model: str
    is_list: bool = False
    bases: tuple[str, ...] = ()
    """The models that its own is a subclass of."""

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
    instead: Result | None = None
    """The result if the body was of the operation's second model; None if it is the same."""

    @property
    def results(self) -> list[Result]:
        """Its results, whatever the body was."""
        return [each for each in (self.result, self.instead) if each]


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
class OtherOrder:
    """The order by position in which another version has some arguments; they have to be named."""

    version: str
    at: int
    """The index of the first argument that it has in another place."""
    names: tuple[str, ...]
    """Its arguments from there on."""
    is_untold: bool
    """Whether the values do not tell which order was meant."""


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
    other_order: OtherOrder | None

    @property
    def placed(self) -> list[Parameter]:
        """The arguments that can be given by position, in their order."""
        return [each for each in self.parameters if not each.by_name]

    @property
    def named(self) -> list[Parameter]:
        """The arguments that can only be given by name."""
        return [each for each in self.parameters if each.by_name]

    @property
    def choice(self) -> Parameter | None:
        """The body, if it is of one of two models."""
        return next((each for each in self.parameters if each.instead is not None), None)

    @property
    def second_body(self) -> str | None:
        """The name of the argument for a body of the second model."""
        return self.choice.instead.name if self.choice and self.choice.instead else None

    @property
    def constant(self) -> str:
        """The name of its constant in `_core/operations`."""
        return self.name.upper()

    @property
    def results(self) -> list[Result]:
        """The different results of successful answers, that of the lowest status first."""
        return list(dict.fromkeys(one for each in self.responses if each.status < "300" for one in each.results))

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
    def success_instead(self) -> str | None:
        """The result for the same statuses if the body was of the second model; None if it makes no difference."""
        return next((each.instead.annotation for each in self.responses if each.instead), None)

    @property
    def may_be_empty(self) -> bool:
        """Whether a successful answer may be empty."""
        return self.empty is not None

    @property
    def returns(self) -> str:
        """The annotation of the plain form's result."""
        return self._returned([each.result for each in self.responses if each.status < "300" and each.result])

    @property
    def returns_instead(self) -> str:
        """The same if the body was of the second model."""
        good = [each for each in self.responses if each.status < "300"]
        return self._returned([one for each in good for one in each.results[-1:]])

    def _returned(self, results: list[Result]) -> str:
        models = {each.model for each in results}
        named = dict.fromkeys(each.annotation for each in results if models.isdisjoint(each.bases))
        return " | ".join([*named, *(["None"] if self.may_be_empty or not named else [])])

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
