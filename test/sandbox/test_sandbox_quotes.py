"""Quotes: their details, what validation asks for, and what an order makes of them."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from quotes_kit import (
    EASY,
    IN_PIECES,
    MANY_FIELDS,
    SUGGESTS,
    details,
    numbers,
    order_lines,
    ordered,
    validated,
)

from xi.sdk.resellers.sandbox import (
    Catalogue,
    Part,
    Policy,
    QuoteLine,
    QuoteStatus,
    QuoteTerms,
    Sandbox,
    VendorField,
    default_catalogue,
)


def test_details_open_a_closed_quote(api):
    body = details(api, "QUO-20417008-X4Y5Z6")
    assert body["status"] == "Closed"
    assert body["dateClosed"] == "2024-05-18T09:30:00Z"


def test_details_write_nothing_in_each_of_its_ways(make):
    api = make(catalogue=Catalogue.of([Part("A", Decimal(2))], {"Q": (QuoteLine("A", 3),)}))
    body = details(api, "Q")
    (product,) = body["products"]
    assert (product["ean"], product["coo"], product["terms"]) == ("-", " ", "--")
    assert len(product["lineNumber"]) == 36
    assert "<QUOTE NUMBER>" in body["introPreamble"]
    assert "<font" in body["introPreamble"]
    assert body["ingramQuoteExpiryDate"].startswith("0001-01-01")
    assert product["price"]["discountOffList"] == "0.00"


def test_details_tell_suggestions_apart_and_leave_them_out_of_the_totals(api):
    body = details(api, SUGGESTS)
    assert [each["isSuggestionProduct"] for each in body["products"]] == [False, True]
    assert body["extendedQuotePriceTotal"] == 30 * 131
    assert body["quantityTotal"] == 30


def test_an_unknown_quote_and_that_of_another_customer_are_refused(api, fields_of):
    own = api.sandbox.add_quote(QuoteTerms((QuoteLine("DF4128", 1),), customer="20-999999"))
    for number in ("NOSUCH", own.number):
        answer = api.call("quote", number=number)
        assert (answer.status, fields_of(answer)) == (400, ["quoteNumber"])
        assert validated(api, number).status == 400
    api.customer = "20-999999"
    assert details(api, own.number.lower())["quoteNumber"] == own.number


# The validation


def test_a_validation_asks_for_fields_with_samples_padded_and_named_in_two_ways(api):
    body = validated(api, MANY_FIELDS).body
    header = {each["attributeName"]: each["attributeValue"] for each in body["vmfAdditionalAttributes"]}
    assert header == {"VEND_AUTH_NBR_FLG": "AUTH-0001", "ResellerCompanyName": "String"}
    first, second = body["lines"]
    assert "vmfAdditionalAttributesLines" in first
    assert "vmfAdditionalAttributesLines" not in second
    names = [each["attributeName"] for each in second["linesVendorMandatoryAttributes"]]
    assert names == ["rslrCtacName", "endUserMarketSegment", ""]
    assert [each["quantity"] for each in body["lines"]] == ["1", "2"]


def test_a_strict_validation_is_as_published(make):
    body = validated(make(policy=Policy(strict=True)), MANY_FIELDS).body
    assert [each["quantity"] for each in body["lines"]] == [1, 2]
    assert all(each["vmfAdditionalAttributesLines"] for each in body["lines"])


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("QUO-20417004-K1L2M3", "its status is Active"),
        ("QUO-20417006-R7S8T9", "its status is Expired"),
        ("QUO-20417008-X4Y5Z6", "its status is Closed"),
        ("NOSUCH", "was not found"),
    ],
)
def test_what_cannot_be_ordered_is_refused_by_the_validation_and_fails_as_an_order(api, number, why):
    answer = validated(api, number)
    assert answer.status == 400
    assert why in answer.body["errors"][0]["fields"][0]["message"]
    assert why in ordered(api, number)
    assert len(api.sandbox.orders) == 0


# Orders


def test_an_order_takes_lines_prices_and_numbers_of_the_quote_and_makes_it_ordered(api):
    assert ordered(api, SUGGESTS, lines=[{"ingramPartNumber": "NOSUCH", "quantity": "many"}]) == ""
    # The suggestion was not asked for.
    assert order_lines(api) == [("2GZ200", 30, 131.0, "1")]
    assert details(api, SUGGESTS)["status"] == "Ordered"
    assert SUGGESTS not in numbers(api)
    assert "its status is Ordered" in ordered(api, SUGGESTS)
    assert len(api.sandbox.orders) == 1


def test_what_one_customer_orders_no_other_customer_loses(api):
    assert ordered(api, EASY) == ""
    api.customer = "20-333333"
    assert details(api, EASY)["status"] == "Ready to Order"
    assert ordered(api, EASY) == ""


HEADER = [
    {"attributeName": "vend_auth_nbr_flg", "attributeValue": "A-1"},
    {"attributeName": "ResellerCompanyName", "attributeValue": "Shop"},
]
MAIL = [{"attributeName": "resellerCtacEmail", "attributeValue": "anna@shop.example"}]
SECOND = [
    {"attributeName": "rslrCtacName", "attributeValue": "Anna"},
    {"attributeName": "endUserMarketSegment", "attributeValue": "education"},
    {"attributeName": "", "attributeValue": ""},
]


@pytest.mark.parametrize(
    "body",
    [
        {
            "vmfadditionalAttributes": HEADER,
            "warrantyInfo": [
                {"hardwareLineLink": "1", "vmfAdditionalAttributesLines": MAIL},
                {"directLineLink": "2", "warrantyLineLink": "", "vmfAdditionalAttributesLines": SECOND},
            ],
        },
        {
            "vmfAdditionalAttributes": HEADER,
            "lines": [
                {"customerLineNumber": 1, "quantity": 1, "vmfAdditionalAttributesLines": MAIL},
                {"ingramPartNumber": "yz1478", "vmfAdditionalAttributesLines": SECOND},
            ],
        },
        {"vendAuthNumber": "A-1", "vmfAdditionalAttributes": [HEADER[1], *MAIL, None, *SECOND]},
    ],
    ids=["the body of 1.1.0", "the body of 1.3.0", "all at the top"],
)
def test_vendor_fields_are_read_from_both_bodies(api, body):
    assert ordered(api, MANY_FIELDS, **body) == ""
    # Stock and direct shipments have orders of their own.
    assert {line.special_bid for order in api.sandbox.orders.of(api.customer) for line in order.lines} == {"GRID-77120"}


def test_each_missing_vendor_field_is_named_and_nothing_is_ordered(api):
    reason = ordered(api, MANY_FIELDS, vmfAdditionalAttributes=[{**HEADER[0], "attributeValue": " "}, HEADER[1]])
    assert reason.split("; ") == [
        "VEND_AUTH_NBR_FLG is required by the vendor",
        "line 1: resellerCtacEmail is required by the vendor",
        "line 2: rslrCtacName is required by the vendor",
        "line 2: endUserMarketSegment is required by the vendor",
    ]
    assert details(api, MANY_FIELDS)["status"] == "Ready to Order"
    assert len(api.sandbox.orders) == 0


def test_a_value_that_is_no_choice_is_told_with_the_choices(api):
    values = [*HEADER, *MAIL, SECOND[0], {"attributeName": "endUserMarketSegment", "attributeValue": "Home"}]
    reason = ordered(api, MANY_FIELDS, vmfAdditionalAttributes=values)
    assert reason == "line 2: endUserMarketSegment is 'Home'; it should be one of Commercial, Education, Public"


def test_a_policy_refuses_what_lacks_vendor_fields_at_once(make):
    api = make(policy=Policy(refuse_missing_vendor_fields=True))
    body = {"customerOrderNumber": "P-1", "quoteNumber": MANY_FIELDS}
    answer = api.call("create_v7", body=body)
    assert answer.status == 400
    assert len(answer.body["errors"][0]["fields"]) == 5
    assert not api.sandbox.events


def test_a_part_without_a_quote_asks_for_its_vendor_fields_too(api):
    line = {"ingramPartNumber": "YZ1478", "quantity": 1}
    api.create_async(line)
    assert api.sandbox.events[-1].reason == "line 1: endUserCtacEmail is required by the vendor"
    told = [{"attributeName": "endUserCtacEmail", "attributeValue": "lee@enduser.example"}]
    api.create_async({**line, "vmfAdditionalAttributesLines": told})
    assert api.sandbox.events[-1].kind == "created"


def test_a_quote_in_pieces_is_ordered_until_nothing_is_left(api):
    keyboards = {"ingramPartNumber": "DF4128", "quantity": "60"}
    assert ordered(api, IN_PIECES, lines=[keyboards]) == ""
    assert order_lines(api) == [("DF4128", 60, 47.5, "1")]
    first, second = details(api, IN_PIECES)["products"]
    assert (first["remainingQuoteQty"], second["remainingQuoteQty"]) == (40, 200)
    assert first["price"]["remainingQuantityExtendedQuotePrice"] == 40 * 47.5
    assert ordered(api, IN_PIECES, lines=[keyboards]) == "line DF4128: the quantity should be 10 to 40"
    assert ordered(api, IN_PIECES, lines=[{"customerLineNumber": "1", "quantity": 9}]).endswith("10 to 40")
    assert ordered(api, IN_PIECES, lines=[{"customerLineNumber": "7", "quantity": 1}]).endswith("no such line")
    # 35 of 40, after which fewer are left than the least quantity.
    assert ordered(api, IN_PIECES, lines=[{"customerLineNumber": "1", "quantity": 35}]) == ""
    assert ordered(api, IN_PIECES, lines=[{"customerLineNumber": "1", "quantity": 5}]) == ""
    assert details(api, IN_PIECES)["status"] == "Ready to Order"
    assert ordered(api, IN_PIECES) == ""
    assert order_lines(api) == [("TSXML1", 200, 9.9, "2")]
    assert details(api, IN_PIECES)["status"] == "Ordered"


def test_a_quote_with_a_line_that_no_stock_has_is_backordered_or_fails_as_a_whole(api):
    number = "QUO-20417007-U1V2W3"
    assert "BR-CANT-SHIP" in ordered(api, number, acceptBackOrder=False)
    assert details(api, number)["status"] == "Ready to Order"
    assert ordered(api, number) == ""


def test_a_quote_that_is_not_ordered_in_pieces_is_not_ordered_if_a_line_is_rejected(api):
    made = api.sandbox.add_quote(QuoteTerms((QuoteLine("DF4128", 2), QuoteLine("1C6094", 1))))
    assert ordered(api, made.number, acceptBackOrder=False) == "BR-CANT-SHIP    1C6094"
    assert details(api, made.number)["status"] == "Ready to Order"
    assert ordered(api, made.number) == ""
    assert {line[0] for line in order_lines(api)} == {"DF4128", "1C6094"}
    assert details(api, made.number)["status"] == "Ordered"


def test_a_line_that_is_rejected_is_left_in_a_quote_that_can_be_ordered_in_pieces(api):
    lines = (QuoteLine("DF4128", 2), QuoteLine("1C6094", 1))
    made = api.sandbox.add_quote(QuoteTerms(lines, partial=True))
    assert ordered(api, made.number, acceptBackOrder=False) == ""
    assert [line[0] for line in order_lines(api)] == ["DF4128"]
    body = details(api, made.number)
    assert (body["status"], [each["remainingQuoteQty"] for each in body["products"]]) == ("Ready to Order", [0, 1])


def test_a_quote_expires_by_the_clock_on_the_day_after_its_last(api, clock):
    clock.forward(days=30)
    assert details(api, EASY)["status"] == "Ready to Order"
    clock.forward(days=1)
    assert details(api, EASY)["status"] == "Expired"
    assert "its status is Expired" in ordered(api, EASY)


def test_a_policy_lets_active_quotes_be_ordered(make):
    api = make(policy=Policy(order_active_quotes=True))
    assert validated(api, "QUO-20417004-K1L2M3").status == 200
    assert ordered(api, "QUO-20417004-K1L2M3") == ""


def test_v6_takes_a_quote_too_and_tells_at_once_what_is_missing(api):
    answer = api.create(quoteNumber=MANY_FIELDS)
    assert answer.status == 400
    assert "required by the vendor" in answer.body["errors"][0]["message"]
    assert api.create(quoteNumber=EASY).status == 201


def test_a_policy_answers_201_with_the_orders(make):
    api = make(policy=Policy(v7_status=201))
    answer = api.create_async(("DF4128", 2), customerOrderNumber="at-once")
    assert answer.status == 201
    assert answer.body["eventType"] == "IM::async_order_create"
    resource = answer.body["resource"]
    assert resource["customerOrderNumber"] == "AT-ONCE"
    assert isinstance(resource["orders"][0]["lines"][0]["shipmentDetails"], list)
    # What fails is told as ever.
    assert api.create_async(customerOrderNumber="at-once").status == 200
    with pytest.raises(ValueError, match="v7_status is 202; it should be one of"):
        Policy(v7_status=202)


def test_the_numbers_of_the_newer_body_and_its_vendor_part_number_are_read(api):
    line = {"customerLineNumber": "1", "vendorPartNumber": "ac-km550", "quantity": 3, "unitPrice": None, "notes": None}
    api.call("create_v7", body={"customerOrderNumber": "N-1", "lines": [line], "resellerInfo": None})
    assert order_lines(api) == [("DF4128", 3, 54.9, "1")]


# Made by sales, and kept


def test_sales_make_close_and_reopen_a_quote(api):
    made = api.sandbox.add_quote(QuoteTerms((QuoteLine("df4128", 2, Decimal("40.10")),), "New"), "my-quote")
    assert details(api, "MY-QUOTE")["totalQuoteAmount"] == "80.20"
    api.sandbox.set_quote(made.number, "closed")
    assert "its status is Closed" in ordered(api, made.number)
    api.sandbox.set_quote(made.number, "Ready to Order")
    assert ordered(api, made.number) == ""
    assert order_lines(api) == [("DF4128", 2, 40.1, "1")]
    with pytest.raises(ValueError, match="was ordered"):
        api.sandbox.set_quote(made.number, "Active", api.customer)


@pytest.mark.parametrize(
    ("terms", "number", "why"),
    [
        (QuoteTerms((QuoteLine("NOSUCH", 1),)), "", "there is no part NOSUCH"),
        (QuoteTerms((QuoteLine("DF4128", 0),)), "", r"lines\.0\.quantity"),
        (QuoteTerms(()), "", "lines"),
        (QuoteTerms((QuoteLine("DF4128", 1),)), EASY.lower(), "there is a quote with this number"),
        (QuoteTerms((QuoteLine("DF4128", 1),)), "Q" * 36, "at most 35 characters"),
        (QuoteTerms((QuoteLine("DF4128", 1),)), "QUO/1", "it should be printable, and without"),
        (QuoteTerms((QuoteLine("DF4128", 1),)), "QUO\n1", "it should be printable, and without"),
        (QuoteTerms((QuoteLine("DF4128", 1),)), "..", "it should be printable, and without"),
    ],
)
def test_a_quote_that_cannot_be_is_refused_with_its_reason(api, terms, number, why):
    with pytest.raises(ValueError, match=why):
        api.sandbox.add_quote(terms, number)


def test_quotes_survive_a_restart_with_their_dates_and_what_is_left_of_them(make, clock, tmp_path):
    state = tmp_path / "state.db"
    api = make(state=state)
    made = api.sandbox.add_quote(QuoteTerms((QuoteLine("DF4128", 5, fields=(VendorField("a"),)),), valid_days=None))
    assert ordered(api, IN_PIECES, lines=[{"ingramPartNumber": "TSXML1", "quantity": 150}]) == ""
    before = [details(api, each) for each in (made.number, IN_PIECES, MANY_FIELDS)]
    api.sandbox.close()
    clock.forward(days=2)
    again = make(state=state)
    try:
        assert [details(again, each) for each in (made.number, IN_PIECES, MANY_FIELDS)] == before
        assert again.sandbox.offers.quotes.find(again.customer, made.number).lines[0].fields == (VendorField("a"),)
    finally:
        again.sandbox.close()


def test_a_catalogue_file_has_quotes_with_terms_or_only_with_lines(tmp_path):
    file = tmp_path / "catalogue.json"
    file.write_text(
        '{"parts": [{"number": "A", "price": "1.10"}], "quotes": {"Q1": [{"part_number": "A", "quantity": 3}], "Q2": '
        '{"lines": [{"part_number": "A", "quantity": 1, "price": 0.7}], "status": "Active", "partial": true}}}'
    )
    read = Catalogue.read(file)
    assert read.quotes["Q1"] == QuoteTerms((QuoteLine("A", 3),), valid_days=None)
    assert read.quotes["Q2"].status is QuoteStatus.ACTIVE
    assert read.quotes["Q2"].lines[0].price == Decimal("0.7")
    file.write_text(default_catalogue().to_json())
    assert Catalogue.read(file) == default_catalogue()


def test_a_catalogue_with_a_quote_of_a_part_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="quote Q: there is no part B"):
        Sandbox(catalogue=Catalogue.of([Part("A", Decimal(1))], {"Q": (QuoteLine("B", 1),)}))


def test_a_changed_quote_that_there_is_no_room_for_is_a_500_and_orders_nothing(api, monkeypatch):
    monkeypatch.setattr("xi.sdk.resellers.sandbox.state.records.QUOTE_LIMIT", 0)
    answer = api.call("create_v7", body={"customerOrderNumber": "P-1", "quoteNumber": EASY})
    assert answer.status == 500
    assert len(api.sandbox.orders) == 0
    with pytest.raises(ValueError, match="no room"):
        api.sandbox.add_quote(QuoteTerms((QuoteLine("DF4128", 1),)))


def test_days_that_lead_out_of_the_calendar_are_refused(api):
    api.sandbox.clock.set(datetime(9995, 1, 1, tzinfo=UTC))
    with pytest.raises(ValueError, match="out of the calendar"):
        api.sandbox.add_quote(QuoteTerms((QuoteLine("DF4128", 1),), valid_days=3_650))
