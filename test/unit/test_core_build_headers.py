"""Headers that say where a request ends, who gets it and what becomes of its connection are not the caller's to set."""

from __future__ import annotations

from typing import Any

import pytest

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi
from xi.sdk.resellers.exceptions import ApiValueError

WHO = ("20-777777", "US", "c0ffee00c0ffee00c0ffee00c0ffee00")
REFUSED = ["Content-Length", "transfer-encoding", "Connection", "UPGRADE", "Expect", "TE", "Trailer", "Keep-Alive"]
REFUSED += ["Proxy-Authorization", "Proxy-Connection", "Host", "Content_Length", "HTTP2-Settings"]


class Nothing:
    """A transport that must not be asked."""

    sent = 0

    def send(self, *_: Any) -> Any:
        self.sent += 1
        raise AssertionError

    def close(self) -> None:
        pass


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("given", ["per call", "by default", "as a credential"])
def test_a_framing_header_is_refused_before_anything_is_sent(name: str, given: str) -> None:
    transport = Nothing()
    client = ApiClient(Configuration(access_token="t"), transport=transport)
    options: dict[str, Any] = {}
    if given == "per call":
        options["_headers"] = {name: "5"}
    elif given == "by default":
        client.set_default_header(name, "5")
    else:
        options["_request_auth"] = {"in": "header", "key": name, "value": "5"}
    with pytest.raises(ApiValueError, match=name) as caught:
        OrdersApi(client).get_orderdetails_v6_1("20-AB1CD", *WHO, **options)
    place = {"per call": "_headers", "by default": "default_headers", "as a credential": "_request_auth"}[given]
    assert caught.value.argument == place
    assert caught.value.pointer == ("/key" if given == "as a credential" else f"/{name}")
    assert transport.sent == 0
