"""The quota of calls: how many are left, when it is renewed, and which calls are refused."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

RESET_FORMS: Final = ("milliseconds", "seconds", "wait", "stale")
"""Forms of the reset header: epoch in milliseconds, as measured; in seconds; seconds to wait; a moment in the past."""

_PAST_S: Final = 30
_READS: Final = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class RateLimit:
    """The limit of calls; the portal says 60 GET calls a minute for each endpoint and app.

    Args:
        calls: Calls in each window, 1 or more.
        window: Seconds a window lasts, above 0.
        every_method: Whether the limit is for all methods, not only for GET.
        app_wide: Whether all operations share it, as was observed; the portal grants it by endpoint.
        reset: The form of the reset header, one of RESET_FORMS.
    """

    calls: int = 60
    window: float = 60.0
    every_method: bool = False
    app_wide: bool = False
    reset: str = "milliseconds"

    def __post_init__(self) -> None:
        """Refuse values that are not possible."""
        if self.calls < 1 or not self.window > 0:
            raise ValueError("calls should be 1 or more, window seconds above 0")
        if self.reset not in RESET_FORMS:
            raise ValueError(f"reset is {self.reset!r}; it should be one of {', '.join(RESET_FORMS)}")


@dataclass(frozen=True, slots=True)
class Quota:
    """The decision about one call.

    Args:
        granted: Whether the call is within the quota.
        headers: The headers for its response.
    """

    granted: bool
    headers: dict[str, str]


class Quotas:
    """Counts calls in fixed windows, by app and operation.

    Args:
        limit: The limit; with None all calls are granted, and no headers are sent.
    """

    def __init__(self, limit: RateLimit | None) -> None:
        self.limit = limit
        self._made: dict[tuple[str, str], tuple[int, int]] = {}

    def take(self, app: str, operation: str, method: str, now: datetime) -> Quota:
        """Count a call.

        Args:
            app: The client ID that the token was issued to.
            operation: The name of the operation.
            method: GET and so on.
            now: The sandbox's time.
        """
        limit = self.limit
        if limit is None or (method not in _READS and not limit.every_method):
            return Quota(granted=True, headers={})
        moment = now.timestamp()
        window = int(moment // limit.window)
        key = (app, "" if limit.app_wide else operation)
        counted, made = self._made.get(key, (window, 0))
        made = made + 1 if counted == window else 1
        self._made[key] = (window, made)
        headers = {
            "X-RateLimit-Limit": str(limit.calls),
            "X-RateLimit-Remaining": str(max(limit.calls - made, 0)),
            "X-RateLimit-Reset": _reset_header((window + 1) * limit.window, moment, limit.reset),
        }
        return Quota(made <= limit.calls, headers)

    def forget(self) -> None:
        """Remove all counts."""
        self._made.clear()


def _reset_header(reset: float, now: float, form: str) -> str:
    match form:
        case "milliseconds":
            return str(round(reset * 1000))
        case "seconds":
            return str(round(reset))
        case "wait":
            return str(round(reset - now))
        case _:
            return str(round((now - _PAST_S) * 1000))
