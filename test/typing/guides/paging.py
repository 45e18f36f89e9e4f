"""The examples of docs/paging.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from datetime import date

from xi.sdk.resellers import ApiClient, Configuration, DealsApi, InvoicesApi, ProductCatalogApi, paging

with ApiClient(Configuration.from_env()) as client:
    for product in paging.products(ProductCatalogApi(client).bound(), keyword=["monitor"], limit=20):
        print(product.ingram_part_number, product.description)
    for deal in paging.deals(DealsApi(client).bound(), vendor="Maker"):
        print(deal.deal_id, deal.deal_expiry_date)
    for invoice in paging.invoices(InvoicesApi(client).bound(), invoiced=(date(2026, 1, 1), date(2026, 5, 31))):
        print(invoice.invoice_number, invoice.invoice_date)


from xi.sdk.resellers import aio


async def open_quotes(client: aio.AsyncApiClient) -> list[str | None]:
    api = aio.QuotesApi(client).bound()
    return [quote.quote_number async for quote in paging.quotes(api, prefetch=True)]


async def pages_of_returns(client: aio.AsyncApiClient) -> int:
    count = 0
    async for _page in paging.returns.pages(aio.ReturnsApi(client).bound(), page_size=50):
        count += 1
    return count


def read_all(api: InvoicesApi, first: date, last: date) -> None:
    for begin, end in paging.windows(first, last, days=7):
        found = list(paging.invoices(api.bound(), invoiced=(begin, end)))
        print(begin, end, len(found))
