"""Calls as 1.1.0 and as 1.3.0 write them: told apart where that is possible, else refused with the names to use."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from xi.sdk.resellers import (
    Account,
    ApiClient,
    ApiException,
    ApiTypeError,
    ApiValueError,
    AsyncOrderCreateDTO,
    AsyncOrderCreateResponse,
    Configuration,
    DealsApi,
    OrderCreateV7Request,
    OrderCreateV7Response,
    OrderCreateV7Response201,
    OrdersApi,
    ProductCatalogApi,
    RenewalsApi,
    ReturnsApi,
    aio,
)
from xi.sdk.resellers.testing import AT_ONCE, Answer, AsyncScriptedTransport, ScriptedTransport, SentRequest

WHO = ("20-222222", "US", "c-1")
RECEIPT = {"confirmationNumber": "US-1"}
OLD = AsyncOrderCreateDTO(customer_order_number="PO-1")
NEW = OrderCreateV7Request(customer_order_number="PO-1")
CONFIGURATION = Configuration(access_token="t", retry=AT_ONCE, account=Account("20-222222", "US"))


def asked(api: Any, name: str, answer: Answer, *arguments: Any, **named: Any) -> tuple[Any, SentRequest]:
    """Return the result of a call, and what was sent."""
    with ScriptedTransport(answer) as script:
        result = getattr(api(ApiClient(CONFIGURATION, transport=script)), name)(*arguments, **named)
    return result, script.request


def refused(api: Any, name: str, *arguments: Any, **named: Any) -> ApiTypeError | ApiValueError:
    """Return the error of a call that sends nothing."""
    with ScriptedTransport() as script, pytest.raises((ApiTypeError, ApiValueError)) as caught:
        getattr(api(ApiClient(CONFIGURATION, transport=script)), name)(*arguments, **named)
    return caught.value


# The v7 create


def lines(**member: Any) -> dict[str, Any]:
    return {"lines": [{"quantity": "1"}, member]}


@pytest.mark.parametrize(
    ("arguments", "named", "model"),
    [
        ([OLD], {}, AsyncOrderCreateResponse),
        ([], {"async_order_create_dto": OLD}, AsyncOrderCreateResponse),
        ([{"lines": [{"quantity": "1", "unitPrice": "2.5"}]}], {}, AsyncOrderCreateResponse),
        ([{}], {}, AsyncOrderCreateResponse),
        ([NEW], {}, OrderCreateV7Response201),
        ([], {"order_create_v7_request": NEW}, OrderCreateV7Response201),
        ([], {"order_create_v7_request": {"lines": [{"quantity": "1"}]}}, OrderCreateV7Response201),
        ([lines(quantity=2)], {}, OrderCreateV7Response201),
        ([lines(unitPrice=2.5)], {}, OrderCreateV7Response201),
        ([lines(unit_price=Decimal("2.50"))], {}, OrderCreateV7Response201),
        ([lines(quantity=True)], {}, None),
    ],
)
def test_the_body_of_a_v7_create_decides_what_is_sent_and_returned(
    arguments: list[Any], named: dict[str, Any], model: type[Any] | None
) -> None:
    if model is None:
        assert "quantity" in str(refused(OrdersApi, "post_createorder_v7", *WHO, *arguments, **named))
        return
    for form in ("post_createorder_v7", "post_createorder_v7_with_http_info"):
        result, _ = asked(OrdersApi, form, Answer(200, RECEIPT), *WHO, *arguments, **named)
        assert type(getattr(result, "data", result)) is model
    created, _ = asked(OrdersApi, "post_createorder_v7", Answer(201, RECEIPT), *WHO, *arguments, **named)
    assert type(created) is OrderCreateV7Response
    assert isinstance(created, OrderCreateV7Response201)
    assert isinstance(created, AsyncOrderCreateResponse)


def test_each_body_of_a_v7_create_is_written_as_its_version_writes_it() -> None:
    _, old = asked(OrdersApi, "post_createorder_v7", Answer(200, RECEIPT), *WHO, {"lines": [{"quantity": "2"}]})
    _, new = asked(OrdersApi, "post_createorder_v7", Answer(200, RECEIPT), *WHO, {"lines": [{"quantity": 2}]})
    assert [each.json["lines"][0]["quantity"] for each in (old, new)] == ["2", 2]


def test_a_201_with_orders_and_without_a_receipt_is_an_answer() -> None:
    body = {"topic": "resellers/orders", "resource": {"orders": [{"ingramOrderNumber": "20-RD128"}]}}
    result, _ = asked(OrdersApi, "post_createorder_v7", Answer(201, body), *WHO, NEW)
    assert result.resource.orders[0].ingram_order_number == "20-RD128"


@pytest.mark.parametrize("named", [{}, {"async_order_create_dto": OLD, "order_create_v7_request": NEW}])
def test_a_v7_create_needs_one_body(named: dict[str, Any]) -> None:
    error = refused(OrdersApi, "post_createorder_v7", *WHO, **named)
    assert "give async_order_create_dto or order_create_v7_request, one of the two" in str(error)


def test_a_body_of_the_other_model_under_a_name_is_refused_unless_its_class_tells_it() -> None:
    error = refused(OrdersApi, "post_createorder_v7", *WHO, order_create_v7_request=OLD)
    assert "order_create_v7_request should be of type OrderCreateV7Request or a dict" in str(error)


def test_the_body_decides_in_an_event_loop_and_in_bound_calls_too() -> None:
    async def ask() -> list[Any]:
        async with aio.AsyncApiClient(CONFIGURATION, transport=script) as client:
            orders = aio.OrdersApi(client)
            return [
                await orders.post_createorder_v7(*WHO, NEW),
                await orders.bound().post_createorder_v7(order_create_v7_request=NEW),
                await orders.bound().post_createorder_v7(OLD),
            ]

    with AsyncScriptedTransport(*[Answer(200, RECEIPT)] * 3) as script:
        found = asyncio.run(ask())
    names = ["OrderCreateV7Response201", "OrderCreateV7Response201", "AsyncOrderCreateResponse"]
    assert [type(each).__name__ for each in found] == names
    with ScriptedTransport(Answer(200, RECEIPT)) as script:
        bound = OrdersApi(ApiClient(CONFIGURATION, transport=script)).bound()
        assert type(bound.post_createorder_v7({"lines": [{"quantity": 1}]})) is OrderCreateV7Response201


def test_a_create_that_is_in_doubt_names_the_purchase_order_of_either_body() -> None:
    for body in (OLD, NEW):
        with pytest.raises(ApiException) as caught:
            asked(OrdersApi, "post_createorder_v7", Answer(503), *WHO, body)
        assert (caught.value.customer_order_number, caught.value.may_have_been_acted_on) == ("PO-1", True)


# Orders by position

PRICES = (ProductCatalogApi, "post_priceandavailability", True, True, *WHO)
DEAL = (DealsApi, "get_resellers_v6_dealsdetails", *WHO, "shop")
CATALOG = (ProductCatalogApi, "get_reseller_v6_productsearch", "20-222222", "c-1", "US", *[None] * 12)
NAME_PRICES = "name them: include_product_attributes=..., im_sender_id=..., price_and_availability_request=..."
NAME_DEAL = "name them: deal_id=..., vendor_name=..."
NAME_CATALOG = "name them: group_name=..., plan_id=..., show_group_info=..."


@pytest.mark.parametrize(
    ("call", "late", "named", "place", "hint"),
    [
        (PRICES, [True], {}, "sixth", NAME_PRICES),
        (PRICES, [False, "shop", {}], {}, "sixth", NAME_PRICES),
        (PRICES, [None, "shop"], {}, "sixth", NAME_PRICES),
        (PRICES, [None, None, {}], {}, "sixth", NAME_PRICES),
        (DEAL, ["D-7"], {"vendor_name": "Vendor"}, "fifth", NAME_DEAL),
        (DEAL, [], {}, "fifth", NAME_DEAL),
        (CATALOG, ["Office"], {}, "sixteenth", NAME_CATALOG),
        (CATALOG, [None, "P-1"], {}, "sixteenth", NAME_CATALOG),
        (CATALOG, [None, None, False], {}, "sixteenth", NAME_CATALOG),
        (CATALOG, [None, None, None, 5], {}, "sixteenth", NAME_CATALOG),
        (CATALOG, [None, None, None, (1, 2)], {}, "sixteenth", NAME_CATALOG),
    ],
)
def test_the_order_of_1_3_0_is_refused_with_the_names_to_use(
    call: tuple[Any, ...], late: list[Any], named: dict[str, Any], place: str, hint: str
) -> None:
    api, name, *first = call
    error = refused(api, name, *first, *late, **named)
    assert f"From the {place} argument on, 1.3.0 has another order; {hint}" in str(error)


def test_another_wrong_argument_is_not_told_of_the_order() -> None:
    error = refused(ProductCatalogApi, "post_priceandavailability", True, True, "20-222222", "USA", "c-1", {})
    assert "1.3.0" not in str(error)
    bound = ProductCatalogApi(ApiClient(CONFIGURATION, transport=ScriptedTransport())).bound()
    with pytest.raises(ApiTypeError) as caught:
        bound.post_priceandavailability(True, True, 5)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    assert "1.3.0" not in str(caught.value)


def test_two_texts_are_read_as_in_1_1_0_and_a_failure_says_so() -> None:
    with pytest.raises(ApiException) as caught:
        asked(*DEAL[:2], Answer(404), *DEAL[2:], "D-7", "Vendor")
    (note,) = caught.value.__notes__
    assert note == (
        "The fifth and sixth argument were read as im_environment and deal_id, as in 1.1.0. "
        f"If you mean 1.3.0's order, {NAME_DEAL}"
    )
    named: list[dict[str, str]] = [{"deal_id": "D-7"}, {"deal_id": "D-7", "vendor_name": "Vendor"}]
    for each in named:
        with pytest.raises(ApiException) as caught:
            asked(*DEAL[:2], Answer(404), *DEAL[2:], **each)
        assert not hasattr(caught.value, "__notes__")


def test_a_bound_call_takes_its_body_by_position_also_where_it_may_be_left_out() -> None:
    with ScriptedTransport(Answer(200, {"returnsClaims": [{"caseRequestNumber": "CAS-1"}]})) as script:
        ReturnsApi(ApiClient(CONFIGURATION, transport=script)).bound().post_returnscreate({"list": []})
    assert script.request.json == {"list": []}
    with ScriptedTransport(Answer(200, {"renewals": []})) as script:
        RenewalsApi(ApiClient(CONFIGURATION, transport=script)).bound().post_renewalssearch({"vendor": "HP"}, size="5")
    assert (script.request.json, script.request.query) == ({"vendor": "HP"}, {"size": ["5"]})


def test_prices_are_asked_without_a_body_and_without_its_type() -> None:
    for arguments in ([], [None]):
        _, request = asked(*PRICES[:2], Answer(200, []), *PRICES[2:], *arguments)
        assert (request.json, "Content-Type" in request.headers) == (None, False)


@pytest.mark.parametrize("eleventh", [True, False])
def test_a_configuration_in_the_order_of_1_3_0_is_refused_with_the_names_to_use(eleventh: bool) -> None:
    make: Callable[..., Configuration] = Configuration
    with pytest.raises(ApiTypeError, match=r"name them, as ignore_operation_servers=\.\.\., ssl_ca_cert="):
        make(*[None] * 10, eleventh)
