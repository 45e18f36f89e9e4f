"""Where the tests of the documentation find the kits of others."""

from __future__ import annotations

import sys
from pathlib import Path

for _each in ("cli", "ordering", "browser", "contract"):
    sys.path.append(str(Path(__file__).parents[1] / _each))
