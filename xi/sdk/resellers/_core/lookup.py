"""Finds a model by its name, and pydantic with it, only once a call needs one."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def model_class(name: str) -> Any:
    """Return the class of a model; typed as Any, since the name is only known when it runs."""
    from xi.sdk.resellers import models  # noqa: PLC0415 - the point of this module

    return getattr(models, name)
