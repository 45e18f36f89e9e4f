"""The commands of invoices: list them, show one, and match them with their orders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.families import INVOICE
from xi.sdk.resellers.cli.family_calls import Limit, Raw, range_of, require, searched_number, show_details, show_list
from xi.sdk.resellers.cli.invoicing import Matched
from xi.sdk.resellers.cli.values import check_word, check_words

if TYPE_CHECKING:
    from xi.sdk.resellers.cli.session import Session

_Invoiced = Annotated[str | None, typer.Option("--invoiced", metavar="RANGE", help="Days of the invoice, as 7d.")]
_Ordered = Annotated[str | None, typer.Option("--ordered", metavar="RANGE", help="Days of order entry.")]
_Po = Annotated[str | None, typer.Option("--po", metavar="PO", help="Your purchase order number.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoices:
    """Which invoices are meant."""

    invoiced: _Invoiced = None
    ordered: _Ordered = None
    due: Annotated[str | None, typer.Option("--due", metavar="RANGE", help="Days on which they are due.")] = None
    number: Annotated[str | None, typer.Option("--number", metavar="N", help="The number of an invoice.")] = None
    po: _Po = None
    order: Annotated[str | None, typer.Option("--order", metavar="N", help="Ingram Micro's order number.")] = None
    delivery: Annotated[str | None, typer.Option("--delivery", metavar="N", help="A delivery.")] = None
    status: Annotated[str | None, typer.Option("--status", metavar="S", help="Such as PAID.")] = None
    type: Annotated[str | None, typer.Option("--type", metavar="T", help="The type.")] = None
    bid: Annotated[str | None, typer.Option("--bid", metavar="B", help="The number of a special bid.")] = None
    serial: Annotated[str | None, typer.Option("--serial", metavar="S", help="A serial number.")] = None
    end_customer_po: Annotated[
        str | None, typer.Option("--end-customer-po", metavar="PO", help="The PO of your customer.")
    ] = None

    def arguments(self) -> dict[str, Any]:
        """Return the filters as the library takes them.

        Raises:
            CommandError: one cannot be read.
        """
        check_words(self)
        return {
            "invoiced": range_of(self.invoiced, "--invoiced"),
            "ordered": range_of(self.ordered, "--ordered"),
            "due": range_of(self.due, "--due"),
            "invoice_number": None if self.number is None else searched_number(self.number),
            "customer_order_number": self.po,
            "order_number": self.order,
            "delivery_number": self.delivery,
            "invoice_status": self.status,
            "invoice_type": self.type,
            "special_bid_number": self.bid,
            "serial_number": self.serial,
            "end_customer_order_number": self.end_customer_po,
        }


_ALL: Final = Invoices()


def list_(session: Session, filters: Invoices = _ALL, limit: Limit = None) -> None:
    """List invoices; without a range of days these are all that the account has.

    A long range of --invoiced is read month by month, the oldest first. It ends with 0 also if there are none, or if
    --limit cut; with 4 if a page could not be fetched: what came before it is shown, and `complete` is false.
    """
    show_list(session, INVOICE, filters.arguments(), limit)


def show(
    session: Session,
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="The number of the invoice.")],
    serials: Annotated[bool, typer.Option("--serials", help="With the serial numbers of its lines.")] = False,
    raw: Raw = False,
) -> None:
    """Show an invoice: its lines, charges and sums."""
    show_details(session, INVOICE, number, raw=raw, include_serial_numbers=True if serials else None)


# -- matching


def match(
    session: Session,
    po: _Po = None,
    order: Annotated[str | None, typer.Option("--order", metavar="N", help="Ingram Micro's order number.")] = None,
    invoice: Annotated[str | None, typer.Option("--invoice", metavar="N", help="The number of an invoice.")] = None,
    invoiced: _Invoiced = None,
    ordered: _Ordered = None,
    ours: Annotated[bool, typer.Option("--ours", help="Tell also which orders are not in the ledger.")] = False,
    tolerance: Annotated[
        str, typer.Option("--tolerance", metavar="AMOUNT", help="How far a total may be from its parts, as 0.05.")
    ] = "0",
) -> Code:
    """Match invoices with their orders: units, prices, sums. Say in one way which orders are meant.

    A row for each invoice, each line of an order, and each thing that does not match; a table leaves out lines that
    match. It ends with 1 if something is wrong, or if what is named is not there; what is only to be shipped or billed
    later is not wrong, nor is what was billed and is credited.
    """
    for option, name in (("--po", po), ("--order", order), ("--invoice", invoice)):
        check_word(option, name)
    given = {
        "po": po,
        "order_number": order,
        "invoice_number": invoice,
        "invoiced": range_of(invoiced, "--invoiced"),
        "ordered": range_of(ordered, "--ordered"),
    }
    ways = {name: value for name, value in given.items() if value is not None}
    if len(ways) != 1:
        raise CommandError(
            "say which orders in one way: --po, --order, --invoice, --invoiced or --ordered",
            word="bad-usage",
            hint="xi-orders invoice match --invoiced 7d",
        )
    require(session, INVOICE.list_needs, "the match of invoices")
    if ours:
        session.announce()
    ledger = session.desk(make=False) if ours else None
    work = Matched(session, ways, ledger=ledger, tolerance=tolerance)
    return work.show()
