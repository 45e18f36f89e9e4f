"""Estimates of freight: the carrier of each shipment, and the total of those that are cheapest."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from cli_kit import Cli, valid
from family_kit import HEADERS

from xi.sdk.resellers.cli.carriers import read_estimate
from xi.sdk.resellers.sandbox.operations import freight

TO = ("--to", "state=KS", "--to", "postal_code=67401", "--to", "COUNTRYCODE=US")


@pytest.fixture
def named(cli: Cli) -> Cli:
    """Return a user with both headers."""
    cli.env |= HEADERS
    return cli


def test_the_cheapest_complete_choice_is_a_carrier_of_each_shipment(named: Cli) -> None:
    ran = named.run("freight", "--line", "DF4128=2", "--line", "YN6231=1", *TO, "--json")
    document = valid("freight", ran.json)
    chosen = [each for each in document["items"] if each["is_cheapest"]]
    assert [each["shipment"] for each in chosen] == [1, 2]
    for each in chosen:
        rivals = [Decimal(its["charge"]) for its in document["items"] if its["shipment"] == each["shipment"]]
        assert Decimal(each["charge"]) == min(rivals)
    assert Decimal(document["summary"]["cheapest"]) == sum(Decimal(each["charge"]) for each in chosen)


def test_there_is_no_total_for_a_part_of_the_order(named: Cli) -> None:
    some, none, nowhere = named.run_all(
        "freight --line NOPE=2 --line DF4128=1 --to 200 --json",
        "freight --line NOPE=2 --to 200",
        "freight --line DF4128=2 --to city=Salina",
    )
    assert (some.code, some.json["summary"]["cheapest"]) == (1, None)
    assert some.json["summary"]["missing"] == ["NOPE: 0 of 2 units"]
    assert (none.code, nowhere.code) == (1, 1)
    assert "[no-estimate]" in none.err
    assert "shipToAddress.countryCode" in nowhere.err


@pytest.mark.parametrize(
    ("charge", "code", "told"),
    [
        (None, 0, "the answer says: There are no freight details for this part: it is unknown; "),
        ("1,000.00", 1, "the charge of RG cannot be read: '1,000.00'; the answer says: There are no freight details"),
    ],
)
def test_what_an_answer_says_beside_its_estimate_is_told(
    named: Cli, monkeypatch: pytest.MonkeyPatch, charge: str | None, code: int, told: str
) -> None:
    """The estimate has the unknown part too, so that nothing but the errors tells of it."""
    made = freight.estimated

    def estimated(*args: Any) -> Any:
        body = made(*args)
        body["lines"].append({"ingramPartNumber": "NOPE", "quantity": 2})
        if charge is not None:
            body["distribution"][0]["carrierList"][0]["estimatedFreightCharge"] = charge
        return body

    monkeypatch.setattr(freight, "estimated", estimated)
    ran = named.run("freight", "--line", "DF4128=1", "--line", "NOPE=2", *TO)
    assert (ran.code, {each[7] for each in ran.rows[1:]}) == (code, {"", "cheapest"} if code == 0 else {""})
    assert told in ran.err


def estimate(*distributions: dict[str, Any], warehouse: str = "10") -> Any:
    lines = [{"ingramPartNumber": "AB1", "quantity": 3, "warehouseId": warehouse}]
    return read_estimate({"currencyCode": "USD", "distribution": list(distributions), "lines": lines}, {"AB1": 3})


def carrier(code: str, charge: object, days: str = "2") -> dict[str, Any]:
    return {"carrierCode": code, "estimatedFreightCharge": charge, "daysInTransit": days}


@pytest.mark.parametrize(
    ("carriers", "code", "total", "missing"),
    [
        ([carrier("A", "9.10"), carrier("B", "10.00")], "A", "9.10", []),  # as numbers, not as text
        ([carrier("A", "9.10", "5"), carrier("B", "9.1", "2")], "B", "9.1", []),
        ([carrier("", "0"), carrier("B", "12")], "B", "12", []),  # what cannot be ordered
        ([carrier(" ", "n/a"), carrier("B", "12")], "B", "12", []),
        (
            [carrier("A", "1,019.70"), carrier("B", "5000.00")],
            None,
            None,
            ["the charge of A cannot be read: '1,019.70'"],
        ),
        (
            [carrier("A", "-3"), carrier("B", None), carrier("C", "1")],
            None,
            None,
            ["the charge of A cannot be read: '-3'", "B has no charge"],
        ),
        ([carrier("", "3")], None, None, ["no carrier has a code"]),
        ([], None, None, ["no carrier"]),
    ],
)
def test_a_carrier_is_chosen_by_its_charge_then_by_its_days(
    carriers: list[dict[str, Any]], code: str | None, total: str | None, missing: list[str]
) -> None:
    found = estimate({"shipFromBranchNumber": "010", "carrierList": carriers})
    cheapest = found.shipments[0].cheapest
    assert (None if cheapest is None else cheapest.code) == code
    assert found.total == (None if total is None else Decimal(total))
    assert found.missing == tuple(f"shipment 1 from 010: {each}" for each in missing)


def test_a_warehouse_without_a_shipment_has_no_freight() -> None:
    found = estimate({"shipFromBranchNumber": "10", "carrierList": [carrier("A", "1")]}, warehouse="30")
    assert (found.missing, found.total) == (("what goes from warehouse 30",), None)


def test_a_shipment_without_a_list_has_the_carrier_that_it_names() -> None:
    found = estimate({"shipFromBranchNumber": "10", "carrierCode": "RG", "freightRate": "7.90", "transitDays": 2})
    assert found.total == Decimal("7.90")
