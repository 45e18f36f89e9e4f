"""Each rule about CSV files with our own names: bytes and options, and the orders or the errors with their places."""

# ruff: noqa: E501 - a case of a table is one line
# ruff: noqa: RUF001, SIM905 - words of other alphabets, in a table

from __future__ import annotations

import io
import pickle
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from files_kit import HEADER, checked, errors_of, only_order, orders_of

from xi.sdk.resellers.ordering import FileCheck, FileRefusedError, check_file, read_orders

GOOD = b"A1,DF1,2\n"
WIDE = b"customerOrderNumber,ingramPartNumber,quantity,"
ONLY_ONE = WIDE + b"additionalAttributes.allowDuplicateCustomerOrderNumber,additionalAttributes.allowPartialOrder\n"


def row(quantity: bytes = b"2", part: bytes = b"DF1", po: bytes = b"A1") -> bytes:
    return HEADER + b",".join((po, part, quantity)) + b"\n"


ONE = {"A1": ["DF1*2"]}
READ: list[tuple[str, bytes, dict[str, Any], dict[str, list[str]]]] = [
    ("rows in succession are one order", HEADER + b"A1,DF1,2\nA1,DF2,1\nA2,DF1,1\n", {}, {"A1": ["DF1*2", "DF2*1"], "A2": ["DF1*1"]}),
    ("a header alone is no order", HEADER, {}, {}),
    ("names may be in snake case", b"customer_order_number,ingram_part_number,lines.quantity\n" + GOOD, {}, ONE),
    ("a first line says the delimiter", b"sep=;\ncustomerOrderNumber;ingramPartNumber;quantity\nA1;DF1;2\n", {}, ONE),
    ("a delimiter that is said", HEADER.replace(b",", b"^") + b"A1^DF1^2\n", {"delimiter": "^"}, ONE),
    ("rows of empty cells are skipped", HEADER + b"\n,,\n" + GOOD + b" , ,\n", {}, ONE),
    ("blanks around are trimmed", row(b"\t2", b" DF1 ", b"A1 "), {}, ONE),
    ("the form of a spreadsheet for text", row(part=b'="00815"'), {}, {"A1": ["00815*2"]}),
    ("a quote in an unquoted cell is text", WIDE + b'ref.note\nA1,DF1,2,24" screen\n', {}, ONE),
    ("quotes in two unquoted cells of which the last does not end with one", WIDE + b'ref.a,ref.b\nA1,DF1,2,24" wide,3" high\n', {}, ONE),
    ("cells of a spreadsheet that are text", WIDE + b'ref.a\n="A1",="DF1",2,24"\n', {}, ONE),
    ("a column without a name that is empty", WIDE + b"\nA1,DF1,2,\n", {}, ONE),
    ("a last line that is said to be whole", HEADER + b"A1,DF1,2", {"last_line_whole": True}, ONE),
    ("zeros after a point", row(b"2.0"), {}, ONE),
    ("four zeros after a point", row(b"2.0000"), {}, ONE),
    ("a point for decimals", row(b"1.000"), {"decimal": "point"}, {"A1": ["DF1*1"]}),
    ("a comma for decimals", row(b'"1,000"'), {"decimal": "comma"}, {"A1": ["DF1*1"]}),
    ("thousands with commas", row(b'"1,000"'), {"decimal": "point"}, {"A1": ["DF1*1000"]}),
    ("thousands with points", row(b'"1.000,00"'), {"decimal": "comma"}, {"A1": ["DF1*1000"]}),
    ("thousands with a blank", row("1\u202f000".encode()), {"decimal": "comma"}, {"A1": ["DF1*1000"]}),
    ("a part number of digits and a capital E", row(part=b"5E12") + b"A2,1E5,1\n", {}, {"A1": ["5E12*2"], "A2": ["1E5*1"]}),
    ("equal rows but for a column that is not read", WIDE + b"id\nA1,DF1,2,1\nA1,DF1,2,2\n", {"mapping": {"ignore": ["id"]}}, {"A1": ["DF1*2", "DF1*2"]}),
    ("a limit that is raised", row(b"20000"), {"max_quantity": 20000}, {"A1": ["DF1*20000"]}),
    ("equal rows that are permitted", HEADER + GOOD + GOOD, {"equal_rows": True}, {"A1": ["DF1*2", "DF1*2"]}),
    ("the duplicate check turned off for POs that are used again", ONLY_ONE + b"A1,DF1,2,true,\n", {"may_reuse": True}, ONE),
    ("switches in capitals", ONLY_ONE + b"A1,DF1,2,FALSE,True\n", {}, ONE),
    ("rows of one order anywhere", HEADER + b"A1,DF1,2\nA2,DF1,1\nA1,DF2,1\n", {"group": "anywhere"}, {"A1": ["DF1*2", "DF2*1"], "A2": ["DF1*1"]}),
    ("a bad order left out", HEADER + b"A1,DF1,2\nA2,DF1,x\nA2,DF2,1\n", {"skip_bad": True}, ONE),
    ("both orders of one PO left out", HEADER + b"A1,DF1,1\nA2,DF1,1\nA1,DF2,1\n", {"skip_bad": True}, {"A2": ["DF1*1"]}),
    *[(f"{name} by its mark", b"\xff\xfe\0\0"[: size] + (HEADER + GOOD).decode().encode(f"{name}-le"), {"encoding": said}, ONE) for name, size in (("utf-16", 2), ("utf-32", 4)) for said in (None, name, f"{name}-le")],
    *[(f"{name} by what is said", (HEADER + GOOD).decode().encode(name), {"encoding": name}, ONE) for name in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")],
    ("a first column that is called PK", b"PK,customerOrderNumber,ingramPartNumber,quantity\n1,A1,DF1,2\n", {"mapping": {"ignore": ["PK"]}}, ONE),
    ("UTF-32 by its other mark", b"\0\0\xfe\xff" + (HEADER + GOOD).decode().encode("utf-32-be"), {}, ONE),
]  # fmt: skip
WHOLE: list[tuple[str, bytes, dict[str, Any], list[tuple[int | None, int | None, str]]]] = [
    ("an empty file", b"", {}, [(None, None, "empty-file")]),
    ("a mark and nothing else", b"\xef\xbb\xbf", {}, [(None, None, "empty-file")]),
    ("a new workbook", b"PK\x03\x04abc", {}, [(None, None, "workbook")]),
    ("an old workbook", b"\xd0\xcf\x11\xe0abc", {}, [(None, None, "workbook")]),
    ("HTML", b" <html>", {}, [(None, None, "markup")]),
    ("no kind", HEADER, {"kind": None}, [(None, None, "no-kind")]),
    ("a byte that does not fit", row(po=b"A\xe4"), {}, [(2, None, "bad-byte")]),
    ("a byte that does not fit after old line ends", HEADER + b"A1,DF1,2\rA2,DF1,1\r\n\xff\n", {}, [(4, None, "bad-byte")]),
    ("a NUL", row(po=b"A\0"), {}, [(2, None, "nul")]),
    ("UTF-16 without its mark", (HEADER + GOOD).decode().encode("utf-16-le"), {}, [(1, None, "nul")]),
    ("another encoding than the mark", b"\xef\xbb\xbf" + HEADER, {"encoding": "cp1252"}, [(None, None, "other-encoding")]),
    *[(f"the encoding {name!r}", HEADER, {"encoding": name}, [(None, None, "bad-encoding")]) for name in ("cp9999", "undefined", "punycode", "idna", "unicode_escape", "base64", "x\0y", "\udcff")],
    *[(f"{name} without a mark", (HEADER + GOOD).decode().encode(f"{name}-be"), {"encoding": name}, [(None, None, "bad-encoding")]) for name in ("utf-16", "UTF_16", "utf-32")],
    ("half of a character in an encoding that can write it", row(part=b"D+2AA-F"), {"encoding": "utf-7"}, [(2, None, "lost-character")]),
    ("a name that lost a character", WIDE + "ref.\ufffd\nA1,DF1,2,x\n".encode(), {}, [(1, None, "unknown-column")]),
    ("lost characters", row(part="DF\ufffd".encode()), {}, [(2, 2, "lost-character")]),
    ("no delimiter", b"a.b.c\n", {}, [(1, None, "no-delimiter")]),
    ("another delimiter than the first line", b"sep=;\n" + HEADER, {"delimiter": ","}, [(1, None, "other-delimiter")]),
    ("a quote never closed", HEADER + GOOD + b'A2,"DF1,2\nA3,DF1,2\n', {}, [(3, None, "open-quote")]),
    ("a quote never closed after a cell of two lines", WIDE + b'ref.n\nA1,DF1,2,"a\nb"\nA2,DF1,2,"a""\n', {}, [(4, None, "open-quote")]),
    ("a quote never closed in a later line of its row", WIDE + b'ref.n\nA1,"D\nF",2,"x\nA2,DF1,2,y\n', {}, [(3, None, "open-quote")]),
    ("a quote never closed with a doubled one below", WIDE + b'ref.n\nA1,DF1,2,"x\n""y\n', {}, [(2, None, "open-quote")]),
    ("text after a quote", HEADER + b'A1,"DF"1,2\n', {}, [(2, None, "bad-quote")]),
    ("a last line that may be cut", HEADER + b"A1,DF1,2\nA2,DF1,10", {}, [(None, None, "last-line")]),
    ("a missing column", b"customerOrderNumber,quantity\nA1,2\n", {}, [(1, None, "missing-column")]),
    ("all faults of a header at once", b"customerOrderNumber,ingramPartNumber,qty,colour\n", {}, [(1, None, "unknown-column"), (1, None, "unknown-column"), (1, None, "missing-column")]),
    ("a column there twice", WIDE + b"quantity\nA1,DF1,2,3\n", {}, [(1, None, "unknown-column")] * 2 + [(1, None, "missing-column")]),
    ("two columns to one field", WIDE + b"lines.quantity\nA1,DF1,2,3\n", {}, [(1, None, "column-twice")]),
    ("a field of v7 among those of v6", WIDE + b"internalComments,vmf.vendAuthNumber\nA1,DF1,2,x,y\n", {}, [(1, None, "other-kind")]),
    ("a cell too many", HEADER + b"A1,DF1,2,\n", {}, [(2, None, "cell-count")]),
    ("a cell too few", HEADER + GOOD + b"A1,DF1\n", {}, [(3, None, "cell-count")]),
    ("a delimiter that may be lost in front of a quote", WIDE + b'notes,ref.n\nA1,DF1,2,x"y,z"\n', {}, [(2, None, "stray-quote")]),
    ("the same with a blank in front of the quotes", WIDE + b'notes,ref.n\nA1,DF1,2,1", """\n', {}, [(2, None, "stray-quote")]),
    ("the same below a row of two lines", WIDE + b'notes,ref.n\nA1,DF1,2,,"x\n"\nA2,DF1,2,x";z"\nA3,DF1,2,x",z"\n', {"mapping": {"ignore": ["ref.n"]}}, [(4, None, "cell-count"), (5, None, "stray-quote")]),
    ("text in a column without a name", WIDE + b"\nA1,DF1,2,x\n", {}, [(2, 4, "no-name")]),
    ("a row without a PO", HEADER + GOOD + b",DF2,2\n", {}, [(3, 1, "no-po")]),
]  # fmt: skip
A1 = b"A1,DF1,1\n"
LOST_POS = ["#N/A", "#REF!", "###", "NULL", "A1\x07", '"A1\nA2"']
LONG = b"A1 urgent: deliver before the end of May"
SHEET_ERRORS = """
    # ## ######## #N/A #n/a #N/D #N/D! #N/B #I/T #N/V #Н/Д #Δ/Υ #NV #YOK #HIÁNYZIK #NENÍ_K_DISPOZICI #NEDOSTUPNÝ #SAKNAS!
    #VALUE! #WERT! #VALEUR! #¡VALOR! #VALOR! #WAARDE! #VÄRDEFEL! #VÆRDI! #ARVO! #ARG! #HODNOTA! #ÉRTÉK! #DEĞER! #ЗНАЧ! #ΤΙΜΗ!
    #REF! #BEZUG! #¡REF! #RIF! #VERW! #REFERENS! #VIITTAUS! #ADR! #ODKAZ! #HIV! #BAŞV! #ССЫЛКА! #ΑΝΑΦ!
    #NAME? #NOM? #¿NOMBRE? #NOME? #NAAM? #NAMN? #NAVN? #NIMI? #NAZWA? #NÁZEV? #NÉV? #AD? #ИМЯ? #ΟΝΟΜΑ? #名称? #이름?
    #NUM! #ZAHL! #NOMBRE! #¡NUM! #NÚM! #GETAL! #OGILTIGT! #LUKU! #LICZBA! #ČÍSLO! #SZÁM! #SAYI! #ЧИСЛО!
    #DIV/0! #¡DIV/0! #DEEL/0! #DIVISION/0! #JAKO/0! #DZIEL/0! #DĚLENÍ_NULOU! #ZÉRÓOSZTÓ! #ДЕЛ/0! #ΔΙΑΙΡ./0!
    #NULL! #NUL! #LEEG! #SPILL! #ÜBERLAUF! #PROPAGATION! #DESBORDAMIENTO! #溢出! #CALC! #KALK! #FIELD! #FELD! #CHAMP!
    #BUSY! #CONNECT! #BLOCKED! #UNKNOWN! #ERROR! #EXTERNAL! #GETTING_DATA #DATEN_ABRUFEN #MACRO?
    Err:502 Err:522 Fehler:502 Erro:508 Błąd:502 Ошибка:502
""".split()
ROWS: list[tuple[str, bytes, dict[str, Any], list[tuple[int | None, int | None, str]]]] = [
    *[(f"the quantity {text!r}", row(text), {}, [(2, 3, "bad-quantity")]) for text in (b"0", b"-1", b"+1", b"2 ea", b"1e3", b"1_0", "\uff11\uff12".encode(), b"1.5", b'"1,00"', b"two", b"0.0")],
    *[(f"the quantity {text!r}", row(text), {}, [(2, 3, "two-readings")]) for text in (b"1.000", b'"1,000"')],
    *[(f"a group of thousands that begins with 0, {text!r}", row(text), {"decimal": decimal}, [(2, 3, "bad-quantity")]) for decimal, text in (("point", b'"0,500"'), ("comma", b"0.500"), ("comma", b"00.002"), ("point", b'"001,000"'))],
    *[(f"a price that begins with 0, {text!r}", WIDE + b"unitPrice\nA1,DF1,2," + text + b"\n", {"decimal": decimal}, [(2, 4, "bad-price")]) for decimal, text in (("point", b'"0,499"'), ("comma", b"0.499"))],
    ("groups that are not of three", row(b'"10,00"'), {"decimal": "point"}, [(2, 3, "bad-quantity")]),
    ("a quantity over the limit", row(b"10000"), {}, [(2, 3, "max-quantity")]),
    ("a quantity without end", row(b"9" * 40 + b".0"), {}, [(2, 3, "bad-quantity")]),
    ("a long whole quantity", row(b"9" * 5000), {}, [(2, 3, "max-quantity")]),
    ("no quantity", row(b""), {}, [(2, 3, "missing")]),
    ("no part", row(part=b""), {}, [(2, 2, "missing")]),
    *[(f"the part {text!r}", row(part=text), {}, [(2, 2, "changed-part")]) for text in (b"4.7E+08", b"4700.0", b"12-Nov", b"Nov-12", b"12. Nov", b"12.Nov", b"Nov 12", b"11/2026", b"12.11.2026", b"01/02/2026", b"2026-11-12", b"00:30:00", "12-M\u00e4r".encode(), b"4.500012345E9", b"4.7e8", b"4.7E8", b"1e5", b"'00815", b"=A1", b"+1", b"@x", b"#1")],
    ("a part that is not ASCII", row(part="DÄ".encode()), {}, [(2, 2, "bad-part")]),
    ("a part that is too long", row(part=b"D" * 19), {}, [(2, 2, "too-long")]),
    *[(f"the error {text!r}", row(part=text), {}, [(2, 2, "sheet-error")]) for text in (b"#N/A", b"#REF!", b"#DIV/0!", b"#NAME?")],
    *[(f"the error {text!r} as a PO and in an address", WIDE + f"shipToInfo.city\n{text},DF1,2,Rome\nA2,DF1,2,{text}\n".encode(), {}, [(2, 1, "sheet-error"), (3, 4, "sheet-error")]) for text in SHEET_ERRORS],
    *[(f"nothing as {text!r}", row(po=text) + row(part=text).splitlines(keepends=True)[1], {}, [(2, 1, "no-po"), (3, 2, "missing")]) for text in (b"NULL", b"null", b"None", b"nan", b"NaN", b"NaT", b"<NA>", b"\\N", b"N/A", b"(null)", b"undefined")],
    ("a control character", row(part=b"D\x07"), {}, [(2, 2, "control-character")]),
    ("a line end in a cell", row(part=b'"D\nF"'), {}, [(2, 2, "control-character")]),
    *[(f"the PO {text!r}", row(po=text), {}, [(2, 1, "changed-po")]) for text in (b"4.7E+08", b"4711.0", b"45000.00", b"4.500012345E9", b"4.5e9", b"1e5", b"1E5", b"47E-1")],
    ("a PO that is not ASCII", row(po="Ä1".encode()), {}, [(2, 1, "bad-po")]),
    ("a PO that is too long", row(po=b"A" * 36), {}, [(2, 1, "bad-po")]),
    *[(f"the date {text!r}", WIDE + b"shipmentDetails.requestedDeliveryDate\nA1,DF1,2," + text + b"\n", {}, [(2, 4, "bad-date")]) for text in (b"46000", b"1.2.2026", b"2026-02-30", b"1026-01-01", b"0026-01-01", b"2206-01-01")],
    *[(f"the line number {text!r}", WIDE + b"customerLineNumber\nA1,DF1,2," + text + b"\n", {}, [(2, 4, "bad-line-number")]) for text in (b"0", b"885", b"1.0")],
    ("a line number there twice", WIDE + b"customerLineNumber\nA1,DF1,2,1\nA1,DF2,2,01\n", {}, [(3, 4, "line-number-twice")]),
    *[(f"the price {text!r}", WIDE + b"unitPrice\nA1,DF1,2," + text + b"\n", {}, [(2, 4, code)]) for text, code in ((b"$5", "bad-price"), (b"-1", "bad-price"), (b"12345678901234567.89", "bad-price"), (b"1.23456789012345678901", "bad-price"), (b"1.500", "two-readings"))],
    ("notes over the limit of the contract", WIDE + b"notes\nA1,DF1,2," + b"n" * 133 + b"\n", {}, [(2, 4, "too-long")]),
    ("a city over the limit of its model", WIDE + b"shipToInfo.city\nA1,DF1,2," + b"n" * 26 + b"\n", {}, [(2, 4, "too-long")]),
    ("neither true nor false", WIDE + b"acceptBackOrder\nA1,DF1,2,yes\n", {}, [(2, 4, "bad-flag")]),
    ("the duplicate check turned off", ONLY_ONE + GOOD.strip() + b",true,\nA2,DF1,2,,\n", {}, [(2, 4, "duplicates-allowed")]),
    ("a switch that is neither", ONLY_ONE + GOOD.strip() + b",no,1\n", {}, [(2, 4, "bad-attribute"), (2, 5, "bad-attribute")]),
    ("one PO in two places", HEADER + b"A1,DF1,2\nA2,DF1,1\nA1,DF2,1\n", {}, [(4, 1, "po-twice")]),
    ("two spellings of one PO", HEADER + b"acme-1,DF1,2\nACME-1,DF2,1\n", {}, [(3, 1, "po-spelling")]),
    ("two equal rows", HEADER + GOOD + GOOD, {}, [(3, None, "equal-rows")]),
    *[(f"a row that says the same by {text!r}", WIDE + b"ref.x\nA1,DF2,1,\nA1,DF1,2,\n" + text + b"\n", {}, [(4, None, "equal-rows")]) for text in (b"A1,DF1,2.0, ", b"A1 , DF1,2,", b'A1,"=""DF1""",2,')],
    ("fields of the order that differ", WIDE + b"notes\nA1,DF1,2,x\nA1,DF2,2,y\n", {}, [(3, 4, "order-differs")]),
    ("fields of the order on the first row only", WIDE + b"notes\nA1,DF1,2,x\nA1,DF2,2,\n", {}, [(3, 4, "order-differs")]),
    ("a place after a row of two lines", WIDE + b'ref.n\nA1,DF1,2,"a"\nA2,"D\r\nF",2,b\r\nA3,DF1,x,c\n', {}, [(3, 2, "control-character"), (5, 3, "bad-quantity")]),
    ("errors in the order of the rows", HEADER + b"A1,DF1,x\nA2,,1\nA3,DF1\nA4,DF1,x\n", {}, [(2, 3, "bad-quantity"), (3, 2, "missing"), (4, None, "cell-count"), (5, 3, "bad-quantity")]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "options", "orders"), [each[1:] for each in READ], ids=[each[0] for each in READ])
def test_a_file_is_read_as_it_says(content: bytes, options: dict[str, Any], orders: dict[str, list[str]]) -> None:
    assert orders_of(content, **options) == orders


@pytest.mark.parametrize(
    ("content", "options", "errors"), [each[1:] for each in WHOLE + ROWS], ids=[each[0] for each in WHOLE + ROWS]
)
def test_what_can_be_read_in_two_ways_is_refused_at_its_place(
    content: bytes, options: dict[str, Any], errors: list[tuple[int | None, int | None, str]]
) -> None:
    assert errors_of(content, **options) == errors


@pytest.mark.parametrize(("content", "options"), [each[1:3] for each in WHOLE], ids=[each[0] for each in WHOLE])
def test_a_fault_of_the_whole_file_is_refused_even_if_bad_orders_are_left_out(
    content: bytes, options: dict[str, Any]
) -> None:
    from xi.sdk.resellers.ordering import FileRefusedError

    with pytest.raises(FileRefusedError):
        orders_of(content, skip_bad=True, **options)


@pytest.mark.parametrize("content", [row(quantity=b"none") + b"A2,DF1,1\n", b"not,a,header\n1,2,3\n"])
def test_what_was_found_in_a_file_can_be_copied_and_sent_to_another_process(content: bytes) -> None:
    check = checked(content)
    assert FileCheck(**{**asdict(check), "errors": check.errors, "first": check.first}) == check
    told = pickle.loads(pickle.dumps(FileRefusedError(check.errors, [check])))
    assert (told.errors, told.checks) == (check.errors, (check,))


@pytest.mark.parametrize("po", LOST_POS)
@pytest.mark.parametrize("group", [None, "anywhere"])
@pytest.mark.parametrize(
    ("before", "after"), [(A1, b""), (b"", b"A2,DF1,1\n"), (A1, b"A2,DF1,1\n")], ids=["below", "above", "between"]
)
def test_a_row_whose_po_is_lost_may_be_of_its_neighbours_and_refuses_the_file(
    po: str, group: str | None, before: bytes, after: bytes
) -> None:
    from xi.sdk.resellers.ordering import FileRefusedError

    content = HEADER + before + po.encode() + b",YN1,2\n" + after
    (error,) = checked(content, group=group).errors
    assert (error.line, error.column, error.whole_file, error.po) == (2 + bool(before), 1, True, "")
    assert error.message.endswith("; so it cannot be known which order the row belongs to")
    with pytest.raises(FileRefusedError):
        orders_of(content, skip_bad=True, group=group)


@pytest.mark.parametrize(
    ("po", "neighbour", "is_whole"),
    [
        ("4.7E+08", "470000123", True),
        ("4.7E+08", "480000123", False),
        ("4.7E+08", "A1", False),
        ("9E+9999999999999999999", "8", False),
        ("4711.0", "4711", True),
        ("4711.0", "4712", False),
        ("A1\u200b", "A1", True),
        ("A1\u200b", "A2", False),
        ("\u0410" + "1", "A1", True),
        ("A\u20111", "a-1", True),
        ("Köln-7", "A1", False),
    ],
)
def test_a_po_that_is_written_in_a_wrong_way_is_of_an_order_of_its_own_unless_it_may_be_a_neighbours(
    po: str, neighbour: str, is_whole: bool
) -> None:
    content = HEADER + f"{neighbour},DF1,1\n{po},DF2,1\nB7,DF1,1\n".encode()
    assert [(each.line, each.whole_file) for each in checked(content).errors] == [(3, is_whole)]
    if not is_whole:
        assert list(orders_of(content, skip_bad=True)) == [neighbour, "B7"]


def test_a_row_whose_po_is_lost_may_be_of_any_order_if_rows_may_stand_anywhere() -> None:
    content = HEADER + A1 + b"A2,DF1,1\n#N/A,DF2,1\nA1,DF3,1\n"
    assert [each.whole_file for each in checked(content, group="anywhere").errors] == [True]


@pytest.mark.parametrize(
    ("rows", "group", "is_whole"),
    [
        (A1 + b"B" * 36 + b",DF1,1\n" + b"B" * 36 + b",DF2,1\n", None, False),
        (A1 + LONG + b",DF2,1\n", None, True),
        (LONG + b",DF2,1\na1,DF1,1\n", None, True),
        (A1 + b"A2,DF1,1\n" + LONG + b",DF2,1\n", None, False),
        (A1 + b"A2,DF1,1\n" + LONG + b",DF2,1\n", "anywhere", True),
        (b"#N/A,DF1,1\n#N/A,DF2,1\n", None, False),
    ],
    ids=["all of it", "with the order above", "with that below", "with one far off", "with any one", "the only order"],
)
def test_a_po_that_is_too_long_is_an_order_of_its_own_unless_it_begins_with_another(
    rows: bytes, group: str | None, is_whole: bool
) -> None:
    errors = checked(HEADER + rows, group=group).errors
    assert [each.whole_file for each in errors] == [is_whole]
    if not is_whole:
        assert "cannot be known" not in str(errors[0])
        orders_of(HEADER + rows, group=group, skip_bad=True)


def test_a_po_says_which_character_it_must_not_have_and_names_no_option_that_is_not_there() -> None:
    (error,) = checked(row(po="Ä1".encode())).errors
    assert (error.message, error.hint) == (
        "cannot be a PO: it has the character 'Ä'",
        "use printable ASCII: letters, digits, blanks and marks",
    )
    (error,) = checked(row(po=b"A" * 36)).errors
    assert error.message == "cannot be a PO: it has 36 characters; at most 35 fit"


@pytest.mark.parametrize("content", [each[1] for each in ROWS], ids=[each[0] for each in ROWS])
def test_a_bad_order_names_its_po_and_counts_as_refused(content: bytes) -> None:
    check = checked(content)
    assert check.refused_orders >= 1
    assert check.refused_rows >= 1 or {each.code for each in check.errors} <= {"po-twice", "po-spelling"}
    assert all(each.po for each in check.errors if not each.whole_file)


def test_fields_of_all_levels_stand_where_the_api_has_them() -> None:
    content = (
        WIDE
        + b"notes,lines.notes,endUserInfo.city,lines.end_user_info.city,additionalAttributes.hold,unitPrice,ref.erp\n"
        + b"A1,DF1,2,of the order,of the line,Paris,Rome,x,12.50,\n"
    )
    assert only_order(content) == {
        "customerOrderNumber": "A1",
        "notes": "of the order",
        "endUserInfo": {"city": "Paris"},
        "additionalAttributes": [{"attributeName": "hold", "attributeValue": "x"}],
        "lines": [
            {
                "ingramPartNumber": "DF1",
                "quantity": 2,
                "unitPrice": 12.5,
                "notes": "of the line",
                "endUserInfo": [{"city": "Rome"}],
            }
        ],
    }


def test_a_value_for_every_order_is_read_as_a_cell_is() -> None:
    content = b"customerOrderNumber,ingramPartNumber\nA1,DF1\n"
    assert only_order(content, set={"quantity": "3", "shipToInfo.city": "Rome"}) == {
        "customerOrderNumber": "A1",
        "shipToInfo": {"city": "Rome"},
        "lines": [{"quantity": 3, "ingramPartNumber": "DF1"}],
    }
    assert errors_of(content, set={"quantity": "x"}) == [(1, None, "bad-quantity")]
    assert errors_of(HEADER, set={"quantity": "3"}) == [(1, None, "column-twice")]
    assert errors_of(content, set={"quantity": "3", "colour": "red"}) == [(1, None, "bad-set")]


def test_a_quote_for_every_order_needs_no_more_than_pos() -> None:
    content = b"customerOrderNumber,ref.x\nA1,1\nA2,2\n"
    for rows in (content, content.replace(b",", b";"), b"customerOrderNumber\nA1\n"):
        options: dict[str, Any] = {"delimiter": ";"} if b"ref" not in rows else {}
        with read_orders(io.BytesIO(rows), kind="csv", set={"quoteNumber": "Q-1"}, **options) as file:
            assert next(item.order for item in file) == {"customerOrderNumber": "A1", "quoteNumber": "Q-1"}


@pytest.mark.parametrize("text", ["", " ", "\t", '=""', '=" "'])
@pytest.mark.parametrize(
    "name",
    [
        "quantity", "customerLineNumber", "notes", "lines.notes", "shipToInfo.city", "quoteNumber", "unitPrice", "ref.x",
        "ingramPartNumber", "shipmentDetails.requestedDeliveryDate", "acceptBackOrder", "additionalAttributes.hold",
    ],
)  # fmt: skip
def test_a_value_for_every_order_that_is_empty_is_refused_at_once(name: str, text: str) -> None:
    names = [each for each in ("customerOrderNumber", "ingramPartNumber", "quantity") if each != name]
    (error,) = checked(f"{','.join(names)}\n".encode(), set={name: text}).errors
    assert (error.code, error.line, error.whole_file) == ("bad-set", 1, True)
    assert f"--set {name}=" in error.message
    assert error.message.endswith(" has no value")
    assert "variable of the shell" in error.hint


@pytest.mark.parametrize(
    ("decimal", "text", "hint"),
    [
        ("point", b'"0,500"', "if commas are decimals: --decimal comma"),
        ("comma", b"0.500", "if points are decimals: --decimal point"),
    ],
)
def test_a_number_that_the_other_decimal_would_read_is_refused_with_it(decimal: str, text: bytes, hint: str) -> None:
    (error,) = checked(WIDE + b"unitPrice\nA1,DF1,2," + text + b"\n", decimal=decimal).errors
    assert (error.code, error.hint) == ("bad-price", hint)


def test_digits_only_and_long_pos_of_v7_are_warnings() -> None:
    check = checked(WIDE + b"internalComments\n" + b"A" * 19 + b",00815,2,x\n")
    assert [each.split(" ", 2)[:2] for each in check.warnings] == [["1", "part"], ["1", "POs"]]
    assert not check.errors


@pytest.mark.parametrize(
    "text", ["#1001", "#12", "#A/B", "# 5", "#5!", "#加急!", "#Main?", "Suite #", "#N/A 5", "Err:12", "A:502", "No:500"]
)
def test_what_only_looks_like_an_error_of_a_spreadsheet_is_read(text: str) -> None:
    content = WIDE + f"ref.x,shipToInfo.addressLine1\nA1,DF1,2,{text},{text}\n".encode()
    assert only_order(content)["shipToInfo"] == {"addressLine1": text}


def test_the_error_of_libreoffice_in_french_has_a_blank_in_front_of_its_mark() -> None:
    for text in ("#NOM\xa0?", "#REF !", "Err\u202f:502"):
        assert errors_of(row(po=text.encode())) == [(2, 1, "sheet-error")]


LONGEST = 1 << 20
X = b"x" * (LONGEST + 1)


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (b'A1,DF1,2,"' + X + b'",\n', (2, "too-long", "cell 4 of the row")),
        (b"A1,DF1,2," + X + b",\n", (2, "too-long", "cell 4 of the row")),
        (b"A1,DF1,2,," + X + b"\n", (2, "too-long", "cell 5 of the row")),
        (b"A1,DF1,2,," + X, (2, "too-long", "cell 5 of the row")),
        (b'A1,DF1,2,"a\nb","x\n' + X + b'\ny"\n', (3, "too-long", "cell 5 of the row")),
        (b'A1,DF1,2,,"' + b'""' * (LONGEST + 1) + b'"', (2, "too-long", "cell 5 of the row")),
        (b'A1,DF1,2,,"' + X + b'""\n', (2, "open-quote", "a quote opens here")),
        (b'A1,DF1,2,"a\nb","' + X + b"\nA2,DF1,2,,\n", (3, "open-quote", "a quote opens here")),
        (b'A1,DF1,2,"\nA2,DF1,2,' + X + b',"x"\n', (2, "open-quote", "a quote opens here")),
    ],
    ids=[
        "in quotes",
        "bare",
        "the last",
        "cut",
        "of lines",
        "of quotes",
        "open",
        "open in a later line",
        "text behind",
    ],
)
def test_a_cell_that_is_too_long_is_told_from_a_quote_that_is_never_closed(
    rows: bytes, place: tuple[int, str, str]
) -> None:
    (error,) = checked(WIDE + b"a,b\n" + rows, mapping={"ignore": ["a", "b"]}, last_line_whole=True).errors
    assert (error.line, error.code, error.message[: len(place[2])]) == place


