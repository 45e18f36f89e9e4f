"""Searches of the catalogue: the filters of a query, what they find, and a page of it."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from xi.sdk.resellers.sandbox.catalog.catalogue import Catalogue
from xi.sdk.resellers.sandbox.catalog.parts import Part, PartKind, Plan
from xi.sdk.resellers.sandbox.wire.json import Json, flag
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, FieldError, too_long
from xi.sdk.resellers.sandbox.wire.paging import PAGE_NUMBER, Page, read_page

_TEXT_LIMIT: Final = 250
_LISTED: Final = ("vendor", "vendorPartNumber")
"""Filters with several values, one of which a product has to have."""
_SINGLE: Final = ("vendorNumber", "category")
_TYPES: Final = {"im::physical": "physical", "im::digital": "digital", "im::any": ""}

Filters: TypeAlias = tuple[tuple[tuple[str, ...], ...], tuple[str, ...], bool]


@dataclass(frozen=True, slots=True)
class Query:
    """A valid search.

    Args:
        groups: By the name of a group of the index: the values, one of which a product has to have.
        keywords: The keywords, one of which a product has to have, with all its words.
        everything: Whether products are listed that the reseller may not buy.
        group: The name of a group of plans; empty for any.
        plan: The ID of a plan; empty for any.
        overview: Whether the groups of plans are listed, without their plans.
        page: The page that is asked for.
    """

    groups: Sequence[tuple[str, Sequence[str]]]
    keywords: Sequence[str]
    everything: bool
    group: str
    plan: str
    overview: bool
    page: Page[int]

    @property
    def filters(self) -> Filters:
        """What decides which products are found, whatever the page."""
        return (tuple((name, *values) for name, values in self.groups), tuple(self.keywords), self.everything)

    @property
    def for_plans(self) -> bool:
        """Whether plans are searched, not products."""
        return bool(self.group or self.plan)


def read_search(request: ApiRequest) -> Query | list[FieldError]:
    """Return the search, or what is wrong with it; unknown parameters are ignored, as the live API does."""
    errors: list[FieldError] = []
    groups = [(name, given) for name in _LISTED if (given := _texts(request, name, errors))]
    groups += [(name, given[:1]) for name in _SINGLE if (given := _texts(request, name, errors))]
    kind = request.parameter("type")
    if kind and kind.lower() not in _TYPES:
        errors.append(FieldError("type must be IM::physical, IM::digital or IM::any", "type", kind))
    elif _TYPES.get(kind.lower()):
        groups.append(("type", [_TYPES[kind.lower()]]))
    discounts = _switch(request, "hasDiscounts", errors)
    if discounts is not None:
        groups.append(("discounts", ["true" if discounts else "false"]))
    query = Query(
        groups=groups,
        keywords=_texts(request, "keyword", errors),
        everything=bool(_switch(request, "skipAuthorisation", errors)),
        group=next(iter(_texts(request, "groupName", errors)), ""),
        plan=next(iter(_texts(request, "planID", errors)), ""),
        overview=bool(_switch(request, "showGroupInfo", errors)),
        page=read_page(request, PAGE_NUMBER, errors),
    )
    return errors or query


def _texts(request: ApiRequest, name: str, errors: list[FieldError]) -> list[str]:
    found = [value.strip() for key, value in request.query if key == name and value.strip()]
    errors += [too_long(name, value, _TEXT_LIMIT) for value in found if len(value) > _TEXT_LIMIT]
    return found


def _switch(request: ApiRequest, name: str, errors: list[FieldError]) -> bool | None:
    given = request.parameter(name)
    found = flag(given)
    if given and found is None:
        errors.append(FieldError(f"{name} must be true or false", name, given))
    return found


def found_places(catalogue: Catalogue, query: Query) -> Sequence[int]:
    """Return the places of the products that a search finds, in the order of the catalogue."""
    # A walk asks for page after page of the same search.
    return catalogue.remembered(query.filters, lambda: _find(catalogue, query))


def _find(catalogue: Catalogue, query: Query) -> Sequence[int]:
    index = catalogue.index
    refused = frozenset[int]() if query.everything else catalogue.refused
    chosen = [index.group(name, values) for name, values in query.groups]
    if query.keywords:
        chosen.append(set[int]().union(*(index.keyword(each) for each in query.keywords)))
    if not chosen:
        return array("I", (place for place in index.everything if place not in refused))
    smallest, *others = sorted(chosen, key=len)
    return array("I", sorted((smallest - refused).intersection(*others)))


def found_plans(catalogue: Catalogue, query: Query) -> list[Plan]:
    """Return the plans that a search finds."""
    return [
        plan
        for plan in catalogue.plans.values()
        if query.group.casefold() in ("", plan.group.casefold()) and query.plan in ("", plan.number)
    ]


def short_page(found: Sequence[int], page: Page[int]) -> Page[int]:
    """Return a page with about half of the entries that were asked for, as the live API has them.

    Nothing is lost: there are more pages instead, and `found` counts all of them.
    """
    least = max(page.size // 2, 1)
    # Of three pages in a row one has an entry more; so no page is as long as the one before by chance alone.
    sizes = (least, least, min(least + 1, page.size))
    rounds, rest = divmod(page.number - 1, len(sizes))
    first = rounds * sum(sizes) + sum(sizes[:rest])
    return Page(page.number, page.size, found[first : first + sizes[rest]], len(found))


def hits(parts: Iterable[Part], today: date) -> list[Json]:
    """Return the entries of a page; what is yes or no is text."""
    return [_hit(part, today) for part in parts]


def _hit(part: Part, today: date) -> Json:
    return {
        "description": part.description,
        "category": part.category,
        "subCategory": part.sub_category,
        "productType": "",
        "ingramPartNumber": part.number,
        "vendorPartNumber": part.vendor_number,
        "upcCode": part.upc,
        "vendorName": part.vendor_name,
        "endUserRequired": _word(part.end_user_required),
        # What has none says nothing, as in the published example.
        "hasDiscounts": "true" if part.has_discounts else "",
        "type": "IM::Digital" if part.virtual else "IM::Physical",
        "discontinued": _word(part.discontinued),
        "newProduct": _word(part.is_new(today)),
        "directShip": _word(part.kind is PartKind.DIRECT),
        "hasWarranty": _word(part.has_warranty),
        "extraDescription": part.extra,
        "replacementSku": part.replacement,
        "authorizedToPurchase": _word(part.authorised),
        "links": [{"topic": "catalog", "href": f"/catalog/{part.number}", "type": "GET"}],
    }


def _word(value: bool) -> str:
    return "true" if value else "false"


def groups_of(plans: Iterable[Plan], *, with_plans: bool) -> list[Json]:
    """Return plans by their groups, with or without the plans themselves."""
    by_group: dict[str, list[Plan]] = {}
    for plan in plans:
        by_group.setdefault(plan.group, []).append(plan)
    return [_group(members, with_plans=with_plans) for members in by_group.values()]


def _group(members: Sequence[Plan], *, with_plans: bool) -> Json:
    first = members[0]
    body: Json = {
        "groupName": first.group,
        "groupDescription": first.group_description,
        "numberOfPlans": str(len(members)),
        "link": f"/resellers/v6/catalog?groupName={first.group}",
    }
    if with_plans:
        body["plans"] = [_plan(plan) for plan in members]
    return body


def _plan(plan: Plan) -> Json:
    return {
        "planId": plan.number,
        "planName": plan.name,
        "planDescription": plan.description,
        "subscriptionPeriodSummary": periods(plan),
        "links": plan_links(plan),
    }


def periods(plan: Plan) -> list[Json]:
    """Return the lengths for which a plan can be subscribed to."""
    return [{"subscriptionPeriodUnit": plan.period_unit, "subscriptionPeriod": str(each)} for each in plan.periods]


def plan_links(plan: Plan) -> list[Json]:
    """Return the links of a plan."""
    return [{"topic": "catalog", "href": f"/resellers/v6/catalog/details?planId={plan.number}", "type": "GET"}]
