"""The model `OrderCreateRequestAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Text


class OrderCreateRequestAdditionalAttributesInner(RequestModel):
    """One named setting for a whole v6 order.

    Names are matched without regard to case; values are text, even for switches.

    Args:
        attribute_name (str): Name of the setting, such as `allowPartialOrder`, `shipFromWarehouseId`, `DpasRating`,
            `euDepId`, `govtProgramType` or, in SAP countries, `orderType` and `customerPOType`.
        attribute_value (str): Value as text: `true` or `false` for switches, otherwise a number or code, such as
            warehouse `10` or programme `PA`.
    """

    attribute_name: str | None = None
    """Name of the setting, such as `allowPartialOrder`, `shipFromWarehouseId`, `DpasRating`, `euDepId`,
    `govtProgramType` or, in SAP countries, `orderType` and `customerPOType`.
    """

    attribute_value: Text | None = None
    """Value as text: `true` or `false` for switches, otherwise a number or code, such as warehouse `10` or programme
    `PA`.
    """
