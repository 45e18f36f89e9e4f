"""Makes the kits of test/ordering importable here too."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "ordering"))  # so that tests can import `postgres_kit`
