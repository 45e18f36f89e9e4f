"""The archive has the same bytes wherever it is written, and everything that the manifest names."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from archive import LICENSE, VECTORS, archive_of


def test_another_copy_gives_the_same_bytes(tmp_path: Path) -> None:
    copied = tmp_path / "vectors"
    shutil.copytree(VECTORS, copied)
    for path in copied.rglob("*.json"):
        os.utime(path, (0, 0))
        path.chmod(0o600)
    (copied / "request" / "left-over.json").write_text("{}", "utf-8")
    assert archive_of(copied, LICENSE) == archive_of(VECTORS, LICENSE)


def test_it_has_all_vectors_and_what_is_needed_to_read_them() -> None:
    name, content = archive_of(VECTORS, LICENSE)
    manifest = json.loads((VECTORS / "manifest.json").read_text("utf-8"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = name.removesuffix(".zip")
        assert root == f"conformance-vectors-{manifest['version']}"
        members = {each.removeprefix(f"{root}/") for each in archive.namelist()}
        files = {each["file"] for each in manifest["vectors"].values()}
        assert members >= files | {"README.md", "rules.md", "contract.json", "manifest.json", "LICENSE"}
        identities = [
            vector["id"] for file in files for vector in json.loads(archive.read(f"{root}/{file}"))["vectors"]
        ]
    assert sorted(identities) == sorted(manifest["vectors"])


def test_the_command_writes_it_and_prints_its_digest(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, VECTORS / "tools" / "archive.py", tmp_path], capture_output=True, text=True, check=True
    )
    name, content = archive_of(VECTORS, LICENSE)
    assert (tmp_path / name).read_bytes() == content
    assert run.stdout.split()[1] == name
    assert len(run.stdout.split()[0]) == 64
