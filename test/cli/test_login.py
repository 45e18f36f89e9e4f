"""login, logout, profiles, config and completion, run as processes: what is asked, kept and never shown."""

import os
import pty
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cli_kit import COMMAND, DEADLINE_S, Ran, environment, run, valid

from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer

SECRET = "hush-3cr3t-hush"
ACCOUNT = ("--customer-number", "20-222222", "--country-code", "us", "--client-id", "app")


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    """Yield a sandbox that knows one app."""
    with SandboxServer(Sandbox(credentials={"app": SECRET})) as running:
        yield running


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Return the file that login writes."""
    return tmp_path / "config/xi-orders/config.toml"


def secret_in(folder: Path, *, but: Path | None = None) -> list[Path]:
    """Return the files in which the secret stands."""
    files = [each for each in folder.rglob("*") if each.is_file() and each != but]
    return [each for each in files if SECRET.encode() in each.read_bytes()]


class Person:
    """Somebody at a terminal, who types when asked, and sees what is shown and echoed."""

    def __init__(self, *args: str, home: Path) -> None:
        self._keys, its = pty.openpty()
        streams = {"stdin": its, "stdout": its, "stderr": its}
        self.process = subprocess.Popen([*COMMAND, *args], env=environment(home), cwd=home, **streams)
        os.close(its)
        self.seen = b""

    def see(self, text: str) -> None:
        """Wait until a text is shown."""
        end = time.monotonic() + DEADLINE_S
        while text.encode() not in self.seen and time.monotonic() < end:
            try:
                self.seen += os.read(self._keys, 4096)
            except OSError:
                break
        assert text in self.seen.decode()

    def answer(self, question: str, text: str) -> None:
        """Wait for a question, and type a line."""
        self.see(question)
        self.seen = self.seen.partition(question.encode())[2]
        os.write(self._keys, f"{text}\n".encode())

    def arguments(self) -> bytes:
        """What a list of processes shows."""
        return Path(f"/proc/{self.process.pid}/cmdline").read_bytes()

    def end(self) -> int:
        """Wait for the end, and return the code."""
        try:
            while True:
                self.seen += os.read(self._keys, 4096)
        except OSError:
            pass  # Linux: the other end is closed
        try:
            return self.process.wait(DEADLINE_S)
        finally:
            self.process.kill()
            os.close(self._keys)


@pytest.mark.skipif(sys.platform != "linux", reason="a terminal, and the list of processes")
def test_a_person_is_asked_for_everything_and_the_secret_is_never_shown(
    tmp_path: Path, server: SandboxServer, config: Path
) -> None:
    log = tmp_path / "log"
    person = Person("login", "-vv", "--log-file", str(log), home=tmp_path)
    person.answer("name of the profile [default]: ", "acme-us")
    person.answer("environment (production, sandbox or a URL): ", server.url)
    person.answer("customer number, such as 20-222222: ", "20-222222")
    person.answer("country, two letters: ", "us")
    person.answer("client ID of the app: ", "app")
    person.see("client secret, not shown: ")
    shown = person.arguments()
    person.answer("client secret, not shown: ", SECRET)
    person.answer("keep the secret in (keyring, file or none) [keyring]: ", "file")
    person.see("credentials good · orders, deals, freight estimate, invoices, product catalog, quotes, renewals, ")
    code = person.end()
    text = person.seen.decode()
    assert "ledger: none yet: the first order makes " in text
    assert code == 0
    kept = config.parent / "secrets" / "acme-us"
    assert config.read_text() == (
        'default_profile = "acme-us"\n\n[profiles.acme-us]\n'
        f'environment = "{server.url}"\ncustomer_number = "20-222222"\ncountry_code = "US"\nclient_id = "app"\n'
        f'client_secret_file = "{kept}"\n'
    )
    assert kept.read_text() == f"{SECRET}\n"
    modes = [each.stat().st_mode & 0o777 for each in (kept, kept.parent, config, config.parent)]
    assert modes == [0o600, 0o700, 0o600, 0o700]
    assert log.read_text()
    assert secret_in(tmp_path, but=kept) == []
    assert SECRET not in text
    assert SECRET.encode() not in shown
    # The same again, but for one answer: what stands in brackets is taken.
    again = Person("login", home=tmp_path)
    again.answer(f"(production, sandbox or a URL) [{server.url}]: ", "")
    again.answer("[20-222222]: ", "20-333333")
    again.answer("[US]: ", "")
    again.answer("[app]: ", "")
    again.answer("client secret, not shown [the one that is kept]: ", "")
    assert again.end() == 0
    assert config.read_text().count("20-333333") == 1
    assert f'client_secret_file = "{kept}"\n' in config.read_text()


def login(
    run: Callable[..., Ran],
    home: Path,
    environment: str,
    *args: str,
    profile: str = "acme",
    secret: str = SECRET,
    **options: Any,
) -> Ran:
    line = ("login", "--profile", profile, "--environment", environment, *ACCOUNT, "--secret-stdin", *args)
    return run(*line, home=home, stdin=f"{secret}\n", **options)


def test_a_script_logs_in_and_no_command_shows_the_secret(tmp_path: Path, server: SandboxServer, config: Path) -> None:
    done = login(run, tmp_path, server.url, "--store", "file", "--json", "-vv")
    assert done.code == 0, done.err
    told = valid("login", done.json)
    assert told["orders_approved"]
    assert {"api": "product catalog", "state": "approved"} in told["apis"]
    assert (told["profile"], told["is_default"], told["secret_in"]) == ("acme", True, "file")
    other = login(run, tmp_path, server.url, "--store", "none", profile="other")
    assert other.code == 0
    assert "the secret is not kept: set XI_CLIENT_SECRET_FILE" in other.err
    assert "another profile is taken where none is said: add --profile other" in other.err
    listed = run("profiles", "--json", home=tmp_path)
    items = valid("profiles", listed.json)["items"]
    shown = [(each["profile"], each["is_default"], each["secret_in"]) for each in items]
    assert shown == [("acme", True, "client_secret_file"), ("other", False, None)]
    values = run("config", "show", "--json", home=tmp_path, env={"XI_CLIENT_SECRET": SECRET})
    of = {each["key"]: (each["value"], each["source"]) for each in valid("config", values.json)["items"]}
    assert of["client_secret"] == ("***", "XI_CLIENT_SECRET")
    assert of["client_id"] == ("app", f"profile acme in {config}")
    assert of["quiet_time"] == ("180", "the program")
    files = run("config", "path", "--json", home=tmp_path)
    of_path = {each["path"]: each for each in valid("config-path", files.json)["items"]}
    assert of_path[str(config)] == {"path": str(config), "is_there": True, "is_written": True}
    changed = run("config", "set", "limits.max_orders", "5", home=tmp_path)
    assert (changed.code, changed.out) == (0, "")
    assert f"limits.max_orders is set for profile acme in {config}" in changed.err
    assert "max_orders = 5" in config.read_text()
    wrong = run("config", "set", "ledgr", "/x.db", home=tmp_path)
    assert (wrong.code, "did you mean ledger?" in wrong.err) == (2, True)
    everything = (done, other, listed, values, files, changed, wrong)
    assert SECRET not in "".join(each.out + each.err for each in everything)
    assert secret_in(tmp_path) == [config.parent / "secrets" / "acme"]
    line = ("login", "--profile", "third", "--environment", server.url, *ACCOUNT, "--json")
    by_variable = run(*line, home=tmp_path, env={"XI_CLIENT_SECRET": SECRET})
    assert valid("login", by_variable.json)["secret_in"] == "kept"
    gone = run("logout", home=tmp_path)
    assert gone.code == 0
    assert secret_in(tmp_path) == []
    assert "client_secret" not in config.read_text()
    assert run("logout", home=tmp_path).code == 2


@pytest.mark.parametrize(
    ("given", "code", "said"),
    [
        ({"secret": "wrong"}, 4, "check client ID, secret and environment"),
        ({"environment": "http://127.0.0.1:9"}, 4, "no profile was written"),
        ({"secret": "two\nlines"}, 2, "--secret-stdin should be the secret alone, in one line"),
        ({"secret": ""}, 2, "--secret-stdin should be the secret alone, in one line"),
        ({"environment": "prod"}, 2, "--environment should be production, sandbox or a URL"),
        ({"args": ("--country-code", "USA", "--store", "file")}, 2, "country_code is 'USA'"),
        ({"args": ()}, 2, "where the secret is kept is not said"),
        ({"args": ("--store", "paper")}, 2, "--store is 'paper'; it should be ask, keyring, file or none"),
        (
            {"args": ("--store", "keyring"), "env": {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}},
            4,
            "there is no keyring at hand (NoKeyringError)",
        ),
    ],
)
def test_what_does_not_work_writes_nothing(
    tmp_path: Path, server: SandboxServer, config: Path, given: dict[str, Any], code: int, said: str
) -> None:
    options: dict[str, Any] = {"environment": server.url, "args": ("--store", "file")} | given
    args, where = options.pop("args"), options.pop("environment")
    done = login(run, tmp_path, where, *args, **options)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert "Traceback" not in done.err
    assert SECRET not in done.err
    assert not config.exists()
    assert secret_in(tmp_path) == []


def test_nothing_waits_where_nobody_sits(tmp_path: Path) -> None:
    for args, hint in (
        ((), "--profile NAME"),
        (("--profile", "a", "--environment", "sandbox", *ACCOUNT), "login --secret-stdin < FILE"),
    ):
        # Standard input stays open: a question would wait for ever.
        with subprocess.Popen(
            [*COMMAND, "login", *args],
            env=environment(tmp_path),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.wait(DEADLINE_S) == 2
            assert process.stderr is not None
            assert f"hint:  {hint}" in process.stderr.read()
    missing = ("--environment", "sandbox", *ACCOUNT[2:], "--secret-stdin")
    for args, hint in ((missing[2:], "add --environment"), (missing, "add --customer-number")):
        done = run("login", "--profile", "a", *args, home=tmp_path)
        assert (done.code, f"hint:  {hint}" in done.err) == (2, True)


def test_an_app_that_is_not_approved_has_a_profile_and_is_told_where_to_ask(tmp_path: Path, config: Path) -> None:
    with SandboxServer(Sandbox(policy=Policy(approved=False))) as server:
        done = login(run, tmp_path, server.url, "--store", "file")
    assert done.code == 4
    assert "credentials good · orders, deals, " in done.out
    assert "returns not approved: ask for it at developer.ingrammicro.com" in done.out
    assert config.exists()


def test_what_the_app_is_not_approved_for_is_named_and_the_profile_is_good(tmp_path: Path, config: Path) -> None:
    policy = Policy(unapproved=frozenset({"ProductCatalog"}))
    with SandboxServer(Sandbox(credentials={"app": SECRET}, policy=policy)) as server:
        done = login(run, tmp_path, server.url, "--store", "file")
    assert done.code == 0, done.err
    assert " · product catalog not approved: ask for it at developer.ingrammicro.com" in done.out
    assert "orders, deals, freight estimate, invoices, quotes, renewals, returns approved · " in done.out
    assert config.exists()


def process(*args: str, home: Path, env: dict[str, str], stdin: str = "") -> Ran:
    """Run the command in a new interpreter, which finds other modules."""
    done = subprocess.run(
        [*COMMAND, *args],
        env=environment(home, env),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=DEADLINE_S,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


BACKEND = """
import json, pathlib
from keyring.backend import KeyringBackend

