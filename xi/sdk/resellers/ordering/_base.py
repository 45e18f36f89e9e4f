"""What the blocking and the awaited desk have in common: the account, the ledger, and what is read from it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from os import PathLike  # noqa: TC003 - get_type_hints resolves it at runtime
from typing import Any, Final

from xi.sdk.resellers import Account, models
from xi.sdk.resellers._arguments import check_number, listed, seconds_of
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._change_checks import request_of
from xi.sdk.resellers.ordering._entries import Entry, Pause, app_of, is_of_quote, takes_whole_quote
from xi.sdk.resellers.ordering._environments import environment_of, refuse_ingram_package
from xi.sdk.resellers.ordering._filing import Filing, file_order
from xi.sdk.resellers.ordering._intake import Intake, Options
from xi.sdk.resellers.ordering._overview import Overview, read_overview
from xi.sdk.resellers.ordering._preview import Preview, preview_all
from xi.sdk.resellers.ordering._protocol import Kind, Reason, State
from xi.sdk.resellers.ordering._quote_filing import quote_taken, refuse_if_open
from xi.sdk.resellers.ordering._rest import plan_rest
from xi.sdk.resellers.ordering._return_filing import Return, file_return, folded_reference
from xi.sdk.resellers.ordering._turns import Context, Origin
from xi.sdk.resellers.ordering._webhooks import note as note_webhook
from xi.sdk.resellers.ordering.ledger import Ledger
from xi.sdk.resellers.ordering.metrics import Metrics, read_metrics
from xi.sdk.resellers.ordering.records import Record
from xi.sdk.resellers.ordering.runs import Item
from xi.sdk.resellers.ordering.settings import Settings

Order = models.OrderCreateRequest | models.AsyncOrderCreateDTO | Mapping[str, Any]
"""An order: for v6, for v7, or as a dict of the fields of either."""
_ROWS: Final = 500
"""How many orders are read at once, where a program wants many of them."""
_SHOWN_S: Final = 1e-6
"""What a record leaves out of the time when it was written down, to which it is listed all the same."""


class Base:
    """The account and the ledger of a desk.

    Args:
        orders: the bound API.
        wanted: the class that it has to be.
        ledger: the ledger, or its URL.
        settings: the times and limits.
        partial: whether good lines are placed although others are rejected, where the order does not say.
        marker: whether orders get a mark of ours as `endCustomerOrderNumber`, where it is free.
        any_text: whether a PO may have characters that are not printable ASCII.
        on_held: called with the record of each order that needs a person.
        on_settled: called with the record of each order that is settled.
        by: who uses the desk, for the history.
    """

    def __init__(
        self,
        orders: Any,
        wanted: type[Any],
        ledger: Ledger | str | PathLike[str],
        *,
        settings: Settings,
        partial: bool,
        marker: bool,
        any_text: bool,
        on_held: Callable[[Record], Any] | None,
        on_settled: Callable[[Record], Any] | None,
        by: str | None,
    ) -> None:
        refuse_ingram_package()
        if not isinstance(orders, wanted):
            given = f"{type(orders).__module__}.{type(orders).__qualname__}"
            raise ApiTypeError(
                f"orders should be {wanted.__module__}.{wanted.__qualname__}, from OrdersApi(client).bound(account) of "
                f"this package, not {given}",
                argument="orders",
            )
        self.orders = orders
        self.ledger = ledger if isinstance(ledger, Ledger) else Ledger(ledger)
        self.settings = settings
        self._partial = partial
        self._marker = marker
        self._any_text = any_text
        account: Account = orders.account
        configuration = orders.api_client.configuration
        self.account = account
        self._context = Context(
            customer=account.customer_number,
            country=account.country_code,
            app=app_of(configuration.client_id or ""),
            environment=environment_of(configuration.host),
            settings=settings,
            by=by or turns.login_name(),
            on_held=on_held,
            on_settled=on_settled,
        )
        self.ledger.open(self._context.environment)

    def __repr__(self) -> str:
        """Return the account, the environment and the ledger."""
        ctx = self._context
        return f"{type(self).__name__}({ctx.customer} {ctx.country}, {ctx.environment}, {self.ledger!r})"

    @property
    def environment(self) -> str:
        """Where orders are placed: production, sandbox, local for this machine, or a host."""
        return self._context.environment

    def check(self, order: Order, *, reuse: str | None = None) -> Filing:
        """Return an order as it would be sent. Nothing is written or sent.

        Args:
            order: the order.
            reuse: why the PO is used again.

        Raises:
            ApiValueError: the order cannot be placed; it names the field.
        """
        return file_order(
            order,
            self.account,
            partial=self._partial,
            marker=self._marker,
            reuse=reuse,
            any_text=self._any_text,
        )

    def check_return(self, request: Return, *, reuse: str | None = None) -> Filing:
        """Return a return as `file_return` would send it. Nothing is written or sent.

        Args:
            request: the return.
            reuse: why its reference number is used again, or why the same goods are returned again.

        Raises:
            ApiValueError: it cannot be filed; it names the field.
        """
        return file_return(request, self.account, reuse=reuse, any_text=self._any_text)

    def check_change(self, request: models.OrderModifyRequest | Mapping[str, Any]) -> models.OrderModifyRequest:
        """Return a change as `modify` would send it. Nothing is written or sent.

        Args:
            request: the change, as the API takes it.

        Raises:
            ApiValueError: it changes nothing, or a line of it is not complete; it names the place.
        """
        return request_of(request)

    def preview(
        self, orders: Iterable[Order | Item], *, reuse: str | None = None, max_quantity: int | None = None
    ) -> Iterator[Preview]:
        """Yield what `place_all` would do with each order: send it, or why not. Nothing is written or sent.

        Args:
            orders: the orders, or Items, which say where each one is from.
            reuse: why the POs are used again.
            max_quantity: the most units in a line.

        Raises:
            LedgerError: the ledger cannot be read.
        """
        intake = self._intake(Options(reuse=reuse, max_quantity=max_quantity))
        return preview_all(self.ledger, self._context, intake, orders)

    def _intake(self, options: Options) -> Intake:
        return Intake(self._context, lambda order, reuse: self.check(order, reuse=reuse), options)

    def _plan(self, filing: Filing, origin: Origin, connection: Any, may: Callable[[Any], None] | None = None) -> Entry:
        begin = partial(turns.begin, ctx=self._context, filing=filing, origin=origin, send=False, may=may)
        if connection is None:
            entry = turns.again_if_taken(turns.committed(begin))(self.ledger).entry
        else:
            entry = begin(self.ledger.on(connection), 0.0).entry
        flows.tell_if_off(entry)
        return entry

    def _unless_quote_in_use(self, filing: Filing, *, another: bool) -> Callable[[Any], None] | None:
        """Return what refuses an order of a quote of which another one is not settled; None for other orders."""
        number, is_whole = quote_taken(filing)
        return None if another or not number else self._only_of_quote(number, filing.po, is_piece=not is_whole)

    def _record(self, entry: Entry) -> Record:
        return self._context.record(entry, self.ledger)

    # -- orders that stand, and what webhooks tell

    def _rest(self, po: str, new_po: str, by: str | None) -> Record:
        work = turns.committed(
            lambda tx, began: plan_rest(tx, began, self._context, po, self.check, new_po, by),
        )
        return self._record(turns.again_if_taken(work)(self.ledger).entry)

    def _note_webhook(self, body: bytes, signature: str | None, secret: str | Sequence[str], max_bytes: int) -> bool:
        return note_webhook(self.ledger, body, signature, secret, max_bytes)

    def measure(self) -> Metrics:
        """Return the metrics of the account; it blocks for a query of the ledger, and is for threads of a monitor.

        Raises:
            LedgerError: the ledger cannot be read.
        """
        ctx = self._context
        return read_metrics(self.ledger, ctx.customer, ctx.country, ctx.app)

    def overview(self, *, batch: str | None = None, most: int = 20) -> Overview:
        """Return how the orders of the account are, and what needs a person; it blocks for a query of the ledger.

        It is quick, however many orders are settled.

        Args:
            batch: count only the orders of this batch.
            most: how many orders that need a person to return.

        Raises:
            LedgerError: the ledger cannot be read.
        """
        return read_overview(self.ledger, self._context, batch, most)

    def last_batch(self) -> str | None:
        """Return the batch of the account that was planned last; None if none has a name. It blocks for a query.

        Raises:
            LedgerError: the ledger cannot be read.
        """
        with self.ledger.reading() as tx:
            return tx.last_batch(self._context.customer, self._context.country)

    def find_all(self, id_: str) -> list[Record]:
        """Return every order under a PO, the oldest first, or the one with an order number; it blocks for a query.

        A PO has several orders if it was used again. Returns with the same reference number come before them.

        Args:
            id_: the PO or reference number in any case, the key of a record, or a number that Ingram Micro gave.

        Raises:
            LedgerError: the ledger cannot be read.
        """
        ctx = self._context
        with self.ledger.reading() as tx:
            entry = turns.get(tx, ctx, id_)
            entries = (entry,) if entry is not None else self._under(tx, id_)
            if not entries:
                entry = tx.by_order_number(id_.strip().upper())
                is_ours = entry is not None and (entry.customer, entry.country) == (ctx.customer, ctx.country)
                entries = (entry,) if entry is not None and is_ours else ()
        return [self._record(each) for each in entries]

    def _under(self, tx: Any, number: str) -> tuple[Entry, ...]:
        """Return the returns under a reference number, and the orders under the same PO, whose newest comes last."""
        account = (self._context.customer, self._context.country)
        orders: tuple[Entry, ...] = tx.generations(*account, turns.folded(number))
        returns: tuple[Entry, ...] = tx.generations(*account, folded_reference(number))
        return (*returns, *orders)

    # -- what is known

    def _find(self, po: str) -> Record | None:
        ctx = self._context
        with self.ledger.reading() as tx:
            entry = turns.get(tx, ctx, po) or tx.find(ctx.customer, ctx.country, turns.folded(po))
        return None if entry is None else self._record(entry)

    def _newest(self, po: str) -> Entry | None:
        ctx = self._context
        with self.ledger.reading() as tx:
            found: Entry | None = tx.find(ctx.customer, ctx.country, turns.folded(po))
        return found

    def _open_of_quote(self, quote_number: str) -> list[Record]:
        with self.ledger.reading() as tx:
            found = self._open_among(tx, quote_number)
        return [self._record(each) for each in found]

    def _open_among(self, tx: Any, quote_number: str) -> list[Entry]:
        ctx = self._context
        return [each for each in tx.unsettled(ctx.customer, ctx.country, Kind.QUOTE) if is_of_quote(each, quote_number)]

    def _only_of_quote(self, quote_number: str, po: str, *, is_piece: bool = False) -> Callable[[Any], None]:
        """Return what refuses an order of a quote of which another is not settled; a piece may stand beside pieces."""

        def may(tx: Any) -> None:
            ctx = self._context
            tx.keep_others_out(f"quote {quote_number.strip().casefold()} of {ctx.customer} {ctx.country}")
            found = [each for each in self._open_among(tx, quote_number) if not is_piece or takes_whole_quote(each)]
            refuse_if_open([self._record(each) for each in found], quote_number, po)

        return may

    def _find_return(self, reference: str) -> Record | None:
        ctx = self._context
        with self.ledger.reading() as tx:
            entry = tx.find(ctx.customer, ctx.country, folded_reference(reference))
        return None if entry is None else self._record(entry)

    def _rows(
        self,
        state: Collection[State | str] | State | str = (),
        reason: Collection[Reason | str] | Reason | str = (),
        batch: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        ref: Mapping[str, str] | None = None,
        limit: int | None = None,
    ) -> Iterator[Record]:
        ctx = self._context
        states = [_member(State, each, "state") for each in _listed("state", state)]
        reasons = [_member(Reason, each, "reason") for each in _listed("reason", reason)]
        first = None if since is None else seconds_of("since", since) - _SHOWN_S
        end = None if until is None else seconds_of("until", until) - _SHOWN_S
        if limit is not None:
            check_number("limit", limit, 0, None, "0 or more")
        if not isinstance(ref or {}, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may not check types
            raise ApiTypeError(f"ref should be a dict of IDs, not {type(ref).__name__}", argument="ref")
        after, left = 0, limit
        while left is None or left > 0:
            most = _ROWS if left is None else min(left, _ROWS)
            # What the program does between two orders may take long, and a transaction must not.
            with self.ledger.reading() as tx:
                entries = list(
                    tx.rows(
                        customer=ctx.customer,
                        country=ctx.country,
                        state=states,
                        reason=reasons,
                        batch=batch,
                        since=first,
                        until=end,
                        ref=ref or {},
                        after=after,
                        limit=most,
                    )
                )
            yield from map(self._record, entries)
            if len(entries) < most:
                return
            after = entries[-1].id
            left = None if left is None else left - most

    def _due(self, limit: int) -> list[str]:
        ctx = self._context
        with self.ledger.reading() as tx:
            return [entry.key for entry in tx.due(ctx.customer, ctx.country, limit=limit)]

    def _pause(self, because: str, by: str | None, *, all_accounts: bool) -> None:
        why(because)
        ctx = self._context
        with self.ledger.transaction() as tx:
            pause = Pause(because=because, by=by or ctx.by, at=tx.now, by_itself=False)
            if all_accounts:
                tx.set_pause(pause)
            else:
                tx.set_pause(pause, ctx.customer, ctx.country)

    def _resume(self, *, all_accounts: bool) -> None:
        ctx = self._context
        with self.ledger.transaction() as tx:
            tx.set_pause(None, ctx.customer, ctx.country)
            if all_accounts:
                tx.set_pause(None)

    def _paused(self) -> Pause | None:
        with self.ledger.reading() as tx:
            return tx.pause(self._context.customer, self._context.country)


def why(because: object) -> str:
    """Return the reason that a person gives.

    Raises:
        ApiValueError: it is empty.
    """
    if not isinstance(because, str) or not because.strip():
        raise ApiValueError('because is empty; it should say why, such as "IM case 0099123"', argument="because")
    return because


def resolution(placed: Sequence[str] | None, *, not_placed: bool) -> tuple[str, ...] | None:
    """Return the numbers of an order that a person has found; None if it was not placed.

    Raises:
        ApiValueError: neither is said, or both are.
        ApiTypeError: a text is given where a list of numbers belongs.
    """
    if isinstance(placed, str):
        raise ApiTypeError("placed should be a list of order numbers, not one text", argument="placed")
    if bool(placed) == not_placed:
        raise ApiValueError("say placed=[order numbers], or not_placed=True", argument="placed")
    return tuple(placed) if placed else None


def _listed(name: str, given: Any) -> list[Any]:
    return [given] if isinstance(given, str) else list(listed(name, given, f"a {name}, or several"))


def _member(kind: Any, given: Any, name: str) -> Any:
    try:
        return kind(given)
    except ValueError:
        known = ", ".join(each.value for each in kind)
        raise ApiValueError(f"{name} is {given!r}; it should be one of {known}", argument=name) from None
