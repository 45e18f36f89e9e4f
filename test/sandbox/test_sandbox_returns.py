"""Returns: what can be returned, what the distributor decides, how cases are found."""

from __future__ import annotations

from decimal import Decimal

import pytest
import urllib3
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from returns_of_shop_kit import billed, create, details, entry, errors_of, filed, found, search
from walk_kit import TOKEN
from walk_returns import SHIP_FROM

from xi.sdk.resellers.sandbox import Policy, SandboxServer
from xi.sdk.resellers.sandbox.orders.states import possible
from xi.sdk.resellers.sandbox.returns.reasons import reason_of
from xi.sdk.resellers.sandbox.returns.values import CASE_TRANSITIONS, CaseMove, CaseState
from xi.sdk.resellers.sandbox.state import returns as state_of_returns


def test_a_return_is_filed_shown_everywhere_and_credited_when_it_is_approved(api):
    number = billed(api)
    answer = create(api, entry(api, number, quantity="3", notes="by night", numberOfBoxes="2"))
    (claim,) = answer.body["returnsClaims"]
    assert answer.status == 200
    assert (claim["status"], claim["credit"], claim["rmaClaimId"]) == ("Open", None, "")
    assert claim["createdOn"] == "2024-05-27T07:00:00Z"
    assert (claim["type"], claim["returnReason"]) == ("CLAIM", "(DM) Damaged from Carrier")
    assert Decimal(str(claim["estimatedTotalValue"])) == 3 * Decimal("54.90")
    case = claim["caseRequestNumber"]
    assert claim["links"][0]["href"] == f"/resellers/v6/returns/{case}"

    (hit,) = search(api)["returnsClaims"]
    assert (hit["status"], hit["type"], hit["credit"]) == ("OPEN", "Claim", None)
    body = details(api, case.lower())
    (product,) = body["products"]
    assert (body["status"], body["typeOfDetails"], product["status"]) == ("Open", "Claim", "Open")
    assert (product["invoiceNumber"], product["invoiceDate"]) == (number, "2024-05-27T00:00:00Z")
    assert (product["quantity"], product["unitPrice"], product["customerOrderNumber"]) == (3, 54.9, "PO-1")
    assert body["returnWarehouseAddress"].count("\n") > 1

    api.clock.forward(days=3)
    api.sandbox.returns.move(case, "approve")
    (hit,) = search(api)["returnsClaims"]
    assert (hit["status"], hit["credit"]) == ("APPROVED", hit["estimatedTotalValue"])
    assert hit["modifiedOn"].startswith("2024-05-30")
    assert hit["createdOn"].startswith("2024-05-27")
    body = details(api, case)
    assert body["rmaClaimId"] == hit["returnClaimId"] != ""
    assert (body["status"], body["products"][0]["status"]) == ("Approved", "Approved")


def test_the_answer_of_a_create_has_a_day_where_it_is_to_be_as_published(make):
    api = make(policy=Policy(strict=True))
    (claim,) = create(api, entry(api, billed(api))).body["returnsClaims"]
    assert claim["createdOn"] == "2024-05-27"
    assert "credit" not in claim


def test_no_more_is_returned_than_was_invoiced(api):
    number = billed(api)
    filed(api, entry(api, number, quantity=3))
    message = "The invoice bills 5, of which 3 were returned before: 2 can be returned"
    assert errors_of(create(api, entry(api, number, quantity=3))) == {"list[0].quantity": message}
    filed(api, entry(api, number, quantity=2))
    assert "0 can be returned" in errors_of(create(api, entry(api, number)))["list[0].quantity"]
    assert len(api.sandbox.returns) == 2


def test_one_create_cannot_return_a_unit_twice_and_is_refused_as_a_whole(api):
    number = billed(api)
    answer = create(api, entry(api, number, quantity=4), entry(api, number, quantity=1), entry(api, number, quantity=1))
    assert list(errors_of(answer)) == ["list[2].quantity"]
    assert len(api.sandbox.returns) == 0
    assert len(filed(api, entry(api, number, quantity=4), entry(api, number, quantity=1))) == 2


