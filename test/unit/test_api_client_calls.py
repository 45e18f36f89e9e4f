"""ApiClient: calls in their three forms, their results and their exceptions, with a scripted transport."""

from __future__ import annotations

import copy
import json
import pickle
from dataclasses import FrozenInstanceError, replace
from types import SimpleNamespace
from typing import Any

import pytest
from unit_kit import AT_ONCE, CREATED, ORDER, WHO, Connected, ScriptedTransport, answer, not_sent, unanswered

from xi.sdk.resellers import __version__
from xi.sdk.resellers import exceptions as errors
from xi.sdk.resellers._core.messages import Headers
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._transport.urllib3_transport import Urllib3Transport
from xi.sdk.resellers.api import AccesstokenApi, OrdersApi
from xi.sdk.resellers.api_client import ApiClient
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.configuration import Configuration
from xi.sdk.resellers.models import AccesstokenResponse, OrderCreateResponse, OrderModifyResponse, OrderSearchResponse


def test_a_create_is_sent_as_in_the_contract_and_returns_its_model() -> None:
    client = Connected(answer(201, CREATED))
    created = client.orders.post_createorder_v6(*WHO, ORDER, im_sender_id="shop")
    assert isinstance(created, OrderCreateResponse)
    assert created.orders
    assert created.orders[0].ingram_order_number == "20-AAAA1"
    request = client.request
    assert (request.method, request.origin, request.target) == (
        "POST",
        "https://api.ingrammicro.com:443",
        "/resellers/v6/orders",
    )
    assert json.loads(request.body or b"") == ORDER
    assert dict(request.headers) == {
        "Accept": "application/json",
        "Content-Type": "application/json",
        "User-Agent": f"xi.sdk.resellers/{__version__}",
        "IM-CustomerNumber": "20-777777",
        "IM-CountryCode": "US",
        "IM-CorrelationID": "corr-1",
        "IM-SenderID": "shop",
        "Authorization": "Bearer tok-1",
    }


def test_a_token_is_requested_with_a_form_and_without_a_token() -> None:
    client = Connected(answer(200, {"access_token": "t", "token_type": "Bearer", "expires_in": 86399}))
    token = client.tokens.get_accesstoken("client_credentials", "id", "s&cret")
    assert isinstance(token, AccesstokenResponse)
    assert (token.access_token, token.expires_in) == ("t", "86399")
    assert client.request.body == b"grant_type=client_credentials&client_id=id&client_secret=s%26cret"
    assert client.header("Authorization") is None


CALLS: dict[str, tuple[str, tuple[Any, ...], Any, type | None]] = {
    "create v6": ("post_createorder_v6", (*WHO, ORDER), answer(201, CREATED), OrderCreateResponse),
    "modify": (
        "put_ordermodify",
        ("20-AAAA1", *WHO, {}),
        answer(200, {"ingramOrderNumber": "20-AAAA1"}),
        OrderModifyResponse,
    ),
    "release": ("put_ordermodify", ("20-AAAA1", *WHO, {}, "release"), answer(200), None),
    "search": ("get_resellers_v6_ordersearch", WHO, answer(200, {"recordsFound": 0}), OrderSearchResponse),
    "search, none found": ("get_resellers_v6_ordersearch", WHO, answer(204), None),
    "cancel": ("delete_ordercancel", ("20-AAAA1", *WHO), answer(200, None), None),
    "cancel, nothing said": ("delete_ordercancel", ("20-AAAA1", *WHO), answer(204), None),
}


@pytest.mark.parametrize(("name", "arguments", "given", "model"), CALLS.values(), ids=CALLS)
def test_a_call_has_three_forms(name: str, arguments: tuple[Any, ...], given: Any, model: type | None) -> None:
    client = Connected(given, given, given)
    plain = getattr(client.orders, name)(*arguments)
    info = getattr(client.orders, f"{name}_with_http_info")(*arguments)
    raw = getattr(client.orders, f"{name}_without_preload_content")(*arguments)

    assert isinstance(plain, model) if model else plain is None
    assert isinstance(info, ApiResponse)
    assert (info.status_code, info.data, info.raw_data, info.headers) == (
        given.status,
        plain,
        given.body,
        given.headers,
    )
    assert (raw.status, raw.reason, raw.data) == (given.status, given.reason, given.body)
    assert len(set(map(repr, client.sent))) == 1, "the forms differ in what they return, not in what they send"
    assert len({each.body for each in client.sent}) == 1


