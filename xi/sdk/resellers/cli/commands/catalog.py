"""The commands of the catalogue: search it, find SKUs for other part numbers, and write all of it into a table."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.finding import count
from xi.sdk.resellers.cli.output import Column, Mode
from xi.sdk.resellers.cli.parts import By, File, Parts
from xi.sdk.resellers.cli.rows import Cut
from xi.sdk.resellers.cli.sent import besides
from xi.sdk.resellers.cli.short_lists import Short
from xi.sdk.resellers.cli.steps import Steps
from xi.sdk.resellers.cli.values import check_words, refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xi.sdk.resellers.catalog_walk import Progress, Walk
    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.models import ProductSearchResponseCatalogInner
    from xi.sdk.resellers.part_numbers import Product, Resolved

_TYPES: Final = ("physical", "digital", "any")
_TABLES: Final = ("csv", "jsonl", "parquet")

_Keyword = Annotated[
    list[str] | None, typer.Option("--keyword", metavar="WORD", help="In title, maker or numbers; repeatable.")
]
_Vendor = Annotated[list[str] | None, typer.Option("--vendor", metavar="NAME", help="The maker; repeatable.")]
_VendorNumber = Annotated[
    str | None, typer.Option("--vendor-number", metavar="N", help="Ingram Micro's number of the maker.")
]
_VendorPart = Annotated[
    list[str] | None, typer.Option("--vendor-part", metavar="P", help="The maker's part number; repeatable.")
]
_Category = Annotated[str | None, typer.Option("--category", metavar="NAME", help="The category.")]
_Type = Annotated[str | None, typer.Option("--type", metavar="TYPE", help="physical, digital or any.")]
_WithDiscounts = Annotated[bool, typer.Option("--with-discounts", help="Only what has discounts.")]
_NotAuthorized = Annotated[bool, typer.Option("--not-authorized-too", help="Also what the account may not buy.")]
_Language = Annotated[str | None, typer.Option("--language", metavar="CODE", help="Of the texts, such as en.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What part of the catalogue is meant."""

    keyword: _Keyword = None
    vendor: _Vendor = None
    vendor_number: _VendorNumber = None
    vendor_part: _VendorPart = None
    category: _Category = None
    type: _Type = None
    with_discounts: _WithDiscounts = False
    not_authorized_too: _NotAuthorized = False
    language: _Language = None

    def arguments(self) -> dict[str, Any]:
        """Return the filters as the library takes them.

        Raises:
            CommandError: one cannot be read.
        """
        check_words(self)
        if self.type is not None and self.type not in _TYPES:
            raise refused("--type", self.type, "physical, digital or any")
        found: dict[str, list[str] | str | None] = {
            "keyword": self.keyword,
            "vendor": self.vendor,
            "vendor_number": self.vendor_number,
            "vendor_part_number": self.vendor_part,
            "category": self.category,
            "type": None if self.type is None else f"IM::{self.type}",
            "has_discounts": "true" if self.with_discounts else None,
            "skip_authorisation": "true" if self.not_authorized_too else None,
            "accept_language": self.language,
        }
        return {name: value for name, value in found.items() if value is not None}


_EVERYTHING: Final = Filters()


# -- search


def search(
    session: Session,
    filters: Filters = _EVERYTHING,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=0, help="Not more than so many.")] = None,
) -> None:
    """Search the catalogue. Products have neither price nor stock there: `price` and `stock` show those.

    It ends with 0 also if there are none, or if --limit cut; with 4 if a page could not be fetched: what came before
    it is shown, and `complete` is false.
    """
    from xi.sdk.resellers import paging

    arguments = filters.arguments()
    if not arguments and limit is None:
        raise CommandError(
            "say what to search for, or --limit: without, it is the whole catalogue",
            word="bad-usage",
            hint="xi-orders catalog walk -o catalogue.csv",
        )
    short = Short()
    rows = Cut(map(_product, paging.products(session.catalog(), on_short=short, **arguments)), limit, short)
    shown = session.out.rows("catalog-search", _PRODUCTS, rows, complete=rows.complete, empty="no products")
    rows.tell(session, shown, "products")


_PRODUCTS: Final = (
    Column("sku", "SKU"),
    Column("vendor"),
    Column("vendor_part"),
    Column("description", is_cut=True),
    Column("category", is_cut=True),
    Column("is_authorized", "may buy", show=lambda value: {True: "yes", False: "no"}.get(value, "")),
    Column("replaced_by"),
    Column("subcategory", in_table=False),
    Column("upc", "UPC", in_table=False),
    Column("type", in_table=False),
    Column("is_discontinued", in_table=False),
    Column("has_discounts", in_table=False),
    Column("other", in_table=False),
)
_SENT_AS: Final = {
    "sku": "ingramPartNumber",
    "vendor": "vendorName",
    "vendor_part": "vendorPartNumber",
    "description": "description",
    "category": "category",
    "subcategory": "subCategory",
    "upc": "upcCode",
    "type": "type",
    "is_authorized": "authorizedToPurchase",
    "is_discontinued": "discontinued",
    "has_discounts": "hasDiscounts",
    "replaced_by": "replacementSku",
}
"""The name of each field in the answer; all that is in none of them is in `other`."""
_TRUTHS: Final = {"true": True, "false": False, "y": True, "n": False, "yes": True, "no": False}


