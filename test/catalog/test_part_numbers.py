"""resolve finds SKUs by exact numbers only, reports several, and says what was not found."""

from __future__ import annotations

from typing import Any

import pytest
from catalog_kit import LIST, Asked, answer, both

from xi.sdk.resellers import part_numbers
from xi.sdk.resellers.exceptions import ApiTypeError
from xi.sdk.resellers.part_numbers import Found
from xi.sdk.resellers.prices import Part

PRODUCTS = [
    {"ingramPartNumber": "S1", "vendorPartNumber": "V-1", "vendorName": "Maker", "upcCode": "0001"},
    {"ingramPartNumber": "S2", "vendorPartNumber": "V-2", "vendorName": "Maker", "upcCode": "0002"},
    {"ingramPartNumber": "S3", "vendorPartNumber": "V-2", "vendorName": "Other", "upcCode": "0003"},
    {"ingramPartNumber": "S4", "vendorPartNumber": "v-1", "vendorName": "Maker", "upcCode": "00010"},
    {"ingramPartNumber": "S5", "vendorPartNumber": "V-10", "vendorName": "Maker", "upcCode": "0003"},
]
HIDDEN = {"ingramPartNumber": "S9", "vendorPartNumber": "V-9", "customerPartNumber": "mine", "upc": "0009"}
"""A product that only price and availability knows."""


class Shop:
    """Searches loosely, as the catalogue does: by parts of numbers, in any case; pages have two products."""

    def __init__(self, first_only: bool = False, failing: str = "") -> None:
        self.first_only = first_only
        self.failing = failing

    def __call__(self, asked: Asked) -> Any:
        if asked.body is not None:
            return answer(207, [self.price(each) for each in asked.body["products"]])
        wanted = asked.query.get("vendorPartNumber") or asked.query["keyword"]
        if self.failing in wanted and self.failing:
            return answer(500)
        names = [each.lower() for each in (wanted[:1] if self.first_only else wanted)]
        hits = [each for each in PRODUCTS if any(name in str(each).lower() for name in names)]
        if "vendor" in asked.query:
            hits = [each for each in hits if each["vendorName"] in asked.query["vendor"]]
        start = 2 * int(asked.query["pageNumber"][0]) - 2
        page = hits[start : start + 2]
        return answer(200, {"recordsFound": len(hits), "catalog": page}) if page else answer(404, LIST)

    def price(self, product: dict[str, str]) -> dict[str, Any]:
        ((name, value),) = product.items()
        if HIDDEN.get(name) == value:
            return {**HIDDEN, "availability": {"available": True}}
        return {**product, "productStatusCode": "E", "productStatusMessage": "Product not found"}


def resolve(run: Any, parts: Any, shop: Shop | None = None, **options: Any) -> Any:
    return run(shop or Shop(), lambda api: part_numbers.resolve(api, parts, **options))


PARTS = ["V-1", "V-2", "V-3", "V-9", Part(upc="0002"), Part(upc="0003"), Part(upc="02"), Part(upc="0009"),
         Part(customer_part_number="mine"), Part(sku="S9"), Part(sku="V-1")]  # fmt: skip
EXPECTED = [["S1"], ["S2", "S3"], [], ["S9"], ["S2"], ["S3", "S5"], [], ["S9"], ["S9"], ["S9"], []]


@both
@pytest.mark.parametrize("first_only", [False, True], ids=["any of the numbers", "only the first number"])
def test_each_number_gets_exactly_the_products_that_have_it(run: Any, first_only: bool) -> None:
    told: list[tuple[int, int]] = []
    found = resolve(run, [*PARTS, "V-1"], Shop(first_only), on_progress=lambda *how: told.append(how))
    assert found.error is None
    assert list(found.value) == PARTS
    assert [[each.sku for each in found.value[part].products] for part in PARTS] == EXPECTED
    kinds = {0: Found.NONE, 1: Found.ONE, 2: Found.SEVERAL}
    assert [found.value[part].found for part in PARTS] == [kinds[len(each)] for each in EXPECTED]
    assert [found.value[part].sku for part in PARTS] == [each[0] if len(each) == 1 else None for each in EXPECTED]
    assert found.value["V-2"].says == "V-2 is the number of S2, S3"
    assert found.value["V-3"].says == "Product not found"
    assert found.value["V-9"].says.startswith("the catalogue does not list it; price and availability name one product")
    assert found.value["V-1"].products[0].vendor_name == "Maker"
    assert told[-1] == (len(PARTS), len(PARTS))