def test_the_raw_form_tells_where_an_answer_is_from_and_keeps_repeated_headers_apart() -> None:
    given = replace(
        answer(200, b"{}"), headers=Headers([("Set-Cookie", "a=1, x"), ("X-A", "1"), ("set-cookie", "b=2")])
    )
    client = Connected(given, given)
    raw = client.orders.get_resellers_v6_ordersearch_without_preload_content(*WHO, page_size=5)
    assert raw.headers.getlist("set-cookie") == ["a=1, x", "b=2"]
    assert (raw.headers["Set-Cookie"], raw.headers["x-a"]) == ("a=1, x, b=2", "1")
    assert (raw.geturl(), raw.version) == ("/resellers/v6/orders/search?pageSize=5", 11)
    secret = {"in": "query", "key": "key", "value": "s3cret", "type": "apiKey"}
    raw = client.orders.get_resellers_v6_ordersearch_without_preload_content(*WHO, _request_auth=secret)
    assert raw.geturl() is None


def test_the_raw_form_returns_the_answer_for_any_status() -> None:
    client = Connected(answer(404, b"<html>gone</html>", X_Trace="7"), answer(200, b'{"cut'))
    raw = client.orders.delete_ordercancel_without_preload_content("20-AAAA1", *WHO)
    assert (raw.status, raw.headers["x-trace"], raw.read()) == (404, "7", b"<html>gone</html>")
    assert client.orders.post_createorder_v6_without_preload_content(*WHO, ORDER).data == b'{"cut'


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Content_Length": "29"},
        {"Transfer_Encoding": "chunked"},
        # The transport has unpacked the body already; its headers still tell of the packed one.
        {"Content_Encoding": "gzip", "Content_Length": "12"},
        {"Content_Encoding": "gzip", "Content_Length": "1200"},
    ],
)
def test_the_raw_form_can_be_read_in_any_way(headers: dict[str, str]) -> None:
    body = b'{"customerOrderNumber":"P-1"}'
    assert len(body) == 29
    client = Connected(*[answer(201, body, **headers)] * 5)

    def raw():
        return client.orders.post_createorder_v6_without_preload_content(*WHO, ORDER)

    assert raw().data == body
    assert raw().read() == body
    assert b"".join(raw().stream(8)) == body
    assert raw().json() == {"customerOrderNumber": "P-1"}
    in_pieces, pieces = raw(), []
    while piece := in_pieces.read(10):
        pieces.append(piece)
    assert b"".join(pieces) == body


def test_the_raw_form_raises_without_an_answer() -> None:
    client = Connected(unanswered())
    with pytest.raises(errors.UnansweredException):
        client.orders.post_createorder_v6_without_preload_content(*WHO, ORDER)


def test_an_error_has_all_data_of_the_call() -> None:
    client = Connected(answer(503), answer(404, {"message": "No such order"}, IM_CorrelationID="corr-echo"))
    with pytest.raises(errors.NotFoundException) as caught:
        client.orders.get_orderdetails_v6_1("20-AAAA1", *WHO)
    error = caught.value
    assert (error.operation, error.correlation_id, error.attempts) == ("get_orderdetails_v6_1", "corr-echo", 2)
    assert pickle.loads(pickle.dumps(error)).errors == copy.deepcopy(error).errors == error.errors


def test_a_404_after_an_unanswered_cancel_mentions_the_doubt() -> None:
    client = Connected(unanswered(), answer(404, {"message": "No such order"}))
    with pytest.raises(errors.NotFoundException, match=r"^No such order; .*may have been acted on"):
        client.orders.delete_ordercancel("20-AAAA1", *WHO)


def test_an_unanswered_cancel_whose_repeat_is_not_sent_ends_in_doubt() -> None:
    client = Connected(unanswered("reset"), *[not_sent("refused")] * 3)
    with pytest.raises(errors.UnansweredException, match="refused; it may have been acted on"):
        client.orders.delete_ordercancel("20-AAAA1", *WHO)


