"""Searches of returns: the filters, ranges and sorting in a query, and what they find."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from xi.sdk.resellers.sandbox.invoices.values import plain
from xi.sdk.resellers.sandbox.returns.values import CaseState, ReturnCase
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, FieldError
from xi.sdk.resellers.sandbox.wire.parameters import Parameters

Match = Callable[[ReturnCase], bool]
SortKey = Callable[[ReturnCase], datetime | str | Decimal]

_FILTERS: Final[Mapping[str, Callable[[ReturnCase], Iterable[str]]]] = MappingProxyType(
    {
        "caseRequestNumber": lambda case: (case.number,),
        "returnClaimId": lambda case: (case.claim_id,),
        "referenceNumber": lambda case: (case.reference.upper(),),
        "ingramPartNumber": lambda case: (each.part_number.upper() for each in case.lines),
        "vendorPartNumber": lambda case: (each.vendor_number.upper() for each in case.lines),
    }
)
"""Filters by text, which is compared without regard to case."""
SORTABLE: Final[Mapping[str, SortKey]] = MappingProxyType(
    {
        "createdOn": lambda case: case.created_at,
        "modifiedOn": lambda case: case.modified_at,
        "caseRequestNumber": lambda case: case.number,
        "returnClaimId": lambda case: case.claim_id,
        "referenceNumber": lambda case: case.reference.upper(),
        "returnReason": lambda case: case.reason,
        "type": lambda case: case.kind,
        "status": lambda case: case.state.value,
        "estimatedTotalValue": lambda case: case.value,
        "credit": lambda case: case.credit or Decimal(0),
    }
)
"""The columns by which a search can be sorted."""
_DEFAULT_COLUMN: Final = "createdOn"
_DIRECTIONS: Final = ("asc", "desc")


@dataclass(frozen=True, slots=True)
class ReturnQuery:
    """A valid search.

    Args:
        matches: Conditions, all of which a case has to meet.
        column: What to sort by, one of SORTABLE.
        descending: Whether the largest is first.
    """

    matches: Sequence[Match]
    column: str = _DEFAULT_COLUMN
    descending: bool = True

    def found(self, cases: Iterable[ReturnCase]) -> list[ReturnCase]:
        """Return those of some cases that the search finds, sorted.

        Args:
            cases: The oldest first; of equal ones the oldest is first too, or last if the search is descending.
        """
        kept = [each for each in cases if all(match(each) for match in self.matches)]
        ordered = sorted(kept, key=SORTABLE[self.column])
        return ordered[::-1] if self.descending else ordered


def read_return_query(request: ApiRequest) -> ReturnQuery | list[FieldError]:
    """Read the filters and the sorting of a search; unknown parameters are ignored, as the live API does."""
    given = Parameters(request)
    matches: list[Match] = []
    for name, texts in _FILTERS.items():
        if wanted := given.text(name).upper():
            matches.append(_one_is(wanted, texts))
    if number := plain(given.text("invoiceNumber")):
        matches.append(lambda case: plain(case.invoice_number) == number)
    if states := _states(given, "returnStatus-in"):
        matches.append(lambda case: case.state in states)
    if claims := _states(given, "claimStatus-in"):
        matches.append(lambda case: case.is_claim and case.state in claims)
    # A reason that has a comma itself cannot be asked for: it falls apart here, as on the live API.
    if reasons := {_folded(each) for each in given.words("returnReason-in")}:
        matches.append(lambda case: _folded(case.reason) in reasons)
    for name, of in _MOMENTS.items():
        span = given.days(name)
        if span is not None:
            matches.append(_between(of, *span))
    column, descending = _sorting(given)
    return given.errors or ReturnQuery(matches, column, descending)


_MOMENTS: Final[Mapping[str, Callable[[ReturnCase], datetime]]] = MappingProxyType(
    {"createdOn-bt": lambda case: case.created_at, "modifiedOn-bt": lambda case: case.modified_at}
)


def _folded(reason: str) -> str:
    return "".join(reason.split()).upper()


def _one_is(wanted: str, texts: Callable[[ReturnCase], Iterable[str]]) -> Match:
    return lambda case: any(text == wanted for text in texts(case))


def _between(of: Callable[[ReturnCase], datetime], first: date, last: date) -> Match:
    return lambda case: first <= of(case).date() <= last


def _states(given: Parameters, name: str) -> frozenset[CaseState]:
    known = {state.value.upper(): state for state in CaseState}
    wanted = given.words(name)
    for word in wanted:
        if word.upper() not in known:
            one_of = f"{name} must have some of {', '.join(CaseState)}, separated by commas"
            given.refuse(name, one_of, word)
    return frozenset(known[word.upper()] for word in wanted if word.upper() in known)


def _sorting(given: Parameters) -> tuple[str, bool]:
    """Return the column to sort by, and whether the largest value is first.

    What `sort` and `sortingColumnName` share out is not known: either may name the column, and `sort` the direction.
    """
    column = given.one_of("sortingColumnName", SORTABLE)
    asked = given.one_of("sort", (*SORTABLE, *_DIRECTIONS))
    if asked in SORTABLE:
        column = column or asked
    return column or _DEFAULT_COLUMN, asked != "asc"
