"""What is said of a return: by the answer to a create, and by the cases that a look has found."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from xi.sdk.resellers import models
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.ordering._evidence import Reply
from xi.sdk.resellers.ordering._findings import Part
from xi.sdk.resellers.ordering._protocol import Said, Seen
from xi.sdk.resellers.ordering._return_findings import (
    FoundLine,
    FoundReturn,
    WantedReturn,
    candidates,
    judge_return,
    not_shown,
    plain_invoice,
    reply_of_return,
    with_details,
)

SENT = datetime(2026, 5, 27, 9, 30, tzinfo=UTC).timestamp()
WANTED = WantedReturn(reference="RET-1", invoice="20-RB417-21", part=Part("YN6231"), units=2, since=SENT)
KNOWN = replace(WANTED, known=frozenset({"CAS-1"}))


def line(units: int | None = 2, part: str = "YN6231", invoice: str | None = "20RB41721") -> FoundLine:
    return FoundLine(part=Part(part), units=units, invoice=invoice)


def case(number: str = "CAS-1", *lines: FoundLine, **more: Any) -> FoundReturn:
    given = {"number": number, "reference": "ret-1", "created": "2026-05-27", "lines": lines or (line(),)}
    return FoundReturn(**given | more)


# -- the answer to a create


def replied(answer: Any) -> Reply:
    raw = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    data = models.ReturnsCreateResponse.from_json(raw)
    given: Any = ApiResponse(status_code=201, headers={"X-Trace": "7"}, data=data, raw_data=raw)
    return reply_of_return(given, "RET-1")


def test_an_answer_with_a_case_number_is_a_yes() -> None:
    ours = {"caseRequestNumber": "cas-1", "rmaClaimId": "CL-9", "referenceNumber": "RET-1"}
    reply = replied({"returnsClaims": [ours, {"caseRequestNumber": "CAS-8", "referenceNumber": "RET-8"}]})
    assert (reply.answered.said, reply.answered.numbers, reply.answered.confirmation) == (
        Said.PLACED,
        ("CAS-1",),
        "CL-9",
    )
    assert (reply.status, reply.says, reply.headers) == (201, "201: case CAS-1, claim CL-9", {"X-Trace": "7"})
    assert b"CAS-8" in reply.raw


@pytest.mark.parametrize("claims", [[], [{"referenceNumber": "RET-1"}], [{"caseRequestNumber": "x\x00y"}]])
def test_a_success_without_a_number_says_nothing(claims: Any) -> None:
    reply = replied({"returnsClaims": claims})
    assert (reply.answered.said, reply.answered.numbers, reply.total) == (Said.GARBLED, (), None)
    assert reply.says == "201: a success without the number of a case"


@pytest.mark.parametrize(
    ("values", "total"),
    [
        (["812.40"], "812.40"),
        (["0.1", '"0.20"'], "0.30"),
        (["0", "7"], "7"),
        (["0.1", "null"], None),
        (['"much"'], None),
    ],
)
def test_the_value_is_the_sum_of_the_texts_and_is_told_only_if_each_case_has_one(
    values: list[str], total: str | None
) -> None:
    claims = [
        f'{{"caseRequestNumber": "C-{at}", "estimatedTotalValue": {value}}}' for at, value in enumerate(values, 1)
    ]
    assert replied(f'{{"returnsClaims": [{", ".join(claims)}]}}'.encode()).total == total


@pytest.mark.parametrize(
    "raw",
    [
        b'[{"ReturnsClaims": [{"CaseRequestNumber": "C-1", "EstimatedTotalValue": 812.40}]}]',
        b'{"returnsClaims": {"caseRequestNumber": "C-1", "estimatedTotalValue": 812.40}}',
    ],
)
def test_the_value_is_read_from_each_form_of_the_answer(raw: bytes) -> None:
    reply = replied(raw)
    assert (reply.answered.numbers, reply.total) == (("C-1",), "812.40")


# -- cases of a search, and their details


def listed(**given: Any) -> Any:
    return models.ReturnsSearchResponseReturnsClaimsInner.from_dict(given)


def test_cases_with_our_reference_none_or_a_known_number_may_be_ours() -> None:
    claims = [
        listed(caseRequestNumber="cas-1", returnClaimId="CL-9", referenceNumber="RET-1", createdOn="2026-05-27"),
        listed(caseRequestNumber="CAS-2", referenceNumber="RET-2"),
        listed(caseRequestNumber="CAS-3"),
        listed(caseRequestNumber="CAS-4", referenceNumber="RET-4"),
        listed(caseRequestNumber="CAS-5", referenceNumber="RET-1"),
        listed(referenceNumber="RET-1"),
        listed(caseRequestNumber="CAS-3"),
    ]
    wanted = replace(WANTED, known=frozenset({"CAS-4"}), others=frozenset({"CAS-5", ""}))
    found = candidates(wanted, claims)
    assert [each.number for each in found] == ["CAS-1", "CAS-3", "CAS-4", ""]
    assert found[1] == FoundReturn(number="CAS-3")
    assert found[0] == FoundReturn(number="CAS-1", claim="CL-9", reference="RET-1", created="2026-05-27")


def detailed(*products: Any, **more: Any) -> FoundReturn:
    details = models.ReturnsDetailsResponse.from_dict({"caseRequestNumber": "CAS-1", "products": list(products)} | more)
    assert details is not None
    return with_details(FoundReturn(number="CAS-1", claim="CL-1", reference="RET-1", created="2026-05-27"), details)


GOODS = {"ingramPartNumber": "yn6231", "invoiceNumber": "20-RB417-21", "quantity": 2}


def test_the_details_have_the_lines() -> None:
    found = detailed(GOODS, GOODS | {"quantity": 1.5}, GOODS | {"quantity": -1}, GOODS | {"quantity": 0})
    assert found.lines is not None
    assert [each.units for each in found.lines] == [2, None, None, 0]
    assert (found.lines[0].part.is_same(Part("YN6231")), found.lines[0].invoice) == (True, "20-RB417-21")
    assert (found.claim, found.reference, found.created) == ("CL-1", "RET-1", "2026-05-27")


def test_what_the_details_say_goes_before_what_the_search_said() -> None:
    found = detailed(rmaClaimId="CL-2", referenceNumber="RET-9", createdOn="2026-05-28")
    assert (found.claim, found.reference, found.created, found.lines) == ("CL-2", "RET-9", "2026-05-28", ())


@pytest.mark.parametrize(
    "more", [{"products": None}, {"products": "none"}, {"products": [GOODS, "x"]}, {"caseRequestNumber": "CAS-2"}]
)
def test_lines_that_cannot_be_read_or_are_of_another_case_are_not_known(more: Any) -> None:
    assert detailed(GOODS, **more).lines is None


def test_details_without_a_number_are_of_the_case_that_was_asked_for() -> None:
    assert len(detailed(GOODS, caseRequestNumber=None).lines or ()) == 1


# -- the verdict

FULL = "reference, invoice, part and units are those of the return"
TWO = (case("CAS-1"), case("CAS-2", claim="CL-2"))


@pytest.mark.parametrize(
    ("wanted", "found", "seen", "numbers", "says"),
    [
        (WANTED, [], Seen.NOTHING, (), "no case with reference RET-1"),
        (WANTED, [case()], Seen.OURS, ("CAS-1",), f"case CAS-1: {FULL}"),
        (WANTED, [case(claim="CL-1")], Seen.OURS, ("CAS-1",), f"case CAS-1, claim CL-1: {FULL}"),
        (
            WANTED,
            TWO,
            Seen.DOUBLED,
            ("CAS-1", "CAS-2"),
            "case CAS-1; case CAS-2, claim CL-2: the same goods were filed twice",
        ),
        (KNOWN, [case(lines=None)], Seen.OURS, ("CAS-1",), "case CAS-1: known by its number"),
        (KNOWN, [case(reference="other")], Seen.OURS, ("CAS-1",), "case CAS-1: known by its number"),
        (
            KNOWN,
            TWO,
            Seen.DOUBLED,
            ("CAS-1", "CAS-2"),
            "case CAS-1; case CAS-2, claim CL-2: the same goods were filed twice",
        ),
        (
            WANTED,
            [case("CAS-1", line(1)), case("CAS-2", line(1))],
            Seen.OURS,
            ("CAS-1", "CAS-2"),
            "case CAS-1; case CAS-2: they have the units of the return together",
        ),
        (
            replace(WANTED, units=3),
            [case("CAS-1"), case("CAS-2")],
            Seen.UNCLEAR,
            (),
            "case CAS-1; case CAS-2: they have more units together than were returned",
        ),
        (WANTED, [case("CAS-1", line(1))], Seen.PARTLY, ("CAS-1",), "case CAS-1: 1 of 2 units"),
        (WANTED, [case("CAS-1", line(1), line(1))], Seen.OURS, ("CAS-1",), f"case CAS-1: {FULL}"),
        (WANTED, [case("CAS-1", line(3))], Seen.FOREIGN, (), "case CAS-1 has 3 units, and 2 were returned"),
        (WANTED, [case("CAS-1", line(part="DF4128"))], Seen.FOREIGN, (), "case CAS-1 is about another part"),
        (
            WANTED,
            [case("CAS-1", line(invoice="20-ZZ999-11"))],
            Seen.FOREIGN,
            (),
            "case CAS-1 is about invoice 20-ZZ999-11",
        ),
        (
            WANTED,
            [case(created="2026-05-25")],
            Seen.FOREIGN,
            (),
            "case CAS-1 was filed on 2026-05-25, before ours was sent",
        ),
        (WANTED, [case(created="2026-05-26")], Seen.OURS, ("CAS-1",), f"case CAS-1: {FULL}"),
        (replace(WANTED, since=None), [case(created="2026-05-25")], Seen.OURS, ("CAS-1",), f"case CAS-1: {FULL}"),
        (WANTED, [case(reference="RET-2")], Seen.NOTHING, (), "no case with reference RET-1"),
        (WANTED, [case(lines=None)], Seen.UNCLEAR, (), "case CAS-1 cannot be compared"),
        (WANTED, [case("CAS-1", line(None))], Seen.UNCLEAR, (), "case CAS-1 cannot be compared"),
        (WANTED, [case("CAS-1", line(0))], Seen.UNCLEAR, (), "case CAS-1 cannot be compared"),
        (WANTED, [case("CAS-1", line(invoice=None))], Seen.UNCLEAR, (), "case CAS-1 cannot be compared"),
        (replace(WANTED, units=None), [case()], Seen.UNCLEAR, (), "case CAS-1 cannot be compared"),
        (
            WANTED,
            [case(reference="")],
            Seen.UNCLEAR,
            (),
            "case CAS-1 is about the same goods, and has no reference number",
        ),
        (WANTED, [case(reference="", created="2026-05-01")], Seen.NOTHING, (), "no case with reference RET-1"),
        (WANTED, [case("")], Seen.UNCLEAR, (), "a case without a number is about the same goods"),
        # What is ours beside what is not.
        (WANTED, [case(), case("CAS-2", lines=None)], Seen.OURS, ("CAS-1",), f"case CAS-1: {FULL}"),
        (
            WANTED,
            [case("CAS-1", line(1)), case("CAS-2", line(3))],
            Seen.FOREIGN,
            (),
            "case CAS-2 has 3 units, and 2 were returned",
        ),
    ],
)
def test_a_look_has_a_verdict_the_cases_and_a_reason(
    wanted: WantedReturn, found: list[FoundReturn], seen: Seen, numbers: tuple[str, ...], says: str
) -> None:
    sight = judge_return(wanted, found)
    assert (sight.seen, sight.numbers, sight.says) == (seen, numbers, says)


def test_the_first_claim_of_the_cases_is_told() -> None:
    assert judge_return(WANTED, TWO).claim == "CL-2"
    assert judge_return(WANTED, [case()]).claim is None


def test_cases_that_were_not_shown_leave_the_verdict_open_unless_one_is_ours() -> None:
    says = "the search says that there are at least 3 more cases, and does not show them"
    sight = judge_return(WANTED, [case("CAS-1", line(1))], left=3)
    assert (sight.seen, sight.numbers, sight.says) == (Seen.UNCLEAR, (), says)
    assert judge_return(WANTED, [case()], left=3).seen is Seen.OURS


def test_an_invoice_is_compared_by_its_letters_and_digits() -> None:
    assert plain_invoice(" 20-rb417-21 ") == plain_invoice("20RB41721") == "20RB41721"
    assert plain_invoice(None) == ""


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ({"returnsClaims": [{"caseRequestNumber": "CAS-1"}]}, 0),
        ({"returnsClaims": [{"caseRequestNumber": "CAS-1"}, "CAS-2"]}, 1),
        ({"ReturnsClaims": [{"caseRequestNumber": "CAS-1"}, "CAS-2", 3]}, 2),
        ({"recordsFound": 9, "returnsClaims": [{"caseRequestNumber": "CAS-1"}, "CAS-2"]}, 8),
        ({"returnsClaims": [{"caseRequestNumber": {}}]}, 0),
    ],
)
def test_cases_of_a_search_that_cannot_be_read_are_not_shown(body: Any, left: int) -> None:
    answer = models.ReturnsSearchResponse.from_json(json.dumps(body))
    assert not_shown(answer) == left
