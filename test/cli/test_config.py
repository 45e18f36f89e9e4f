"""Who says a value, which account it is, where the ledger is, and what is refused."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from xi.sdk.resellers._environment import COMMAND, READ
from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.config import (
    Config,
    config_files,
    ledger_folder,
    make_private,
    read_config,
    set_value,
    write_profile,
)
from xi.sdk.resellers.cli.config import _keys as keys
from xi.sdk.resellers.cli.config import _places as places
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.values import numbers, seconds
from xi.sdk.resellers.ordering import FileMapping, Settings

ACCOUNT = 'customer_number = "20-222222"\ncountry_code = "US"\nclient_id = "app"\n'
ACME = f'default_profile = "acme"\n[profiles.acme]\nenvironment = "production"\n{ACCOUNT}'


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty home; the file of the system is beside it."""
    monkeypatch.setattr(places, "SYSTEM_FILE", tmp_path / "etc" / "config.toml")
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def write(home: Path, user: str | None = None, system: str | None = None) -> None:
    for path, text in ((places.SYSTEM_FILE, system), (home / ".config/xi-orders/config.toml", user)):
        if text is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def read(home: Path, environ: Mapping[str, str] | None = None, **given: Any) -> Config:
    options: dict[str, Any] = {"profile": None, "config_file": None, "environment": None, "ledger": None}
    return read_config(**options | given, environ=environ or {}, platform="linux", home=home)


def act_or_read(home: Path, environ: Mapping[str, str] | None, *, act: bool, **given: Any) -> None:
    found = read(home, environ, **given)
    if act:
        found.identity()


def refusal(home: Path, environ: Mapping[str, str] | None = None, *, act: bool = True, **given: Any) -> CommandError:
    with pytest.raises(CommandError) as caught:
        act_or_read(home, environ, act=act, **given)
    assert caught.value.code is Code.USAGE
    assert caught.value.word
    return caught.value


def test_of_six_places_the_first_that_says_a_value_holds_and_is_named(home: Path) -> None:
    said = {
        "--ledger": "/srv/flag.db",
        "XI_LEDGER": "/srv/variable.db",
        f"profile acme in {home}/.config/xi-orders/config.toml": "/srv/user.db",
        f"profile acme in {places.SYSTEM_FILE}": "/srv/system.db",
        f"[defaults] in {home}/.config/xi-orders/config.toml": "/srv/user-defaults.db",
        f"[defaults] in {places.SYSTEM_FILE}": "/srv/system-defaults.db",
    }
    for first in range(len(said)):
        left = [value if place >= first else None for place, value in enumerate(said.values())]
        line = {place: f'ledger = "{value}"\n' if value else "" for place, value in enumerate(left)}
        write(
            home,
            user=f"{ACME}{line[2]}[defaults]\n{line[4]}",
            system=f"[profiles.acme]\n{line[3]}[defaults]\n{line[5]}",
        )
        found = read(home, {"XI_LEDGER": left[1]} if left[1] else {}, ledger=left[0])
        assert (found.get("ledger").source, found.get("ledger").value) == list(said.items())[first]
        assert found.ledger_url(found.identity()) == found.get("ledger")
    assert read(home).get("lease").source == "the program"


@pytest.mark.parametrize(
    ("environ", "given", "profile", "source"),
    [
        ({}, {}, "user", "default_profile in "),
        ({"XI_PROFILE": "system"}, {}, "system", "XI_PROFILE"),
        ({"XI_PROFILE": "system"}, {"profile": "user"}, "user", "--profile"),
        ({"XI_PROFILE": " "}, {}, "user", "default_profile in "),
    ],
)
def test_the_profile_is_chosen_by_option_variable_then_file(
    home: Path, environ: dict[str, str], given: dict[str, str], profile: str, source: str
) -> None:
    write(
        home, user='default_profile = "user"\n[profiles.user]\n', system='default_profile = "system"\n[profiles.system]'
    )
    found = read(home, environ, **given)
    assert found.profile == profile
    assert found.profile_source.startswith(source)
    found.check()


