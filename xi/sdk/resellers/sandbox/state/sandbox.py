"""The state of a sandbox, with its clock and its random numbers."""

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random, SystemRandom
from threading import RLock
from typing import Any, TypeVar, Unpack

from xi.sdk.resellers.sandbox.catalog.arrivals import ARRIVED, Arrivals
from xi.sdk.resellers.sandbox.catalog.catalogue import Catalogue
from xi.sdk.resellers.sandbox.catalog.changes import CHANGES, PartWishes, add, changed, with_changes
from xi.sdk.resellers.sandbox.catalog.default import default_catalogue
from xi.sdk.resellers.sandbox.catalog.offers import QuoteTerms
from xi.sdk.resellers.sandbox.catalog.parts import Part
from xi.sdk.resellers.sandbox.catalog.stock import Stock
from xi.sdk.resellers.sandbox.catalog.stock_events import TOLD
from xi.sdk.resellers.sandbox.invoices.kept import PAYMENTS
from xi.sdk.resellers.sandbox.invoices.values import Invoice
from xi.sdk.resellers.sandbox.keeping import Book, Kept
from xi.sdk.resellers.sandbox.orders.book import OrderBook
from xi.sdk.resellers.sandbox.orders.notifications import event_types, order_resource, status_event
from xi.sdk.resellers.sandbox.orders.states import MOVES, Move
from xi.sdk.resellers.sandbox.orders.values import Order
from xi.sdk.resellers.sandbox.quotes.notifications import quote_event
from xi.sdk.resellers.sandbox.quotes.values import Quote
from xi.sdk.resellers.sandbox.returns.kept import CASES
from xi.sdk.resellers.sandbox.returns.values import ReturnCase
from xi.sdk.resellers.sandbox.state.books import BOOKS
from xi.sdk.resellers.sandbox.state.clock import MovableClock
from xi.sdk.resellers.sandbox.state.faults import Faults
from xi.sdk.resellers.sandbox.state.invoices import Invoices
from xi.sdk.resellers.sandbox.state.late import LateCalls
from xi.sdk.resellers.sandbox.state.logs import EVENT_LIMIT, EXCHANGE_LIMIT, Event, Exchange, Log
from xi.sdk.resellers.sandbox.state.moves import Moves
from xi.sdk.resellers.sandbox.state.offers import BEGUN, Offers
from xi.sdk.resellers.sandbox.state.policy import CHANGEABLE, Policy
from xi.sdk.resellers.sandbox.state.quotas import Quotas
from xi.sdk.resellers.sandbox.state.records import QUOTES
from xi.sdk.resellers.sandbox.state.request_log import LATE, RequestLine, RequestLog
from xi.sdk.resellers.sandbox.state.returns import Returns
from xi.sdk.resellers.sandbox.state.stock_news import StockNews
from xi.sdk.resellers.sandbox.state.store import Store
from xi.sdk.resellers.sandbox.state.tokens import Tokens
from xi.sdk.resellers.sandbox.state.webhooks import QUOTES_TOPIC, Hooks
from xi.sdk.resellers.sandbox.wire.messages import FullError

T = TypeVar("T")


def system_clock() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def _store_at(path: Path | str) -> Store:
    from xi.sdk.resellers.sandbox.state.sqlite import SqliteStore  # noqa: PLC0415 - loads SQLite, which few sandboxes need

    return SqliteStore(path)


@contextmanager
def _refusing(store: Store, state: Path | str | None) -> Generator[None]:
    """If a value in the state file is not valid, close the file, and raise an error that names it."""
    try:
        yield
    except _NamedError:
        store.close()
        raise
    except (ArithmeticError, TypeError, ValueError) as error:
        store.close()
        raise ValueError(f"{state} cannot be used: {error}") from error


class _NamedError(ValueError):
    """An error that names what cannot be used."""


@contextmanager
def _naming(source: str) -> Generator[None]:
    """Name the catalogue in the error of an offer that is not possible."""
    try:
        yield
    except (ArithmeticError, ValueError) as error:
        raise _NamedError(f"{source} cannot be used: {error}") from error


