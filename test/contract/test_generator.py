"""What is committed is what the contract gives: no line differs, and no file stays that is not generated."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from generator.document import ContractError, load, read_yaml
from generator.output import OutputError, copy, formatted, orphans

ROOT = Path(__file__).parents[2]
PACKAGE = Path("xi/sdk/resellers")


def test_the_committed_files_are_what_the_contract_gives(generated: dict[Path, str]) -> None:
    assert len(generated) > 200
    committed = {path: (ROOT / path).read_text("utf-8") for path in generated if (ROOT / path).is_file()}
    assert sorted(generated.keys() - committed) == []
    assert [path for path in generated if committed[path] != generated[path]] == [], "run `tox -e generate`"


def test_no_file_stands_among_them_that_is_not_generated(generated: dict[Path, str]) -> None:
    assert orphans(generated, ROOT) == []


def test_the_published_contract_is_its_files_bundled(bundled: dict[str, Any]) -> None:
    published = read_yaml((ROOT / "contract" / "openapi.yaml").read_text("utf-8"))
    assert published == bundled
    assert "common.yaml" not in yaml.safe_dump(published)
    as_json = json.loads((ROOT / "contract" / "vectors" / "contract.json").read_text("utf-8"))
    del as_json["$comment"]
    assert as_json == bundled


@pytest.mark.parametrize(
    "stray",
    [
        PACKAGE / "models" / "gone.py",
        PACKAGE / "api" / "gone_api.py",
        PACKAGE / "aio" / "gone_api.py",
        PACKAGE / "_core" / "operations" / "gone.py",
        Path("docs/models/Gone.md"),
    ],
    ids=str,
)
def test_a_stray_file_in_a_generated_folder_is_found_and_removed(tmp_path: Path, stray: Path) -> None:
    kept = [PACKAGE / "models" / "_model.py", PACKAGE / "aio" / "api_client.py", Path("docs/errors.md")]
    for path in (stray, *kept):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("Written.\n", "utf-8")
    assert orphans({}, tmp_path) == [stray]
    copy({}, tmp_path)
    assert [path for path in (stray, *kept) if (tmp_path / path).exists()] == kept


def test_the_page_of_a_class_that_is_gone_is_removed(tmp_path: Path, generated: dict[Path, str]) -> None:
    page = tmp_path / "docs" / "GoneApi.md"
    page.parent.mkdir()
    page.write_text(generated[Path("docs/OrdersApi.md")], "utf-8")
    copy({}, tmp_path)
    assert not page.exists()


@pytest.mark.parametrize("text", ["def (", "print(absent)\n", "def a(): ...\ndef a(): ...\n"])
def test_what_cannot_be_right_is_refused_and_nothing_is_copied(text: str) -> None:
    with pytest.raises(OutputError, match=r"api/wrong\.py"):
        formatted({PACKAGE / "api" / "wrong.py": text})


def test_the_command_writes_them_and_says_where_the_contract_is_wrong(tmp_path: Path) -> None:
    copied = tmp_path / "openapi"
    copied.mkdir()
    for path in (ROOT / "contract" / "openapi").glob("*.yaml"):
        text = path.read_text("utf-8").replace(
            "operationId: put-ordermodify", "operationId: put-ordermodify\n      x-slip: 1"
        )
        (copied / path.name).write_text(text, "utf-8")
    command = [sys.executable, "-m", "generator", "--into", str(tmp_path), "--contract", str(copied)]
    ran = subprocess.run(command, cwd=ROOT / "contract", capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr.startswith("orders.yaml#/paths/~1resellers~1v6~1orders~1{orderNumber}/put/x-slip: no rule for")
    assert not (tmp_path / "xi").exists()


def test_a_key_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "common.yaml").write_text("openapi: 3.1.0\nopenapi: 3.0.0\n", "utf-8")
    with pytest.raises(ContractError, match=r"common\.yaml, line 2: 'openapi' is there twice"):
        load(tmp_path)


def test_what_is_no_yaml_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "common.yaml").write_text("openapi: 3.1.0\ninfo: a: b\n", "utf-8")
    with pytest.raises(ContractError, match=r"common\.yaml, line 2: is no YAML: mapping values are not allowed"):
        load(tmp_path)
