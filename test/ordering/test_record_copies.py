"""A record is a value: it can be copied, written and handed on like any other, and leaves the ledger where it is."""

from __future__ import annotations

import copy
import json
import pickle
import urllib.request
from dataclasses import asdict, replace
from typing import Any

import pytest
from desk_kit import order
from webhook_kit import asgi_server

from xi.sdk.resellers.ordering import OrderDesk, Record


def test_a_record_becomes_a_dict_of_what_it_tells(desk: OrderDesk) -> None:
    record = desk.place(order("PO-1"), ref={"erp": "7"}, wait=60)
    told = asdict(record)
    assert told["state"] == "placed"
    assert (told["order_numbers"], told["ref"]) == (record.order_numbers, {"erp": "7"})
    assert json.loads(json.dumps(told, default=str))["po"] == "PO-1"
    assert not [name for name in told if name.startswith("_")]


@pytest.mark.parametrize(
    "copied",
    [
        copy.copy,
        copy.deepcopy,
        replace,
        lambda each: pickle.loads(pickle.dumps(each)),
        lambda each: Record(**asdict(each)),
    ],
    ids=["copy", "deepcopy", "replace", "pickle", "constructor"],
)
def test_a_copy_says_the_same_and_has_no_history(desk: OrderDesk, copied: Any) -> None:
    record = desk.place(order("PO-1"), wait=60)
    assert record.history()
    twin = copied(record)
    assert twin == record
    assert len({twin, record}) == 1
    with pytest.raises(LookupError, match=r"ask a desk: desk\.find\('20-222222/US/PO-1/1'\)\.history\(\)"):
        twin.history()


@pytest.mark.parametrize("annotation", [None, Record], ids=["unsaid", "said"])
def test_a_route_of_fastapi_answers_with_a_record(desk: OrderDesk, annotation: Any) -> None:
    from fastapi import FastAPI

    record = desk.place(order("PO-1"), wait=60)
    api = FastAPI()
    api.get("/order", response_model=annotation)(lambda: desk.find("PO-1"))
    with asgi_server(api) as url, urllib.request.urlopen(f"{url}/order", timeout=20) as answered:
        answer = json.load(answered)
    assert (answer["state"], answer["order_numbers"]) == ("placed", list(record.order_numbers))
    assert "/order" in api.openapi()["paths"]
