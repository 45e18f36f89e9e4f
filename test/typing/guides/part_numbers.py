"""The examples of docs/part-numbers.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from xi.sdk.resellers import ApiClient, Configuration, ProductCatalogApi, part_numbers
from xi.sdk.resellers.part_numbers import Found
from xi.sdk.resellers.prices import Part

parts: list[str | Part] = ["WD-1000", Part(upc="0012345678905"), Part(customer_part_number="SHOP-7")]

with ApiClient(Configuration.from_env()) as client:
    found = part_numbers.resolve(ProductCatalogApi(client).bound(), parts)

for part, resolved in found.items():
    match resolved.found:
        case Found.ONE:
            print(part, "is", resolved.sku)
        case Found.SEVERAL:
            print(part, "is one of", [each.sku for each in resolved.products])
        case _:
            print(part, resolved.found.value, resolved.says)


from xi.sdk.resellers import aio


async def skus(client: aio.AsyncApiClient, numbers: list[str]) -> list[str | None]:
    found = await part_numbers.resolve(aio.ProductCatalogApi(client).bound(), numbers, vendor=["Maker"])
    return [found[each].sku for each in numbers]
