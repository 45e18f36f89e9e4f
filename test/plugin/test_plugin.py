"""The fixtures for pytest, each run in a separate pytest process, as users run them."""

from __future__ import annotations

import re
from importlib.metadata import entry_points
from pathlib import Path

import pytest

GUIDE = Path(__file__).parents[2] / "docs" / "testing.md"
ALL = ("xi_sandbox", "xi_configuration", "xi_client", "xi_orders", "xi_faults", "xi_webhooks", "xi_desk")


def example(text: str) -> str:
    """Return the one code block of the guide that contains a text."""
    blocks = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    (found,) = (each for each in blocks if text in each)
    return found


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    # Other plugins in this environment import modules that a user's run would not import.
    others = {each.name for each in entry_points(group="pytest11")} - {"xi_sdk_resellers"}
    without = [argument for name in ("cacheprovider", *others) for argument in ("-p", f"no:{name}")]
    return pytester.runpytest_subprocess("-W", "error", *without, *arguments, timeout=120)


PROJECT = {
    # Every test has its own sandbox.
    "test_own": """
        import pytest
        from xi.sdk.resellers import NotSentException

        ORDER = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]}
        servers = []

        @pytest.mark.parametrize("time", [1, 2])
        def test_order(time, xi_orders, xi_client, xi_sandbox, xi_faults):
            assert xi_client.configuration.host == xi_sandbox.url
            assert xi_faults.waiting() == ()
            xi_faults.add("500", "search")
            placed = xi_orders.post_createorder_v6(ORDER).orders[0]
            assert placed.ingram_order_number
            assert xi_orders.account.customer_number == "20-222222"
            servers.append(xi_sandbox)

        def test_both_are_stopped():
            for server in servers:
                with pytest.raises(RuntimeError, match="not running"):
                    server.url
    """,
    # Attempts after a fault do not wait; the waits are recorded, so that no test depends on time.
    "test_attempts": """
        def test_repeats(xi_orders, xi_faults, monkeypatch):
            waits = []
            monkeypatch.setattr("xi.sdk.resellers._transport.driver.run.__defaults__", (waits.append,))
            xi_faults.add("503", "search", times=2)
            xi_faults.add("429", "search")
            assert xi_orders.get_resellers_v6_ordersearch() is None
            assert waits == [0.0, 0.0, 0.0]
    """,
    # A pending webhook is delivered before its test ends.
    "test_pending": """
        from xi.sdk.resellers.sandbox.state.webhooks import DeliveryState

        ORDER = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]}
        kept = []

        def test_with_failing_deliveries(xi_orders, xi_sandbox, xi_webhooks):
            xi_webhooks.answer_next(*[500] * 100)
            xi_sandbox.sandbox.ship(xi_orders.post_createorder_v6(ORDER).orders[0].ingram_order_number)
            kept.append(xi_sandbox.sandbox.hooks)

        def test_the_delivery():
            (delivery,) = kept[0].deliveries()
            assert delivery.state is DeliveryState.DELIVERED
            assert kept[0].registered() == ()
    """,
    # A sandbox sends no webhook after its test.
    "test_after": """
        import time

        kept = []

        def test_with_an_unreachable_receiver(xi_sandbox):
            hooks = xi_sandbox.sandbox.hooks
            hooks.add("http://127.0.0.1:1/", "s")
            hooks.notify("x", lambda *_: {})
            kept.append(hooks)

        def test_no_further_tries():
            (delivery,) = kept[0].deliveries()
            before = len(delivery.tries)
            assert before < 5
            time.sleep(0.5)
            assert len(delivery.tries) == before
    """,
    # The ledger of a desk belongs to its test, and what is in doubt is over in a moment.
    "test_desk": """
        import time

        import pytest

        ORDER = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]}

        @pytest.mark.parametrize("time_", [1, 2])
        def test_own_ledger(time_, xi_desk, xi_orders, xi_faults, tmp_path):
            assert xi_desk.find("PO-1") is None
            assert xi_desk.orders is xi_orders
            xi_faults.add("drop_before", "create_v6")
            began = time.monotonic()
            record = xi_desk.place(ORDER)
            assert (record.state, record.sends) == ("placed", 2)
            assert time.monotonic() - began < 60
            assert (tmp_path / "xi-orders.db").exists()
    """,
}
"""What a project's tests use and rely on."""


