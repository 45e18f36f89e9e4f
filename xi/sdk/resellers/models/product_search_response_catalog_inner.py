"""The model `ProductSearchResponseCatalogInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.product_search_response_catalog_inner_links_inner import (
    ProductSearchResponseCatalogInnerLinksInner,
)


class ProductSearchResponseCatalogInner(ResponseModel):
    """One product of the catalogue.

    Its flags are text: `true`, `false` or empty for "not said", with a capital in some traffic; compare without regard
    to case.

    Args:
        description (str): Short text for the product, with blanks around it at times; strip it for comparison only.
        category (str): First level of the classification, such as `Displays`; at times in lower case (`device
            storage`).
        sub_category (str): Second level of the classification, below `category`.
        product_type (str): Third level of the classification; empty where there is none.
        ingram_part_number (str): Ingram Micro's SKU, six or more characters as text. Leading zeros count and case is
            kept.
        vendor_part_number (str): The maker's own number of the product; not unique over SKUs.
        upc_code (str): Bar code as text, often with a leading zero. Prices and details call it `upc`.
        vendor_name (str): Name of the maker, in more than one spelling over the catalogue.
        end_user_required (str): `true` where an order must name the end user; prices may depend on it.
        has_discounts (str): `true` where a discount exists; often empty, which says nothing.
        type (str): Kind of goods, `IM::Physical` or `IM::Digital`; the filter is written in lower case.
        discontinued (str): `true` where the product is no longer made or sold.
        new_product (str): `true` for goods younger than 150 days, and for digital ones younger than 10.
        direct_ship (str): `true` where the vendor ships to the reseller or to the end user.
        has_warranty (str): `true` where a warranty belongs to the product.
        links (list of ProductSearchResponseCatalogInnerLinksInner): Links to what else is known of the product, one or
            more.
        extra_description (str): A second, longer text for the product; may end in a blank.
        replacement_sku (str): SKU that can be sold in place of this one; empty where there is none.
        authorized_to_purchase (str): `true` where this account may buy the product. Only searches with
            `skipAuthorisation` find others.
    """

    description: str | None = None
    """Short text for the product, with blanks around it at times; strip it for comparison only."""

    category: str | None = None
    """First level of the classification, such as `Displays`; at times in lower case (`device storage`)."""

    sub_category: str | None = None
    """Second level of the classification, below `category`."""

    product_type: str | None = None
    """Third level of the classification; empty where there is none."""

    ingram_part_number: str | None = None
    """Ingram Micro's SKU, six or more characters as text.

    Leading zeros count and case is kept.
    """

    vendor_part_number: str | None = None
    """The maker's own number of the product; not unique over SKUs."""

    upc_code: str | None = None
    """Bar code as text, often with a leading zero.

    Prices and details call it `upc`.
    """

    vendor_name: str | None = None
    """Name of the maker, in more than one spelling over the catalogue."""

    end_user_required: str | None = None
    """`true` where an order must name the end user; prices may depend on it."""

    has_discounts: str | None = None
    """`true` where a discount exists; often empty, which says nothing."""

    type: str | None = None
    """Kind of goods, `IM::Physical` or `IM::Digital`; the filter is written in lower case."""

    discontinued: str | None = None
    """`true` where the product is no longer made or sold."""

    new_product: str | None = None
    """`true` for goods younger than 150 days, and for digital ones younger than 10."""

    direct_ship: str | None = None
    """`true` where the vendor ships to the reseller or to the end user."""

    has_warranty: str | None = None
    """`true` where a warranty belongs to the product."""

    links: list[ProductSearchResponseCatalogInnerLinksInner] | None = None
    """Links to what else is known of the product, one or more."""

    extra_description: str | None = None
    """A second, longer text for the product; may end in a blank."""

    replacement_sku: str | None = None
    """SKU that can be sold in place of this one; empty where there is none."""

    authorized_to_purchase: str | None = None
    """`true` where this account may buy the product.

    Only searches with `skipAuthorisation` find others.
    """
