"""The reason of a case: which code the distributor gives to the words of a reseller."""

import re
from typing import Final

_CODED: Final = re.compile(r"\([A-Z0-9]{2,3} ?\) .+")
_DEFAULT: Final = ("(CS ) Customer Service Discretion", False)
_RULES: Final = (
    (("not received", "partial", "short", "missing", "lost"), ("(SS) Short Shipment", True)),
    (("damage",), ("(DM) Damaged from Carrier", True)),
    (("defect", "broken", "does not work", "dead on arrival"), ("(DF) Defective Items", False)),
    (("incomplete",), ("(IN) Incomplete", True)),
    (("too many", "over shipment", "more than ordered"), ("(OS) Over Shipment", False)),
    (("price",), ("(PR) Pricing Error", True)),
    (("refuse",), ("(RF) Refusal Credit", False)),
    (("wrong",), ("(WS) Wrong Sales Sealed", False)),
    (("opened",), ("(TE) Opened Return", False)),
)
"""Words, and the code of the reason that they stand for, with whether it makes a claim.

The sentences that the live API takes as reasons are published nowhere, so any are taken, and their words decide.
"""
_CLAIMS: Final = frozenset(reason for _, (reason, is_claim) in _RULES if is_claim)


def reason_of(primary: str, secondary: str) -> tuple[str, bool]:
    """Return the coded reason for the words of a reseller, and whether it makes a claim.

    Args:
        primary: The primary reason; one that has a code already is kept as it is.
        secondary: The secondary reason.
    """
    if _CODED.fullmatch(primary):
        return primary, primary in _CLAIMS
    words = f"{primary} {secondary}".lower()
    return next((found for terms, found in _RULES if any(term in words for term in terms)), _DEFAULT)
