"""`xi-orders help`: topics, schemas, words, states and commands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from xi.sdk.resellers.cli import options
from xi.sdk.resellers.cli.commands.help import TOPICS, _page, topic_text
from xi.sdk.resellers.cli.config import KEYS
from xi.sdk.resellers.cli.output import Mode, schema_names
from xi.sdk.resellers.cli.program import main
from xi.sdk.resellers.cli.words import WORDS, lines_of


@pytest.fixture
def shown(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Return a function that shows a page."""
    monkeypatch.setenv("HOME", str(tmp_path))

    def page(*names: str) -> str:
        assert main(["help", *names]) == 0
        out, err = capfd.readouterr()
        assert err == ""
        return out

    return page


def test_without_a_topic_they_are_listed(shown: Any) -> None:
    page = shown()
    assert [line.split()[0] for line in page.splitlines()[3 : 3 + len(TOPICS)]] == list(TOPICS)


def test_each_topic_and_each_word_has_a_page(shown: Any) -> None:
    for name in TOPICS:
        assert len(shown(name).splitlines()) > 5, name
    for name in WORDS:
        assert list(_page([name])) == lines_of(WORDS[name])


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["[bad-quantity]"], "xi-orders check orders.csv --decimal comma"),
        (["refused-on-repeat"], "refused_on_repeat"),
        (["doubt"], "States of an order"),
        (["place"], "xi-orders place --help"),
        (["ledger", "init"], "xi-orders ledger init --help"),
        (["schema"], "\n  record\n"),
        (["words"], "Each has a page"),
    ],
)
def test_a_page_is_found_by_what_a_person_sees(shown: Any, names: list[str], said: str) -> None:
    assert said in shown(*names)


def test_each_schema_is_shown_as_json(shown: Any) -> None:
    for name in schema_names():
        assert json.loads(shown("schema", name))["$schema"].endswith("2020-12/schema")


def test_the_topic_of_variables_has_every_variable() -> None:
    text = topic_text("environment")
    for key in KEYS.values():
        assert key.variable is None or key.variable in text
    for name in ("XI_CLIENT_SECRET,", "XI_PROFILE", "XI_CONFIG", "XI_WEBHOOK_SECRET", "XI_SANDBOX_TOKEN"):
        assert name.rstrip(",") in text


def test_the_topic_of_the_configuration_has_every_key() -> None:
    text = topic_text("configuration")
    for name in KEYS:
        assert name in text or name == "access_token"


def test_the_topic_of_formats_has_every_mode() -> None:
    for mode in Mode:
        assert f"\n  {mode.value:<5}  " in topic_text("formats")
    assert {each.value for each in Mode} == set(options.MODES)
