"""Builds sdist and wheel and tries them as a user has them: installed alone, run and checked. `tox -e dist` runs it.

Three checkers read a program against the installed wheel. mypy and pyright refuse a package without py.typed, and have
to do so here once that file is taken away. The third is pyrefly: it shares no code with the other two (basedpyright is
made from pyright), and has stable releases, which ty has not yet. It reads types also without py.typed.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
import venv
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
APPS = Path(__file__).with_name("apps")
BARE = ("pydantic", "python-dateutil", "typing-extensions", "urllib3")
"""What a bare install asks for; what these ask for comes with them."""
ASKED = """
from importlib.metadata import requires
print(*(each for each in requires("xi.sdk.resellers") if "extra" not in each))
"""
SANDBOX = """
import sys
from xi.sdk.resellers.sandbox import SandboxServer
with SandboxServer() as server:
    print(server.url, flush=True)
    sys.stdin.read()
"""
CHECKERS: dict[str, Callable[[Path], list[str]]] = {
    "mypy --strict": lambda python: ["mypy", "--strict", "--cache-dir=.mypy_cache", f"--python-executable={python}"],
    "pyright, strict": lambda python: ["pyright", f"--pythonpath={python}"],
    "pyrefly, strict": lambda python: [
        "pyrefly", "check", "--preset=strict", "--output-format=min-text", f"--python-interpreter-path={python}",
    ],
}  # fmt: skip
PYRIGHT = '{"typeCheckingMode": "strict", "include": ["."]}'


def main() -> None:
    """Do all of it in a new folder, and say what was found."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        sdist, wheel = built(work)
        run(["check-wheel-contents", wheel], ROOT)  # pyproject.toml says what it leaves alone
        run(["twine", "check", "--strict", sdist, wheel], work)
        say("check-wheel-contents and twine find nothing")
        bare = environment(work / "bare", str(wheel))
        smoke(bare, environment(work / "sandbox", f"{wheel}[sandbox]"), work)
        check(bare, work)
    say("sound")


def say(text: str) -> None:
    sys.stdout.write(f"dist: {text}\n")
    sys.stdout.flush()


def run(command: Sequence[str | Path], folder: Path) -> str:
    """Return what a command writes; end if it fails."""
    code, text = ran(command, folder)
    if code:
        sys.exit(f"{' '.join(map(str, command))} ended with {code}:\n{text}")
    return text


def ran(command: Sequence[str | Path], folder: Path) -> tuple[int, str]:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def built(work: Path) -> tuple[Path, Path]:
    """Return the sdist and the wheel. The wheel made from the sdist is the same, byte for byte."""
    sdist, wheel = build("sdist", ROOT, work / "sdist"), build("wheel", ROOT, work / "wheel")
    with tarfile.open(sdist) as archive:
        archive.extractall(work / "source", filter="data")
    (source,) = (work / "source").iterdir()
    again = build("wheel", source, work / "again")
    if wheel.read_bytes() != again.read_bytes():
        sys.exit(f"the sdist builds another wheel: {wheel} and {again} differ")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    say(f"{sdist.name} has {sdist.stat().st_size / 1e6:.2f} MB, {wheel.name} {wheel.stat().st_size / 1e6:.2f} MB")
    say(f"the sdist builds the same wheel, byte for byte: sha256 {digest}")
    return sdist, wheel


def build(kind: str, source: Path, into: Path) -> Path:
    run([sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", into], source)
    (made,) = into.iterdir()
    return made


def environment(folder: Path, requirement: str) -> Path:
    """Return the Python of a new environment that has one thing installed, and what it asks for."""
    venv.create(folder, with_pip=True, symlinks=True)
    python = folder / "bin" / "python"
    run([python, "-m", "pip", "install", "--quiet", "--no-cache-dir", requirement], folder)
    run([python, "-m", "pip", "check"], folder)
    return python


def smoke(bare: Path, other: Path, work: Path) -> None:
    """Place an order from the bare install, at a sandbox of another install."""
    asked = sorted(re.split(r"[<>=]", each)[0] for each in run([bare, "-I", "-c", ASKED], work).split())
    if asked != sorted(BARE):
        sys.exit(f"a bare install asks for {asked}, and should ask for {BARE}")
    with subprocess.Popen(
        [other, "-I", "-c", SANDBOX], cwd=work, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as sandbox:
        if sandbox.stdin is None or sandbox.stdout is None:
            sys.exit("the sandbox has no pipes")
        url = sandbox.stdout.readline().strip()
        where, said = run([bare, "-I", "-W", "error", APPS / "shop.py", url], work).splitlines()
        sandbox.stdin.close()
    if not Path(where).is_relative_to(bare.parents[1]):
        sys.exit(f"the package that ran is {where}, and not the installed one")
    if said != "PO-1 [2] True True order_shipped":
        sys.exit(f"the program said: {said}")
    say("a program places and reads an order with the bare install")


def check(python: Path, work: Path) -> None:
    """Let each checker read a good program, one with mistakes, and the good one without py.typed."""
    folder = work / "apps"
    folder.mkdir()
    for each in APPS.glob("*.py"):
        (folder / each.name).write_bytes(each.read_bytes())
    (folder / "pyrightconfig.json").write_text(PYRIGHT, encoding="utf-8")
    lines = (folder / "mistaken.py").read_text(encoding="utf-8").splitlines()
    wanted = {number for number, line in enumerate(lines, 1) if "# mistake: " in line}
    for name, command in CHECKERS.items():
        run([*command(python), "shop.py"], folder)
        _, text = ran([*command(python), "mistaken.py"], folder)
        found = {int(number) for number in re.findall(r"mistaken\.py:(\d+):(?=.*error)", text, re.IGNORECASE)}
        found |= {int(number) for number in re.findall(r"^ERROR mistaken\.py:(\d+):", text, re.MULTILINE)}
        if found != wanted:
            sys.exit(f"{name} finds mistakes in lines {sorted(found)} instead of {sorted(wanted)}:\n{text}")
        say(f"{name}: the program is right, and each of {len(wanted)} mistakes is found")
    (marker,) = python.parents[1].glob("lib/python*/site-packages/xi/sdk/resellers/py.typed")
    marker.unlink()
    for name, words in {
        "mypy --strict": "missing library stubs or py.typed",
        "pyright, strict": "Stub file not found",
    }.items():
        command = CHECKERS[name](python)
        code, text = ran([*command, *(["--cache-dir=.untyped"] if "mypy" in name else []), "shop.py"], folder)
        if code == 0 or words not in text:
            sys.exit(f"{name} does not miss py.typed, so nothing shows that it reads it:\n{text}")
    say("without py.typed mypy and pyright refuse the package")


if __name__ == "__main__":
    main()
