"""The model `ProductDetailResponseTechnicalSpecificationsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel


class ProductDetailResponseTechnicalSpecificationsInner(ResponseModel):
    """One attribute of the product.

    The published example has all four keys in lower case, which are read as well.

    Args:
        header_name (str): Heading under which the attribute is shown, such as `Basic`.
        attribute_name (str): What the value tells, such as `Screen Size`; not unique over headings.
        attribute_display (str): Heading, name and value in one text, joined by bars: `Basic|Colour|Grey`.
        attribute_value (str): The value as prose with its unit, such as `1.70 kg` or `11.5 inches`; it has to be parsed
            by hand.
    """

    _spellings: ClassVar[Mapping[str, str]] = {
        "headername": "headerName",
        "attributename": "attributeName",
        "attributedisplay": "attributeDisplay",
        "attributevalue": "attributeValue",
    }

    header_name: str | None = None
    """Heading under which the attribute is shown, such as `Basic`."""

    attribute_name: str | None = None
    """What the value tells, such as `Screen Size`; not unique over headings."""

    attribute_display: str | None = None
    """Heading, name and value in one text, joined by bars: `Basic|Colour|Grey`."""

    attribute_value: str | None = None
    """The value as prose with its unit, such as `1.70 kg` or `11.5 inches`; it has to be parsed by hand."""
