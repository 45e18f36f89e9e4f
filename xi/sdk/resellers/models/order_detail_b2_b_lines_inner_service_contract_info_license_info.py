"""The model `OrderDetailB2BLinesInnerServiceContractInfoLicenseInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel


class OrderDetailB2BLinesInnerServiceContractInfoLicenseInfo(ResponseModel):
    """A licence that a line bought, once the vendor issued it.

    Args:
        license_number (list of str): Licence keys or numbers; null until the vendor issued them.
        license_start_date (str): Day the licence becomes valid.
        license_end_date (str): Day the licence ends, for those that do.
        description (str): Product and edition that is licensed.
        quantity (str): Seats or units licensed, as text.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"license_number"})

    license_number: list[str] | None = None
    """Licence keys or numbers; null until the vendor issued them."""

    license_start_date: str | None = None
    """Day the licence becomes valid."""

    license_end_date: str | None = None
    """Day the licence ends, for those that do."""

    description: str | None = None
    """Product and edition that is licensed."""

    quantity: str | None = None
    """Seats or units licensed, as text."""