def test_the_examples_of_the_guide_and_what_tests_rely_on_pass_in_one_run(pytester: pytest.Pytester) -> None:
    """Starting pytest takes longer than any of these tests."""
    examples = ("xi_orders, xi_faults", "AT_ONCE", "answer_next")
    pytester.makepyfile(**{f"test_example_{at}": example(text) for at, text in enumerate(examples)}, **PROJECT)
    run(pytester).assert_outcomes(passed=4 + 1 + 2 + 3 + 1 + 2 + 2 + 2)


def test_a_project_can_define_its_own_sandbox_fixture(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(example("def xi_sandbox"))
    pytester.makepyfile("""
        import pytest
        from xi.sdk.resellers import ServiceException

        def test_it(xi_orders):
            with pytest.raises(ServiceException, match="500"):
                xi_orders.get_orderdetails_v6_1("20-XXXXX")
    """)
    run(pytester).assert_outcomes(passed=1)


def test_pytest_and_the_guide_list_every_fixture(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("")
    output = run(pytester, "--fixtures").stdout.str()
    listed = re.findall(r"^(xi_\w+) -- .*\n    (\S.*)$", output, re.MULTILINE)
    assert {name for name, _ in listed} == set(ALL)
    assert set(re.findall(r"^\| `(xi_\w+)`", GUIDE.read_text("utf-8"), re.MULTILINE)) == set(ALL)


def test_without_a_fixture_only_pytest_is_imported(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every pytest run in a user's environment loads this plugin, so it must cost nothing."""
    pytester.makepyfile("""
        import sys

        def test_nothing_was_imported(pytestconfig):
            assert pytestconfig.pluginmanager.hasplugin("xi_sdk_resellers_pytest")
            costly = {"pydantic", "starlette", "uvicorn", "urllib3", "aiohttp"}
            assert not costly & sys.modules.keys()
            assert not [name for name in sys.modules if name.partition(".")[0] == "xi"]
    """)
    # Without the other plugins of this environment, which import more.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    run(pytester, "-p", "xi_sdk_resellers_pytest").assert_outcomes(passed=1)


def test_without_the_extra_a_test_fails_and_the_error_names_the_extra(pytester: pytest.Pytester) -> None:
    pytester.makeconftest("import sys\nsys.modules['starlette'] = None")
    pytester.makepyfile("""
        def test_with(xi_orders):
            pass

        def test_without():
            pass
    """)
    result = run(pytester)
    result.assert_outcomes(errors=1, passed=1)
    result.stdout.fnmatch_lines(['xi_sandbox cannot start. *the extra "sandbox"*: pip install "starlette*'])
    assert "Traceback" not in result.stdout.str()


def test_without_the_extra_of_the_desk_its_fixture_alone_fails(pytester: pytest.Pytester) -> None:
    pytester.makeconftest("import sys\nsys.modules['sqlalchemy'] = None")
    pytester.makepyfile("""
        def test_with(xi_desk):
            pass

        def test_without(xi_orders):
            pass
    """)
    result = run(pytester)
    result.assert_outcomes(errors=1, passed=1)
    result.stdout.fnmatch_lines(['xi_desk cannot start. *the extra "ordering"*: pip install "sqlalchemy*'])
    assert "Traceback" not in result.stdout.str()


@pytest.mark.parametrize("own", ["xi/__init__.py", "xi.py", "xi/sdk/__init__.py"])
def test_a_project_with_its_own_package_xi_can_still_run_its_tests(pytester: pytest.Pytester, own: str) -> None:
    path = pytester.path / own
    for folder in (pytester.path / "xi", pytester.path / "xi" / "sdk"):
        if folder in path.parents:
            folder.mkdir()
            (folder / "__init__.py").write_text("")
    path.write_text("OWNER = 'the project'\n")
    pytester.makepyfile("""
        import xi

        def test_of_the_project():
            assert xi.__file__

        def test_with(xi_orders):
            pass
    """)
    result = run(pytester)
    result.assert_outcomes(errors=1, passed=1)
    result.stdout.fnmatch_lines(
        ["xi_sandbox cannot start. *xi* hides the package xi.sdk.resellers: rename it, or run *"]
    )
    assert "Traceback" not in result.stdout.str()
