"""The examples of docs/catalog-walk.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from xi.sdk.resellers import ApiClient, Configuration, ProductCatalogApi, catalog_walk

with ApiClient(Configuration.from_env()) as client:
    walk = catalog_walk.walk(ProductCatalogApi(client).bound(), "catalogue.csv")

print(walk.rows, "products; complete:", walk.is_complete)
if walk.since is not None:
    print(f"since {walk.since}: {walk.came} came, {walk.gone} went, {walk.changed} changed")
for change in walk.changes():
    print(change.kind, change.sku)


from xi.sdk.resellers import aio
from xi.sdk.resellers.catalog_walk import Options, Progress, Walk


def show(progress: Progress) -> None:
    print(f"page {progress.page}: {progress.rows} of {progress.stated}, waiting {progress.wait:.0f} s")


async def monitors(client: aio.AsyncApiClient) -> Walk:
    api = aio.ProductCatalogApi(client).bound()
    return await catalog_walk.walk(api, "monitors.jsonl", Options(reserve=20, on_page=show), keyword=["monitor"])
