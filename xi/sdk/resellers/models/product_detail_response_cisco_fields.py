"""The model `ProductDetailResponseCiscoFields`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ProductDetailResponseCiscoFields(ResponseModel):
    """DRAFT 397.

    ProductDetailResponseCiscoFields.

    Args:
        product_sub_group (str): DRAFT 398. product Sub Group of ProductDetailResponseCiscoFields.
        service_program_name (str): DRAFT 399. service Program Name of ProductDetailResponseCiscoFields.
        item_catalog_category (str): DRAFT 400. item Catalog Category of ProductDetailResponseCiscoFields.
        configuration_indicator (str): DRAFT 401. configuration Indicator of ProductDetailResponseCiscoFields.
        internal_business_entity (str): DRAFT 402. internal Business Entity of ProductDetailResponseCiscoFields.
        item_type (str): DRAFT 403. item Type of ProductDetailResponseCiscoFields.
        global_list_price (str): DRAFT 404. global List Price of ProductDetailResponseCiscoFields.
    """

    product_sub_group: str | None = None
    """DRAFT 398.

    product Sub Group of ProductDetailResponseCiscoFields.
    """

    service_program_name: str | None = None
    """DRAFT 399.

    service Program Name of ProductDetailResponseCiscoFields.
    """

    item_catalog_category: str | None = None
    """DRAFT 400.

    item Catalog Category of ProductDetailResponseCiscoFields.
    """

    configuration_indicator: str | None = None
    """DRAFT 401.

    configuration Indicator of ProductDetailResponseCiscoFields.
    """

    internal_business_entity: str | None = None
    """DRAFT 402.

    internal Business Entity of ProductDetailResponseCiscoFields.
    """

    item_type: str | None = None
    """DRAFT 403.

    item Type of ProductDetailResponseCiscoFields.
    """

    global_list_price: str | None = None
    """DRAFT 404.

    global List Price of ProductDetailResponseCiscoFields.
    """
