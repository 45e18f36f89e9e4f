"""Which servers the client trusts over TLS, and its client certificate."""

from __future__ import annotations

import asyncio
import ssl
from pathlib import Path

import pytest
from call_kit import CREATE_V6, DETAILS, ONCE, Call, configured
from server_kit import Authority
from step_kit import answer
from urllib3.exceptions import InsecureRequestWarning

from xi.sdk.resellers import aio
from xi.sdk.resellers.exceptions import ApiValueError, NotSentException, TransportException

once = pytest.mark.parametrize("call", ONCE, ids=lambda call: call.name)


def test_a_server_with_a_trusted_certificate_is_called(serve, orders_of, authority: Authority) -> None:
    server = serve(CREATE_V6.answer(), DETAILS.answer(), tls=authority.server())
    orders = orders_of(server, ssl_ca_cert=authority.path)
    assert CREATE_V6.recognizes(CREATE_V6(orders))
    assert DETAILS.recognizes(DETAILS(orders))
    assert server.connections == 1


def test_authorities_given_as_data_are_trusted_beside_those_of_the_file(
    serve, orders_of, authority: Authority, stranger: Authority
) -> None:
    pem = Path(authority.path).read_text("ascii")
    for settings in (
        {"ca_cert_data": pem},
        {"ca_cert_data": ssl.PEM_cert_to_DER_cert(pem), "ssl_ca_cert": stranger.path},
    ):
        for trusted in (authority, *([stranger] if "ssl_ca_cert" in settings else [])):
            orders = orders_of(serve(DETAILS.answer(), tls=trusted.server()), **settings)
            orders.api_client.prepare("get_orderdetails_v6_1")
            assert DETAILS.recognizes(DETAILS(orders))
    with pytest.raises(NotSentException, match="certificate verify failed"):
        DETAILS(orders_of(serve(tls=stranger.server()), ca_cert_data=pem))


def test_authorities_given_as_data_are_trusted_for_a_proxy_too(serve, orders_of, authority: Authority) -> None:
    pem = Path(authority.path).read_text("ascii")
    proxy = serve(always=answer(502, b""), tls=authority.server())
    with pytest.raises(NotSentException, match="502"):
        DETAILS(orders_of("https://api.example", proxy=f"https://127.0.0.1:{proxy.port}", ca_cert_data=pem))
    assert {each.method for each in proxy.requests} == {"CONNECT"}


@once
def test_a_server_with_an_untrusted_certificate_gets_no_request(
    serve, orders_of, stranger: Authority, authority: Authority, call: Call
) -> None:
    server = serve(tls=stranger.server())
    with pytest.raises(NotSentException, match="certificate verify failed") as caught:
        call(orders_of(server, ssl_ca_cert=authority.path))
    assert (server.requests, caught.value.attempts, server.connections) == ([], 3, 3)


def test_the_authorities_of_the_system_are_trusted_by_default(serve, orders_of, authority, monkeypatch) -> None:
    server = serve(DETAILS.answer(), tls=authority.server())
    with pytest.raises(NotSentException, match="certificate verify failed"):
        DETAILS(orders_of(server))
    monkeypatch.setenv("SSL_CERT_FILE", authority.path)
    assert DETAILS.recognizes(DETAILS(orders_of(server)))


def test_a_prepared_client_reads_the_system_authorities_once_and_checks_certificates(
    serve, orders_of, authority, stranger, monkeypatch
) -> None:
    read: list[ssl.SSLContext] = []
    load = ssl.SSLContext.load_default_certs

    def counted(context: ssl.SSLContext, *purpose: ssl.Purpose) -> None:
        read.append(context)
        load(context, *purpose)

    monkeypatch.setattr(ssl.SSLContext, "load_default_certs", counted)
    monkeypatch.setenv("SSL_CERT_FILE", authority.path)
    server = serve(DETAILS.answer(), tls=authority.server())
    orders = orders_of(server)
    orders.api_client.prepare("get_orderdetails_v6_1")
    assert (len(read), server.connections) == (1, 0), "all but a connection is there"
    assert DETAILS.recognizes(DETAILS(orders))
    assert len(read) == 1
    for wrong in (stranger.server(), authority.server("other.example")):
        refused = serve(tls=wrong)
        orders = orders_of(refused)
        orders.api_client.prepare("get_orderdetails_v6_1")
        with pytest.raises(NotSentException, match=r"certificate verify failed|not match|mismatch"):
            DETAILS(orders)
        assert refused.requests == []


@once
def test_a_server_with_a_certificate_for_another_name_gets_no_request(
    serve, orders_of, authority: Authority, call: Call
) -> None:
    server = serve(tls=authority.server("other.example"))
    with pytest.raises(NotSentException, match=r"127\.0\.0\.1.*not match|mismatch") as caught:
        call(orders_of(server, ssl_ca_cert=authority.path))
    assert (server.requests, caught.value.attempts) == ([], 3)


def test_a_server_without_tls_gets_no_https_request(serve, orders_of) -> None:
    server = serve()
    server.stopping.set()  # whatever it makes of the handshake, it is not looked at
    with pytest.raises(NotSentException):
        CREATE_V6(orders_of(server.url.replace("http:", "https:")), _request_timeout=(0.2, 0.2))
    assert server.requests == []


