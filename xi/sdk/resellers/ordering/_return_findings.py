"""Read what is said of a return, in an answer or by a search, and compare it with what was filed; pure.

The rules of a look:

1. A case is ours by the number that our own answer gave. Otherwise it has to have our reference number; one with
   another reference is none of our business.
2. A case with our reference is compared: the part, by the first kind of number that both sides have, the invoice,
   without its dashes, and the units. If one of them is not told, it cannot be compared. Neither can a case without a
   reference, or without a number, that may be about our goods.
3. A case with another part or invoice, or with more units, is another's, under our reference. So is one that was filed
   before the day of our first request, with a day of slack, since a date may be that of another zone.
4. One case with our units is ours. Two of them were filed twice. Cases that have our units only together are ours: the
   server may split a return. Fewer units are ours in part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Final, cast

from xi.sdk.resellers import models
from xi.sdk.resellers._purchase_orders import folded
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.exceptions import printable
from xi.sdk.resellers.models._schema import Nested
from xi.sdk.resellers.models._unparsed import declared_places
from xi.sdk.resellers.ordering._evidence import Reply, is_number, members_of, texts_of
from xi.sdk.resellers.ordering._findings import Part, amount_of, day_of, part_of
from xi.sdk.resellers.ordering._matching import Sight
from xi.sdk.resellers.ordering._protocol import Answered, Said, Seen

_CASE: Final = re.compile(r"/returnsClaims/\d+")
"""The place of a case that cannot be read."""
_CREATED: Final = Nested(models.ReturnsCreateResponse)


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedReturn:
    """What is looked for.

    Args:
        reference: the reference number.
        invoice: the invoice; None if the content was redacted.
        part: the part.
        units: the units; None if the content was redacted.
        known: the case numbers that our own answers gave.
        others: the case numbers of other returns in the ledger, which are never ours.
        since: the moment from which a case counts as ours, in seconds since 1970.
    """

    reference: str
    invoice: str | None = None
    part: Part = field(default_factory=Part)
    units: int | None = None
    known: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    since: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLine:
    """A line of a case: its part, its units and its invoice, as far as the answer says."""

    part: Part
    units: int | None
    invoice: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundReturn:
    """A case that a look has found.

    Args:
        number: the number of the case; empty if the answer has none.
        claim: the number of the claim; empty while there is none.
        reference: the reference number, as it came.
        created: when it was filed, as it came.
        lines: its lines; None if the answer has none, or some cannot be read.
    """

    number: str
    claim: str = ""
    reference: str = ""
    created: str | None = None
    lines: tuple[FoundLine, ...] | None = None

    def __str__(self) -> str:
        """Return what it is called in a text."""
        number = f"case {self.number}" if self.number else "a case without a number"
        return f"{number}, claim {self.claim}" if self.claim else number


def plain_invoice(number: str | None) -> str:
    """Return the number of an invoice as it is compared: Ingram Micro writes it with and without dashes.

    Args:
        number: the number.
    """
    return "".join(filter(str.isalnum, folded(number)))


# -- answers to a create


def reply_of_return(response: ApiResponse[models.ReturnsCreateResponse], reference: str) -> Reply:
    """Return what a success says.

    Args:
        response: the answer to a create, of the `_with_http_info` form.
        reference: the reference number that was sent.
    """
    claims = [each for each in response.data.returns_claims or () if _is_about(each.reference_number, reference)]
    cases = [FoundReturn(number=_number(each.case_request_number), claim=_number(each.rma_claim_id)) for each in claims]
    numbers = tuple(dict.fromkeys(each.number or each.claim for each in cases if each.number or each.claim))
    named = [str(each) for each in cases if each.number or each.claim]
    about = "; ".join(named) or "a success without the number of a case"
    claim = next((each.claim for each in cases if each.claim), None)
    return Reply(
        answered=Answered(Said.PLACED if numbers else Said.GARBLED, numbers=numbers, confirmation=claim),
        status=response.status_code,
        says=printable(f"{response.status_code}: {about}"),
        raw=response.raw_data,
        headers=dict(response.headers or {}),
        total=_total(response.raw_data) if numbers else None,
    )


def _is_about(reference: str | None, ours: str) -> bool:
    return folded(reference) in ("", folded(ours))


def _number(text: str | None) -> str:
    # A database may refuse other characters, and with them the answer.
    number = folded(printable(text or ""))
    return number if is_number(number) else ""


def _total(raw: bytes) -> str | None:
    """Return the estimated value, from the text of the answer: a float would change the digits."""
    with suppress(ValueError, RecursionError):
        listed = texts_of(raw, _CREATED).get("returnsClaims")
        claims = cast("list[object]", listed) if isinstance(listed, list) else []
        amounts = [amount_of(members_of(each).get("estimatedTotalValue")) for each in claims]
        if amounts and None not in amounts:
            return str(sum((Decimal(each) for each in amounts if each), Decimal(0)))
    return None


# -- cases that a look has found


def candidates(
    wanted: WantedReturn, claims: Iterable[models.ReturnsSearchResponseReturnsClaimsInner]
) -> list[FoundReturn]:
    """Return the cases in the answer to a search that may be ours, without their lines, which only the details have.

    Args:
        wanted: what is looked for.
        claims: the cases in the answer.
    """
    found = [
        FoundReturn(
            number=_number(each.case_request_number),
            claim=_number(each.return_claim_id),
            reference=each.reference_number or "",
            created=each.created_on,
        )
        for each in claims
        if _is_about(each.reference_number, wanted.reference) or _number(each.case_request_number) in wanted.known
    ]
    return [each for each in dict.fromkeys(found) if each.number not in wanted.others or not each.number]


def not_shown(answer: models.ReturnsSearchResponse) -> int:
    """Return how many more cases than can be read the answer to a search has at least.

    A link to the next page tells of one, where no number does.

    Args:
        answer: the answer.
    """
    unreadable = sum(1 for place in declared_places(answer) if _CASE.fullmatch(place))
    more = (answer.records_found or 0) - len(answer.returns_claims or ())
    return max(more, int(bool(answer.next_page)), unreadable)


def more_cases(left: int) -> str:
    """Return in words that a search has not shown all cases.

    Args:
        left: how many more there are at least.
    """
    return f"the search says that there are at least {left} more cases, and does not show them"


def with_details(case: FoundReturn, details: models.ReturnsDetailsResponse) -> FoundReturn:
    """Return a case with what its details say.

    Args:
        case: the case, as the search has it.
        details: the answer.
    """
    products = details.products
    # An answer about another case tells nothing of the lines of this one.
    is_same = _number(details.case_request_number) in ("", case.number)
    is_whole = products is not None and not any(place.startswith("/products") for place in declared_places(details))
    return FoundReturn(
        number=case.number,
        claim=_number(details.rma_claim_id) or case.claim,
        reference=details.reference_number or case.reference,
        created=details.created_on or case.created,
        lines=tuple(map(_line, products or ())) if is_whole and is_same else None,
    )


def _line(product: models.ReturnsDetailsResponseProductsInner) -> FoundLine:
    units = product.quantity
    is_whole = units is not None and units >= 0 and float(units).is_integer()
    return FoundLine(
        part=part_of({"ingramPartNumber": product.ingram_part_number, "vendorPartNumber": product.vendor_part_number}),
        units=int(units) if units is not None and is_whole else None,
        invoice=product.invoice_number,
    )


def judge_return(wanted: WantedReturn, found: Sequence[FoundReturn], *, left: int = 0) -> Sight:
    """Return what a look has seen.

    Args:
        wanted: what is looked for.
        found: the cases that it has found.
        left: how many more the server says that it has, and did not show.
    """
    compared = _Compared()
    for each in found:
        _compare(wanted, each, compared)
    full = [each for each, units in compared.fitting if units == wanted.units]
    if compared.ours:
        if full:
            return _doubled([*compared.ours, *full])
        return replace(_said(Seen.OURS, compared.ours, "known by its number"), leaves_open=", ".join(compared.unclear))
    if len(full) > 1:
        return _doubled(full)
    if full:
        return _said(Seen.OURS, full, "reference, invoice, part and units are those of the return")
    if compared.unclear or left:
        return Sight(Seen.UNCLEAR, (), (compared.unclear or [more_cases(left)])[0])
    return _judge_parts(wanted, compared)


def _judge_parts(wanted: WantedReturn, compared: _Compared) -> Sight:
    """Judge cases of which none has all units."""
    cases = [each for each, _ in compared.fitting]
    together = sum(units for _, units in compared.fitting)
    if cases and together == wanted.units:
        return _said(Seen.OURS, cases, "they have the units of the return together")
    if cases and together > (wanted.units or 0):
        return Sight(Seen.UNCLEAR, (), f"{_listed(cases)}: they have more units together than were returned")
    if compared.strange:
        return Sight(Seen.FOREIGN, (), compared.strange[0])
    if cases:
        return _said(Seen.PARTLY, cases, f"{together} of {wanted.units} units")
    return Sight(Seen.NOTHING, (), f"no case with reference {wanted.reference}")


@dataclass(slots=True)
class _Compared:
    """The cases, sorted by what they have to do with ours."""

    ours: list[FoundReturn] = field(default_factory=list[FoundReturn])
    """Those with a number that our own answer gave."""
    fitting: list[tuple[FoundReturn, int]] = field(default_factory=list[tuple[FoundReturn, int]])
    """Those with our reference and goods, and not more units, with their units."""
    strange: list[str] = field(default_factory=list[str])
    """Why some with our reference are another's."""
    unclear: list[str] = field(default_factory=list[str])
    """Why some cannot be compared."""


