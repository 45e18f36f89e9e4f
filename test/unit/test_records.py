"""The classes that every program imports behave as those of the standard library, and need no heavy modules."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, get_type_hints

import pytest

from xi.sdk.resellers import RetryPolicy, _records

MODULES = (
    *("_client.options", "_core.messages", "_core.observing", "_core.operation", "_core.retry", "_core.throttle"),
    *("_transport.proxies", "_transport.settings", "account", "api_response", "exceptions"),
)


def shop(library: Any) -> dict[str, type]:
    """Return one class of each kind, made by the decorators of a library."""

    @library.dataclass(frozen=True, slots=True)
    class Price:
        """Frozen, with slots."""

        amount: float
        currency: str = "EUR"
        secret: str | None = library.field(default=None, repr=False)
        note: Any = library.field(default=None, compare=False)

        def __post_init__(self) -> None:
            if self.amount < 0:
                raise ValueError("less than nothing")

    @library.dataclass(slots=True, repr=False)
    class Basket:
        """It can change."""

        owner: str
        lines: list[str] = library.field(default_factory=list)

        def __repr__(self) -> str:
            return "a basket"

    @library.dataclass(frozen=True, kw_only=True, eq=False)
    class Shelf:
        """With a dict, and equal to nothing but itself."""

        name: str = "top"
        parts: Mapping[str, int] = library.field(default_factory=dict)
        required: int = library.field(repr=False)

    return {each.__name__: each for each in (Price, Basket, Shelf)}


@dataclasses.dataclass(frozen=True)
class Patient(RetryPolicy):
    """A class of a program."""

    patience: int = 1


OURS, THEIRS = shop(_records), shop(dataclasses)
CALLS: tuple[tuple[str, tuple[Any, ...], dict[str, Any]], ...] = (
    ("Price", (1.5,), {}),
    ("Price", (1.5, "USD", "s"), {"note": [1]}),
    ("Price", (-1,), {}),
    ("Price", (), {}),
    ("Price", (1, "EUR", None, None, 5), {}),
    ("Basket", ("me",), {}),
    ("Basket", ("me", ["x"]), {}),
    ("Basket", (), {"owner": "me", "price": 1}),
    ("Shelf", (), {"required": 1}),
    ("Shelf", (), {}),
    ("Shelf", ("top",), {"required": 1}),
)
USES: dict[str, Callable[[Any], object]] = {
    "repr": repr,
    "equal": lambda made: (made == made, made == copy.copy(made), made == copy.deepcopy(made), made == 1, made != 1),  # noqa: PLR0124
    "hash": lambda made: hash(made) if type(made).__eq__ is not object.__eq__ else None,
    "fields": lambda made: [(each.name, each.type, each.repr, each.compare) for each in dataclasses.fields(made)],
    "is_dataclass": lambda made: (dataclasses.is_dataclass(made), dataclasses.is_dataclass(type(made))),
    "asdict": dataclasses.asdict,
    "replace": lambda made: dataclasses.asdict(dataclasses.replace(made, **first(made))),
    "replace, an unknown field": lambda made: dataclasses.replace(made, colour="red"),
    "assign": lambda made: [setattr(made, name, value) for name, value in first(made).items()],
    "delete": lambda made: [delattr(made, name) for name in first(made)],
    "match": lambda made: type(made).__match_args__,
    "slots": lambda made: (hasattr(made, "__dict__"), getattr(type(made), "__slots__", None)),
    "doc": lambda made: (type(made).__doc__, type(made).__qualname__, type(made).__module__),
    "params": lambda made: {name: getattr(type(made).__dataclass_params__, name) for name in ("frozen", "eq", "repr")},
    "signature": lambda made: str(inspect.signature(type(made))),
    "hints": lambda made: get_type_hints(type(made).__init__),
}


def first(made: Any) -> dict[str, Any]:
    name = dataclasses.fields(made)[0].name
    return {name: getattr(made, name)}


def outcome(work: Callable[[], object]) -> object:
    """Return what work gives, or the type of what it raises, with the text if it is ours."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - whatever it is, the other library should raise the same
        return type(error), str(error)


@pytest.mark.parametrize(("name", "given", "named"), CALLS)
@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_a_class_behaves_as_one_of_the_standard_library(
    name: str, given: tuple[Any, ...], named: dict[str, Any], use: Callable[[Any], object]
) -> None:
    ours = outcome(lambda: use(OURS[name](*given, **named)))
    assert ours == outcome(lambda: use(THEIRS[name](*given, **named)))


def classes() -> list[type]:
    found = {
        each
        for module in MODULES
        for each in vars(import_module(f"xi.sdk.resellers.{module}")).values()
        if isinstance(each, type) and "__record_names__" in vars(each)
    }
    return sorted(found, key=lambda each: each.__name__)


def test_every_module_of_the_list_has_such_a_class() -> None:
    assert {each.__module__.removeprefix("xi.sdk.resellers.") for each in classes()} == set(MODULES)


@pytest.mark.parametrize("kind", classes(), ids=lambda kind: kind.__name__)
def test_the_fields_and_the_signature_of_each_class_agree(kind: Any) -> None:
    fields = dataclasses.fields(kind)
    assert [each.name for each in fields] == [*kind.__annotations__]
    shown = inspect.signature(kind).parameters
    assert [(each.name, each.annotation) for each in shown.values()] == [(each.name, each.type) for each in fields]
    required = {each.name for each in shown.values() if each.default is inspect.Parameter.empty}
    empty = dataclasses.MISSING
    assert required == {each.name for each in fields if each.default is empty and each.default_factory is empty}


def test_a_copy_by_pickle_keeps_all_fields_of_a_subclass_by_the_standard_library() -> None:
    assert pickle.loads(pickle.dumps(Patient(attempts=7, patience=3))) == Patient(attempts=7, patience=3)
    changed = _records.replace(Patient(attempts=7, patience=3), attempts=8)
    assert (changed.attempts, changed.patience) == (8, 3)
    with pytest.raises(dataclasses.FrozenInstanceError, match="attempts"):
        changed.attempts = 9  # type: ignore[misc]


HEAVY = ("dataclasses", "inspect", "uuid", "platform", "pydantic", "asyncio", "dateutil")


def test_a_client_is_made_without_heavy_modules() -> None:
    """Each of them takes milliseconds; pydantic comes with the first call, the others perhaps never."""
    code = f"""
import sys
from xi.sdk.resellers import ApiClient, Configuration, OrdersApi
OrdersApi(ApiClient(Configuration(host="https://api.example.com"), transport=object()))
print([name for name in {HEAVY} if name in sys.modules])
"""
    # Without what coverage starts in each process, since that imports them itself.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run([sys.executable, "-I", "-c", code], env=plain, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
