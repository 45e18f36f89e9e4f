"""The wheel and the sdist contain only the package, and share the namespace `xi.sdk` with other packages."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "xi" / "sdk" / "resellers"
PLUGIN = "xi_sdk_resellers_pytest.py"
Once = Callable[[str, Callable[[Path], object]], Path]


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(kind: str, source: Path, into: Path) -> Path:
    """Build without a network: call the build backend directly, in this environment."""
    run(sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", into, cwd=source)
    (made,) = into.iterdir()
    return made


@pytest.fixture(scope="session")
def wheel(once: Once) -> Path:
    """The wheel, built from this tree."""
    (made,) = once("wheel", lambda into: build("wheel", ROOT, into)).iterdir()
    return made


@pytest.fixture(scope="session")
def content(wheel: Path) -> set[str]:
    """Paths of all files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="session")
def metadata(wheel: Path, content: set[str]) -> Message:
    """The metadata of the wheel."""
    (name,) = (path for path in content if path.endswith(".dist-info/METADATA"))
    with zipfile.ZipFile(wheel) as archive:
        return Parser().parsestr(archive.read(name).decode())


def test_the_wheel_contains_exactly_the_files_of_the_package(content: set[str]) -> None:
    package = {path for path in content if ".dist-info/" not in path}
    wanted = {path.relative_to(ROOT).as_posix() for path in PACKAGE.rglob("*") if path.is_file()} | {PLUGIN}
    assert package == {path for path in wanted if "__pycache__" not in path}
    assert len(package) > 100


def test_the_wheel_is_marked_as_typed(content: set[str]) -> None:
    assert "xi/sdk/resellers/py.typed" in content


def test_the_wheel_does_not_claim_the_namespace(content: set[str]) -> None:
    """With an `__init__.py` there, another `xi.sdk` package could not be installed next to this one."""
    assert not content & {"xi/__init__.py", "xi/sdk/__init__.py"}


def test_the_wheel_contains_no_tests(content: set[str]) -> None:
    assert [path for path in content if re.search(r"(^|/)(tests?|conftest\.py|test_[^/]*)(/|$)", path)] == []


def test_a_bare_install_needs_four_packages(metadata: Message) -> None:
    needed = [each for each in metadata.get_all("Requires-Dist", []) if "extra ==" not in each]
    names = sorted(re.split(r"[^A-Za-z0-9_.-]", each)[0] for each in needed)
    assert names == ["pydantic", "python-dateutil", "typing-extensions", "urllib3"]


def test_everything_else_is_an_extra(metadata: Message) -> None:
    extras = set(metadata.get_all("Provides-Extra", []))
    assert {"all", "cli", "sandbox"} <= extras
    for each in metadata.get_all("Requires-Dist", []):
        named = re.findall(r"extra == '([^']*)'", each)
        assert set(named) <= extras


def test_the_metadata_has_what_an_index_shows(metadata: Message) -> None:
    from xi.sdk.resellers import __version__

    assert metadata["Name"] == "xi.sdk.resellers"
    assert metadata["Version"] == __version__
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert metadata.get_payload() == (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_licence_is_in_the_wheel(content: set[str]) -> None:
    assert [path for path in content if path.endswith(".dist-info/licenses/LICENSE")]


def test_the_sdist_builds_the_same_wheel(content: set[str], tmp_path: Path) -> None:
    with tarfile.open(build("sdist", ROOT, tmp_path / "sdist")) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    assert {path.name for path in source.iterdir()} >= {"README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml"}
    assert not (source / "test").exists()
    with zipfile.ZipFile(build("wheel", source, tmp_path / "out")) as archive:
        assert set(archive.namelist()) == content


@dataclass(frozen=True)
class Installed:
    """A new environment with the wheel installed."""

    folder: Path
    site_packages: Path

    def python(self, code: str) -> str:
        """Run code in the environment, without this tree and PYTHONPATH."""
        return run(self.folder / "bin" / "python", "-I", "-W", "error", "-c", code, cwd=self.folder).strip()


@pytest.fixture(scope="session")
def installed(wheel: Path, once: Once) -> Installed:
    """Install the wheel without a network: its dependencies come from the running environment."""

    def make(folder: Path) -> None:
        venv.create(folder, symlinks=True)
        command = ["install", "--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check", wheel]
        run(sys.executable, "-m", "pip", "--python", folder / "bin" / "python", *command, cwd=folder)
        # Only the folders themselves are added to the path, so an editable install of this tree is not visible.
        paths = [path for path in sys.path if Path(path).name in ("site-packages", "dist-packages")]
        (site_packages(folder) / "running_environment.pth").write_text("\n".join(paths) + "\n", encoding="utf-8")

    folder = once("installed", make)
    return Installed(folder, site_packages(folder))


def site_packages(folder: Path) -> Path:
    (found,) = (folder / "lib").glob("python*/site-packages")
    return found


def test_the_installed_wheel_is_imported(installed: Installed) -> None:
    where = installed.python("import xi.sdk.resellers; print(xi.sdk.resellers.__file__)")
    assert Path(where) == installed.site_packages / "xi" / "sdk" / "resellers" / "__init__.py"


def test_an_installed_wheel_makes_calls_up_to_the_network(installed: Installed) -> None:
    """All layers are installed: client, transport and models."""
    code = """
from xi.sdk.resellers import ApiClient, Configuration, NotSentException, OrdersApi, RetryPolicy
configuration = Configuration("http://127.0.0.1:1", access_token="t", retry=RetryPolicy(attempts=1))
with ApiClient(configuration) as client:
    try:
        OrdersApi(client).post_createorder_v6("20-1", "US", "id", {"customerOrderNumber": "A"})
    except NotSentException as error:
        print(type(error).__name__)
"""
    assert installed.python(code) == "NotSentException"


@pytest.mark.parametrize("first", ["resellers", "other"])
@pytest.mark.parametrize("apart", [False, True], ids=["in one folder", "in two folders"])
def test_another_package_can_live_in_the_same_namespace(
    installed: Installed, tmp_path: Path, first: str, apart: bool
) -> None:
    """Both orders of import work, and the other package may be installed anywhere."""
    name = f"other{int(apart)}"
    folder = (tmp_path if apart else installed.site_packages) / "xi" / "sdk" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "__init__.py").write_text("WHO = 'another package'\n", encoding="utf-8")
    lines = ["import xi.sdk.resellers", f"import xi.sdk.{name}"]
    path = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n" if apart else ""
    code = path + "\n".join(lines if first == "resellers" else reversed(lines))
    printed = installed.python(f"{code}\nprint(xi.sdk.resellers.OrdersApi.__name__, xi.sdk.{name}.WHO)")
    assert printed == "OrdersApi another package"


def test_the_command_is_installed(installed: Installed) -> None:
    assert (installed.folder / "bin" / "xi-orders").is_file()


def test_pytest_finds_the_fixtures(installed: Installed) -> None:
    code = """
from importlib.metadata import distribution
(found,) = distribution("xi.sdk.resellers").entry_points.select(group="pytest11")
print(found.name, found.load().__file__)
"""
    name, where = installed.python(code).split()
    assert name == "xi_sdk_resellers"
    assert Path(where) == installed.site_packages / PLUGIN


def test_a_command_without_its_extra_names_the_extra(installed: Installed) -> None:
    code = """
import sys
sys.modules["typer"] = None
from xi.sdk.resellers.cli import main
try:
    main()
except (SystemExit, ImportError) as error:
    print(error)
"""
    assert '(the extra "cli"): pip install "typer' in installed.python(code)
