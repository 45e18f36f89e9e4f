"""What a vendor wants to be told before v7 takes an order: for a quote, or for products without one."""

from collections.abc import Sequence
from typing import Final

from xi.sdk.resellers.sandbox.catalog.offers import VendorField
from xi.sdk.resellers.sandbox.catalog.parts import Part
from xi.sdk.resellers.sandbox.operations.operation import Operation
from xi.sdk.resellers.sandbox.orders.create import find_part
from xi.sdk.resellers.sandbox.orders.requests import LINE_LIMIT, OTHER_LIMIT, NewLine
from xi.sdk.resellers.sandbox.quotes.order import obstacle
from xi.sdk.resellers.sandbox.quotes.vendor_values import AUTHORISATION
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.wire.fields import SENDER, Fields, header_errors
from xi.sdk.resellers.sandbox.wire.json import Json, present, record
from xi.sdk.resellers.sandbox.wire.messages import VALIDATION_FAILED, ApiRequest, ApiResponse, FieldError

_CLOUD_FIELDS: Final = (
    VendorField("tenantDomain", "Domain of the end user's tenant", "enduser.example"),
    VendorField("agreementAccepted", "Whether the end user has accepted the agreement", "Yes", choices=("Yes", "No")),
)
"""What vendors of the cloud want to know, for every plan."""


def vendor_required_info(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer what vendors demand: an entry for the quote and for each of its products, or for each product asked for.

    What is not known gets an entry with a message in place of the demands.
    """
    errors = header_errors(request, SENDER, long_country=True)
    sent = Fields(record(request.body), errors)
    if not isinstance(request.body, dict):
        return [*errors, FieldError("The request body must be a JSON object")]
    quote_number = sent.text("quoteNumber", OTHER_LIMIT)
    products = sent.list_of_objects("products", LINE_LIMIT) if sent.members.get("products") is not None else []
    asked = [(each, _asked(each)) for each in products]
    if not errors and not quote_number and not asked:
        errors.append(FieldError("Send a quoteNumber or products", "quoteNumber"))
    if errors:
        return errors
    if quote_number:
        return ApiResponse(200, _of_quote(sandbox, request, quote_number))
    return ApiResponse(200, [_of_product(sandbox, request, each.text("planID"), line) for each, line in asked])


def _asked(product: Fields) -> NewLine:
    part_number = product.text("ingramPartNumber", OTHER_LIMIT).upper()
    vendor_part_number = product.text("vendorPartNumber", OTHER_LIMIT)
    if not (part_number or vendor_part_number or product.text("planID", OTHER_LIMIT)):
        name = f"{product.prefix}ingramPartNumber"
        product.errors.append(FieldError(f"{name}, vendorPartNumber or planID must be sent", name))
    return NewLine(part_number, vendor_part_number=vendor_part_number)


def _of_quote(sandbox: Sandbox, request: ApiRequest, number: str) -> list[Json]:
    quote = sandbox.offers.quotes.find(request.customer, number)
    reason = obstacle(quote, sandbox.now().date(), active_too=sandbox.policy.order_active_quotes)
    if quote is None or reason:
        return [{"quoteNumber": number, "responseMessages": _message(request, reason)}]
    header: Json = {
        "quoteNumber": quote.number,
        "responseMessages": [],
        "vmfAdditionalAttributes": [_demand(quote.vendor, quote.number, quote.fields)],
    }
    lines = (each for each in quote.asked if each.remaining)
    return [header, *({"quoteNumber": quote.number, **_entry(each.part, each.fields)} for each in lines)]


def _of_product(sandbox: Sandbox, request: ApiRequest, plan: str, line: NewLine) -> Json:
    known_plan = None if line.part_number or line.vendor_part_number else sandbox.catalogue.plans.get(plan)
    if known_plan is not None:
        return {
            "planId": known_plan.number,
            "planName": known_plan.name,
            "responseMessages": [],
            "vriAdditionalAttributes": [_attribute(each) for each in _CLOUD_FIELDS],
        }
    part = find_part(line, sandbox.catalogue)
    if part is None:
        named = [
            ("ingramPartNumber", line.part_number),
            ("vendorPartNumber", line.vendor_part_number),
            ("planId", plan),
        ]
        return {**present(named), "responseMessages": _message(request, "The product was not found")}
    return _entry(part, demanded_fields(part))


def demanded_fields(part: Part) -> tuple[VendorField, ...]:
    """Return what the vendor of a part wants to be told with an order that has no quote."""
    return (*((AUTHORISATION,) if part.needs_authorisation else ()), *part.vendor_fields)


def _entry(part: Part, fields: Sequence[VendorField]) -> Json:
    demand = _demand(part.vendor_name, part.number, fields)
    return {
        "ingramPartNumber": part.number,
        "vendorPartNumber": part.vendor_number,
        "responseMessages": [],
        "vmfAdditionalAttributes": [demand] if fields else [],
    }


def _demand(vendor: str, product: str, fields: Sequence[VendorField]) -> Json:
    return {"vendorName": vendor, "productId": product, "additionalAttributes": [_attribute(each) for each in fields]}


def _attribute(field: VendorField) -> Json:
    return {
        "attributeName": field.name,
        "attributeValue": field.sample,
        "attributeDescription": field.description,
        "attributeHint": field.hint,
        "choices": [{"string": each} for each in field.choices],
    }


def _message(request: ApiRequest, reason: str) -> list[Json]:
    return [{"id": "1", "traceId": request.correlation_id, "type": VALIDATION_FAILED, "message": reason}]


OPERATIONS: Final = (
    Operation(
        "vendor_info",
        "POST",
        "/resellers/v7/vendorrequiredinfo",
        vendor_required_info,
        "VendorRequiredInforesponseInner",
    ),
)
