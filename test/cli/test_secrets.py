"""Where a secret is taken from, and that nothing shows it."""

import os
import subprocess
import sys
import threading
import time
import types
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.config import Config, drop_from_keyring, read_config, to_keyring
from xi.sdk.resellers.cli.config import _places as places
from xi.sdk.resellers.cli.config import _secrets as secrets
from xi.sdk.resellers.cli.errors import CommandError

ACME = 'default_profile = "acme"\n[profiles.acme]\nenvironment = "sandbox"\nclient_id = "app"\n'


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty home on a system without a configuration."""
    monkeypatch.setattr(places, "SYSTEM_FILE", tmp_path / "etc.toml")
    return tmp_path


def read(home: Path, more: str, environ: Mapping[str, str] | None = None) -> Config:
    path = home / ".config/xi-orders/config.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ACME + more)
    options: dict[str, Any] = {"profile": None, "config_file": None, "environment": None, "ledger": None}
    return read_config(
        **options, environ={"PATH": os.environ["PATH"]} | dict(environ or {}), platform="linux", home=home
    )


def command(*args: str, key: str = "client_secret_command") -> str:
    return f"{key} = {[*args]!r}\n"


def python(code: str) -> str:
    return command(sys.executable, "-c", code)


def private(path: Path, text: str = "hush\n", mode: int = 0o600) -> Path:
    path.write_text(text)
    path.chmod(mode)
    return path


def refused(found: Config) -> CommandError:
    with pytest.raises(CommandError) as caught:
        found.credentials()
    assert "hush" not in caught.value.message + caught.value.hint
    return caught.value


def test_the_first_place_that_says_the_secret_holds(home: Path) -> None:
    kept, variable = private(home / "kept", "of-file"), private(home / "variable", "of-variable-file")
    in_file, by_command = f"client_secret_file = '{kept}'\n", python("print('of-command'); print('more')")
    assert read(home, in_file, {"XI_CLIENT_SECRET": "of-variable"}).credentials() == ("app", "of-variable")
    assert read(home, in_file, {"XI_CLIENT_SECRET_FILE": str(variable)}).credentials() == ("app", "of-variable-file")
    assert read(home, in_file).credentials() == ("app", "of-file")
    assert read(home, by_command).credentials() == ("app", "of-command")
    # The profile's place holds, though the defaults say another kind of place.
    assert read(home, f"{in_file}[defaults]\n{by_command}").credentials() == ("app", "of-file")
    assert read(home, f"[defaults]\n{by_command}").credentials() == ("app", "of-command")
    both = refused(read(home, "", {"XI_CLIENT_SECRET": "hush", "XI_CLIENT_SECRET_FILE": str(kept)}))
    assert "XI_CLIENT_SECRET and XI_CLIENT_SECRET_FILE are both set" in both.message
    none = refused(read(home, ""))
    assert (none.word, none.code) == ("no-secret", Code.USAGE)
    assert "xi-orders login" in none.hint


@contextmanager
def of_a_pipe(text: str) -> Iterator[None]:
    """Let the standard input of the process be a pipe with a text, as in `cat orders.csv | xi-orders place -`."""
    kept, (reading, writing) = os.dup(0), os.pipe()
    os.write(writing, text.encode())
    os.close(writing)
    os.dup2(reading, 0)
    try:
        yield
    finally:
        os.dup2(kept, 0)
        os.close(kept)
        os.close(reading)


def test_a_command_is_run_without_a_shell_and_its_errors_are_seen(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code = "import os, sys; print('unlock me', file=sys.stderr); print(sys.argv[1:], os.getcwd(), sys.stdin.read())"
    found = read(home, command(sys.executable, "-c", code, "$HOME; echo hush", "*"))
    with of_a_pipe("what the orders are read from"):
        assert found.credentials()[1] == f"['$HOME; echo hush', '*'] {home}"
    assert capfd.readouterr() == ("", "unlock me\n")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("print('hush'); raise SystemExit(3)", "the command ended with 3"),
        ("pass", "printed no secret in its first line"),
        ("print(); print('hush')", "printed no secret in its first line"),
        ("import os; os.write(1, b'\\xffhush')", "is not UTF-8 text"),
    ],
)
def test_a_command_that_fails_is_told_without_its_output(home: Path, code: str, said: str) -> None:
    error = refused(read(home, python(code)))
    assert said in error.message
    assert error.message.startswith(f"client_secret_command (profile acme in {home}")
    assert (error.word, error.code) == ("secret-command", Code.UNABLE)


def test_a_command_that_hangs_or_is_not_there_ends(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert secrets.COMMAND_S == 30
    begun = time.monotonic()
    with pytest.raises(CommandError, match=r"took longer than 0\.3 s"):
        secrets.from_command(
            # The child that keeps the pipe open is not waited for either.
            [sys.executable, "-c", "import os, time; os.fork(); print('hush', flush=True); time.sleep(60)"],
            "x",
            environ=os.environ,
            folder=home,
            limit=0.3,
        )
    assert time.monotonic() - begun < 30
    assert "there is no program 'no-such-thing'" in refused(read(home, command("no-such-thing"))).message
    (home / "near").write_text("#!/bin/sh\necho hush\n")
    (home / "near").chmod(0o755)
    monkeypatch.chdir(home)
    assert "there is no program" in refused(read(home, command("./near"))).message
    assert "there is no program" in refused(read(home, command("near"), {"PATH": ".:/usr/bin"})).message


@pytest.mark.parametrize("mode", [0o644, 0o604, 0o640, 0o606, 0o660])
def test_a_file_that_others_may_read_is_refused_with_what_to_type(home: Path, mode: int) -> None:
    kept = private(home / "the secret", mode=mode)
    for found in (
        read(home, f"client_secret_file = '{kept}'\n"),
        read(home, "", {"XI_CLIENT_SECRET_FILE": str(kept)}),
    ):
        error = refused(found)
        assert "has a secret, and others may read it" in error.message
        assert error.hint == f"chmod 600 '{kept}'"
        assert error.code is Code.UNABLE
    subprocess.run(error.hint, shell=True, check=True)
    assert found.credentials()[1] == "hush"


def test_a_file_of_the_system_for_a_group_is_read_and_so_is_one_of_a_container(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = private(home / "kept", mode=0o640)
    assert not places.others_may_read(kept.stat(), user=kept.stat().st_uid + 1)
    assert places.others_may_read(kept.stat(), user=kept.stat().st_uid)
    # Containers mount a secret so that nobody can change it, nor its rights, which are often 0444.
    kept.chmod(0o444)
    found = read(home, "", {"XI_CLIENT_SECRET_FILE": str(kept)})
    assert "others may read it" in refused(found).message
    read_only = types.SimpleNamespace(f_flag=os.ST_RDONLY)
    monkeypatch.setattr(os, "fstatvfs", lambda _: read_only)
    assert found.credentials()[1] == "hush"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "should contain only the secret, in one line"),
        ("\n \n", "should contain only the secret, in one line"),
        ("hush\nhush\n", "should contain only the secret, in one line"),
        ("x" * 70_000, "should contain only the secret, in one line"),
    ],
)
def test_a_file_without_one_secret_is_refused(home: Path, text: str, said: str) -> None:
    kept = private(home / "kept", text)
    assert said in refused(read(home, f"client_secret_file = '{kept}'\n")).message


def test_what_is_no_file_is_refused_and_not_waited_for(home: Path) -> None:
    os.mkfifo(home / "pipe", 0o600)
    for name, said in (("pipe", "is no file"), ("none", "cannot be read: No such file"), (".", "is no file")):
        assert said in refused(read(home, f"client_secret_file = '{home / name}'\n")).message
    (home / "bytes").write_bytes(b"\xff")
    (home / "bytes").chmod(0o600)
    assert "is not UTF-8 text" in refused(read(home, f"client_secret_file = '{home / 'bytes'}'\n")).message


class Keyring:
    """A keyring in memory, in the place of the module."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.kept[service, name] = secret

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


