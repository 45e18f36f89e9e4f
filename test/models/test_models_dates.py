"""Dates in requests: an unambiguous text is a date; any other is refused, and the error names the form to use.

In answers they are text, but for the fields that the published packages read as a date.
"""

from __future__ import annotations

from datetime import date

import pytest

from xi.sdk.resellers.models import OrderCreateRequestShipmentDetails, OrderDetailB2B
from xi.sdk.resellers.models import (
    PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner as SpecialPricing,
)
from xi.sdk.resellers.models import ReturnsCreateResponseReturnsClaimsInner as Claim
from xi.sdk.resellers.models._types import read_date

ONE_WAY = {
    "2026-05-13": date(2026, 5, 13),
    "2026-03-04": date(2026, 3, 4),
    "2026-3-4": date(2026, 3, 4),
    "2026/03/04": date(2026, 3, 4),
    "20260304": date(2026, 3, 4),
    "2026-03-04T10:00:00+02:00": date(2026, 3, 4),
    "2026-03-04 23:59": date(2026, 3, 4),
    "13/05/2026": date(2026, 5, 13),
    "5/13/2026": date(2026, 5, 13),
    "31.12.2026": date(2026, 12, 31),
    "03/03/2026": date(2026, 3, 3),
    "13 May 2026": date(2026, 5, 13),
    "March 4th, 2026": date(2026, 3, 4),
}
SEVERAL_WAYS = ["4.3.2026", "03/04/2026", "01-02-03", "4 3 2026", "13/05/26", "13-May-26", "04.03.2026 10:00", "260304"]
NO_DATES = ["soon", "", "2026-13-05", "2026-03-04T99:00", "20261305", "2026-W20-3", "1778630400", "9" * 200]


@pytest.mark.parametrize("text", ONE_WAY)
def test_an_unambiguous_text_is_read_as_a_date(text: str) -> None:
    assert read_date(text) == ONE_WAY[text]


@pytest.mark.parametrize("text", SEVERAL_WAYS)
def test_an_ambiguous_text_is_refused_and_the_error_names_two_readings(text: str) -> None:
    with pytest.raises(ValueError, match=r"may mean \d{4}-\d\d-\d\d or \d{4}-\d\d-\d\d; use yyyy-MM-dd$"):
        read_date(text)
    with pytest.raises(ValueError, match="use yyyy-MM-dd"):
        OrderCreateRequestShipmentDetails(requested_delivery_date=text)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", NO_DATES)
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date; use yyyy-MM-dd$"):
        read_date(text)


@pytest.mark.parametrize("text", [*SEVERAL_WAYS, *NO_DATES])
def test_no_text_is_refused_in_an_answer(text: str) -> None:
    assert OrderDetailB2B.from_json(f'{{"ingramOrderDate":"{text}"}}').ingram_order_date == text


MIDNIGHT = ["2026-03-04", "2026-03-04T00:00:00", "2026-03-04T00:00:00Z", "2026-03-04 00:00:00.000+02:00"]
WITH_TIME = ["2026-03-04T05:00:00", "2026-02-30", "86400", "", "soon"]


@pytest.mark.parametrize("text", MIDNIGHT)
def test_a_field_that_the_published_packages_read_as_a_date_is_one(text: str) -> None:
    read = SpecialPricing.from_json(f'{{"specialPricingEffectiveDate":"{text}"}}')
    assert read.special_pricing_effective_date == date(2026, 3, 4)
    assert read.to_dict() == {"specialPricingEffectiveDate": date(2026, 3, 4)}
    assert read.to_json() == '{"specialPricingEffectiveDate":"2026-03-04"}'
    assert Claim.from_dict({"createdOn": text}).created_on == date(2026, 3, 4)
    assert SpecialPricing(special_pricing_effective_date=date(2026, 3, 4)) == read


@pytest.mark.parametrize("text", WITH_TIME)
def test_an_answer_with_anything_else_there_is_read_and_keeps_it(text: str) -> None:
    came = {"specialPricingEffectiveDate": text, "discountType": "W"}
    read = SpecialPricing.from_dict(came)
    assert (read.special_pricing_effective_date, read.discount_type) == (None, "W")
    assert read.unparsed == {"/specialPricingEffectiveDate": text}
    assert read.to_dict() == came
    assert Claim.from_dict({"createdOn": text}).created_on == text


def test_a_number_is_no_day() -> None:
    assert SpecialPricing.from_dict({"specialPricingEffectiveDate": 86400}).special_pricing_effective_date is None
    assert Claim.from_dict({"createdOn": 86400}).created_on is None
