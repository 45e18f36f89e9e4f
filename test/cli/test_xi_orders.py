"""The `xi-orders` command, as a person runs it."""

from __future__ import annotations

import contextlib
import io
import json
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from unittest import mock

import pytest
from rich.console import Console

from xi.sdk.resellers import __version__, cli, sandbox
from xi.sdk.resellers.cli.demo import Demo, Step, table_of
from xi.sdk.resellers.cli.program import main
from xi.sdk.resellers.sandbox import Catalogue, Part, Sandbox, SandboxServer, default_catalogue, generated_catalogue
from xi.sdk.resellers.sandbox.state.tokens import TokenState


@dataclass(frozen=True)
class Ran:
    """What became of a command in this process."""

    exit_code: int
    output: str


def invoke(args: list[str], env: dict[str, str] | None = None) -> Ran:
    said = io.StringIO()
    with (
        mock.patch.dict("os.environ", env or {}),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
    ):
        code = main(args)
    return Ran(code, said.getvalue())


WALK = [
    "get_accesstoken",
    "post_createorder_v6",
    "get_orderdetails_v6_1",
    "put_ordermodify",
    "get_resellers_v6_ordersearch",
    "post_createorder_v7",
    "delete_ordercancel",
    "get_orderdetails_v6_1",
]


