"""The operations of the catalogue: search, details, price and availability."""

from typing import Final
from urllib.parse import urlencode

from xi.sdk.resellers.sandbox.catalog import details, price_answer, search
from xi.sdk.resellers.sandbox.catalog.parts import Part, Plan
from xi.sdk.resellers.sandbox.catalog.price_answer import Shop
from xi.sdk.resellers.sandbox.catalog.price_request import AskedProduct, PriceRequest, read_price_request
from xi.sdk.resellers.sandbox.operations.bidding import pricer
from xi.sdk.resellers.sandbox.operations.operation import Operation
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.wire.error_shapes import DETAIL_ERRORS
from xi.sdk.resellers.sandbox.wire.fields import header_errors
from xi.sdk.resellers.sandbox.wire.json import Json
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, ApiResponse, FieldError, failure
from xi.sdk.resellers.sandbox.wire.paging import DEFAULT_SIZE, PAGE_NUMBER, Link, Page, page_links, plain_link

_CATALOG: Final = "/resellers/v6/catalog"
_ALL_GOOD: Final = 200
_SOME_BAD: Final = 207
_BAD: Final = 400
_MOVES_BY: Final = 3
"""How far the number of records found may be from the truth, if the policy lets it move."""
_WELL_FORMED: Final = plain_link(_CATALOG, PAGE_NUMBER)