def test_a_create_is_sent_once_when_the_connection_is_reset() -> None:
    client = Connected(unanswered("reset"), answer(201, CREATED))
    with pytest.raises(errors.UnansweredException, match="reconcile before repeating") as caught:
        client.orders.post_createorder_v6(*WHO, ORDER)
    assert len(client.sent) == 1
    assert caught.value.correlation_id == "corr-1"


def test_a_failed_token_request_shows_no_secret_and_has_no_correlation_id() -> None:
    client = Connected(*[not_sent("no such host")] * 4)
    with pytest.raises(errors.NotSentException) as caught:
        client.tokens.get_accesstoken("client_credentials", "id", "s3cret")
    assert caught.value.correlation_id is None
    assert "s3cret" not in str(caught.value)


def test_a_refused_static_token_raises_at_once() -> None:
    client = Connected(answer(401, {"fault": {"faultstring": "Token spent"}}))
    with pytest.raises(errors.UnauthorizedException, match=r"^Token spent"):
        client.orders.delete_ordercancel("20-AAAA1", *WHO)
    assert len(client.sent) == 1


def test_a_token_replaced_during_a_call_is_used_once() -> None:
    client = Connected(answer(401), answer(401))
    source = client.transport.send

    def send(*given: Any) -> Any:
        client.configuration.access_token = f"tok-{len(client.sent) + 2}"
        return source(*given)

    client.transport.send = send  # type: ignore[method-assign]
    with pytest.raises(errors.UnauthorizedException):
        client.orders.delete_ordercancel("20-AAAA1", *WHO)
    assert [each.headers["Authorization"] for each in client.sent] == ["Bearer tok-1", "Bearer tok-2"]


def test_a_token_that_does_not_fit_in_a_header_is_refused_and_not_shown() -> None:
    client = Connected(configuration=Configuration(access_token="t0ken\r\nX-Evil: 1"))
    with pytest.raises(errors.ApiValueError, match="access_token holds a line break") as caught:
        client.orders.delete_ordercancel("20-AAAA1", *WHO)
    assert "t0ken" not in str(caught.value)
    assert client.sent == []


def test_without_a_token_no_authorization_is_sent() -> None:
    client = Connected(answer(204), configuration=Configuration())
    client.orders.get_resellers_v6_ordersearch(*WHO)
    assert client.header("Authorization") is None


def test_a_client_closes_its_transport_with_its_block() -> None:
    client = Connected()
    with client.client as entered:
        assert entered is client.client
        assert client.transport.closed == 0
    assert client.transport.closed == 1
    client.client.close()
    assert client.transport.closed == 2


def test_a_client_without_a_transport_uses_urllib3_with_the_settings_of_its_configuration() -> None:
    configuration = Configuration(ssl_ca_cert="ca.pem")
    configuration.verify_ssl = False
    configuration.cert_file, configuration.key_file = "cert.pem", "key.pem"
    configuration.assert_hostname, configuration.tls_server_name = "a.example", "b.example"
    configuration.connection_pool_maxsize = 3
    configuration.proxy, configuration.proxy_headers = "http://me:s3cret@proxy", {"Proxy-Authorization": "s3cret"}
    configuration.socket_options = [(6, 1, 1)]
    with ApiClient(configuration) as client:
        transport = client._bound.transport
        assert isinstance(transport, Urllib3Transport)
        settings = transport._settings
    assert (settings.verify_ssl, settings.ssl_ca_cert) == (False, "ca.pem")
    assert (settings.cert_file, settings.key_file) == ("cert.pem", "key.pem")
    assert (settings.assert_hostname, settings.tls_server_name) == ("a.example", "b.example")
    assert (settings.pool_size, settings.socket_options) == (3, [(6, 1, 1)])
    assert (settings.proxy, settings.proxy_headers) == (configuration.proxy, configuration.proxy_headers)
    assert "s3cret" not in repr(settings)


def test_the_default_client_is_made_once_of_the_default_configuration() -> None:
    ours = Configuration(host="https://ours.example")
    Configuration.set_default(ours)
    default = ApiClient.get_default()
    assert default.configuration is ours
    assert ApiClient.get_default() is default
    assert OrdersApi().api_client is AccesstokenApi().api_client is default


def test_the_default_client_can_be_set() -> None:
    ours = ApiClient(Configuration(), transport=ScriptedTransport([answer(204)]))
    ApiClient.set_default(ours)
    assert OrdersApi().get_resellers_v6_ordersearch(*WHO) is None


