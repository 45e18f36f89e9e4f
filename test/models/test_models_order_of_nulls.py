"""A model is written the same in every process, and so is its copy."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

from xi.sdk.resellers.models import Error

CODE = """
from xi.sdk.resellers.models import AsyncOrderCreateDTO, Error
print(Error.from_json('{"id": null, "type": null, "message": null, "fields": null}').to_json())
print(AsyncOrderCreateDTO.from_dict(dict.fromkeys(AsyncOrderCreateDTO.model_fields)).to_json())
"""


def test_nulls_are_written_in_the_same_order_in_every_process() -> None:
    """The order of a set depends on the hash seed; a body that is signed or compared must not."""
    written = set()
    for seed in range(2):
        environment = os.environ | {"PYTHONHASHSEED": str(seed)}
        command = [sys.executable, "-c", CODE]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        assert done.returncode == 0, done.stderr
        written.add(done.stdout)
    assert len(written) == 1
    assert "null" in written.pop()


def test_nulls_are_written_in_the_same_order_by_a_copy() -> None:
    orders = ["id", "type", "message", "fields"], ["fields", "message", "type", "id"]
    first, second = (Error.from_dict(dict.fromkeys(order)) for order in orders)
    assert first is not None
    assert second is not None
    assert first.to_json() == second.to_json() == pickle.loads(pickle.dumps(first)).to_json()
