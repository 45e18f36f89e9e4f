"""What all tests share: no sandbox goes on telling of its orders once its test is over."""

import weakref
from collections.abc import Iterator

import pytest

from xi.sdk.resellers.sandbox.hooks import Hooks


@pytest.fixture(autouse=True)
def silence_afterwards(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """End the threads of webhooks, which would open sockets in the midst of tests that may not."""
    made: list[weakref.ref[Hooks]] = []
    begin = Hooks.__init__

    def begun(self: Hooks, *arguments: object, **options: object) -> None:
        made.append(weakref.ref(self))
        begin(self, *arguments, **options)

    monkeypatch.setattr(Hooks, "__init__", begun)
    yield
    for each in made:
        if (hooks := each()) is not None:
            hooks.close(wait=1.0)
