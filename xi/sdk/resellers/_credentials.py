"""Where a client's bearer token comes from: its configuration, its program, or the service itself."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakSet

from xi.sdk.resellers._core.build import build, header_value, split_host
from xi.sdk.resellers._core.exchange import exchange
from xi.sdk.resellers._core.flow import Acquire
from xi.sdk.resellers._core.operations import GET_ACCESSTOKEN
from xi.sdk.resellers._core.parse import parse
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._core.throttle import Throttle
from xi.sdk.resellers._core.token import Keeper, Token, granted
from xi.sdk.resellers._transport.gate import PassingGate
from xi.sdk.resellers._transport.proxies import proxy_of
from xi.sdk.resellers.exceptions import (
    ApiException,
    ApiTypeError,
    ApiValueError,
    NotApprovedException,
    NotSentException,
    ServiceException,
    TransportException,
    UnreadableResponseException,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xi.sdk.resellers._core.exchange import Surroundings
    from xi.sdk.resellers._core.flow import Flow
    from xi.sdk.resellers._core.messages import Request, Timeouts
    from xi.sdk.resellers.configuration import Configuration

_UNDER_SANDBOX = re.compile(r"(/sandbox)+/oauth/")
_NOTHING_SENT = "there is no token, so nothing else was sent"
_EARLY = RetryPolicy(attempts=1, deadline=10.0)
"""While the old token still serves, a call is not held up for long."""


class App:
    """What all clients of a process share that call for the same app: its token and its quotas.

    Args:
        request: asks for a token.
    """

    def __init__(self, request: Request) -> None:
        self.request = request
        self.keeper = Keeper(PassingGate())
        self.throttle = new_throttle()


class _Key(NamedTuple):
    url: str
    client_id: str
    secret: bytes
    connection: bytes
    """How connections are made, the proxy with its password included."""


_apps: dict[_Key, App] = {}
_lock = Lock()
_throttles: WeakSet[Throttle] = WeakSet()


def new_throttle(limit: int | None = None) -> Throttle:
    """Return a throttle that a forked process can go on with.

    Args:
        limit: GET calls per operation and minute, where the program states it.
    """
    throttle = Throttle(Lock(), limit)
    _throttles.add(throttle)
    return throttle


def _after_fork() -> None:
    """Give the child locks that no thread of its parent holds, and none of the calls that are the parent's."""
    global _lock  # noqa: PLW0603 - a lock cannot be reset
    _lock = Lock()
    for throttle in _throttles:
        throttle.restart(Lock())


if hasattr(os, "register_at_fork"):  # there is no fork on Windows
    os.register_at_fork(after_in_child=_after_fork)


def app_of(configuration: Configuration, request: Request) -> App:
    """Return the app a configuration calls for.

    It is the same one for the same credentials and token URL, reached in the same way: a token that came over a
    connection which is checked less, or through another proxy, is not for those who ask for more.
    """
    key = _Key(
        request.origin + request.target,
        configuration.client_id or "",
        hashlib.sha256((configuration.client_secret or "").encode()).digest(),
        _way_of(configuration, request.origin),
    )
    with _lock:
        app = _apps.setdefault(key, App(request))
        app.throttle.restrict(configuration.calls_per_minute)
        return app


def _way_of(configuration: Configuration, origin: str) -> bytes:
    """Return a digest of what decides how connections to an origin are made, and what they are checked against."""
    return hashlib.sha256(
        repr(
            (
                proxy_of(origin, configuration.proxy),
                sorted((configuration.proxy_headers or {}).items()),
                configuration.verify_ssl,
                configuration.ssl_ca_cert,
                configuration.cert_file,
                configuration.key_file,
                configuration.assert_hostname,
                configuration.tls_server_name,
            )
        ).encode("utf-8", "surrogatepass")
    ).digest()