def _compare(wanted: WantedReturn, case: FoundReturn, compared: _Compared) -> None:
    if case.number and case.number in wanted.known:
        compared.ours.append(case)
        return
    has_ours = folded(case.reference) == folded(wanted.reference)
    if case.reference and not has_ours:
        return
    units, why = _units(wanted, case)
    day = day_of(case.created)
    first = None if wanted.since is None else datetime.fromtimestamp(wanted.since, UTC).date() - timedelta(days=1)
    if first is not None and day is not None and day < first:
        why = f"was filed on {day}, before ours was sent"
        units = None
    elif units is None and not why:
        compared.unclear.append(f"{case} cannot be compared")
        return
    if not has_ours:
        if not why:
            compared.unclear.append(f"{case} is about the same goods, and has no reference number")
    elif why:
        compared.strange.append(f"{case} {why}")
    elif not case.number:
        compared.unclear.append(f"{case} is about the same goods")
    elif units is not None:
        compared.fitting.append((case, units))


def _units(wanted: WantedReturn, case: FoundReturn) -> tuple[int | None, str]:
    """Return the units of our goods in a case, and why it is about other goods; neither if that is not known."""
    if not case.lines or wanted.units is None:
        return None, ""
    units = 0
    is_known = True
    for line in case.lines:
        is_same = wanted.part.is_same(line.part)
        if is_same is False:
            return None, "is about another part"
        if line.invoice and plain_invoice(line.invoice) != plain_invoice(wanted.invoice):
            return None, f"is about invoice {printable(line.invoice)}"
        if is_same is None or line.units is None or not line.invoice:
            is_known = False
        else:
            units += line.units
    if not is_known or not units:
        return None, ""
    return (None, f"has {units} units, and {wanted.units} were returned") if units > wanted.units else (units, "")


def _said(seen: Seen, cases: Sequence[FoundReturn], why: str) -> Sight:
    numbers = tuple(dict.fromkeys(each.number for each in cases))
    claim = next((each.claim for each in cases if each.claim), None)
    return Sight(seen, numbers, f"{_listed(cases)}: {why}", claim)


def _doubled(cases: Sequence[FoundReturn]) -> Sight:
    return _said(Seen.DOUBLED, cases, "the same goods were filed twice")


def _listed(cases: Sequence[FoundReturn]) -> str:
    return "; ".join(map(str, cases))