def test_a_file_of_the_option_stands_alone_and_nothing_is_read_from_the_working_folder(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(home, user=ACME, system='[defaults]\nlease = "99"\n')
    work = tmp_path / "work"
    (work / "xi-orders").mkdir(parents=True)
    for name in ("config.toml", "xi-orders.toml", "xi-orders/config.toml", ".xi-orders.toml", "pyproject.toml"):
        (work / name).write_text('default_profile = "evil"\n[profiles.evil]\n[defaults]\nlease = "1"\n')
    (work / ".env").write_text("XI_LEASE=1\n")
    monkeypatch.chdir(work)
    assert read(home).get("lease").value == "99"
    assert read(home).profile == "acme"
    alone = tmp_path / "alone.toml"
    alone.write_text('[profiles.b]\nlease = "7"\n')
    for found in (
        read(home, config_file=os.path.relpath(alone), profile="b"),
        read(home, {"XI_CONFIG": str(alone)}, profile="b"),
    ):
        assert found.profile_names == ("b",)
        assert found.get("lease").value == "7"
        assert found.file_to_write.resolve() == alone
    # A relative XDG folder would begin in the working folder; the standard has it that it does not count.
    assert read(home, {"XDG_CONFIG_HOME": "."}).profile == "acme"
    assert read(home, {"XDG_CONFIG_HOME": str(work)}).profile == "evil"


def test_files_and_ledgers_have_their_places_on_each_system(home: Path) -> None:
    windows = {"APPDATA": r"C:\Users\a\AppData\Roaming", "LOCALAPPDATA": r"C:\Users\a\AppData\Local"}
    xdg = {"XDG_CONFIG_HOME": "/x/config", "XDG_STATE_HOME": "/x/state"}
    table = [
        ("linux", {}, ["/etc", "{home}/.config/xi-orders"], "{home}/.local/state/xi-orders"),
        ("darwin", {}, ["/etc", "{home}/.config/xi-orders"], "{home}/.local/state/xi-orders"),
        ("linux", xdg, ["/etc", "/x/config/xi-orders"], "/x/state/xi-orders"),
        ("darwin", xdg, ["/etc", "/x/config/xi-orders"], "/x/state/xi-orders"),
        ("win32", windows, [rf"{windows['APPDATA']}/xi-orders"], rf"{windows['LOCALAPPDATA']}/xi-orders"),
        ("win32", {}, ["{home}/AppData/Roaming/xi-orders"], "{home}/AppData/Local/xi-orders"),
    ]
    for platform, environ, files, folder in table:
        found = [str(each.parent) for each in config_files(environ, platform, home)]
        assert found == [str(places.SYSTEM_FILE.parent) if each == "/etc" else each.format(home=home) for each in files]
        assert str(ledger_folder(environ, platform, home)) == folder.format(home=home)


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        ("lease = 90", "lease is no key of a configuration", "put it into [defaults]"),
        ("[profile.a]\n", "profile is no key", "did you mean profiles?"),
        ("[profiles.a]\nledgr = '/x.db'", "profiles.a.ledgr is no key", "did you mean profiles.a.ledger?"),
        ("[profiles.a]\nclient-id = 'x'", "profiles.a.client-id is no key", "did you mean profiles.a.client_id?"),
        ("[profiles.a]\nformat = 'json'", "profiles.a.format is no key", ""),
        ("[profiles.a]\nyes = true", "profiles.a.yes is no key", ""),
        ("[profiles.a]\naccess_token = 'x'", "profiles.a.access_token is no key", ""),
        ("[defaults]\nlimits.max_order = 5", "defaults.limits.max_order is no key", "defaults.limits.max_orders"),
        ("[defaults]\nlimits.max_orders = '5'", "limits.max_orders should be a whole number of 1 or more", ""),
        ("[defaults]\nlimits.max_orders = 0", "limits.max_orders should be a whole number of 1 or more", ""),
        ("[defaults]\nbreaker = true", "defaults.breaker should be a whole number", ""),
        ("[defaults]\nlimits = 5", "defaults.limits should be a table", ""),
        ("[defaults]\nlease = 'soon'", "defaults.lease should be a duration", ""),
        ("[defaults]\nlooks = [10, 'x']", "defaults.looks should be durations", ""),
        ("[defaults]\ncolor = 'red'", "defaults.color should be auto, always or never", ""),
        ("[defaults]\nno_input = 1", "defaults.no_input should be true or false", ""),
        ("[defaults]\nclient_id = 7", "defaults.client_id should be a text in quotes", ""),
        ("[defaults]\nclient_id = ' a'", "defaults.client_id should be a text in one line", ""),
        ("[defaults]\nenvironment = 'prod'", "environment should be production, sandbox or a URL", ""),
        ("[defaults]\nledger = 'orders.db'", "defaults.ledger should be a path from / or ~/ on", ""),
        ("[defaults]\nledger = 'sqlite:///orders.db'", "defaults.ledger should be a path from / or ~/ on", ""),
        ("[defaults]\nledger = 'sqlite://'", "defaults.ledger should be sqlite:////srv/orders.db", ""),
        ("[defaults]\nledger = 'postgresql://u:hush@h/d'", "ledger should be a URL without a password", "PGPASSFILE"),
        ("[defaults]\nledger = 'postgresql://h/d?password=hush'", "should be a URL without a password", "PGPASSFILE"),
        ("[defaults]\nca_cert = 'ca.pem'", "defaults.ca_cert should be a path from / or ~/ on", ""),
        ("[defaults]\nclient_secret = 'hush'", 'client_secret should be "keyring", or left out', ""),
        ("[defaults]\nclient_secret_command = 'pass hush'", "should be a list of texts", ""),
        ("[defaults]\nclient_secret_command = []", "should be a list of texts", ""),
        (
            "[defaults]\nclient_secret = 'keyring'\nclient_secret_file = '/x'",
            "defaults has client_secret and client_secret_file; say one of them",
            "",
        ),
        ("[profiles]\na = 5", "profiles.a should be a table", ""),
        ("profiles = 5", "profiles should be a table", ""),
        ("[profiles.'../a']", "'../a' is no name of a profile", ""),
        ("default_profile = 5", "default_profile should be the name of a profile", ""),
        ("default_profile = 'a b'", "'a b' is no name of a profile", ""),
        ("[profiles.a]\nclient_secret = hush", "it is no TOML", ""),
        ("[profiles.a]\nclient_secret = 'hush'\nclient_secret = 'hush'", "it is no TOML", ""),
        ("hush", "it is no TOML", ""),
    ],
)
def test_what_a_file_should_not_have_is_refused_by_key_and_file_and_never_shows_a_secret(
    home: Path, text: str, said: str, hint: str
) -> None:
    write(home, user=text)
    error = refusal(home, act=False)
    assert error.message.startswith(f"{home}/.config/xi-orders/config.toml: ")
    assert said in error.message
    assert hint in error.hint
    assert "hush" not in error.message + error.hint


