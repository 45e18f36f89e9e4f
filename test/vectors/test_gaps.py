"""tools/gaps.py finds each kind of gap between the contract and the vectors, and a vector that shows it closes it."""

from __future__ import annotations

import copy
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from check import files
from gaps import Contract, gaps

VECTORS = Path(__file__).parents[2] / "contract" / "vectors"


@cache
def contract() -> Contract:
    return Contract(json.loads((VECTORS / "contract.json").read_text("utf-8")))


@cache
def kept() -> tuple[tuple[str, dict[str, Any]], ...]:
    return tuple((file["kind"], vector) for _, file in files() for vector in file["vectors"])


def without(*identities: str) -> list[str]:
    left = [(kind, vector) for kind, vector in kept() if vector["id"] not in identities]
    assert len(left) == len(kept()) - len(identities)
    return [each.removeprefix("no vector shows ") for each in gaps(contract(), left)]


def test_nothing_is_missing() -> None:
    assert without() == []


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [
        ("request.vendor-info", "request vendor-required-info"),
        ("request.deals.details.all", "argument get-resellers-v6-dealsdetails IM-Environment"),
        ("request.modify.longest", "member OrderModifyRequestShipToInfo name2"),
        ("request.modify.longest", "the limit of OrderModifyRequestShipToInfo name2"),
        ("request.deals.details.all", "the limit of get-resellers-v6-dealsdetails IM-Environment"),
        ("request.search.longest-filters", "the limit of get-resellers-v6-ordersearch pageSize"),
        ("request.invoices.long-correlation-id", "longer argument IM-CorrelationID"),
        ("request.prices.gaps", "gap PriceAndAvailabilityRequest additionalAttributes"),
        ("request.freight.number-too", "seen as FreightRequest billToAddressId number"),
        ("request.returns.create", "seen as ReturnsCreateRequestListInner shipFromInfo object"),
        ("response.freight", None),
        ("response.freight.errors-beside", "undeclared FreightResponse errors"),
        ("response.product.plan", "response get-reseller-v6-productdetailcmp"),
        ("response.product.nulls", "seen as ProductDetailResponseCiscoFields itemType null"),
        ("response.renewals.search.list", "seen as RenewalsSearchResponse list"),
        ("response.deals.details.other-spellings", "spelled DealsDetailsResponse extendedMsrp extendedMSRP"),
        ("response.invoices.search", "undeclared InvoiceSearchResponseInvoicesInner currencyCode"),
        ("response.product.warranty", "any ProductDetailResponse warrantyInformation"),
        ("response.renewals.details", "any RenewalsDetailsResponseProductsInner quantity"),
        ("response.returns.create", "seen as ReturnsCreateResponseReturnsClaimsInner createdOn text"),
        ("response.webhook-test.stock", "empty answer resellers_v1_webhooks_availabilityupdate_post"),
        ("response.deals.search.lost", "list that cannot be read get-resellers-v6-dealssearch"),
        ("error.catalog.past-the-end", "shape ErrorResponse bare"),
        ("error.quotes.validate-wrapped", "shape GetResellerV6ValidateQuote400Response wrapped"),
        ("error.quotes.validate-in-a-list", "shape GetResellerV6ValidateQuote400Response wrapped in a list"),
        ("error.vendor-info.no-doubt", "doubt or none vendor-required-info"),
        ("error.renewals.500", "error Renewals PostCreateorderV7500Response"),
        ("error.webhook-test.stock-500", "error StockUpdate empty"),
    ],
)
def test_what_no_other_vector_shows_is_missing(left_out: str, missing: str | None) -> None:
    found = without(left_out)
    assert missing in found if missing else found == []


def test_the_price_that_comes_elsewhere_is_found_there_only() -> None:
    assert "found in PriceAndAvailabilityResponseInner pricing availability" in without(
        "response.prices.pricing-in-availability", "response.prices.pricing-twice"
    )


def test_an_answer_without_proof_counts_only_if_it_is_in_doubt() -> None:
    names = ("no-proof", "empty", "case-undefined")
    identities = tuple(f"response.returns.create.{each}" for each in names)
    assert "answer without proof post-returnscreate" in without(*identities)
    changed = copy.deepcopy([each for each in kept() if each[1]["id"] in identities])
    for _, vector in changed:
        vector["expect"]["error"]["mayHaveBeenActedOn"] = False
    left = [each for each in kept() if each[1]["id"] not in identities]
    assert "no vector shows answer without proof post-returnscreate" in gaps(contract(), [*left, *changed])


def test_a_refusal_says_nothing_of_doubt() -> None:
    identities = [vector["id"] for kind, vector in kept() if kind == "error" and is_doubtful_return(vector)]
    assert len(identities) > 1
    assert "doubt or none post-returnscreate" in without(*identities)


def is_doubtful_return(vector: dict[str, Any]) -> bool:
    return (
        vector["given"]["operation"] == "post-returnscreate" and vector["expect"]["error"]["mayHaveBeenActedOn"] is True
    )


def test_a_refused_call_shows_no_argument() -> None:
    refused = {
        "id": "request.refused.a",
        "given": {"operation": "vendor-required-info", "arguments": {"IM-SenderID": "shop", "body": {}}},
        "expect": {"refused": {"about": "body", "at": ""}},
    }
    left = [(kind, vector) for kind, vector in kept() if vector["id"] != "request.vendor-info"]
    assert "no vector shows argument vendor-required-info IM-SenderID" in gaps(
        contract(), [*left, ("request", refused)]
    )


def test_a_body_without_anything_of_its_form_shows_no_error() -> None:
    left = [(kind, vector) for kind, vector in kept() if vector["id"] != "error.renewals.500"]
    (given,) = [vector for _, vector in kept() if vector["id"] == "error.renewals.500"]
    other = copy.deepcopy(given)
    other["given"]["answer"]["body"] = {"text": "<html>"}
    wanted = "no vector shows error Renewals PostCreateorderV7500Response"
    assert wanted in gaps(contract(), [*left, ("error", other)])
    assert wanted not in gaps(contract(), [*left, ("error", given)])


@pytest.mark.parametrize(
    ("kind", "operations", "family"),
    [
        ("status", [], "Orders"),
        ("price", [], "ProductCatalog"),
        ("request", ["post-returnscreate"], "Returns"),
        ("exchange", ["get-accesstoken", "get-quotessearch_v6"], "Accesstoken"),
    ],
)
def test_the_family_is_the_tag_of_the_first_operation(kind: str, operations: list[str], family: str) -> None:
    assert contract().family(kind, operations) == family


OF_PYTHON = {"x-by-name", "x-gone-in", "x-nullable-in", "x-other-order", "x-python-name", "x-required-in", "x-since"}


def test_the_readme_explains_each_word_of_the_contract_that_is_not_about_python() -> None:
    explained = re.findall(r"^\| (`x-[^|]+`) \|", (VECTORS / "README.md").read_text("utf-8"), re.MULTILINE)
    used = set(re.findall(r'"(x-[a-z-]+)":', (VECTORS / "contract.json").read_text("utf-8")))
    assert {each.strip("`") for row in explained for each in row.split(", ")} == used - OF_PYTHON
