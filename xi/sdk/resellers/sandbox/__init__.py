"""A stateful simulator of the reseller orders API, to develop and test against without an account."""

from xi.sdk.resellers._extras import missing

try:
    from xi.sdk.resellers.sandbox.http.app import create_app
    from xi.sdk.resellers.sandbox.http.ledger_view import LedgerReader
    from xi.sdk.resellers.sandbox.http.server import SandboxServer, serve
except ModuleNotFoundError as error:
    # Only the two parts of the extra get the hint: a fault of our own must not hide behind it.
    if (error.name or "").partition(".")[0] not in {"jinja2", "starlette", "uvicorn"}:
        raise
    raise ImportError(missing(f"The sandbox needs {error.name}", "sandbox"), name=error.name) from error

from xi.sdk.resellers.sandbox.catalog.catalogue import Catalogue
from xi.sdk.resellers.sandbox.catalog.default import default_catalogue
from xi.sdk.resellers.sandbox.catalog.generated import generated_catalogue
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
from xi.sdk.resellers.sandbox.catalog.parts import Part, PartKind
from xi.sdk.resellers.sandbox.state.faults import Fault, FaultKind, Faults
from xi.sdk.resellers.sandbox.state.logs import Event, Exchange
from xi.sdk.resellers.sandbox.state.policy import Policy
from xi.sdk.resellers.sandbox.state.quotas import RateLimit
from xi.sdk.resellers.sandbox.state.request_log import RequestLine
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox

__all__ = [
    "Catalogue",
    "DealLine",
    "DealTerms",
    "Event",
    "Exchange",
    "Fault",
    "FaultKind",
    "Faults",
    "LedgerReader",
    "Part",
    "PartKind",
    "Policy",
    "QuoteLine",
    "QuoteStatus",
    "QuoteTerms",
    "RateLimit",
    "RenewalLine",
    "RenewalStatus",
    "RenewalTerms",
    "RequestLine",
    "Sandbox",
    "SandboxServer",
    "VendorField",
    "create_app",
    "default_catalogue",
    "generated_catalogue",
    "serve",
]