def test_a_file_that_cannot_be_read_is_refused_and_one_with_a_mark_is_read(home: Path) -> None:
    write(home, user="\ufeff" + ACME)
    assert read(home).profile == "acme"
    path = home / ".config/xi-orders/config.toml"
    path.write_bytes(b"[profiles.\xff]")
    assert "it is not UTF-8 text" in refusal(home, act=False).message
    path.unlink()
    path.mkdir()
    assert "it cannot be read: Is a directory" in refusal(home, act=False).message


@pytest.mark.parametrize(
    ("environ", "given", "said"),
    [
        ({"XI_LEDGR": "/x.db"}, {}, "XI_LEDGR is not read; use XI_LEDGER"),
        ({"XI_ENV": "sandbox"}, {}, "XI_ENV is not read; use XI_ENVIRONMENT"),
        ({"XI_LEDGER": "orders.db"}, {}, "XI_LEDGER should be a path from /"),
        ({"XI_LEDGER": "postgresql://u:hush@h/d"}, {}, "XI_LEDGER should be a URL without a password"),
        ({}, {"ledger": "postgresql://u:hush@h/d"}, "--ledger should be a URL without a password"),
        ({}, {"ledger": "postgresql://u:@h/d"}, "--ledger should be a URL without a password"),
        ({}, {"ledger": "postgresql://h/d?sslpassword=hush"}, "--ledger should be a URL without a password"),
        ({}, {"ledger": "postgresql://[hush/d"}, "--ledger should be the path of a file, or postgresql://"),
        ({"XI_CA_CERT": "ca.pem"}, {}, "XI_CA_CERT should be a path from /"),
        ({"XI_CONFIG": "config.toml"}, {}, "XI_CONFIG should be a path from /"),
        ({"XI_CLIENT_SECRET_FILE": "secret"}, {}, "XI_CLIENT_SECRET_FILE should be a path from /"),
        ({"XI_LEASE": "soon"}, {}, "XI_LEASE should be a duration"),
        ({"XI_BREAKER": "1.5"}, {}, "XI_BREAKER should be a whole number"),
        ({"XI_NO_INPUT": "perhaps"}, {}, "XI_NO_INPUT should be 1 or 0"),
        ({"XI_COLOR": "red"}, {}, "XI_COLOR should be auto, always or never"),
        ({"XI_ENVIRONMENT": "hush"}, {}, "XI_ENVIRONMENT should be production, sandbox or a URL"),
        ({"XI_ENVIRONMENT": "https://u:hush@h"}, {}, "XI_ENVIRONMENT: environment must not carry a user name"),
        ({}, {"environment": "https://h/?key=hush"}, "--environment: environment must carry neither a query"),
        ({"XI_COUNTRY_CODE": "USA"}, {}, "XI_COUNTRY_CODE: country_code is 'USA'"),
        ({"XI_PROFILE": "acm"}, {}, "there is no profile acm (XI_PROFILE)"),
        ({}, {"profile": "other"}, "there is no profile other (--profile)"),
        ({}, {"profile": "../x"}, "--profile: '../x' is no name of a profile"),
        ({}, {"config_file": "/nowhere/x.toml"}, "/nowhere/x.toml: there is no such file"),
    ],
)
def test_a_wrong_variable_or_option_is_refused_by_its_name(
    home: Path, environ: dict[str, str], given: dict[str, str], said: str
) -> None:
    write(home, user=ACME.replace('country_code = "US"\n', ""))
    error = refusal(home, {"XI_COUNTRY_CODE": "US"} | environ, **given)
    assert said in error.message
    assert "hush" not in error.message + error.hint
    if "without a password" in said:
        assert error.word == "secret-in-url"
        assert "PGPASSFILE" in error.hint
        assert "ledger_password_command" in error.hint


