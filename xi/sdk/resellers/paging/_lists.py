"""The lists of the families beside orders: what each can be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers._steps import Flow
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.paging import _families as families
from xi.sdk.resellers.paging._families import Family
from xi.sdk.resellers.paging._flow import OnShort, check_limit, check_on_short, check_size, pages_of
from xi.sdk.resellers.paging._listing import listing, plain
from xi.sdk.resellers.paging._ranges import Day, days_of, windows

if TYPE_CHECKING:
    from xi.sdk.resellers import models

_DAYS: Final = ("invoice_date", "invoice_due_date", "order_date", "payment_terms_net_date")
_RANGES: Final = {
    "ordered": ("order_from_date", "order_to_date"),
    "due": ("invoice_from_due_date", "invoice_to_due_date"),
}
_OWN: Final = ("page_size", "prefetch", "limit", "on_short", "invoiced", "window_days")


@listing(families.PRODUCTS)
def products(
    *,
    type: str | None = None,  # noqa: A002 - the name of the call
    has_discounts: str | None = None,
    vendor: Sequence[str] | None = None,
    vendor_part_number: Sequence[str] | None = None,
    vendor_number: str | None = None,
    keyword: Sequence[str] | None = None,
    category: str | None = None,
    skip_authorisation: str | None = None,
    accept_language: str | None = None,
    group_name: str | None = None,
    plan_id: str | None = None,
    show_group_info: bool | None = None,
    page_size: int = 100,
    prefetch: bool = False,
    limit: int | None = None,
    on_short: OnShort | None = None,
) -> None:
    """Iterate over the products of the catalogue; without a filter over all that the account may see.

    The end is where the server says that there is no further page, since pages may be short, and the stated number
    moves. A page that is empty in the middle is asked for again.

    Args:
        type: `IM::physical`, `IM::digital` or `IM::any`.
        has_discounts: `"true"` for products with discounts.
        vendor: names of makers.
        vendor_part_number: the makers' part numbers.
        vendor_number: Ingram Micro's number of the maker.
        keyword: words in the title, the maker's name and the part numbers.
        category: the category.
        skip_authorisation: `"true"` also lists what the account may not buy.
        accept_language: the language of the texts, such as `en`.
        group_name: a group of subscription plans.
        plan_id: a subscription plan.
        show_group_info: whether to list the groups of subscription plans; see `subscriptions`.
        page_size: products in a page, 1 to 100.
        prefetch: whether to fetch the next page while the products of the current page are used.
        limit: how many products at most; None for all.
        on_short: called with how many products came and how many the server stated, if fewer than 95 in 100 came.

    Raises:
        ApiTypeError: the API is another one, or there is no filter of a given name.
        ApiValueError: the page size is not 1 to 100, or the limit is below 1.
        ApiException: a page could not be fetched. The iterator raises it after the products of the pages before.
        RepeatedPageException: the server sends the same page again and again.
    """


@listing(families.SUBSCRIPTIONS)
def subscriptions(
    *,
    vendor: Sequence[str] | None = None,
    keyword: Sequence[str] | None = None,
    group_name: str | None = None,
    plan_id: str | None = None,
    show_group_info: bool | None = True,
    page_size: int = 100,
    prefetch: bool = False,
    limit: int | None = None,
    on_short: OnShort | None = None,
) -> None:
    """Iterate over the groups of subscription plans in the catalogue; arguments and errors as those of `products`."""


@listing(families.QUOTES)
def quotes(
    *,
    im_customer_contact: str | None = None,
    quote_number: str | None = None,
    quote_name: str | None = None,
    special_bid_number: str | None = None,
    end_user_contact: str | None = None,
    vendor_name: str | None = None,
    status: str | None = None,
    ingram_order_date_bt: Sequence[str] | None = None,
    quote_create_date_bt: str | None = None,
    sort_by: str | None = None,
    sorting_order: str | None = None,
    page_size: int = 25,
    prefetch: bool = False,
    limit: int | None = None,
    on_short: OnShort | None = None,
) -> None:
    """Iterate over the active quotes, by default those of the last 30 days.

    Args:
        im_customer_contact: the e-mail address of the person who asks, at most 64 characters; None is that of the
            account.
        quote_number: a quote number, or a part of one.
        quote_name: the name of a quote.
        special_bid_number: a special bid.
        end_user_contact: the name of an end user.
        vendor_name: the name of a maker.
        status: the status of a quote.
        ingram_order_date_bt: the first and the last day, as `yyyy-MM-dd`.
        quote_create_date_bt: days of creation, as the server takes them.
        sort_by: the field to sort by.
        sorting_order: `asc` or `desc`.
        page_size: quotes in a page, 1 or more; the server's limit is not published.
        prefetch: whether to fetch the next page while the quotes of the current page are used.
        limit: how many quotes at most; None for all.
        on_short: called with how many quotes came and how many the server stated, if fewer came.

    Raises:
        ApiTypeError: the API is another one, or there is no filter of a given name.
        ApiValueError: the page size or the limit is below 1, or neither the account nor the call has a contact.
        ApiException: a page could not be fetched. The iterator raises it after the quotes of the pages before.
        RepeatedPageException: the server sends the same page again and again.
    """


def _invoices(family: Family[Any, Any, Any], api: object, given: dict[str, Any]) -> Flow[int]:
    """Return the flow of the list of invoices, in windows of days if a range of invoice dates is given."""
    arguments = {name: value for name, value in given.items() if name not in _OWN}
    for name in _DAYS:
        if name in arguments:
            arguments[name] = _day(name, arguments[name])
    for name, ends in _RANGES.items():
        if name in arguments:
            days = days_of(name, arguments.pop(name))
            arguments.update(zip(ends, map(str, days), strict=True))
    if "invoiced" not in given:
        own = {name: given[name] for name in ("page_size", "prefetch", "limit", "on_short")}
        return plain(family, api, {**arguments, **own})
    first, last = days_of("invoiced", given["invoiced"])
    days = given["window_days"]
    if isinstance(days, bool) or not isinstance(days, int) or days < 1:
        raise ApiValueError(f"window_days is {days!r}; it should be 1 day or more", argument="window_days")
    size, limit = check_size(family, given["page_size"]), check_limit(given["limit"])
    on_short = check_on_short(given["on_short"])
    one = partial(pages_of, family, api, size=size, prefetch=bool(given["prefetch"]), on_short=on_short)

    def windowed() -> Flow[int]:
        count = 0
        for begin, end in windows(first, last, days):
            left = None if limit is None else limit - count
            if left == 0:
                break
            dates = {"invoice_from_date": [str(begin)], "invoice_to_date": [str(end)]}
            count += yield from one({**arguments, **dates}, limit=left)
        return count

    return windowed()


def _day(name: str, value: Any) -> str:
    try:
        return str(days_of(name, (value, value))[0])
    except (ApiTypeError, ApiValueError) as error:
        raise type(error)(str(error).replace("two days, each", "a day,"), argument=name) from None


@listing(families.INVOICES, _invoices)
def invoices(
    *,
    im_application_id: str | None = None,
    invoiced: tuple[Day, Day] | None = None,
    window_days: int = 31,
    ordered: tuple[Day, Day] | None = None,
    due: tuple[Day, Day] | None = None,
    invoice_date: Day | None = None,
    invoice_due_date: Day | None = None,
    order_date: Day | None = None,
    payment_terms_net_date: Day | None = None,
    invoice_number: str | None = None,
    invoice_status: str | None = None,
    invoice_type: str | None = None,
    order_number: str | None = None,
    delivery_number: str | None = None,
    customer_order_number: str | None = None,
    end_customer_order_number: str | None = None,
    special_bid_number: str | None = None,
    serial_number: str | None = None,
    orderby: str | None = None,
    direction: str | None = None,
    page_size: int = 100,
    prefetch: bool = False,
    limit: int | None = None,
    on_short: OnShort | None = None,
) -> None:
    """Iterate over invoices. Say from when to when: an account can have a hundred thousand.

    A long range of invoice dates is read in windows of days, the oldest first, so that no list is too long to be read
    to its end, and a program that was stopped can go on with the day at which it was.

    Args:
        im_application_id: the name that the call must give, at most 32 characters; None is that of the account.
        invoiced: the first and the last day of invoicing.
        window_days: days that are asked for at once, 1 or more.
        ordered: the first and the last day of order entry.
        due: the first and the last day on which payment is due.
        invoice_date: the day of invoicing.
        invoice_due_date: the day on which payment is due.
        order_date: the day of order entry.
        payment_terms_net_date: the day of the payment terms.
        invoice_number: an invoice, at most 11 characters.
        invoice_status: the status.
        invoice_type: the type.
        order_number: Ingram Micro's number of an order.
        delivery_number: a delivery.
        customer_order_number: the reseller's PO number.
        end_customer_order_number: the end customer's PO number.
        special_bid_number: a special bid.
        serial_number: the serial number of an item.
        orderby: the field to sort by.
        direction: `asc` or `desc`.
        page_size: invoices in a page, 1 to 100.
        prefetch: whether to fetch the next page while the invoices of the current page are used.
        limit: how many invoices at most; None for all.
        on_short: called with how many invoices came and how many the server stated, if fewer came.

    Raises:
        ApiTypeError: the API is another one, or there is no filter of a given name.
        ApiValueError: a range is not two days in order, the page size is not 1 to 100, the limit is below 1, or neither
            the account nor the call has the name.
        ApiException: a page could not be fetched. The iterator raises it after the invoices of the pages before.
        RepeatedPageException: the server sends the same page again and again.
    """


@listing(families.RENEWALS)
def renewals(
    *,
    renewals_search_request: models.RenewalsSearchRequest | Mapping[str, Any] | None = None,
    customer_order_number: str | None = None,
    ingram_purchase_order_number: str | None = None,
    serial_number: str | None = None,
    sort: str | None = None,
    page_size: int = 25,
    prefetch: bool = False,
    limit: int | None = None,
    on_short: OnShort | None = None,
) -> None:
    """Iterate over renewals. The search is sent again in full with each page.

    Args:
        renewals_search_request: status, dates, maker and end user; None for all renewals of the account.
        customer_order_number: the reseller's PO number.
        ingram_purchase_order_number: Ingram Micro's number of the purchase.
        serial_number: the serial number of an item.
        sort: how to sort.
        page_size: renewals in a page, 1 or more; the server's limit is not published.
        prefetch: whether to fetch the next page while the renewals of the current page are used.
        limit: how many renewals at most; None for all.
        on_short: called with how many renewals came and how many the server stated, if fewer came.

    Raises:
        ApiTypeError: the API is another one, or there is no filter of a given name.
        ApiValueError: the page size or the limit is below 1.
        ApiException: a page could not be fetched. The iterator raises it after the renewals of the pages before.
        RepeatedPageException: the server sends the same page again and again.
    """


@listing(families.DEALS)
def deals(
    *,
    end_user: str | None = None,
    vendor: str | None = None,
    deal_id: str | None = None,
    page_size: int = 100,
    prefetch: bool = False,
    limit: int | None = None,
    on_short: OnShort | None = None,
) -> None:
    """Iterate over deals, which are special bids.

    Args:
        end_user: the name of an end user.
        vendor: the name of a maker.
        deal_id: the number of a deal; it may contain blanks.
        page_size: deals in a page, 1 to 100.
        prefetch: whether to fetch the next page while the deals of the current page are used.
        limit: how many deals at most; None for all.
        on_short: called with how many deals came and how many the server stated, if fewer came.

    Raises:
        ApiTypeError: the API is another one, or there is no filter of a given name.
        ApiValueError: the page size is not 1 to 100, or the limit is below 1.
        ApiException: a page could not be fetched. The iterator raises it after the deals of the pages before.
        RepeatedPageException: the server sends the same page again and again.
    """


@listing(families.RETURNS)
def returns(
    *,
    case_request_number: str | None = None,
    invoice_number: str | None = None,
    return_claim_id: str | None = None,
    reference_number: str | None = None,
    ingram_part_number: str | None = None,
    vendor_part_number: str | None = None,
    return_status_in: str | None = None,
    claim_status_in: str | None = None,
    return_reason_in: str | None = None,
    created_on_bt: str | None = None,
    modified_on_bt: str | None = None,
    sort: str | None = None,
    sorting_column_name: str | None = None,
    page_size: int = 25,
    prefetch: bool = False,
    limit: int | None = None,
    on_short: OnShort | None = None,
) -> None:
    """Iterate over returns and claims.

    Args:
        case_request_number: the number of the case.
        invoice_number: an invoice.
        return_claim_id: the number of the claim.
        reference_number: the reseller's own reference.
        ingram_part_number: a SKU.
        vendor_part_number: the maker's part number.
        return_status_in: statuses, separated by commas.
        claim_status_in: statuses of the claim, separated by commas.
        return_reason_in: reasons, separated by commas.
        created_on_bt: days of creation, as the server takes them.
        modified_on_bt: days of the last change, as the server takes them.
        sort: `asc` or `desc`.
        sorting_column_name: the field to sort by.
        page_size: cases in a page, 1 or more; the server's limit is not published.
        prefetch: whether to fetch the next page while the cases of the current page are used.
        limit: how many cases at most; None for all.
        on_short: called with how many cases came and how many the server stated, if fewer came.

    Raises:
        ApiTypeError: the API is another one, or there is no filter of a given name.
        ApiValueError: the page size or the limit is below 1.
        ApiException: a page could not be fetched. The iterator raises it after the cases of the pages before.
        RepeatedPageException: the server sends the same page again and again.
    """
