"""The model `ProductSearchResponseCatalogInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.product_search_response_catalog_inner_links_inner import (
    ProductSearchResponseCatalogInnerLinksInner,
)


class ProductSearchResponseCatalogInner(ResponseModel):
    """DRAFT 315.

    ProductSearchResponseCatalogInner.

    Args:
        description (str): DRAFT 316. description of ProductSearchResponseCatalogInner.
        category (str): DRAFT 317. category of ProductSearchResponseCatalogInner.
        sub_category (str): DRAFT 318. sub Category of ProductSearchResponseCatalogInner.
        product_type (str): DRAFT 319. product Type of ProductSearchResponseCatalogInner.
        ingram_part_number (str): DRAFT 320. ingram Part Number of ProductSearchResponseCatalogInner.
        vendor_part_number (str): DRAFT 321. vendor Part Number of ProductSearchResponseCatalogInner.
        upc_code (str): DRAFT 322. upc Code of ProductSearchResponseCatalogInner.
        vendor_name (str): DRAFT 323. vendor Name of ProductSearchResponseCatalogInner.
        end_user_required (str): DRAFT 324. end User Required of ProductSearchResponseCatalogInner.
        has_discounts (str): DRAFT 325. has Discounts of ProductSearchResponseCatalogInner.
        type (str): DRAFT 326. type of ProductSearchResponseCatalogInner.
        discontinued (str): DRAFT 327. discontinued of ProductSearchResponseCatalogInner.
        new_product (str): DRAFT 328. new Product of ProductSearchResponseCatalogInner.
        direct_ship (str): DRAFT 329. direct Ship of ProductSearchResponseCatalogInner.
        has_warranty (str): DRAFT 330. has Warranty of ProductSearchResponseCatalogInner.
        links (list of ProductSearchResponseCatalogInnerLinksInner): DRAFT 331. links of
            ProductSearchResponseCatalogInner.
        extra_description (str): DRAFT 332. extra Description of ProductSearchResponseCatalogInner.
        replacement_sku (str): DRAFT 333. replacement Sku of ProductSearchResponseCatalogInner.
        authorized_to_purchase (str): DRAFT 334. authorized To Purchase of ProductSearchResponseCatalogInner.
    """

    description: str | None = None
    """DRAFT 316.

    description of ProductSearchResponseCatalogInner.
    """

    category: str | None = None
    """DRAFT 317.

    category of ProductSearchResponseCatalogInner.
    """

    sub_category: str | None = None
    """DRAFT 318.

    sub Category of ProductSearchResponseCatalogInner.
    """

    product_type: str | None = None
    """DRAFT 319.

    product Type of ProductSearchResponseCatalogInner.
    """

    ingram_part_number: str | None = None
    """DRAFT 320.

    ingram Part Number of ProductSearchResponseCatalogInner.
    """

    vendor_part_number: str | None = None
    """DRAFT 321.

    vendor Part Number of ProductSearchResponseCatalogInner.
    """

    upc_code: str | None = None
    """DRAFT 322.

    upc Code of ProductSearchResponseCatalogInner.
    """

    vendor_name: str | None = None
    """DRAFT 323.

    vendor Name of ProductSearchResponseCatalogInner.
    """

    end_user_required: str | None = None
    """DRAFT 324.

    end User Required of ProductSearchResponseCatalogInner.
    """

    has_discounts: str | None = None
    """DRAFT 325.

    has Discounts of ProductSearchResponseCatalogInner.
    """

    type: str | None = None
    """DRAFT 326.

    type of ProductSearchResponseCatalogInner.
    """

    discontinued: str | None = None
    """DRAFT 327.

    discontinued of ProductSearchResponseCatalogInner.
    """

    new_product: str | None = None
    """DRAFT 328.

    new Product of ProductSearchResponseCatalogInner.
    """

    direct_ship: str | None = None
    """DRAFT 329.

    direct Ship of ProductSearchResponseCatalogInner.
    """

    has_warranty: str | None = None
    """DRAFT 330.

    has Warranty of ProductSearchResponseCatalogInner.
    """

    links: list[ProductSearchResponseCatalogInnerLinksInner] | None = None
    """DRAFT 331.

    links of ProductSearchResponseCatalogInner.
    """

    extra_description: str | None = None
    """DRAFT 332.

    extra Description of ProductSearchResponseCatalogInner.
    """

    replacement_sku: str | None = None
    """DRAFT 333.

    replacement Sku of ProductSearchResponseCatalogInner.
    """

    authorized_to_purchase: str | None = None
    """DRAFT 334.

    authorized To Purchase of ProductSearchResponseCatalogInner.
    """
