"""The fixtures that pytest gets with this package, as its users get them: in a pytest of their own."""

from __future__ import annotations

import re
from importlib.metadata import entry_points
from pathlib import Path

import pytest

GUIDE = Path(__file__).parents[2] / "docs" / "testing.md"
ALL = ("xi_sandbox", "xi_configuration", "xi_client", "xi_orders", "xi_faults", "xi_webhooks")


def shown(holding: str) -> str:
    """The one block of the guide that holds a text."""
    blocks = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    (found,) = (each for each in blocks if holding in each)
    return found


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    # Other plugins that happen to be installed here import half of what a user's run would not.
    others = {each.name for each in entry_points(group="pytest11")} - {"xi_sdk_resellers"}
    without = [argument for name in ("cacheprovider", *others) for argument in ("-p", f"no:{name}")]
    return pytester.runpytest_subprocess("-W", "error", *without, *arguments, timeout=120)


@pytest.mark.parametrize(
    ("holding", "passed"), [("xi_orders, xi_faults", 3), ("AT_ONCE", 1), ("answer_next", 2)], ids=str
)
def test_what_the_guide_shows_passes_as_pasted(pytester: pytest.Pytester, holding: str, passed: int) -> None:
    pytester.makepyfile(shown(holding))
    run(pytester).assert_outcomes(passed=passed)


def test_a_sandbox_of_ones_own_takes_the_place_of_ours(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(shown("def xi_sandbox"))
    pytester.makepyfile("""
        import pytest
        from xi.sdk.resellers import ServiceException

        def test_it(xi_orders):
            with pytest.raises(ServiceException, match="500"):
                xi_orders.get_orderdetails_v6_1("20-XXXXX")
    """)
    run(pytester).assert_outcomes(passed=1)


def test_every_fixture_is_listed_with_what_it_is(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("")
    told = run(pytester, "--fixtures").stdout.str()
    listed = re.findall(r"^(xi_\w+) -- .*\n    (\S.*)$", told, re.MULTILINE)
    assert {name for name, _ in listed} == set(ALL)
    assert set(re.findall(r"^\| `(xi_\w+)`", GUIDE.read_text("utf-8"), re.MULTILINE)) == set(ALL)


def test_every_test_has_a_world_of_its_own(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest
        from xi.sdk.resellers import NotSentException

        ORDER = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]}
        gone = []

        @pytest.mark.parametrize("time", [1, 2])
        def test_order(time, xi_orders, xi_client, xi_sandbox, xi_faults):
            assert xi_client.configuration.host == xi_sandbox.url
            assert xi_faults.waiting() == ()
            xi_faults.add("500", "search")
            placed = xi_orders.post_createorder_v6(ORDER).orders[0]
            assert placed.ingram_order_number
            assert xi_orders.account.customer_number == "20-222222"
            gone.append(xi_sandbox)

        def test_that_they_are_gone():
            for server in gone:
                with pytest.raises(RuntimeError, match="not running"):
                    server.url
    """)
    run(pytester).assert_outcomes(passed=3)


def test_faults_cost_no_waiting(pytester: pytest.Pytester) -> None:
    """The waits are counted, so that the clock does not decide."""
    pytester.makepyfile("""
        def test_repeats(xi_orders, xi_faults, monkeypatch):
            waits = []
            monkeypatch.setattr("xi.sdk.resellers._transport.driver.run.__defaults__", (waits.append,))
            xi_faults.add("503", "search", times=2)
            xi_faults.add("429", "search")
            assert xi_orders.get_resellers_v6_ordersearch() is None
            assert waits == [0.0, 0.0, 0.0]
    """)
    run(pytester).assert_outcomes(passed=1)


def test_a_webhook_on_its_way_does_not_outlive_its_test(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        from xi.sdk.resellers.sandbox.state.webhooks import DeliveryState

        ORDER = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]}
        kept = []

        def test_that_leaves_early(xi_orders, xi_sandbox, xi_webhooks):
            xi_webhooks.answer_next(*[500] * 100)
            xi_sandbox.sandbox.ship(xi_orders.post_createorder_v6(ORDER).orders[0].ingram_order_number)
            kept.append(xi_sandbox.sandbox.hooks)

        def test_what_became_of_it():
            (delivery,) = kept[0].deliveries()
            assert delivery.state is DeliveryState.DELIVERED
            assert kept[0].registered() == ()
    """)
    run(pytester).assert_outcomes(passed=2)


def test_no_sandbox_goes_on_telling_when_its_test_is_over(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import time

        kept = []

        def test_that_tells_nobody(xi_sandbox):
            hooks = xi_sandbox.sandbox.hooks
            hooks.add("http://127.0.0.1:1/", "s")
            hooks.tell("x", lambda *_: {})
            kept.append(hooks)

        def test_that_it_is_quiet():
            (delivery,) = kept[0].deliveries()
            before = len(delivery.tries)
            assert before < 5
            time.sleep(0.5)
            assert len(delivery.tries) == before
    """)
    run(pytester).assert_outcomes(passed=2)


def test_who_uses_no_fixture_pays_for_none(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but pytest is imported; every pytest run on a user's machine loads this plugin."""
    pytester.makepyfile("""
        import sys

        def test_nothing_was_imported(pytestconfig):
            assert pytestconfig.pluginmanager.hasplugin("xi_sdk_resellers_pytest")
            costly = {"pydantic", "starlette", "uvicorn", "urllib3", "aiohttp"}
            assert not costly & sys.modules.keys()
            assert not [name for name in sys.modules if name.partition(".")[0] == "xi"]
    """)
    # Alone: other plugins of the environment import what they like.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    run(pytester, "-p", "xi_sdk_resellers_pytest").assert_outcomes(passed=1)


def test_without_the_extra_a_test_fails_and_names_it(pytester: pytest.Pytester) -> None:
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


@pytest.mark.parametrize("own", ["xi/__init__.py", "xi.py", "xi/sdk/__init__.py"])
def test_a_project_with_a_package_xi_of_its_own_is_tested_all_the_same(pytester: pytest.Pytester, own: str) -> None:
    path = pytester.path / own
    for folder in (pytester.path / "xi", pytester.path / "xi" / "sdk"):
        if folder in path.parents:
            folder.mkdir()
            (folder / "__init__.py").write_text("")
    path.write_text("WHO = 'the project'\n")
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