def _truth(value: object) -> bool | None:
    return value if isinstance(value, bool) else _TRUTHS.get(str(value).strip().lower())


def _product(found: ProductSearchResponseCatalogInner) -> dict[str, Any]:
    """Return a product as JSON has it; the schema `catalog-search` describes it."""
    row = {
        "sku": found.ingram_part_number,
        "vendor": found.vendor_name,
        "vendor_part": found.vendor_part_number,
        "description": found.description,
        "category": found.category,
        "subcategory": found.sub_category,
        "upc": found.upc_code,
        "type": found.type,
        "is_authorized": _truth(found.authorized_to_purchase),
        "is_discontinued": _truth(found.discontinued),
        "has_discounts": _truth(found.has_discounts),
        "replaced_by": found.replacement_sku or None,
    }
    return row | {"other": besides(found.to_dict(), row, _SENT_AS)}


# -- find


def find(
    session: Session,
    parts: Parts = None,
    file: File = None,
    by: By = "vendor-part",
    vendor: Annotated[
        list[str] | None, typer.Option("--vendor", metavar="NAME", help="Products of this maker alone; repeatable.")
    ] = None,
) -> Code:
    """Find the SKUs of makers' part numbers, bar codes or numbers of your own. Nothing is guessed.

    It ends with 0 if each number has one SKU, with 1 if one has none or several, of which none is chosen, and with 4 if
    the API could not be asked for one.
    """
    from xi.sdk.resellers import part_numbers
    from xi.sdk.resellers.cli.commands.prices import Asking

    session.out.check("catalog-find", _FOUND)
    asking = Asking(session, parts, file, by)
    with Steps(session) as steps:
        found = part_numbers.resolve(
            session.catalog(),
            list(asking.names),
            vendor=vendor or (),
            on_progress=lambda done, of: steps(f"{done:,} of {count(of, 'number')} looked for"),
        )
    failed = [each for each in found.values() if each.error is not None]
    rows = (_found(asking.names[part], by, its) for part, its in found.items())  # type: ignore[index] # each is a Part
    session.out.rows("catalog-find", _FOUND, rows, complete=lambda: not failed)
    if failed:
        raise _not_looked_for(failed, len(found))
    return Code.DONE if all(each.sku for each in found.values()) else Code.NO


_FOUND: Final = (
    Column("part"),
    Column("found"),
    Column("sku", "SKU"),
    Column("products", "products", show=lambda value: ", ".join(each["sku"] for each in value)),
    Column("says", is_cut=True),
    Column("by", in_table=False),
)


def _found(part: str, by: str, its: Resolved) -> dict[str, Any]:
    """Return what came of looking for a number as JSON has it; the schema `catalog-find` describes it."""
    return {
        "part": part,
        "by": by,
        "found": its.found.value,
        "sku": its.sku,
        "products": list(map(_hit, its.products)),
        "says": its.says,
    }


def _hit(found: Product) -> dict[str, Any]:
    return {
        "sku": found.sku,
        "vendor": found.vendor_name,
        "vendor_part": found.vendor_part_number,
        "upc": found.upc,
        "description": found.description,
    }


def _not_looked_for(failed: list[Resolved], of: int) -> CommandError:
    from xi.sdk.resellers.cli.failures import as_command_error

    first = next(each.error for each in failed if each.error is not None)
    told = as_command_error(first) or CommandError(str(first))
    return CommandError(
        f"of {len(failed):,} of {count(of, 'number')} nothing is known: {told.message}",
        code=Code.UNABLE,
        word=told.word,
        hint=told.hint,
        correlation_id=told.correlation_id,
    )


# -- walk


