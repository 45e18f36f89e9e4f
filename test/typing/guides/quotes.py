"""The examples of docs/quotes.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from xi.sdk.resellers import ApiClient, Configuration, OrdersApi, QuotesApi, quotes

client = ApiClient(Configuration.from_env())
api = QuotesApi(client).bound()

check = quotes.check(api, "QUO-20417001-A1B2C3")
print(check.refusal or "it can be ordered")
print(check.total, check.currency, check.expires, check.days_left)
for field in check.empty_fields():
    print("the vendor wants to know:", field)
for product in check.suggested:
    print("only suggested:", product.sku, product.quantity)


from xi.sdk.resellers.ordering import OrderDesk

desk = OrderDesk(OrdersApi(client).bound(), "sqlite:///orders.db")

record = desk.order_quote(
    api,
    "QUO-20417001-A1B2C3",
    po="PO-2001",
    header={"VEND_AUTH_NBR_FLG": "A-77120", "ResellerCompanyName": "Miller Office Supply"},
    lines={
        "1": {"resellerCtacEmail": "jo@reseller.example"},
        "2": {"rslrCtacName": "Jo Miller", "endUserMarketSegment": "Education"},
    },
    more={"notes": "Call before delivery"},
    wait=600,
)
record.raise_for_state()
print(record.summary)


from xi.sdk.resellers import DealsApi, RenewalsApi
from xi.sdk.resellers.expiring import expiring

found = expiring(quotes=api, deals=DealsApi(client).bound(), renewals=RenewalsApi(client).bound(), days=30)
for row in found.rows:
    print(row.day, row.days_left, row.standing.value, row.kind.value, row.number, row.sku or "", row.end_user or "")
for lost in found.unread:
    print("not read:", lost.kind.value, lost.number or "", lost.says)


from xi.sdk.resellers import aio
from xi.sdk.resellers.expiring import Watch


async def renewals_of_a_week(client: aio.AsyncApiClient) -> Watch:
    return await expiring(renewals=aio.RenewalsApi(client).bound(), days=7)
