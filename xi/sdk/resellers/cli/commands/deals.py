"""The commands of deals and of renewals: list them, show one, and what expires."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli.families import DEAL, RENEWAL
from xi.sdk.resellers.cli.family_calls import Limit, Raw, range_of, show_details, show_list
from xi.sdk.resellers.cli.values import check_word, check_words, one_of, refused
from xi.sdk.resellers.cli.watching import Overdue, Within, show_expiring

if TYPE_CHECKING:
    from xi.sdk.resellers.cli.codes import Code
    from xi.sdk.resellers.cli.session import Session

_Vendor = Annotated[str | None, typer.Option("--vendor", metavar="NAME", help="The maker.")]
_EndUser = Annotated[str | None, typer.Option("--end-user", metavar="NAME", help="The end user.")]


def deal_list(
    session: Session,
    vendor: _Vendor = None,
    end_user: _EndUser = None,
    deal_id: Annotated[str | None, typer.Option("--id", metavar="ID", help="The number of a deal.")] = None,
    limit: Limit = None,
) -> None:
    """List the deals of the account, which are special bids.

    It ends with 0 also if there are none, or if --limit cut; with 4 if a page could not be fetched: what came before
    it is shown, and `complete` is false.
    """
    for option, given in (("--vendor", vendor), ("--end-user", end_user), ("--id", deal_id)):
        check_word(option, given)
    show_list(session, DEAL, {"vendor": vendor, "end_user": end_user, "deal_id": deal_id}, limit)


def deal_show(
    session: Session,
    number: Annotated[str, typer.Argument(metavar="ID", help="The number of the deal.")],
    vendor: _Vendor = None,
    raw: Raw = False,
) -> None:
    """Show a deal: its products, their prices, and how many units are left."""
    check_word("--vendor", vendor)
    show_details(session, DEAL, number, raw=raw, vendor_name=vendor)


def deal_expiring(session: Session, within: Within = "30d", overdue: Overdue = None) -> Code:
    """Show the deals that expire within some days, have expired, or are used up, the first to expire first.

    It ends with 4 if something could not be read: it may expire without a row.
    """
    return show_expiring(session, DEAL, within, overdue)


_SUB_STATES: Final = {
    "open": ("Ready to order", "Quote pending", "Notification sent", "Future", "Quote requested"),
    "closed": (
        "All",
        "Ordered",
        "Quote closed (contact sales desk)",
        "Expired",
        "Transition to new/upsell",
        "Lost to competitor",
        "Consolidated",
        "Transitioned to cloud",
        "Renewal went direct",
        "EOL",
        "End user out of business",
        "Void",
        "Other",
        "Cancelled",
    ),
}
"""The sub-statuses that the API knows, by the status."""
_DATES: Final = {"expires": "expirationDate", "starts": "startDate", "ends": "endDate", "invoiced": "invoiceDate"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewals:
    """Which renewals are meant."""

    status: Annotated[str | None, typer.Option("--status", metavar="S", help="open or closed.")] = None
    sub_status: Annotated[
        str | None, typer.Option("--sub-status", metavar="S", help="Within that, such as 'Ready to order'.")
    ] = None
    vendor: _Vendor = None
    end_user: _EndUser = None
    po: Annotated[str | None, typer.Option("--po", metavar="PO", help="Your purchase order number.")] = None
    ingram_po: Annotated[
        str | None, typer.Option("--ingram-po", metavar="N", help="Ingram Micro's number of the purchase.")
    ] = None
    serial: Annotated[str | None, typer.Option("--serial", metavar="S", help="A serial number.")] = None
    expires: Annotated[str | None, typer.Option("--expires", metavar="RANGE", help="Last days of the cover.")] = None
    starts: Annotated[str | None, typer.Option("--starts", metavar="RANGE", help="First days of the new term.")] = None
    ends: Annotated[str | None, typer.Option("--ends", metavar="RANGE", help="Last days of the new term.")] = None
    invoiced: Annotated[str | None, typer.Option("--invoiced", metavar="RANGE", help="Days of the invoice.")] = None

    def arguments(self) -> dict[str, Any]:
        """Return the filters as the library takes them.

        Raises:
            CommandError: one cannot be read.
        """
        check_words(self)
        return {
            "renewals_search_request": self._request() or None,
            "customer_order_number": self.po,
            "ingram_purchase_order_number": self.ingram_po,
            "serial_number": self.serial,
        }

    def _request(self) -> dict[str, Any]:
        given: dict[str, str] = {}
        if self.status is not None:
            state = one_of(self.status, "--status", tuple(_SUB_STATES))
            given["value"] = state.capitalize()
            if self.sub_status is not None:
                known = _SUB_STATES[state]
                given["subStatus"] = one_of(self.sub_status, "--sub-status", known, f" beside --status {state}")
        elif self.sub_status is not None:
            raise refused("--sub-status", self.sub_status, "beside --status open or --status closed")
        ranges = {key: self._range(name) for name, key in _DATES.items() if getattr(self, name) is not None}
        found = {
            "status": {"OpporutinyStatus": given} if given else None,
            "dateType": ranges or None,
            "vendor": self.vendor,
            "endUser": self.end_user,
        }
        return {name: value for name, value in found.items() if value is not None}

    def _range(self, name: str) -> dict[str, str]:
        """Return a range of days as this search takes it, with the month first."""
        found = range_of(getattr(self, name), f"--{name}")
        names = ("customStartDate", "customEndDate")
        return {key: f"{day:%m/%d/%Y}" for key, day in zip(names, found or (), strict=False)}


_ALL: Final = Renewals()


def renewal_list(session: Session, filters: Renewals = _ALL, limit: Limit = None) -> None:
    """List the renewals of the account.

    It ends with 0 also if there are none, or if --limit cut; with 4 if a page could not be fetched: what came before
    it is shown, and `complete` is false.
    """
    show_list(session, RENEWAL, filters.arguments(), limit)


def renewal_show(
    session: Session,
    number: Annotated[str, typer.Argument(metavar="ID", help="The number of the renewal.")],
    raw: Raw = False,
) -> None:
    """Show a renewal: its products, its dates, and the quote for it."""
    show_details(session, RENEWAL, number, raw=raw)


def renewal_expiring(session: Session, within: Within = "30d", overdue: Overdue = None) -> Code:
    """Show the renewals whose cover ends within some days, or has ended, the first to expire first.

    It ends with 4 if something could not be read: it may expire without a row.
    """
    return show_expiring(session, RENEWAL, within, overdue)
