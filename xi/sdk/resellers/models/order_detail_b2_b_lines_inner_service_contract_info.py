"""The model `OrderDetailB2BLinesInnerServiceContractInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_service_contract_info_contract_info import (
    OrderDetailB2BLinesInnerServiceContractInfoContractInfo,
)
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_service_contract_info_license_info import (
    OrderDetailB2BLinesInnerServiceContractInfoLicenseInfo,
)
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_service_contract_info_subscriptions import (
    OrderDetailB2BLinesInnerServiceContractInfoSubscriptions,
)


class OrderDetailB2BLinesInnerServiceContractInfo(ResponseModel):
    """Contract, subscription and licence behind a line.

    Args:
        contract_info (OrderDetailB2BLinesInnerServiceContractInfoContractInfo): Service contract, where the line bought
            one.
        subscriptions (OrderDetailB2BLinesInnerServiceContractInfoSubscriptions): Subscription, where the line started
            one.
        license_info (OrderDetailB2BLinesInnerServiceContractInfoLicenseInfo): Licence, where the line bought one.
    """

    contract_info: OrderDetailB2BLinesInnerServiceContractInfoContractInfo | None = None
    """Service contract, where the line bought one."""

    subscriptions: OrderDetailB2BLinesInnerServiceContractInfoSubscriptions | None = None
    """Subscription, where the line started one."""

    license_info: OrderDetailB2BLinesInnerServiceContractInfoLicenseInfo | None = None
    """Licence, where the line bought one."""
