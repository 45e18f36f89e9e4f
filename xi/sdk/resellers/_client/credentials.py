"""Where a client's bearer token comes from: its configuration, its program, or the service itself."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from xi.sdk.resellers._client.apps import App, Pair, app_of, new_throttle, token_request
from xi.sdk.resellers._core.build import header_value
from xi.sdk.resellers._core.exchange import exchange
from xi.sdk.resellers._core.flow import Acquire
from xi.sdk.resellers._core.operations.accesstoken import GET_ACCESSTOKEN
from xi.sdk.resellers._core.parse import parse
from xi.sdk.resellers._core.redact import Sealed, is_sealed, sealed
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._core.token import Token, granted
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
    from collections.abc import Callable, Mapping

    from xi.sdk.resellers._core.exchange import Surroundings
    from xi.sdk.resellers._core.flow import Flow
    from xi.sdk.resellers._core.messages import Timeouts
    from xi.sdk.resellers._core.throttle import Throttle
    from xi.sdk.resellers.configuration import Configuration

_NOTHING_SENT = "there is no token, so nothing else was sent"
_EARLY = RetryPolicy(attempts=1, deadline=10.0)
"""While the old token still serves, a call is not held up for long."""


class Bearer:
    """The bearer token of a client: a static one first, then what a callable gives, then the app's own.

    Args:
        configuration: may be given another token, or other credentials, at any time.
        headers: of the client, for fetching a token.
        check_origin: refuses where a secret must not go, by the name of the setting that says so.
        policy: for fetching a token.
        timeouts: likewise.
        surroundings: likewise.

    Raises:
        ApiValueError: half of the credentials is missing, or there is no URL that they may go to.
    """

    def __init__(
        self,
        configuration: Configuration,
        headers: Mapping[str, str],
        check_origin: Callable[[str, str], None],
        policy: RetryPolicy,
        timeouts: Timeouts,
        surroundings: Surroundings,
    ) -> None:
        self._configuration = configuration
        self._headers = headers
        self._check_origin = check_origin
        self._policy = policy
        self._timeouts = timeouts
        self._surroundings = surroundings
        self._own_throttle = new_throttle(configuration.calls_per_minute)
        self._known: tuple[App | None, tuple[object, ...]] = (None, ())
        self._app()

    @property
    def throttle(self) -> Throttle:
        """What holds the client's calls back: its app's, so far as the app is known."""
        app = self._app()
        return self._own_throttle if app is None else app.throttle

    @property
    def is_known(self) -> bool:
        """Whether there is anything to send."""
        return self.is_fetched or self._configuration.access_token not in (None, "")

    @property
    def is_fetched(self) -> bool:
        """Whether there are credentials to fetch a token with."""
        return self._configuration.credentials is not None or self._app() is not None

    def held(self, now: float) -> Sealed | None:
        """Return a token that is at hand, if there is one."""
        token = sealed(self._configuration.access_token)
        if token is None:
            app = self._app()
            return None if app is None else app.keeper.held(now)
        return _checked("access_token", token) if is_sealed(token) else None

    def acquire(self, refused: Sealed | None, until: float) -> Flow[Sealed | None]:
        """Get a token, or None where there is none to send."""
        configuration = self._configuration
        token = sealed(configuration.access_token)
        if is_sealed(token):
            return _checked("access_token", token)
        if token is not None:
            given = yield Acquire(refused)
            if given is not None and not is_sealed(given):
                raise ApiTypeError(
                    f"access_token() should give a str, not {type(given).__name__}", argument="access_token"
                )
            return None if given is None else _checked("access_token()", given)
        app = self._app()
        if configuration.credentials is not None:
            # Asked anew: what it gave for the last token may be no good any more.
            app = self._app_for(_pair_of((yield Acquire(refused))))
            self._known = (app, self._known[1])
        if app is None:
            return None
        clock = self._surroundings.monotonic
        return (yield from app.keeper.acquire(partial(self._fetched, app), refused=refused, until=until, clock=clock))

    def _app(self) -> App | None:
        """Return the app that the configuration calls for at this moment.

        Where a function gives the credentials, that is the app of the last pair: it is asked when a token is due.
        """
        configuration = self._configuration
        said = (
            configuration.client_id,
            sealed(configuration.client_secret),
            configuration.credentials,
            configuration.token_url,
            configuration.host,
        )
        app, known = self._known
        if said != known:
            app = None
            if configuration.credentials is None and (said[0] is not None or said[1] is not None):
                app = self._app_for(_stated(configuration))
            self._known = (app, said)
        return app

    def _app_for(self, pair: Pair) -> App:
        configuration = self._configuration
        request = token_request(configuration, self._headers, pair)
        self._check_origin(request.origin, "host" if configuration.token_url is None else "token_url")
        return app_of(configuration, request, pair)

    def _fetched(self, app: App, patience: float, *, early: bool) -> Flow[Token]:
        began = self._surroundings.monotonic()
        policy = _EARLY if early else self._policy
        try:
            answered = yield from exchange(
                GET_ACCESSTOKEN,
                app.request,
                policy=replace(policy, deadline=max(min(policy.deadline, patience), 1e-3)),
                timeouts=self._timeouts,
                surroundings=self._surroundings,
                credentials=None,
            )
            said = parse(GET_ACCESSTOKEN, answered, correlation_id=None, now=self._surroundings.wall)
        except (TransportException, ServiceException, UnreadableResponseException) as error:
            # Of these the class alone would say that the call itself, a create for one, may have been acted on.
            raise _no_token(_cause(error), error.attempts) from error
        except ApiException as error:
            error.hint = f"{error.hint}; {_NOTHING_SENT}" if isinstance(error, NotApprovedException) else _NOTHING_SENT
            raise
        token = sealed(said.access_token or None)
        if token is None:
            raise _no_token("the answer holds no access_token", answered.attempts)
        try:
            _checked("the token of the service", token)
        except ApiValueError as error:
            raise _no_token(str(error), answered.attempts) from error
        return granted(token, said.expires_in, began)


def _stated(configuration: Configuration) -> Pair:
    for name in ("client_id", "client_secret"):
        if not getattr(configuration, name):
            raise ApiValueError(f"{name} is missing; client_id and client_secret go together", argument=name)
    return Pair(configuration.client_id or "", Sealed(configuration.client_secret or ""))


def _checked(name: str, token: Sealed) -> Sealed:
    """Return a token that can be sent.

    Raises:
        ApiValueError: it cannot; the error has no frame that holds the token as text.
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
    """Return what `credentials()` gave as a pair; nothing of it is ever shown."""
    match given:
        case (str(one), Sealed() as other) if one and other.open():
            return Pair(one, other)
        case _:
            raise ApiTypeError(
                "credentials() should give two texts, (client_id, client_secret), neither of them empty",
                argument="credentials",
            )


def _no_token(why: str, attempts: int) -> NotSentException:
    operation = GET_ACCESSTOKEN.name
    return NotSentException(0, f"no token: {why}", operation=operation, attempts=attempts, hint=_NOTHING_SENT)


def _cause(error: ApiException) -> str:
    told = "; ".join(filter(None, map(str, error.errors)))
    return " ".join(filter(None, (str(error.status or ""), error.reason, told and f"({told})")))


def sealed_pair(given: object) -> Any:
    """Return what a program's `credentials()` gave with its secret sealed; None for what is no pair."""
    match given:
        case (str(client_id), str(client_secret)):
            return client_id, sealed(client_secret)
        case _:
            return None
