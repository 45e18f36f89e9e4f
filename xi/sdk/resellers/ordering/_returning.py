"""What a blocking desk does with returns: it files each once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering._intake import check_wait, origin_of
from xi.sdk.resellers.ordering._return_filing import Return
from xi.sdk.resellers.ordering._standing import StandingOrders
from xi.sdk.resellers.ordering.records import Record


class ReturnDesk(StandingOrders):
    """The part of a blocking desk that is about returns."""

    def file_return(
        self,
        request: Return,
        *,
        wait: float = 600.0,
        reuse: str | None = None,
        batch: str | None = None,
        source: tuple[str, str] | None = None,
        ref: Mapping[str, str] | None = None,
    ) -> Record:
        """File a return once, and return what became of it. Called again with the same return, it goes on from there.

        It is sent once. If there is no answer, it is looked for by its reference number and its invoice; if it is not
        found, it is held for a person, since nothing refuses a second one and no call withdraws it.

        Args:
            request: a ReturnsCreateRequestListInner, a ReturnsCreateRequest with one entry, or a dict of the fields of
                either. Without `referenceNumber` it gets one, which is the same for the same goods: the account, the
                invoice, the part and the serial number. A second return of the same goods needs one of its own.
            wait: how long to wait until it is settled or held, in seconds. It goes on without it.
            reuse: why the reference number is used again, or why the same goods are returned again.
            batch: a name that it has in common with others.
            source: the file that it is from, and its lines.
            ref: the program's own IDs, which are kept beside it and not sent.

        Raises:
            ApiValueError: it cannot be filed; nothing was written or sent.
            OrderDiffersError: its reference number was used before, with other content.
            NotSettledError: the wait is over.
            StoppedError: `stop` was called.
            LedgerError: the ledger cannot be used; `sent` says whether it went out.
        """
        check_wait(wait)
        filing = self.check_return(request, reuse=reuse)
        origin = origin_of(batch, source, ref, reuse)
        return self._record(self._drive(flows.place(self._context, filing, origin, wait)))

    def plan_return(
        self,
        request: Return,
        *,
        connection: Any = None,
        reuse: str | None = None,
        batch: str | None = None,
        source: tuple[str, str] | None = None,
        ref: Mapping[str, str] | None = None,
    ) -> Record:
        """Write a return down, to be sent by `work`. Nothing is sent here. Many are filed in this way.

        Args:
            request: as for `file_return`.
            connection: as for `plan`.
            reuse: as for `file_return`.
            batch: as for `file_return`.
            source: as for `file_return`.
            ref: as for `file_return`.

        Raises:
            ApiValueError: it cannot be filed; nothing was written.
            OrderDiffersError: its reference number was used before, with other content.
            LedgerError: the ledger cannot be used.
        """
        filing = self.check_return(request, reuse=reuse)
        return self._record(self._plan(filing, origin_of(batch, source, ref, reuse), connection))

    def find_return(self, reference: str) -> Record | None:
        """Return what the ledger knows about a return, the newest under its reference number; None if nothing.

        Args:
            reference: the reference number, in any case.

        Raises:
            ApiValueError: it is empty or too long.
            LedgerError: the ledger cannot be read.
        """
        return self._find_return(reference)
