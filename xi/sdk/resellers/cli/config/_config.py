"""The configuration of a command: who says each value, the one identity, the secrets, the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, cast

from xi.sdk.resellers.cli.config import _places as places
from xi.sdk.resellers.cli.config._files import File, Layer, Of, read_file
from xi.sdk.resellers.cli.config._keys import (
    ELSEWHERE,
    IDENTITY,
    IN_KEYRING,
    KEYS,
    LIMITS,
    PATH,
    PROGRAM,
    SECRETS_IN_VARIABLES,
    TEXT,
    Kind,
    Place,
    UnfitError,
    check_name,
    nearest,
    refuse,
    secret_keys,
)
from xi.sdk.resellers.cli.config._secrets import from_command, from_file, from_keyring
from xi.sdk.resellers.cli.errors import CommandError

_HIDDEN: Final = "***"
_NO_PASSWORD: Final = "keep the password in a PGPASSFILE, or say ledger_password_command in the profile"  # noqa: S105 - words
_VARIABLES: Final = {
    **{key.variable: key.name for key in KEYS.values() if key.variable is not None},
    **{variable: group for group, variable in SECRETS_IN_VARIABLES.items()},
}
"""The variables that say a value, with its key."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value, and who says it.

    Args:
        value: the value; None if nobody says one.
        source: `--ledger`, `XI_LEDGER`, `profile acme-us in …`, `[defaults] in …`, or `the program`.
    """

    value: Any
    source: str


_OF_ACCOUNT = ("customer_number", "country_code", "sender_id", "application_id", "customer_contact")
"""The keys of an account, in the order of its arguments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who calls, and where: all of it belongs together.

    Args:
        environment: `production`, `sandbox` or a URL.
        host: the URL that calls go to.
        label: what the ledger calls the environment: production, sandbox, local, or the host.
        customer_number: the customer; None if nobody says it.
        country_code: the country, in capitals; None if nobody says it.
        sender_id: a name for the calling program; None if nobody says it.
        application_id: the name that invoice and deal calls must give; None if nobody says it.
        customer_contact: the e-mail address that quote searches and freight estimates must give, or None.
        client_id: the ID of the app; None if nobody says it.
        token_url: the URL of the token service; None is that of the host.
        ca_cert: the path of trusted certificate authorities; None are those of the system.
        calls_per_minute: the quota, if it is known.
    """

    environment: str
    host: str
    label: str
    customer_number: str | None = None
    country_code: str | None = None
    sender_id: str | None = None
    application_id: str | None = None
    customer_contact: str | None = None
    client_id: str | None = None
    token_url: str | None = None
    ca_cert: str | None = None
    calls_per_minute: int | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """What files, variables and options say, in the order in which they hold.

    Args:
        profile: the profile that was chosen; None if none was.
        profile_source: who chose it.
        files: the files that were read.
        file_to_write: the file that a command of set-up writes.
        layers: the values of each place, the first holds.
        environ: the variables of the environment.
        paths: the files that are looked for.
        platform: the system, as `sys.platform` has it.
        home: the home of the user.
        missing: the error if the profile or the file that was asked for is not there. Only set-up goes on without it.
    """

    profile: str | None
    profile_source: str
    files: tuple[File, ...]
    file_to_write: Path
    layers: tuple[Layer, ...]
    environ: Mapping[str, str] = field(repr=False)
    paths: tuple[Path, ...]
    platform: str
    home: Path
    missing: CommandError | None = None

    def check(self) -> None:
        """Refuse a profile, or a file of `--config`, that is not there.

        Raises:
            CommandError: it is not.
        """
        if self.missing is not None:
            raise self.missing

    @property
    def profile_names(self) -> tuple[str, ...]:
        """The names of all profiles, sorted."""
        return tuple(sorted({name for file in self.files for name in file.profiles}))

    def of_files(self, profile: str) -> Config:
        """Return what the files alone say with another profile.

        Args:
            profile: its name.
        """
        return replace(self, profile=profile, layers=tuple(_of_files(profile, self.files)), missing=None)

    def get(self, key: str) -> Value:
        """Return a value and who says it.

        Args:
            key: its key, such as `ledger` or `quiet_time`.

        Raises:
            KeyError: there is no such key.
        """
        default = KEYS[key].default
        for layer in self.layers:
            if key in layer.values:
                return Value(layer.values[key], layer.source)
        return Value(default, PROGRAM)

    def values(self) -> list[tuple[str, Value]]:
        """Return every value that somebody says, and those of the program; a secret is `***`."""
        shown: list[tuple[str, Value]] = [("profile", Value(self.profile, self.profile_source))]
        for name, key in KEYS.items():
            found = self.get(name)
            value = found.value
            if name.endswith("_command") and value is not None:
                value = f"{value[0]} …"  # its arguments may have a secret
            elif key.is_secret and value not in (None, IN_KEYRING):
                value = _HIDDEN
            shown.append((name, Value(value, found.source)))
        shown += [(f"limits.{name}", found) for name, found in self._table("limits", LIMITS)]
        shown += [
            (f"maps.{name}", Value(f"{len(found.value)} keys", found.source)) for name, found in self._table("maps")
        ]
        return shown

    def _table(self, key: str, names: tuple[str, ...] | None = None) -> Iterator[tuple[str, Value]]:
        found: dict[str, Value] = {name: Value(None, PROGRAM) for name in names or ()}
        for layer in reversed(self.layers):
            for name, value in layer.values.get(key, {}).items():
                found[name] = Value(value, layer.source)
        yield from found.items()

    def limits(self) -> dict[str, int]:
        """Return the limits of a run that are set: `max_orders`, and `max_quantity` of a line."""
        self.check()
        return {name: found.value for name, found in self._table("limits") if found.value is not None}

    def maps(self) -> dict[str, Mapping[str, Any]]:
        """Return the mappings of order files by their names, as `FileMapping.from_dict` takes them."""
        self.check()
        return {name: found.value for name, found in self._table("maps")}

    # -- who calls, and where

    def identity(self, acting: bool = True) -> Identity:
        """Return who calls, and where.

        Args:
            acting: whether something is sent for an account, so that the account must be known too.

        Raises:
            CommandError: a variable says other than the profile, the environment is not said, or a value is wrong.
        """
        self.check()
        self._refuse_mixture()
        environment = self.get("environment")
        if environment.value is None:
            raise CommandError(
                "the environment is not said, and it is never guessed",
                word="no-environment",
                hint=self._how_to_say("--environment production, or --environment sandbox"),
            )
        host = _host(environment)
        found = {key: self.get(key) for key in (*_OF_ACCOUNT, "client_id")}
        customer, country = found["customer_number"], found["country_code"]
        if acting:
            for key in ("customer_number", "country_code"):
                if found[key].value is None:
                    raise CommandError(
                        f"{key} is not said: orders are placed for an account",
                        word="no-account",
                        hint=self._how_to_say(f"set {KEYS[key].variable}"),
                    )
        if customer.value is not None and country.value is not None:
            _check_account(found)
        return Identity(
            environment=cast("str", environment.value),
            host=host,
            label=_label(host),
            customer_number=customer.value,
            country_code=None if country.value is None else country.value.upper(),
            sender_id=found["sender_id"].value,
            application_id=found["application_id"].value,
            customer_contact=found["customer_contact"].value,
            client_id=found["client_id"].value,
            token_url=self.get("token_url").value,
            ca_cert=self.get("ca_cert").value,
            calls_per_minute=self.get("calls_per_minute").value,
        )

    def _how_to_say(self, otherwise: str) -> str:
        names = self.profile_names
        if self.profile is None and names:
            return f"--profile NAME ({', '.join(names)}), or {otherwise}"
        return f"{otherwise}, or xi-orders login"

    def _refuse_mixture(self) -> None:
        """Refuse a variable that says other than the profile: elsewhere the forgotten one wins in silence."""
        for key in IDENTITY:
            said = [layer for layer in self.layers if key in layer.values]
            variable = next((layer for layer in said if layer.of is Of.VARIABLE), None)
            profile = next((layer for layer in said if layer.of is Of.PROFILE), None)
            if variable is None or profile is None or said[0].of is Of.OPTION:
                continue
            values = variable.values[key], profile.values[key]
            if _folded(key, variable) != _folded(key, profile):
                raise CommandError(
                    f"{key} is {values[0]} in {variable.source}, and {values[1]} in {profile.source}; "
                    "values of two accounts are never mixed",
                    word="mixed-identity",
                    hint=f"unset {variable.source}, or choose the profile that is meant with --profile",
                )

    # -- secrets

    def access_token(self) -> str | None:
        """Return the token of XI_ACCESS_TOKEN, which stands for credentials; None if it is not set."""
        return cast("str | None", self.get("access_token").value)

    def credentials(self) -> tuple[str, str]:
        """Return the ID and the secret of the app; runs the command, opens the file, or asks the keyring.

        Raises:
            CommandError: one is not said, or the secret cannot be had.
        """
        self.check()
        client_id = self.get("client_id")
        if client_id.value is None:
            raise CommandError(
                "there are no credentials: client_id is not said",
                word="no-secret",
                hint=self._how_to_say("set XI_CLIENT_ID and XI_CLIENT_SECRET"),
            )
        found = self._secrets("client_secret")
        if not found:
            raise CommandError(
                f"there are no credentials: nothing says where the secret of {client_id.value} is",
                word="no-secret",
                hint="xi-orders login, or set XI_CLIENT_SECRET_FILE",
            )
        return cast("str", client_id.value), found[0]

    def webhook_secrets(self) -> list[str]:
        """Return the secrets that webhooks are signed with: the new one and the old one while it is changed.

        Raises:
            CommandError: none is said, or they cannot be had.
        """
        found = self._secrets("webhook_secret")
        if not found:
            raise CommandError(
                "nothing says where the secret of the webhooks is",
                word="no-secret",
                hint="say webhook_secret_file in the profile, or set XI_WEBHOOK_SECRET_FILE",
            )
        return found

    def secret_place(self, group: str) -> tuple[str, Value] | None:
        """Return the key that says where a secret is, and its value; None if nothing does.

        Args:
            group: `client_secret` or `webhook_secret`.

        Raises:
            CommandError: the secret and its file are both in variables.
        """
        variable = SECRETS_IN_VARIABLES[group]
        in_variables = [layer for layer in self.layers if layer.source in (variable, f"{variable}_FILE")]
        if len(in_variables) > 1:
            raise CommandError(
                f"{variable} and {variable}_FILE are both set; set one of them",
                word="bad-config",
                hint=f"unset {variable}",
            )
        found = self._layer_of_secret(group)
        return None if found is None else (found[1], Value(found[0].values[found[1]], found[0].source))

    def _layer_of_secret(self, group: str) -> tuple[Layer, str] | None:
        for layer in self.layers:
            for key in secret_keys(group):
                if key in layer.values:
                    return layer, key
        return None

    def _secrets(self, group: str) -> list[str]:
        self.check()
        place = self.secret_place(group)
        layer = self._layer_of_secret(group)
        if place is None or layer is None:
            return []
        key, found = place
        where = f"{key} ({found.source})"
        if key == group and layer[0].of is Of.VARIABLE:
            return [cast("str", found.value)]
        if key == group:
            owner = self.profile if layer[0].of is Of.PROFILE else None
            return [from_keyring(keyring_name(group, owner), where)]
        if key.endswith("_file"):
            lines = from_file(found.value, where, is_posix=self.platform != "win32")
        else:
            lines = self._printed(found, where)[: 1 if group == "client_secret" else None]
        if group == "client_secret" and len(lines) > 1:
            raise refuse(where, f"{found.value} should contain only the secret, in one line")
        return [line for line in lines if line]

    def _printed(self, found: Value, where: str) -> list[str]:
        return from_command(found.value, where, environ=self.environ, folder=self.home)

    # -- the ledger

    def ledger_url(self, identity: Identity) -> Value:
        """Return where the ledger is, without a password: the path of a file, or a URL.

        Args:
            identity: whose ledger.
        """
        self.check()
        said = self.get("ledger")
        if said.value is not None:
            return said
        owner = self.profile or "-".join(filter(None, (identity.customer_number, identity.country_code))).lower()
        folder = places.ledger_folder(self.environ, self.platform, self.home)
        return Value(str(folder / places.ledger_name(owner or "orders", identity.label)), PROGRAM)

    def ledger_with_password(self, ledger: Value) -> str:
        """Return what a ledger is opened with: its URL, with the password where ledger_password_command says one.

        Args:
            ledger: what `ledger_url` has returned.

        Raises:
            CommandError: the command fails.
        """
        url = cast("str", ledger.value)
        command = self.get("ledger_password_command")
        if command.value is None or "://" not in url:
            return url
        from urllib.parse import quote, urlsplit, urlunsplit

        parts = urlsplit(url)
        if parts.username is None:
            raise refuse(ledger.source, "ledger has no user, whose password ledger_password_command would print")
        password = self._printed(command, f"ledger_password_command ({command.source})")[0]
        user, _, host = parts.netloc.rpartition("@")
        return urlunsplit(parts._replace(netloc=f"{user}:{quote(password, safe='')}@{host}"))


def as_profile(said: Mapping[str, str], home: Path) -> Layer:
    """Return what a person has said for a profile that is not written yet.

    Args:
        said: texts by key.
        home: the home of the user, for `~`.

    Raises:
        CommandError: one is wrong.
    """
    place = Place(home)
    return Layer(Of.OPTION, "--profile", {key: _read(KEYS[key].kind, key, text, place) for key, text in said.items()})


def keyring_name(group: str, profile: str | None) -> str:
    """Return what the secret of a profile is kept under.

    Args:
        group: `client_secret` or `webhook_secret`.
        profile: the profile; None is `[defaults]`.
    """
    owner = "[defaults]" if profile is None else profile
    return owner if group == "client_secret" else f"{owner} {group}"


def _folded(key: str, layer: Layer) -> object:
    """Return the value of a place so that what means the same is equal."""
    value = layer.values[key]
    if key == "country_code":
        return str(value).upper()
    return _host(Value(value, layer.source)) if key == "environment" else value


def _host(environment: Value) -> str:
    from xi.sdk.resellers import ApiValueError, Configuration

    try:
        # What is right for XI_ENVIRONMENT is right here, and the client knows what that is.
        return Configuration.from_env({"XI_ENVIRONMENT": environment.value}, access_token="-").host  # noqa: S106 - unused
    except ApiValueError as error:
        what = str(error).replace("XI_ENVIRONMENT", "environment")
        raise CommandError(f"{environment.source}: {what}", word="bad-config") from None


def _label(host: str) -> str:
    from xi.sdk.resellers.ordering._environments import environment_of

    return environment_of(host)


def _check_account(found: Mapping[str, Value]) -> None:
    from xi.sdk.resellers.account import Account
    from xi.sdk.resellers.exceptions import ApiValueError

    try:
        Account(*(found[name].value for name in _OF_ACCOUNT))
    except ApiValueError as error:
        source = found[str(error.argument)].source
        raise CommandError(f"{source}: {error}", word="bad-config") from None


def read_config(
    *,
    profile: str | None,
    config_file: str | None,
    environment: str | None,
    ledger: str | None,
    environ: Mapping[str, str],
    platform: str,
    home: Path,
) -> Config:
    """Return the configuration of a command. Nothing is read from the working folder.

    A profile that is not there, and a file of `--config`, is an error at the first use of an account: `login` makes it.

    Args:
        profile: what `--profile` says.
        config_file: what `--config` says; this file stands alone then.
        environment: what `--environment` says.
        ledger: what `--ledger` says.
        environ: the variables of the environment.
        platform: the system, as `sys.platform` has it.
        home: the home of the user.

    Raises:
        CommandError: a file, a variable or an option is wrong; the error names it.
    """
    variables = {name: text.strip() for name, text in environ.items() if text.strip()}
    _check_names(variables)
    alone = _alone(config_file, variables, home)
    paths = places.config_files(variables, platform, home) if alone is None else [alone]
    files = [file for file in (read_file(path, home) for path in paths) if file is not None]
    chosen, source = _choose(profile, variables, files)
    missing = None
    if alone is not None and not files:
        missing = refuse(str(alone), "there is no such file", f"xi-orders login --config {alone}")
    if chosen is not None:
        check_name(chosen, source)
        if missing is None and not any(chosen in file.profiles for file in files):
            missing = _no_profile(chosen, source, files)
    layers = [*_of_options(environment, ledger, home), *_of_variables(variables, home)]
    layers += _of_files(chosen, files)
    return Config(
        profile=chosen,
        profile_source=source,
        files=tuple(files),
        file_to_write=alone or places.user_file(environ, platform, home),
        layers=tuple(layers),
        environ=environ,
        paths=tuple(paths),
        platform=platform,
        home=home,
        missing=missing,
    )


def _of_files(profile: str | None, files: Sequence[File]) -> Iterator[Layer]:
    for file in reversed(files):
        if profile is not None and profile in file.profiles:
            yield Layer(Of.PROFILE, f"profile {profile} in {file.path}", file.profiles[profile])
    for file in reversed(files):
        yield Layer(Of.DEFAULTS, f"[defaults] in {file.path}", file.defaults)


def _alone(config_file: str | None, variables: Mapping[str, str], home: Path) -> Path | None:
    """Return the only file that is read; None if nobody says one."""
    if config_file is not None:
        return Path(str(_read(PATH, "--config", config_file, Place(home, Path.cwd()))))
    if "XI_CONFIG" in variables:
        return Path(str(_read(PATH, "XI_CONFIG", variables["XI_CONFIG"], Place(home))))
    return None


def _choose(profile: str | None, variables: Mapping[str, str], files: list[File]) -> tuple[str | None, str]:
    if profile is not None:
        return profile, "--profile"
    if "XI_PROFILE" in variables:
        return variables["XI_PROFILE"], "XI_PROFILE"
    for file in reversed(files):
        if file.default_profile is not None:
            return file.default_profile, f"default_profile in {file.path}"
    return None, PROGRAM


def _no_profile(chosen: str, source: str, files: list[File]) -> CommandError:
    names = sorted({name for file in files for name in file.profiles})
    meant = nearest(chosen, names)
    hint = f"did you mean {meant}?" if meant else f"the profiles are {', '.join(names)}" if names else ""
    return CommandError(
        f"there is no profile {chosen} ({source})",
        word="no-profile",
        hint=hint or f"xi-orders login --profile {chosen}",
    )


def _read(kind: Kind, source: str, text: str, place: Place) -> object:
    """Return the value of an option or a variable.

    Raises:
        CommandError: it is wrong; the error shows it only if it cannot be a secret.
    """
    try:
        return kind.of_text(text, place)
    except UnfitError as fault:
        if "password" in str(fault):
            raise CommandError(f"{source} should be {fault}", word="secret-in-url", hint=_NO_PASSWORD) from None
        raise CommandError(f"{source} should be {fault}", word="bad-config") from None


def _of_options(environment: str | None, ledger: str | None, home: Path) -> Iterator[Layer]:
    given = {"environment": environment, "ledger": ledger}
    for key, text in given.items():
        if text is not None:
            # A person who types a path means the folder that the person is in.
            option = f"--{key}"
            yield Layer(Of.OPTION, option, {key: _read(KEYS[key].kind, option, text, Place(home, Path.cwd()))})


def _of_variables(variables: Mapping[str, str], home: Path) -> Iterator[Layer]:
    for variable, key in _VARIABLES.items():
        if variable in variables:
            # A secret is any text; the kind of its key is that of a file, where it does not stand itself.
            kind = TEXT if KEYS[key].is_secret else KEYS[key].kind
            yield Layer(Of.VARIABLE, variable, {key: _read(kind, variable, variables[variable], Place(home))})


def _check_names(variables: Mapping[str, str]) -> None:
    """Refuse a variable whose name is almost one of ours: what it says would be lost in silence."""
    known = {*_VARIABLES, *ELSEWHERE}
    unknown = {name: text for name, text in variables.items() if name[:2].upper() == "XI" and name not in known}
    if not unknown:
        return
    from xi.sdk.resellers import ApiValueError, Configuration

    try:
        Configuration.from_env(unknown, access_token="-")  # noqa: S106 - unused
    except ApiValueError as error:
        raise CommandError(str(error), word="bad-config") from None
