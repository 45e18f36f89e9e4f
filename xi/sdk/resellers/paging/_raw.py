"""The lists of families as the JSON objects that were sent, whose amounts are exact."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from pydantic.alias_generators import to_camel

from xi.sdk.resellers._contract_shape import shaped_as
from xi.sdk.resellers._core.pages import Page
from xi.sdk.resellers._exact import body_text, loaded
from xi.sdk.resellers._json import Json, is_list, is_object
from xi.sdk.resellers._keys import objects_at
from xi.sdk.resellers.exceptions import UnreadableResponseException
from xi.sdk.resellers.paging._families import Family


class RawFamily(Family[Any, Any, Json]):
    """A search whose items are JSON objects with exact numbers, and not models."""

    def page_of(self, answer: Any) -> Page[Json] | None:
        """Return the page in the answer of a call with `_with_http_info`."""
        if answer is None:
            return None
        page: Page[Any] | None = super().page_of(answer.data)
        try:
            found = loaded(answer)
        except ValueError as error:  # such as a number of thousands of digits
            said = f"the page could not be read: {error}"
            body = body_text(answer)
            raise UnreadableResponseException(answer.status_code, said, body=body, operation=self.method) from None
        found = shaped_as(answer.data, found)
        # One family sends a list with one answer.
        items = [
            item
            for each in (found if is_list(found) else [found])
            if is_object(each)
            for item in objects_at(each, to_camel(self.items))
        ]
        if page is None:
            return Page(items, [None] * len(items), None) if items else None
        return replace(page, items=items)


def raw(family: Family[Any, Any, Any]) -> RawFamily:
    """Return a family whose items are JSON objects.

    Args:
        family: the family with models.
    """
    named: dict[str, Any] = {each.name: getattr(family, each.name) for each in fields(family)}
    named["method"] = f"{family.method}_with_http_info"
    return RawFamily(**named)