@pytest.mark.parametrize("key", keys.IDENTITY)
def test_a_variable_that_says_other_than_the_profile_is_refused_with_both(home: Path, key: str) -> None:
    write(home, user=ACME, system=f'[defaults]\n{key} = "sandbox"\n' if key == "environment" else "")
    same = {"environment": "https://api.ingrammicro.com:443", "customer_number": "20-222222", "country_code": "us"}
    variable = str(keys.KEYS[key].variable)
    read(home, {variable: same.get(key, "app")}).identity()
    other = {"environment": "sandbox", "customer_number": "20-333333", "country_code": "CA"}.get(key, "other")
    error = refusal(home, {variable: other})
    assert error.word == "mixed-identity"
    assert f"{key} is {other} in {variable}, and " in error.message
    assert f"in profile acme in {home}/.config/xi-orders/config.toml" in error.message
    assert error.hint.startswith(f"unset {variable}")
    with pytest.raises(CommandError, match="never mixed"):  # reading alone would show another account's orders
        read(home, {variable: other}).identity(acting=False)


def test_an_option_may_say_other_than_the_profile_and_a_variable_may_fill_a_gap(home: Path) -> None:
    write(home, user=ACME)
    tried = read(home, {"XI_ENVIRONMENT": "sandbox"}, environment="sandbox").identity()
    assert (tried.label, tried.host) == ("sandbox", "https://api.ingrammicro.com:443/sandbox")
    write(home, user=ACME.replace('country_code = "US"\n', "") + '[defaults]\ncountry_code = "CA"\n')
    assert read(home, {"XI_COUNTRY_CODE": "us"}).identity().country_code == "US"


def test_nothing_said_is_not_production(home: Path) -> None:
    account = {"XI_CUSTOMER_NUMBER": "20-222222", "XI_COUNTRY_CODE": "us", "XI_CLIENT_ID": "app"}
    error = refusal(home, account)
    assert error.word == "no-environment"
    assert "--environment production" in error.hint
    write(home, user=f"[profiles.acme]\n{ACCOUNT}")
    assert "--profile NAME (acme)" in refusal(home, account).hint
    found = read(home, account | {"XI_ENVIRONMENT": "Production", "XI_SENDER_ID": "erp", "XI_CALLS_PER_MINUTE": "60"})
    identity = found.identity()
    assert (identity.environment, identity.label) == ("production", "production")
    assert (identity.customer_number, identity.country_code, identity.sender_id) == ("20-222222", "US", "erp")
    assert identity.calls_per_minute == 60
    no_account = {"XI_ENVIRONMENT": "sandbox"}
    assert read(home, no_account).identity(acting=False).customer_number is None
    assert refusal(home, no_account).word == "no-account"


