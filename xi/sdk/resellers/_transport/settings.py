"""How connections are made, as a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi.sdk.resellers._core.messages import MAX_BODY_BYTES
from xi.sdk.resellers._records import dataclass, field
from xi.sdk.resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NEVER_USED_S = -1.0
"""The longest idle time of a connection for a request that must not be sent twice: it gets a new connection.

An idle one may be closed at the moment of sending, which leaves a doubt. And what comes on a connection that was used
may belong to the request before: a second answer, or a 408 for an idle connection. Taken for the answer of a create, a
429 would have it sent twice, and a 400 would say that it was not acted on.
"""

TIMED_OUT = 408
"""A status that a server may send unasked, on an idle connection that it is about to close.

Read as the answer to the next request, it may be followed by the real one, so the connection is not used again.
"""


@dataclass(frozen=True, slots=True)
class ConnectionSettings:
    """The settings for connections; `Configuration` explains them."""

    verify_ssl: bool = True
    ssl_ca_cert: str | None = None
    ca_cert_data: str | bytes | None = None
    cert_file: str | None = None
    key_file: str | None = None
    assert_hostname: str | bool | None = None
    tls_server_name: str | None = None
    pool_size: int | None = None
    # Both of these may contain the password of the proxy.
    proxy: str | None = field(default=None, repr=False)
    proxy_headers: Mapping[str, str] | None = field(default=None, repr=False)
    socket_options: Sequence[tuple[int, int, int | bytes]] | None = None
    max_response_size: int = MAX_BODY_BYTES
    """Most bytes of the body of a response, compressed and decompressed."""

    def __post_init__(self) -> None:
        """Refuse a limit below one byte."""
        if self.max_response_size <= 0:
            raise ApiValueError(f"max_response_size is {self.max_response_size}; it should be 1 or more bytes")