def walk(
    session: Session,
    filters: Filters = _EVERYTHING,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="csv, jsonl or parquet, where the name does not tell.")
    ] = None,
    reserve: Annotated[
        int, typer.Option("--reserve", metavar="N", min=0, help="Calls of each minute that are left to others.")
    ] = 10,
    least: Annotated[
        float, typer.Option("--least", metavar="PART", min=0, max=1, help="The part that has to come, 0 to 1.")
    ] = 0.95,
    restart: Annotated[bool, typer.Option("--restart", help="Do not go on with a walk that was stopped.")] = False,
    changes: Annotated[
        bool, typer.Option("--changes", help="Show each product that came, is gone or has changed.")
    ] = False,
) -> Code:
    """Write the whole catalogue into the table of -o, and tell what came, is gone and has changed since the last walk.

    The table is replaced at the end, and only by a complete one. A walk that was stopped, by Ctrl-C or a failure, goes
    on with the same line. It ends with 0 if the table is complete, and with 4 if the API did not give all of it: then
    the old table stays, and what came is beside it.
    """
    from xi.sdk.resellers import ApiException, ApiValueError, catalog_walk

    table = _table_of(session, kind)
    # The table is not the result of the command, which tells what came of the walk.
    session.common = replace(session.common, output=None)
    session.out.check("catalog-change" if changes else "catalog-walk", _CHANGES if changes else ())
    with Steps(session) as steps:
        options = catalog_walk.Options(
            kind=kind, reserve=reserve, least=least, restart=restart, on_page=lambda at: _step(steps, at)
        )
        try:
            done = catalog_walk.walk(session.catalog(), table, options, **filters.arguments())
        except ApiValueError as error:
            raise _unusable(error) from None
        except (ApiException, KeyboardInterrupt):
            session.warn("the walk has stopped; the same line goes on where it was")
            raise
    _tell(session, done, changes=changes)
    if not done.is_complete:
        raise CommandError(
            f"only {done.rows:,} of {done.stated:,} products came; they are in {done.path}, and {table} stays "
            "as it was",
            code=Code.UNABLE,
            word="walk-incomplete",
            hint="the same line again; --least, if the account never gets all",
        )
    return Code.DONE


def _table_of(session: Session, kind: str | None) -> str:
    table = session.common.output
    if table is None:
        raise CommandError("say where the table is written: -o FILE", word="bad-usage", hint="add -o catalogue.csv")
    if kind is not None and kind not in _TABLES:
        raise refused("--kind", kind, "csv, jsonl or parquet")
    if kind is None and table.rpartition(".")[2].lower() not in (*_TABLES, "ndjson"):
        raise refused("-o", table, "a name that ends with .csv, .jsonl or .parquet, or --kind should say what it is")
    if session.common.excel:
        raise CommandError(
            "--excel is not for the table of a walk, which has all that came as it came",
            word="bad-option",
            hint="let the spreadsheet import it, as text in UTF-8",
        )
    place = Path(os.path.realpath(table))
    if place.is_symlink() or (place.exists() and not place.is_file()):
        raise CommandError(f"-o {table}: it is no file, so a table cannot replace it", word="file-unusable")
    if not place.parent.is_dir():
        raise CommandError(f"-o {table}: there is no folder {place.parent}", word="file-unusable")
    return table


def _step(steps: Steps, at: Progress) -> None:
    steps(f"page {at.page:,} · {at.rows:,} of {count(at.stated, 'product')}", wait=at.wait)


def _unusable(error: Any) -> CommandError:
    if error.argument == "state":
        return CommandError(
            "a walk with other filters, or of another account, was stopped at this table",
            word="other-walk",
            hint="the line of that walk; --restart begins anew; or another -o",
        )
    return CommandError(str(error), word="bad-value")


def _tell(session: Session, done: Walk, *, changes: bool) -> None:
    if changes:
        rows: Iterator[Mapping[str, Any]] = ({"change": each.kind, "sku": each.sku} for each in done.changes())
        empty = "nothing has changed" if done.since is not None else "there is nothing to compare with"
        session.out.rows("catalog-change", _CHANGES, rows, complete=lambda: done.is_complete, empty=empty)
        session.say(_line(done, session))
        return
    lines = None if session.out.mode not in (Mode.TABLE, Mode.PLAIN) else lambda: [_line(done, session)]
    session.out.one("catalog-walk", _walked(done), lines)


_CHANGES: Final = (Column("change"), Column("sku", "SKU"))


def _line(done: Walk, session: Session) -> str:
    parts = [f"{count(done.rows, 'product')} in {done.path}"]
    if done.since is not None:
        parts.append(
            f"since {session.out.text_of(done.since)}: {done.came:,} came, {done.gone:,} gone, {done.changed:,} changed"
        )
        if done.unseen:
            parts.append(f"{done.unseen:,} did not come, and may be there still: {done.stated:,} are stated")
    elif done.is_complete:
        parts.append("the first complete walk: nothing to compare with")
    if done.unnamed:
        parts.append(f"{done.unnamed:,} without a SKU")
    if not done.is_complete:
        parts.append(f"not complete: {done.stated:,} are stated")
    return " · ".join(parts)


def _walked(done: Walk) -> dict[str, Any]:
    """Return what came of a walk as JSON has it; the schema `catalog-walk` describes it."""
    return {
        "file": str(done.path),
        "complete": done.is_complete,
        "rows": done.rows,
        "stated": done.stated,
        "pages": done.pages,
        "doubles": done.doubles,
        "unnamed": done.unnamed,
        "began": done.began,
        "ended": done.ended,
        "since": done.since,
        "came": done.came,
        "gone": done.gone,
        "changed": done.changed,
        "unseen": done.unseen,
        "changes_file": None if done.changes_path is None else str(done.changes_path),
    }
