"""Warns of a public name that will go, always in one form. docs/deprecations.md is the policy."""

from __future__ import annotations

import warnings


def warn_deprecated(name: str, *, since: str, gone_in: str, instead: str, stacklevel: int = 1) -> None:
    """Warn with a DeprecationWarning at the line of the user that uses a name.

    Args:
        name: what the user wrote: a full name such as `xi.sdk.resellers.aio.Name`, or an argument as `Api.call(name=)`.
        since: the version that warned first, such as `2.1`.
        gone_in: the major version that no longer has it, such as `3.0`.
        instead: what to write in its place, as an end of the sentence "Instead, ...".
        stacklevel: 1 if users call the function that warns; one more for each function of this package in between.
    """
    message = f"{name} is deprecated since {since} and will be gone in {gone_in}. Instead, {instead}"
    # One more for this function, and one for the function that warns: the warning belongs to the line that called it.
    warnings.warn(message, DeprecationWarning, stacklevel=stacklevel + 2)