def test_good_entries_are_filed_without_the_others_if_the_policy_says_so(make):
    api = make(policy=Policy(partial_returns=True))
    number = billed(api)
    assert len(filed(api, entry(api, number, quantity=9), entry(api, number, quantity=1))) == 1
    assert list(errors_of(create(api, entry(api, number, quantity=9)))) == ["list[0].quantity"]
    assert len(api.sandbox.returns) == 1


@pytest.mark.parametrize(("move", "left"), [("deny", 5), ("void", 5), ("approve", 2), ("part", 2)])
def test_units_of_a_case_that_was_denied_or_voided_can_be_returned_again(api, move, left):
    number = billed(api)
    (case,) = filed(api, entry(api, number, quantity=3))
    api.sandbox.returns.move(case, move)
    assert f"{left} can be returned" in errors_of(create(api, entry(api, number, quantity=6)))["list[0].quantity"]
    filed(api, entry(api, number, quantity=left))


def test_units_of_a_part_are_taken_from_all_lines_that_bill_it_at_their_own_prices(api):
    lines = [
        {"ingramPartNumber": "DF4128", "quantity": 2, "unitPrice": price, "specialBidNumber": "bid"}
        for price in ("50.00", "40.25")
    ]
    number = billed(api, *lines)
    (case,) = filed(api, entry(api, number, quantity=3))
    body = details(api, case)
    assert [(each["ingramLineNumber"], each["quantity"]) for each in body["products"]] == [(1, 2), (2, 1)]
    assert Decimal(str(body["estimatedTotal"])) == Decimal("140.25")
    api.sandbox.returns.move(case, "part", units=2)
    assert [each["status"] for each in details(api, case)["products"]] == ["Approved", "Open"]
    assert search(api)["returnsClaims"][0]["credit"] == 100


def test_a_serial_number_names_one_unit_which_is_returned_once(api):
    number = billed(api)
    serials = api.sandbox.invoices.get(number).lines[0].serial_numbers
    filed(api, entry(api, number, serialNumber=serials[0].lower()))
    for changes, field in (
        ({"serialNumber": serials[0]}, "serialNumber"),
        ({"serialNumber": "SN-NONE"}, "serialNumber"),
        ({"serialNumber": serials[1], "quantity": 2}, "quantity"),
    ):
        assert list(errors_of(create(api, entry(api, number, **changes)))) == [f"list[0].{field}"]
    filed(api, entry(api, number, serialNumber=serials[1]))
    assert "3 can be returned" in errors_of(create(api, entry(api, number, quantity=4)))["list[0].quantity"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"invoiceNumber": "20-AAAAA-11"}, "invoiceNumber"),
        ({"invoiceDate": "2024-05-26"}, "invoiceDate"),
        ({"ingramPartNumber": "YN6231"}, "ingramPartNumber"),
        ({"ingramPartNumber": None, "vendorPartNumber": "AC-DOCK90"}, "vendorPartNumber"),
        ({"vendorPartNumber": "AC-DOCK90"}, "ingramPartNumber"),
        ({"customerOrderNumber": "other"}, "customerOrderNumber"),
        ({"ingramPartNumber": "YZ1478"}, "ingramPartNumber"),
    ],
)
def test_what_the_invoice_does_not_bill_or_cannot_come_back_is_refused(api, changes, field):
    number = billed(api, ("DF4128", 2))
    assert list(errors_of(create(api, entry(api, number, **changes)))) == [f"list[0].{field}"]


def test_what_the_catalogue_says_cannot_be_returned_is_refused(api):
    number = billed(api, ("3H2400", 2))
    assert not api.sandbox.catalogue.find("3H2400").returnable
    assert errors_of(create(api, entry(api, number))) == {"list[0].ingramPartNumber": "This part cannot be returned"}


