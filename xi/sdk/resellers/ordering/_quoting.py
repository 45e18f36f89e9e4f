"""What a blocking desk does with quotes: it orders each once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial as bind
from typing import Any

from xi.sdk.resellers import BoundQuotesApi, quotes
from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering._intake import check_wait, origin_of
from xi.sdk.resellers.ordering._quote_filing import QuoteOrder, check_call, refuse_if_open
from xi.sdk.resellers.ordering._returning import ReturnDesk
from xi.sdk.resellers.ordering.records import Record


class QuoteDesk(ReturnDesk):
    """The part of a blocking desk that is about quotes."""

    def order_quote(
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
        """Check a quote, order it once by v7, and return what became of it. Called again, it goes on from there.

        Beyond the calls for the order it makes two, the validation and the details of the quote; none if the order was
        sent already, or is in the ledger and nothing is to be compared. The parts and their quantities are those of the
        quote.

        Args:
            api: the API of quotes, bound to the account of the desk.
            quote_number: the quote.
            po: the PO, 1 to 35 characters.
            header: values for the whole order, by the names of the vendor's fields; see `quotes.check`.
            lines: values for lines: by the number of the line, then by the name of the field.
            quantities: how many units of which lines are ordered, if it can be ordered in pieces; None for all.
            more: further members of the v7 order, such as `shipToInfo` or `notes`.
            samples: whether a value that equals the vendor's sample is meant, and not forgotten.
            seen: the check on which it was decided, of `quotes.check`. If lines, quantities, prices, total, currency or
                the vendor's fields are others by now, nothing is sent; see `quotes.differences`. None compares nothing.
                An order that was sent already goes on as it was written.
            another: whether the quote is ordered although an order of it under another PO is not settled. An order of
                `quantities` needs it only if that one takes the whole quote.
            wait: as for `place`.
            reuse: as for `place`.
            batch: as for `place`.
            source: as for `place`.
            ref: as for `place`.

        Raises:
            ApiValueError: the quote cannot be ordered, or not with these values: it names each field that is empty, or
                what is not known; or `seen` is of another quote. No order was written or sent.
            QuoteChangedError: the quote is not what was `seen`; no order was written or sent. A NotPermittedError.
            QuoteInUseError: an order of the quote under another PO is not settled; the same.
            ApiTypeError: the API is another one, `seen` is no check, or a value is not text.
            ApiException: the quote could not be checked; no order was written or sent.
            OrderDiffersError: the PO was used before, with other content.
            NotSettledError: the wait is over.
            StoppedError: `stop` was called.
            LedgerError: the ledger cannot be used; `sent` says whether the order went out.
        """
        check_wait(wait)
        check_call(self.account, api, quote_number, quantities, is_desk_awaited=False)
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
        filing = wanted.filed(self._newest(po), check, reuse=reuse)
        is_alone = not (another or quantities)
        if filing is None:
            if is_alone:
                refuse_if_open(self.open_quote_orders(quote_number), quote_number, po)
            filing = check(wanted.request(quotes.check(api, quote_number)))
        origin = origin_of(batch, source, ref, reuse)
        # Asked once more as the order is written down: the check took a while, and others may order the quote too.
        may = None if another else self._only_of_quote(quote_number, po, is_piece=bool(quantities))
        return self._record(self._drive(flows.place(self._context, filing, origin, wait, may)))

    def open_quote_orders(self, quote_number: str) -> list[Record]:
        """Return the orders of a quote that are not settled: planned, sent, accepted or held, under whatever PO.

        Args:
            quote_number: the quote.

        Raises:
            LedgerError: the ledger cannot be used.
        """
        return self._open_of_quote(quote_number)
