"""What an awaited desk does with returns; see `_returning`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial as bind

from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering._intake import check_wait, origin_of
from xi.sdk.resellers.ordering._return_filing import Return
from xi.sdk.resellers.ordering._standing_aio import StandingOrders
from xi.sdk.resellers.ordering.records import Record


class ReturnDesk(StandingOrders):
    """The part of an awaited desk that is about returns; see the blocking desk."""

    async def file_return(
        self,
        request: Return,
        *,
        wait: float = 600.0,
        reuse: str | None = None,
        batch: str | None = None,
        source: tuple[str, str] | None = None,
        ref: Mapping[str, str] | None = None,
    ) -> Record:
        """File a return once; see `xi.sdk.resellers.ordering.OrderDesk.file_return`."""
        check_wait(wait)
        filing = self.check_return(request, reuse=reuse)
        origin = origin_of(batch, source, ref, reuse)
        return self._record(await self._drive(flows.place(self._context, filing, origin, wait)))

    async def plan_return(
        self,
        request: Return,
        *,
        reuse: str | None = None,
        batch: str | None = None,
        source: tuple[str, str] | None = None,
        ref: Mapping[str, str] | None = None,
    ) -> Record:
        """Write a return down, to be sent by `work`; see the blocking desk, and `plan` for a connection."""
        filing = self.check_return(request, reuse=reuse)
        origin = origin_of(batch, source, ref, reuse)
        return self._record(await self._run(bind(self._plan, filing, origin, None)))

    async def find_return(self, reference: str) -> Record | None:
        """Return what the ledger knows about a return; see the blocking desk."""
        return await self._run(bind(self._find_return, reference))
