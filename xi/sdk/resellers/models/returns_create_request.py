"""The model `ReturnsCreateRequest`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

import builtins

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models.returns_create_request_list_inner import ReturnsCreateRequestListInner


class ReturnsCreateRequest(RequestModel):
    """Returns to file.

    Each entry becomes a case of its own.

    Args:
        list (list of ReturnsCreateRequestListInner): The returns, one entry for each invoice line. Published with a
            single one only.
    """

    list: builtins.list[ReturnsCreateRequestListInner] | None = None
    """The returns, one entry for each invoice line.

    Published with a single one only.
    """
