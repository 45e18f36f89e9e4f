"""This package has everything that the published package 1.1.0 offers, with the same names and order."""

from __future__ import annotations

import inspect
import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import xi.sdk.resellers
import xi.sdk.resellers.exceptions
import xi.sdk.resellers.models
from xi.sdk.resellers import ApiException, ApiResponse, Configuration

SURFACE: dict[str, Any] = json.loads((Path(__file__).parent / "surface.json").read_text(encoding="utf-8"))
"""The public surface of the published package 1.1.0: only names, order, and which arguments are optional."""
FORMS = ("", "_with_http_info", "_without_preload_content")


SENDER = {
    "companyName": "Reseller",
    "contact": "Ann",
    "addressLine1": "1 Elm Street",
    "city": "Buffalo",
    "state": "NY",
    "postalCode": "14201",
    "countryCode": "US",
    "email": "ann@reseller.example",
    "phoneNumber": "7165550100",
}
REQUIRED: dict[str, dict[str, Any]] = {
    "ReturnsCreateRequestListInner": {
        "invoiceNumber": "31-1",
        "invoiceDate": "2026-05-13",
        "quantity": 1,
        "primaryReason": "a",
        "secondaryReason": "b",
        "numberOfBoxes": 1,
        "shipFromInfo": [SENDER],
    },
}
"""What a model needs that has required fields of other types than text."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that has the argument one case for each method, model or exception of the surface."""
    for argument, part in (("method", "methods"), ("model", "models"), ("exception", "exceptions")):
        if argument in metafunc.fixturenames:
            metafunc.parametrize(argument, sorted(SURFACE[part]))


@pytest.fixture(scope="module")
def surface() -> dict[str, Any]:
    return SURFACE


def found(dotted: str) -> Any:
    """Return a method such as `OrdersApi.put_ordermodify`."""
    owner, name = dotted.split(".")
    return getattr(getattr(xi.sdk.resellers, owner), name)


def type_of(model: str) -> Any:
    return getattr(xi.sdk.resellers.models, model)


def test_the_surface_file_is_complete(surface: dict[str, Any]) -> None:
    """With an empty file every other test here would pass."""
    assert len(surface["models"]) == 195
    assert len(surface["methods"]) == 75
    assert len(surface["apis"]) == 11
    assert len(surface["exceptions"]) == 11
    plain = {name for name in surface["methods"] if not name.endswith(FORMS[1:])}
    assert set(surface["methods"]) == {name + form for name in plain for form in FORMS}


def test_every_method_takes_its_arguments_in_the_published_order(method: str, surface: dict[str, Any]) -> None:
    parameters = list(inspect.signature(found(method)).parameters.values())
    published = surface["methods"][method]
    assert [each.name for each in parameters[: len(published)]] == [name for name, _ in published]
    added = parameters[len(published) :]
    assert all(each.kind is inspect.Parameter.KEYWORD_ONLY for each in added), "only keyword-only ones may be added"
    assert all(each.default is not inspect.Parameter.empty for each in added)


LEFT_OUT = {
    "DealsApi.get_resellers_v6_dealsdetails": {"im_environment", "deal_id"},
    "OrdersApi.post_createorder_v7": {"async_order_create_dto"},
    "ProductCatalogApi.post_priceandavailability": {"price_and_availability_request"},
}
"""Required arguments that have a default here, for programs of 1.3.0, which do not give them, or not in this place."""


def test_every_argument_is_optional_if_it_was_optional(method: str, surface: dict[str, Any]) -> None:
    parameters = inspect.signature(found(method)).parameters
    left_out = next((names for name, names in LEFT_OUT.items() if method.startswith(name)), set())
    for name, optional in surface["methods"][method]:
        assert (parameters[name].default is not inspect.Parameter.empty) is (optional or name in left_out), name


def test_every_api_is_in_the_package_in_api_and_in_its_own_module(surface: dict[str, Any]) -> None:
    for name, module in surface["apis"].items():
        here = getattr(xi.sdk.resellers, name)
        assert here is getattr(import_module("xi.sdk.resellers.api"), name) is getattr(import_module(module), name)
        assert here.__module__ == module


