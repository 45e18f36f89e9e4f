"""Every code block of every page is run by a test: here, or by one that the registry names."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import tomllib
from collections.abc import Iterator
from configparser import RawConfigParser
from pathlib import Path

import pytest
import yaml
from blocks_kit import (
    ROOT,
    WRITTEN,
    Block,
    blocks,
    is_of_api,
    is_of_model,
    is_run_by,
    of_way,
    pages,
    reason,
    way,
)
from cli_kit import Cli
from command_kit import is_printed, lines, not_printed
from lines_kit import CODES, SHOWN, TYPED, WORLDS, Worlds, of
from person_kit import inside
from python_kit import TOKENS, Program, variables, world
from registry_kit import ELSEWHERE, NOT_RUN
from test_contributing import ADDITION
from words_kit import calls_in, each_entry, entry_of, parsed

import xi.sdk.resellers
from xi.sdk.resellers.cli.words import WORDS
from xi.sdk.resellers.sandbox import Sandbox, SandboxServer
from xi.sdk.resellers.testing import WebhookReceiver

APIS = [each for each in pages() if is_of_api(each)]
MODELS = [each for each in pages() if is_of_model(each)]
LINES = [each for each in WRITTEN if of_way(each, "command")]
PYTHON = [each for each in WRITTEN if not is_of_api(each) and of_way(each, "python")]


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SandboxServer]:
    """A sandbox that the variables of this process lead to; the examples write into a folder of their own."""
    monkeypatch.chdir(tmp_path)
    with SandboxServer(Sandbox(seed=1, access_tokens=TOKENS)) as server:
        for name, value in variables(server).items():
            monkeypatch.setenv(name, value)
        yield server


def test_every_block_is_run_or_has_a_reason() -> None:
    assert [f"{each} {each.language}" for page in WRITTEN for each in blocks(page) if not way(each)] == []


def test_nothing_is_registered_that_is_not_there() -> None:
    for page, reasons in NOT_RUN.items():
        for text in reasons:
            assert any(text in each.text for each in blocks(page)), f"{page} has no block with {text!r}"
    for page, language in ELSEWHERE:
        assert any(each.language == language for each in blocks(page)), f"{page} has no {language}"
    for table in (WORLDS, CODES, TYPED):
        for page, begins in table.items():
            shown = [f"{line.text}\n" for each in of_way(page, "command") for line in lines(each)]
            for begin in begins:
                assert any(each.startswith(begin) for each in shown), f"{page} has no line {begin!r}"


@pytest.mark.apart
@pytest.mark.parametrize("page", PYTHON)
def test_the_programs_of_a_page_run_and_print_what_it_shows(
    page: str, server: SandboxServer, capsys: pytest.CaptureFixture[str]
) -> None:
    names_an_order = any("20-RD128" in each.text for each in of_way(page, "python"))
    program = Program(server, world(server) if names_an_order else {})
    try:
        printed = ""
        for block in blocks(page):
            if way(block) == "python":
                capsys.readouterr()
                program.run(block)
                printed = "".join(capsys.readouterr())
            elif way(block) == "output":
                missing = [each for each in block.text.splitlines() if not is_printed(each, printed)]
                assert missing == [], f"{block}: {printed}"
    finally:
        program.close()


@pytest.mark.parametrize("page", APIS)
def test_the_example_of_an_operation_gets_its_answer(
    page: str, server: SandboxServer, capsys: pytest.CaptureFixture[str]
) -> None:
    with WebhookReceiver() as receiver:
        urls = {f"https://hooks.example.com/ingram/{each}": receiver.url for each in ("orders", "stock")}
        numbers = world(server) | urls
        for block in blocks(page):
            Program(server, numbers).run(block)
            printed = capsys.readouterr().out
            assert " failed: " not in printed, f"{block}: {printed}"


def test_the_import_on_the_page_of_a_model_gives_the_model() -> None:
    assert len(MODELS) > 200
    for page in MODELS:
        (block,) = blocks(page)
        names: dict[str, object] = {}
        exec(compile(block.text, page, "exec"), names)
        name = Path(page).stem
        assert names[name] is getattr(xi.sdk.resellers, name), page


@pytest.mark.apart
@pytest.mark.parametrize("page", LINES)
def test_the_lines_of_a_page_that_call_the_command_do_what_it_shows(page: str, tmp_path: Path) -> None:
    wrong = []
    for block in of_way(page, "command"):
        with Worlds(tmp_path / str(block.line)) as worlds:
            for line in lines(block):
                ran = worlds.run(page, line)
                missing = not_printed(line, ran, SHOWN.get(page, {}))
                code = of(CODES, page, line.text) or 0
                if ran.code != code or missing or "Traceback" in ran.err:
                    wrong.append(f"{block}: {line.text}: {ran.code}; not there: {missing}\n{ran.err}{ran.out}")
    assert not wrong, "\n\n".join(wrong)


def documents(text: str) -> list[object]:
    """Return the documents of JSON in a text: one, or one after the other."""
    found = []
    while text := text.lstrip():
        document, end = json.JSONDecoder().raw_decode(text)
        found.append(document)
        text = text[end:]
    return found


def read(block: Block) -> object:
    """Return what a block of data says."""
    if block.language == "json":
        return documents(block.text)
    if block.language == "toml":
        return tomllib.loads(block.text)
    if block.language == "yaml":
        return list(yaml.safe_load_all(block.text))
    if block.language == "ini":
        parser = RawConfigParser(strict=False)
        parser.read_string(block.text)
        return parser.sections()
    assert block.language == "csv"
    header, *rows = csv.reader(io.StringIO(block.text))
    assert {len(each) for each in rows} == {len(header)}
    return rows


@pytest.mark.parametrize("block", [each for page in WRITTEN for each in of_way(page, "data")], ids=str)
def test_data_can_be_read_also_by_the_command(block: Block, tmp_path: Path) -> None:
    said = read(block)
    assert said
    if isinstance(said, dict) and "profiles" in said:
        (tmp_path / "config.toml").write_text(block.text, "utf-8")
        for profile in said["profiles"]:
            ran = inside(Cli(tmp_path))(
                "config", "show", "--config", str(tmp_path / "config.toml"), "--profile", profile
            )
            assert ran.code == 0, ran.err
            assert said["profiles"][profile]["customer_number"] in ran.out


def test_blocks_that_others_run_are_named_there() -> None:
    made = {f"{each.says}\n" for each in WORDS.values()}
    typed_lines = [*(each.examples for each in each_entry()), *(each.type for each in WORDS.values())]
    made |= {"\n".join([*each, ""]) for each in typed_lines}
    recipes = (ROOT / "docs/contributing.md").read_text("utf-8")
    made |= {
        re.sub(rf"^{each['indent']}", "", f"{each['text']}\n", flags=re.MULTILINE)
        for each in ADDITION.finditer(recipes)
    }
    for (page, language), tests in ELSEWHERE.items():
        for block in (each for each in of_way(page, "elsewhere") if each.language == language):
            assert block.text in made or any(is_run_by(block, each) for each in tests), str(block)


def test_what_is_not_run_is_right_for_its_reader() -> None:
    for page in WRITTEN:
        for block in of_way(page, "not run"):
            assert reason(block)
            if block.language in ("sh", "crontab") or "* * *" in block.text:
                # What cron reads before the command are its times.
                text = re.sub(r"^(?:[-\d*/,]+ +){5}", "", block.text, flags=re.MULTILINE)
                subprocess.run(["sh", "-n"], input=text, text=True, check=True, capture_output=True)
            for args in calls_in(block.text):
                assert parsed(args).entry is entry_of(args), f"{block}: {args}"
