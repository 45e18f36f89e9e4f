"""Every code block of every page is run by a test: here, or by one that the registry names."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from blocks_kit import ROOT, WRITTEN, blocks, is_of_api, is_of_model, is_run_by, of_way, pages, reason, way
from python_kit import TOKENS, run, variables
from registry_kit import ELSEWHERE, NOT_RUN

from xi.sdk.resellers.sandbox import Sandbox, SandboxServer

PYTHON = [each for each in WRITTEN if not is_of_api(each) and of_way(each, "python")]


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SandboxServer]:
    """A sandbox that the variables of this process lead to; the examples write into a folder of their own."""
    monkeypatch.chdir(tmp_path)
    with SandboxServer(Sandbox(seed=1, access_tokens=TOKENS)) as server:
        for name, value in variables(server).items():
            monkeypatch.setenv(name, value)
        yield server


@pytest.mark.parametrize("page", PYTHON)
def test_the_programs_of_a_page_run(page: str, server: SandboxServer) -> None:
    run(of_way(page, "python"), server, {})


@pytest.mark.parametrize("page", [each for each in pages() if is_of_api(each)])
def test_the_programs_of_apis_run(page: str, server: SandboxServer, capsys) -> None:
    for block in blocks(page):
        run([block], server, {})
        print(capsys.readouterr().out[:300])
    assert 0
