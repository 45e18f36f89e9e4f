"""The details of a product or a plan, with indicators, measures and specifications."""

from datetime import date
from decimal import Decimal
from typing import Final

from xi.sdk.resellers.sandbox.catalog.parts import Part, PartKind, Plan
from xi.sdk.resellers.sandbox.catalog.search import periods, plan_links
from xi.sdk.resellers.sandbox.wire.json import Json, records

COUNTRIES: Final = frozenset({"US", "IN", "NL"})
"""Where the API has details of products."""

_CISCO: Final = (
    "productSubGroup",
    "serviceProgramName",
    "itemCatalogCategory",
    "configurationIndicator",
    "internalBusinessEntity",
    "itemType",
    "globalListPrice",
)
_PLANTS: Final = {"US": "US10", "IN": "IN01", "NL": "NL01"}
_KILOGRAMS: Final = Decimal("0.45359237")
_CENTIMETRES: Final = Decimal("2.54")
_HEAVY: Final = Decimal(70)
"""Pounds from which a part counts as heavy, and is sent by a carrier for pallets."""


def part_details(part: Part, country: str, today: date) -> Json:
    """Return the details of a product, as the published schema has them; what is not known is null."""
    return {
        "ingramPartNumber": part.number,
        "vendorPartNumber": part.vendor_number,
        "customerPartNumber": part.customer_number,
        "productAuthorized": str(part.authorised),
        "description": part.description,
        "productDetailDescription": part.detail or part.description,
        "upc": part.upc,
        "productCategory": part.category,
        "productSubCategory": part.sub_category,
        "vendorName": part.vendor_name,
        "vendorNumber": part.vendor_code,
        "productStatusCode": None,
        "productClass": part.stock_class or None,
        "indicators": _indicators(part, today),
        # They come for all vendors, and are null.
        "ciscoFields": dict.fromkeys(_CISCO),
        "technicalSpecifications": [
            {
                "headerName": each.header,
                "attributeName": each.name,
                "attributeDisplay": f"{each.header}|{each.name}|{each.value}",
                "attributeValue": each.value,
            }
            for each in part.specifications
        ],
        "warrantyInformation": [],
        "additionalInformation": _measures(part, country),
    }


def _indicators(part: Part, today: date) -> Json:
    is_stock, is_direct = part.kind is PartKind.STOCK, part.kind is PartKind.DIRECT
    is_heavy = part.weight >= _HEAVY
    return {
        "hasWarranty": part.has_warranty,
        "isNewProduct": part.is_new(today),
        "hasReturnLimits": not part.returnable,
        "isBackOrderAllowed": is_stock and not part.discontinued,
        "isShippedFromPartner": is_direct,
        "isReplacementProduct": False,
        "replacementType": None,
        "isDirectship": is_direct,
        "isDownloadable": part.virtual,
        "isDigitalType": part.virtual,
        "skuType": "D" if part.virtual else "M",
        "hasStdSpecialPrice": any(not each.bid and not each.government for each in part.specials),
        "hasAcopSpecialPrice": any(bool(each.bid) for each in part.specials),
        "hasAcopQuantityBreak": bool(part.breaks),
        "hasStdWebDiscount": False,
        "hasAcopWebDiscount": False,
        "hasSpecialBid": any(bool(each.bid) for each in part.specials),
        "isExportableToCountry": False,
        "isDiscontinuedProduct": part.discontinued,
        "isRefurbished": part.refurbished,
        "isReturnableProduct": part.returnable,
        "isIngramShip": is_stock,
        "isEnduserRequired": part.end_user_required,
        "isHeavyWeight": is_heavy,
        "hasLtl": is_heavy,
        "isClearanceProduct": part.product_class == "O",
        "hasBundle": part.bundle,
        "isOversizeProduct": False,
        "isPreorderProduct": False,
        "isLicenseProduct": part.kind is PartKind.LICENCE,
        "isDirectshipOrderable": is_direct,
        "isServiceSku": part.kind is PartKind.WARRANTY,
        "isConfigurable": False,
    }


def _measures(part: Part, country: str) -> Json:
    """Return weight and size: pounds and inches in the United States, kilograms and centimetres elsewhere."""
    is_metric = country != "US"
    weight = part.weight * _KILOGRAMS if is_metric else part.weight
    body: Json = {
        "productWeight": [
            {
                "plantId": _PLANTS.get(country, f"{country}01"),
                "weight": float(_rounded(weight)),
                "weightUnit": "KG" if is_metric else "LB",
            }
        ],
        "isBulkFreight": part.weight >= _HEAVY,
        "netWeight": None,
    }
    sizes = {"height": part.height, "width": part.width, "length": part.length}
    known = {name: size for name, size in sizes.items() if size is not None}
    if known:
        body["dimensionUnit"] = "CM" if is_metric else "IN"
    for name, size in known.items():
        body[name] = f"{_rounded(size * _CENTIMETRES if is_metric else size).normalize():f}"
    return body


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"))


def plan_details(plan: Plan) -> Json:
    """Return the details of a plan of the cloud."""
    return {
        "description": plan.name,
        "productDetailDescription": plan.description,
        "vendorName": plan.vendor_name,
        "productAuthorized": "True",
        "subscriptionDetails": [
            {
                "planId": plan.number,
                "planName": plan.name,
                "planDescription": plan.description,
                "groups": [{"groupName": plan.group, "groupDescription": plan.group_description}],
                "subscriptionPeriod": periods(plan),
                "billingPeriod": {"billingPeriodUnit": plan.billing_unit, "billingPeriod": str(plan.billing)},
                "options": [
                    {
                        "resourceId": each.number,
                        "resourceName": each.name,
                        "vendorPartNumber": each.vendor_number,
                        "minUnits": str(each.least),
                        "maxUnits": str(each.most),
                        "dependsOn": each.depends_on,
                    }
                    for each in plan.options
                ],
                "links": plan_links(plan),
            }
        ],
    }


def as_it_comes(body: Json) -> Json:
    """Return details with what the published example has instead of the published schema: keys in other cases."""
    made = {("productSubcategory" if name == "productSubCategory" else name): value for name, value in body.items()}
    if "technicalSpecifications" in made:
        lines = records(made["technicalSpecifications"])
        made["technicalSpecifications"] = [{name.lower(): value for name, value in each.items()} for each in lines]
    return made