def search_products(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer a page of products, or of plans; none at all, and a page past the last, are a 404."""
    errors = header_errors(request)
    query = search.read_search(request)
    if isinstance(query, list):
        return [*errors, *query]
    if errors:
        return errors
    if query.for_plans:
        return _plans(sandbox, request, query)
    found = search.found_places(sandbox.catalogue, query)
    is_short = sandbox.policy.short_catalogue_pages
    page = search.short_page(found, query.page) if is_short else query.page.of(found)
    if not found:
        return _nothing(sandbox)
    if not page.entries:
        return _past_the_end(sandbox, request)
    moved = sandbox.rng.randint(-_MOVES_BY, _MOVES_BY) if sandbox.policy.moving_catalogue_counts else 0
    body: Json = {
        **page.counts(),
        "recordsFound": max(len(found) + moved, 1),
        "catalog": search.hits(sandbox.catalogue.at(page.entries), sandbox.now().date()),
    }
    if query.overview:
        body["subscriptionCatalog"] = search.groups_of(sandbox.catalogue.plans.values(), with_plans=False)
    has_next = page.entries[-1] != found[-1]
    shown = Page(page.number, page.size, page.entries, page.number * page.size + has_next)
    return ApiResponse(200, body | page_links(request, shown, _link(sandbox)))


def _plans(sandbox: Sandbox, request: ApiRequest, query: search.Query) -> ApiResponse:
    plans = search.found_plans(sandbox.catalogue, query)
    asked: Page[Plan] = Page(query.page.number, query.page.size)
    page = asked.of(plans)
    if not page.found:
        return _nothing(sandbox)
    if not page.entries:
        return _past_the_end(sandbox, request)
    groups = search.groups_of(page.entries, with_plans=not query.overview)
    body: Json = {**page.counts(), "catalog": [], "subscriptionCatalog": groups}
    return ApiResponse(200, body | page_links(request, page, _link(sandbox)))


def _link(sandbox: Sandbox) -> Link:
    return _WELL_FORMED if sandbox.policy.strict else _misspelt_link


def _misspelt_link(request: ApiRequest, number: int) -> str:
    """Return a link as the published example has it: nothing separates the other parameters from the page's size."""
    kept = [(name, value) for name, value in request.query if name not in (PAGE_NUMBER.number, PAGE_NUMBER.size)]
    size = request.parameter(PAGE_NUMBER.size) or DEFAULT_SIZE
    return f"{_CATALOG}?{urlencode(kept)}{PAGE_NUMBER.size}={size}&{PAGE_NUMBER.number}={number}"


def _nothing(sandbox: Sandbox) -> ApiResponse:
    """Return the 404 of a search without hits, whose ID is a number unless the policy is strict."""
    identity: object = "123" if sandbox.policy.strict else 123
    entry: Json = {"id": identity, "type": "Validation error", "message": "No record was found"}
    return ApiResponse(404, {"errors": [entry]})


def _past_the_end(sandbox: Sandbox, request: ApiRequest) -> ApiResponse:
    """Return the 404 of a page past the last: the list of errors alone, unless the policy is strict."""
    if sandbox.policy.strict:
        return _nothing(sandbox)
    entry: Json = {
        "traceid": request.correlation_id,
        "type": "Errors",
        "message": "There is no such page",
        "fields": [],
    }
    return ApiResponse(404, [entry])


def read_details(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer all that is known of a product, by its Ingram part number."""
    errors = _detail_errors(request)
    if errors:
        return errors
    part = sandbox.catalogue.find(request.number)
    return _nothing(sandbox) if part is None else _details(sandbox, request, part)


def read_details_by_name(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer all that is known of a product by its vendor's part number, or of a plan by its ID or name."""
    errors = _detail_errors(request)
    vendor_number, plan_id, plan_name = map(request.parameter, ("vendorPartNumber", "planId", "planName"))
    if not (vendor_number or plan_id or plan_name):
        errors.append(FieldError("vendorPartNumber, planId or planName must be given", "vendorPartNumber"))
    if errors:
        return errors
    plans = sandbox.catalogue.plans
    plan = plans.get(plan_id) if plan_id else None
    if plan is None and plan_name:
        plan = next((each for each in plans.values() if each.name.casefold() == plan_name.casefold()), None)
    if plan is not None:
        return ApiResponse(200, details.plan_details(plan))
    part = next(iter(sandbox.catalogue.named("vendorPartNumber", vendor_number)), None)
    return _nothing(sandbox) if part is None else _details(sandbox, request, part)


def _detail_errors(request: ApiRequest) -> list[FieldError]:
    errors = header_errors(request)
    if not errors and request.country not in details.COUNTRIES:
        wrong = f"Product details exist in {', '.join(sorted(details.COUNTRIES))} only"
        errors.append(FieldError(wrong, "IM-CountryCode", request.country))
    return errors


def _details(sandbox: Sandbox, request: ApiRequest, part: Part) -> ApiResponse:
    body = details.part_details(part, request.country, sandbox.now().date())
    return ApiResponse(200, body if sandbox.policy.strict else details.as_it_comes(body))


def price_and_availability(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer price and stock of up to 50 products; the status is 200, or 207 if some do not exist."""
    policy = sandbox.policy
    errors = header_errors(request)
    question = read_price_request(request, limited=policy.price_limit)
    if isinstance(question, list):
        return [*errors, *question]
    if errors:
        return errors
    shop = _shop(sandbox, request)
    items: list[Json] = []
    unknown: list[str] = []
    for asked in question.products:
        found = _item(sandbox, asked, question, shop)
        items.append(price_answer.not_found(asked) if found is None else found)
        if found is None:
            unknown.append(str(items[-1]["productStatusMessage"]))
    status = _SOME_BAD if unknown else _ALL_GOOD
    if len(unknown) == len(items) and policy.unknown_products_status == _BAD:
        return failure(request, sandbox.now(), _BAD, unknown)
    if policy.shuffled_prices:
        sandbox.rng.shuffle(items)
    return ApiResponse(status, items if policy.strict else price_answer.as_it_comes(items, status))


def _shop(sandbox: Sandbox, request: ApiRequest) -> Shop:
    return Shop(
        country=request.country,
        warehouses=sandbox.orders.stock.warehouses,
        left=sandbox.orders.stock.left,
        waiting=sandbox.orders.waiting_for,
        expected=sandbox.arrivals.of,
        price=pricer(sandbox, request.customer),
        public_price=pricer(sandbox, request.customer, government=True),
        specials=lambda part: sandbox.offers.specials_for(request.customer, part),
    )


def _item(sandbox: Sandbox, asked: AskedProduct, question: PriceRequest, shop: Shop) -> Json | None:
    catalogue = sandbox.catalogue
    if asked.kind == "planID":
        plan = catalogue.plans.get(asked.number)
        return None if plan is None else price_answer.plan_item(asked, plan, shop.country)
    if asked.kind == "ingramPartNumber":
        part = catalogue.find(asked.number)
    else:
        # Of several products with this number the first is answered, with its SKU.
        part = next(iter(catalogue.named(asked.kind, asked.number)), None)
    return None if part is None else price_answer.item(asked, part, question, shop)


def item_of(sandbox: Sandbox, number: str) -> Json:
    """Return what the API answers about a part to a customer in the United States, for the page."""
    asked = AskedProduct(1, "ingramPartNumber", number)
    question = PriceRequest([asked], availability=True, prices=True, attributes=True, discounts=True, reserves=True)
    found = _item(sandbox, asked, question, _shop(sandbox, ApiRequest({"im-countrycode": "US"})))
    return price_answer.not_found(asked) if found is None else found


OPERATIONS: Final = (
    Operation("catalog_search", "GET", _CATALOG, search_products, "ProductSearchResponse"),
    Operation(
        "product_details",
        "GET",
        f"{_CATALOG}/details/{{ingramPartNumber}}",
        read_details,
        "ProductDetailResponse",
        DETAIL_ERRORS,
    ),
    Operation(
        "product_details_by_name",
        "GET",
        f"{_CATALOG}/details",
        read_details_by_name,
        "ProductDetailResponse",
        DETAIL_ERRORS,
    ),
    Operation(
        "price_and_availability",
        "POST",
        f"{_CATALOG}/priceandavailability",
        price_and_availability,
        "PriceAndAvailabilityResponseInner",
    ),
)
