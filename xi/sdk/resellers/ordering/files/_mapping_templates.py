"""Mappings to edit: for the exports of some programs, or from the header of a file. None of them acts by itself."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering.files._bytes import copied, new_copy
from xi.sdk.resellers.ordering.files._checks import FileRefusedError
from xi.sdk.resellers.ordering.files._fields import own_names
from xi.sdk.resellers.ordering.files._header import PART, PO, QUANTITY, positions_of
from xi.sdk.resellers.ordering.files._reading import OrderSource, name_of
from xi.sdk.resellers.ordering.files._refusals import FileFault, Refusal, shown
from xi.sdk.resellers.ordering.files._rows import DELIMITERS, said_delimiter, said_in

_HEAD: Final = """\
# What the columns of an order file are, for: xi-orders check FILE --map THIS
# The names are those of the usual export, in English; mend those that differ in your file.
# Lines that begin with # are not read. Take the # away where a line should hold.
"""
_PART: Final = """
# Needed: the column with Ingram Micro's part number, such as DF4128. Nothing is sent before this line is filled in.
"""
_OTHERS: Final = """\
ignore = ["*"]  # all other columns are not read; each dry run lists them
"""
_COST: Final = """
# A column of costs or prices is left out on purpose: unitPrice asks Ingram Micro for that price.
"""
_ODOO: Final = (
    "Odoo: purchase orders, chosen in their list, Action, Export, as CSV",
    _OTHERS
    + """\
fill = ["Order Reference"]  # the order's own cells stand on its first row only

[columns]
"Order Reference" = "customerOrderNumber"
"Order Lines/Quantity" = "quantity"
# "Order Lines/Display Name" = "lines.notes"
"""
    + _PART
    + """\
# It is the vendor's product code. What stands in [brackets] before a product's name is Odoo's internal reference.
# "Order Lines/Vendor Product Code" = "ingramPartNumber"
"""
    + _COST
    + """
# Only the orders for Ingram Micro; then add "Vendor" to fill, since it stands on the first row only:
# [only]
# Vendor = ["Ingram Micro"]
""",
)
_NETSUITE: Final = (
    "NetSuite: a saved search of transactions (purchase orders, main line is false), exported as CSV",
    _OTHERS
    + """\

[columns]
"Document Number" = "customerOrderNumber"
"Quantity" = "quantity"
# "Memo" = "lines.notes"
# "Internal ID" = "ref.netsuite"
# "Shipping Addressee" = "shipToInfo.companyName"
# "Shipping Address 1" = "shipToInfo.addressLine1"
# "Shipping City" = "shipToInfo.city"
# "Shipping State/Province" = "shipToInfo.state"
# "Shipping Zip" = "shipToInfo.postalCode"
# "Shipping Country Code" = "shipToInfo.countryCode"
"""
    + _PART
    + """\
# "Item" is your own name of the item; the vendor's code is a column to add to the search.
# "Vendor Code" = "ingramPartNumber"
# Or a file of two columns, your item and their number:
# "Item" = { to = "ingramPartNumber", lookup = "parts.csv" }
"""
    + _COST
    + """
# [skip]
# "Document Number" = ["Total*"]
""",
)
_SHOPIFY: Final = (
    "Shopify: Orders, Export, plain CSV",
    _OTHERS
    + """\
# An order's address stands on its first row only:
fill = ["Shipping Name", "Shipping Address1", "Shipping Address2", "Shipping City", "Shipping Zip", \
"Shipping Province", "Shipping Country"]

[columns]
"Lineitem quantity" = "quantity"
"Shipping Name" = "shipToInfo.contact"
"Shipping Address1" = "shipToInfo.addressLine1"
"Shipping Address2" = "shipToInfo.addressLine2"
"Shipping City" = "shipToInfo.city"
"Shipping Zip" = { to = "shipToInfo.postalCode", strip = "'" }
"Shipping Province" = "shipToInfo.state"
"Shipping Country" = "shipToInfo.countryCode"
# "Id" = "ref.shopify"

# Needed: the order number. Numbers such as #1001 are the shop's own; they begin anew in another shop.
# With a word of yours in front they are your orders at Ingram Micro too; a number is used once.
# "Name" = "customerOrderNumber"
"""
    + _PART
    + """\
# The SKU of a shop is nearly never Ingram Micro's number. A file of two columns, your SKU and their number:
# "Lineitem sku" = { to = "ingramPartNumber", lookup = "parts.csv" }
"""
    + _COST,
)
_SAP_B1: Final = (
    "SAP Business One: a query of purchase orders (OPOR, POR1), exported as text or through a spreadsheet",
    """\
# encoding = "cp1252"  # if the file is no UTF-8
# decimal = "comma"    # as the display settings have it: 2,00 or 2.00
"""
    + _OTHERS
    + """\

[columns]
"Document Number" = "customerOrderNumber"
"Quantity" = "quantity"
# "Row Number" = "ref.row"
# "Delivery Date" = { to = "shipmentDetails.requestedDeliveryDate", date = "%d.%m.%y" }
"""
    + _PART
    + """\