def test_a_cell_may_have_as_many_characters_as_a_cell_may_have() -> None:
    for cell in (b'"' + b"x" * LONGEST + b'"', b'"' + b'""' * LONGEST + b'"', b"x" * LONGEST):
        assert orders_of(WIDE + b"a\nA1,DF1,2," + cell + b"\n", mapping={"ignore": ["a"]}) == {"A1": ["DF1*2"]}


@pytest.mark.parametrize(
    ("name", "content", "code", "message"),
    [
        ("o.xlsx", b"PK\x03\x04\x14\0\6\0[Content_Types].xml", "workbook", "this is an Excel workbook"),
        ("o.xlsx", b"PK\x03\x04\x14\0\6\0xl/workbook.xml", "workbook", "this is an Excel workbook"),
        ("o.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook", "this is an Excel workbook"),
        ("o.ods", b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "workbook", "this is an OpenDocument workbook"),
        ("o.zip", b"PK\x03\x04orders.csv", "workbook", "this is a ZIP archive, as an Excel workbook is"),
        ("o.xml", b"\xef\xbb\xbf<?xml", "markup", "this is HTML or XML, not a list of orders"),
        ("o", b"", "empty-file", "the file is empty"),
        ("o.dat", HEADER, "no-kind", "the name does not tell what is in the file"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", [None, "csv"])
def test_what_no_kind_makes_readable_is_told_before_a_kind_is_asked_for(
    tmp_path: Path, name: str, content: bytes, code: str, message: str, kind: str | None
) -> None:
    (tmp_path / name).write_bytes(content)
    if kind is not None and code == "no-kind":
        assert not check_file(tmp_path / name, kind=kind).errors
        return
    (error,) = check_file(tmp_path / name, kind=kind).errors
    assert (error.code, error.message) == (code, message)
    assert kind is not None or code == "no-kind" or "--kind" not in error.hint


def test_a_folder_or_a_file_that_is_not_there_is_told_before_a_kind_is_asked_for(tmp_path: Path) -> None:
    (error,) = check_file(tmp_path).errors
    assert (error.code, error.message) == ("not-a-file", "this is a folder, not a file")
    with pytest.raises(FileNotFoundError):
        check_file(tmp_path / "o.xlsx")


def test_nothing_is_read_of_a_stream_without_a_kind() -> None:
    stream = io.BytesIO(b"PK\x03\x04")
    (error,) = check_file(stream).errors
    assert (error.code, stream.tell()) == ("no-kind", 0)


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_the_encoding_that_zeros_look_like_is_proposed(name: str) -> None:
    content = (HEADER + GOOD).decode().encode(name)
    (error,) = checked(content).errors
    assert (error.code, error.hint) == ("nul", f"if it is UTF-{name[4:6]}: --encoding {name}")
    (error,) = checked(content, encoding=name[:6]).errors
    assert error.hint == f"say which: --encoding {name}"
    assert name[:6] in error.message
    assert "byte order mark" in error.message


def test_a_column_that_is_too_narrow_is_told_as_that() -> None:
    (error,) = checked(row(b"###")).errors
    assert error.message == "is what a spreadsheet shows where a column is too narrow"
    assert error.hint == "make the column wider and save the file again"


def test_what_programs_write_for_nothing_is_a_po_or_a_part_if_a_mapping_says_so_and_text_elsewhere() -> None:
    names = {"customerOrderNumber": "customerOrderNumber", "ingramPartNumber": "ingramPartNumber"}
    mapping = {"columns": {name: {"to": to, "as_text": True} for name, to in names.items()} | {"quantity": "quantity"}}
    assert orders_of(row(po=b"NULL", part=b"None"), mapping=mapping) == {"NULL": ["None*2"]}
    assert only_order(WIDE + b"shipToInfo.contact\nA1,DF1,2,Null\n")["shipToInfo"] == {"contact": "Null"}


@pytest.mark.parametrize(
    ("po", "is_told"),
    [
        (b"1234567890123450", True),
        (b"123456789012345000000", True),
        (b"1234567890123456", False),
        (b"123456789012340", False),
        (b"A234567890123450", False),
    ],
)
def test_a_po_whose_last_digits_may_have_been_cut_is_a_warning(po: bytes, is_told: bool) -> None:
    check = checked(row(po=po))
    assert not check.errors
    told = (
        "1 POs are numbers of more than 15 digits that end in zeros; a spreadsheet may have cut them, and two orders "
        "may have become one"
    )
    assert (told in check.warnings) is is_told


def test_a_delimiter_lost_in_front_of_a_quote_is_a_warning_where_nothing_is_read() -> None:
    rows = b'a,b\nA1,DF1,2,x"y,z"\nA1,DF2,2,x,"y,z"\n'
    check = checked(WIDE + rows, mapping={"ignore": ["a", "b"]})
    assert (check.errors, check.units) == ((), 4)
    assert [each for each in check.warnings if each.startswith("1 rows have quotes")]


def test_a_text_shows_twenty_of_a_code_and_one_message_for_one_cause() -> None:
    from xi.sdk.resellers.ordering import FileRefusedError

    bad = HEADER + b"".join(b"A%d,DF1,x\n" % number for number in range(30))
    with pytest.raises(FileRefusedError) as caught:
        orders_of(bad)
    lines = str(caught.value).splitlines()
    assert lines[0] == '-:2:3: quantity "x" is not a whole number in this reading [bad-quantity] · PO A0 is refused'
    assert len(lines) == 21
    assert lines[-1] == "and 10 more of [bad-quantity]"
    assert len(caught.value.errors) == 30
    sorted_by_part = HEADER + b"".join(b"A%d,DF%d,1\n" % (n % 30, n // 30) for n in range(60))
    text = str(checked(sorted_by_part)).splitlines()
    assert [each for each in text if "30 order numbers come back later" in each]
    assert sum("[po-twice]" in each for each in text) == 1
