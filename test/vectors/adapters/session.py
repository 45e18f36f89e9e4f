"""A session with a scripted server and clock."""

from __future__ import annotations

from collections import deque
from typing import Any

from adapters.calling import FAILURES, answer_of, api_of, operation_of, python_arguments
from adapters.comparing import Mismatch
from adapters.ends import compare_end
from adapters.sent import compare_request

from xi.sdk.resellers import Account
from xi.sdk.resellers._core.messages import Request, Response
from xi.sdk.resellers.exceptions import ApiException

TOLERANCE_S = 0.001
_STEPS = ("calls", "passes", "jumps")


class OffScriptError(Exception):
    """The client did something that is not in the script, so the session cannot go on."""


class Session:
    """Plays the server and the clock of a script, and records the differences."""

    def __init__(self, vector: dict[str, Any]) -> None:
        self.given = vector["given"]
        self.left = deque(enumerate(vector["script"]))
        self.elapsed = self.jumped = self.waited = 0.0
        self.found: list[Mismatch] = []
        chance = self.given.get("chance", 0.5)
        self.chances = iter(chance) if isinstance(chance, list) else iter(lambda: chance, None)
        self.minted = iter(self.given.get("mint", ()))

    def monotonic(self) -> float:
        return 5000.0 + self.elapsed

    def chance(self) -> float:
        return next(self.chances)

    def sleep(self, seconds: float) -> None:
        self.waited += seconds
        self.elapsed += seconds

    def expect(self, kind: str, got: Any) -> tuple[str, dict[str, Any]]:
        """Return the next step and check its kind, and the waits before it."""
        due = 0.0
        while self.left and "waits" in self.left[0][1]:
            due += self.left.popleft()[1]["waits"]
        if abs(due - self.waited) > TOLERANCE_S:
            self.found.append({"at": f"/before {kind}", "want": f"waits of {due} s", "got": f"{self.waited} s"})
        self.waited = 0.0
        at, step = self.left[0] if self.left else ("end", {})
        if kind not in step:
            self.found.append({"at": f"/{at}", "want": step, "got": {kind: got}})
            raise OffScriptError
        self.left.popleft()
        return f"/{at}", step

    def send(self, request: Request, timeouts: Any) -> Response:  # noqa: ARG002 - the script has the durations
        at, step = self.expect("sends", request)
        self.found += compare_request(f"{at}/sends", step["sends"], request)
        then = step["then"]
        self.elapsed += then["after"]
        if "fails" in then:
            raise FAILURES[then["fails"]]("a failure of the script")
        return answer_of(then["answer"])

    def play(self, client: Any, module: Any, perform: Any) -> None:
        """Make each call of the script, and compare its end."""
        while self.left:
            at, step = self.left.popleft()
            if "calls" in step:
                name, arguments = self._call(client, module, step["calls"])
                try:
                    end = perform(name, arguments)
                except ApiException as error:
                    end = error
                where, ends = self.expect("ends", end)
                self.found += compare_end(where, ends["ends"], end)
            elif "passes" in step:
                self.elapsed += step["passes"]
            elif "jumps" in step:
                self.jumped += step["jumps"]
            else:
                self.found.append({"at": f"/{at}", "want": f"one of {_STEPS}", "got": step})

    def _call(self, client: Any, module: Any, call: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        operation = operation_of(call["operation"])
        api, arguments = api_of(client, module, operation), dict(call["arguments"])
        if "mint" in self.given:  # only an API that is bound to an account creates correlation IDs
            api = api.bound(Account(arguments.pop("IM-CustomerNumber"), arguments.pop("IM-CountryCode")))
        found = python_arguments(operation, arguments, filled=False)
        return getattr(api, operation.name), {name: value for name, value in found.items() if value is not None}
