"""The model `OrderDetailB2BLinesInnerServiceContractInfoContractInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderDetailB2BLinesInnerServiceContractInfoContractInfo(ResponseModel):
    """A service contract.

    Args:
        contract_description (str): What the contract covers.
        contract_number (str): Number of the contract with the vendor.
        contract_status (str): State of the contract, in the vendor's words.
        contract_start_date (str): First day that the contract covers.
        contract_end_date (str): Last day that the contract covers.
        contract_duration (str): Length of the contract, as text with its unit.
    """

    contract_description: str | None = None
    """What the contract covers."""

    contract_number: str | None = None
    """Number of the contract with the vendor."""

    contract_status: str | None = None
    """State of the contract, in the vendor's words."""

    contract_start_date: str | None = None
    """First day that the contract covers."""

    contract_end_date: str | None = None
    """Last day that the contract covers."""

    contract_duration: str | None = None
    """Length of the contract, as text with its unit."""
