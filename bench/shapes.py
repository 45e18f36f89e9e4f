"""The classes of the answers without this SDK: the same fields, on a plain base class of another package.

Run by the driver with the Python of `ours`, it prints which fields the models of the answers have; a worker makes
classes of them on the base class that it is given.
"""

# ruff: noqa: PLC0415 - each environment holds only what its own contestant imports

from __future__ import annotations

import datetime as dt
import json
import types
from typing import Annotated, Any, Union, get_args, get_origin

ANSWERS = {"create": "OrderCreateResponse", "details": "OrderDetailB2B", "search": "OrderSearchResponse"}
"""The model of each kind of answer; those of one line and of 500 lines have the same."""

Kind = str | dict[str, Any]
Shapes = dict[str, dict[str, tuple[str, Kind]]]
"""By the name of a model: the wire name and the kind of each field, by its Python name."""

LEAVES: dict[str, Any] = {"str": str, "int": int, "float": float, "bool": bool, "date": dt.date}


def kind_of(annotation: Any, found: Shapes) -> Kind:
    """Return what a type is, without None and without what its annotations ask for; add the models in it."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return kind_of(inner[0], found)
    if origin in (Union, types.UnionType):
        kinds = [kind_of(each, found) for each in inner if each is not type(None)]
        return kinds[0] if len(kinds) == 1 else {"any": kinds}
    if origin is list:
        return {"list": kind_of(inner[0], found)}
    if hasattr(annotation, "model_fields"):
        describe(annotation, found)
        return {"model": annotation.__name__}
    name: str = annotation.__name__
    return name


def describe(model: Any, found: Shapes) -> None:
    """Add the fields of a model, and of the models in them."""
    if model.__name__ in found:
        return
    fields: dict[str, tuple[str, Kind]] = {}
    found[model.__name__] = fields
    model.model_rebuild()
    for name, field in model.model_fields.items():
        fields[name] = (field.serialization_alias or name, kind_of(field.annotation, found))


def classes(shapes: Shapes, base: Any) -> dict[str, Any]:
    """Return the class of each kind of answer, made on a base class of pydantic's; nothing is required."""
    from pydantic import Field, create_model

    made: dict[str, Any] = {}

    def type_of(kind: Kind) -> Any:
        if isinstance(kind, str):
            return LEAVES[kind]
        ((form, inside),) = kind.items()
        if form == "list":
            return list[type_of(inside)]  # type: ignore[misc]  # a type that is known at run time only
        return model(inside) if form == "model" else Union[tuple(map(type_of, inside))]  # noqa: UP007 - of a tuple

    def model(name: str) -> Any:
        if name not in made:
            fields: dict[str, Any] = {
                field: (type_of(kind) | None, Field(default=None, alias=wire))
                for field, (wire, kind) in shapes[name].items()
            }
            made[name] = create_model(name, __base__=base, **fields)
        return made[name]

    return {answer: model(name) for answer, name in ANSWERS.items()}


def main() -> None:
    """Print the shapes of the answers, as this repository has them."""
    from xi.sdk.resellers import models

    found: Shapes = {}
    for name in ANSWERS.values():
        describe(getattr(models, name), found)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