class Sandbox(Moves):
    """The state of one simulated API.

    Args:
        catalogue: What can be ordered; by default a small made-up one.
        clock: Returns the time; a naive one counts as UTC.
        seed: Makes order numbers and tokens repeatable; with None they are random.
        credentials: client_id -> client_secret pairs that get tokens; None accepts any without blanks.
        access_tokens: Tokens that are always valid.
        policy: What to do where the facts about the live API leave it open.
        state: A file that stores everything across restarts; None keeps it in memory.
        request_log: A file that gets one line of JSON for each request over HTTP, a RequestLine; `close` closes it.

    Raises:
        OSError: The request log cannot be written.
        ValueError: The state file is none, is in use, or has webhooks that may not be called.
    """

    def __init__(
        self,
        *,
        catalogue: Catalogue | None = None,
        clock: Callable[[], datetime] = system_clock,
        seed: int | None = None,
        credentials: Mapping[str, str] | None = None,
        access_tokens: Iterable[str] = (),
        policy: Policy | None = None,
        state: Path | str | None = None,
        request_log: Path | str | None = None,
    ) -> None:
        store: Store = Store() if state is None else _store_at(state)

        def left(kind: str) -> list[Any]:
            return [value for _, value in store.read(kind)]

        with _refusing(store, state):
            runs = next(iter(left("runs")), 0)
            ahead = timedelta(seconds=next(iter(left("clock")), 0.0))
        # With a seed the numbers can be predicted, as they should be in a simulator. Each run has its own sequence, so
        # that no number of an earlier run comes again.
        rng: Random = SystemRandom() if seed is None else Random(seed if runs == 0 else f"{seed}/{runs}")  # noqa: S311
        self._store = store
        self._saved: dict[str, object] = {}
        self.pulse = 0
        self.lock = RLock()
        self.rng = rng
        self.policy = policy or Policy()
        self.catalogue = default_catalogue() if catalogue is None else catalogue
        self.clock = MovableClock(clock, self._clock_moved, ahead)
        self.late = LateCalls(self.now, self.lock)
        self.orders = OrderBook(rng, store.put)
        self._books: dict[str, Book[Any]] = {each.kind: Book(each, store.put, store.drop) for each in BOOKS}
        self.invoices = Invoices(
            self.orders, self.book(PAYMENTS), self.now, lambda: self.policy.tax_percent, self._paid, self.lock
        )
        self.returns = Returns(self.book(CASES), self.invoices, self.now, rng, self._record_return, self.lock)
        self.tokens = Tokens(self.now, rng, self.policy.token_lifetime, credentials, access_tokens, store)
        self.quotas = Quotas(self.policy.rate_limit)
        self.faults = Faults(rng, self.commit)
        self.events: Log[Event] = Log(store, "event", EVENT_LIMIT)
        self.exchanges: Log[Exchange] = Log(store, "exchange", EXCHANGE_LIMIT)
        self.answered: Counter[tuple[str, int]] = Counter()
        """How many requests over HTTP were answered in this run, by operation and status; 0 is a broken connection."""
        self.hooks = Hooks(
            self.now,
            rng,
            pause=self.policy.webhook_pause,
            anywhere=self.policy.webhooks_anywhere,
            store=store,
            changed=self.commit,
        )
        with _refusing(store, state):
            self._restore(left)
            # Before parts are changed: what is offered keeps its price.
            begun = self._begun()
            with _naming(self.catalogue.source):
                self.offers = Offers(self.catalogue, begun, rng, self.orders, self.book(QUOTES))
            self.arrivals = Arrivals(self.catalogue, begun.date(), self.book(ARRIVED))
            self.catalogue = with_changes(self.catalogue, self.book(CHANGES), self.orders.stock)
            self.offers.catalogue = self.catalogue
        self._news = StockNews(self.now, self.hooks, self.book(TOLD))
        store.put("runs", "", runs + 1)
        self.commit()
        self._request_log: RequestLog | None = None
        if request_log is not None:
            try:
                self._request_log = RequestLog(request_log)
            except OSError:
                self.close()
                raise

    def _restore(self, left: Callable[[str], list[Any]]) -> None:
        for order in left("order"):
            self.orders.restore(order)
        for counts in left("stock"):
            self.orders.stock = Stock.of(counts)
        for kind, book in self._books.items():
            book.restore(left(kind))
        for token in left("token"):
            self.tokens.restore(token)
        for log in (self.events, self.exchanges):
            log.restore(self._store.read(log.kind))
        for faults in left("faults"):
            self.faults.restore(faults)
        self.hooks.restore(left("hook"), left("delivery"))

    def _begun(self) -> datetime:
        """Return when the sandbox was first started."""
        begun = self.book(BEGUN)
        moment = begun.get("") or self.now()
        begun.put(moment)
        return moment

    def book(self, kept: Kept[T]) -> Book[T]:
        """Return the book of a kind that BOOKS lists; `commit` stores what changed in it."""
        return self._books[kept.kind]

    def commit(self) -> None:
        """Store a change, and count it, so that open pages notice it."""
        # With the lock: webhooks are delivered in other threads, which must not store half of a change.
        with self.lock:
            self.pulse += 1
            small = {"clock": self.clock.ahead.total_seconds(), "faults": self.faults.waiting()}
            for kind, value in small.items():
                if self._saved.get(kind) != value:
                    self._saved[kind] = value
                    self._store.put(kind, "", value)
            self._store.commit()

    def _clock_moved(self) -> None:
        self.commit()
        self.settle()

    def note(self, exchange: Exchange | Callable[[], Exchange], line: RequestLine | None = None) -> None:
        """Add an exchange, or a function that makes it, to the log; the next change writes it to the state file.

        Args:
            exchange: The exchange.
            line: Its line for the file of the request log, if there is one, and for the counts of answers.
        """
        with self.lock:
            if line is not None:
                if line.status != LATE:
                    self.answered[line.operation, line.status if isinstance(line.status, int) else 0] += 1
                if self._request_log is not None:
                    self._request_log.add(line)
            if isinstance(exchange, Exchange):
                self.exchanges.append(exchange)
            else:
                self.exchanges.append_later(exchange)
            self.pulse += 1

    def close(self) -> None:
        """Close its files; the sandbox cannot be used after that. Calls that are not acted on yet never are."""
        self.hooks.close()
        with self.lock:
            self.late.clear()
            self.commit()
            self._store.close()
            if self._request_log is not None:
                self._request_log.close()

    def now(self) -> datetime:
        """Return the time of the sandbox, always with an offset."""
        return self.clock.now()

    def revoke_tokens(self) -> None:
        """End all issued tokens before their time."""
        with self.lock:
            self.tokens.revoke_all()
            self.commit()

    def settle(self) -> None:
        """Let time pass: act on late calls, void the orders that were on hold for too long, and send stock events.

        Units that were on order come into stock.
        """
        with self.lock:
            self.late.act_due()
            overdue = self.orders.void_overdue(self.now(), self.policy.hold_window)
            for order in overdue:
                self.record(Move.VOID.done, order)
            has_come = self._take_in()
            is_told = self._news.due and self._news.tell(self.catalogue, self.orders.stock)
            if overdue or has_come or is_told:
                self.commit()

    def _take_in(self) -> bool:
        """Take in the units that come until today, for the orders that wait for them first; return whether any came."""
        due = self.arrivals.due(self.now().date())
        for each in due:
            part = self.catalogue.find(each.number)
            if part is None:
                continue
            self._news.begin(part, self.orders.stock)
            for order in self.orders.receive(part, each.units, each.warehouse):
                self.record(Move.RESTOCK.done, order)
        return bool(due)

    def tick(self) -> None:
        """Let time pass if something is due that nobody asks for: stock events. A server calls it all the time."""
        if self._news.due:
            self.settle()

    def change_policy(self, **changes: object) -> None:
        """Change settings of the policy while the sandbox runs; a restart begins with the policy it is given.

        Args:
            changes: New values by name; the names are those in CHANGEABLE.

        Raises:
            ValueError: A name is not one of them, or a value is not possible.
        """
        unknown = sorted(changes.keys() - set(CHANGEABLE))
        if unknown:
            raise ValueError(f"{unknown[0]} cannot be changed while the sandbox runs; {', '.join(CHANGEABLE)} can")
        with self.lock:
            # The policy itself checks the values.
            given: dict[str, Any] = changes
            self.policy = replace(self.policy, **given)
            self.commit()

    def change_part(self, number: str, **wanted: Unpack[PartWishes]) -> Part:
        """Change a part, for orders, searches, prices and stock events alike; return it as it is then.

        Args:
            number: The Ingram part number.
            wanted: What is to change; see PartWishes.

        Raises:
            KeyError: There is no such part.
            ValueError: The price or a stock is not possible.
        """
        with self.lock:
            self.settle()
            part = self.catalogue.find(number)
            if part is None:
                raise KeyError(f"part {number}")
            change, after = changed(part, self.book(CHANGES).get(part.number.upper()), self.orders.stock, wanted)
            self._news.begin(part, self.orders.stock)
            add(part, change, self.orders.stock)
            self.catalogue = self.offers.catalogue = self.catalogue.having(after)
            self.book(CHANGES).put(change)
            self.commit()
            return after

    def purchase_orders(self, customer: str = "", *, cancelled: bool = False) -> dict[str, tuple[str, ...]]:
        """Return the numbers of the orders that stand for each PO, the oldest first.

        A create may place several orders; `placements` counts creates.

        Args:
            customer: The customer number; empty for the orders of all customers.
            cancelled: Whether cancelled and voided orders count too.
        """
        with self.lock:
            self.settle()
            standing = {
                purchase_order: tuple(each.number for each in orders if cancelled or each.cancelled_at is None)
                for purchase_order, orders in self.orders.by_purchase_order(customer).items()
            }
        return {purchase_order: numbers for purchase_order, numbers in standing.items() if numbers}

    def placements(self, customer: str = "") -> dict[str, int]:
        """Return by how many creates orders were placed for each PO, also orders that were cancelled later.

        Args:
            customer: The customer number; empty for the orders of all customers.
        """
        with self.lock:
            self.settle()
            return {
                purchase_order: len({each.placement for each in orders})
                for purchase_order, orders in self.orders.by_purchase_order(customer).items()
            }

    def add_quote(self, terms: QuoteTerms, number: str = "") -> Quote:
        """Add a quote, as the sales department does, and send the event of it.

        Args:
            terms: What it offers, and to which customer; its days count from now.
            number: Its number, at most 35 characters; by default one is made up.

        Raises:
            ValueError: The number is in use or cannot be one, there is no such part, or there are too many quotes.
        """
        with self.lock:
            quote = self.offers.add_quote(terms, self.now(), number)
            self.hooks.notify("im::quote_create", quote_event(quote), QUOTES_TOPIC)
            self.commit()
            return quote

    def set_quote(self, number: str, status: str, customer: str = "") -> Quote:
        """Put a quote in another state, as the sales department does.

        Args:
            number: Its number, in any case.
            status: `Active`, `Ready to Order` or `Closed`.
            customer: The customer whose quote it is; empty for the quote of all customers that have not ordered of it.

        Raises:
            KeyError: There is no such quote.
            ValueError: The state is none of these, the quote was ordered, or too many quotes have changed.
        """
        with self.lock:
            quote = self.offers.set_quote(customer.strip().upper(), number, status, self.now())
            self.commit()
            return quote

    def require_room(self) -> None:
        """Check that another order can be placed.

        Raises:
            FullError: One of the limits is reached.
        """
        for what, count, limit in (
            ("orders", len(self.orders), self.policy.order_limit),
            ("order lines", self.orders.lines, self.policy.line_limit),
        ):
            if count >= limit:
                raise FullError(f"The sandbox holds {count} {what}; its limit is {limit}")

    def record(self, kind: str, order: Order) -> None:
        """Record an event of an order, and send its webhooks."""
        self.events.append(Event(kind, self.now(), order.number, order.customer, order.confirmation_number))
        for event_type in event_types(kind, order):
            self.hooks.notify(event_type, status_event(event_type, order_resource(order)))

    def record_failure(self, customer: str, confirmation_number: str, reason: str) -> None:
        """Record that a v7 request placed no order."""
        self.events.append(Event("failed", self.now(), "", customer, confirmation_number, reason))

    def _paid(self, invoice: Invoice) -> None:
        order = invoice.order
        self.events.append(Event("paid", self.now(), order.number, order.customer, reason=invoice.number))
        self.commit()

    def _record_return(self, kind: str, case: ReturnCase) -> None:
        self.events.append(Event(kind, self.now(), case.order_number, case.customer, reason=case.number))
        self.commit()

    def move(self, number: str, move: str) -> Order:
        """Make a move with an order.

        Args:
            number: The order number.
            move: One of `Move`, for example `ship` or `void`.

        Raises:
            KeyError: There is no such order.
            ValueError: There is no such move, the state of the order does not allow it, or it would change nothing.
        """
        if move not in list(Move):
            raise ValueError(f"there is no move {move!r}; there are {', '.join(MOVES)}")
        with self.lock:
            self.settle()
            order = self.orders.apply(number, Move(move), self.now())
            self.record(Move(move).done, order)
            self.commit()
            return order
