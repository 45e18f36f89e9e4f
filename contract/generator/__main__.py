"""Writes the generated files: `python -m generator` in `contract/`, or `tox -e generate`.

The files are committed and never edited by hand; a test generates them again and compares.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.document import ContractError, load
from generator.output import ROOT, OutputError, copy, formatted
from generator.rendering import render


def main() -> None:
    """Write everything into the project, or below another folder."""
    arguments = argparse.ArgumentParser(prog="python -m generator", description=__doc__)
    arguments.add_argument("--into", type=Path, default=ROOT, help="folder to write below (default: the project)")
    arguments.add_argument(
        "--contract", type=Path, default=ROOT / "contract" / "openapi", help="folder with the contract's files"
    )
    given = arguments.parse_args()
    try:
        files = formatted(render(load(given.contract)))
    except (ContractError, OutputError) as error:
        sys.exit(str(error))
    copy(files, given.into)


if __name__ == "__main__":
    main()
