"""What a create tells the vendor: the values of the fields that vendors demand, in both bodies of v7."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from xi.sdk.resellers.sandbox.catalog.offers import VendorField
from xi.sdk.resellers.sandbox.wire.json import Json, attributes, records, text

AUTHORISATION: Final = VendorField(
    "VEND_AUTH_NBR_FLG",
    "Authorization number of the vendor",
    "AUTH-0001",
    "The number that the vendor gave the reseller",
)
"""The field that `vendAuthNumber` fills in too."""

_HEADER: Final = ("vmfadditionalAttributes", "vmfAdditionalAttributes")
"""As version 1.1.0 spells it, and as 1.3.0 does."""
_LINE: Final = "vmfAdditionalAttributesLines"
_LINKS: Final = ("hardwareLineLink", "warrantyLineLink", "directLineLink")


@dataclass(frozen=True, slots=True)
class VendorValues:
    """The values in a create, by the lower-case name of the field.

    Args:
        header: Those of the whole order.
        lines: Those of a line, by its customer line number.
        parts: Those of a line without a number, by its part number in upper case.
    """

    header: Mapping[str, str] = field(default_factory=dict[str, str])
    lines: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    parts: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])

    def of_line(self, number: str, part_number: str) -> Mapping[str, str]:
        """Return what the order tells about a line; what it tells about the whole order holds for each line."""
        return {**self.header, **self.parts.get(part_number.upper(), {}), **self.lines.get(number, {})}


def read_vendor_values(body: Json) -> VendorValues:
    """Read the values from the body of a create; blank ones count as missing, as in the padding of a validation."""
    header: dict[str, str] = {}
    for name in _HEADER:
        header |= _values(body.get(name))
    # v6 has the authorisation in vmf, v7 at the top.
    for each in (body, *records(body.get("vmf"))):
        if text(each.get("vendAuthNumber")):
            header.setdefault(AUTHORISATION.name.lower(), text(each.get("vendAuthNumber")))
    lines: dict[str, dict[str, str]] = {}
    parts: dict[str, dict[str, str]] = {}
    for line in records(body.get("lines")):
        number, part = text(line.get("customerLineNumber")), text(line.get("ingramPartNumber")).upper()
        given = _values(line.get(_LINE))
        if number:
            lines.setdefault(number, {}).update(given)
        elif part:
            parts.setdefault(part, {}).update(given)
    # Version 1.1.0 has the fields of a line beside the lines, and names the line.
    for entry in records(body.get("warrantyInfo")):
        for number in {text(entry.get(name)) for name in _LINKS} - {""}:
            lines.setdefault(number, {}).update(_values(entry.get(_LINE)))
    return VendorValues(header, lines, parts)


def complaints(demanded: Iterable[VendorField], given: Mapping[str, str], where: str = "") -> list[str]:
    """Return what is wrong with the values of some fields: they are missing, or not one of the choices.

    Args:
        demanded: What the vendor demands.
        given: The values, by the lower-case name of the field.
        where: What comes before the name of a field, for example `line 2: `.
    """
    found: list[str] = []
    for each in demanded:
        value = given.get(each.name.lower(), "")
        if not value:
            found.append(f"{where}{each.name} is required by the vendor")
        elif each.choices and value.upper() not in {choice.upper() for choice in each.choices}:
            found.append(f"{where}{each.name} is {value!r}; it should be one of {', '.join(each.choices)}")
    return found


def _values(value: object) -> dict[str, str]:
    return {name: found for name, found in attributes(value).items() if name and found}