def test_a_call_is_not_sent_if_the_ca_file_cannot_be_read(serve, orders_of, authority, tmp_path) -> None:
    server = serve(tls=authority.server())
    with pytest.raises(NotSentException, match="No such file"):
        CREATE_V6(orders_of(server, ssl_ca_cert=str(tmp_path / "missing.pem")))
    assert server.requests == []


def test_a_certificate_is_not_checked_with_verify_ssl_off_and_a_warning_says_so(
    serve, orders_of, stranger: Authority
) -> None:
    server = serve(DETAILS.answer(), tls=stranger.server("other.example"))
    with pytest.warns(InsecureRequestWarning):
        assert DETAILS.recognizes(DETAILS(orders_of(server, verify_ssl=False)))


def test_the_async_client_warns_as_well_that_a_certificate_is_not_checked(serve, stranger: Authority) -> None:
    server = serve(DETAILS.answer(), tls=stranger.server("other.example"))

    async def main() -> object:
        async with aio.AsyncApiClient(configured(server.url, verify_ssl=False)) as client:
            return await DETAILS(aio.OrdersApi(client))

    with pytest.warns(InsecureRequestWarning, match=f"the certificate of {server.url} is not checked"):
        assert DETAILS.recognizes(asyncio.run(main()))


def test_the_certificate_may_have_the_configured_name(serve, orders_of, authority: Authority) -> None:
    server = serve(DETAILS.answer(), tls=authority.server("other.example"))
    assert DETAILS.recognizes(DETAILS(orders_of(server, ssl_ca_cert=authority.path, assert_hostname="other.example")))


def test_the_certificate_must_have_the_configured_name(serve, orders_of, authority: Authority) -> None:
    server = serve(tls=authority.server())
    with pytest.raises(NotSentException, match=r"other\.example"):
        DETAILS(orders_of(server, ssl_ca_cert=authority.path, assert_hostname="other.example"))


def test_any_name_is_accepted_only_in_certificates_of_a_trusted_authority(
    serve, orders_of, authority: Authority, stranger: Authority
) -> None:
    server = serve(DETAILS.answer(), tls=authority.server("other.example"))
    assert DETAILS.recognizes(DETAILS(orders_of(server, ssl_ca_cert=authority.path, assert_hostname=False)))
    with pytest.raises(NotSentException, match="certificate verify failed"):
        DETAILS(orders_of(server, ssl_ca_cert=stranger.path, assert_hostname=False))


def test_the_tls_server_name_is_sent_and_expected(serve, orders_of, authority: Authority) -> None:
    asked: list[str | None] = []
    context = authority.server("other.example")

    def note(_: ssl.SSLObject, name: str | None, __: ssl.SSLContext) -> None:
        asked.append(name)

    context.sni_callback = note
    server = serve(DETAILS.answer(), tls=context)
    assert DETAILS.recognizes(DETAILS(orders_of(server, ssl_ca_cert=authority.path, tls_server_name="other.example")))
    assert asked == ["other.example"]


def test_the_client_certificate_is_sent_to_the_server(serve, orders_of, authority, stranger: Authority) -> None:
    server = serve(CREATE_V6.answer(), tls=authority.server(of_clients=stranger))
    certificate, key = stranger.client("reseller.example")
    orders = orders_of(server, ssl_ca_cert=authority.path, cert_file=certificate, key_file=key)
    assert CREATE_V6.recognizes(CREATE_V6(orders))


def test_no_request_gets_through_without_the_required_client_certificate(serve, orders_of, authority, stranger) -> None:
    # TLS 1.3 tells the client only after it may have begun to write, so which of the two errors it is may vary.
    server = serve(tls=authority.server(of_clients=stranger))
    with pytest.raises(TransportException):
        CREATE_V6(orders_of(server, ssl_ca_cert=authority.path))
    assert server.requests == []


def test_a_call_is_not_sent_if_the_client_certificate_cannot_be_read(serve, orders_of, authority) -> None:
    server = serve(tls=authority.server())
    with pytest.raises(NotSentException, match="No such file"):
        CREATE_V6(orders_of(server, ssl_ca_cert=authority.path, cert_file="/nowhere/client.pem"))
    assert server.requests == []


def test_a_configuration_that_replaces_another_is_used_for_new_connections(
    serve, orders_of, authority: Authority, stranger: Authority
) -> None:
    server = serve(*[DETAILS.answer()] * 2, tls=authority.server())
    orders = orders_of(server, ssl_ca_cert=authority.path)
    client = orders.api_client
    assert DETAILS.recognizes(DETAILS(orders))
    same, other = (configured(server.url, ssl_ca_cert=each.path) for each in (authority, stranger))
    client.configuration = same
    assert DETAILS.recognizes(DETAILS(orders))
    assert server.connections == 1, "with the same settings, connections stay"
    client.configuration = other
    with pytest.raises(NotSentException, match="certificate verify failed"):
        DETAILS(orders)
    assert len(server.requests) == 2


def test_an_awaited_client_takes_no_configuration_with_other_settings_for_connections(authority: Authority) -> None:
    first = configured("https://one.example", ssl_ca_cert=authority.path)
    client = aio.AsyncApiClient(first)
    with pytest.raises(ApiValueError, match="other settings for connections; make a new client") as caught:
        client.configuration = configured("https://one.example", verify_ssl=False)
    assert (caught.value.argument, client.configuration) == ("configuration", first)
    client.configuration = configured("https://two.example", ssl_ca_cert=authority.path)
    assert client.configuration.host == "https://two.example"
