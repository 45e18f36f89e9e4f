"""The model `VendorRequiredInforesponseInnerResponseMessagesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class VendorRequiredInforesponseInnerResponseMessagesInner(ResponseModel):
    """One remark or error about a product.

    Args:
        id (str): Identifier of the remark; values are not documented.
        trace_id (str): Reference for support, written with a capital I here.
        type (str): Class of the remark, such as an error; values are not documented.
        message (str): The remark in words, for a person.
    """

    id: str | None = None
    """Identifier of the remark; values are not documented."""

    trace_id: str | None = None
    """Reference for support, written with a capital I here."""

    type: str | None = None
    """Class of the remark, such as an error; values are not documented."""

    message: str | None = None
    """The remark in words, for a person."""