@pytest.mark.parametrize(
    ("profile", "environment", "name"),
    [
        ("acme", None, "acme-production.db"),
        ("acme", "sandbox", "acme-sandbox.db"),
        ("acme", "http://127.0.0.1:8099", "acme-local.db"),
        ("acme", "https://gateway.example:8443/im", "acme-gateway.example_8443_im.db"),
        (None, "production", "20-222222-us-production.db"),
    ],
)
def test_a_ledger_without_a_place_is_in_the_state_folder_by_profile_and_environment(
    home: Path, profile: str | None, environment: str | None, name: str
) -> None:
    write(home, user=ACME.replace('default_profile = "acme"\n', ""))
    account = {} if profile else {"XI_CUSTOMER_NUMBER": "20-222222", "XI_COUNTRY_CODE": "us"}
    found = read(home, account, profile=profile, environment=environment)
    ledger = found.ledger_url(found.identity())
    assert (ledger.value, ledger.source) == (str(home / ".local/state/xi-orders" / name), "the program")


def test_a_folder_of_ledgers_is_for_this_user_only_unless_a_person_has_opened_it(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "state" / "xi-orders"
    make_private(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o750)
    make_private(folder)
    assert folder.stat().st_mode & 0o777 == 0o750


def test_a_path_is_made_whole_where_it_may_be(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home, user=ACME + 'ledger = "~/orders.db"\nca_cert = "~/ca.pem"\n')
    found = read(home)
    assert found.get("ledger").value == str(home / "orders.db")
    assert found.identity().ca_cert == str(home / "ca.pem")
    monkeypatch.chdir(home)
    for typed in ("orders.db", "sqlite:///orders.db", f"sqlite:///{home}/orders.db"):
        assert read(home, ledger=typed).get("ledger").value == str(home / "orders.db")
    assert read(home, ledger="postgresql://u@h/d?sslmode=require").get("ledger").value.endswith("?sslmode=require")


def test_maps_and_limits_are_put_together_and_lookups_are_found_beside_their_file(home: Path) -> None:
    rule = '{ to = "ingramPartNumber", lookup = "parts.csv" }'
    write(
        home,
        user=f'{ACME}limits.max_orders = 500\nmaps.sap.columns = {{ "PO" = "customerOrderNumber", "P" = {rule} }}\n',
        system="[defaults]\nlimits = { max_orders = 5, max_quantity = 250 }\nmaps.odoo.layout = 'rows'\n",
    )
    found = read(home)
    assert found.limits() == {"max_orders": 500, "max_quantity": 250}
    assert set(found.maps()) == {"sap", "odoo"}
    (home / ".config/xi-orders/parts.csv").write_text("own,DF4128\n")
    mapping = FileMapping.from_dict(found.maps()["sap"])
    assert mapping.columns["P"].lookup == {"own": "DF4128"}


def test_every_value_is_shown_with_its_source_and_no_secret(home: Path) -> None:
    write(home, user=ACME + 'client_secret_command = ["sh", "-c", "echo hush"]\nwebhook_secret = "keyring"\n')
    environ = {"XI_CLIENT_SECRET": "hush", "XI_ACCESS_TOKEN": "hush", "XI_LEASE": "2m"}
    shown = dict(read(home, environ, environment="sandbox").values())
    assert "hush" not in repr(shown)
    assert "hush" not in repr(read(home, environ).get("lease"))
    assert (shown["client_secret"].value, shown["client_secret"].source) == ("***", "XI_CLIENT_SECRET")
    assert (shown["access_token"].value, shown["client_secret_command"].value) == ("***", "sh …")
    assert shown["webhook_secret"].value == "keyring"
    assert (shown["lease"].value, shown["lease"].source) == ("2m", "XI_LEASE")
    assert (shown["environment"].value, shown["environment"].source) == ("sandbox", "--environment")
    assert shown["profile"].value == "acme"
    assert shown["limits.max_orders"].value is None
    assert set(keys.KEYS) <= set(shown)


def test_the_programs_own_values_are_those_of_the_desk(home: Path) -> None:
    found, desk = read(home), Settings()
    own = {name: found.get(name).value for name in ("lease", "quiet_time", "patience", "call_timeout")}
    assert {name: seconds(text, name) for name, text in own.items()} == {
        "lease": desk.lease,
        "quiet_time": desk.quiet,
        "patience": desk.patience,
        "call_timeout": desk.deadline,
    }
    assert numbers(found.get("looks").value, "looks", "") == desk.looks
    assert found.get("breaker").value == desk.breaker


def test_the_client_leaves_alone_just_the_variables_of_the_command() -> None:
    variables = {key.variable for key in keys.KEYS.values() if key.variable} | {*keys.SECRETS_IN_VARIABLES.values()}
    assert {*COMMAND} == (variables | {*keys.ELSEWHERE}) - {*READ}
    assert {*READ} <= variables


def test_what_is_written_keeps_comments_and_order_and_is_for_this_user_only(home: Path) -> None:
    path = home / ".config/xi-orders/config.toml"
    assert write_profile(path, "acme", {"environment": "sandbox", "client_secret": "keyring"}, home=home)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    path.write_text(
        "# ours\ndefault_profile = 'acme' # the shop\n\n[profiles.acme]\nenvironment = 'sandbox' # for now\n"
        "client_secret = 'keyring'\n\n[profiles.other]\nlease = 90\n"
    )
    path.chmod(0o640)  # for a group of operators
    assert not write_profile(path, "other", {"client_id": "b"}, home=home)
    set_value(path, "acme", "client_secret_command", '["pass", "show", "im"]', home=home)
    set_value(path, "acme", "limits.max_orders", "5", home=home)
    set_value(path, "other", "lease", "", home=home)
    set_value(path, None, "ledger", "~/orders.db", home=home)
    assert path.read_text() == (
        "# ours\ndefault_profile = 'acme' # the shop\n\n[profiles.acme]\nenvironment = 'sandbox' # for now\n"
        'client_secret_command = ["pass", "show", "im"]\nlimits = {max_orders = 5}\n\n'
        '[profiles.other]\nclient_id = "b"\n\n[defaults]\nledger = "~/orders.db"\n'
    )
    assert path.stat().st_mode & 0o777 == 0o640
    set_value(path, "acme", "limits.max_orders", "", home=home)
    set_value(path, None, "default_profile", "other", home=home)
    assert "limits" not in path.read_text()
    assert read(home).profile == "other"
    assert [each.name for each in path.parent.iterdir()] == ["config.toml"]


def test_a_link_to_the_file_stays_a_link(home: Path) -> None:
    kept = home / "dotfiles.toml"
    kept.write_text(ACME)
    path = home / ".config/xi-orders/config.toml"
    path.parent.mkdir(parents=True)
    path.symlink_to(kept)
    set_value(path, "acme", "lease", "2m", home=home)
    assert path.is_symlink()
    assert 'lease = "2m"' in kept.read_text()


@pytest.mark.parametrize(
    ("key", "text", "said", "hint"),
    [
        ("leese", "90", "leese is no key", "did you mean lease?"),
        ("maps", "x", "a mapping is written into the file by hand", ""),
        ("access_token", "hush", "access_token is no key", ""),
        ("client_secret", "hush", 'client_secret should be "keyring"', ""),
        ("client_secret_command", "pass hush", "client_secret_command should be a list of texts", ""),
        ("ledger", "postgresql://u:hush@h/d", "ledger should be a URL without a password", ""),
        ("ledger", "orders.db", "ledger should be a path from / or ~/ on", ""),
        ("limits.max_orders", "many", "limits.max_orders should be a whole number", ""),
        ("default_profile", "../x", "default_profile: '../x' is no name", ""),
    ],
)
def test_a_value_that_does_not_fit_is_not_written(home: Path, key: str, text: str, said: str, hint: str) -> None:
    write(home, user=ACME)
    path = home / ".config/xi-orders/config.toml"
    with pytest.raises(CommandError) as caught:
        set_value(path, "acme", key, text, home=home)
    assert said in caught.value.message
    assert hint in caught.value.hint
    assert "hush" not in caught.value.message + caught.value.hint
    assert path.read_text() == ACME


def test_a_file_that_cannot_be_written_stays_as_it_was(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home, user=ACME)
    path = home / ".config/xi-orders/config.toml"

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CommandError, match="cannot be written: No space left on device") as caught:
        set_value(path, "acme", "lease", "2m", home=home)
    assert caught.value.code is Code.UNABLE
    assert path.read_text() == ACME
    assert [each.name for each in path.parent.iterdir()] == ["config.toml"]
