"""The commands of quotes: list them, show one, check it, order it once, and what expires."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli import acting_once, options
from xi.sdk.resellers.cli.acting_once import LONGEST, Batch, Reuse, Wait
from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.commands.persons import rehearsing
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.families import QUOTE
from xi.sdk.resellers.cli.family_calls import Limit, Raw, in_one_text, range_of, show_details, show_list
from xi.sdk.resellers.cli.finding import batch_name, count, plain, some
from xi.sdk.resellers.cli.quote_view import option_of, quote_item, quote_lines
from xi.sdk.resellers.cli.request_fields import read_request
from xi.sdk.resellers.cli.values import check_word, check_words, name_and_value, part_and_quantity, refused, seconds
from xi.sdk.resellers.cli.watching import Overdue, Within, show_expiring

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from xi.sdk.resellers import BoundQuotesApi
    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.ordering import OrderDesk, Record
    from xi.sdk.resellers.quotes import QuoteCheck

_BEFORE_D: Final = 30
"""How far back the list goes if no day is said."""
_OLDEST_D: Final = 365
"""How far back the API gives quotes, whatever days are asked for."""
_Number = Annotated[str, typer.Argument(metavar="NUMBER", help="The number of the quote.")]
_Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="A field of the vendor's for the order; repeatable."),
]
_SetLine = Annotated[
    list[str] | None,
    typer.Option("--set-line", metavar="LINE:FIELD=VALUE", help="A field of the vendor's for a line; repeatable."),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """Which quotes are meant."""

    number: Annotated[
        str | None, typer.Option("--number", metavar="N", help="The number of a quote, or a part of it.")
    ] = None
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="The name of a quote.")] = None
    bid: Annotated[str | None, typer.Option("--bid", metavar="B", help="The number of a special bid.")] = None
    end_user: Annotated[str | None, typer.Option("--end-user", metavar="NAME", help="The end user.")] = None
    vendor: Annotated[str | None, typer.Option("--vendor", metavar="NAME", help="The maker.")] = None
    status: Annotated[str | None, typer.Option("--status", metavar="S", help="The status.")] = None
    dated: Annotated[str | None, typer.Option("--dated", metavar="RANGE", help="Days of the quote, as 7d.")] = None
    created: Annotated[str | None, typer.Option("--created", metavar="RANGE", help="Days of creation.")] = None

    def arguments(self) -> dict[str, Any]:
        """Return the filters as the library takes them.

        Raises:
            CommandError: one cannot be read.
        """
        check_words(self)
        return {
            "quote_number": self.number,
            "quote_name": self.name,
            "special_bid_number": self.bid,
            "end_user_contact": self.end_user,
            "vendor_name": self.vendor,
            "status": self.status,
            "ingram_order_date_bt": range_of(self.dated, "--dated"),
            "quote_create_date_bt": in_one_text(self.created, "--created"),
        }


_ALL: Final = Quotes()


def list_(session: Session, filters: Quotes = _ALL, limit: Limit = None) -> None:
    """List the quotes of the account; without days these are those of the last 30 days.

    It ends with 0 also if there are none, or if --limit cut; with 4 if a page could not be fetched: what came before
    it is shown, and `complete` is false.
    """
    arguments = filters.arguments()
    if all(value is None for value in arguments.values()):
        session.say(f"without a filter, the list has the quotes of the last {_BEFORE_D} days")
    oldest = datetime.now().astimezone().date() - timedelta(days=_OLDEST_D)
    for option in ("--dated", "--created"):
        asked = range_of(getattr(filters, option.removeprefix("--")), option)
        if asked is not None and asked[0] < oldest:
            session.warn(f"{option} begins before {oldest}: the API gives no quote that is older than {_OLDEST_D} days")
    show_list(session, QUOTE, arguments, limit)


def show(session: Session, number: _Number, raw: Raw = False) -> None:
    """Show a quote: its products, prices and days."""
    show_details(session, QUOTE, number, raw=raw)


def expiring(session: Session, within: Within = "30d", overdue: Overdue = None) -> Code:
    """Show the quotes that expire within some days, or have expired, the first to expire first.

    It ends with 4 if something could not be read: it may expire without a row.
    """
    return show_expiring(session, QUOTE, within, overdue)


# -- check


def check(session: Session, number: _Number) -> Code:
    """Check a quote before it is ordered: whether it can be, its total, its last day, what the vendor wants to know.

    Products that nobody asked for, and were only suggested, are named. It ends with 1 if it cannot be ordered.
    """
    check_word("NUMBER", number)
    found = _check_of(session, number)
    session.out.one("quote-check", quote_item(found), lambda: quote_lines(found))
    return Code.DONE if found.can_be_ordered else Code.NO


def _check_of(session: Session, number: str) -> QuoteCheck:
    """Return what is known of a quote."""
    from xi.sdk.resellers import quotes

    api: BoundQuotesApi = session.family(QUOTE.api)
    return quotes.check(api, number)


# -- order


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """The order that is wanted.

    Args:
        number: the quote.
        po: the PO.
        header: values for the whole order.
        lines: values for lines, by their numbers.
        quantities: how many units of which lines.
        more: further members of the order.
        samples: whether a value that equals the vendor's sample is meant.
        another: whether it is ordered although an order of it is open.
        reuse: why the PO is used again.
        batch: the name of the batch.
    """

    number: str
    po: str
    header: dict[str, str]
    lines: dict[str, dict[str, str]]
    quantities: dict[str, int]
    more: dict[str, Any]
    samples: bool
    another: bool
    reuse: str | None
    batch: str

    def request(self, found: QuoteCheck) -> Any:
        """Return the order, as the desk makes it of what is known of the quote."""
        from xi.sdk.resellers import quotes

        return quotes.request_of(self.number, self.po, found.lines, self.header, self.lines, self.quantities, self.more)

    def send(self, desk: OrderDesk, api: Any, wait: float, seen: QuoteCheck | None) -> Record:
        """Order it once, if it is still as `seen`, which was shown; None compares nothing: the ledger has the order."""
        return desk.order_quote(
            api,
            self.number,
            po=self.po,
            header=self.header,
            lines=self.lines,
            quantities=self.quantities or None,
            more=self.more,
            samples=self.samples,
            another=self.another,
            seen=seen,
            wait=wait,
            reuse=self.reuse,
            batch=self.batch,
        )


def order(
    session: Session,
    number: _Number,
    po: Annotated[str, typer.Option("--po", metavar="PO", help="Your purchase order number.")],
    set_: _Set = None,
    set_line: _SetLine = None,
    quantity: Annotated[
        list[str] | None,
        typer.Option("--quantity", metavar="LINE=QTY", help="Order these units alone; repeatable."),
    ] = None,
    body: Annotated[
        str | None, typer.Option("--body", metavar="FILE", help="More of the order, such as shipToInfo, as JSON.")
    ] = None,
    samples: Annotated[
        bool, typer.Option("--samples", help="A value that equals the vendor's sample is meant.")
    ] = False,
    another: Annotated[
        bool, typer.Option("--another", help="A further order is meant, although one of the quote is not settled.")
    ] = False,
    dry_run: options.DryRun = False,
    wait: Wait = LONGEST,
    reuse: Reuse = None,
    batch: Batch = None,
) -> Code:
    """Order a quote once, through the ledger.

    The quote is checked, shown and asked for. It is read again before it is sent: if it is not what was shown, nothing
    is sent, and it ends with 2. Run the same line again whenever it did not end with 0: an order that
    went out is looked for, and none is sent twice. It ends with 1 if the quote cannot be ordered, or was refused.
    """
    check_word("NUMBER", number)
    wanted = _Wanted(
        number=number,
        po=po,
        header=_values(set_ or []),
        lines=_line_values(set_line or []),
        quantities=_quantities(quantity or []),
        more={} if body is None else read_request(body, "--body", '{"shipToInfo": {…}}'),
        samples=samples,
        another=another,
        reuse=reuse,
        batch=batch or batch_name(po),
    )
    longest = seconds(wait, "--wait", or_forever=True)
    session.announce()
    if not dry_run:
        session.require_answer()
    desk = session.desk(calls=not dry_run)
    known = desk.find(po)
    is_known = acting_once.goes_on(known, reuse)
    if not (is_known or another or wanted.quantities):
        _refuse_if_open(desk, number)
    # The desk goes on with what was sent; the quote may say by now that it is ordered. What is only planned may be of
    # another day, and is shown as a new one is.
    is_sent = is_known and known is not None and known.state != "planned"
    found = None if is_sent else _checked(session, wanted)
    ahead = known
    if found is not None:
        with rehearsing(desk).rehearsal():
            # It refuses what the ledger or the API would.
            ahead = desk.plan(wanted.request(found), reuse=reuse, another=another)
    assert ahead is not None  # noqa: S101 - for the type checker: a quote that is not checked is one that is known
    if dry_run:
        return acting_once.preview(session, po, known, ahead)
    if acting_once.acts(ahead):
        what = "which was begun" if found is None else _sum_of(found, wanted.quantities)
        session.confirm(f"{session.where} · quote {number}, {what}, PO {po}. Order it?")
    api = session.family(QUOTE.api)
    with _shown_anew(session):
        return acting_once.send_once(session, lambda: wanted.send(desk, api, longest, found), wait=wait, ahead=ahead)


def _refuse_if_open(desk: OrderDesk, number: str) -> None:
    """Refuse what the desk would refuse, before anything is read or asked for it; a rehearsal sees it, too."""
    from xi.sdk.resellers.ordering import QuoteInUseError

    records = desk.open_quote_orders(number)
    if records:
        raise QuoteInUseError(records[0], number)


@contextmanager
def _shown_anew(session: Session) -> Generator[None]:
    """Show a quote again if it has changed since it was shown, so that the order of it was refused."""
    from xi.sdk.resellers.ordering import QuoteChangedError

    try:
        yield
    except QuoteChangedError as error:
        for line in quote_lines(error.check):
            session.warn(line)
        raise


def _checked(session: Session, wanted: _Wanted) -> QuoteCheck:
    """Show a quote that can be ordered, and return what is known of it.

    Raises:
        CommandError: it cannot be ordered, or fields of the vendor's are empty.
    """
    from xi.sdk.resellers import quotes

    found = _check_of(session, wanted.number)
    for line in quote_lines(found):
        session.say(line)
    if found.refusal is not None:
        raise CommandError(
            f"quote {found.number} cannot be ordered: {found.refusal}",
            code=Code.NO,
            word="quote-refused",
            hint=f"xi-orders quote show {found.number}",
        )
    empty = found.empty_fields(wanted.header, wanted.lines) if not wanted.samples else ()
    if empty:
        raise CommandError(
            f"the vendor wants to know: {some([str(each) for each in empty])}",
            word="vendor-fields",
            hint=" ".join(option_of(each) for each in empty[:3]),
        )
    quotes.check_values(found, wanted.header, wanted.lines, wanted.quantities, samples=wanted.samples)
    return found


def _sum_of(found: QuoteCheck, quantities: Mapping[str, int]) -> str:
    """Return the lines and the amount that are ordered, in words."""
    if not quantities:
        return _sum_in_words(len(found.lines), found.total, found.currency)
    skus = {each.number: each.sku for each in found.lines}
    amounts = [_amount_of(found, skus[number], units) for number, units in quantities.items()]
    known = [each for each in amounts if each is not None]
    # A sum with a zero of two digits has as many at least, as amounts are written.
    total = sum(known, Decimal("0.00")) if len(known) == len(amounts) else None
    return f"{_sum_in_words(len(quantities), total, found.currency)}, in pieces"


def _amount_of(found: QuoteCheck, sku: str | None, units: int) -> Decimal | None:
    """Return what units of a part cost by the quote; None if it has no price for the part, or several."""
    prices = {each.unit_price for each in found.products if each.sku == sku}
    price = prices.pop() if len(prices) == 1 and sku is not None else None
    return None if price is None else price * units


def _sum_in_words(lines: int, amount: Decimal | None, currency: str | None) -> str:
    total = plain(amount)
    return count(lines, "line") + (f", {total} {currency or ''}".rstrip() if total else "")


def _values(texts: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in texts:
        name, value = name_and_value(each, "--set")
        if name in found:
            raise CommandError(f"--set: {name} is said twice", word="bad-option")
        found[name] = value
    return found


def _line_values(texts: list[str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for each in texts:
        line, separator, rest = each.partition(":")
        if not (separator and line.strip()):
            raise refused("--set-line", each, "a line, a field and its value, such as 1:serialNumber=AB123")
        name, value = name_and_value(rest, "--set-line", "LINE:FIELD=VALUE")
        values = found.setdefault(line.strip(), {})
        if name in values:
            raise CommandError(f"--set-line: {name} of line {line} is said twice", word="bad-option")
        values[name] = value
    return found


def _quantities(texts: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in texts:
        line, units = part_and_quantity(each, "--quantity")
        if line in found:
            raise CommandError(f"--quantity: line {line} is said twice", word="bad-option")
        found[line] = units
    return found