# "Item No." is your own number. The catalogue of the business partner has theirs:
# "BP Catalog No." = "ingramPartNumber"
"""
    + _COST
    + """
# [must]
# "UoM Code" = ["Pcs", "EA"]  # a box of ten is not ten pieces
""",
)
_DYNAMICS_BC: Final = (
    "Dynamics 365 Business Central: purchase lines, opened in a spreadsheet and saved as CSV UTF-8",
    """\
# decimal = "comma"  # as the region has it: 2,00 or 2.00
"""
    + _OTHERS
    + """\

[columns]
"Document No." = "customerOrderNumber"
"Quantity" = "quantity"  # "Outstanding Quantity" for orders that are partly received
# "Line No." = "ref.line"
# "Description" = "lines.notes"
"""
    + _PART
    + """\
# "No." is your own number of the item.
# "Vendor Item No." = "ingramPartNumber"
"""
    + _COST
    + """
[only]
"Type" = ["Item"]  # not comments, accounts and charges

# [must]
# "Unit of Measure Code" = ["PCS", "EA"]  # a box of ten is not ten pieces
""",
)
_QUICKBOOKS: Final = (
    "QuickBooks: a report of open purchase orders, by detail, exported and saved as CSV UTF-8",
    """\
# header = 5  # the line of the header, if a title stands above it
"""
    + _OTHERS
    + """\

[columns]
"Num" = "customerOrderNumber"
"Qty" = "quantity"
# "Memo/Description" = "lines.notes"
"""
    + _PART
    + """\
# "Product/Service" is your own name; a file of two columns has your name and their number:
# "Product/Service" = { to = "ingramPartNumber", lookup = "parts.csv" }
"""
    + _COST
    + """
[skip]
"Num" = ["Total*"]  # sums below an order or a vendor
""",
)
_WOOCOMMERCE: Final = (
    "WooCommerce: orders, exported as CSV with a row for each item",
    _OTHERS
    + """\
# If an order's cells stand on its first row only:
# fill = ["Order Number", "City (Shipping)", "Postcode (Shipping)"]

[columns]
"Quantity" = "quantity"
"Company (Shipping)" = "shipToInfo.companyName"
"Address 1&2 (Shipping)" = "shipToInfo.addressLine1"
"City (Shipping)" = "shipToInfo.city"
"State Code (Shipping)" = "shipToInfo.state"
"Postcode (Shipping)" = "shipToInfo.postalCode"
"Country Code (Shipping)" = "shipToInfo.countryCode"

# Needed: the order number. Numbers such as 1001 or #1001 are the shop's own; they begin anew in another shop.
# "Order Number" = "customerOrderNumber"
"""
    + _PART
    + """\
