"""Access tokens: how many each client has, and when they expire. No token is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request

from xi.sdk.resellers.sandbox.http.page._section import Form, Section, list_of
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox


@dataclass(slots=True)
class _Client:
    """The valid tokens of one client, and when the last of them expires."""

    name: str
    count: int
    until: datetime


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    now = sandbox.now()
    clients: dict[str, _Client] = {}
    for token in sandbox.tokens.issued():
        if token.deadline > now:
            client = clients.setdefault(token.client_id, _Client(token.client_id, 0, token.deadline))
            client.count += 1
            client.until = max(client.until, token.deadline)
    return {"list": list_of(request, list(clients.values())[::-1], lambda client: (client.name,))}


def _revoke(sandbox: Sandbox, request: Request, form: Form) -> None:  # noqa: ARG001 - as all actions
    sandbox.revoke_tokens()


SECTION = Section(
    title="Tokens", link="/tokens", views={"/tokens": ("tokens.html", _show)}, actions={"/tokens/revoke": _revoke}
)
