"""The commands of returns: list them, show one, and file one once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli import acting_once, options
from xi.sdk.resellers.cli.acting_once import LONGEST, Batch, Reuse, Wait
from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.commands.persons import rehearsing
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.families import INVOICE, RETURN
from xi.sdk.resellers.cli.family_calls import Limit, Raw, in_one_text, require, searched_number, show_details, show_list
from xi.sdk.resellers.cli.finding import batch_name
from xi.sdk.resellers.cli.request_fields import fields_of, read_request
from xi.sdk.resellers.cli.sent import objects
from xi.sdk.resellers.cli.values import check_words, day, seconds, some_of

if TYPE_CHECKING:
    from xi.sdk.resellers import BoundInvoicesApi
    from xi.sdk.resellers.cli.session import Session

_STATUSES: Final = ("Open", "Approved", "Partially Approved", "Denied", "Voided")
"""The statuses of returns and claims that the API knows."""
_WITH_COMMA: Final = "direct ship billed, not shipped"
"""The one reason with a comma, which stands between reasons in the search."""
_Part = Annotated[str | None, typer.Option("--part", metavar="P", help="Ingram Micro's part number.")]
_VendorPart = Annotated[str | None, typer.Option("--vendor-part", metavar="P", help="The maker's part number.")]
_Reference = Annotated[str | None, typer.Option("--reference", metavar="R", help="Your own number of the return.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Returns:
    """Which returns are meant."""

    case: Annotated[str | None, typer.Option("--case", metavar="N", help="The number of the case.")] = None
    claim: Annotated[str | None, typer.Option("--claim", metavar="N", help="The number of the claim.")] = None
    invoice: Annotated[str | None, typer.Option("--invoice", metavar="N", help="The number of the invoice.")] = None
    reference: _Reference = None
    part: _Part = None
    vendor_part: _VendorPart = None
    status: Annotated[
        str | None, typer.Option("--status", metavar="S,…", help="Such as Open,Denied: statuses, with commas.")
    ] = None
    claim_status: Annotated[
        str | None, typer.Option("--claim-status", metavar="S,…", help="The same of the claim, with commas.")
    ] = None
    reason: Annotated[str | None, typer.Option("--reason", metavar="R,…", help="Reasons, with commas.")] = None
    created: Annotated[str | None, typer.Option("--created", metavar="RANGE", help="Days of filing, as 7d.")] = None
    modified: Annotated[str | None, typer.Option("--modified", metavar="RANGE", help="Days of the last change.")] = None

    def arguments(self) -> dict[str, Any]:
        """Return the filters as the library takes them.

        Raises:
            CommandError: one cannot be read.
        """
        check_words(self)
        return {
            "case_request_number": self.case,
            "return_claim_id": self.claim,
            "invoice_number": self.invoice,
            "reference_number": self.reference,
            "ingram_part_number": self.part,
            "vendor_part_number": self.vendor_part,
            "return_status_in": None if self.status is None else some_of(self.status, "--status", _STATUSES),
            "claim_status_in": (
                None if self.claim_status is None else some_of(self.claim_status, "--claim-status", _STATUSES)
            ),
            "return_reason_in": self._reasons(),
            "created_on_bt": in_one_text(self.created, "--created"),
            "modified_on_bt": in_one_text(self.modified, "--modified"),
        }

    def _reasons(self) -> str | None:
        if self.reason is not None and _WITH_COMMA in self.reason.casefold():
            raise CommandError(
                "--reason: the API cannot be asked for '(DT1) Direct Ship billed, not shipped.', since it "
                "takes a comma as the end of a reason",
                word="bad-option",
                hint="xi-orders return list --csv, and look at the reason of each",
            )
        return self.reason


_ALL: Final = Returns()


def list_(session: Session, filters: Returns = _ALL, limit: Limit = None) -> None:
    """List the returns and claims of the account, as Ingram Micro has them.

    It ends with 0 also if there are none, or if --limit cut; with 4 if a page could not be fetched: what came before
    it is shown, and `complete` is false. What the ledger knows of them is in `xi-orders list`.
    """
    show_list(session, RETURN, filters.arguments(), limit)


def show(
    session: Session,
    number: Annotated[str, typer.Argument(metavar="CASE", help="The number of the case.")],
    raw: Raw = False,
) -> None:
    """Show a return: its products, and what has been decided."""
    show_details(session, RETURN, number, raw=raw)


# -- filing


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """What is returned, and from where."""

    invoice: Annotated[str | None, typer.Option("--invoice", metavar="N", help="The number of the invoice.")] = None
    invoice_date: Annotated[
        str | None, typer.Option("--invoice-date", metavar="DAY", help="Its day; without it, it is looked up.")
    ] = None
    part: _Part = None
    vendor_part: _VendorPart = None
    quantity: Annotated[int | None, typer.Option("--quantity", metavar="N", min=1, help="How many units.")] = None
    serial: Annotated[str | None, typer.Option("--serial", metavar="S", help="The serial number.")] = None
    reason: Annotated[str | None, typer.Option("--reason", metavar="WHY", help="The reason.")] = None
    details: Annotated[
        str | None, typer.Option("--details", metavar="WHY", help="The reason in detail; without it, the same.")
    ] = None
    boxes: Annotated[int, typer.Option("--boxes", metavar="N", min=1, help="In how many boxes.")] = 1
    from_: Annotated[
        list[str] | None,
        typer.Option("--from", metavar="FIELD=VALUE", help="Where the goods are, such as city=Salina; repeatable."),
    ] = None
    reference: _Reference = None
    notes: Annotated[str | None, typer.Option("--notes", metavar="TEXT", help="Notes.")] = None
    po: Annotated[str | None, typer.Option("--po", metavar="PO", help="The PO of the order.")] = None
    bill_to: Annotated[str | None, typer.Option("--bill-to", metavar="ID", help="The ID of the billing address.")] = (
        None
    )

    def is_said(self) -> bool:
        """Return whether any of it was given."""
        return self != _NOTHING

    def request(self) -> dict[str, Any]:
        """Return the return as the API takes it, without the day of the invoice if that was not said.

        Raises:
            CommandError: something that is needed is missing, or cannot be read.
        """
        from xi.sdk.resellers.models import ReturnsCreateRequestListInnerShipFromInfoInner as Address

        needed = {"--invoice": self.invoice, "--quantity": self.quantity, "--reason": self.reason, "--from": self.from_}
        missing = [option for option, value in needed.items() if not value]
        missing += [] if self.part or self.vendor_part else ["--part or --vendor-part"]
        if missing:
            raise CommandError(
                f"a return also needs {', '.join(missing)}", word="bad-usage", hint="xi-orders return file --help"
            )
        check_words(self)
        if self.invoice_date is not None:
            day(self.invoice_date, "--invoice-date")
        address = fields_of(self.from_ or [], "--from", Address)
        lacking = [
            name
            for name in (each.alias for each in Address.model_fields.values() if each.is_required())
            if name is not None and name not in address
        ]
        if lacking:
            raise CommandError(
                f"--from does not say {', '.join(lacking)}, which a return needs",
                word="bad-option",
                hint=" ".join(f"--from {name}=…" for name in lacking),
            )
        found: dict[str, Any] = {
            "invoiceNumber": self.invoice,
            "invoiceDate": self.invoice_date,
            "ingramPartNumber": self.part,
            "vendorPartNumber": self.vendor_part,
            "serialNumber": self.serial,
            "quantity": self.quantity,
            "primaryReason": self.reason,
            "secondaryReason": self.details or self.reason,
            "numberOfBoxes": self.boxes,
            "referenceNumber": self.reference,
            "notes": self.notes,
            "customerOrderNumber": self.po,
            "billToAddressId": self.bill_to,
            "shipFromInfo": address,
        }
        return {name: value for name, value in found.items() if value is not None}


_NOTHING: Final = Goods()


def file(
    session: Session,
    path: Annotated[
        str | None, typer.Argument(metavar="FILE.json", help="The return as the API takes it; else say it by options.")
    ] = None,
    goods: Goods = _NOTHING,
    dry_run: options.DryRun = False,
    wait: Wait = LONGEST,
    reuse: Reuse = None,
    batch: Batch = None,
) -> Code:
    """File a return once, through the ledger: nothing withdraws it, and nothing refuses a second one.

    Run the same line again whenever it did not end with 0: a return that went out is looked for, and none is sent
    twice. Without --reference it gets a number that is the same for the same goods. It ends with 1 if it was refused,
    with 3 if it is not settled, and with 5 if it is held, so that a person must decide.
    """
    if (path is not None) == goods.is_said():
        raise CommandError("say the return by a file, or by options", word="bad-usage", hint="--invoice, --part …")
    request = goods.request() if path is None else read_request(path, "FILE.json", '{"invoiceNumber": …}')
    longest = seconds(wait, "--wait", or_forever=True)
    session.announce()
    if not dry_run:
        session.require_answer()
    if path is None and "invoiceDate" not in request:
        request["invoiceDate"] = _day_of(session, goods.invoice or "")
    desk = session.desk(calls=not dry_run)
    filing = desk.check_return(request, reuse=reuse)
    known = desk.find_return(filing.po)
    with rehearsing(desk).rehearsal():
        ahead = desk.plan_return(request, reuse=reuse)  # it refuses other content under a number that was used
    if dry_run:
        return acting_once.preview(session, filing.po, known, ahead)
    if acting_once.acts(ahead):
        session.confirm(f"{session.where} · {_told(request)}, reference {filing.po}. File the return?")
    source = None if path is None else (path, "")
    name = batch or batch_name(filing.po)
    return acting_once.send_once(
        session,
        lambda: desk.file_return(request, wait=longest, reuse=reuse, batch=name, source=source),
        wait=wait,
        ahead=ahead,
    )


def _told(request: dict[str, Any]) -> str:
    """Return what is returned, in words."""
    entry = next(iter(objects(request.get("list"))), request)
    part = entry.get("ingramPartNumber") or entry.get("vendorPartNumber")
    return f"{entry.get('quantity')} x {part} of invoice {entry.get('invoiceNumber')}"


def _day_of(session: Session, number: str) -> str:
    """Return the day of an invoice.

    Raises:
        CommandError: it is not there, or its day cannot be looked up.
    """
    from xi.sdk.resellers import paging

    try:
        require(session, INVOICE.list_needs, "the look for the day of the invoice")
    except CommandError as error:
        error.hint = f"{error.hint}; or --invoice-date"
        raise
    api: BoundInvoicesApi = session.family(INVOICE.api)
    found = list(paging.invoices(api, invoice_number=searched_number(number), limit=2))
    wanted = searched_number(number).upper()
    same = [each for each in found if searched_number(each.invoice_number or "").upper() == wanted]
    days: set[str] = {each.invoice_date for each in same if each.invoice_date}
    if len(days) != 1:
        what = "is not there" if not days else "is there with several days"
        raise CommandError(f"invoice {number} {what}", code=Code.NO, word="not-found", hint="add --invoice-date")
    return days.pop()