def test_an_invoice_of_another_customer_cannot_be_returned(api):
    number = billed(api)
    sent = entry(api, number)
    (case,) = filed(api, sent)
    api.customer = "20-999999"
    assert list(errors_of(create(api, sent))) == ["list[0].invoiceNumber"]
    assert api.call("return_details", number=case).status == 400
    assert found(api) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"invoiceNumber": "plain"},
        {"ingramPartNumber": "df4128"},
        {"ingramPartNumber": None, "vendorPartNumber": "ac-km550"},
        {"vendorPartNumber": "AC-KM550"},
        {"customerOrderNumber": "po-1"},
        {"invoiceDate": "2024-05-27T00:00:00Z"},
        {"shipFromInfo": [SHIP_FROM]},
        {"quantity": "5", "numberOfBoxes": "3"},
        {"referenceNumber": None, "notes": None},
        {"primaryReason": "(DT1) Direct Ship billed, not shipped."},
    ],
)
def test_the_forms_that_clients_send_are_all_accepted(api, changes):
    number = billed(api)
    if changes.get("invoiceNumber"):
        changes = {"invoiceNumber": number.replace("-", "")}
    assert len(filed(api, entry(api, number, **changes))) == 1


REQUIRED = ("invoiceNumber", "invoiceDate", "quantity", "primaryReason", "secondaryReason", "numberOfBoxes")


@pytest.mark.parametrize("name", [*REQUIRED, "ingramPartNumber", "shipFromInfo"])
def test_a_required_field_that_is_missing_or_empty_is_refused_by_name(api, name):
    number = billed(api)
    for value in (None, ""):
        assert list(errors_of(create(api, entry(api, number, **{name: value})))) == [f"list[0].{name}"]


@pytest.mark.parametrize("name", SHIP_FROM)
def test_each_required_part_of_the_address_is_asked_for(api, name):
    address = {**SHIP_FROM, name: " "}
    answer = create(api, entry(api, billed(api), shipFromInfo=address))
    assert list(errors_of(answer)) == [f"list[0].shipFromInfo.{name}"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"quantity": 0}, "quantity"),
        ({"quantity": "1.5"}, "quantity"),
        ({"quantity": True}, "quantity"),
        ({"numberOfBoxes": -1}, "numberOfBoxes"),
        ({"invoiceDate": "27.05.2024"}, "invoiceDate"),
        ({"shipFromInfo": "home"}, "shipFromInfo"),
        ({"shipFromInfo": [SHIP_FROM, SHIP_FROM]}, "shipFromInfo"),
        ({"shipFromInfo": [SHIP_FROM, 1]}, "shipFromInfo"),
        ({"shipFromInfo": {**SHIP_FROM, "email": "anna"}}, "shipFromInfo.email"),
        ({"notes": "n" * 2_001}, "notes"),
    ],
)
def test_a_wrong_value_is_refused_by_name(api, changes, field):
    assert list(errors_of(create(api, entry(api, billed(api), **changes)))) == [f"list[0].{field}"]


def test_the_errors_of_all_entries_come_together(api):
    number = billed(api)
    answer = create(api, entry(api, number, quantity=""), entry(api, number), entry(api, number, invoiceNumber=""))
    assert list(errors_of(answer)) == ["list[0].quantity", "list[2].invoiceNumber"]
    assert len(api.sandbox.returns) == 0


@pytest.mark.parametrize("body", [None, [], {}, {"list": []}, {"list": None}, {"list": {}}, {"list": [1]}])
def test_a_body_without_entries_is_refused(api, body):
    assert list(errors_of(api.call("return_create", body=body))) == ["list"]


def test_more_entries_than_a_create_may_have_are_refused(api):
    assert list(errors_of(create(api, *([{}] * 101)))) == ["list"]


def test_a_full_sandbox_answers_500_and_files_nothing(api, monkeypatch):
    monkeypatch.setattr(state_of_returns, "CASE_LIMIT", 1)
    number = billed(api)
    assert create(api, entry(api, number), entry(api, number)).status == 500
    assert len(filed(api, entry(api, number))) == 1