def test_an_api_response_shows_no_secret_of_its_headers() -> None:
    client = Connected(answer(201, CREATED, Set_Cookie="s3cret"))
    info = client.orders.post_createorder_v6_with_http_info(*WHO, ORDER)
    assert info.headers is not None
    assert info.headers["set-cookie"] == "s3cret"
    assert "s3cret" not in repr(info)


def test_an_api_response_is_a_value() -> None:
    info = ApiResponse(status_code=200, data=1, raw_data=b"1")
    assert info == ApiResponse(status_code=200, headers=None, data=1, raw_data=b"1")
    with pytest.raises(FrozenInstanceError):
        info.data = 2  # type: ignore[misc]


@pytest.mark.parametrize(
    ("retries", "sent"),
    [(None, 4), (0, 1), (1, 2), (2, 3), ("Retry(total=0)", 1), ("Retry(total=2)", 3), ("Retry(total=None)", 4)],
)
def test_the_published_retries_count_repeats(retries: Any, sent: int) -> None:
    if isinstance(retries, str):
        from urllib3 import Retry

        total = None if "None" in retries else int(retries[-2])
        retries = Retry(total=total, connect=9)
    client = Connected(*[answer(503)] * sent)
    client.configuration.retries = retries
    with pytest.raises(errors.ServiceException) as caught:
        client.orders.get_resellers_v6_ordersearch(*WHO)
    assert len(client.sent) == caught.value.attempts == sent


def test_a_retry_whose_total_is_false_repeats_nothing() -> None:
    from urllib3 import Retry

    client = Connected(answer(503))
    client.configuration.retries = Retry(False)
    with pytest.raises(errors.ServiceException):
        client.orders.get_resellers_v6_ordersearch(*WHO)


def test_retries_without_a_whole_total_are_refused_before_anything_is_sent() -> None:
    client = Connected()
    client.configuration.retries = SimpleNamespace(total=2.5)  # type: ignore[assignment]
    with pytest.raises(errors.ApiTypeError, match="a total of float; it should be a whole number of repeats"):
        client.orders.get_resellers_v6_ordersearch(*WHO)


def test_retries_only_replace_the_attempts_of_the_policy() -> None:
    client = Connected(*[answer(429)] * 3)
    client.configuration.retries = 2
    with pytest.raises(errors.TooManyRequestsException):
        client.orders.get_resellers_v6_ordersearch(*WHO)
    assert client.configuration.retry == AT_ONCE
    assert len(client.sent) == 3


def test_retries_never_repeat_a_create_that_may_have_been_acted_on() -> None:
    for step in (unanswered(), answer(503)):
        client = Connected(step)
        client.configuration.retries = 50
        with pytest.raises(errors.ApiException):
            client.orders.post_createorder_v6(*WHO, ORDER)
        assert len(client.sent) == 1


def test_the_policy_of_the_configuration_decides_the_attempts() -> None:
    policy = RetryPolicy(attempts=2, base=0)
    client = Connected(*[not_sent()] * 2, configuration=Configuration(retry=policy))
    with pytest.raises(errors.NotSentException):
        client.orders.post_createorder_v6(*WHO, ORDER)


def test_without_a_policy_the_default_one_applies() -> None:
    # The default would wait between attempts, so the script ends the call at the first.
    client = Connected(answer(400), configuration=Configuration())
    with pytest.raises(errors.BadRequestException):
        client.orders.post_createorder_v6(*WHO, ORDER)
    assert client.transport.timeouts[0].connect == 10


def test_a_negative_number_of_retries_is_refused_before_anything_is_sent() -> None:
    client = Connected()
    client.orders.api_client.configuration.retries = -1
    with pytest.raises(errors.ApiValueError, match="retries is -1"):
        client.orders.delete_ordercancel("20-AAAA1", *WHO)


def test_the_token_url_has_no_sandbox_prefix() -> None:
    client = Connected(answer(200, {"access_token": "t"}), answer(200))
    client.configuration.host = "https://api.example.test/base/sandbox"
    client.tokens.get_accesstoken("client_credentials", "id", "secret")
    client.orders.delete_ordercancel("20-AAAA1", *WHO)
    assert [each.target for each in client.sent] == [
        "/base/oauth/oauth20/token",
        "/base/sandbox/resellers/v6/orders/20-AAAA1",
    ]
