"""The configuration of the command: files, profiles, variables, the identity, secrets, the place of the ledger."""

from __future__ import annotations

from xi.sdk.resellers.cli.config._config import Config, Identity, Value, as_profile, keyring_name, read_config
from xi.sdk.resellers.cli.config._files import File
from xi.sdk.resellers.cli.config._keys import IN_A_PROFILE, KEYS, PROGRAM, check_name, nearest
from xi.sdk.resellers.cli.config._places import (
    config_files,
    home_of,
    ledger_folder,
    make_private,
    others_may_read,
    user_file,
)
from xi.sdk.resellers.cli.config._secrets import drop_from_keyring, to_keyring
from xi.sdk.resellers.cli.config._writing import SETTABLE, set_value, write_private, write_profile

__all__ = [
    "IN_A_PROFILE",
    "KEYS",
    "PROGRAM",
    "SETTABLE",
    "Config",
    "File",
    "Identity",
    "Value",
    "as_profile",
    "check_name",
    "config_files",
    "drop_from_keyring",
    "home_of",
    "keyring_name",
    "ledger_folder",
    "make_private",
    "nearest",
    "others_may_read",
    "read_config",
    "set_value",
    "to_keyring",
    "user_file",
    "write_private",
    "write_profile",
]
