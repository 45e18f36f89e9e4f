"""Plants secrets in a call, and looks for them in everything that a failed call leaves behind."""

from __future__ import annotations

import logging
import pickle
import re
import traceback
import warnings
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from pathlib import Path
from threading import Lock
from types import FrameType, FunctionType, MethodType, ModuleType, TracebackType
from typing import Any

_HERE = str(Path(__file__).parent)
_PLANTED = re.compile(r"s3cret-(\d{5})-(\w+)")
_ENOUGH = 20_000
"""The most objects of a frame to look at; only a fault of the search gets there."""
_OPAQUE = (type, ModuleType, FunctionType, MethodType, FrameType, TracebackType, logging.Logger, int, float)


class Secrets:
    """The secrets of one case: all different, and all of one form that one search finds."""

    def __init__(self, number: int) -> None:
        self.number = number
        kinds = ("token", "client", "cookie", "header", "user", "password", "query")
        self.token, self.client, self.cookie, self.header, self.user, self.password, self.query = (
            f"s3cret-{number:05d}-{kind}" for kind in kinds
        )
        self._packed = b64encode(f"{self.user}:{self.password}".encode()).decode()

    def within(self, text: str) -> set[str]:
        """Return the kinds of secrets in a text."""
        kinds = {kind for _, kind in _PLANTED.findall(text)}
        return kinds | {"user and password, in base64"} if self._packed in text else kinds


def text_findings(where: str, texts: Iterable[str], secrets: Secrets) -> list[str]:
    """Return which secrets are in some texts."""
    kinds = sorted(set().union(*map(secrets.within, texts)))
    return [f"{where} tells the {', '.join(kinds)}"] if kinds else []


_formatting = Lock()
"""Python 3.11 fails where two threads parse source at once, as each traceback does."""


def findings(error: BaseException, secrets: Secrets) -> list[str]:
    """Return which secrets an error shows, and where."""
    with _formatting:
        return _findings(error, secrets)


def _findings(error: BaseException, secrets: Secrets) -> list[str]:
    found: list[str] = []
    for each in chain_of(error):
        kind = type(each).__name__
        found += text_findings(f"str of {kind}", [str(each)], secrets)
        found += text_findings(f"repr of {kind}", [repr(each), repr(each.args), repr(vars(each))], secrets)
        found += text_findings(f"notes of {kind}", getattr(each, "__notes__", ()), secrets)
    data = pickle.dumps(error)
    found += text_findings("pickle", [data.decode("latin-1")], secrets)
    found += text_findings("pickled and read", traceback.format_exception(pickle.loads(data)), secrets)
    found += text_findings("traceback", traceback.format_exception(error), secrets)
    return found + frame_findings(error, secrets)


def frame_findings(error: BaseException, secrets: Secrets) -> list[str]:
    """Return which secrets the frames of an error hold; frames of tests do not count."""
    found: list[str] = []
    for each in chain_of(error):
        summary = traceback.TracebackException.from_exception(each, capture_locals=True)
        for frame in summary.stack:
            if not frame.filename.startswith(_HERE):
                shown = [f"{name} = {value}" for name, value in (frame.locals or {}).items()]
                found += text_findings(f"capture_locals in {_place(frame.filename, frame.name)}", shown, secrets)
        for frame, _ in traceback.walk_tb(each.__traceback__):
            if not frame.f_code.co_filename.startswith(_HERE):
                place = _place(frame.f_code.co_filename, frame.f_code.co_qualname)
                for path, text in reached(frame.f_locals):
                    found += text_findings(f"{place}: {path}", [text], secrets)
    return found


def _place(filename: str, name: str) -> str:
    return f"{Path(filename).name}:{name}"


def chain_of(error: BaseException) -> Iterator[BaseException]:
    """Yield an error, its causes and contexts, and the members of groups, each once."""
    left: list[BaseException | None] = [error]
    seen: set[int] = set()
    while left:
        each = left.pop()
        if each is not None and id(each) not in seen:
            seen.add(id(each))
            yield each
            left += [each.__cause__, each.__context__]
            left += each.exceptions if isinstance(each, BaseExceptionGroup) else []


def reached(names: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every text that tools show of some values, with the path to it.

    Reporters of errors take containers and dataclasses apart, and show the repr of everything else.
    """
    left = [(name, value) for name, value in names.items()]
    seen: set[int] = set()
    kept = []  # so that no number of an object comes twice
    while left and len(seen) < _ENOUGH:
        path, value = left.pop()
        if id(value) in seen or value is None or isinstance(value, _OPAQUE):
            continue
        seen.add(id(value))
        kept.append(value)
        if isinstance(value, str):
            yield path, value
        elif isinstance(value, (bytes, bytearray, memoryview)):
            yield path, bytes(value).decode("latin-1")
        elif isinstance(value, Mapping):
            left += ((f"{path}[{key!r:.40}]", inner) for pair in list(value.items()) for key, inner in [pair])
            left += ((f"a key of {path}", key) for key in list(value))
        elif isinstance(value, (list, tuple, set, frozenset)):
            left += ((f"{path}[{number}]", inner) for number, inner in enumerate(value))
        elif is_dataclass(value) and hasattr(type(value).__repr__, "__wrapped__"):
            left += ((f"{path}.{each.name}", getattr(value, each.name, None)) for each in fields(value) if each.repr)
        else:
            yield f"repr of {path}", repr(value)


class LogCapture(logging.Handler):
    """Keeps log records and warnings."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.records: list[logging.LogRecord] = []
        self.warned: list[warnings.WarningMessage] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def texts(self) -> Iterator[str]:
        """Yield all that was logged and all warnings, with the fields and tracebacks of the records."""
        form = logging.Formatter()
        for record in self.records:
            yield form.format(record)
            yield repr(vars(record))
        yield from (str(each.message) for each in self.warned)

    def leaks(self) -> list[str]:
        """Return which secrets are in logs or warnings, with the number of the case."""
        found = {(line[:200], *pair) for line in self.texts() for pair in _PLANTED.findall(line)}
        return [f"the log tells the {kind} of case {number}: {line}" for line, number, kind in sorted(found)]

    def doubt_warnings(self, correlation_id: str) -> list[logging.LogRecord]:
        """Return the warnings of the package that carry a correlation ID."""
        ours = (each for each in self.records if each.name == "xi.sdk.resellers" and each.levelno == logging.WARNING)
        return [each for each in ours if getattr(each, "correlation_id", None) == correlation_id]


_LOGGERS = ("xi.sdk.resellers", "urllib3", "aiohttp", "asyncio")


@contextmanager
def captured_logs() -> Iterator[LogCapture]:
    """Capture all logs from DEBUG on, and all warnings; no warning raises."""
    logs = LogCapture()
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [(each.level, each.propagate) for each in loggers]
    for each in loggers:
        each.addHandler(logs)
        each.setLevel(logging.DEBUG)
        each.propagate = False  # a report of thousands of lines would help nobody
    try:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            yield logs
            logs.warned = warned
    finally:
        for each, (level, propagate) in zip(loggers, before, strict=True):
            each.removeHandler(logs)
            each.setLevel(level)
            each.propagate = propagate
