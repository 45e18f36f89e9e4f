"""The model `InvoiceDetailsv61ResponseFxRateInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class InvoiceDetailsv61ResponseFxRateInfo(ResponseModel):
    """Currencies of an invoice and the rate between them.

    Args:
        currency_code (str): Currency in which the account is kept, as far as is known.
        company_currency (str): Currency of the Ingram Micro company that wrote the invoice.
        invoice_currency (str): Currency of the amounts on the invoice.
        currency_fx_rate (int or float): Rate from the invoice's currency to that of the company; 1 if they are the
            same.
    """

    currency_code: str | None = None
    """Currency in which the account is kept, as far as is known."""

    company_currency: str | None = None
    """Currency of the Ingram Micro company that wrote the invoice."""

    invoice_currency: str | None = None
    """Currency of the amounts on the invoice."""

    currency_fx_rate: IntOrFloat | None = None
    """Rate from the invoice's currency to that of the company; 1 if they are the same."""
