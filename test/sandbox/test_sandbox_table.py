"""The table of operations matches the contract, and the guide matches the table."""

import re
from pathlib import Path

import pytest
from contract_kit import operations

from xi.sdk.resellers import models
from xi.sdk.resellers.sandbox import Fault, FaultKind
from xi.sdk.resellers.sandbox.operations.table import NAMED, TABLE
from xi.sdk.resellers.sandbox.state.faults import OPERATIONS

BESIDE_THE_CONTRACT = {
    ("GET", "/oauth/oauth20/token"),
    ("GET", "/oauth/oauth30/token"),
    ("POST", "/oauth/oauth30/token"),
    ("GET", "/resellers/v6/orders/{orderNumber}"),
    ("GET", "/resellers/v6/invoices/"),
    ("GET", "/resellers/v6/invoices/{invoiceNumber}"),
}
"""What live clients use though the contract does not have it."""
GUIDE = Path(__file__).parents[2] / "docs" / "sandbox.md"


def test_the_table_has_exactly_the_operations_of_the_contract():
    documented = {(method, path) for method, path, _ in operations()}
    rows = {(row.method, row.path) for row in TABLE}
    assert rows - documented == BESIDE_THE_CONTRACT
    assert documented <= rows
    assert len(rows) == len(TABLE)


def test_each_operation_belongs_to_the_family_that_the_contract_puts_it_in():
    for method, path, operation in operations():
        row = next((row for row in TABLE if (row.method, row.path) == (method, path)), None)
        assert row is None or operation["tags"] == [row.family]


def test_the_model_of_each_operation_is_the_one_the_contract_answers_with():
    for method, path, operation in operations():
        row = next((row for row in TABLE if (row.method, row.path) == (method, path)), None)
        if row is None or row.gives_tokens:
            continue
        schemas = {
            found.rpartition("/")[2]
            for status, answer in operation["responses"].items()
            if status.startswith("2")
            for found in re.findall(r"'\$ref': '([^']+)'", str(answer.get("content", "")))
        }
        # A model that refines another of the same operation is read as that one.
        newest = {name for name in schemas if any(issubclass(*_both(name, other)) for other in schemas - {name})}
        assert schemas - newest == ({row.model} if row.model else set()), row.name
        assert {row.created} - {""} <= newest
        assert not row.model or hasattr(models, row.model)


def _both(name: str, other: str) -> tuple[type, type]:
    return getattr(models, name), getattr(models, other)


def test_faults_accept_the_operation_names_of_the_guide_and_the_error_for_another_name_lists_all():
    assert set(OPERATIONS) == set(NAMED)
    (given,) = re.findall(r"short names, such as\n(.+?); `\*` means all", GUIDE.read_text("utf-8"), re.DOTALL)
    names = re.findall(r"`(\w+)`", given)
    assert len(names) >= 7
    assert set(names) <= set(OPERATIONS)
    with pytest.raises(ValueError, match="operation is 'nosuch'; it should be") as caught:
        Fault(FaultKind.ERROR_503, "nosuch")
    assert all(name in str(caught.value) for name in OPERATIONS)
