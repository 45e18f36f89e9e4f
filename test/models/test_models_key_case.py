"""Keys of an answer in another case than the contract's are read into their fields, and written as they came."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

import pytest
from pydantic import Field

from xi.sdk.resellers.models import (
    ErrorResponse,
    InvoiceDetailsv61Response,
    OrderCreateResponse,
    PriceAndAvailabilityResponseInner,
)
from xi.sdk.resellers.models._model import ResponseModel

INVOICE = {
    "InvoiceNumber": "40-DPJ17-11",
    "INVOICESTATUS": "Open",
    "Lines": [{"ingrampartnumber": "05QC29", "UnitWeight": "0.5", "Quantity": "2", "Gift": {"Wrap": True}}],
    "Summary": {"MiscCharges": {"ChargeDescription": "TAX", "MiscChargeLineTotal": 355.83}, "Lines": None},
}


class Shelf(ResponseModel):
    """A model for these tests: two fields whose names differ only by case, and a second spelling."""

    _spellings: ClassVar[Mapping[str, str]] = {"shelfNo": "shelfNumber"}

    shelf_number: str | None = None
    bin_id: str | None = None
    bin_id_2: Annotated[str | None, Field(alias="binID")] = None
    skus: list[str] | None = None


def read(document: Mapping[str, Any]) -> InvoiceDetailsv61Response:
    """Read a document from JSON and from a dict, and check that both give the same."""
    found = InvoiceDetailsv61Response.from_json(json.dumps(document))
    assert InvoiceDetailsv61Response.from_dict(document) == found
    return found


def test_a_whole_answer_in_another_case_is_read_and_written_as_it_came() -> None:
    found = read(INVOICE)
    assert (found.invoice_number, found.invoice_status) == ("40-DPJ17-11", "Open")
    assert found.lines is not None
    assert found.summary is not None
    assert found.summary.misc_charges is not None
    assert (found.lines[0].ingram_part_number, found.lines[0].unit_weight, found.lines[0].quantity) == (
        "05QC29",
        0.5,
        2,
    )
    assert found.summary.misc_charges[0].charge_description == "TAX"
    assert found.summary.misc_charges[0].misc_charge_line_total == 355.83
    assert json.loads(found.to_json()) == {
        **INVOICE,
        "Lines": [{"ingrampartnumber": "05QC29", "UnitWeight": 0.5, "Quantity": 2, "Gift": {"Wrap": True}}],
        "Summary": {"MiscCharges": [{"ChargeDescription": "TAX", "MiscChargeLineTotal": 355.83}]},
    }
    assert found.model_fields_set == {"invoice_number", "invoice_status", "lines", "summary"}


def test_one_key_in_another_case_is_enough_also_deep_inside() -> None:
    charges = {"miscCharges": [{"chargeDescription": "TAX"}, {"ChargeDescription": "FREIGHT OUT"}]}
    found = read({"invoiceNumber": "1", "summary": charges})
    assert found.summary is not None
    assert found.summary.misc_charges is not None
    assert [each.charge_description for each in found.summary.misc_charges] == ["TAX", "FREIGHT OUT"]
    assert found.to_dict() == {"invoiceNumber": "1", "summary": charges}


@pytest.mark.parametrize("keys", [("invoiceStatus", "InvoiceStatus"), ("InvoiceStatus", "invoiceStatus")])
def test_the_exact_key_has_precedence_and_the_other_is_kept(keys: tuple[str, str]) -> None:
    document = {key: key for key in keys}
    found = read(document)
    assert found.invoice_status == "invoiceStatus"
    assert found.to_dict() == document


def test_the_first_of_two_other_cases_fills_the_field_and_the_second_is_kept() -> None:
    document = {"INVOICESTATUS": "a", "InvoiceStatus": "b"}
    found = read(document)
    assert found.invoice_status == "a"
    assert found.to_dict() == document


@pytest.mark.parametrize("key", ["invoice-status", "Invoice_Status", "InvoiceStatus ", "invoiceStatu"])
def test_a_name_that_only_resembles_a_field_stays_an_extra(key: str) -> None:
    found = read({key: "x"})
    assert found.invoice_status is None
    assert found.to_dict() == {key: "x"}


def test_a_letter_that_is_not_ascii_is_another_letter_and_not_another_case() -> None:
    kelvin = "s\u212aus"
    assert kelvin.lower() == "skus"
    found = Shelf.from_json(json.dumps({kelvin: "A1"}))
    assert found.skus is None
    assert found.to_dict() == {kelvin: "A1"}


def test_a_key_that_may_mean_two_fields_stays_an_extra() -> None:
    found = Shelf.from_json('{"BinId": "x", "binId": "a", "SHELFNO": "7", "Skus": "A1"}')
    assert (found.bin_id, found.bin_id_2, found.shelf_number, found.skus) == ("a", None, "7", ["A1"])
    assert found.to_dict() == {"SHELFNO": "7", "binId": "a", "Skus": ["A1"], "BinId": "x"}


def test_a_second_spelling_has_precedence_over_another_case() -> None:
    found = Shelf.from_json('{"SHELFNUMBER": "x", "shelfNo": "7"}')
    assert found.shelf_number == "7"
    assert found.to_dict() == {"shelfNo": "7", "SHELFNUMBER": "x"}


def test_a_value_that_does_not_fit_is_found_under_the_key_that_came() -> None:
    found = read({"Lines": [{"Quantity": "many"}, 7], "FxRateInfo": {"CurrencyFxRate": []}})
    assert dict(found.unparsed) == {"/Lines/0/Quantity": "many", "/Lines/1": 7, "/FxRateInfo/CurrencyFxRate": []}
    assert found.to_dict() == {"Lines": [{"Quantity": "many"}, 7], "FxRateInfo": {"CurrencyFxRate": []}}


@pytest.mark.parametrize(
    "keys", [("Availability", "Pricing"), ("availability", "PRICING"), ("AVAILABILITY", "pricing")]
)
def test_a_member_in_the_object_of_another_field_is_found_in_any_case(keys: tuple[str, str]) -> None:
    document = {keys[0]: {"Available": True, keys[1]: {"CustomerPrice": 19.9, "mapPrice": "none"}}}
    found = PriceAndAvailabilityResponseInner.from_json(json.dumps(document))
    assert found.pricing is not None
    assert found.pricing.customer_price == 19.9
    assert list(found.unparsed) == [f"/{keys[0]}/{keys[1]}/mapPrice"]
    assert found.to_dict() == document
    assert PriceAndAvailabilityResponseInner.from_dict(document) == found


def test_a_member_in_its_own_place_has_precedence_over_one_elsewhere_in_another_case() -> None:
    document = {"pricing": {"customerPrice": 1}, "Availability": {"Pricing": {"customerPrice": 2}}}
    found = PriceAndAvailabilityResponseInner.from_json(json.dumps(document))
    assert found.pricing is not None
    assert found.pricing.customer_price == 1
    assert found.to_dict() == document


def test_other_families_and_errors_are_read_alike() -> None:
    placed = OrderCreateResponse.from_json('{"Orders": [{"IngramOrderNumber": "20-RD128"}]}')
    assert placed.orders is not None
    assert placed.orders[0].ingram_order_number == "20-RD128"
    failed = ErrorResponse.from_json('{"Errors": [{"Message": "no", "Fields": [{"Field": "SKU"}]}]}')
    assert failed.errors is not None
    assert failed.errors[0].fields is not None
    assert (failed.errors[0].message, failed.errors[0].fields[0].var_field) == ("no", "SKU")


def test_a_model_that_a_program_makes_keeps_unknown_names_as_they_are() -> None:
    made = InvoiceDetailsv61Response(InvoiceNumber="1")  # type: ignore[call-arg]
    assert made.invoice_number is None
    assert made.to_dict() == {"InvoiceNumber": "1"}


def test_exact_keys_are_read_inside_pydantic_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lenient reader costs several times as much; keys that no field resembles do not need it either."""

    def refuse(*_: object) -> None:
        raise AssertionError("was read leniently")

    monkeypatch.setattr("xi.sdk.resellers.models._model.read_json", refuse)
    read_exactly = InvoiceDetailsv61Response.from_json(
        '{"lines": [{"quantity": 1, "newMember": 2}], "other": {"A": 1}}'
    )
    assert read_exactly.lines is not None
    with pytest.raises(AssertionError, match="leniently"):
        InvoiceDetailsv61Response.from_json('{"lines": [{"Quantity": 1}]}')


def test_a_subclass_that_ignores_unknown_keys_can_be_read() -> None:
    class Closed(Shelf, extra="ignore"):
        """A model for this test."""

    assert Closed.from_json('{"shelfNumber": "1", "BINID": "x"}').to_dict() == {"shelfNumber": "1"}