@pytest.mark.parametrize("state", CaseState)
@pytest.mark.parametrize("move", CaseMove)
def test_a_move_leads_where_the_table_says_or_is_refused(api, state, move):
    (case,) = filed(api, entry(api, billed(api), quantity=4))
    ways = {after: first for (before, first), after in CASE_TRANSITIONS.items() if before is CaseState.OPEN}
    if state is not CaseState.OPEN:
        api.sandbox.returns.move(case, ways[state])
    before = api.sandbox.returns.get(case)
    after = CASE_TRANSITIONS.get((state, move))
    if after is None:
        with pytest.raises(ValueError, match=f"return {case} is {state.lower()} and cannot be {move.done}"):
            api.sandbox.returns.move(case, move)
        assert api.sandbox.returns.get(case) == before
    else:
        moved = api.sandbox.returns.move(case, move)
        units = {CaseState.APPROVED: 4, CaseState.PARTIALLY_APPROVED: 2}.get(after, 0)
        assert (moved.state, moved.approved) == (after, units)
        assert moved.credit == (units * Decimal("54.90") if units else None)
        assert bool(moved.claim_id) == bool(units)


def test_a_claim_keeps_its_number_when_the_rest_is_approved(api):
    (case,) = filed(api, entry(api, billed(api), quantity=4))
    part = api.sandbox.returns.move(case, "part", units=3)
    assert (part.approved, part.claim_id != "") == (3, True)
    assert api.sandbox.returns.move(case, "approve").claim_id == part.claim_id


@pytest.mark.parametrize(
    ("quantity", "move", "units", "why"),
    [
        (1, "part", None, "has one unit"),
        (4, "part", 0, "units is 0; it should be 1 to 3"),
        (4, "part", 4, "units is 4; it should be 1 to 3"),
        (4, "deny", 2, "only the move part takes a number of units"),
        (4, "burn", None, "there is no move 'burn'; there are approve, part, deny, void"),
    ],
)
def test_a_move_that_is_not_possible_is_refused(api, quantity, move, units, why):
    (case,) = filed(api, entry(api, billed(api), quantity=quantity))
    with pytest.raises(ValueError, match=why):
        api.sandbox.returns.move(case, move, units=units)
    with pytest.raises(KeyError):
        api.sandbox.returns.move("CAS-00000-AAAAAA-0", "approve")


def test_cases_survive_a_restart(tmp_path, make):
    file = tmp_path / "state.db"
    api = make(state=file)
    number = billed(api, ("DF4128", 2))
    (case,) = filed(api, entry(api, number, quantity=2, notes="straße"))
    api.sandbox.returns.move(case, "part")
    before = (details(api, case), search(api))
    api.sandbox.close()
    api = make(state=file)
    assert (details(api, case), search(api)) == before
    assert "0 can be returned" in errors_of(create(api, entry(api, number)))["list[0].quantity"]
    assert api.sandbox.returns.move(case, "approve").approved == 2
    assert [each.kind for each in api.sandbox.events if each.reason == case] == [
        "return filed",
        "return partly approved",
        "return approved",
    ]
    api.sandbox.close()


def test_a_lost_answer_leaves_a_case_that_its_reference_finds(api):
    body = {"list": [entry(api, billed(api), referenceNumber="lost-1")]}
    headers = {
        "Authorization": f"Bearer {TOKEN}",
        "IM-CustomerNumber": api.customer,
        "IM-CountryCode": "US",
        "IM-CorrelationID": "c-1",
    }
    with SandboxServer(api.sandbox) as server, urllib3.PoolManager(retries=False, timeout=5) as http:
        path = f"{server.url}/resellers/v6/returns/create"
        api.sandbox.faults.add("empty_created", "return_create")
        answer = http.request("POST", path, json=body, headers=headers)
        assert (answer.status, answer.json()) == (200, {})
        assert len(found(api, referenceNumber="LOST-1")) == 1
        api.sandbox.faults.add("500_after", "return_create")
        answer = http.request("POST", path, json=body, headers=headers)
        assert (answer.status, list(answer.json()[0])) == (500, ["errors"])
        api.sandbox.faults.add("drop_after", "return_create")
        with pytest.raises(urllib3.exceptions.ProtocolError):
            http.request("POST", path, json=body, headers=headers)
    assert len(found(api, referenceNumber="LOST-1")) == 3


