"""A program over all families, as it is written for version 1.1.0: its names, its order, its types."""

from __future__ import annotations

from datetime import date

from xi.sdk.resellers import (
    ApiClient,
    AsyncOrderCreateDTO,
    AsyncOrderCreateDTOLinesInner,
    AsyncOrderCreateResponse,
    Configuration,
    DealsApi,
    FreightEstimateApi,
    FreightRequest,
    FreightRequestShipToAddressInner,
    InvoicesApi,
    OrdersApi,
    PriceAndAvailabilityRequest,
    PriceAndAvailabilityRequestAdditionalAttributesInner,
    PriceAndAvailabilityRequestProductsInner,
    ProductCatalogApi,
    QuotesApi,
    RenewalsApi,
    ReturnsApi,
    ReturnsCreateRequest,
    ReturnsCreateRequestListInner,
    ReturnsCreateRequestListInnerShipFromInfoInner,
)
from xi.sdk.resellers.exceptions import ApiException

WHO = ("20-222222", "US", "c-1")


def main(host: str) -> list[object]:
    """Call one operation of each family; return what a user would look at."""
    configuration = Configuration(host, None, None, None, None, "token", None, None, {"op": 0}, None, None)
    with ApiClient(configuration) as client:
        return [*buy(client), *look(client), *after(client)]


def buy(client: ApiClient) -> list[object]:
    line = AsyncOrderCreateDTOLinesInner(customer_line_number="1", ingram_part_number="YN6231", quantity="2")
    order = AsyncOrderCreateDTO(customer_order_number="PO-1", lines=[line])
    placed: AsyncOrderCreateResponse = OrdersApi(client).post_createorder_v7(*WHO, order, "shop")
    same = OrdersApi(client).post_createorder_v7(*WHO, async_order_create_dto=order, im_sender_id="shop")
    deal = DealsApi(client).get_resellers_v6_dealsdetails(*WHO, "shop", "sandbox", "D-7")
    home = FreightRequestShipToAddressInner(city="Buffalo", country_code="US")
    freight = FreightRequest(bill_to_address_id="000", ship_to_address=[home])
    estimate = FreightEstimateApi(client).post_freightestimate(*WHO, "buyer@reseller.example", "shop", freight)
    total = estimate.freight_estimate_response
    return [placed.confirmation_number, same == placed, deal.deal_id, total and total.currency_code]


def look(client: ApiClient) -> list[object]:
    catalog = ProductCatalogApi(client)
    note = PriceAndAvailabilityRequestAdditionalAttributesInner(attribute_name="govtprogramtype", attribute_value="PA")
    notes: list[PriceAndAvailabilityRequestAdditionalAttributesInner] = [note]
    asked = PriceAndAvailabilityRequest(
        products=[PriceAndAvailabilityRequestProductsInner(ingram_part_number="YN6231")], additional_attributes=notes
    )
    prices = catalog.post_priceandavailability(True, True, *WHO, asked, True, "shop")
    found = catalog.get_reseller_v6_productsearch("20-222222", "c-1", "US", 1, 25, keyword=["AT&T", "c+d"])
    product = catalog.get_reseller_v6_productdetail("YN6231", *WHO)
    has_returns = product.indicators and product.indicators.has_return_limits
    return [
        [each.upc for each in prices],
        found.records_found,
        product.product_sub_category,
        has_returns,
        product.to_dict().get("upc", ""),
    ]


def after(client: ApiClient) -> list[object]:
    quotes = QuotesApi(client).get_quotessearch_v6("20-222222", "US", "buyer@reseller.example", "c-1")
    invoice = InvoicesApi(client).get_invoicedetails_v6_1("31-1", *WHO, "shop")
    renewal = RenewalsApi(client).get_resellers_v6_renewalsdetails(*WHO, "R-1")
    quantities = [each.quantity.strip() for each in renewal.products or []]
    sender = ReturnsCreateRequestListInnerShipFromInfoInner(
        company_name="Reseller",
        contact="Ann",
        address_line1="1 Elm Street",
        city="Buffalo",
        state="NY",
        postal_code="14201",
        country_code="US",
        email="ann@reseller.example",
        phone_number="7165550100",
    )
    part = ReturnsCreateRequestListInner(
        invoice_number="31-1",
        invoice_date=date(2026, 5, 13),
        quantity=1,
        primary_reason="Defective",
        secondary_reason="Does not start",
        number_of_boxes=1,
        ship_from_info=[sender],
    )
    try:
        ReturnsApi(client).post_returnscreate(*WHO, "shop", ReturnsCreateRequest(list=[part]))
        refused = None
    except ApiException as error:
        refused = error.status
    return [quotes.records_found, invoice.invoice_number, quantities, refused]
