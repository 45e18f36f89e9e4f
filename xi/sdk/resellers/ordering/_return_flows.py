"""The calls for a return: the create, and the search and details of a look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from xi.sdk.resellers import models
from xi.sdk.resellers._keys import is_api_error
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.exceptions import ApiValueError, NotFoundException, UnreadableResponseException
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._drivers import Called, Flow, Stored
from xi.sdk.resellers.ordering._entries import Entry
from xi.sdk.resellers.ordering._matching import Sight
from xi.sdk.resellers.ordering._protocol import Seen
from xi.sdk.resellers.ordering._reserved import Beside, learn, learned_and_beside, take_place
from xi.sdk.resellers.ordering._return_filing import wanted_return
from xi.sdk.resellers.ordering._return_findings import (
    FoundReturn,
    WantedReturn,
    candidates,
    judge_return,
    more_cases,
    not_shown,
    with_details,
)
from xi.sdk.resellers.ordering._searches import unless_open, unless_rivals
from xi.sdk.resellers.ordering._turns import Context

_NO_CONTENT = 204


def create(entry: Entry, request: object, options: Mapping[str, Any]) -> Called:
    """Return the call that files a return.

    Args:
        entry: the return.
        request: its content.
        options: what each send has: one attempt, and its deadline.
    """
    arguments = {"returns_create_request": request, "im_correlation_id": entry.correlation_id, **options}
    return Called("post_returnscreate_with_http_info", arguments, of_returns=True)


def wanted(entry: Entry) -> WantedReturn:
    """Return what a case is compared with."""
    row = entry.row
    base = WantedReturn(reference=entry.po) if entry.body is None else wanted_return(entry.body, entry.po)
    since = row.search_first if row.search_first is not None else row.first_send
    return replace(base, known=frozenset(row.numbers), since=since)


def see(ctx: Context, entry: Entry) -> Flow[Sight]:
    """Look for a return by its reference number and its invoice, and compare what is found.

    If nothing is, it is looked for by the reference number alone: a server may compare the invoice as it is spelt, with
    dashes or without.

    Raises:
        ApiException: the look was not answered.
    """
    target = wanted(entry)
    claims: Sequence[models.ReturnsSearchResponseReturnsClaimsInner] = ()
    headers: Mapping[str, str] = {}
    left = 0
    filters: Mapping[str, str] = {}
    for filters in _filters_of(target):
        too_long = yield from take_place(ctx, entry, turns.RETURN_SEARCH, longest=ctx.longest_reserved)
        if too_long:
            says = f"the quota of searches is used up for {too_long:.0f} s; it is looked for later"
            return Sight(Seen.FAILED, (), says)
        try:
            answer: ApiResponse[models.ReturnsSearchResponse] = yield _search(ctx, filters)
        except (NotFoundException, UnreadableResponseException) as error:
            if not _says_nothing_found(error):
                raise
            continue
        claims, headers, left = answer.data.returns_claims or (), answer.headers or {}, not_shown(answer.data)
        if claims or left:
            break
    cases = candidates(target, claims)
    shown = {case.number for case in cases}
    missing = [each for each in entry.row.numbers if each not in shown]
    cases += [FoundReturn(number=each) for each in missing]
    numbers = [each.number for each in cases if each.number]
    beside: Beside = yield Stored(
        partial(learned_and_beside, ctx=ctx, bucket=turns.RETURN_SEARCH, entry=entry, headers=headers, among=numbers)
    )
    others, history, rivals = beside
    target = replace(target, others=others)
    found = yield from read_cases(ctx, entry, [each for each in cases if each.number not in others])
    sight = judge_return(target, found, left=left)
    if sight.seen is Seen.FOREIGN and target.invoice is not None and "invoice_number" not in filters:
        sight = replace(sight, seen=Seen.NOTHING)  # the search with our invoice has not shown it
    new = [f"case {each}" for each in sight.numbers if each not in entry.row.numbers]
    sight = unless_rivals(entry.row, sight, new, rivals)
    named = [f"case {each}" for each in missing if each not in others]
    more = more_cases(left) if left else ""
    return unless_open(entry.row, sight, named, more, history, ctx.settings.recheck)


def _filters_of(target: WantedReturn) -> list[dict[str, str]]:
    """Return what is searched for, one search after the other."""
    by_reference = {"reference_number": target.reference}
    by_both = [] if target.invoice is None else [{**by_reference, "invoice_number": target.invoice}]
    return [*by_both, by_reference]


def _search(ctx: Context, filters: Mapping[str, str]) -> Called:
    arguments = {**filters, "_deadline": ctx.settings.deadline}
    return Called("get_resellers_v6_returnssearch_with_http_info", arguments, of_returns=True)


def _says_nothing_found(error: NotFoundException | UnreadableResponseException) -> bool:
    """Return whether a search says that nothing was found, which is not documented for returns.

    Other searches of this API say it with 404 and an error, or with 204. A 404 without an error of the API is that of a
    gateway, or of a wrong address.
    """
    if isinstance(error, NotFoundException):
        return is_api_error(error.body)
    return error.status == _NO_CONTENT


def read_cases(ctx: Context, entry: Entry, cases: Sequence[FoundReturn]) -> Flow[list[FoundReturn]]:
    """Read the details of cases, within the quota of all machines; one without a number stays as it is.

    Raises:
        ApiException: one cannot be read.
    """
    found: list[FoundReturn] = []
    for case in cases:
        if not case.number:
            found.append(case)
            continue
        yield from take_place(ctx, entry, turns.RETURN_DETAILS)
        try:
            answer: ApiResponse[models.ReturnsDetailsResponse] = yield _details(ctx, case.number)
        except ApiValueError:  # the client refuses to ask for such a number, now and later
            found.append(case)
            continue
        yield Stored(partial(learn, ctx=ctx, learned={turns.RETURN_DETAILS: answer.headers or {}}))
        found.append(with_details(case, answer.data))
    return found


def _details(ctx: Context, number: str) -> Called:
    arguments = {"case_request_number": number, "_deadline": ctx.settings.deadline}
    return Called("get_resellers_v6_returnsdetails_with_http_info", arguments, of_returns=True)
