"""How requests get to an origin, as a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from xi.sdk.resellers._transport.proxies import Proxy


class Route(NamedTuple):
    """What was opened for an origin."""

    manager: Any
    pool: Any
    """None where only the manager is asked."""
    proxy: Proxy | None
    is_absolute: bool = False
    """Whether the whole URL is asked for, as of a proxy for plain http; everyone else is asked for the path."""
