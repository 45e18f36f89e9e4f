"""Import lines written for the published package still work, and the import of the package is cheap."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

import xi.sdk.resellers
from xi.sdk.resellers import rest
from xi.sdk.resellers._transport.proxies import SOCKS
from xi.sdk.resellers.api_response import ApiResponse


def in_a_fresh_interpreter(code: str) -> str:
    """Run code in a new interpreter, where the package is not imported yet, and return its output."""
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


LINES = [
    ("from xi.sdk.resellers.rest import ApiException", "ApiException"),
    ("from xi.sdk.resellers.exceptions import NotFoundException", "NotFoundException"),
    ("from xi.sdk.resellers.models.order_detail_b2_b import OrderDetailB2B", "OrderDetailB2B"),
    ("from xi.sdk.resellers.models import OrderCreateRequest", "OrderCreateRequest"),
    ("import xi.sdk.resellers", "xi.sdk.resellers.models.OrderCreateRequest"),
    ("import xi.sdk.resellers", "xi.sdk.resellers.exceptions.ApiException"),
    ("import xi.sdk.resellers", "xi.sdk.resellers.rest.ApiException"),
    ("import xi.sdk.resellers", "xi.sdk.resellers.api.OrdersApi"),
    ("import xi.sdk.resellers", "xi.sdk.resellers.api_client.ApiClient"),
    ("import xi.sdk.resellers", "xi.sdk.resellers.configuration.Configuration"),
    ("import xi.sdk.resellers", "xi.sdk.resellers.api_response.ApiResponse"),
    ("import xi.sdk.resellers as sdk", "sdk.OrdersApi"),
    ("from xi.sdk.resellers.api.orders_api import OrdersApi", "OrdersApi"),
    ("from xi.sdk.resellers.api.accesstoken_api import AccesstokenApi", "AccesstokenApi"),
    ("from xi.sdk.resellers.api import OrdersApi, AccesstokenApi", "AccesstokenApi"),
    ("from xi.sdk.resellers.api_client import ApiClient", "ApiClient"),
    ("from xi.sdk.resellers.configuration import Configuration", "Configuration"),
    ("from xi.sdk.resellers.api_response import ApiResponse", "ApiResponse"),
    ("from xi.sdk.resellers import ApiClient, Configuration, OrdersApi, ApiException", "ApiException"),
    ("from xi.sdk.resellers import *", "OrderSearchResponse"),
]
"""The first line of a program, and what it then uses."""

_EACH_IN_A_FORK = """
import os, sys
import dateutil, pydantic, urllib3
for line, expression in eval(sys.argv[1]):
    if not os.fork():
        exec(line)
        print(eval(expression).__name__, flush=True)
        os._exit(0)
    if os.wait()[1]:
        print("failed:", line, flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_each_old_import_line_works_as_the_first_of_a_program() -> None:
    """Every line is run in a fork of one interpreter that has seen what the package needs, but not the package."""
    command = [sys.executable, "-W", "error", "-c", _EACH_IN_A_FORK, repr(LINES)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    names = [expression.rpartition(".")[2] for _, expression in LINES]
    assert (done.stdout.split("\n"), done.stderr) == ([*names, ""], "")


def test_a_star_import_imports_every_public_name() -> None:
    namespace: dict[str, object] = {}
    exec("from xi.sdk.resellers import *", namespace)
    assert set(xi.sdk.resellers.__all__) <= namespace.keys()
    assert {"OrdersApi", "ApiClient", "Configuration", "ApiException", "OrderCreateRequest"} <= namespace.keys()


def test_the_package_imports_neither_urllib3_nor_pydantic() -> None:
    code = "import sys, xi.sdk.resellers; print({'urllib3', 'pydantic', 'pydantic_core', 'dateutil'} & {*sys.modules})"
    assert in_a_fresh_interpreter(code) == "set()"


def test_a_model_needs_no_transport() -> None:
    code = "import sys; from xi.sdk.resellers import OrderCreateRequest; print('urllib3' in sys.modules)"
    assert in_a_fresh_interpreter(code) == "False"


@pytest.mark.parametrize("module", ["xi.sdk.resellers", "xi.sdk.resellers.models"])
def test_an_unknown_name_raises_an_attribute_error_with_the_name(module: str) -> None:
    assert (
        in_a_fresh_interpreter(
            f"import {module} as it\ntry: it.OrderCreateReqest\nexcept AttributeError as error: print(error)"
        )
        == f"module {module!r} has no attribute 'OrderCreateReqest'"
    )


def test_modules_of_models_are_attributes_without_an_import() -> None:
    code = "import xi.sdk.resellers as x; print(x.models.order_create_request.OrderCreateRequest.__name__)"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert found.stdout.strip() == "OrderCreateRequest"


def test_a_response_of_a_named_type_can_be_made_for_a_mock() -> None:
    made = ApiResponse[str](status_code=200, headers={"A": "b"}, data="text", raw_data=b"")
    assert (made.data, made.headers) == ("text", {"A": "b"})
    with pytest.raises(AttributeError):
        made.status_code = 201  # type: ignore[misc]


def test_all_names_are_there_without_any_extra() -> None:
    extras = ("aiohttp", "jinja2", "opentelemetry", "psycopg", "rich", "sqlalchemy", "starlette", "typer", "uvicorn")
    blocked = f"import sys; sys.modules |= dict.fromkeys({extras}); "
    code = f"{blocked}from xi.sdk.resellers import *; print(OrdersApi.__name__)"
    assert in_a_fresh_interpreter(code) == "OrdersApi"


def test_the_schemes_of_socks_proxies_are_those_that_a_proxy_may_have() -> None:
    assert rest.SUPPORTED_SOCKS_PROXIES == {"socks4", "socks4a", "socks5", "socks5h"} == set(SOCKS)
