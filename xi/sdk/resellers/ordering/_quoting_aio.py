"""What an awaited desk does with quotes; see `_quoting`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial as bind
from typing import Any

from xi.sdk.resellers import quotes
from xi.sdk.resellers.aio import BoundQuotesApi
from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering._intake import check_wait, origin_of
from xi.sdk.resellers.ordering._quote_filing import QuoteOrder, check_call, refuse_if_open
from xi.sdk.resellers.ordering._returning_aio import ReturnDesk
from xi.sdk.resellers.ordering.records import Record


class QuoteDesk(ReturnDesk):
    """The part of an awaited desk that is about quotes; see the blocking desk."""

    async def order_quote(
        self,
        api: BoundQuotesApi,
        quote_number: str,
        *,
        po: str,
        header: quotes.Values | None = None,
        lines: Mapping[str, quotes.Values] | None = None,
        quantities: Mapping[str, int] | None = None,
        more: Mapping[str, Any] | None = None,
        samples: bool = False,
        seen: quotes.QuoteCheck | None = None,
        another: bool = False,
        wait: float = 600.0,
        reuse: str | None = None,
        batch: str | None = None,
        source: tuple[str, str] | None = None,
        ref: Mapping[str, str] | None = None,
    ) -> Record:
        """Check a quote and order it once; see `xi.sdk.resellers.ordering.OrderDesk.order_quote`."""
        check_wait(wait)
        check_call(self.account, api, quote_number, quantities, is_desk_awaited=True)
        wanted = QuoteOrder(
            quote_number=quote_number,
            po=po,
            header=header or {},
            lines=lines or {},
            quantities=quantities or {},
            more=more or {},
            samples=samples,
            seen=seen,
        )
        check = bind(self.check, reuse=reuse)
        filing = wanted.filed(await self._run(bind(self._newest, po)), check, reuse=reuse)
        is_alone = not (another or quantities)
        if filing is None:
            if is_alone:
                refuse_if_open(await self.open_quote_orders(quote_number), quote_number, po)
            filing = check(wanted.request(await quotes.check(api, quote_number)))
        origin = origin_of(batch, source, ref, reuse)
        # Asked once more as the order is written down: the check took a while, and others may order the quote too.
        may = None if another else self._only_of_quote(quote_number, po, is_piece=bool(quantities))
        return self._record(await self._drive(flows.place(self._context, filing, origin, wait, may)))

    async def open_quote_orders(self, quote_number: str) -> list[Record]:
        """Return the orders of a quote that are not settled."""
        return await self._run(bind(self._open_of_quote, quote_number))
