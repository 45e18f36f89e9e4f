"""Write the archive of the vectors, the same bytes on every machine.

    python contract/vectors/tools/archive.py DIRECTORY    write conformance-vectors-VERSION.zip, and print its SHA-256

The archive has what an SDK in another language needs: vectors, contract, rules, schema and manifest.
"""

from __future__ import annotations

import hashlib
import io
import json
import sys
import zipfile
from pathlib import Path

VECTORS = Path(__file__).resolve().parents[1]
LICENSE = VECTORS.parents[1] / "LICENSE"
_BESIDE = ("README.md", "contract.json", "manifest.json", "rules.md", "vector.schema.json")
_TIME = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644
_UNIX = 3


def archive_of(vectors: Path, license_file: Path) -> tuple[str, bytes]:
    """Return the name and the content of the archive.

    Its members are sorted and not compressed, with a fixed time and mode: versions of zlib compress differently.

    Args:
        vectors: the folder of the vectors.
        license_file: the license that the archive comes with.
    """
    manifest = json.loads((vectors / "manifest.json").read_text("utf-8"))
    root = f"conformance-vectors-{manifest['version']}"
    named = {each["file"] for each in manifest["vectors"].values()} | set(_BESIDE)
    members = {name: vectors / name for name in named} | {"LICENSE": license_file}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in sorted(members):
            member = zipfile.ZipInfo(f"{root}/{name}", _TIME)
            member.create_system, member.external_attr = _UNIX, _MODE << 16
            archive.writestr(member, members[name].read_bytes())
    return f"{root}.zip", written.getvalue()


def main(arguments: list[str]) -> int:
    """Write the archive into a directory, and return the exit status."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        sys.stderr.write(__doc__ or "")
        return 2
    name, content = archive_of(VECTORS, LICENSE)
    (Path(arguments[0]) / name).write_bytes(content)
    sys.stdout.write(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
