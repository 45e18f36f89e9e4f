"""Where the file of a ledger may be: in a folder that is there, on a disk of this machine."""

from __future__ import annotations

import errno
import os
import socket
import sys
from pathlib import Path
from typing import Final

from xi.sdk.resellers.ordering.errors import Fault, LedgerError

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
"""Errors that mean that a disk is full."""

MISSING: Final = (
    "there is no ledger {}; make it with Ledger.init, or name the right one: an empty one forgets what was sent"
)
_NETWORK: Final = frozenset(
    {
        "9p", "acfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs", "gfs2", "glusterfs", "gpfs", "lustre",
        "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "panfs", "pvfs2", "smb2", "smb3", "smbfs", "vboxsf", "vmhgfs",
    }
)  # fmt: skip
"""File systems on which a machine does not see the locks of another, or those of SQLite do not work at all."""
_NETWORK_FUSE: Final = frozenset(
    {
        "blobfuse", "blobfuse2", "ceph", "cephfs", "davfs", "davfs2", "gcsfuse", "glusterfs", "goofys",
        "google-drive-ocamlfuse", "grpcfuse", "juicefs", "mfs", "moosefs", "mount-s3", "mountpoint-s3", "osxfs",
        "rclone", "s3fs", "seaweedfs", "smbnetfs", "sshfs", "vmhgfs-fuse", "weed",
    }
)  # fmt: skip
"""The same, run by a program (fuse.NAME)."""
_MOUNTS: Final = Path("/proc/self/mountinfo")


def check(path: Path) -> None:
    """Check that a file can be a ledger.

    Args:
        path: the file, which may not be there yet.

    Raises:
        LedgerError: it is a folder, has none, or is on a network file system.
    """
    if path.is_dir():
        raise LedgerError(f"the ledger {path} is a folder; name a file in it", Fault.NOT_A_LEDGER)
    if not path.parent.is_dir():
        raise LedgerError(
            f"the ledger {path}: there is no folder {path.parent}; make it, or name the right one", Fault.MISSING
        )
    refuse_network(path)


def make(path: Path) -> None:
    """Make the file of a ledger, if it is not there. Only this user can read it; SQLite's other files get its rights.

    Args:
        path: the file.

    Raises:
        LedgerError: it cannot be made.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        pass
    except OSError as error:
        raise LedgerError(
            f"the ledger {path} cannot be made: {error.strerror}; give this user write rights to its folder, and room",
            Fault.FULL if error.errno in _FULL else Fault.READ_ONLY,
        ) from error


def refuse_network(path: Path) -> None:
    """Refuse a file on a network file system.

    Args:
        path: the file, which may not be there yet.

    Raises:
        LedgerError: it is on one.
    """
    kind = kind_of_file_system(path)
    if kind is not None and is_network(kind):
        raise LedgerError(
            f"the ledger {path} is on a network file system ({kind}), where SQLite's locks do not hold; keep it on a "
            "disk of this machine, or use PostgreSQL",
            Fault.NETWORK,
        )


def is_network(kind: str) -> bool:
    """Return whether a file system is on another machine.

    Args:
        kind: its name, as the system has it.
    """
    name = kind.lower()
    return name in _NETWORK or (name.startswith("fuse.") and name.removeprefix("fuse.") in _NETWORK_FUSE)


def kind_of_file_system(path: Path, mounts: Path = _MOUNTS) -> str | None:
    """Return the kind of the file system that a file is on; None where the system does not say.

    Args:
        path: the file.
        mounts: the table of what is mounted where, as Linux has it.
    """
    folder = path.parent.resolve()
    if os.name == "nt":
        return "smbfs" if str(folder).startswith("\\\\") else None
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return None
    best, kind = -1, None
    for line in lines:
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        mounted = Path(_unescaped(fields[4]))
        # A later mount at the same place hides the one before.
        if folder.is_relative_to(mounted) and len(mounted.parts) >= best:
            best, kind = len(mounted.parts), after.split(" ")[0]
    return kind


def _unescaped(text: str) -> str:
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(code, character)
    return text


def this_machine() -> tuple[str, str]:
    """Return the name of this machine, and an ID that it has until it is started again."""
    name = socket.gethostname()
    try:
        # Containers on one machine share its kernel, and with it the locks of its files.
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        boot = f"{sys.platform}:{name}"
    return name, boot
