"""The model `InvoiceDetailsv61ResponseFxRateInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class InvoiceDetailsv61ResponseFxRateInfo(ResponseModel):
    """DRAFT 734.

    InvoiceDetailsv61ResponseFxRateInfo.

    Args:
        currency_code (str): DRAFT 735. currency Code of InvoiceDetailsv61ResponseFxRateInfo.
        company_currency (str): DRAFT 736. company Currency of InvoiceDetailsv61ResponseFxRateInfo.
        invoice_currency (str): DRAFT 737. invoice Currency of InvoiceDetailsv61ResponseFxRateInfo.
        currency_fx_rate (int or float): DRAFT 738. currency Fx Rate of InvoiceDetailsv61ResponseFxRateInfo.
    """

    currency_code: str | None = None
    """DRAFT 735.

    currency Code of InvoiceDetailsv61ResponseFxRateInfo.
    """

    company_currency: str | None = None
    """DRAFT 736.

    company Currency of InvoiceDetailsv61ResponseFxRateInfo.
    """

    invoice_currency: str | None = None
    """DRAFT 737.

    invoice Currency of InvoiceDetailsv61ResponseFxRateInfo.
    """

    currency_fx_rate: IntOrFloat | None = None
    """DRAFT 738.

    currency Fx Rate of InvoiceDetailsv61ResponseFxRateInfo.
    """
