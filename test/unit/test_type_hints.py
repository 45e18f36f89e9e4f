"""Frameworks that read annotations at run time can resolve the type hints of every public callable."""

from __future__ import annotations

import inspect
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any, get_type_hints

import pytest

import xi.sdk.resellers
from xi.sdk.resellers import models

MODULES = [
    "",
    *(f".{name}" for name in ("aio", "api", "api_client", "api_response", "exceptions", "outcomes", "paging", "rest")),
    *(f".{name}" for name in ("statuses", "testing", "webhooks", "shipments", "part_numbers", "otel", "approvals")),
    *(f".{name}" for name in ("prices", "quotes", "catalog_walk", "expiring", "invoice_matching", "stock_mirror")),
    *(f".{name}" for name in ("ordering", "ordering.aio")),
]


def callables() -> Iterator[tuple[str, Any]]:
    """Every public function, class, and function of a class, by its full name."""
    for module in (import_module(f"xi.sdk.resellers{name}") for name in MODULES):
        for name in getattr(module, "__all__", None) or (each for each in vars(module) if not each.startswith("_")):
            value = getattr(module, name)
            home = str(getattr(value, "__module__", ""))
            if home != module.__name__ and not (hasattr(module, "__all__") and home.startswith("xi.sdk.resellers")):
                continue
            if inspect.isfunction(value):
                yield value.__qualname__, value
            if inspect.isclass(value) and value.__name__ not in models.__all__:
                yield value.__qualname__, value
                for key, held in vars(value).items():
                    if key == "__init__" or not key.startswith("_"):
                        inner = held.fget if isinstance(held, property) else getattr(held, "__func__", held)
                        if inspect.isfunction(inner):
                            yield inner.__qualname__, inner


CALLABLES = sorted(dict(callables()).items())


def test_the_public_callables_are_found() -> None:
    names = dict(CALLABLES)
    assert {"Configuration.__init__", "AsyncApiClient.__init__", "BoundOrdersApi.put_ordermodify"} <= names.keys()
    assert len(names) > 100


def test_the_type_hints_of_every_public_callable_can_be_resolved() -> None:
    for name, value in CALLABLES:
        try:
            get_type_hints(value)
        except NameError as error:  # pragma: no cover - says where
            pytest.fail(f"{name}: {error}")


@pytest.mark.parametrize("name", models.__all__)
def test_the_type_hints_of_every_model_can_be_resolved(name: str) -> None:
    model = getattr(models, name)
    assert get_type_hints(model).keys() >= model.model_fields.keys()
    shown = inspect.signature(model).parameters
    assert list(shown)[:-1] == list(model.model_fields)
    model.model_construct().to_dict()  # which builds what was deferred
    assert inspect.signature(model).parameters == shown


def test_type_hints_need_no_import_before_they_are_used() -> None:
    code = (
        "import sys; from xi.sdk.resellers import OrdersApi, paging, outcomes, rest;"
        "print([each for each in ('pydantic', 'urllib3', 'dateutil', 'aiohttp') if each in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_both_orders_apis_take_the_same_calls_and_options() -> None:
    for package in (xi.sdk.resellers, xi.sdk.resellers.aio):
        plain, bound = package.OrdersApi, package.BoundOrdersApi
        calls = {name for name in vars(plain) if not name.startswith("_")} - {"bound"}
        assert calls == {name for name in vars(bound) if not name.startswith("_")}
        for name in calls:
            given = inspect.signature(getattr(plain, name)).parameters
            filled = {"im_customer_number", "im_country_code"}
            if given["im_sender_id"].default is None:
                filled.add("im_sender_id")
            assert inspect.signature(getattr(bound, name)).parameters.keys() == given.keys() - filled, name


def test_help_lists_the_fields_of_a_model_and_the_filters_of_a_search() -> None:
    shown = inspect.getdoc(models.OrderCreateRequest) or ""
    assert "customer_order_number (str): " in shown
    assert "lines (list of OrderCreateRequestLinesInner): " in shown
    filters = inspect.getdoc(xi.sdk.resellers.paging.orders) or ""
    for name in xi.sdk.resellers.paging.Filters.__annotations__:
        assert name in filters


def test_a_subclass_of_a_model_with_its_own_constructor_keeps_its_signature() -> None:
    class Line(models.OrderCreateRequestLinesInner):
        def __init__(self, part: str) -> None:
            super().__init__(ingram_part_number=part)

    assert list(inspect.signature(Line).parameters) == ["part"]
    assert Line("AB12").ingram_part_number == "AB12"
