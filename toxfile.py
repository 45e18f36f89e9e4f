"""Lets tox find the interpreters that pyenv has: it looks on the path, off which pyenv keeps all but the chosen one."""

import os
from pathlib import Path

_PYENV = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")

# Last, so that nothing that is found without it is found elsewhere.
os.environ["PATH"] = os.pathsep.join([os.environ["PATH"], *map(str, sorted(_PYENV.glob("versions/*/bin")))])
