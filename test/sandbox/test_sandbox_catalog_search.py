"""What a search of the catalogue finds, page by page, and the details of a product."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from xi.sdk.resellers.sandbox import Catalogue, Part, PartKind, Policy, default_catalogue, generated_catalogue
from xi.sdk.resellers.sandbox.catalog.parts import QuantityBreak

LAMPS = {"category": "lighting", "sub_category": "Lamps"}
PARTS = [
    Part("A1", Decimal(5), "DESK LAMP, LED 40W", "L-40", "Luma", upc="012345", **LAMPS),
    Part("A2", Decimal(6), "FLOOR LAMP", "L-41", "LUMA", category="lighting", vendor_code="7L"),
    Part("A3", Decimal(7), "LAMP APP", "L-APP", "Other", PartKind.LICENCE, category="software"),
    Part("A4", Decimal(8), "LAMP, DEALERS ONLY", "L-40", "Luma", authorised=False, discontinued=True, replacement="A1"),
    Part("001346", Decimal(9), "SHADE", "L-S", "Luma", breaks=(QuantityBreak(5, Decimal(1)),), customer_number="own-1"),
]


@pytest.fixture
def shop(make):
    def ask(policy=None, parts=PARTS):
        api = make(catalogue=Catalogue.of(parts), policy=policy)

        def found(**query):
            values = {name: [value] if isinstance(value, str) else value for name, value in query.items()}
            answer = api.call("catalog_search", query=[(name, each) for name in values for each in values[name]])
            if answer.status != 200:
                return answer.status
            return [each["ingramPartNumber"] for each in answer.body["catalog"]]

        found.api = api
        return found

    return ask


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ({}, ["A1", "A2", "A3", "001346"]),
        ({"skipAuthorisation": "True"}, ["A1", "A2", "A3", "A4", "001346"]),
        ({"keyword": "lamp"}, ["A1", "A2", "A3"]),
        ({"keyword": "LED desk"}, ["A1"]),
        ({"keyword": "40w"}, ["A1"]),
        ({"keyword": "amp"}, 404),
        ({"keyword": "floor LAMP led"}, 404),
        ({"keyword": ["floor", "shade"]}, ["A2", "001346"]),
        ({"keyword": "luma"}, ["A1", "A2", "001346"]),
        ({"keyword": "0123"}, ["A1"]),
        ({"keyword": "own-1"}, ["001346"]),
        ({"keyword": "l-41"}, ["A2"]),
        # Part numbers are text: without its zeros it is another one.
        ({"keyword": "1346"}, 404),
        ({"vendor": "luma"}, ["A1", "A2", "001346"]),
        ({"vendor": ["other", "nobody"]}, ["A3"]),
        ({"vendor": "lum"}, 404),
        ({"vendorPartNumber": ["l-40", "L-APP"]}, ["A1", "A3"]),
        ({"vendorPartNumber": "L-40", "skipAuthorisation": "true"}, ["A1", "A4"]),
        ({"vendorNumber": "7l"}, ["A2"]),
        ({"category": "LIGHTING"}, ["A1", "A2"]),
        ({"category": "lamps"}, ["A1"]),
        ({"type": "im::physical"}, ["A1", "A2", "001346"]),
        ({"type": "IM::digital"}, ["A3"]),
        ({"type": "IM::any", "vendor": "other"}, ["A3"]),
        ({"hasDiscounts": "true"}, ["001346"]),
        ({"hasDiscounts": "False", "keyword": "lamp", "vendor": "luma"}, ["A1", "A2"]),
        # The live API ignores what it does not know, and so answers everything.
        ({"vendorName": "nobody", "upc": "9"}, ["A1", "A2", "A3", "001346"]),
    ],
)
def test_each_filter_limits_what_is_found(shop, query, numbers):
    assert shop()(**query) == numbers


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"type": "paper"}, "type"),
        ({"hasDiscounts": "perhaps"}, "hasDiscounts"),
        ({"skipAuthorisation": "2"}, "skipAuthorisation"),
        ({"showGroupInfo": "x"}, "showGroupInfo"),
        ({"pageNumber": "0"}, "pageNumber"),
        ({"pageSize": "many"}, "pageSize"),
        ({"keyword": "x" * 251}, "keyword"),
    ],
)
def test_a_filter_that_cannot_be_right_is_refused_by_name(api, fields_of, query, field):
    answer = api.call("catalog_search", query=query)
    assert (answer.status, fields_of(answer)) == (400, [field])


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("is_short", [False, True])
def test_a_walk_sees_every_product_once_and_ends_with_a_404(make, strict, is_short):
    api = make(policy=Policy(strict=strict, short_catalogue_pages=is_short, moving_catalogue_counts=is_short))
    seen: list[str] = []
    counts: set[int] = set()
    page, lengths = 1, []
    while (answer := api.call("catalog_search", query={"pageSize": "20", "pageNumber": str(page)})).status == 200:
        numbers = [each["ingramPartNumber"] for each in answer.body["catalog"]]
        counts.add(answer.body["recordsFound"])
        lengths.append(len(numbers))
        seen += numbers
        page += 1
        assert ("previousPage" in answer.body) == (page > 2)
        if "nextPage" not in answer.body:
            break
    assert seen == [part.number for part in default_catalogue() if part.authorised]
    assert (max(lengths) in (10, 11)) == is_short
    assert (len(counts) > 1) == is_short
    assert all(abs(count - len(seen)) <= 3 for count in counts)
    past = api.call("catalog_search", query={"pageSize": "20", "pageNumber": str(page)})
    assert past.status == 404
    assert isinstance(past.body, list) == (not strict)


def test_the_link_to_the_next_page_is_as_published_or_well_formed_in_strict_mode(make):
    query = [("keyword", "monitor"), ("keyword", "ups"), ("pageSize", "2")]
    link = make().call("catalog_search", query=query).body["nextPage"]
    assert link == "/resellers/v6/catalog?keyword=monitor&keyword=upspageSize=2&pageNumber=2"
    link = make(policy=Policy(strict=True)).call("catalog_search", query=query).body["nextPage"]
    assert link == "/resellers/v6/catalog?keyword=monitor&keyword=ups&pageSize=2&pageNumber=2"


def test_a_hit_says_yes_and_no_as_text_and_the_id_of_no_hit_is_a_number(shop):
    ask = shop()
    (hit,) = ask.api.call("catalog_search", query={"keyword": "dealers", "skipAuthorisation": "True"}).body["catalog"]
    assert {name: hit[name] for name in ("authorizedToPurchase", "discontinued", "hasDiscounts", "replacementSku")} == {
        "authorizedToPurchase": "false",
        "discontinued": "true",
        "hasDiscounts": "",
        "replacementSku": "A1",
    }
    assert not {"price", "stock"} & hit.keys()
    assert ask.api.call("catalog_search", query={"keyword": "nosuch"}).body["errors"][0]["id"] == 123


@pytest.mark.parametrize(("kind", "days"), [(PartKind.STOCK, 150), (PartKind.LICENCE, 10)])
def test_a_product_is_new_for_its_time(shop, clock, kind, days):
    part = Part("N1", Decimal(1), kind=kind, since=date(2024, 5, 1))
    ask = shop(parts=[part])
    for day, word in ((days - 1, "true"), (days, "false")):
        clock.moment = datetime(2024, 5, 1, tzinfo=UTC)
        clock.forward(days=day)
        assert ask.api.call("catalog_search").body["catalog"][0]["newProduct"] == word
        assert ask.api.call("product_details", number="N1").body["indicators"]["isNewProduct"] == (word == "true")


def test_plans_are_found_by_group_and_by_id_with_their_terms(api):
    body = api.call("catalog_search", query={"groupName": "HARBOUR OFFICE"}).body
    (group,) = body["subscriptionCatalog"]
    assert (body["catalog"], body["recordsFound"], group["numberOfPlans"]) == ([], 2, "2")
    assert [each["subscriptionPeriod"] for each in group["plans"][0]["subscriptionPeriodSummary"]] == ["1", "3"]
    body = api.call("catalog_search", query={"planID": "9d20b711", "showGroupInfo": "true"}).body
    assert "plans" not in body["subscriptionCatalog"][0]
    assert api.call("catalog_search", query={"planID": "9d20b711", "groupName": "Harbour Office"}).status == 404
    body = api.call("catalog_search", query={"showGroupInfo": "true"}).body
    assert (len(body["catalog"]), len(body["subscriptionCatalog"])) == (25, 2)


@pytest.mark.parametrize(
    ("country", "unit", "weight", "height"), [("US", "LB", 13.4, "21.6"), ("NL", "KG", 6.08, "54.86")]
)
def test_measures_are_those_of_the_country(make, country, unit, weight, height):
    body = make(country=country, customer="20-222222").call("product_details", number="3h2701").body
    more = body["additionalInformation"]
    assert (more["productWeight"][0]["weightUnit"], more["productWeight"][0]["weight"]) == (unit, weight)
    assert (more["height"], more["dimensionUnit"]) == (height, "IN" if country == "US" else "CM")


def test_details_spell_and_leave_out_as_the_live_api_does_and_as_published_in_strict_mode(make):
    live = make().call("product_details", number="3H2701").body
    strict = make(policy=Policy(strict=True)).call("product_details", number="3H2701").body
    assert live["technicalSpecifications"][0]["attributename"] == "Product Type"
    assert strict["technicalSpecifications"][0]["attributeName"] == "Product Type"
    assert ("productSubcategory" in live, "productSubCategory" in strict) == (True, True)
    assert live["ciscoFields"]["itemType"] is None
    assert None not in strict["ciscoFields"].values()


def test_details_exist_in_three_countries_and_for_known_products_only(make, fields_of):
    refused = make(country="DE", customer="DE-1").call("product_details", number="3H2701")
    assert (refused.status, fields_of(refused)) == (400, ["IM-CountryCode"])
    assert "traceid" in refused.body["errors"][0]
    assert make().call("product_details", number="NOSUCH").status == 404


def test_details_by_another_name_give_the_first_product_or_the_plan(api, fields_of):
    by_vendor = api.call("product_details_by_name", query={"vendorPartNumber": "hd-m27q"}).body
    assert by_vendor["ingramPartNumber"] == "3H2701"
    plan = api.call("product_details_by_name", query={"planName": "harbour office BASIC"}).body["subscriptionDetails"][
        0
    ]
    assert (plan["planId"], plan["options"][1]["dependsOn"]) == ("7f1c0a52", plan["options"][0]["resourceId"])
    assert api.call("product_details_by_name", query={"planId": "7f1c0a52"}).body["subscriptionDetails"][0] == plan
    assert fields_of(api.call("product_details_by_name")) == ["vendorPartNumber"]
    assert api.call("product_details_by_name", query={"planId": "nosuch"}).status == 404


def test_a_catalogue_of_any_size_is_made_from_a_seed():
    small, large = generated_catalogue(300, seed=3), generated_catalogue(2_000, seed=3)
    assert list(small) == list(large)[:300]
    assert list(generated_catalogue(300, seed=4)) != list(small)
    assert {part.kind for part in large} == set(PartKind)
    numbers = [part.number for part in large]
    assert any(number.isdigit() and number.startswith("0") for number in numbers)
    assert len({part.vendor_number for part in large}) < len(numbers) == 2_000
    assert any(part.discontinued and large.find(part.replacement) for part in large)
    for part in large:
        digits = [int(digit) for digit in part.upc]
        assert len(digits) == 13
        assert (sum(digits[::2]) + 3 * sum(digits[1::2])) % 10 == 0
    for wrong in (0, 1_000_001):
        with pytest.raises(ValueError, match="products is"):
            generated_catalogue(wrong)


def test_two_parts_with_one_number_are_refused():
    with pytest.raises(ValueError, match="two parts have the number A1"):
        Catalogue.of([PARTS[0], replace(PARTS[0], number="a1")])
