"""Installs the package with the lowest versions that it declares of all its dependencies; `tox -e lowest` runs it.

A version that cannot be installed together with the others is an error: nobody could ever have it, so the declaration
would promise what nobody has tried. uv finds the versions; those of what only the tests need are the newest that fit.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Install into the running environment, and list what was chosen."""
    pins = Path(sys.prefix) / "lowest.txt"
    lowest = ["--no-deps", "--resolution=lowest-direct", "--extra=all", "--no-annotate", "--no-header"]
    uv("pip", "compile", "--quiet", *lowest, f"--python={sys.executable}", "--output-file", str(pins), "pyproject.toml")
    sys.stdout.write(pins.read_text(encoding="utf-8"))
    sys.stdout.flush()
    uv("pip", "install", f"--python={sys.executable}", "--constraint", str(pins), "--editable=.[all]", "--group=suite")


def uv(*arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", "uv", *arguments], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(
            f"uv {' '.join(arguments)} failed: the lowest versions that pyproject.toml declares do not fit together"
        )


if __name__ == "__main__":
    main()