@both
def test_many_numbers_are_searched_together(run: Any) -> None:
    found = resolve(run, [f"V-{number:03}" for number in range(40)] + ["V-1"])
    together = [each for each in found.asked if len(each.query.get("vendorPartNumber", [])) > 1]
    assert [len(each.query["vendorPartNumber"]) for each in together] == [20, 20]
    assert found.value["V-1"].sku == "S1"


@both
def test_the_maker_narrows_the_search(run: Any) -> None:
    found = resolve(run, ["V-2", "V-9"], vendor=["Other"])
    assert found.value["V-2"].sku == "S3"
    assert (found.value["V-9"].found, found.value["V-9"].says) == (Found.NONE, "no product of Other has it")


@both
def test_a_failed_search_is_told_and_loses_nothing(run: Any) -> None:
    found = resolve(run, [Part(upc="0002"), Part(upc="bad"), Part(upc="0001")], Shop(failing="bad"))
    assert [each.found for each in found.value.values()] == [Found.ONE, Found.FAILED, Found.ONE]
    assert found.value[Part(upc="bad")].error is not None


@both
def test_price_and_availability_counts_only_if_it_repeats_the_number_letter_by_letter(run: Any) -> None:
    upper = {"ingramPartNumber": "S9", "vendorPartNumber": "WD-9", "availability": {"available": True}}
    found = run(
        lambda asked: answer(404, LIST) if asked.body is None else answer(207, [upper]),
        lambda api: part_numbers.resolve(api, ["wd-9"]),
    )
    assert (found.value["wd-9"].found, found.value["wd-9"].sku) == (Found.NONE, None)
    assert found.value["wd-9"].says == "price and availability has WD-9, which is not letter by letter wd-9"


@both
def test_price_and_availability_counts_only_for_the_makers_that_are_looked_at(run: Any) -> None:
    part = Part(upc="0009")
    for maker, outcome in (("Maker", Found.ONE), ("MAKER", Found.ONE), ("Other", Found.NONE), (None, Found.ONE)):
        item = {**HIDDEN, "vendorName": maker, "availability": {"available": True}}
        found = run(
            lambda asked, item=item: answer(404, LIST) if asked.body is None else answer(207, [item]),
            lambda api: part_numbers.resolve(api, [part], vendor=["Maker"]),
        )
        assert found.value[part].found is outcome


@both
def test_a_part_about_which_nothing_was_said_is_not_known_to_be_missing(run: Any) -> None:
    found = run(
        lambda asked: answer(404, LIST) if asked.body is None else answer(207, []),
        lambda api: part_numbers.resolve(api, [Part(sku="S1")]),
    )
    (resolved,) = found.value.values()
    assert (resolved.found, resolved.error) == (Found.FAILED, None)
    assert resolved.says == "the server answered, but said nothing about it"


@both
@pytest.mark.parametrize(("numbers", "calls"), [(["V-1"], 2), (["V-1", "V-2"], 4)])
def test_one_product_of_a_list_that_was_cut_may_not_be_the_only_one(run: Any, numbers: list[str], calls: int) -> None:
    def cut(asked: Asked) -> Any:
        page = {"recordsFound": 4, "catalog": PRODUCTS[:3]}
        return answer(200, page) if asked.query["pageNumber"] == ["1"] else answer(404, LIST)

    found = run(cut, lambda api: part_numbers.resolve(api, numbers))
    assert found.error is None
    assert (found.value["V-1"].found, found.value["V-1"].sku) == (Found.FAILED, None)
    assert [each.sku for each in found.value["V-1"].products] == ["S1"]
    assert found.value["V-1"].says == "the search ended after 3 of 4 products"
    assert all(found.value[each].found is Found.SEVERAL for each in numbers[1:])
    assert len(found.asked) == calls


@both
def test_nothing_more_is_sent_once_the_account_is_refused(run: Any) -> None:
    found = run(lambda _: answer(403), lambda api: part_numbers.resolve(api, [Part(upc=each) for each in "abc"]))
    assert {each.found for each in found.value.values()} == {Found.FAILED}
    assert len(found.asked) == 1


@both
def test_what_cannot_be_looked_for_is_not_sent(run: Any) -> None:
    for parts, options in (("V-1", {}), ([1], {}), (["V-1"], {"vendor": "Maker"})):
        found = resolve(run, parts, **options)
        assert isinstance(found.error, ApiTypeError)
        assert found.asked == []
