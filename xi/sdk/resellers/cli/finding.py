"""Finds orders of the ledger by what a person types: a PO, or an order number of Ingram Micro's."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from secrets import token_hex
from typing import TYPE_CHECKING

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from xi.sdk.resellers.ordering import OrderDesk, Record

SHOWN = 20
"""How many of a kind are named; then a count follows."""

LAST = "last"
"""What names the newest batch, whatever it is called."""


def by_number(desk: OrderDesk, number: str) -> Record | None:
    """Return the order of the account to which Ingram Micro gave a number; None if the ledger has none.

    Args:
        desk: the desk.
        number: the number, in any case.
    """
    with desk.ledger.reading() as tx:
        entry = tx.by_order_number(number.strip().upper())
    here = (desk.account.customer_number, desk.account.country_code)
    if entry is None or (entry.customer, entry.country) != here:
        return None
    return desk.find(entry.key)


def by_name(desk: OrderDesk, name: str) -> Record | None:
    """Return the order that a PO or an order number names; None if the ledger has none. Of a PO it is the newest.

    Args:
        desk: the desk.
        name: the PO or the number, in any case.
    """
    found = desk.find_all(name)
    return found[-1] if found else None


def all_by_name(desk: OrderDesk, names: Iterable[str]) -> tuple[list[Record], list[str]]:
    """Return the orders that are named, each once, and the names that the ledger does not have.

    Args:
        desk: the desk.
        names: POs or order numbers.
    """
    found: dict[str, Record] = {}
    missing: list[str] = []
    for name in names:
        record = by_name(desk, name)
        if record is None:
            missing.append(name)
        else:
            found[record.key] = record
    return list(found.values()), missing


def not_in_ledger(desk: OrderDesk, names: Sequence[str]) -> CommandError:
    """Return the error for orders that are named, and that the ledger does not have.

    Args:
        desk: the desk.
        names: what was typed.
    """
    account = f"{desk.account.customer_number} {desk.account.country_code}"
    are = "is" if len(names) == 1 else "are"
    return CommandError(
        f"{some(names)} {are} not in the ledger of {account} ({desk.environment})",
        code=Code.NO,
        word="not-found",
        hint="xi-orders list --fields po,state,order_numbers",
    )


def some(texts: Sequence[str], separator: str = ", ") -> str:
    """Return texts in a line, and how many more there are if there are many.

    Args:
        texts: the texts.
        separator: what stands between them.
    """
    more = f"{separator}and {len(texts) - SHOWN:,} more" if len(texts) > SHOWN else ""
    return separator.join(texts[:SHOWN]) + more


def plain(amount: Decimal | None) -> str | None:
    """Return an amount in plain digits, without an exponent; None if there is none.

    Args:
        amount: the amount.
    """
    return None if amount is None else f"{amount:f}"


def count(number: int, word: str) -> str:
    """Return a number with its word, such as `1 order` or `1,204 orders`.

    Args:
        number: the number.
        word: the word for one.
    """
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def batch_name(name: str, at: datetime | None = None, key: str | None = None) -> str:
    """Return the name of a run that nobody has named: date, time, a mark that no other run has, and what it sends.

    Args:
        name: what it sends, such as the name of the file.
        at: its time; None for now.
        key: what tells it from other runs of that name and second; None for what no other run has.
    """
    when = (datetime.now(UTC) if at is None else at).astimezone()
    mark = token_hex(2) if key is None else sha256(key.encode(errors="backslashreplace")).hexdigest()[:4]
    return f"{when:%Y-%m-%d %H:%M:%S}-{mark} {name}"


def batch_named(desk: OrderDesk, name: str | None) -> str | None:
    """Return the name of a batch; that of the newest one for `last`.

    Args:
        desk: the desk.
        name: what the option says; None if it was not given.

    Raises:
        CommandError: the ledger has no such batch.
    """
    if name is None:
        return None
    found = desk.last_batch() if name == LAST else name
    if found is None or next(desk.rows(batch=found, limit=1), None) is None:
        what = "has no batch yet" if name == LAST else f"has no batch {name!r}"
        raise CommandError(f"the ledger {what}", code=Code.NO, word="not-found", hint="xi-orders list --fields batch")
    return found