def test_every_published_module_has_its_names_but_those_of_its_inside(surface: dict[str, Any]) -> None:
    gone = {
        f"{module}.{name}"
        for module, names in surface["modules"].items()
        for name in names
        if not hasattr(import_module(module), name)
    }
    assert gone == {"xi.sdk.resellers.rest.RESTClientObject", "xi.sdk.resellers.rest.RESTResponse"}


def test_every_argument_can_be_given_by_position_and_by_name(method: str, surface: dict[str, Any]) -> None:
    parameters = inspect.signature(found(method)).parameters
    for name, _ in surface["methods"][method]:
        assert parameters[name].kind is inspect.Parameter.POSITIONAL_OR_KEYWORD, name


def test_every_optional_argument_defaults_to_none_or_the_first_host(method: str, surface: dict[str, Any]) -> None:
    parameters = inspect.signature(found(method)).parameters
    for name, optional in surface["methods"][method]:
        if optional:
            assert parameters[name].default == (0 if name == "_host_index" else None), name


def test_every_method_has_the_published_options_of_a_call(method: str) -> None:
    options = [name for name in inspect.signature(found(method)).parameters if name.startswith("_")]
    assert options[:5] == ["_request_timeout", "_request_auth", "_content_type", "_headers", "_host_index"]


def test_every_model_is_in_the_package_in_models_and_in_its_own_module(model: str, surface: dict[str, Any]) -> None:
    here = type_of(model)
    assert getattr(xi.sdk.resellers, model) is here
    assert getattr(import_module(surface["models"][model]["module"]), model) is here
    assert here.__name__ == model
    assert here.__module__ == surface["models"][model]["module"]


def test_every_model_has_its_published_fields_and_wire_names(model: str, surface: dict[str, Any]) -> None:
    fields = type_of(model).model_fields
    wire = {name: field.serialization_alias or name for name, field in fields.items()}
    assert wire.items() >= surface["models"][model]["fields"].items()


def test_every_model_has_the_published_required_fields(model: str, surface: dict[str, Any]) -> None:
    required = {name for name, field in type_of(model).model_fields.items() if field.is_required()}
    assert required == set(surface["models"][model]["required"])


def test_every_model_can_be_written_and_read_with_its_published_methods(model: str, surface: dict[str, Any]) -> None:
    """Required fields and an unknown key are in the result of to_json and to_dict."""
    here = type_of(model)
    document = {**REQUIRED.get(model, {}), "kept": "as an extra"}
    if model not in REQUIRED:
        document |= {surface["models"][model]["fields"][name]: "0" for name in surface["models"][model]["required"]}
    made = here.from_dict(document)
    assert isinstance(made, here)
    assert json.loads(made.to_json()) == document
    assert made.to_dict().keys() == document.keys()
    assert here.from_json(made.to_json()) == made
    assert "as an extra" in made.to_str()
    assert here.from_dict(None) is None


def test_every_model_has_the_published_methods(model: str, surface: dict[str, Any]) -> None:
    for name in surface["model_methods"]:
        assert callable(getattr(type_of(model), name)), name


def test_the_methods_of_models_have_their_published_parameters() -> None:
    request = xi.sdk.resellers.models.OrderCreateRequest
    assert request.from_json(json_str='{"customerOrderNumber": "PO-1"}').customer_order_number == "PO-1"
    by_name = request.from_dict(obj={"customerOrderNumber": "PO-1"})
    assert by_name is not None
    assert by_name.to_json() == '{"customerOrderNumber":"PO-1"}'
    assert by_name.to_str() == "{'customerOrderNumber': 'PO-1'}"


def test_configuration_takes_its_arguments_in_the_published_order(surface: dict[str, Any]) -> None:
    parameters = list(inspect.signature(Configuration).parameters.values())
    published = surface["configuration"]["init"]
    assert [each.name for each in parameters[: len(published)]] == published
    assert all(each.default is None for each in parameters[: len(published)])
    assert all(each.kind is inspect.Parameter.KEYWORD_ONLY for each in parameters[len(published) :])
    assert all(each.default is not inspect.Parameter.empty for each in parameters)


