"""What the tests of many calls share."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # so that tests can import `catalog_kit`

from catalog_kit import waits

__all__ = ["waits"]
