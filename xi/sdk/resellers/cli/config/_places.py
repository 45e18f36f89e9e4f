"""Where the files of the command are, on each system."""

from __future__ import annotations

import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from xi.sdk.resellers.cli.config._keys import is_absolute

if TYPE_CHECKING:
    import os

SYSTEM_FILE: Final = Path("/etc/xi-orders/config.toml")
_NAME: Final = "xi-orders"
_NO_HOME: Final = Path("/nonexistent")
"""Debian's name for the home of users that have none."""


def config_files(environ: Mapping[str, str], platform: str, home: Path) -> list[Path]:
    """Return the files that are read, the later wins; none of them has to be there.

    Args:
        environ: the variables of the environment.
        platform: the system, as `sys.platform` has it.
        home: the home of the user.
    """
    user = user_file(environ, platform, home)
    return [user] if platform == "win32" else [SYSTEM_FILE, user]


def user_file(environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """Return the file of the user, which `login` writes.

    Args:
        environ: the variables of the environment.
        platform: the system, as `sys.platform` has it.
        home: the home of the user.
    """
    if platform == "win32":
        folder = _folder(environ, "APPDATA", home / "AppData" / "Roaming")
    else:
        folder = _folder(environ, "XDG_CONFIG_HOME", home / ".config")
    return folder / _NAME / "config.toml"


def ledger_folder(environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """Return the folder of ledgers that nobody gave another place.

    Args:
        environ: the variables of the environment.
        platform: the system, as `sys.platform` has it.
        home: the home of the user.
    """
    if platform == "win32":
        return _folder(environ, "LOCALAPPDATA", home / "AppData" / "Local") / _NAME
    return _folder(environ, "XDG_STATE_HOME", home / ".local" / "state") / _NAME


def _folder(environ: Mapping[str, str], variable: str, otherwise: Path) -> Path:
    said = environ.get(variable, "")
    # The XDG standard has it that a path that is not absolute is as if it were not there.
    return Path(said) if is_absolute(said) else otherwise


def ledger_name(owner: str, environment: str) -> str:
    """Return the name of a ledger's file.

    Args:
        owner: the profile, or the account where there is none.
        environment: what the ledger belongs to: production, sandbox, local, or a host.
    """
    return re.sub(r"[^A-Za-z0-9._-]", "_", f"{owner}-{environment}.db")


def home_of(environ: Mapping[str, str]) -> Path:
    """Return the user's home; one that is not there for a user who has none, as in some containers.

    Args:
        environ: the environment variables.
    """
    said = environ.get("HOME") or environ.get("USERPROFILE")
    if said:
        return Path(said)
    try:
        return Path.home()
    except RuntimeError:
        return _NO_HOME


def make_private(folder: Path) -> None:
    """Make a folder that only this user can open, with those above it; one that is there stays as it is.

    Args:
        folder: the folder.

    Raises:
        OSError: it cannot be made.
    """
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)


def others_may_read(found: os.stat_result, user: int) -> bool:
    """Return whether a file with a secret can be read by somebody else.

    Args:
        found: what the system says of the file.
        user: the number of this user.
    """
    if found.st_mode & stat.S_IRWXO:
        return True
    # A file of root's for the group of a service is how systems hand out a secret; its owner is another then.
    return bool(found.st_mode & stat.S_IRWXG) and found.st_uid == user
