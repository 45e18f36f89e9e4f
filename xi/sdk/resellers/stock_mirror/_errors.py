"""What a mirror raises where its database cannot be used, and what to do about it."""

from __future__ import annotations

from typing import Final

from xi.sdk.resellers._databases import DatabaseFault, advice, fault_of, said_by
from xi.sdk.resellers.exceptions import OpenApiException

_REMEDIES: Final = {
    DatabaseFault.NO_TABLES: "do the same again: they are made anew, and a check fills them",
    DatabaseFault.OTHER_TABLES: "choose another prefix; or, if nobody needs them, delete them: a check fills new ones",
}
"""What to do where it is not the same for every database."""


class MirrorError(OpenApiException):
    """The database of a mirror cannot be used. `__cause__` is what its driver raised.

    Args:
        message: what is wrong, and what to do.
        fault: why.
    """

    def __init__(self, message: str, fault: DatabaseFault) -> None:
        super().__init__(message)
        self.fault = fault


def mirror_error(error: Exception, name: str) -> MirrorError:
    """Return what an error of a driver means.

    Args:
        error: the error of SQLAlchemy or of the driver.
        name: where the mirror is, as it is shown to people: without a password.
    """
    fault, what = fault_of(error)
    return error_of(name, what, fault, said_by(error))


def error_of(name: str, what: str, fault: DatabaseFault, said: str) -> MirrorError:
    """Return an error with what is wrong, and what to do.

    Args:
        name: where the mirror is.
        what: what is wrong.
        fault: why.
        said: what the driver, or Python, said of it.
    """
    return MirrorError(f"the stock mirror {name}: {advice(fault, what, _REMEDIES, said)}", fault)
