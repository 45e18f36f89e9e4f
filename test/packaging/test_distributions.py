"""What is shipped: typed, without tests, and a good neighbour in the namespace it shares."""

from __future__ import annotations

import email
import importlib.util
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BARE = {"urllib3", "pydantic", "python-dateutil", "typing-extensions"}


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist, built from a copy so that nothing is left in the project."""
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("hatchling, which builds the distributions, is not installed here")
    folder = tmp_path_factory.mktemp("dist")
    for kind in ("wheel", "sdist"):
        command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(folder)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel(distributions: Path) -> Path:
    (found,) = distributions.glob("*.whl")
    return found


def test_the_wheel_is_typed_and_carries_the_package_alone(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "xi/sdk/resellers/py.typed" in names
    assert "xi/sdk/resellers/models/order_detail_b2_b.py" in names
    assert {name.split("/")[0] for name in names} == {"xi", next(n.split("/")[0] for n in names if "dist-info" in n)}
    assert not [name for name in names if "test" in name.lower() and not name.startswith("xi/sdk/resellers/testing")]


def test_the_namespaces_stay_open_for_other_packages(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "xi/__init__.py" not in names
    assert "xi/sdk/__init__.py" not in names
    assert "xi/sdk/resellers/__init__.py" in names


def test_the_source_distribution_carries_no_tests(distributions: Path) -> None:
    (found,) = distributions.glob("*.tar.gz")
    with tarfile.open(found) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    assert "xi/sdk/resellers/py.typed" in names
    assert {"README.md", "LICENSE", "pyproject.toml"} <= set(names)
    assert not [name for name in names if name.startswith(("test", "bench", "contract"))]


def test_the_bare_install_needs_four_packages(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    metadata = email.message_from_bytes(archive.read(next(n for n in archive.namelist() if n.endswith("/METADATA"))))
    needed = [each for each in metadata.get_all("Requires-Dist", ()) if "extra ==" not in each]
    assert {each.split(">")[0].split("<")[0].strip() for each in needed} == BARE
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT"
    assert {"cli", "sandbox", "all"} <= set(metadata.get_all("Provides-Extra", ()))


def test_another_package_lives_in_the_same_namespace(wheel: Path, tmp_path: Path) -> None:
    neighbour = tmp_path / "neighbour"
    (neighbour / "xi" / "sdk" / "neighbour").mkdir(parents=True)
    (neighbour / "xi" / "sdk" / "neighbour" / "__init__.py").write_text("NAME = 'neighbour'\n", "utf-8")
    (neighbour / "pyproject.toml").write_text(
        '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
        '[project]\nname = "xi.sdk.neighbour"\nversion = "1"\n'
        '[tool.hatch.build.targets.wheel]\nonly-include = ["xi"]\n',
        "utf-8",
    )
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=neighbour, check=True, capture_output=True)
    (other,) = tmp_path.glob("xi_sdk_neighbour-*.whl")
    # Importing the package needs none of what it depends on, so nothing is fetched.
    home = tmp_path / "home"
    venv.create(home, with_pip=True, symlinks=sys.platform != "win32")
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    install = [python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel), str(other)]
    subprocess.run(install, check=True, capture_output=True)
    code = (
        "import xi.sdk.resellers, xi.sdk.neighbour, xi, xi.sdk\n"
        "print(xi.sdk.neighbour.NAME, xi.__file__, xi.sdk.__file__, xi.sdk.resellers.__version__)\n"
    )
    found = subprocess.run([python, "-I", "-c", code], check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    assert found.split()[:3] == ["neighbour", "None", "None"]
