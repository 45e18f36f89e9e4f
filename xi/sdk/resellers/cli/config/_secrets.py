"""Takes a secret from where it is kept. None of this shows one, not in an error either."""

from __future__ import annotations

import os
import shlex
import shutil
import stat
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, Protocol, TypeVar

from xi.sdk.resellers._extras import missing
from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.config._places import others_may_read
from xi.sdk.resellers.cli.errors import CommandError

T = TypeVar("T")

COMMAND_S: Final = 30.0
"""How long a command that prints a secret may take."""
KEYRING_S: Final = 30.0
"""How long the keyring may take; one that waits for a password where nobody sits would wait for ever."""
_SERVICE: Final = "xi-orders"
_LARGEST: Final = 64 * 1024


class Keyring(Protocol):
    """The functions of the module keyring that are used here."""

    def get_password(self, service: str, name: str, /) -> str | None: ...
    def set_password(self, service: str, name: str, secret: str, /) -> None: ...
    def delete_password(self, service: str, name: str, /) -> None: ...


def _failed(message: str, word: str, hint: str = "") -> CommandError:
    return CommandError(message, code=Code.UNABLE, word=word, hint=hint)


def from_command(
    command: Sequence[str], where: str, *, environ: Mapping[str, str], folder: Path, limit: float = COMMAND_S
) -> list[str]:
    """Return the lines that a command prints. Its errors go to our own stderr, so that a person sees them.

    Args:
        command: the program and its arguments; no shell reads them.
        where: what says the command, for errors.
        environ: the variables of the environment.
        folder: where it is run; never the working folder, in which anybody may have put a program.
        limit: seconds.

    Raises:
        CommandError: it fails, takes too long, or prints nothing.
    """
    program = shutil.which(command[0], path=environ.get("PATH"))
    if program is None or not Path(program).is_absolute():
        raise _failed(
            f"{where}: there is no program {command[0]!r}", "secret-command", "install it, or name it from / on"
        )
    try:
        done = subprocess.run(  # noqa: S603 - the command is the user's own, from a file of the user's
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            env=dict(environ),
            cwd=folder,
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _failed(f"{where}: the command took longer than {limit:g} s", "secret-command") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "an argument cannot be passed on"
        raise _failed(f"{where}: the command cannot be run: {reason}", "secret-command") from None
    if done.returncode != 0:
        raise _failed(f"{where}: the command ended with {done.returncode}", "secret-command", "try it in a shell")
    try:
        lines = [line.strip() for line in done.stdout.decode().splitlines()]
    except UnicodeDecodeError:
        raise _failed(f"{where}: what the command prints is not UTF-8 text", "secret-command") from None
    if not lines or not lines[0]:
        raise _failed(f"{where}: the command printed no secret in its first line", "secret-command")
    return lines


def from_file(path: str, where: str, *, is_posix: bool) -> list[str]:
    """Return the lines of a file with secrets.

    Args:
        path: the file.
        where: what says the file, for errors.
        is_posix: whether the system has the rights of POSIX.

    Raises:
        CommandError: it cannot be read, is empty, or others may read it.
    """
    try:
        # What is opened is looked at, not what has the name later; and a pipe that nobody writes to is not waited for.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise _failed(f"{where}: {path} cannot be read: {error.strerror}", "secret-file") from None
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise _failed(f"{where}: {path} is no file", "secret-file")
        if is_posix and others_may_read(found, os.getuid()) and not _is_unchangeable(handle):
            raise _failed(
                f"{where}: {path} has a secret, and others may read it", "secret-file", f"chmod 600 {shlex.quote(path)}"
            )
        with os.fdopen(handle, "rb", closefd=False) as file:
            content = file.read(_LARGEST + 1)
    finally:
        os.close(handle)
    try:
        lines = [line.strip() for line in content.decode("utf-8-sig").splitlines() if line.strip()]
    except UnicodeDecodeError:
        raise _failed(f"{where}: {path} is not UTF-8 text", "secret-file") from None
    if not lines or len(content) > _LARGEST:
        raise _failed(f"{where}: {path} should contain only the secret, in one line", "secret-file")
    return lines


def _is_unchangeable(handle: int) -> bool:
    """Return whether the file is on a read-only mount: containers hand secrets out so, with rights of their own."""
    return bool(os.fstatvfs(handle).f_flag & os.ST_RDONLY)


def from_keyring(name: str, where: str) -> str:
    """Return a secret from the keyring of the system.

    Args:
        name: what it is kept under.
        where: what says so, for errors.

    Raises:
        CommandError: there is no keyring, it does not answer, or it does not have it.
    """
    found = _asked(lambda keyring: keyring.get_password(_SERVICE, name), where)
    if not found:
        raise _failed(f"{where}: the keyring has no secret for {name}", "no-keyring", "xi-orders login")
    return str(found)


def to_keyring(name: str, secret: str) -> None:
    """Keep a secret in the keyring of the system.

    Args:
        name: what it is kept under.
        secret: the secret.

    Raises:
        CommandError: there is no keyring, or it does not answer.
    """
    _asked(lambda keyring: keyring.set_password(_SERVICE, name, secret), "login --store keyring")


def drop_from_keyring(name: str) -> None:
    """Take a secret out of the keyring of the system; nothing happens if it does not have it.

    Args:
        name: what it is kept under.

    Raises:
        CommandError: there is no keyring, or it does not answer.
    """

    def drop(keyring: Keyring) -> None:
        if keyring.get_password(_SERVICE, name) is not None:
            keyring.delete_password(_SERVICE, name)

    _asked(drop, "logout")


def _asked(ask: Callable[[Keyring], T], where: str) -> T:
    """Return what the keyring answers; asked in a thread, because a locked keyring may wait for a person.

    Raises:
        CommandError: there is no keyring, or it does not answer.
    """
    try:
        import keyring
    except ImportError:
        raise _failed(
            f"{where}: there is no keyring here", "no-keyring", missing("it needs keyring", "keyring")
        ) from None
    answers: list[T] = []
    faults: list[Exception] = []

    def run() -> None:
        try:
            answers.append(ask(keyring))
        except Exception as error:  # noqa: BLE001 - keyrings are modules of others; none of them works then
            faults.append(error)

    thread = threading.Thread(target=run, name="keyring", daemon=True)
    thread.start()
    thread.join(KEYRING_S)
    if answers:
        return answers[0]
    other = "unlock it, or keep the secret elsewhere: xi-orders login --store file"
    if not faults:
        raise _failed(f"{where}: the keyring did not answer within {KEYRING_S:g} s", "no-keyring", other)
    # What a keyring says may have any text in it, so only its kind is shown.
    kind = type(faults[0]).__name__
    raise _failed(f"{where}: there is no keyring at hand ({kind})", "no-keyring", other)
