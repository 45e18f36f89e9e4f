"""The examples of docs/prices.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from xi.sdk.resellers import ApiClient, Configuration, ProductCatalogApi, prices
from xi.sdk.resellers.prices import Outcome, Part

parts: list[str | Part] = ["DF4128", "YN6231", Part(upc="0012345678905"), Part(vendor_part_number="WD-1", quantity=25)]

with ApiClient(Configuration.from_env()) as client:
    found = prices.prices(ProductCatalogApi(client).bound(), parts, discounts=True)

for part, price in found.items():
    if price.outcome is Outcome.PRICED:
        print(price.sku, price.amount, price.currency, price.total, price.received)
    else:
        print(part, price.outcome.value, price.message)


from xi.sdk.resellers import BoundProductCatalogApi, aio


def export(api: BoundProductCatalogApi, skus: list[str]) -> None:
    for price in prices.each_price(api, skus, in_flight=4):
        print(price.asked, price.amount)


async def cheapest(client: aio.AsyncApiClient, skus: list[str]) -> list[str | Part]:
    found = await prices.prices(aio.ProductCatalogApi(client).bound(), skus)
    priced = [each for each in found.values() if each.amount is not None]
    return [each.asked for each in sorted(priced, key=lambda each: each.amount or 0)]
