"""A program over all families, as it is written for version 1.3.0, with arguments by name where its order differs."""

from __future__ import annotations

from xi.sdk.resellers import (
    ApiClient,
    ConflictException,
    DealsApi,
    FreightEstimateApi,
    FreightRequest,
    FreightRequestShipToAddress,
    InvoicesApi,
    OrderCreateV7Request,
    OrderCreateV7RequestLinesInner,
    OrderCreateV7Response,
    OrderCreateV7Response201,
    OrdersApi,
    PriceAndAvailabilityRequest,
    PriceAndAvailabilityRequestAdditionalAttributesInner,
    PriceAndAvailabilityRequestProductsInner,
    ProductCatalogApi,
    QuotesApi,
    RenewalsApi,
    ReturnsApi,
    VendorRequiredInfoRequest,
)
from xi.sdk.resellers.configuration import AuthSettings, Configuration, HostSetting

WHO = ("20-222222", "US", "c-1")


def main(host: str) -> list[object]:
    """Call one operation of each family; return what a user would look at."""
    configuration = Configuration(
        host,
        access_token="token",
        server_operation_index={0: 0},
        ignore_operation_servers=True,
        retries=0,
        ca_cert_data=None,
        debug=None,
    )
    hosts: list[HostSetting] = configuration.get_host_settings()
    credentials: AuthSettings = configuration.auth_settings()
    with ApiClient(configuration) as client:
        return [len(hosts), [*credentials], *buy(client), *look(client), *after(client)]


def buy(client: ApiClient) -> list[object]:
    orders = OrdersApi(client)
    line = OrderCreateV7RequestLinesInner(customer_line_number="1", ingram_part_number="YN6231", quantity=2)
    order = OrderCreateV7Request(customer_order_number="PO-1", lines=[line])
    placed: OrderCreateV7Response201 = orders.post_createorder_v7(*WHO, order, "shop")
    created = orders.post_createorder_v7(
        "20-222222", "US", "c-201", order_create_v7_request={"lines": [{"quantity": "2"}]}, im_sender_id="shop"
    )
    topic = created.topic if isinstance(created, OrderCreateV7Response) else None
    needed = orders.vendor_required_info("20-222222", "c-1", "US", "shop", VendorRequiredInfoRequest(quote_number="Q1"))
    deal = DealsApi(client).get_resellers_v6_dealsdetails(*WHO, "shop", deal_id="D-7", vendor_name="Vendor")
    home = FreightRequestShipToAddress(city="Buffalo", country_code="US")
    freight = FreightRequest(bill_to_address_id=7, ship_to_address=home)
    estimate = FreightEstimateApi(client).post_freightestimate(*WHO, "buyer@reseller.example", "shop", freight)
    total = estimate.freight_estimate_response
    return [
        placed.confirmation_number,
        type(placed).__name__,
        topic,
        [each.ingram_part_number for each in needed],
        deal.deal_id,
        total and total.currency_code,
    ]


def look(client: ApiClient) -> list[object]:
    catalog = ProductCatalogApi(client)
    note = PriceAndAvailabilityRequestAdditionalAttributesInner(attribute_name="govtprogramtype", attribute_value="PA")
    notes: list[PriceAndAvailabilityRequestAdditionalAttributesInner | None] = [note, None]
    asked = PriceAndAvailabilityRequest(
        products=[PriceAndAvailabilityRequestProductsInner(ingram_part_number="YN6231", plan_id=None)],
        additional_attributes=notes,
        special_bid_number=None,
    )
    prices = catalog.post_priceandavailability(
        True, True, *WHO, im_sender_id="shop", price_and_availability_request=asked, include_product_attributes=True
    )
    without_body = catalog.post_priceandavailability(True, True, *WHO)
    found = catalog.get_reseller_v6_productsearch(
        "20-222222", "c-1", "US", group_name="Office", plan_id="P-1", show_group_info=True
    )
    product = catalog.get_reseller_v6_productdetailcmp(*WHO, plan_id="P-1")
    refurbished = product.indicators and product.indicators.is_refurbished_product
    has_returns = product.indicators and product.indicators.has_return_limits
    return [
        [each.upc for each in prices],
        len(without_body),
        found.records_found,
        product.product_subcategory,
        refurbished,
        has_returns,
        product.upc,
    ]


def after(client: ApiClient) -> list[object]:
    quotes = QuotesApi(client).get_quotessearch_v6("20-222222", "US", "buyer@reseller.example", "c-1")
    invoice = InvoicesApi(client).get_invoicedetails_v6_1("31-1", *WHO, "shop")
    renewal = RenewalsApi(client).get_resellers_v6_renewalsdetails(*WHO, "R-1")
    quantities = [each.quantity + 1 for each in renewal.products or []]
    try:
        ReturnsApi(client).post_returnscreate(*WHO, "shop")
        refused = None
    except ConflictException as error:
        refused = error.status
    return [quotes.records_found, invoice.invoice_number, quantities, refused]
