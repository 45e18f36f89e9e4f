"""The cases of returns that the sandbox keeps."""

from typing import Final

from xi.sdk.resellers.sandbox.keeping import Kept
from xi.sdk.resellers.sandbox.returns.values import ReturnCase

CASES: Final[Kept[ReturnCase]] = Kept(
    "return", ReturnCase, key=lambda case: case.number, customer=lambda case: case.customer
)
