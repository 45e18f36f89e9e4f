"""Imports a model by its name, and pydantic with it, when a call first needs it."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def model_class(name: str) -> Any:
    """Return the class of a model; the type is Any, since the name is known only at run time."""
    from xi.sdk.resellers import models  # noqa: PLC0415 - the point of this module

    return getattr(models, name)
