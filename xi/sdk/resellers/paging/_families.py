"""The lists of each family: which call gives a page, what its arguments are called, and how the list ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from xi.sdk.resellers._core.pages import ORDERS, Ending, Page

if TYPE_CHECKING:
    from xi.sdk.resellers import aio, models
    from xi.sdk.resellers.api.bound_deals_api import BoundDealsApi
    from xi.sdk.resellers.api.bound_invoices_api import BoundInvoicesApi
    from xi.sdk.resellers.api.bound_orders_api import BoundOrdersApi
    from xi.sdk.resellers.api.bound_product_catalog_api import BoundProductCatalogApi
    from xi.sdk.resellers.api.bound_quotes_api import BoundQuotesApi
    from xi.sdk.resellers.api.bound_renewals_api import BoundRenewalsApi
    from xi.sdk.resellers.api.bound_returns_api import BoundReturnsApi

ItemT = TypeVar("ItemT")
BlockingT = TypeVar("BlockingT")
AwaitedT = TypeVar("AwaitedT")


@dataclass(frozen=True, slots=True)
class Family(Generic[BlockingT, AwaitedT, ItemT]):
    """A search whose answers are pages; its types are the bound APIs, blocking and awaited, and the item.

    Args:
        api: the name of the bound API.
        method: the name of its call.
        items: the field of the answer that has the items.
        names: the fields that distinguish an item from the others.
        page: the argument for the number of the page.
        size: the argument for the number of items in a page.
        largest: the most items in a page that the server allows; None where no limit is known.
        usual: items in a page, if the caller does not say.
        as_text: whether both arguments are texts.
        beside: fields of the answer with items of another kind; a page that has some is not empty.
        ending: how the list ends.
    """

    api: str
    method: str
    items: str
    names: tuple[str, ...]
    page: str = "page_number"
    size: str = "page_size"
    largest: int | None = None
    usual: int = 100
    as_text: bool = False
    beside: tuple[str, ...] = ()
    ending: Ending = field(default_factory=Ending)

    def numbers(self, page: int, size: int) -> dict[str, Any]:
        """Return the arguments for a page."""
        return {self.page: str(page), self.size: str(size)} if self.as_text else {self.page: page, self.size: size}

    def page_of(self, answer: Any) -> Page[ItemT] | None:
        """Return the page in an answer; None if the answer is empty."""
        if answer is None:
            return None
        items: Sequence[ItemT] = getattr(answer, self.items, None) or []
        others = any(getattr(answer, each, None) for each in self.beside)
        return Page(
            items,
            [self._name(each) for each in items],
            getattr(answer, "records_found", None),
            links_on=bool(getattr(answer, "next_page", None)),
            is_blank=not items and not others,
        )

    def _name(self, item: Any) -> object:
        found = tuple(getattr(item, each, None) for each in self.names)
        return found if any(each is not None for each in found) else None


_CATALOG: Final = Ending(believes_number=False, empty_again=2, bad_request_ends=True)
"""Its number of products moves while it is read, empty pages were seen in its middle, and some accounts get a 400 past
its end."""
ORDER_LIST: Final[Family[BoundOrdersApi, aio.BoundOrdersApi, models.OrderSearchResponseOrdersInner]] = Family(
    "BoundOrdersApi",
    "get_resellers_v6_ordersearch",
    "orders",
    ("ingram_order_number",),
    largest=100,
    ending=ORDERS,
)
PRODUCTS: Final[
    Family[BoundProductCatalogApi, aio.BoundProductCatalogApi, models.ProductSearchResponseCatalogInner]
] = Family(
    "BoundProductCatalogApi",
    "get_reseller_v6_productsearch",
    "catalog",
    ("ingram_part_number",),
    largest=100,
    beside=("subscription_catalog",),
    ending=_CATALOG,
)
SUBSCRIPTIONS: Final[
    Family[BoundProductCatalogApi, aio.BoundProductCatalogApi, models.ProductSearchResponseSubscriptionCatalogInner]
] = Family(
    "BoundProductCatalogApi",
    "get_reseller_v6_productsearch",
    "subscription_catalog",
    ("group_name", "link"),
    largest=100,
    beside=("catalog",),
    ending=_CATALOG,
)
QUOTES: Final[Family[BoundQuotesApi, aio.BoundQuotesApi, models.QuoteSearchResponseQuotesInner]] = Family(
    "BoundQuotesApi", "get_quotessearch_v6", "quotes", ("quote_guid", "quote_number", "revision"), usual=25
)
INVOICES: Final[Family[BoundInvoicesApi, aio.BoundInvoicesApi, models.InvoiceSearchResponseInvoicesInner]] = Family(
    "BoundInvoicesApi", "get_resellers_v6_invoicesearch", "invoices", ("invoice_number",), largest=100
)
RENEWALS: Final[Family[BoundRenewalsApi, aio.BoundRenewalsApi, models.RenewalsSearchResponseRenewalsInner]] = Family(
    "BoundRenewalsApi",
    "post_renewalssearch",
    "renewals",
    ("renewal_id", "reference_number"),
    page="page",
    size="size",
    usual=25,
    as_text=True,
)
DEALS: Final[Family[BoundDealsApi, aio.BoundDealsApi, models.DealsSearchResponseDealsInner]] = Family(
    "BoundDealsApi",
    "get_resellers_v6_dealssearch",
    "deals",
    ("deal_id", "version"),
    page="page",
    size="size",
    largest=100,
)
RETURNS: Final[Family[BoundReturnsApi, aio.BoundReturnsApi, models.ReturnsSearchResponseReturnsClaimsInner]] = Family(
    "BoundReturnsApi",
    "get_resellers_v6_returnssearch",
    "returns_claims",
    ("case_request_number", "return_claim_id"),
    page="page",
    size="size",
    usual=25,
    as_text=True,
)
