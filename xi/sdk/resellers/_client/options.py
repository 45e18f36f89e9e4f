"""The options of a call, and its policy and timeouts, which follow from them and the configuration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from xi.sdk.resellers._core.messages import DEFAULT_TIMEOUTS, Timeouts
from xi.sdk.resellers._core.retry import DEFAULT_POLICY, RetryPolicy
from xi.sdk.resellers._records import dataclass, replace
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from typing_extensions import TypeIs

    from xi.sdk.resellers.configuration import Configuration

_LONGEST_S = 1e9
"""About thirty years; a longer time is a mistake, and clocks cannot add it."""


@dataclass(frozen=True, slots=True, repr=False)
class CallOptions:
    """The options of a call; the first five are those of the published package.

    It is not a tuple, since tools would show the credential and the headers in it.
    """

    request_timeout: float | tuple[float, float] | None = None
    request_auth: Mapping[str, Any] | None = None
    content_type: str | None = None
    headers: Mapping[str, str] | None = None
    host_index: int = 0
    retry: RetryPolicy | None = None
    deadline: float | None = None
    needs_credentials: bool = False
    """Whether a call without credentials is refused; by default it is sent, as the published package does."""

    @property
    def is_bound(self) -> bool:
        """Whether it is a call for a bound account, in which nothing that has two orders goes by position."""
        return self.needs_credentials

    def with_types(self) -> dict[str, tuple[object, type]]:
        """Return the options whose type is not checked where they are used, with the type that each should have."""
        return {
            "_request_auth": (self.request_auth, Mapping),
            "_content_type": (self.content_type, str),
            "_headers": (self.headers, Mapping),
            "_host_index": (self.host_index, int),
        }

    def __repr__(self) -> str:
        return f"CallOptions({self.request_timeout!r}, {self.content_type!r}, {self.host_index!r})"


def policy_of(configuration: Configuration) -> RetryPolicy:
    """Return the policy of a client's calls.

    Raises:
        ApiTypeError: `retry` is not a policy.
        ApiValueError: the number of repeats is negative.
    """
    policy = DEFAULT_POLICY if configuration.retry is None else _checked("retry", configuration.retry)
    repeats = configuration.retries
    if repeats is not None and not isinstance(repeats, int):
        repeats = repeats.total
    if repeats is None:
        return policy
    if not isinstance(repeats, int):  # pyright: ignore[reportUnnecessaryIsInstance] - any object may have a total
        raise ApiTypeError(
            f"Configuration.retries has a total of {type(repeats).__name__}; it should be a whole number of repeats",
            argument="retries",
        )
    if repeats < 0:
        raise ApiValueError(f"Configuration.retries is {repeats!r}; it should be 0 or more repeats")
    return replace(policy, attempts=int(repeats) + 1)


def policy_of_call(configuration: Configuration, options: CallOptions) -> RetryPolicy:
    """Return the policy of a call: its own or that of the client, with the deadline of the call if it has one.

    Raises:
        ApiTypeError: `_retry` is not a policy.
        ApiValueError: the deadline is not a number of seconds above 0.
    """
    policy = policy_of(configuration) if options.retry is None else _checked("_retry", options.retry)
    if options.deadline is None:
        return policy
    if not _is_time(options.deadline):
        raise ApiValueError(
            f"_deadline is {options.deadline!r:.40}; it should be seconds above 0", argument="_deadline"
        )
    return replace(policy, deadline=options.deadline)


def timeouts_of_call(options: CallOptions) -> Timeouts:
    """Return the timeouts of each attempt of a call.

    Raises:
        ApiValueError: the option is neither a time nor a pair of times.
    """
    given: Any = options.request_timeout  # not every caller is checked
    if given is None:
        return DEFAULT_TIMEOUTS
    if _is_time(given):
        return Timeouts(connect=min(given, DEFAULT_TIMEOUTS.connect), read=given, total=given)
    if isinstance(given, (tuple, list)):
        times = list(cast("Sequence[object]", given))
        connect, read = times if len(times) == 2 else (None, None)  # noqa: PLR2004 - a pair
        if _is_time(connect) and _is_time(read):
            return Timeouts(connect=connect, read=read)
    raise ApiValueError(
        f"_request_timeout is {given!r}; it should be seconds above 0, or a pair: to connect, and between reads",
        argument="_request_timeout",
    )


def _checked(name: str, given: object) -> RetryPolicy:
    if not isinstance(given, RetryPolicy):
        raise ApiTypeError(f"{name} is {given!r}; it should be a RetryPolicy, such as RetryPolicy(attempts=3)")
    return given


def _is_time(given: object) -> TypeIs[float]:
    """Return whether a value is a number of seconds that can be waited."""
    return isinstance(given, (int, float)) and not isinstance(given, bool) and 0 < given <= _LONGEST_S