def test_configuration_stores_its_arguments() -> None:
    configuration = Configuration(
        "https://sandbox.example/base",
        {"scheme": "key"},
        {"scheme": "Token"},
        "user",
        "password",
        "bearer",
        None,
        {"region": "eu"},
        {"op": 0},
        {"op": {"region": "us"}},
        "/certificates.pem",
    )
    assert configuration.host == "https://sandbox.example/base"
    assert configuration.get_api_key_with_prefix("scheme") == "Token key"
    assert configuration.username == "user"
    assert configuration.password == "password"
    assert configuration.access_token == "bearer"
    assert configuration.server_variables == {"region": "eu"}
    assert configuration.server_operation_index == {"op": 0}
    assert configuration.server_operation_variables == {"op": {"region": "us"}}
    assert configuration.ssl_ca_cert == "/certificates.pem"


def test_configuration_has_the_published_attributes_and_they_can_be_set(surface: dict[str, Any]) -> None:
    configuration = Configuration()
    for name in surface["configuration"]["attrs"]:
        value = getattr(configuration, name)
        setattr(configuration, name, value)
        assert getattr(configuration, name) == value, name


def test_configuration_has_the_published_methods_and_properties(surface: dict[str, Any]) -> None:
    properties = {"debug", "host", "logger_file", "logger_format"}
    for name in surface["configuration"]["methods"]:
        here = inspect.getattr_static(Configuration, name)
        assert isinstance(here, property) is (name in properties), name
        assert isinstance(here, property) or callable(getattr(Configuration, name)), name


def test_the_default_host_is_the_published_one() -> None:
    assert Configuration().host == "https://api.ingrammicro.com:443"


def test_every_exception_has_its_published_bases(exception: str, surface: dict[str, Any]) -> None:
    here = getattr(xi.sdk.resellers.exceptions, exception)
    bases = [base.__name__ for base in here.__mro__[1:]]
    published = surface["exceptions"][exception]
    assert [name for name in bases if name in published] == published


@pytest.mark.parametrize(
    "name",
    ["OpenApiException", "ApiTypeError", "ApiValueError", "ApiKeyError", "ApiAttributeError", "ApiException"],
)
def test_the_published_exceptions_are_exported(name: str) -> None:
    assert getattr(xi.sdk.resellers, name) is getattr(xi.sdk.resellers.exceptions, name)


def test_an_api_exception_has_its_published_attributes() -> None:
    error = ApiException(404, "Not Found", body="{}", data={"a": 1})
    assert (error.status, error.reason, error.body, error.data, error.headers) == (
        404,
        "Not Found",
        "{}",
        {"a": 1},
        None,
    )


def test_an_api_response_has_its_published_fields(surface: dict[str, Any]) -> None:
    response = ApiResponse(status_code=200, headers={"A": "b"}, data=1, raw_data=b"1")
    values = [getattr(response, name) for name in surface["api_response_fields"]]
    assert values == [200, {"A": "b"}, 1, b"1"]


@pytest.mark.parametrize(
    ("module", "names"),
    [
        (
            "api.orders_api",
            """ApiClient ApiResponse AsyncOrderCreateDTO AsyncOrderCreateResponse OrderCreateRequest OrderCreateResponse
            OrderDetailB2B OrderModifyRequest OrderModifyResponse OrderSearchResponse RESTResponseType date""",
        ),
        ("api.accesstoken_api", "AccesstokenResponse ApiClient ApiResponse RESTResponseType"),
        (
            "api_client",
            """ApiException ApiResponse ApiValueError BadRequestException Configuration ForbiddenException
            NotFoundException ServiceException UnauthorizedException rest""",
        ),
        ("models.order_modify_request", "OrderModifyRequestLinesInner OrderModifyRequestShipToInfo"),
    ],
)
def test_names_that_a_published_module_imported_can_be_imported_from_it(module: str, names: str) -> None:
    here = import_module(f"xi.sdk.resellers.{module}")
    for name in names.split():
        assert getattr(here, name) is not None
    with pytest.raises(AttributeError, match="Nonsense"):
        here.Nonsense  # noqa: B018 - the access is the test


def test_every_model_lists_its_wire_names_as_it_did(model: str, surface: dict[str, Any]) -> None:
    listed = getattr(type_of(model), f"_{model}__properties")
    assert set(listed) >= set(surface["models"][model]["fields"].values())
