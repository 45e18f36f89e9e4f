"""Published clients in their own environments call the sandbox: xi.sdk.resellers 1.1.0, and the JavaScript one."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from walk_kit import HEADERS

from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.sandbox.operations.operation import run
from xi.sdk.resellers.sandbox.operations.table import NAMED
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest

pytestmark = pytest.mark.apart

DRIVE = Path(__file__).parent / "published" / "drive.py"
TOKEN = "demo-token"


@pytest.fixture(scope="session")
def published(published_package) -> Path:
    """Return a directory with the published package and its dependencies, without this package."""
    return published_package("1.1.0")


def drive(published: Path, *, strict: bool) -> subprocess.CompletedProcess[str]:
    sandbox = Sandbox(access_tokens={TOKEN}, policy=Policy(strict=strict), seed=3)
    return drive_with(published, sandbox, DRIVE)


def drive_with(published: Path, sandbox: Sandbox, program: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    with SandboxServer(sandbox) as server:
        # -S leaves out this environment's own packages, ours among them.
        return subprocess.run(
            [sys.executable, "-S", str(program), server.url, TOKEN, *arguments],
            env={**clean, "PYTHONPATH": str(published)},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )


def test_the_published_sdk_goes_through_the_states_of_an_order_in_strict_mode(published):
    result = drive(published, strict=True)
    assert result.returncode == 0, result.stderr
    done = json.loads(result.stdout)
    stocked, direct = done["create"]
    assert done["token"]
    assert done["carrier"] == "UG"
    assert done["modify"] == ["TSXML1"]
    assert done["release"]
    assert done["details"] == ["DF4128", "TSXML1"]
    assert done["shipped"].startswith("1Z")
    assert done["search"] == sorted([stocked, direct])
    assert done["cancel"]
    assert done["create_v7"].startswith("US-I-T-")


def test_the_published_sdk_cannot_read_a_create_answer_of_the_live_api(published):
    """Facts §0.2: the order is booked, and its answer breaks the published parser."""
    result = drive(published, strict=False)
    assert result.returncode != 0
    assert "shipmentDetails" in result.stderr


def test_the_published_sdk_reads_invoices_files_returns_and_estimates_freight_in_strict_mode(published):
    sandbox = Sandbox(access_tokens={TOKEN}, policy=Policy(strict=True), seed=3)
    headers = {"authorization": f"Bearer {TOKEN}", **{name.lower(): value for name, value in HEADERS.items()}}
    body = {"customerOrderNumber": "BILLED", "lines": [{"ingramPartNumber": "DF4128", "quantity": 2}]}
    answer = run(sandbox, NAMED["create_v6"], ApiRequest(headers, (), body))
    order = answer.body["orders"][0]["ingramOrderNumber"]
    sandbox.ship(order)
    sandbox.invoice(order)
    result = drive_with(published, sandbox, DRIVE.with_name("bills.py"), order)
    assert result.returncode == 0, result.stderr
    done = json.loads(result.stdout)
    assert done.pop("created_on") == sandbox.now().date().isoformat()
    assert done.pop("carriers") > 3
    assert done == {
        "found": 1,
        "serials": 2,
        "charges": ["FREIGHT OUT"],
        "listed": [True],
        "sub_total": 54.9,
        "unknown": 400,
    }


@pytest.fixture(scope="module")
def javascript(npm_package) -> Path:
    """Return a directory with the published client for JavaScript."""
    return npm_package("xi_sdk_resellers@1.2.0")


def test_the_published_javascript_client_goes_through_the_states_of_an_order(javascript):
    with SandboxServer(Sandbox(policy=Policy(strict=True), seed=3)) as server:
        result = subprocess.run(
            ["node", str(DRIVE.with_suffix(".cjs")), server.url],
            cwd=javascript,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert result.returncode == 0, result.stderr
    done = json.loads(result.stdout)
    assert done["statuses"] == [200, 207, 201, 200, 200, 200, 200]
    assert done["rejected"] == ["NO-SUCH"]
    assert done["carrier"] == "UG"
    assert done["modify"] == ["TSXML1"]
    assert done["details"] == ["DF4128", "TSXML1"]
    assert done["search"] == [True]
    assert done["create_v7"].startswith("US-I-T-")