def token_request(configuration: Configuration, headers: Mapping[str, str]) -> Request:
    """Return the request that asks for a token: a form in a POST, so that the secret is in no URL.

    Args:
        configuration: has the credentials, and perhaps the URL.
        headers: of the client.

    Raises:
        ApiValueError: half of the credentials is missing, or the URL is none.
    """
    for name in ("client_id", "client_secret"):
        if not getattr(configuration, name):
            raise ApiValueError(f"{name} is missing; client_id and client_secret go together")
    request = build(
        GET_ACCESSTOKEN,
        ("client_credentials", configuration.client_id, configuration.client_secret),
        host=configuration.host,
        defaults=headers,
    )
    if configuration.token_url is None:
        return request
    try:
        origin, path = split_host(configuration.token_url)
    except ApiValueError:
        raise ApiValueError(
            f"token_url is {configuration.token_url!r}; it should be like "
            "https://api.ingrammicro.com:443/oauth/oauth20/token"
        ) from None
    # Production and sandbox share the token's URL, whatever was put before it.
    return request._replace(origin=origin, target=_UNDER_SANDBOX.sub("/oauth/", path) or "/")


class Bearer:
    """The bearer token of a client: a static one first, then what a callable gives, then the app's own.

    Args:
        configuration: may be given another static token at any time.
        app: where client credentials were configured.
        policy: for fetching a token.
        timeouts: likewise.
        surroundings: likewise.
    """

    def __init__(
        self,
        configuration: Configuration,
        app: App | None,
        policy: RetryPolicy,
        timeouts: Timeouts,
        surroundings: Surroundings,
    ) -> None:
        self._configuration = configuration
        self._app = app
        self._policy = policy
        self._timeouts = timeouts
        self._surroundings = surroundings

    @property
    def is_known(self) -> bool:
        """Whether there is anything to send."""
        return self._app is not None or self._configuration.access_token is not None

    def held(self, now: float) -> str | None:
        """Return a token that is at hand, if there is one."""
        token = self._configuration.access_token
        if token is None:
            return None if self._app is None else self._app.keeper.held(now)
        return header_value("access_token", token) if isinstance(token, str) else None

    def acquire(self, refused: str | None, until: float) -> Flow[str | None]:
        """Get a token, or None where there is none to send."""
        token = self._configuration.access_token
        if isinstance(token, str):
            return header_value("access_token", token)
        if token is not None:
            given = yield Acquire(refused)
            if given is not None and not isinstance(given, str):
                raise ApiTypeError(f"access_token() should give a str, not {type(given).__name__}")
            return None if given is None else header_value("access_token()", given)
        if self._app is None:
            return None
        clock = self._surroundings.monotonic
        return (yield from self._app.keeper.acquire(self._fetched, refused=refused, until=until, clock=clock))

    def _fetched(self, patience: float, *, early: bool) -> Flow[Token]:
        assert self._app is not None  # noqa: S101 - only an app's keeper asks
        began = self._surroundings.monotonic()
        policy = _EARLY if early else self._policy
        try:
            secret = self._configuration.client_secret
            answered = yield from exchange(
                GET_ACCESSTOKEN,
                self._app.request,
                policy=replace(policy, deadline=max(min(policy.deadline, patience), 1e-3)),
                timeouts=self._timeouts,
                surroundings=self._surroundings,
                credentials=None,
                hidden=secret,
            )
            said = parse(GET_ACCESSTOKEN, answered, correlation_id=None, now=self._surroundings.wall, hidden=secret)
        except (TransportException, ServiceException, UnreadableResponseException) as error:
            # Of these the class alone would say that the call itself, a create for one, may have been acted on.
            raise _no_token(_cause(error), error.attempts) from error
        except ApiException as error:
            error.hint = f"{error.hint}; {_NOTHING_SENT}" if isinstance(error, NotApprovedException) else _NOTHING_SENT
            raise
        if not said.access_token:
            raise _no_token("the answer holds no access_token", answered.attempts)
        try:
            token = header_value("the token of the service", said.access_token)
        except ApiValueError as error:
            raise _no_token(str(error), answered.attempts) from error
        return granted(token, said.expires_in, began)


def _no_token(why: str, attempts: int) -> NotSentException:
    operation = GET_ACCESSTOKEN.name
    return NotSentException(0, f"no token: {why}", operation=operation, attempts=attempts, hint=_NOTHING_SENT)


def _cause(error: ApiException) -> str:
    told = "; ".join(filter(None, map(str, error.errors)))
    return " ".join(filter(None, (str(error.status or ""), error.reason, told and f"({told})")))
