"""The type of a text that is one of a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import CoreSchema, core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler


class OneOf:
    """Refuses a text that is none of the given words, inside pydantic-core.

    A `Literal` would do the same, but type checkers would refuse a `str` there, which programs of both published
    versions give.

    Args:
        words: the words, as they are sent.
    """

    def __init__(self, *words: str) -> None:
        self.words = words

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.literal_schema(list(self.words), serialization=core_schema.simple_ser_schema("str"))