def test_a_keyring_keeps_gives_and_forgets_a_secret(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keyring = pytest.importorskip("keyring")
    own = Keyring()
    for name in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(keyring, name, getattr(own, name))
    found = read(home, 'client_secret = "keyring"\nwebhook_secret = "keyring"\n')
    error = refused(found)
    assert "the keyring has no secret for acme" in error.message
    to_keyring("acme", "hush")
    to_keyring("acme webhook_secret", "hushed")
    assert own.kept == {("xi-orders", "acme"): "hush", ("xi-orders", "acme webhook_secret"): "hushed"}
    assert found.credentials() == ("app", "hush")
    assert found.webhook_secrets() == ["hushed"]
    drop_from_keyring("acme")
    drop_from_keyring("acme")
    assert ("xi-orders", "acme") not in own.kept


def test_no_keyring_at_hand_is_a_line_and_never_a_hang(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keyring = pytest.importorskip("keyring")
    found = read(home, 'client_secret = "keyring"\n')

    def none(*_: str) -> str:
        raise LookupError("hush")

    monkeypatch.setattr(keyring, "get_password", none)
    assert "there is no keyring at hand (LookupError)" in refused(found).message
    answered = threading.Event()
    monkeypatch.setattr(keyring, "get_password", lambda *_: answered.wait(60))
    monkeypatch.setattr(secrets, "KEYRING_S", 0.2)
    error = refused(found)
    answered.set()
    assert "the keyring did not answer within 0.2 s" in error.message
    assert "login --store file" in error.hint
    monkeypatch.setitem(sys.modules, "keyring", None)
    error = refused(found)
    assert (error.word, error.code) == ("no-keyring", Code.UNABLE)
    assert 'pip install "keyring' in error.hint


def test_webhooks_may_have_a_new_and_an_old_secret(home: Path) -> None:
    kept = private(home / "kept", "new\nold\n")
    assert read(home, f"webhook_secret_file = '{kept}'\n").webhook_secrets() == ["new", "old"]
    assert read(home, "", {"XI_WEBHOOK_SECRET": "one"}).webhook_secrets() == ["one"]
    by_command = command(sys.executable, "-c", "print('new'); print('old')", key="webhook_secret_command")
    assert read(home, by_command).webhook_secrets() == ["new", "old"]
    with pytest.raises(CommandError, match="nothing says where the secret of the webhooks is"):
        read(home, "").webhook_secrets()


def test_the_password_of_a_ledger_comes_by_a_command_and_is_not_shown(home: Path) -> None:
    printed = command(sys.executable, "-c", "print('p@ss/hush')", key="ledger_password_command")
    found = read(
        home,
        'customer_number = "20-222222"\ncountry_code = "US"\n'
        + printed
        + "ledger = 'postgresql://u@h:5433/d?sslmode=require'\n",
    )
    ledger = found.ledger_url(found.identity())
    assert ledger.value == "postgresql://u@h:5433/d?sslmode=require"
    assert found.ledger_with_password(ledger) == "postgresql://u:p%40ss%2Fhush@h:5433/d?sslmode=require"
    assert "hush" not in repr(dict(found.values()))
    nobody = read(home, f"{printed}ledger = 'postgresql://h/d'\n")
    with pytest.raises(CommandError, match="ledger has no user"):
        nobody.ledger_with_password(nobody.get("ledger"))
    of_file = read(home, f"{printed}ledger = '/srv/orders.db'\n")
    assert of_file.ledger_with_password(of_file.get("ledger")) == "/srv/orders.db"
