"""Looks for unsafe code with bandit, and for known vulnerabilities with pip-audit; `tox -e security` runs it.

ruff has the rules of bandit too, under the same numbers: S608 is B608. So one mark is enough where both see the same: a
finding counts as answered if its lines have `# noqa: S608` and the reason. What ruff does not see has `# nosec B608`.

pip-audit asks PyPI about each installed version. Where PyPI does not answer, nothing is known: that is said in plain
words, and it is a failure where CI is `true`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
CHECKED = ("xi", "xi_sdk_resellers_pytest.py", "contract/generator", "docs")
GENERATED = {
    ("xi/sdk/resellers/__init__.py", "B105"): "the name of a module, `_core.redact`, beside that of the class Secret"
}
"""Findings in generated files, which have no room for a mark, with the reason."""


def main() -> None:
    """Run both, and fail if either found something."""
    failures = [*bandit(), *audit()]
    for each in failures:
        sys.stdout.write(f"security: {each}\n")
    sys.exit(1 if failures else 0)


def bandit() -> list[str]:
    """Return the findings that have no reason beside them."""
    config = ["--configfile", "pyproject.toml", "--format", "json", "--quiet", "--recursive"]
    _, report = ran([sys.executable, "-m", "bandit", *config, *CHECKED])
    if report["errors"] or not report["metrics"]["_totals"]["loc"]:
        return [f"bandit could not read all: {report['errors']}"]
    open_ones = [each for each in report["results"] if not is_answered(each)]
    sys.stdout.write(
        f"security: bandit read {report['metrics']['_totals']['loc']} lines: {len(open_ones)} findings, "
        f"{len(report['results']) - len(open_ones)} more with a reason, besides those with nosec\n"
    )
    return [f"{each['filename']}:{each['line_number']} {each['test_id']} {each['issue_text']}" for each in open_ones]


def is_answered(finding: dict[str, Any]) -> bool:
    """Return whether the lines of a finding have the mark of ruff for the same rule."""
    name = finding["filename"].removeprefix("./")
    if (name, finding["test_id"]) in GENERATED:
        return True
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    here = lines[min(finding["line_range"]) - 1 : max(finding["line_range"])]
    return any("# noqa: " in line and finding["test_id"].replace("B", "S", 1) in line for line in here)


def audit() -> list[str]:
    """Return the known vulnerabilities of what is installed, or that nothing is known."""
    arguments = ["--local", "--skip-editable", "--format", "json", "--progress-spinner", "off"]
    code, report = ran([sys.executable, "-m", "pip_audit", *arguments])
    packages = report["dependencies"] if report else []
    asked = [each for each in packages if "vulns" in each]
    unknown = [each["name"] for each in packages if "vulns" not in each]
    if not asked:
        said = f"pip-audit: NOT REACHED (exit code {code}): nothing is known about {len(unknown) or 'all'} packages"
        if os.environ.get("CI") == "true":
            return [said]
        sys.stdout.write(f"security: {said}. Run it again where PyPI answers /pypi/NAME/VERSION/json\n")
        return []
    sys.stdout.write(f"security: pip-audit asked about {len(asked)} packages; not known to PyPI: {unknown or 'none'}\n")
    return [f"{each['name']} {each['version']}: {one['id']}" for each in asked for one in each["vulns"]]


def ran(command: list[str]) -> tuple[int, Any]:
    """Return the exit code, and what was written as JSON; None if that is none."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    try:
        return done.returncode, json.loads(done.stdout)
    except ValueError:
        sys.stdout.write(done.stderr[-2_000:])
        return done.returncode, None


if __name__ == "__main__":
    main()