def test_the_demo_walks_an_orders_life_and_shows_each_call() -> None:
    result = invoke(["demo"], env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.output
    shown = [line for line in result.output.splitlines() if "│" in line]
    assert [name for line in shown for name in re.findall(r"[a-z_]+_[a-z0-9_]+", line)] == WALK
    assert "8 calls over real HTTP, all as expected" in result.output
    assert re.search(r"did not repeat it: 1 look\(s\), found as 20-\w+, 1 create sent", result.output)
    assert re.search(r"It left in the ledger: .*sending.*; \d not begun", result.output)
    assert "8 POs, each placed once." in result.output
    assert "Next: `xi-orders demo --keep`" in result.output


@pytest.mark.skipif(sys.platform == "win32", reason="stops the server with SIGINT")
def test_the_demo_keeps_its_orders_on_a_page_until_interrupted() -> None:
    command = [sys.executable, "-u", "-m", "xi.sdk.resellers.cli", "demo", "--keep"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            found = (re.search(r"Open (http://127\.0\.0\.1:\d+) in a browser", line) for line in process.stdout)
            address = next(each[1] for each in found if each)
            with urllib.request.urlopen(address, timeout=60) as page:
                assert len(re.findall('<tr id="order-', page.read().decode())) == 11
            with urllib.request.urlopen(f"{address}/ledger", timeout=60) as page:
                shown = page.read().decode()
            assert "9 orders" in shown
            assert len(re.findall(r'<td class="state"><span class="badge good">placed</span>', shown)) == 9
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=60)
    assert process.returncode == 0


def test_the_demo_leaves_the_sandbox_as_the_real_service_would_be_left() -> None:
    sandbox = Sandbox()
    with SandboxServer(sandbox) as server:
        walk = Demo(server.url)
        walk.run()
    assert [step.call for step in walk.steps] == WALK
    assert all(step.passed for step in walk.steps), walk.steps
    assert [step.status for step in walk.steps] == [200, 201, 200, 201, 200, 200, 200, 200]


def _without(number: str) -> Sandbox:
    return Sandbox(catalogue=Catalogue.of(part for part in default_catalogue() if part.number != number))


def test_the_walk_stops_at_a_refused_call_and_says_why() -> None:
    with SandboxServer(_without("DF4128")) as server:
        walk = Demo(server.url)
        walk.run()
    assert [step.passed for step in walk.steps] == [True, False]
    assert walk.steps[-1].status == 400
    assert "SKU-NOTFOUND" in walk.steps[-1].result


def test_the_walk_stops_at_an_answer_that_does_not_say_what_it_should() -> None:
    with SandboxServer(_without("2GZ200")) as server:
        walk = Demo(server.url)
        walk.run()
    assert [step.call for step in walk.steps] == WALK[:4]
    assert not walk.steps[-1].passed
    assert "rejected" in walk.steps[-1].result


def test_the_demo_exits_with_1_and_names_the_call_that_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = _without("DF4128")
    monkeypatch.setattr(sandbox, "SandboxServer", lambda _, **options: SandboxServer(broken, **options))
    result = invoke(["demo"], env={"COLUMNS": "200"})
    assert result.exit_code == 1
    assert "failed: post_createorder_v6: SKU-NOTFOUND" in result.output


def test_what_the_server_says_is_never_read_as_markup() -> None:
    console = Console(width=120, record=True, file=None, quiet=True)
    console.print(table_of([Step("call", 0, "[/nonsense] [bold]text", 1.0, passed=False)]))
    with console.capture() as capture:
        console.quiet = False
        console.print(table_of([Step("call", 0, "[/nonsense] [bold]text", 1.0, passed=False)]))
    assert "[/nonsense] [bold]text" in capture.get()


LONG = "x" * 90_000


@pytest.mark.parametrize(
    ("args", "ends"),
    [
        ([LONG], "xi-orders --help"),
        (["freight", "--line", LONG, "--to", "city=Salina"], "such as DF4128=2 [bad-option]"),
        (["help", LONG], "xi-orders help lists the topics"),
        (["place", LONG], "File name too long [file-unusable]"),
    ],
)
def test_a_very_long_argument_is_not_shown_whole(args: list[str], ends: str, tmp_path: Path) -> None:
    ran = invoke(args, {"XI_CUSTOMER_NUMBER": "20-222222", "XI_COUNTRY_CODE": "US", "HOME": str(tmp_path)})
    assert (ran.exit_code, ran.output.rstrip().endswith(ends)) == (2, True), ran.output[-200:]
    assert max(map(len, ran.output.splitlines())) < 3_000


def test_the_version_is_shown() -> None:
    result = invoke(["--version"])
    assert (result.exit_code, result.output.strip()) == (0, f"xi-orders {__version__}")


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [
        each for each in sys.modules if each.startswith(("xi.sdk.resellers.cli.", "xi.sdk.resellers.sandbox"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "typer", None)
    with pytest.raises((SystemExit, ImportError)) as caught:
        cli.main()
    assert re.search(r'the extra "cli"\): pip install', str(caught.value))


def test_a_fault_of_our_own_is_not_taken_for_a_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "xi.sdk.resellers.cli.program")
    monkeypatch.setitem(sys.modules, "xi.sdk.resellers.cli.tree", None)
    with pytest.raises(ImportError, match=r"cli\.tree"):
        cli.main()


@pytest.mark.skipif(sys.platform == "win32", reason="stops the server with SIGINT")
def test_the_sandbox_is_served_until_interrupted() -> None:
    command = [sys.executable, "-m", "xi.sdk.resellers.cli", "sandbox", "--port", "0", "--seed", "7"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            said = process.stdout.readline()
            assert "not Ingram Micro's service" in said
            address = re.findall(r"http://127\.0\.0\.1:\d+", said)[0]
            # As the published clients ask for it: with the secret in the URL.
            query = "grant_type=client_credentials&client_id=a&client_secret=hush-hush"
            with urllib.request.urlopen(f"{address}/oauth/oauth20/token?{query}", timeout=60) as answer:
                assert json.load(answer)["token_type"] == "Bearer"
            with urllib.request.urlopen(f"{address}/?q=shown", timeout=60):
                pass
        finally:
            process.send_signal(signal.SIGINT)
            printed = "".join(process.communicate(timeout=60))
    assert "/oauth/oauth20/token HTTP" in printed
    assert "/?q=shown" in printed
    assert "hush" not in printed
    assert process.returncode in (0, 130, -signal.SIGINT)


def test_the_catalogue_printed_can_be_served(tmp_path: Path) -> None:
    result = invoke(["catalogue"])
    assert result.exit_code == 0
    # As before, with a warning on stderr.
    warning, _, printed = result.output.partition("\n")
    assert warning == "catalogue is now: xi-orders sandbox --print-catalogue"
    assert printed == invoke(["sandbox", "--print-catalogue"]).output
    (tmp_path / "parts.json").write_text(printed)
    assert list(Catalogue.read(tmp_path / "parts.json")) == list(default_catalogue())


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int, Sandbox]]:
    """Return what would have been served: the server itself has tests of its own."""
    calls: list[tuple[str, int, Sandbox]] = []

    def serve(host: str, port: int, sandbox: Sandbox, *, listening: socket.socket, ledger: object) -> None:  # noqa: ARG001 - as the real one
        assert listening.getsockname()[0] == host
        calls.append((host, port, sandbox))

    monkeypatch.setattr(sandbox, "serve", serve)
    return calls


def test_a_catalogue_can_be_made_up(served: list[tuple[str, int, Sandbox]]) -> None:
    assert invoke(["sandbox", "--port", "0", "--catalogue", "generated:30:4"]).exit_code == 0
    assert invoke(["sandbox", "--port", "0", "--catalogue", "generated:30"]).exit_code == 0
    assert [list(sandbox.catalogue) for _, _, sandbox in served] == [
        list(generated_catalogue(30, seed)) for seed in (4, 7)
    ]


def test_each_option_of_the_sandbox_reaches_it(tmp_path: Path, served: list[tuple[str, int, Sandbox]]) -> None:
    parts = tmp_path / "parts.json"
    parts.write_text(Catalogue.of([Part("ONLY1", Decimal("1.50"))]).to_json())
    tokens, secrets = tmp_path / "tokens", tmp_path / "secrets"
    tokens.write_text("always\n\never\n")
    secrets.write_text("c2VjcmV0Cg==\r\ns\n")
    # fmt: off
    options = [
        "--host", "127.0.0.2", "--port", "0", "--seed", "3", "--state", str(tmp_path / "orders.db"),
        "--catalogue", str(parts), "--strict", "--token-file", str(tokens), "--token-hours", "0.5",
        "--rate-limit", "60", "--webhook", "http://127.0.0.1:9/a", "--webhooks-anywhere",
        "--webhook", "https://example.com/", "--webhook-secret-file", str(secrets), "--host-name", "Sandbox.Internal",
    ]
    # fmt: on
    result = invoke(["sandbox", *options])
    assert result.exit_code == 0, result.output
    assert re.search(r"at http://127\.0\.0\.2:[1-9]\d* \(Ctrl-C stops it\)", result.output)
    ((host, port, sandbox),) = served
    assert (host, port) == ("127.0.0.2", 0)
    assert [part.number for part in sandbox.catalogue] == ["ONLY1"]
    assert sandbox.policy.strict
    assert sandbox.policy.token_lifetime == timedelta(minutes=30)
    assert sandbox.policy.rate_limit is not None
    assert sandbox.policy.rate_limit.calls == 60
    assert sandbox.policy.host_names == {"sandbox.internal"}
    assert [(hook.url, hook.secret) for hook in sandbox.hooks.registered()] == [
        ("http://127.0.0.1:9/a", "c2VjcmV0Cg=="),
        ("https://example.com/", "s"),
    ]
    assert sandbox.tokens.state("ever") is TokenState.GOOD


def test_a_restart_with_the_same_webhook_tells_it_once(tmp_path: Path, served: list[tuple[str, int, Sandbox]]) -> None:
    options = ["sandbox", "--port", "0", "--state", str(tmp_path / "orders.db"), "--webhook", "http://127.0.0.1:9/"]
    for _ in range(2):
        assert invoke(options, env={"XI_SANDBOX_WEBHOOK_SECRET": "s"}).exit_code == 0
    assert [len(sandbox.hooks.registered()) for _, _, sandbox in served] == [1, 1]


def test_a_restart_with_another_secret_for_a_webhook_replaces_it(
    tmp_path: Path, served: list[tuple[str, int, Sandbox]]
) -> None:
    for secret in ("old", "new"):
        options = ["sandbox", "--port", "0", "--state", str(tmp_path / "orders.db")]
        options += ["--webhook", "http://127.0.0.1:9/"]
        assert invoke(options, env={"XI_SANDBOX_WEBHOOK_SECRET": secret}).exit_code == 0
    assert [hook.secret for hook in served[-1][2].hooks.registered()] == ["new"]


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--state", "{file}"], "it is not a sandbox's state"),
        (["--catalogue", "{file}"], "is not a catalogue"),
        (["--state", "/no/such/folder"], "error: /no/such/folder: No such file or directory [file-unusable]"),
        (["--catalogue", "generated:many"], "it should look like generated:100000:7"),
        (["--catalogue", "generated:10:x"], "it should look like generated:100000:7"),
        (["--catalogue", "generated:0"], "products is 0; it should be 1 to 1000000"),
        (["--webhook", "http://127.0.0.1:9/"], "in XI_SANDBOX_WEBHOOK_SECRET or --webhook-secret-file"),
        (["--webhook", "http://127.0.0.1:9/=hush"], "put the secret into XI_SANDBOX_WEBHOOK_SECRET or --webhook-secr"),
        (["--webhook", "http://me:hush@127.0.0.1:9/"], "give the URL without a query or password"),
        (["--token", "hush"], "put the token into XI_SANDBOX_TOKEN or --token-file"),
        (["--webhook", "http://example.com/", "--webhook-secret-file", "{secret}"], "this machine only"),
        (["--webhook", "http://[::1]/", "--webhook-secret-file", "{secrets}"], "1 webhooks and 2 secrets"),
        (["--token-file", "{empty}"], "it should hold one secret per line"),
        (["--token-file", "{file}.missing"], "does not exist"),
        (["--state", "{file}/nowhere"], "Not a directory"),
        (["--catalogue", "{file}.missing"], "does not exist"),
        (["--catalogue", "/"], "error: /: Is a directory [file-unusable]"),
        (["--rate-limit", "0"], "--rate-limit"),
        (["--token-hours", "0"], "--token-hours"),
        (["--token-hours", "1e12"], "--token-hours"),
    ],
)
def test_an_option_that_does_not_fit_is_named_and_nothing_is_served(
    tmp_path: Path, served: list[tuple[str, int, Sandbox]], options: list[str], why: str
) -> None:
    other = tmp_path / "other"
    other.write_text("something else, and longer than a header would be: " + "x" * 100)
    files = {"file": other}
    for name, text in {"secret": "hush", "secrets": "hush\nhush", "empty": "\n"}.items():
        files[name] = tmp_path / name
        files[name].write_text(text)
    given = [re.sub(r"\{(\w+)\}", lambda found: str(files[found[1]]), each) for each in options]
    result = invoke(["sandbox", "--port", "0", *given], env={"COLUMNS": "500"})
    assert result.exit_code == 2
    assert "hush" not in result.output
    assert why in result.output
    assert served == []