def test_control_lists_shows_and_decides_about_cases(api):
    first, second = filed(api, entry(api, billed(api), quantity=3)) + filed(api, entry(api, billed(api)))
    with SandboxServer(api.sandbox) as server, urllib3.PoolManager(retries=False, timeout=5) as http:

        def ask(method: str, path: str, body: object = None) -> urllib3.BaseHTTPResponse:
            return http.request(method, f"{server.url}/_sandbox/returns{path}", json=body)

        assert [each["number"] for each in ask("GET", "").json()["returns"]] == [second, first]
        assert ask("GET", "?customer=other").json() == {"returns": []}
        assert ask("GET", f"/{first}").json()["moves"] == ["approve", "part", "deny", "void"]
        assert ask("GET", f"/{second}").json()["moves"] == ["approve", "deny", "void"]
        part = ask("POST", f"/{first}/part", {"units": 2}).json()
        assert (part["status"], part["approved"], part["credit"]) == ("Partially Approved", 2, "109.80")
        assert ask("POST", f"/{second}/deny").json()["credit"] is None
        for path, body, status in (
            (f"/{second}/approve", None, 400),
            (f"/{first}/part", {"units": "2"}, 400),
            (f"/{first}/part", {"pieces": 2}, 400),
            ("/CAS-1/approve", None, 404),
        ):
            assert ask("POST", path, body).status == status
        assert ask("GET", "/CAS-1").status == 404


@pytest.mark.parametrize(
    ("words", "reason", "is_claim"),
    [
        ("I have not received all of my order", "(SS) Short Shipment", True),
        ("It does not work", "(DF) Defective Items", False),
        ("(SS) Short Shipment", "(SS) Short Shipment", True),
        ("(CS ) Anything", "(CS ) Anything", False),
        ("No reason at all", "(CS ) Customer Service Discretion", False),
    ],
)
def test_the_words_of_a_reseller_become_a_coded_reason(words, reason, is_claim):
    assert reason_of(words, "") == (reason, is_claim)


@given(
    orders=st.lists(st.tuples(st.sampled_from(["DF4128", "TSXML1"]), st.integers(1, 6)), min_size=1, max_size=4),
    tries=st.lists(st.tuples(st.integers(0, 9), st.integers(1, 6), st.sampled_from(["", *CaseMove])), max_size=12),
)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_never_more_is_returned_or_credited_than_was_invoiced(make, orders, tries):
    api = make()
    order = api.created(*orders)
    for move in ("ship-partially", "invoice", "ship", "invoice"):
        if move in possible(api.sandbox.orders.get(order)):
            api.sandbox.move(order, move)
    invoices = api.sandbox.invoices.of(api.customer)
    for choice, quantity, move in tries:
        invoice = invoices[choice % len(invoices)]
        part = invoice.lines[choice % len(invoice.lines)].part.number
        answer = create(api, entry(api, invoice.display_number, ingramPartNumber=part, quantity=quantity))
        if answer.status == 200 and move and not (move == CaseMove.PART and quantity == 1):
            api.sandbox.returns.move(answer.body["returnsClaims"][0]["caseRequestNumber"], move)
    for invoice in invoices:
        cases = [each for each in api.sandbox.returns if each.invoice_number == invoice.display_number]
        for line in invoice.lines:
            number = line.line.number
            kept = [one for case in cases if case.counts for one in case.lines if one.line == number]
            assert sum(each.quantity for each in kept) <= line.quantity
            assert all(0 <= each.approved <= each.quantity for each in kept)
        credit = sum((each.credit or Decimal(0) for each in cases), Decimal(0))
        assert credit <= invoice.net
    for case in api.sandbox.returns:
        body = details(api, case.number)
        total = sum(Decimal(str(each["unitPrice"])) * each["quantity"] for each in body["products"])
        assert total == Decimal(str(body["estimatedTotal"])) == case.value