# The SKU of a shop is nearly never Ingram Micro's number. A file of two columns, your SKU and their number:
# "SKU" = { to = "ingramPartNumber", lookup = "parts.csv" }
"""
    + _COST,
)
_TEMPLATES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "odoo": _ODOO,
        "netsuite": _NETSUITE,
        "shopify": _SHOPIFY,
        "sap-b1": _SAP_B1,
        "dynamics-bc": _DYNAMICS_BC,
        "quickbooks": _QUICKBOOKS,
        "woocommerce": _WOOCOMMERCE,
    }
)
MAPPED_PROGRAMS: Final = tuple(_TEMPLATES)
"""The programs for whose exports there is a mapping to edit."""
_WORDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        PO: ("po", "pono", "ponumber", "purchaseorder", "purchaseorderno", "purchaseordernumber", "customerpo",
             "orderno", "ordernumber", "orderreference", "bestellnummer", "bestellnr"),
        QUANTITY: ("qty", "orderqty", "orderedquantity", "quantityordered", "menge", "quantite", "cantidad"),
        "endCustomerOrderNumber": ("endcustomerpo", "enduserpo"),
        "shipToInfo.companyName": ("shiptoname", "shiptocompany", "deliveryname", "shippingcompany"),
        "shipToInfo.contact": ("shiptocontact", "shippingname", "shippingcontact"),
        "shipToInfo.addressLine1": ("shiptoaddress", "shiptoaddress1", "shiptostreet", "shippingaddress1"),
        "shipToInfo.addressLine2": ("shiptoaddress2", "shippingaddress2"),
        "shipToInfo.city": ("shiptocity", "shippingcity"),
        "shipToInfo.state": ("shiptostate", "shippingstate", "shippingprovince"),
        "shipToInfo.postalCode": ("shiptozip", "shiptozipcode", "shiptopostcode", "shippingzip", "shippingpostcode"),
        "shipToInfo.countryCode": ("shiptocountrycode", "shippingcountrycode"),
    }
)  # fmt: skip
"""Names that columns have, in small letters without blanks and signs."""
_PARTS: Final = re.compile(r"part|sku|item|artic|artikel|product|material|vendor.*(?:no|number|code)", re.IGNORECASE)
_LINE_DESCRIPTION: Final = re.compile(r"name|descr|text|bezeichnung", re.IGNORECASE)


def mapping_template(
    for_: str | None = None,
    *,
    file: OrderSource | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    header: int = 1,
) -> str:
    """Return a mapping to edit, as TOML: for the export of a program, or from the header of a file.

    The part number is left open, and so are order numbers that a shop has given. No column becomes a price.

    Args:
        for_: odoo, netsuite, shopify, sap-b1, dynamics-bc, quickbooks or woocommerce.
        file: a CSV file, as a path or a stream of bytes, whose header is read.
        encoding: of `file`, as read_orders takes it.
        delimiter: of `file`, as read_orders takes it.
        header: of `file`: the line of the header, from 1.

    Raises:
        ApiValueError: the program is unknown, or neither or both of `for_` and `file` are given.
        FileRefusedError: the header of the file cannot be read.
        OSError: the file cannot be read.
    """
    if (for_ is None) == (file is None):
        raise ApiValueError("say either for_, the name of a program, or file", argument="for_")
    if for_ is not None:
        found = _TEMPLATES.get(for_)
        if found is None:
            raise ApiValueError(f"for_ is {for_!r}; it should be one of {', '.join(MAPPED_PROGRAMS)}", argument="for_")
        title, text = found
        return f"# {title}.\n{_HEAD}\n{text.rstrip()}\n"
    name = name_of(file)
    try:
        chosen, cells = _header_of(file, name, encoding, delimiter, header)
    except FileFault as fault:
        refusal = Refusal(
            file=name, code=fault.code, message=fault.message, line=fault.line, hint=fault.hint, whole_file=True
        )
        raise FileRefusedError([refusal]) from None
    keys = [f"encoding = {_quoted(encoding)}"] if encoding else []
    keys += [f"delimiter = {_quoted(chosen)}"] if delimiter else []
    keys += [f"header = {header}"] if header != 1 else []
    return f"# From the header of {shown(name)}.\n{_HEAD}\n" + "".join(f"{each}\n" for each in _lines(keys, cells))


def _header_of(
    file: OrderSource | None, name: str, encoding: str | None, delimiter: str | None, header: int
) -> tuple[str, list[str]]:
    with new_copy() as copy, copied(file, name, encoding, file=copy).opened() as text:
        first_line = text.readline()
        in_line = said_in(first_line.rstrip("\r\n"), said_delimiter(delimiter))
        # Line 1 is the header unless another one is said, and the line below it if it says the delimiter.
        header += header == 1 and in_line is not None
        lines = [first_line, *(line for _, line in zip(range(header - 1), text, strict=False))]
    line = lines[-1] if len(lines) == header else ""
    if not line.strip():
        raise FileFault("no-header", f"line {header} has no header", "say which line has it", header)
    said = in_line or said_delimiter(delimiter)
    rows: dict[str, list[str]] = {}
    for each in [said] if said else DELIMITERS:
        rows[each] = next(csv.reader([line], delimiter=each))
    wide = [each for each, cells in rows.items() if len(cells) > 1]
    if len(wide) != 1:
        which = " and ".join(repr(each) for each in wide) or "none of the usual delimiters"
        code = "two-delimiters" if wide else "no-delimiter"
        raise FileFault(code, f"the header fits {which}", "say which: --delimiter", header)
    return wide[0], rows[wide[0]]


def _lines(keys: list[str], cells: list[str]) -> Iterator[str]:
    """Yield the lines of a mapping for the columns of a header."""
    names = list(positions_of(cells))
    targets = _targets(names)
    parts = [name for name in names if name not in targets and _PARTS.search(name)]
    open_ = [name for name in parts if not _LINE_DESCRIPTION.search(name)] or parts
    others = [name for name in names if name not in targets and name not in open_]
    yield from keys
    if others:
        yield "# Not read; take out what should be, and name it under [columns]:"
        yield f"ignore = [{', '.join(_quoted(name) for name in others)}]"
        yield ""
    yield "[columns]"
    yield from (f"{_quoted(name)} = {_quoted(target)}" for name, target in targets.items())
    for needed in (PO, QUANTITY):
        if needed not in targets.values():
            yield f'# Needed: "COLUMN" = {_quoted(needed)}'
    if PART not in targets.values():
        yield from _PART.rstrip().splitlines()
        yield from (f'# {_quoted(name)} = "{PART}"' for name in open_ or ["COLUMN"])
        yield "# Or with a file of two columns, your own code and their number:"
        yield f'# {_quoted((open_ or ["COLUMN"])[0])} = {{ to = "{PART}", lookup = "parts.csv" }}'
    yield from _COST.rstrip().splitlines()


def _targets(names: list[str]) -> dict[str, str]:
    """Return the columns whose name tells which field they are; a field goes to the first of them."""
    own = own_names()
    known = {_plain(name): field.name for name, field in own.items() if not field.name.endswith("Price")}
    known |= {word: field for field, words in _WORDS.items() for word in words}
    found: dict[str, str] = {}
    for name in names:
        target = known.get(_plain(name))
        if target is not None and target not in found.values():
            found[name] = target
    return found


def _plain(name: str) -> str:
    text = unicodedata.normalize("NFKD", name).casefold()
    return "".join(each for each in text if each.isalnum() and each.isascii())


def _quoted(text: str) -> str:
    """Return a text as TOML has it; JSON writes it the same, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
