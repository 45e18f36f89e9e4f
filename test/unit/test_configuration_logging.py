"""The loggers of a Configuration: the level is lowered only on demand, and the log file can change."""

from __future__ import annotations

import copy
import logging
from pathlib import Path

import pytest

from xi.sdk.resellers.configuration import Configuration

PACKAGE = logging.getLogger("xi.sdk.resellers")
URLLIB3 = logging.getLogger("urllib3")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "calls.log"


def test_the_loggers_are_the_published_ones() -> None:
    assert Configuration().logger == {"package_logger": PACKAGE, "urllib3_logger": URLLIB3}


def test_debug_is_off_and_does_not_change_the_level_of_the_program() -> None:
    PACKAGE.setLevel(logging.ERROR)
    configuration = Configuration()
    assert configuration.debug is False
    configuration.debug = False
    assert PACKAGE.level == logging.ERROR


def test_debug_lowers_the_level_and_restores_it() -> None:
    configuration = Configuration()
    configuration.debug = True
    assert configuration.debug is True
    assert PACKAGE.level == logging.DEBUG
    configuration.debug = False
    assert configuration.debug is False
    assert PACKAGE.level == logging.NOTSET


def test_debug_never_lowers_the_level_of_urllib3_which_does_not_hide_secrets() -> None:
    URLLIB3.setLevel(logging.WARNING)
    configuration = Configuration()
    configuration.debug = True
    assert URLLIB3.level == logging.WARNING


def test_another_configuration_does_not_switch_debug_off() -> None:
    Configuration().debug = True
    Configuration().debug = False
    assert PACKAGE.level == logging.DEBUG


def test_no_file_is_written_by_default() -> None:
    configuration = Configuration()
    assert configuration.logger_file is None
    assert configuration.logger_file_handler is None
    assert configuration.logger_stream_handler is None


def test_logs_go_to_the_file_in_the_format_given(log: Path) -> None:
    configuration = Configuration()
    configuration.logger_format = "<%(levelname)s> %(message)s"
    configuration.logger_file = str(log)
    assert configuration.logger_file == str(log)
    PACKAGE.warning("one")
    URLLIB3.warning("two")
    assert log.read_text() == "<WARNING> one\n<WARNING> two\n"
    configuration.logger_file = None


def test_the_format_of_an_open_file_can_be_changed(log: Path) -> None:
    configuration = Configuration()
    configuration.logger_file = str(log)
    configuration.logger_format = "%(message)s!"
    assert configuration.logger_format == "%(message)s!"
    PACKAGE.warning("now")
    assert log.read_text() == "now!\n"
    configuration.logger_file = None


def test_the_default_format_has_time_level_and_message(log: Path) -> None:
    configuration = Configuration()
    configuration.logger_file = str(log)
    PACKAGE.warning("said")
    configuration.logger_file = None
    assert configuration.logger_format == "%(asctime)s %(levelname)s %(message)s"
    assert log.read_text().endswith(" WARNING said\n")


@pytest.mark.parametrize("off", [None, ""])
def test_a_removed_log_file_is_closed_and_no_longer_written(log: Path, off: str | None) -> None:
    configuration = Configuration()
    configuration.logger_file = str(log)
    handler = configuration.logger_file_handler
    assert handler is not None
    configuration.logger_file = off
    assert configuration.logger_file_handler is None
    assert handler not in PACKAGE.handlers
    assert handler not in URLLIB3.handlers
    assert handler.stream is None
    PACKAGE.warning("later")
    assert log.read_text() == ""


def test_another_log_file_replaces_the_first(log: Path) -> None:
    configuration = Configuration()
    configuration.logger_file = str(log)
    other = log.with_name("other.log")
    configuration.logger_file = str(other)
    PACKAGE.warning("where")
    configuration.logger_file = None
    assert log.read_text() == ""
    assert "where" in other.read_text()


def test_a_log_file_is_appended_to_in_utf8_on_every_system(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log.write_text("before\n")
    # What a Windows machine would choose for a file, where nobody says: many an address does not fit in.
    monkeypatch.setattr("locale.getencoding", lambda: "cp1252")
    configuration = Configuration()
    configuration.logger_file = str(log)
    PACKAGE.warning("Größe 日本")
    assert configuration.logger_file_handler is not None
    assert configuration.logger_file_handler.encoding == "utf-8"
    configuration.logger_file = None
    assert log.read_bytes().decode("utf-8").splitlines()[0] == "before"
    assert "Größe 日本" in log.read_bytes().decode("utf-8")


def test_a_copy_does_not_open_the_file_again(log: Path) -> None:
    configuration = Configuration()
    configuration.logger_file = str(log)
    copy.deepcopy(configuration)
    PACKAGE.warning("once")
    configuration.logger_file = None
    assert log.read_text().count("once") == 1
