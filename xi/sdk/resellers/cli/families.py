"""The families beside orders: what a row of each list has, which calls there are, and what they need of the profile."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, datetime, time
from typing import TYPE_CHECKING, Any, Final, cast

from xi.sdk.resellers.cli.output import Column
from xi.sdk.resellers.cli.sent import besides, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xi.sdk.resellers._json import Json

_NO_DAY: Final = "0001-01-01"
"""What stands for a day that there is not."""
_TIMES: Final = frozenset(("created", "due", "expires", "invoiced", "modified", "ordered", "terms_due"))
"""The fields of rows that are days or moments."""
_DAY: Final = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A family of the API.

    Args:
        name: what one of it is called.
        many: what many are called, as in `paging`.
        api: the name of its API.
        search: the call of its list.
        items: the attribute of the answer that has the items.
        details: the call of its details.
        columns: the columns of its list; all that is in none of them is in `other`.
        values: where each field of a row is in an item.
        amounts: where each amount of a row is in the JSON that was sent.
        list_needs: what the list needs of the profile.
        details_need: what the details need of it.
    """

    name: str
    many: str
    api: str
    search: str
    items: str
    details: str
    columns: tuple[Column, ...]
    values: Mapping[str, str]
    amounts: Mapping[str, str]
    list_needs: str = ""
    details_need: str = ""

    def row(self, item: Any, sent: Json) -> dict[str, Any]:
        """Return an item as JSON has it; the schema `quote-list` and its like describe it.

        Args:
            item: the item.
            sent: the same as it was sent; empty if that is not known.
        """
        from xi.sdk.resellers.models._schema import wire_name

        sent = sent or item.to_dict()
        row = {name: _shown(name, getattr(item, attribute)) for name, attribute in self.values.items()}
        row |= {name: text_of(sent, key) for name, key in self.amounts.items()}
        model = cast("Any", type(item))
        places = {name: wire_name(model, attribute) for name, attribute in self.values.items()}
        return row | {"other": besides(sent, row, {**places, **self.amounts})}


def _shown(name: str, value: Any) -> Any:
    """Return a value of an item as rows have it."""
    if name in _TIMES and isinstance(value, str):
        return _day_or_moment(value)
    return str(value) if isinstance(value, int) else value


def _day_or_moment(text: str) -> Any:
    """Return the moment that a text names with its zone, or its day; the text itself if it names neither."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return text
    if found["day"] == _NO_DAY:
        return None
    try:
        moment = datetime.fromisoformat(found[0])
    except ValueError:  # such as 2026-02-30
        return text
    if not moment.utcoffset() and moment.time() == time.min:
        # Most lists write a day so. In another zone it would be shown as the day before.
        return found["day"]
    # Near the ends of the calendar a zone may lead out of it.
    return moment if moment.tzinfo is not None and MINYEAR < moment.year < MAXYEAR else text


def _beside(*names: str) -> tuple[Column, ...]:
    return tuple(Column(each, in_table=False) for each in names)


QUOTE: Final = Family(
    name="quote",
    many="quotes",
    api="QuotesApi",
    search="get_quotessearch_v6",
    items="quotes",
    details="get_resellers_v6_quotes",
    list_needs="customer_contact",
    columns=(
        Column("number"),
        Column("name", is_cut=True),
        Column("status"),
        Column("total", is_right=True),
        Column("currency"),
        Column("expires"),
        Column("vendor", is_cut=True),
        Column("end_user", is_cut=True),
        *_beside("bid", "created", "modified", "revision", "type", "created_by", "other"),
    ),
    values={
        "number": "quote_number",
        "name": "quote_name",
        "status": "quote_status",
        "currency": "currency_code",
        "expires": "ingram_quote_expiry_date",
        "vendor": "vendor",
        "end_user": "end_user_name",
        "bid": "special_bid_number",
        "created": "ingram_quote_date",
        "modified": "last_modified_date",
        "revision": "revision",
        "type": "quote_type",
        "created_by": "created_by",
    },
    amounts={"total": "quoteTotal"},
)
INVOICE: Final = Family(
    name="invoice",
    many="invoices",
    api="InvoicesApi",
    search="get_resellers_v6_invoicesearch",
    items="invoices",
    details="get_invoicedetails_v6_1",
    list_needs="application_id",
    details_need="application_id",
    columns=(
        Column("number"),
        Column("po", "PO"),
        Column("order_number", "order"),
        Column("status"),
        Column("invoiced"),
        Column("due", "due by"),
        Column("total", is_right=True),
        Column("amount_due", "to pay", is_right=True),
        *_beside("ordered", "end_customer_po", "bids", "terms_due", "other"),
    ),
    values={
        "number": "invoice_number",
        "po": "customer_order_number",
        "order_number": "erp_order_number",
        "status": "invoice_status",
        "invoiced": "invoice_date",
        "due": "invoice_due_date",
        "ordered": "order_create_date",
        "end_customer_po": "end_customer_order_number",
        "bids": "special_bid_numbers",
        "terms_due": "payment_terms_due_date",
    },
    amounts={"total": "invoiceAmountInclTax", "amount_due": "invoicedAmountDue"},
)
RETURN: Final = Family(
    name="return",
    many="returns",
    api="ReturnsApi",
    search="get_resellers_v6_returnssearch",
    items="returns_claims",
    details="get_resellers_v6_returnsdetails",
    columns=(
        Column("case"),
        Column("reference"),
        Column("status"),
        Column("type"),
        Column("reason", is_cut=True),
        Column("value", is_right=True),
        Column("credit", is_right=True),
        Column("created"),
        *_beside("claim", "modified", "other"),
    ),
    values={
        "case": "case_request_number",
        "reference": "reference_number",
        "status": "status",
        "type": "type",
        "reason": "return_reason",
        "created": "created_on",
        "claim": "return_claim_id",
        "modified": "modified_on",
    },
    amounts={"value": "estimatedTotalValue", "credit": "credit"},
)
DEAL: Final = Family(
    name="deal",
    many="deals",
    api="DealsApi",
    search="get_resellers_v6_dealssearch",
    items="deals",
    details="get_resellers_v6_dealsdetails",
    details_need="application_id",
    columns=(
        Column("id", "ID"),
        Column("version"),
        Column("vendor", is_cut=True),
        Column("end_user", is_cut=True),
        Column("expires"),
        *_beside("other"),
    ),
    values={
        "id": "deal_id",
        "version": "version",
        "vendor": "vendor",
        "end_user": "end_user",
        "expires": "deal_expiry_date",
    },
    amounts={},
)
RENEWAL: Final = Family(
    name="renewal",
    many="renewals",
    api="RenewalsApi",
    search="post_renewalssearch",
    items="renewals",
    details="get_resellers_v6_renewalsdetails",
    columns=(
        Column("id", "ID"),
        Column("po", "PO"),
        Column("status"),
        Column("expires"),
        Column("value", is_right=True),
        Column("vendor", is_cut=True),
        Column("end_user", is_cut=True),
        *_beside("reference", "other"),
    ),
    values={
        "id": "renewal_id",
        "po": "customer_order_number",
        "status": "status",
        "expires": "expiration_date",
        "vendor": "vendor",
        "end_user": "end_user",
        "reference": "reference_number",
    },
    amounts={"value": "renewalValue"},
)
