"""approvals: each API product is asked once, by a call that changes nothing, and told apart from what fails else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from xi.sdk.resellers import Account, ApiClient, ApiValueError, Configuration, approvals
from xi.sdk.resellers.approvals import Approval
from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.testing import AT_ONCE, TOKEN, Answer, ScriptedTransport

FAMILIES = ("Deals", "FreightEstimate", "Invoices", "Orders", "ProductCatalog", "Quotes", "Renewals", "Returns")


@pytest.fixture(scope="module")
def server() -> Iterator[SandboxServer]:
    """Yield a sandbox."""
    with SandboxServer(Sandbox(access_tokens={TOKEN}, policy=Policy())) as running:
        yield running


@pytest.fixture
def client(server: SandboxServer) -> Iterator[ApiClient]:
    """Yield a client of an account without the names that some products want."""
    server.sandbox.faults.clear()
    server.sandbox.change_policy(unapproved=set())
    account = Account("20-222222", "US")
    configuration = Configuration(host=server.url, access_token=TOKEN, account=account, retry=AT_ONCE)
    with ApiClient(configuration) as made:
        yield made


def test_each_product_of_the_contract_is_asked_once_and_nothing_is_changed(
    server: SandboxServer, client: ApiClient
) -> None:
    before = len(server.sandbox.exchanges)
    found = {each.family: each.state for each in approvals.approvals(client)}
    assert found == dict.fromkeys(FAMILIES, Approval.APPROVED)
    asked = list(server.sandbox.exchanges)[before:]
    assert len(asked) == len(FAMILIES)
    assert {each.method for each in asked} == {"GET", "POST"}
    assert {each.operation for each in asked if each.method == "POST"} == {"freight_estimate", "renewals"}
    assert server.sandbox.purchase_orders() == {}


def test_a_product_that_is_not_approved_is_told_from_one_that_fails(server: SandboxServer, client: ApiClient) -> None:
    server.sandbox.change_policy(unapproved={"Quotes"})
    server.sandbox.faults.add("503", "deals", times=None)
    server.sandbox.faults.add("429", "invoice_search", times=None)
    server.sandbox.faults.add("drop_before", "return_search", times=None)
    found = {each.family: each for each in approvals.approvals(client)}
    assert found["Quotes"].state is Approval.NOT_APPROVED
    unknown = {name for name, each in found.items() if each.state is Approval.NOT_KNOWN}
    assert unknown == {"Deals", "Invoices", "Returns"}
    assert all(found[name].says and found[name].error for name in unknown)
    # The freight estimate was refused for what it asks, so it was let through.
    assert found["FreightEstimate"].state is Approval.APPROVED


def test_some_can_be_asked_and_an_unknown_one_is_refused_before_a_call(
    server: SandboxServer, client: ApiClient
) -> None:
    assert [each.family for each in approvals.approvals(client, ["Orders"])] == ["Orders"]
    before = len(server.sandbox.exchanges)
    with pytest.raises(ApiValueError, match="only has 'Order'; there are "):
        approvals.approvals(client, ["Orders", "Order"])
    assert len(server.sandbox.exchanges) == before


def test_a_web_page_with_404_tells_nothing_of_an_approval() -> None:
    transport = ScriptedTransport(Answer(404, b"<html>no such page</html>", {"Content-Type": "text/html"}))
    configuration = Configuration(access_token=TOKEN, account=Account("20-222222", "US"), retry=AT_ONCE)
    with ApiClient(configuration, transport=transport) as client:
        found = list(approvals.approvals(client, ["Invoices"]))
    assert [each.state for each in found] == [Approval.NOT_KNOWN]
