"""The model `ProductDetailResponseCiscoFields`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ProductDetailResponseCiscoFields(ResponseModel):
    """Values of Cisco's price list.

    For products of other vendors every member is null.

    Args:
        product_sub_group (str): Cisco's sub-group of the product, in Cisco's own words.
        service_program_name (str): Cisco's service programme that the product belongs to.
        item_catalog_category (str): Category of the item in Cisco's catalogue.
        configuration_indicator (str): Cisco's sign for whether the item is configured, as text.
        internal_business_entity (str): Business entity within Cisco that sells the item.
        item_type (str): Cisco's type of the item, such as hardware or service.
        global_list_price (str): Cisco's list price as text, in a currency that is not named.
    """

    product_sub_group: str | None = None
    """Cisco's sub-group of the product, in Cisco's own words."""

    service_program_name: str | None = None
    """Cisco's service programme that the product belongs to."""

    item_catalog_category: str | None = None
    """Category of the item in Cisco's catalogue."""

    configuration_indicator: str | None = None
    """Cisco's sign for whether the item is configured, as text."""

    internal_business_entity: str | None = None
    """Business entity within Cisco that sells the item."""

    item_type: str | None = None
    """Cisco's type of the item, such as hardware or service."""

    global_list_price: str | None = None
    """Cisco's list price as text, in a currency that is not named."""
