"""Tells what a value of JSON is, for type checkers too."""

from __future__ import annotations

from typing import Any, TypeGuard

Json = dict[str, Any]
"""A JSON object."""


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Return whether a value is a list."""
    return isinstance(value, list)


def is_object(value: object) -> TypeGuard[Json]:
    """Return whether a value is an object."""
    return isinstance(value, dict)
