"""Models are built on first use; every kind of first use works, whatever was imported before.

Every case needs an interpreter that has not seen the models yet.
"""

from __future__ import annotations

import subprocess
import sys

import pytest


def in_a_fresh_interpreter(code: str) -> str:
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


DETAILS = "from xi.sdk.resellers.models.order_detail_b2_b import OrderDetailB2B as M\n"
CREATE = "from xi.sdk.resellers.models import OrderCreateRequest as M\n"


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        (
            DETAILS + """print(M.from_json('{"lines":[{"quantityOrdered":"2"}]}').to_json())""",
            '{"lines":[{"quantityOrdered":2}]}',
        ),
        (
            DETAILS + """print(M.from_json('{"lines":[{"quantityOrdered":"?"}]}').to_dict())""",
            "{'lines': [{'quantityOrdered': '?'}]}",
        ),
        (DETAILS + """print(M.from_dict({'lines': {'taxAmount': 1}}).to_json())""", '{"lines":[{"taxAmount":1}]}'),
        (DETAILS + "print(M(order_total='1').to_dict())", "{'orderTotal': 1}"),
        (DETAILS + "print(M().to_json(), dict(M().unparsed))", "{} {}"),
        (DETAILS + "print(M.model_construct(order_total=1.0).to_json())", '{"orderTotal":1.0}'),
        (DETAILS + "print(M.model_construct(order_total=1.0).to_dict())", "{'orderTotal': 1.0}"),
        (DETAILS + "print('lines' in M.model_json_schema()['properties'])", "True"),
        (
            CREATE + "print(M(customer_order_number='A', lines=[{'quantity': '1'}]).to_json())",
            '{"customerOrderNumber":"A","lines":[{"quantity":1}]}',
        ),
        (CREATE + "import copy; print(copy.deepcopy(M.model_construct(notes='n')).to_json())", '{"notes":"n"}'),
        (
            (
                "from xi.sdk.resellers import AsyncOrderCreateDTO as M\n"
                "print(M.from_dict({'vmfAdditionalAttributes': []}).to_dict())"
            ),
            "{'vmfAdditionalAttributes': []}",
        ),
        # The inner model first, and used, before the module of the outer one is imported at all.
        (
            "from xi.sdk.resellers.models.order_create_request_lines_inner import OrderCreateRequestLinesInner as L\n"
            "line = L(quantity=1)\n" + CREATE + "print(M(customer_order_number='A', lines=[line]).to_dict()['lines'])",
            "[{'quantity': 1}]",
        ),
        (
            CREATE + "made = M(customer_order_number='A', lines=[{'quantity': 1}])\n"
            "from xi.sdk.resellers.models import OrderCreateRequestLinesInner as L\n"
            "print(made.lines == [L(quantity=1)])",
            "True",
        ),
    ],
)
def test_the_first_use_of_a_model_builds_it(code: str, printed: str) -> None:
    assert in_a_fresh_interpreter(code) == printed


def test_a_model_can_be_unpickled_before_it_is_imported() -> None:
    """A worker that gets orders through a queue may have imported only pickle."""
    dump = 'import pickle; print(pickle.dumps(M.from_json(\'{"orderTotal":"?","notes":1}\')).hex())'
    dumped = in_a_fresh_interpreter(DETAILS + dump)
    code = (
        f"import pickle\nvalue = pickle.loads(bytes.fromhex('{dumped}'))\nprint(value.to_json(), dict(value.unparsed))"
    )
    assert in_a_fresh_interpreter(code) == """{"notes":"1","orderTotal":"?"} {'/orderTotal': '?'}"""


def test_many_threads_can_build_a_model_at_the_same_time() -> None:
    code = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from xi.sdk.resellers.models import OrderDetailB2B, OrderCreateRequest
start = Barrier(16)
def use(number):
    start.wait()
    if number % 2:
        return OrderCreateRequest(customer_order_number='A', lines=[{'quantity': 1}]).to_json()
    return OrderDetailB2B.from_json('{"lines":[{"quantityOrdered":"?"}]}').to_json()
with ThreadPoolExecutor(16) as pool:
    print(*sorted(set(pool.map(use, range(16)))))
"""
    assert in_a_fresh_interpreter(code) == (
        '{"customerOrderNumber":"A","lines":[{"quantity":1}]} {"lines":[{"quantityOrdered":"?"}]}'
    )


def test_every_model_can_be_the_first_to_be_used() -> None:
    """A process for each model would take minutes; removing the package from sys.modules does the same."""
    code = """
import sys
from importlib import import_module
from pydantic import ValidationError
from xi.sdk.resellers.models import __all__ as names
before = set(sys.modules)
tried = 0
for name in names:
    for module in [each for each in sys.modules if each.startswith("xi.sdk.resellers.models")]:
        del sys.modules[module]
    model = getattr(import_module("xi.sdk.resellers.models"), name)
    document = {"customerOrderNumber": "A", "unknownKey": {"a": [1]}}
    try:
        assert model.from_dict(document).to_dict().items() >= document.items(), name
    except ValidationError as error:  # only a model that was built knows what it requires
        assert {each["type"] for each in error.errors()} == {"missing"}, name
    tried += 1
print(tried >= 240)
"""
    assert in_a_fresh_interpreter(code) == "True"
