"""What to say where another version takes the same arguments by position in another order: name them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xi.sdk.resellers._core.operation import Operation

_NUMBERS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
)


def require_options(operation: Operation[Any], options: Mapping[str, tuple[object, type]]) -> None:
    """Refuse an option that is not of its type, where another version has an argument in its place.

    Args:
        operation: the operation that is called.
        options: each option with the type that it should have, by name; None is always right.

    Raises:
        ApiTypeError: an option has another type; `explained` says how to name what was meant.
    """
    if operation.other_order is None:
        return
    for name, (value, kind) in options.items():
        if value is not None and not isinstance(value, kind):
            raise ApiTypeError(f"{name} should be a {kind.__name__}, not {type(value).__name__}", argument=name)


def explain(operation: Operation[Any], error: Exception) -> None:
    """Add to an error about an argument that another version has in another place how to give what was meant.

    Args:
        operation: the operation that was called.
        error: the error about one of its arguments; other errors are left as they are.
    """
    other = operation.other_order
    if other is None or not isinstance(error, (ApiTypeError, ApiValueError)):
        return
    here = [each.name for each in operation.parameters]
    about = error.argument or ""
    if about.startswith("_") or about in here[other.at :]:
        named = ", ".join(f"{name}=..." for name in other.names)
        place = _NUMBERS[other.at]
        error.args = (
            f"{error.args[0]}. From the {place} argument on, {other.version} has another order; name them: {named}",
            *error.args[1:],
        )


def note_on_order(operation: Operation[Any], arguments: Sequence[Any]) -> str:
    """Return a note for the error if the call fails; empty where the values tell which order was meant.

    Args:
        operation: the operation that is called.
        arguments: its arguments, in the order of its parameters.
    """
    other = operation.other_order
    if other is None or not other.is_untold:
        return ""
    given = dict(zip((each.name for each in operation.parameters), arguments, strict=True))
    read = list(given)[other.at : other.at + len(other.names)]
    only_there = [name for name in other.names if name not in read]
    if any(given[name] is None for name in read) or any(given[name] is not None for name in only_there):
        return ""
    places = " and ".join(_NUMBERS[other.at + i] for i in range(len(read)))
    named = ", ".join(f"{name}=..." for name in other.names)
    return (
        f"The {places} argument were read as {' and '.join(read)}, as in 1.1.0. If you mean {other.version}'s order, "
        f"name them: {named}"
    )
