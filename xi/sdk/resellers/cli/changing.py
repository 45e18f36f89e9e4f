"""Builds the request of `modify` from the options of the command, and says in words what it changes."""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers._json import Json
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.request_fields import read_request
from xi.sdk.resellers.cli.values import name_and_value, part_and_quantity, refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from xi.sdk.resellers.models import OrderDetailB2B, OrderDetailB2BLinesInner

_ADDRESS: Final = "shipToInfo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be changed, as it was typed.

    Args:
        add: parts with quantities.
        update: numbers of lines with quantities.
        delete: numbers of lines.
        set: fields with values.
        body: a file with the request as the API takes it; then there is nothing else.

    Raises:
        CommandError: nothing is to be changed, or an option cannot be read.
    """

    add: Sequence[str] = ()
    update: Sequence[str] = ()
    delete: Sequence[str] = ()
    set: Sequence[str] = ()
    body: str | None = None

    def __post_init__(self) -> None:
        """Refuse what can be refused before the order is read."""
        has_options = bool(self.add or self.update or self.delete or self.set)
        if has_options == (self.body is not None):
            raise CommandError(
                "say what to change: --add, --update, --delete or --set; or --body FILE alone", word="bad-usage"
            )
        for each in self.add:
            part_and_quantity(each, "--add")
        for each in self.update:
            part_and_quantity(each, "--update")
        numbers = [_plain(part_and_quantity(each, "--update")[0]) for each in self.update]
        numbers += [_plain(each) for each in self.delete]
        twice = next((each for each in numbers if numbers.count(each) > 1), None)
        if twice is not None:
            raise CommandError(f"line {twice} is to be changed twice; say it once", word="bad-option")

    def request(self, order: OrderDetailB2B) -> Json:
        """Return the request.

        Args:
            order: the order as it is.

        Raises:
            CommandError: the order has no such line, or the file cannot be read.
        """
        if self.body is not None:
            return read_request(self.body, "--body", '{"lines": [...]}', is_exact=False)
        request: Json = _fields(self.set)
        lines = [*self._added(), *self._updated(order), *self._deleted(order)]
        return request | ({"lines": lines} if lines else {})

    def _added(self) -> Iterator[Json]:
        for each in self.add:
            part, quantity = part_and_quantity(each, "--add")
            yield {"addUpdateDeleteLine": "ADD", "ingramPartNumber": part, "quantity": quantity}

    def _updated(self, order: OrderDetailB2B) -> Iterator[Json]:
        for each in self.update:
            number, quantity = part_and_quantity(each, "--update")
            yield {"addUpdateDeleteLine": "UPDATE", **_named(order, number, "--update"), "quantity": quantity}

    def _deleted(self, order: OrderDetailB2B) -> Iterator[Json]:
        for number in self.delete:
            yield {"addUpdateDeleteLine": "DELETE", **_named(order, number, "--delete")}


def check_units(request: Mapping[str, Any], most: int) -> None:
    """Refuse more units of a line than are permitted.

    Args:
        request: the request.
        most: units of a line, at most.

    Raises:
        CommandError: a line has more.
    """
    for each in request.get("lines") or ():
        quantity = each.get("quantity")
        if isinstance(quantity, (int, float)) and quantity > most:
            what = each.get("ingramLineNumber") or each.get("ingramPartNumber")
            raise CommandError(
                f"{quantity:,} units of {what}: the limit of a line is {most:,} units; nothing was sent",
                word="max-quantity",
                hint=f"if it is meant: --max-quantity {quantity:g}",
            )


def words(request: Mapping[str, Any], order: OrderDetailB2B) -> list[str]:
    """Return what a request changes, a line for each change.

    Args:
        request: the request.
        order: the order as it is.
    """
    said = [f"{name}: {_told(value)}" for name, value in request.items() if name not in ("lines", _ADDRESS)]
    address: Json = request.get(_ADDRESS) or {}
    said += [f"{_ADDRESS}.{name}: {_told(value)}" for name, value in address.items()]
    return [*said, *(_words_of(each, order) for each in request.get("lines") or ())]


def now(order: OrderDetailB2B) -> list[str]:
    """Return the lines that an order has, for a person who decides whether a change before was made.

    Args:
        order: the order as it is.
    """
    return [
        f"has line {each.ingram_order_line_number}: {each.quantity_ordered} x {each.ingram_part_number}"
        for each in _lines(order)
    ]


def requests_add(requests: Iterable[Mapping[str, Any]]) -> bool:
    """Return whether one of the requests adds a line, so that it would order more if it were made twice.

    Args:
        requests: the requests.
    """
    lines = (line for request in requests for line in request.get("lines") or ())
    return any(str(line.get("addUpdateDeleteLine") or "").upper() == "ADD" for line in lines)


def _words_of(change: Mapping[str, Any], order: OrderDetailB2B) -> str:
    verb = str(change.get("addUpdateDeleteLine") or "").upper()
    part, quantity, number = (change.get(each) for each in ("ingramPartNumber", "quantity", "ingramLineNumber"))
    if verb == "ADD":
        return f"new line: {quantity} x {part}"
    line = _line(order, str(number or ""))
    before = f"{line.quantity_ordered} x {line.ingram_part_number}" if line is not None else "not in the order"
    if verb == "DELETE":
        return f"line {number} deleted: {before}"
    more = f", notes {_told(change['notes'])}" if "notes" in change else ""
    return f"line {number}: {before} -> {quantity if quantity is not None else 'as it is'}{more}"


def _told(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _named(order: OrderDetailB2B, number: str, option: str) -> Json:
    """Return what names a line of an order, as the order itself writes it."""
    line = _line(order, number)
    if line is None:
        known = ", ".join(str(each.ingram_order_line_number) for each in _lines(order))
        raise refused(option, number, f"a line of order {order.ingram_order_number}, which has {known or 'none'}")
    part = {"ingramPartNumber": line.ingram_part_number} if line.ingram_part_number else {}
    return {"ingramLineNumber": line.ingram_order_line_number, **part}


def _line(order: OrderDetailB2B, number: str) -> OrderDetailB2BLinesInner | None:
    return next((each for each in _lines(order) if _plain(each.ingram_order_line_number) == _plain(number)), None)


def _lines(order: OrderDetailB2B) -> list[OrderDetailB2BLinesInner]:
    return [each for each in order.lines or () if each.ingram_order_line_number]


def _plain(number: str | None) -> str:
    return (number or "").strip().lstrip("0")


def _fields(texts: Sequence[str]) -> Json:
    """Return the fields of `--set` by their names on the wire."""
    known = _known_fields()
    found: Json = {}
    for text in texts:
        name, value = name_and_value(text, "--set")
        path = known.get(_folded(name))
        if path is None:
            near = difflib.get_close_matches(_folded(name), known, n=1)
            hint = f"did you mean {'.'.join(known[near[0]])}?" if near else ""
            names = ", ".join(".".join(each) for each in known.values())
            raise CommandError(f"--set: modify has no field {name!r}; there are {names}", word="bad-option", hint=hint)
        target = found
        for step in path[:-1]:
            target = target.setdefault(step, {})
        if path[-1] in target:
            raise CommandError(f"--set: {name} is set twice", word="bad-option")
        target[path[-1]] = value
    return found


def _known_fields() -> dict[str, tuple[str, ...]]:
    from xi.sdk.resellers.models import OrderModifyRequestShipToInfo

    paths = [("notes",), *((_ADDRESS, str(each.alias)) for each in OrderModifyRequestShipToInfo.model_fields.values())]
    return {_folded(".".join(path)): path for path in paths}


def _folded(name: str) -> str:
    """Return a name so that `ship_to_info.city` and `shipToInfo.city` are equal."""
    return name.replace("_", "").casefold()