class Kept(KeyringBackend):
    priority = 9
    path = pathlib.Path(__file__).with_name("kept.json")

    def _read(self):
        return json.loads(self.path.read_text()) if self.path.exists() else {}

    def get_password(self, service, username):
        return self._read().get(f"{service} {username}")

    def set_password(self, service, username, password):
        self.path.write_text(json.dumps({**self._read(), f"{service} {username}": password}))

    def delete_password(self, service, username):
        found = self._read()
        del found[f"{service} {username}"]
        self.path.write_text(json.dumps(found))
"""


def test_a_keyring_keeps_the_secret_and_commands_find_it_there(
    tmp_path: Path, server: SandboxServer, config: Path
) -> None:
    pytest.importorskip("keyring")
    module = tmp_path / "modules"
    module.mkdir()
    (module / "kept_backend.py").write_text(BACKEND)
    env = {"PYTHONPATH": str(module), "PYTHON_KEYRING_BACKEND": "kept_backend.Kept"}
    assert login(process, tmp_path, server.url, "--store", "keyring", env=env).code == 0
    assert 'client_secret = "keyring"' in config.read_text()
    assert secret_in(tmp_path) == [module / "kept.json"]
    found = process("doctor", home=tmp_path, env=env)
    assert found.code == 0, found.out
    assert ["token", "ok", "good", ""] in found.rows
    assert process("logout", home=tmp_path, env=env).code == 0
    assert secret_in(tmp_path) == []
    assert "client_secret" not in config.read_text()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_script_that_completes_is_printed_and_no_file_is_changed(tmp_path: Path, shell: str) -> None:
    done = run("completion", shell, home=tmp_path)
    assert done.code == 0
    assert "_XI_ORDERS_COMPLETE" in done.out
    assert [*tmp_path.iterdir()] == []
    program = shutil.which(shell)
    if program is not None:
        script = tmp_path / "script"
        script.write_text(done.out)
        check = {"powershell": ["-NoProfile", "-File"]}.get(shell, ["-n"])
        subprocess.run([program, *check, str(script)], check=True, timeout=DEADLINE_S)