def test_a_port_in_use_is_named_before_anything_is_done(tmp_path: Path, served: list[tuple[str, int, Sandbox]]) -> None:
    state = tmp_path / "orders.db"
    with SandboxServer() as running:
        port = running.url.rpartition(":")[2]
        result = invoke(["sandbox", "--port", port, "--state", str(state)])
    assert result.exit_code == 2
    assert result.output == (
        f"error: port {port} on 127.0.0.1 is in use, perhaps by another sandbox; --port takes another, 0 any free one"
        " [bad-option]\n"
    )
    assert not state.exists()
    assert served == []


def test_an_address_of_another_machine_is_refused(served: list[tuple[str, int, Sandbox]]) -> None:
    result = invoke(["sandbox", "--port", "0", "--host", "192.0.2.1"])
    assert (result.exit_code, result.output.count("\n")) == (2, 1)
    assert "cannot listen on port 0 of 192.0.2.1: " in result.output
    assert served == []


def test_a_token_of_the_environment_is_always_good(
    served: list[tuple[str, int, Sandbox]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XI_SANDBOX_TOKEN", " from-env\n")
    assert invoke(["sandbox", "--port", "0"]).exit_code == 0
    assert served[0][2].tokens.state("from-env") is TokenState.GOOD


def test_the_command_ends_without_a_look_at_all_that_it_imported() -> None:
    script = (
        "import atexit, gc, sys\n"
        "atexit.register(lambda: print(gc.get_freeze_count() > 10_000))\n"
        "sys.argv = ['xi-orders', '--version']\n"
        "from xi.sdk.resellers.cli import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=50, check=True)
    assert done.stdout.split()[-1] == "True"


def test_an_interrupt_while_the_command_is_loaded_has_its_code_and_no_traceback() -> None:
    script = (
        "import signal, sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'xi.sdk.resellers.cli.program':\n"
        "            signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "from xi.sdk.resellers.cli import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=50, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
