"""Provides the bearer token of a client: from its configuration, from its program, or from the service."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from xi.sdk.resellers._client.apps import App, Pair, app_of, new_throttle
from xi.sdk.resellers._core import operations
from xi.sdk.resellers._core.exchange import Exchange
from xi.sdk.resellers._core.flow import AskForToken
from xi.sdk.resellers._core.headers import header_value
from xi.sdk.resellers._core.parse import parse
from xi.sdk.resellers._core.redact import Sealed, is_sealed, sealed
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._core.token import Token, token_of
from xi.sdk.resellers._records import replace
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

    from xi.sdk.resellers._core.exchange import Runtime
    from xi.sdk.resellers._core.flow import Flow
    from xi.sdk.resellers._core.throttle import Throttle
    from xi.sdk.resellers.configuration import Configuration

_NOTHING_SENT = "there is no token, so nothing else was sent"
_EARLY = RetryPolicy(attempts=1, deadline=10.0)
"""For a renewal while the old token still serves: the call that makes it should not wait for long."""


class ClientCredentials:
    """Provides the bearer token of a client: the static one, else that of a function, else that of the app.

    Args:
        configuration: the configuration of the client; its token and credentials may change at any time.
        headers: the headers of the client.
        policy: the policy for calls that request a token.
        runtime: the runtime for calls that request a token.

    Raises:
        ApiValueError: the ID or the secret is missing, or the secret may not be sent to the URL.
    """

    def __init__(
        self, configuration: Configuration, headers: Mapping[str, str], policy: RetryPolicy, runtime: Runtime
    ) -> None:
        self._configuration = configuration
        self._headers = headers
        self._policy = policy
        self._runtime = runtime
        self._own_throttle = new_throttle(configuration.calls_per_minute)
        self._found: tuple[App | None, tuple[object, ...]] = (None, ())
        """The app, and the settings that it was found by; changed in one step, since threads share a client."""
        self.refresh(configuration.host)

    @property
    def throttle(self) -> Throttle:
        """The throttle for the calls of the client: that of its app, if the app is known."""
        app = self._app  # read once, here and below: another thread may change it
        return self._own_throttle if app is None else app.throttle

    @property
    def is_known(self) -> bool:
        """Whether there is a token, or a way to get one."""
        return self._configuration.access_token not in (None, "") or self.is_fetched

    @property
    def is_fetched(self) -> bool:
        """Whether there are credentials to request a token with."""
        return self._configuration.credentials is not None or self._app is not None

    def current(self, now: float) -> Sealed | None:
        """Return the current token, or None if the flow has to obtain one."""
        token = sealed(self._configuration.access_token)
        if token is None:
            app = self._app
            return None if app is None else app.token.current(now)
        return _checked("access_token", token) if is_sealed(token) else None

    def obtain(self, refused: Sealed | None, until: float) -> Flow[Sealed | None]:
        """Return a token, or None if the call is to be sent without one."""
        configuration = self._configuration
        token = sealed(configuration.access_token)
        if is_sealed(token):
            return _checked("access_token", token)
        if token is not None:
            given = sealed_whole((yield AskForToken(refused)))
            if given is None:
                return None
            if not isinstance(given.open(), str):
                raise ApiTypeError(
                    f"access_token() should give a str, not {type(given.open()).__name__}", argument="access_token"
                )
            return _checked("access_token()", given)
        settings = self.refresh(configuration.host)  # the pair may have been replaced since the call began
        if configuration.credentials is not None:
            # Called each time, since the credentials may have changed. What is assigned meanwhile is for the next call.
            app: App | None = self._app_for(_pair_of((yield AskForToken(refused))))
            self._found = (app, settings)
        else:
            app = self._app
        if app is None:
            return None
        clock = self._runtime.monotonic
        return (yield from app.token.obtain(partial(self._fetched, app), refused=refused, until=until, clock=clock))

    def refresh(self, host: str) -> tuple[object, ...]:
        """Find the app for the present settings of the configuration, and return these settings.

        If a function gives the credentials, this is the app of its last pair; it is called when a token is due.

        Args:
            host: the host of the configuration, which takes time to find out.

        Raises:
            ApiValueError: the ID or the secret is missing, or the secret may not be sent to the URL.
        """
        configuration = self._configuration
        settings = (
            configuration.client_id,
            sealed(configuration.client_secret),
            configuration.credentials,
            sealed(configuration.token_url),  # a secret may be in it, and it may be refused
            host,
        )
        if settings != self._found[1]:
            is_stated = configuration.credentials is None and (settings[0] is not None or settings[1] is not None)
            self._found = (self._app_for(_stated(configuration)) if is_stated else None, settings)
        return settings

    @property
    def _app(self) -> App | None:
        return self._found[0]

    def _app_for(self, pair: Pair) -> App:
        return app_of(self._configuration, self._headers, pair)

    def _fetched(self, app: App, patience: float, *, early: bool) -> Flow[Token]:
        runtime = self._runtime
        began = runtime.monotonic()
        policy = _EARLY if early else self._policy
        call = app.call._replace(policy=replace(policy, deadline=max(min(policy.deadline, patience), 1e-3)))
        try:
            exchanged = Exchange(call, runtime, None)
            final = yield from exchanged.flow()
            try:
                granted = parse(call, final, runtime)
            finally:
                exchanged.finish(final, None)  # a call for a token leaves no doubt
        except (TransportException, ServiceException, UnreadableResponseException) as error:
            # These classes would say that the call itself, such as a create, may have been acted on.
            raise _no_token(_cause(error), error.attempts) from error
        except ApiException as error:
            error.hint = f"{error.hint}; {_NOTHING_SENT}" if isinstance(error, NotApprovedException) else _NOTHING_SENT
            raise
        token = sealed(granted.access_token or None)
        if token is None:
            raise _no_token("the answer holds no access_token", final.attempts)
        try:
            _checked("the token of the service", token)
        except ApiValueError as error:
            raise _no_token(str(error), final.attempts) from error
        return token_of(token, granted.expires_in, began)


def _stated(configuration: Configuration) -> Pair:
    for name in ("client_id", "client_secret"):
        if not getattr(configuration, name):
            raise ApiValueError(f"{name} is missing; client_id and client_secret go together", argument=name)
    return Pair(configuration.client_id or "", Sealed(configuration.client_secret or ""))


def _checked(name: str, token: Sealed) -> Sealed:
    """Return a token if it can be sent.

    Raises:
        ApiValueError: it cannot be sent. No frame of the error contains the token as text.
    """
    why = ""
    try:
        header_value(name, token.open())
    except ApiValueError as error:
        why = str(error)
    if why:
        raise ApiValueError(why, argument=name.removesuffix("()"))
    return token


def _pair_of(given: object) -> Pair:
    """Return the result of `credentials()` as a pair; an error does not contain it."""
    match given:
        case (str(one), Sealed() as other) if one and other.open():
            return Pair(one, other)
        case _:
            raise ApiTypeError(
                "credentials() should give two texts, (client_id, client_secret), neither of them empty",
                argument="credentials",
            )


def _no_token(why: str, attempts: int) -> NotSentException:
    operation = operations.GET_ACCESSTOKEN.name
    return NotSentException(0, f"no token: {why}", operation=operation, attempts=attempts, hint=_NOTHING_SENT)


def _cause(error: ApiException) -> str:
    errors = "; ".join(filter(None, map(str, error.errors)))
    return " ".join(filter(None, (str(error.status or ""), error.reason, errors and f"({errors})")))


def sealed_whole(given: object) -> Sealed | None:
    """Return the result of a program's `access_token()` sealed, whatever it is; None for None."""
    return given if given is None or is_sealed(given) else Sealed(given)


def sealed_pair(given: object) -> Any:
    """Return the result of a program's `credentials()` with its secret sealed; None if it is not a pair."""
    match given:
        case (str(client_id), str(client_secret)):
            return client_id, sealed(client_secret)
        case _:
            return None
