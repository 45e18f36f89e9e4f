"""The examples of docs/async.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
import asyncio

from xi.sdk.resellers import Configuration, aio, paging, prices


async def main() -> None:
    async with aio.AsyncApiClient(Configuration.from_env()) as client:
        orders = aio.OrdersApi(client).bound()
        catalogue = aio.ProductCatalogApi(client).bound()
        found, priced = await asyncio.gather(
            orders.get_resellers_v6_ordersearch(order_status="SHIPPED"),
            prices.prices(catalogue, ["DF4128", "YN6231"]),
        )
        print(len(found.orders or []) if found else 0, [price.amount for price in priced.values()])
        async for order in paging.orders(orders, order_status="BACKORDERED"):
            print(order.ingram_order_number)


asyncio.run(main())


from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from starlette.applications import Starlette


@asynccontextmanager
async def lifespan(_: Starlette) -> AsyncGenerator[dict[str, aio.AsyncApiClient], None]:
    async with aio.AsyncApiClient(Configuration.from_env()) as client:
        client.prepare()  # the first call is then as quick as later ones
        yield {"client": client}


app = Starlette(lifespan=lifespan)


from xi.sdk.resellers.ordering import aio as ordering

order = {"customerOrderNumber": "PO-ASYNC", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]}


async def place() -> None:
    async with (
        aio.AsyncApiClient(Configuration.from_env()) as client,
        ordering.OrderDesk(aio.OrdersApi(client).bound(), "sqlite:///orders.db") as desk,
    ):
        print((await desk.place(order, wait=600)).summary)


asyncio.run(place())
