"""The offers of the default catalogue, all made up: quotes in every state, deals, and renewals with their quotes."""

from decimal import Decimal
from typing import Final

from xi.sdk.resellers.sandbox.catalog.offers import (
    DealLine,
    DealTerms,
    QuoteLine,
    QuoteStatus,
    QuoteTerms,
    RenewalLine,
    RenewalStatus,
    RenewalTerms,
    VendorField,
)

_AUTHORISATION: Final = VendorField(
    "VEND_AUTH_NBR_FLG", "Authorization number of the vendor", "AUTH-0001", "The number that the vendor gave you"
)
LICENCE_EMAIL: Final = VendorField(
    "endUserCtacEmail", "E-mail address of the end user's contact", "lee@enduser.example", "Licence keys are sent there"
)
"""What the vendor of a licence wants to know, in a quote and without one."""
_COMPANY: Final = VendorField("ResellerCompanyName", "Company name of the reseller")
_EMAIL: Final = VendorField(
    "resellerCtacEmail", "E-mail address of the reseller's contact", hint="Like anna@shop.example"
)
_CONTACT: Final = VendorField("rslrCtacName", "Name of the reseller's contact")
_SEGMENT: Final = VendorField(
    "endUserMarketSegment",
    "Market segment of the end user",
    "Commercial",
    choices=("Commercial", "Education", "Public"),
)


def default_quotes() -> dict[str, QuoteTerms]:
    """Return the quotes by number: some can be ordered, and each of the others shows why it cannot."""
    stated = QuoteStatus
    return {
        "QUO-14551943-D2Y9L9": QuoteTerms((QuoteLine("YN6231", 2),), "Docking stations", end_user="Alder Clinic"),
        "QUO-20417001-A1B2C3": QuoteTerms(
            (
                QuoteLine("RQ6000", 1, Decimal("3290.00"), fields=(_EMAIL,)),
                QuoteLine("YZ1478", 2, Decimal("2610.00"), fields=(_CONTACT, _SEGMENT)),
            ),
            "Storage for the archive",
            age_days=6,
            end_user="Birch Museum",
            special_bid="GRID-77120",
            fields=(_AUTHORISATION, _COMPANY),
        ),
        "QUO-20417002-D4E5F6": QuoteTerms(
            (QuoteLine("DF4128", 100, Decimal("47.50"), minimum=10), QuoteLine("TSXML1", 200, Decimal("9.90"))),
            "Desks, in pieces",
            age_days=12,
            end_user="Cedar School",
            partial=True,
        ),
        "QUO-20417003-G7H8J9": QuoteTerms(
            (QuoteLine("2GZ200", 30, Decimal("131.00")), QuoteLine("TXSLM3", 30, suggested=True)),
            "Telephones",
            age_days=3,
            end_user="Dogwood Hotel",
        ),
        "QUO-20417004-K1L2M3": QuoteTerms(
            (QuoteLine("5L1701", 2, Decimal("845.00")),),
            "Notebooks, not final",
            status=stated.ACTIVE,
            age_days=1,
            end_user="Elm Bakery",
        ),
        "QUO-20417005-N4P5Q6": QuoteTerms(
            (QuoteLine("DF4128", 5),), "Without a last day", valid_days=None, end_user="Fir Dental"
        ),
        "QUO-20417006-R7S8T9": QuoteTerms(
            (QuoteLine("YN6231", 4),), "Expired", age_days=25, valid_days=-1, end_user="Alder Clinic"
        ),
        "QUO-20417007-U1V2W3": QuoteTerms(
            (QuoteLine("1C6094", 3, Decimal("109.00")),), "Monitors that are not in stock", end_user="Hazel Press"
        ),
        "QUO-20417008-X4Y5Z6": QuoteTerms(
            (QuoteLine("DF4128", 1),), "Closed", status=stated.CLOSED, age_days=9, end_user="Ivy Garage"
        ),
        "QUO-20417009-A7B8C9": QuoteTerms(
            (QuoteLine("TSXML1", 50, Decimal("10.80")),), "Two months old", age_days=61, valid_days=40
        ),
        "QUO-20417010-D1E2F3": QuoteTerms(
            (QuoteLine("TXSLM3", 10),), "Too old for any search", age_days=400, valid_days=100
        ),
        "QUO-20417011-G4H5J6": QuoteTerms(
            (QuoteLine("6W0300", 2, Decimal("189.00")),),
            "Repair by authorisation",
            age_days=2,
            end_user="Juniper Labs",
            fields=(_AUTHORISATION,),
        ),
        "QUO-20417012-K7L8M9": QuoteTerms(
            (QuoteLine("4008025", 1, Decimal("1999.00")),),
            "Workstation",
            age_days=15,
            revision=2,
            end_user="Birch Museum",
        ),
        "QUO-20417013-N1P2Q3": QuoteTerms(
            (QuoteLine("YZ1478", 1, Decimal("2700.00")),),
            "Renewal of a hypervisor",
            age_days=4,
            # As long as what it renews.
            valid_days=45,
            end_user="Cedar School",
        ),
        "QUO-20417014-R4S5T6": QuoteTerms(
            (QuoteLine("4U0212", 25, Decimal("61.20"), fields=(_CONTACT,)),),
            "Renewal of an exchange service",
            age_days=8,
            valid_days=20,
            end_user="Dogwood Hotel",
        ),
    }


