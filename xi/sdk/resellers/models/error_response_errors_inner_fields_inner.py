"""The model `ErrorResponseErrorsInnerFieldsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import ResponseModel


class ErrorResponseErrorsInnerFieldsInner(ResponseModel):
    """One complaint about one field or header of a v6 request.

    Any member may be missing.

    Args:
        var_field (str): Name of the offending field or header, such as `IM-CountryCode`; may be missing. Case and
            wording vary (`IM-CorrelationId`, `Country Code`), and one entry may name two, as in
            `ingramOrderDate/ingramOrderDate-bt`.
        value (str): What the server received in that place, echoed as text; empty for a blank value, absent or null for
            a missing one.
        message (str): The rule that was broken, in words. For a refused modify or release this is the only place that
            says the order is not on customer hold.
    """

    var_field: Annotated[str | None, Field(alias="field")] = None
    """Name of the offending field or header, such as `IM-CountryCode`; may be missing.

    Case and wording vary (`IM-CorrelationId`, `Country Code`), and one entry may name two, as in
    `ingramOrderDate/ingramOrderDate-bt`.
    """

    value: str | None = None
    """What the server received in that place, echoed as text; empty for a blank value, absent or null for a missing
    one.
    """

    message: str | None = None
    """The rule that was broken, in words.

    For a refused modify or release this is the only place that says the order is not on customer hold.
    """
