"""What version 1.3.0 offers is here too, but for what docs/migrating.md lists, name by name."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from importlib import import_module
from itertools import zip_longest
from pathlib import Path
from typing import Any

import xi.sdk.resellers
import xi.sdk.resellers.exceptions
from xi.sdk.resellers import ApiClient, Configuration, models

SURFACE: dict[str, Any] = json.loads((Path(__file__).parent / "surface-1.3.0.json").read_text("utf-8"))
PAGE = (Path(__file__).parents[2] / "docs" / "migrating.md").read_text("utf-8")
PLACES = {4: "fourth", 5: "fifth", 6: "sixth", 11: "eleventh", 16: "sixteenth"}
BY_POSITION = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)


def differences() -> Iterator[str]:
    """Yield what a program of 1.3.0 may name and does not find, or not in the same place."""
    for method, arguments in SURFACE["methods"].items():
        if not method.endswith(("_with_http_info", "_without_preload_content")):
            yield from of_arguments(method, [name for name, _ in arguments])
    yield from of_arguments("Configuration", SURFACE["configuration"]["init"])
    for name, model in SURFACE["models"].items():
        yield from of_model(name, model)
    yield from (f"ApiClient.{name}" for name in SURFACE["client"] if not hasattr(ApiClient, name))
    for module, names in SURFACE["modules"].items():
        here = import_module(module)
        yield from (f"{module.rpartition('.')[2]}.{name}" for name in names if not hasattr(here, name))


def of_arguments(callee: str, published: list[str]) -> Iterator[str]:
    owner, _, name = callee.partition(".")
    here = getattr(xi.sdk.resellers, owner)
    parameters = inspect.signature(getattr(here, name) if name else here).parameters
    yield from (f"{callee}, argument {each}" for each in published if each not in parameters)
    ours = [each for each, parameter in parameters.items() if parameter.kind in BY_POSITION]
    for place, (theirs, own) in enumerate(zip_longest(published, ours), start=0 if name else 1):
        if theirs != own and theirs is not None:
            yield f"{callee}, from the {PLACES[place]} argument"
            return


def of_model(name: str, published: dict[str, Any]) -> Iterator[str]:
    model = getattr(models, name)
    assert import_module(published["module"]).__dict__[name] is model is getattr(xi.sdk.resellers, name)
    assert model.__module__ == published["module"]
    fields = model.model_fields
    for field, wire in published["fields"].items():
        if field not in fields or (fields[field].serialization_alias or field) != wire:
            yield f"{name}.{field}"
    assert {each for each, field in fields.items() if field.is_required()} == set(published["required"]), name


def rows(heading: str) -> list[str]:
    """Return the names in the first column of the table below a heading."""
    section = PAGE.split(f"### {heading}\n")[1].split("\n#")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")][1:]
    cells = [re.split(r"(?<!\\)\|", line)[1].strip() for line in lines]
    return [name.replace("`", "") for cell in cells for name in cell.split("; ")]


def test_the_surface_file_is_whole() -> None:
    assert [len(SURFACE[part]) for part in ("models", "methods", "exceptions", "apis")] == [225, 81, 13, 11]


def test_the_page_lists_all_that_differs_and_nothing_else() -> None:
    listed = rows("Names and order")
    assert sorted(listed) == sorted(differences())


def test_every_exception_of_1_3_0_has_its_bases() -> None:
    for name, published in SURFACE["exceptions"].items():
        bases = [base.__name__ for base in getattr(xi.sdk.resellers.exceptions, name).__mro__[1:]]
        assert [each for each in bases if each in published] == published, name


def test_a_configuration_has_the_attributes_and_methods_of_1_3_0() -> None:
    configuration = Configuration()
    for name in SURFACE["configuration"]["attrs"]:
        value = getattr(configuration, name)
        setattr(configuration, name, value)
    assert [name for name in SURFACE["configuration"]["methods"] if not hasattr(Configuration, name)] == []
    settings = import_module("xi.sdk.resellers.configuration")
    credentials = ("Generic", "OAuth2", "APIKey", "Basic", "Bearer", "BearerFormat", "HTTPSignature")
    for name in ("ServerVariablesT", "HostSetting", "HostSettingVariable", "AuthSettings"):
        assert hasattr(settings, name)
    for name in credentials:
        assert hasattr(settings, f"{name}AuthSetting")


def test_a_star_import_gives_every_class_of_both_versions() -> None:
    given: dict[str, Any] = {}
    exec("from xi.sdk.resellers import *", given)
    wanted = {*SURFACE["apis"], *SURFACE["models"], *SURFACE["modules"]["xi.sdk.resellers"]}
    assert wanted - given.keys() == set()
