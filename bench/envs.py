"""The environments of the contestants: one venv each, kept between runs; `ours` is installed anew in each run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from dataclasses import dataclass
from pathlib import Path

FIXED = {
    "published": ["xi.sdk.resellers==1.1.0"],
    "published-1.3.0": ["xi.sdk.resellers==1.3.0"],
    "stripe": ["stripe==16.1.0"],
    "openai": ["openai==3.57.0"],
}
"""What the environments of the others are made of, with the newest packages that it allows."""
REPOSITORY = Path(__file__).resolve().parent.parent

# What the floor shares with `ours`, and what the report names.
FLOOR_PACKAGES = ("urllib3", "pydantic", "pydantic_core")
REPORTED_PACKAGES = (*FLOOR_PACKAGES, "xi.sdk.resellers", "stripe", "requests", "openai", "httpx2", "httpx")

INSTALL_SECONDS = 600

NOT_SOURCE = shutil.ignore_patterns(
    *(".git", ".*_cache", ".tox", ".nox", ".venv", "venv", "node_modules", "site"),
    *("build", "dist", "*.egg-info", "__pycache__"),
)


class InstallError(Exception):
    """An environment could not be created; the text is pip's last line."""


@dataclass(frozen=True)
class Environment:
    """A venv and the versions found in it."""

    name: str
    python: Path
    versions: dict[str, str]


def clean_environ() -> dict[str, str]:
    """Return the process environment without variables that change how Python starts."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}


def run(*command: str | Path) -> str:
    """Return what a command printed; raise its last error line if it fails."""
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=INSTALL_SECONDS, env=clean_environ()
    )
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.strip() and not line.startswith("WARNING")]
        errors = [line for line in lines if "ERROR" in line or "Error" in line]
        raise InstallError((errors or lines or ["no message"])[-1].strip())
    return done.stdout


def interpreter(folder: Path) -> Path:
    """Return the path of the Python of a venv."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def versions(python: Path) -> dict[str, str]:
    """Return the versions of Python and of the packages that a report names."""
    script = (
        "import json, platform, sys\n"
        "from importlib.metadata import PackageNotFoundError, version\n"
        "found = {'python': platform.python_version()}\n"
        "for name in sys.argv[1:]:\n"
        "    try:\n"
        "        found[name] = version(name)\n"
        "    except PackageNotFoundError:\n"
        "        pass\n"
        "print(json.dumps(found))\n"
    )
    found: dict[str, str] = json.loads(run(python, "-I", "-c", script, *REPORTED_PACKAGES))
    return found


def create(folder: Path) -> Path:
    """Return the interpreter of the venv at `folder`; create it if it is missing or has another Python."""
    python = interpreter(folder)
    made_by = folder / "bench-made-by.txt"
    if not python.exists() or not made_by.exists() or made_by.read_text(encoding="utf-8") != sys.version:
        venv.create(folder, clear=True, with_pip=True)
        made_by.write_text(sys.version, encoding="utf-8")
    return python


def install(python: Path, *what: str | Path) -> None:
    """Install with pip into the venv of this Python."""
    run(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *what)


def pinned(root: Path, name: str, requirements: list[str]) -> Environment:
    """Return an environment of fixed requirements; install only if they changed."""
    python = create(root / name)
    stamp = root / name / "bench-requirements.txt"
    wanted = "\n".join(requirements)
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        install(python, *requirements)
        stamp.write_text(wanted, encoding="utf-8")
    return Environment(name, python, versions(python))


def ours(root: Path) -> Environment:
    """Return an environment with this repository, built from a copy so that no build files are left."""
    if not any((REPOSITORY / name).exists() for name in ("pyproject.toml", "setup.py")):
        raise InstallError(f"no pyproject.toml in {REPOSITORY}")
    python = create(root / "ours")
    with tempfile.TemporaryDirectory(prefix="bench-ours-") as scratch:
        source = Path(scratch) / "source"
        shutil.copytree(REPOSITORY, source, ignore=NOT_SOURCE)
        install(python, source)
    run(python, "-I", "-c", "from xi.sdk.resellers import ApiClient, Configuration, OrdersApi")
    return Environment("ours", python, versions(python))


def prepare(root: Path) -> tuple[dict[str, Environment], str]:
    """Return all environments that can be created, and the reason if `ours` is missing."""
    root.mkdir(parents=True, exist_ok=True)
    found: dict[str, Environment] = {}
    absent = ""
    try:
        found["ours"] = ours(root)
    except InstallError as error:
        absent = str(error)
    of_ours = found["ours"].versions if "ours" in found else {}
    floor_names = FLOOR_PACKAGES if of_ours else FLOOR_PACKAGES[:2]
    requirements = [f"{name}=={of_ours[name]}" if name in of_ours else name for name in floor_names]
    found["floor"] = pinned(root, "floor", requirements)
    for name, requirements in FIXED.items():
        found[name] = pinned(root, name, requirements)
    return found, absent


def described(ours: Environment, root: Path) -> Path:
    """Return a file with the fields that the models of `ours` have for the answers."""
    script = "import sys; sys.path.insert(0, sys.argv[1]); import shapes; shapes.main()"
    file = root / "shapes.json"
    file.write_text(run(ours.python, "-I", "-c", script, Path(__file__).resolve().parent), encoding="utf-8")
    return file
