"""The base of models that have a field with another name in a later version; most have none, and do not import it."""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._schema import given_spellings, later_names, respell_later, wire_name, wire_names
from xi.sdk.resellers.models._unparsed import keep_record, record_of

if TYPE_CHECKING:
    from xi.sdk.resellers.models._model import Model


class RespelledModel(ResponseModel):
    """The base of what is received with a field that has another name in a later version.

    A field keeps the name that it has in 1.1.0. The name that another version has is a property, and the constructor
    takes it too; what is given under it is written in the spelling of that version.
    """

    _later_names: ClassVar[Mapping[str, str]] = types.MappingProxyType({})
    """The second spelling that goes with each name that another version has for a field."""

    def model_post_init(self, _: Any, /) -> None:
        """Read what a constructor was given under second spellings and later names."""
        if not hasattr(self, "__pydantic_private__"):
            # model_construct of pydantic before 2.13 leaves it to this method.
            object.__setattr__(self, "__pydantic_private__", None)
        extra, kind = self.__pydantic_extra__, type(self)
        if not extra:
            return
        respell_later(kind, extra)
        found: dict[str, str] = {}
        for wire, spelling in given_spellings(kind, extra).items():
            name = wire_names(kind)[wire]
            if name not in self.__pydantic_fields_set__:
                setattr(self, name, extra.pop(spelling))
                found[wire] = spelling
        if found:
            keep_record(self, record_of(self)._replace(spellings=found))

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy, with some fields changed and nothing checked, as pydantic does."""
        changed, spelt = dict(update or {}), dict[str, str]()
        for later in changed.keys() & later_names(type(self)).keys():
            spelling, name = self._spelling_and_field(later)
            if spelling not in (self.__pydantic_extra__ or {}):
                spelt |= self._new_spelling(spelling, name)
                changed[name] = changed.pop(later)
            else:
                changed[spelling] = changed.pop(later)
        twin = super().model_copy(update=changed, deep=deep)
        if spelt:
            _keep_spellings(twin, spelt)
        return twin

    def _later(self, later: str) -> Any:
        spelling, name = self._spelling_and_field(later)
        extra = self.__pydantic_extra__ or {}
        return extra[spelling] if spelling in extra else getattr(self, name)

    def _set_later(self, later: str, value: Any) -> None:
        spelling, name = self._spelling_and_field(later)
        extra = self.__pydantic_extra__ or {}
        if spelling in extra:
            extra[spelling] = value
            return
        spelt = self._new_spelling(spelling, name)
        setattr(self, name, value)
        if spelt:
            _keep_spellings(self, spelt)

    def _spelling_and_field(self, later: str) -> tuple[str, str]:
        spelling = self._later_names[later]
        return spelling, wire_names(type(self))[self._spellings[spelling]]

    def _new_spelling(self, spelling: str, name: str) -> dict[str, str]:
        """Return the spelling of a field to record when it is set; none if it was set before, in a spelling of its own."""
        return {} if name in self.__pydantic_fields_set__ else {wire_name(type(self), name): spelling}


RespelledModel.__annotations__.clear()  # as those of Model


def _keep_spellings(model: Model, spelt: dict[str, str]) -> None:
    record = record_of(model)
    keep_record(model, record._replace(spellings={**record.spellings, **spelt}))
