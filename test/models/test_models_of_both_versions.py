"""Fields that 1.1.0 and 1.3.0 declare differently hold what either has in them, and are written as it came."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest
from pydantic import ValidationError

from xi.sdk.resellers import (
    FreightRequest,
    FreightRequestShipToAddress,
    FreightRequestShipToAddressInner,
    OrderCreateV7Response,
    PriceAndAvailabilityRequest,
    PriceAndAvailabilityRequestProductsInner,
    ProductDetailResponse,
    ProductDetailResponseIndicators,
    RenewalsDetailsResponseProductsInner,
    ReturnsCreateRequestListInner,
)

HOME = {"city": "Buffalo"}
ITEM, OBJECT = FreightRequestShipToAddressInner(city="Buffalo"), FreightRequestShipToAddress(city="Buffalo")


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (OBJECT, HOME),
        (HOME, HOME),
        ([ITEM], HOME),
        ([HOME], HOME),
        ([], []),
        ([ITEM, HOME], [HOME, HOME]),
    ],
)
def test_the_address_of_freight_stays_as_given_and_a_list_of_one_is_sent_as_its_item(given: Any, sent: Any) -> None:
    made = FreightRequest(ship_to_address=given)
    assert isinstance(made.ship_to_address, list) is isinstance(given, list)
    written = {"shipToAddress": sent}
    assert made.to_dict() == json.loads(made.to_json()) == made.model_dump(by_alias=True, exclude_none=True) == written
    assert FreightRequest.from_json(made.to_json()).to_dict() == written


@pytest.mark.parametrize(
    ("given", "place"), [(5, ("ship_to_address", "one")), ([HOME, {"citi": 1}], ("ship_to_address", "many", 1))]
)
def test_an_error_about_the_address_speaks_of_one_of_its_forms(given: Any, place: tuple[Any, ...]) -> None:
    with pytest.raises(ValidationError) as caught:
        FreightRequest(ship_to_address=given)
    assert [each["loc"] for each in caught.value.errors()] == [place]


def test_where_a_return_comes_from_is_sent_as_it_was_given() -> None:
    sender = {
        "companyName": "Reseller",
        "contact": "Ann",
        "addressLine1": "1 Elm Street",
        "city": "Buffalo",
        "state": "NY",
        "postalCode": "14201",
        "countryCode": "US",
        "email": "ann@reseller.example",
        "phoneNumber": "7165550100",
    }
    for given in (sender, [sender]):
        part = {"invoiceNumber": "31-1", "invoiceDate": "2026-05-13", "quantity": 1, "primaryReason": "a"}
        part |= {"secondaryReason": "b", "numberOfBoxes": 1, "shipFromInfo": given}
        made = ReturnsCreateRequestListInner.from_json(json.dumps(part))
        assert json.loads(made.to_json()) == part


@pytest.mark.parametrize(("given", "sent"), [("007", "007"), (7, 7)])
def test_the_number_of_an_address_is_text_or_a_whole_number(given: Any, sent: Any) -> None:
    assert FreightRequest(bill_to_address_id=given).to_dict() == {"billToAddressId": sent}
    for wrong in (True, {"id": 7}, [7]):
        with pytest.raises(ValidationError, match="bill_to_address_id"):
            FreightRequest(bill_to_address_id=wrong)


def test_gaps_in_a_list_are_not_sent() -> None:
    note = {"attributeName": "govtprogramtype"}
    made = PriceAndAvailabilityRequest.from_dict({"additionalAttributes": [None, note], "products": [{"upc": "1"}]})
    assert made is not None
    assert made.to_dict()["additionalAttributes"] == [note]
    made.additional_attributes = [None]
    assert made.to_dict()["additionalAttributes"] == []
    with pytest.raises(ValidationError) as caught:
        PriceAndAvailabilityRequest.from_dict({"additionalAttributes": [5, None]})
    assert len(caught.value.errors()) == 1


def test_null_is_sent_only_where_no_version_forbids_it() -> None:
    made = PriceAndAvailabilityRequest(special_bid_number=None, additional_attributes=None)
    assert made.to_dict() == {}
    assert PriceAndAvailabilityRequestProductsInner(upc=None, plan_id=None).to_dict() == {"planID": None}


@pytest.mark.parametrize("came", ["05", 5, 5.5, None])
def test_the_quantity_of_a_renewal_is_kept_as_it_came(came: Any) -> None:
    read = RenewalsDetailsResponseProductsInner.from_json(json.dumps({"quantity": came}))
    assert (read.quantity, type(read.quantity)) == (came, type(came))


def test_what_is_known_of_a_warranty_is_kept_as_it_came() -> None:
    came = {"warrantyInformation": ["two years", {"months": 24}, None]}
    read = ProductDetailResponse.from_json(json.dumps(came))
    assert read.warranty_information == came["warrantyInformation"]
    assert json.loads(read.to_json()) == came


# Later names


@pytest.mark.parametrize(
    ("document", "names"),
    [
        ({"productSubCategory": "a"}, ("a", "a")),
        ({"productSubcategory": "a"}, ("a", "a")),
        ({"productSubCategory": "a", "productSubcategory": "b"}, ("a", "b")),
    ],
)
def test_a_field_of_two_names_is_read_under_both_and_written_as_it_came(
    document: dict[str, str], names: tuple[str, str]
) -> None:
    text = json.dumps({**document, "indicators": {"isRefurbishedProduct": True, "HasReturnLimits": False}})
    for read in (ProductDetailResponse.from_json(text), ProductDetailResponse.from_dict(json.loads(text))):
        assert read is not None
        assert (read.product_sub_category, read.product_subcategory) == names
        parts = read.indicators
        assert isinstance(parts, ProductDetailResponseIndicators)
        assert parts.is_refurbished is parts.is_refurbished_product is True
        assert parts.has_return_limits is False
        assert read.to_dict() == json.loads(read.to_json()) == json.loads(text)


@pytest.mark.parametrize(
    ("named", "wire"),
    [
        ({"product_sub_category": "a"}, "productSubCategory"),
        ({"productSubCategory": "a"}, "productSubCategory"),
        ({"product_subcategory": "a"}, "productSubcategory"),
        ({"productSubcategory": "a"}, "productSubcategory"),
    ],
)
def test_the_constructor_and_from_dict_take_both_names_and_both_spellings(named: dict[str, Any], wire: str) -> None:
    for made in (ProductDetailResponse(**named), ProductDetailResponse.from_dict(named)):
        assert made is not None
        assert (made.product_sub_category, made.product_subcategory) == ("a", "a")
        assert made.to_dict() == {wire: "a"}
        assert pickle.loads(pickle.dumps(made)) == copy.deepcopy(made) == made


def test_a_later_name_can_be_assigned_and_copied() -> None:
    made = ProductDetailResponse()
    made.product_subcategory = "a"
    assert (made.product_sub_category, made.to_dict()) == ("a", {"productSubcategory": "a"})
    assert made.model_copy(update={"product_subcategory": "b"}).to_dict() == {"productSubcategory": "b"}
    assert ProductDetailResponse().model_copy(update={"product_subcategory": "b"}).product_sub_category == "b"
    both = ProductDetailResponse(product_sub_category="a", product_subcategory="b")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    both.product_subcategory = "c"
    assert both.to_dict() == {"productSubCategory": "a", "productSubcategory": "c"}
    assert both.model_copy(update={"product_subcategory": "d"}).to_dict()["productSubcategory"] == "d"
    assert "product_subcategory" not in ProductDetailResponse.model_fields


def test_the_answers_of_a_v7_create_have_one_line_of_fields() -> None:
    read = OrderCreateV7Response.from_json('{"confirmationNumber": "US-1", "topic": "orders", "quoteNumber": null}')
    assert (read.confirmation_number, read.topic) == ("US-1", "orders")
    assert read.to_dict() == {"confirmationNumber": "US-1", "topic": "orders", "quoteNumber": None}
