"""Prices: each part that is asked for has one outcome, with the blocking and with the asynchronous client."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any
from unittest import mock

from adapters.comparing import Mismatch, compare, compare_listed
from adapters.ends import compare_error
from adapters.scripted import ACCOUNT, both_clients, carried_out

from xi.sdk.resellers import prices
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError

_NAMES = {
    "ingramPartNumber": "sku",
    "vendorPartNumber": "vendor_part_number",
    "customerPartNumber": "customer_part_number",
    "quantityRequested": "quantity",
}
_WIRE = {name: wire for wire, name in _NAMES.items()}
_DISCOUNT = ("specialBidNumber", "amount", "first", "last", "minimum", "left")
_WAREHOUSE = ("warehouseId", "location", "quantity", "onOrder", "backordered")


def run(vector: dict[str, Any]) -> list[Mismatch]:
    given, wrong = vector["given"], list[Mismatch]()
    found = {"status": 200, "headers": [], "body": given.get("items")}
    answers = given.get("answers", [found])
    for name, module, client, script in both_clients(answers):
        api = module.ProductCatalogApi(client).bound(ACCOUNT)
        differences = _differences(vector, api, script)
        wrong += [{**each, "at": f"{name}{each['at']}"} for each in differences]
    return wrong


def _differences(vector: dict[str, Any], api: Any, script: Any) -> list[Mismatch]:
    given, want, parts = vector["given"], vector["expect"], list[Any]()
    for index, each in enumerate(given["asked"]):
        try:
            parts.append(prices.Part(**{_NAMES.get(name, name): value for name, value in each.items()}))
        except (ApiTypeError, ApiValueError) as error:
            place = f"/{index}/{_WIRE.get(error.argument, error.argument)}" if error.argument else f"/{index}"
            return compare("", want, {"refused": {"about": "asked", "at": place}})
    got = list[prices.Price]()
    clock = SimpleNamespace(time=lambda: float(given.get("now", 0)))
    with mock.patch("xi.sdk.resellers._steps.time", clock):
        carried_out(prices.each_price(api, parts, in_flight=1), got)
    sent = [each.json["products"] for each in script.sent]
    wrong = compare("/asked", want.get("asked", {"$any": True}), sent) + compare("", want.get("refused"), None)
    by_part = {each.asked: each for each in got}
    wrong += compare("/told", len(set(parts)), len(got))
    told = [by_part[each] for each in parts]
    wrong += compare("/prices", {"$length": len(want["prices"])}, told)
    for index, (wanted, price) in enumerate(zip(want["prices"], told, strict=False)):
        listed = {name: value for name, value in wanted.items() if name != "error"}
        wrong += compare_listed(f"/prices/{index}", listed, _fields(price))
        if "error" in wanted:
            wrong += compare_error(f"/prices/{index}/error", wanted["error"], price.error)
    return wrong


def _fields(price: prices.Price) -> dict[str, Any]:
    found = _camel(price)
    found["verdict"] = price.outcome.value.replace(" ", "-")
    found["warehouses"] = [{name: _camel(each)[name] for name in _WAREHOUSE} for each in price.warehouses]
    found["discounts"] = [{name: _camel(each)[name] for name in _DISCOUNT} for each in price.discounts]
    return found


def _camel(value: Any) -> dict[str, Any]:
    named = {name: getattr(value, name) for name in value.__dataclass_fields__}
    return {re.sub("_([a-z])", lambda x: x[1].upper(), name): _plain(each) for name, each in named.items()}


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