def default_deals() -> dict[str, DealTerms]:
    """Return the deals by number; one has blanks in it, one has ended, and one is nearly used up."""
    return {
        "GRID-77120": DealTerms(
            (DealLine("RQ6000", Decimal("3290.00"), 5), DealLine("YZ1478", Decimal("2610.00"), 10)), "Birch Museum"
        ),
        "ACME SPRING DISC": DealTerms(
            (DealLine("DF4128", Decimal("44.90"), 500), DealLine("YN6231", Decimal("108.00"), 200, valid_days=10)),
            "Cedar School",
            version=3,
        ),
        "NW-2231-T": DealTerms((DealLine("2GZ200", Decimal("124.00"), 40, used=37),), "Dogwood Hotel"),
        "GRID-70001": DealTerms(
            (DealLine("5L1701", Decimal("799.00"), 20),), "Elm Bakery", age_days=181, valid_days=-1
        ),
        "ACME-9001": DealTerms((DealLine("1C6094", Decimal("99.00"), 12, used=12),), "Hazel Press", valid_days=20),
    }


def default_renewals() -> dict[str, RenewalTerms]:
    """Return the renewals by number: in most states, two of them with a quote that can be ordered."""
    state = RenewalStatus

    def of(part: str, end_user: str, status: RenewalStatus, expires: int, quote: str = "") -> RenewalTerms:
        return RenewalTerms(
            (RenewalLine(part, 1, serial_number=f"SN{part}0001"),),
            end_user,
            status=status,
            quote=quote,
            notification="" if quote else f"NTF-{part}",
            starts_days=expires + 1,
            expires_days=expires,
        )

    return {
        "4410001": RenewalTerms(
            (RenewalLine("YZ1478", 1, Decimal("2700.00"), "HV-88120-01"),),
            "Cedar School",
            status=state.READY,
            quote="QUO-20417013-N1P2Q3",
            customer_order_number="PO-LAST-YEAR",
            order_number="20-RC1RD",
            starts_days=46,
            expires_days=45,
        ),
        "4410002": RenewalTerms(
            (RenewalLine("4U0212", 20, Decimal("61.20"), "X3-1001"), RenewalLine("4U0212", 5, Decimal("61.20"))),
            "Dogwood Hotel",
            status=state.READY,
            quote="QUO-20417014-R4S5T6",
            expires_days=20,
            starts_days=21,
        ),
        "4410003": of("6W0300", "Juniper Labs", state.NOTIFIED, 30),
        "4410004": of("YZ1478", "Birch Museum", state.FUTURE, 200),
        "4410005": of("4U0212", "Hazel Press", state.QUOTE_PENDING, 60),
        "4410006": of("YZ1478", "Fir Dental", state.QUOTE_REQUESTED, 15),
        "4410007": of("4U0212", "Elm Bakery", state.NOTIFIED, -3),
        "4410008": of("6W0300", "Ivy Garage", state.DIRECT, -40),
        "4410009": of("4U0212", "Alder Clinic", state.QUOTE_CLOSED, 5, "QUO-20417008-X4Y5Z6"),
    }
