"""The log of ordering: each record has the fields po, batch and correlation_id, None where there is none."""

from __future__ import annotations

import logging
from collections.abc import MutableMapping
from typing import TYPE_CHECKING, Any, Final

FIELDS: Final = ("po", "batch", "correlation_id")
"""The fields of each record, so that a program can write them into columns of their own."""
NOTICEABLE_S: Final = 1.0
"""A longer wait is logged, as in the client: somebody may notice it and wonder why."""

if TYPE_CHECKING:
    Adapter = logging.LoggerAdapter[logging.Logger]
else:
    Adapter = logging.LoggerAdapter


class _Log(Adapter):
    def process(self, msg: Any, kwargs: MutableMapping[str, Any]) -> tuple[Any, MutableMapping[str, Any]]:
        """Add the fields that a record lacks."""
        kwargs["extra"] = dict.fromkeys(FIELDS) | (kwargs.get("extra") or {})
        return msg, kwargs


log: Final = _Log(logging.getLogger("xi.sdk.resellers.ordering"))
