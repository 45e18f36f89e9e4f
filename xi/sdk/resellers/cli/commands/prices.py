"""The command price: what parts cost, and how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.finding import count
from xi.sdk.resellers.cli.output import Column
from xi.sdk.resellers.cli.parts import By, File, Parts, kind_of, read_parts
from xi.sdk.resellers.cli.steps import Steps
from xi.sdk.resellers.cli.values import check_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.prices import Discount, Price, Warehouse

_LONGEST_EXPONENT: Final = 40
"""An amount with a larger one is written as it was sent, since its zeros would fill the disk."""
_STYLES: Final = {"priced": "green", "unpriced": "yellow", "failed": "red"}


def price(
    session: Session,
    parts: Parts = None,
    file: File = None,
    by: By = "sku",
    quantity: Annotated[
        int | None, typer.Option("--quantity", metavar="N", min=1, help="How many of each are wanted.")
    ] = None,
    bid: Annotated[str | None, typer.Option("--bid", metavar="B", help="The special bid whose prices count.")] = None,
    warehouse: Annotated[
        list[str] | None, typer.Option("--warehouse", metavar="ID", help="Only this warehouse; repeatable.")
    ] = None,
    discounts: Annotated[bool, typer.Option("--discounts", help="Special prices and quantity discounts too.")] = False,
    no_availability: Annotated[bool, typer.Option("--no-availability", help="Prices alone, without stock.")] = False,
) -> Code:
    """Show what parts cost, and how many there are: a row for each part that was asked for.

    It ends with 0 if each has a price, with 1 if one is not found, not authorized or has no price, and with 4 if the
    API could not be asked for one: the rows that came are shown, and `complete` is false.
    """
    if no_availability and warehouse:
        raise CommandError("--warehouse asks for stock, and --no-availability for none", word="bad-option")
    check_word("--bid", bid)
    options: dict[str, Any] = {
        "discounts": discounts,
        "availability": not no_availability,
        "attributes": False,
        **of_warehouses(warehouse),
    }
    if bid is not None:
        options["special_bid_number"] = bid
    return show_prices(session, Asking(session, parts, file, by, quantity), options, PRICE_COLUMNS, good=("priced",))


def of_warehouses(given: list[str] | None) -> dict[str, list[str]]:
    """Return what is asked for of `--warehouse`, as the library takes it.

    Args:
        given: the texts of the option; None asks about each warehouse.

    Raises:
        CommandError: one is blank, or has control characters.
    """
    for each in given or ():
        check_word("--warehouse", each)
    return {"warehouses": given} if given else {}


class Asking:
    """The parts that are asked for, as the library takes them.

    Args:
        session: the command.
        given: the arguments.
        file: the text of `--file`.
        by: the text of `--by`.
        quantity: how many of each are wanted.

    Raises:
        CommandError: there is no part, or one cannot be read.
    """

    def __init__(
        self, session: Session, given: list[str] | None, file: str | None, by: str, quantity: int | None = None
    ) -> None:
        from xi.sdk.resellers.prices import Part

        kind = kind_of(by)
        self.by = by
        self.quantity = quantity
        self.names = {Part(**{kind: each}, quantity=quantity): each for each in read_parts(session, given, file)}


def show_prices(
    session: Session, asking: Asking, options: Mapping[str, Any], columns: tuple[Column, ...], *, good: tuple[str, ...]
) -> Code:
    """Show a row for each part, and return the code of the command.

    Args:
        session: the command.
        asking: the parts.
        options: how to ask; see `prices.Options`.
        columns: the columns.
        good: the outcomes that are what was wanted.

    Raises:
        CommandError: the API could not be asked for a part.
    """
    from xi.sdk.resellers import prices

    failed: list[Price] = []
    missed: list[Price] = []

    with Steps(session) as steps:
        found = prices.each_price(
            session.catalog(),
            list(asking.names),
            on_progress=lambda done, of: steps(f"{done:,} of {count(of, 'part')} answered"),
            **options,
        )

        def items() -> Iterator[Mapping[str, Any]]:
            for each in found:
                outcome = word_of(each)
                if outcome == "failed":
                    failed.append(each)
                elif outcome not in good:
                    missed.append(each)
                yield price_item(each, asking)

        session.out.rows("price", columns, items(), complete=lambda: not failed)
    if failed:
        raise not_asked(failed, len(asking.names))
    return Code.NO if missed else Code.DONE


def not_asked(failed: list[Price], of: int, unknown: int | None = None) -> CommandError:
    """Return the error for parts of which nothing is known, by the first of their calls.

    Args:
        failed: what came for them.
        of: how many were wanted.
        unknown: of how many nothing is known; None for those that failed.
    """
    from xi.sdk.resellers.cli.failures import as_command_error

    first = next((each.error for each in failed if each.error is not None), None)
    told = None if first is None else as_command_error(first)
    start = f"of {len(failed) if unknown is None else unknown:,} of {count(of, 'part')} nothing is known"
    if told is None:
        return CommandError(f"{start}: {failed[0].message}", code=Code.UNABLE, word="api-unreadable")
    return CommandError(
        f"{start}: {told.message}",
        code=Code.UNABLE,
        word=told.word,
        hint=told.hint,
        correlation_id=told.correlation_id,
    )


def word_of(found: Price) -> str:
    """Return what came for a part, as JSON has it.

    Args:
        found: what came.
    """
    return found.outcome.value.replace(" ", "_")


def _stock(value: Any) -> str:
    return "not said" if value is None else f"{value}"


def _places(value: Any) -> str:
    return ", ".join(f"{each['warehouse_id'] or each['location']}: {_stock(each['quantity'])}" for each in value or ())


_ASKED: Final = (
    Column("part"),
    Column("outcome", paint=lambda value: _STYLES.get(value, "yellow"), show=lambda value: value.replace("_", " ")),
    Column("sku", "SKU"),
)
_SAID: Final = (Column("message", is_cut=True),)
PRICE_COLUMNS: Final = (
    *_ASKED,
    Column("price", is_right=True),
    Column("currency"),
    Column("retail", is_right=True),
    Column("lowest_advertised", "lowest ad", is_right=True),
    Column("stock", is_right=True),
    *_SAID,
    Column("quantity", in_table=False),
    Column("available", in_table=False),
    Column("received", in_table=False),
    Column("skus", in_table=False),
    Column("warehouses", in_table=False),
    Column("discounts", in_table=False),
)
"""The columns of price."""


def found_or_not(outcome: Any) -> str:
    """Return an outcome in words, where nobody has asked for a price.

    Args:
        outcome: the outcome as JSON has it; None if there is none.
    """
    return "found" if outcome in ("priced", "unpriced") else str(outcome or "").replace("_", " ")


STOCK_COLUMNS: Final = (
    Column("part"),
    Column("outcome", show=found_or_not),
    Column("sku", "SKU"),
    Column("stock", is_right=True),
    Column("available", show=lambda value: {True: "yes", False: "no"}.get(value, "")),
    Column("warehouses", "by warehouse", is_cut=True, show=_places),
    *_SAID,
    Column("received", in_table=False),
    Column("skus", in_table=False),
)
"""The columns of stock, which asks for no price."""


def price_item(found: Price, asking: Asking) -> dict[str, Any]:
    """Return what came for a part as JSON has it; the schema `price` describes it.

    Args:
        found: what came.
        asking: what was asked for.
    """
    skus = [each.ingram_part_number for each in found.products if each.ingram_part_number]
    return {
        "part": asking.names[found.asked],  # type: ignore[index] # each was asked for as a Part
        "by": asking.by,
        "quantity": asking.quantity,
        "outcome": word_of(found),
        "sku": found.sku,
        "price": amount(found.amount),
        "currency": found.currency,
        "retail": amount(found.retail),
        "lowest_advertised": amount(found.lowest_advertised),
        "available": found.available,
        "stock": found.total,
        "warehouses": list(map(_warehouse, found.warehouses)),
        "discounts": list(map(_discount, found.discounts)),
        "skus": list(dict.fromkeys(skus)),
        "message": found.message,
        "received": found.received,
        "correlation_id": None if found.error is None else found.error.correlation_id,
    }


def _warehouse(found: Warehouse) -> dict[str, Any]:
    return {
        "warehouse_id": found.warehouse_id,
        "location": found.location,
        "quantity": found.quantity,
        "on_order": found.on_order,
        "backordered": found.backordered,
        "expected": [{"quantity": number, "day": day} for number, day in found.etas],
    }


def _discount(found: Discount) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "bid": found.special_bid_number,
        "amount": amount(found.amount),
        "price": amount(found.price),
        "currency": found.currency,
        "first": None if found.first is None else found.first.isoformat(),
        "last": None if found.last is None else found.last.isoformat(),
        "minimum": found.minimum,
        "left": found.left,
    }


def amount(value: Decimal | None) -> str | None:
    """Return an amount as text, with each digit that the server sent.

    Args:
        value: the amount.
    """
    if value is None:
        return None
    return f"{value:f}" if value.is_finite() and abs(value.adjusted()) < _LONGEST_EXPONENT else str(value)
