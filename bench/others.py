"""The same calls by other means: bare models of pydantic, and the runtimes of two well-known SDKs.

Neither SDK knows these operations. Each is asked in the way that it documents for an endpoint without a method of its
own, and reads the answer as it reads those of its own API.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from typing import Any

import payloads
import shapes

Call = Callable[[], Any]
Send = Callable[[str, str, str | None, dict[str, str]], bytes]


def identity() -> dict[str, str]:
    """Return the headers that name the caller, beside those that each runtime sends itself."""
    return {
        "IM-CustomerNumber": payloads.CUSTOMER_NUMBER,
        "IM-CountryCode": payloads.COUNTRY_CODE,
        "IM-CorrelationID": payloads.CORRELATION_ID,
        "IM-SenderID": payloads.SENDER_ID,
    }


def kind_of_answer(case: payloads.Case) -> str:
    """Return which of the classes in `shapes` the answer of a case is read into."""
    return case.name if case.name in shapes.ANSWERS else "details"


def each_case(call: Callable[[payloads.Case, str], Any]) -> dict[str, Call]:
    """Return the measured calls, each made by a function that takes the case and its target."""

    def made(case: payloads.Case) -> Call:
        target = f"{case.path}?{case.query}" if case.query else case.path
        return lambda: call(case, target)

    return {name: made(case) for name, case in payloads.CASES.items()}


def model_calls(send: Send, described: shapes.Shapes) -> dict[str, Call]:
    """Return the calls with urllib3, json.dumps and bare classes of pydantic that have the fields of `ours`."""
    made = shapes.classes(described, import_module("pydantic").BaseModel)

    def call(case: payloads.Case, target: str) -> Any:
        headers = {"Accept": "application/json", "Authorization": f"Bearer {payloads.ACCESS_TOKEN}", **identity()}
        body = None
        if case.method == "POST":
            body = json.dumps(payloads.CREATE_REQUEST)
            headers["Content-Type"] = "application/json"
        return made[kind_of_answer(case)].model_validate_json(send(case.method, target, body, headers))

    return each_case(call)


def stripe_calls(url: str) -> dict[str, Call]:
    """Return the calls by `StripeClient.raw_request` and `deserialize`."""
    library: Any = import_module("stripe")
    client = library.StripeClient(payloads.ACCESS_TOKEN, base_addresses={"api": url})

    def call(case: payloads.Case, target: str) -> Any:
        options: dict[str, Any] = {"headers": identity()}
        body = payloads.CREATE_REQUEST if case.method == "POST" else {}
        answer = client.raw_request(case.method.lower(), payloads.STRIPE_PREFIX + target, **options, **body)
        return client.deserialize(answer, api_mode="V2")

    return each_case(call)


def openai_calls(url: str, described: shapes.Shapes) -> dict[str, Call]:
    """Return the calls by `OpenAI.post` and `get`, into classes on its own base that have the fields of `ours`."""
    library: Any = import_module("openai")
    client = library.OpenAI(api_key=payloads.ACCESS_TOKEN, base_url=url)
    made = shapes.classes(described, library.BaseModel)

    def call(case: payloads.Case, target: str) -> Any:
        cast_to = made[kind_of_answer(case)]
        options = {"headers": identity()}
        if case.method == "POST":
            return client.post(target, cast_to=cast_to, body=payloads.CREATE_REQUEST, options=options)
        return client.get(target, cast_to=cast_to, options=options)

    return each_case(call)
