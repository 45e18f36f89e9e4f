"""Every deviation, second spelling and nullable field the contract notes is honoured by its generated model.

Read from contract/openapi.yaml, so that a note added there is tested without an edit here; the cases that cost callers
most are spelt out below as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from xi.sdk.resellers import models
from xi.sdk.resellers.models._model import Model, ResponseModel

CONTRACT = Path(__file__).parents[2] / "contract" / "openapi.yaml"
DOCUMENT: dict[str, Any] = yaml.load(CONTRACT.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    yield from DOCUMENT["components"]["schemas"].items()
    for item in DOCUMENT["webhooks"].values():
        schema = item["post"]["requestBody"]["content"]["application/json"]["schema"]
        schema = schema.get("items", schema)
        if "title" in schema:
            yield schema["title"], schema


SCHEMAS = dict(_schemas())
FIELDS = [(name, wire, field) for name, schema in SCHEMAS.items() for wire, field in schema["properties"].items()]
NULL = {"type": "null"}
NULLABLE = [
    (name, wire)
    for name, wire, field in FIELDS
    if isinstance(field.get("type"), list) or NULL in field.get("oneOf", ())
]
OTHERS = [
    (name, wire)
    for name, wire, field in FIELDS
    if (name, wire) not in NULLABLE and wire not in SCHEMAS[name].get("required", ())
]
SPELLINGS = [(name, wire, each["name"]) for name, wire, field in FIELDS for each in field.get("x-also-spelled", ())]
ELSEWHERE = [(name, wire, each["name"]) for name, wire, field in FIELDS for each in field.get("x-also-found-in", ())]
OBSERVED = [(name, wire, each["as"]) for name, wire, field in FIELDS for each in field.get("x-observed", ())]


def model_of(name: str) -> type[Model]:
    found: type[Model] = getattr(models, name)
    return found


def field_of(name: str, wire: str) -> str:
    """The Python name of a field, by its name on the wire."""
    (found,) = (key for key, field in model_of(name).model_fields.items() if (field.serialization_alias or key) == wire)
    return found


def sample(field: dict[str, Any], levels: int = 4) -> Any:
    """A value as the contract declares it."""
    if "$ref" in field:
        schema = SCHEMAS[field["$ref"].rsplit("/", 1)[1]]
        needed = schema["properties"] if levels > 0 else {key: schema["properties"][key] for key in required(schema)}
        return {key: sample(each, levels - 1) for key, each in needed.items() if levels > 0 or key in required(schema)}
    if "x-any" in field:
        return "7"
    if "oneOf" in field:
        return sample(next(each for each in field["oneOf"] if each != NULL), levels)
    kinds = field.get("type")
    kind = next(each for each in kinds if each != "null") if isinstance(kinds, list) else kinds
    if kind == "array":
        return [sample(field["items"], levels)]
    if field.get("format") == "date":
        return "2026-05-13"
    return {"string": "7", "integer": 7, "number": 7.0, "boolean": True, "object": {}}[kind]


def required(schema: dict[str, Any]) -> list[str]:
    found: list[str] = schema.get("required", [])
    return found


def whole(name: str, **more: Any) -> dict[str, Any]:
    """Return a document with the required fields and the given ones."""
    return {key: sample(SCHEMAS[name]["properties"][key], 0) for key in required(SCHEMAS[name])} | more


def test_the_contract_has_the_extensions_that_these_tests_read() -> None:
    """If a key were renamed in the contract, the tests below would have no cases and pass."""
    assert len(NULLABLE) > 15
    assert len(OTHERS) > 300
    assert len(SPELLINGS) >= 10
    assert ELSEWHERE
    assert {form for _, _, form in OBSERVED} >= {"object", "list", "text", "number", "boolean"}


# Nullable fields


@pytest.mark.parametrize(("name", "wire"), NULLABLE)
def test_null_in_a_nullable_field_is_written_as_null(name: str, wire: str) -> None:
    document = whole(name) | {wire: None}
    for made in (
        model_of(name).from_dict(document),
        model_of(name).from_json(json.dumps(document)),
        model_of(name)(**(whole(name) | {field_of(name, wire): None})),
    ):
        assert made is not None
        assert getattr(made, field_of(name, wire)) is None
        assert made.to_dict() == document
        assert json.loads(made.to_json()) == document


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_field_that_was_not_given_is_not_written(name: str) -> None:
    made = model_of(name).from_dict(whole(name))
    assert made is not None
    assert made.to_dict().keys() == json.loads(made.to_json()).keys() == whole(name).keys()


@pytest.mark.parametrize("name", sorted({name for name, _ in OTHERS}))
def test_none_in_all_other_fields_is_left_out(name: str) -> None:
    given = whole(name) | {wire: None for schema, wire in OTHERS if schema == name}
    for made in (model_of(name).from_dict(given), model_of(name).from_json(json.dumps(given))):
        assert made is not None
        assert made.to_dict().keys() == json.loads(made.to_json()).keys() == whole(name).keys()


# Second spellings


@pytest.mark.parametrize(("name", "wire", "spelling"), SPELLINGS)
def test_each_second_spelling_is_read_into_its_field_and_written_unchanged(name: str, wire: str, spelling: str) -> None:
    value = sample(SCHEMAS[name]["properties"][wire], 1)
    document = whole(name) | {spelling: value}
    for made in (
        model_of(name).from_dict(document),
        model_of(name).from_json(json.dumps(document)),
        model_of(name).from_json(json.dumps(document).encode()),
    ):
        assert made is not None
        assert getattr(made, field_of(name, wire)) is not None
        assert not made.model_extra
        assert json.loads(made.to_json()).keys() == made.to_dict().keys() == document.keys()
        assert model_of(name).from_json(made.to_json()) == made


# Members in the object of another field


@pytest.mark.parametrize(("name", "wire", "place"), ELSEWHERE)
def test_a_member_in_the_object_of_another_field_is_read_in_its_own_and_written_where_it_came(
    name: str, wire: str, place: str
) -> None:
    properties = SCHEMAS[name]["properties"]
    value, holder = sample(properties[wire], 2), sample(properties[place], 1)
    document = whole(name) | {place: holder | {wire: value}}
    usual = model_of(name).from_dict(whole(name) | {place: holder, wire: value})
    for made in (
        model_of(name).from_dict(document),
        model_of(name).from_json(json.dumps(document)),
        model_of(name).from_dict(document | {wire: None}),
        model_of(name).from_json(json.dumps(document | {wire: None})),
    ):
        assert made is not None
        assert getattr(made, field_of(name, wire)) == getattr(usual, field_of(name, wire))
        assert getattr(made, field_of(name, place)) == getattr(usual, field_of(name, place))
        assert made.to_dict() == json.loads(made.to_json()) == document
        assert model_of(name).from_json(made.to_json()) == made


def priced(**availability: Any) -> models.PriceAndAvailabilityResponseInner:
    return models.PriceAndAvailabilityResponseInner.from_json(json.dumps({"availability": availability}))


def test_a_price_inside_the_availability_is_the_price_of_the_item() -> None:
    found = priced(available="true", pricing={"currencyCode": "EUR", "customerPrice": "19.90", "mapPrice": "none"})
    assert found.pricing is not None
    assert found.availability is not None
    assert (found.pricing.customer_price, found.availability.available) == (19.9, True)
    assert dict(found.unparsed) == {"/availability/pricing/mapPrice": "none"}
    assert found.to_dict()["availability"]["pricing"]["mapPrice"] == "none"
    found.pricing.customer_price = 18
    assert found.to_dict()["availability"]["pricing"]["customerPrice"] == 18
    assert found.model_dump()["availability"]["pricing"]["customer_price"] == 18
    found.availability = None
    assert found.to_dict() == {"pricing": {"currencyCode": "EUR", "customerPrice": 18, "mapPrice": "none"}}


def test_a_price_inside_the_availability_is_read_in_any_case_of_its_key() -> None:
    found = priced(Pricing={"customerPrice": 5, "mapPrice": "none"})
    assert found.pricing is not None
    assert found.pricing.customer_price == 5
    assert dict(found.unparsed) == {"/availability/Pricing/mapPrice": "none"}
    assert found.to_dict() == {"availability": {"Pricing": {"customerPrice": 5, "mapPrice": "none"}}}
    assert models.PriceAndAvailabilityResponseInner.from_json(found.to_json()) == found


@pytest.mark.parametrize("pricing", ["on request", 12, [], [{}, {}]])
def test_what_is_no_price_stays_where_it_came(pricing: Any) -> None:
    found = priced(pricing=pricing)
    assert found.pricing is None
    assert found.to_dict() == {"availability": {"pricing": pricing}}


def test_a_misplaced_member_is_not_taken_out_of_a_model_of_the_caller() -> None:
    given = models.PriceAndAvailabilityResponseInnerAvailability.from_json('{"pricing": {"mapPrice": 3}}')
    found = models.PriceAndAvailabilityResponseInner.from_dict({"availability": given})
    assert found is not None
    assert found.pricing is not None
    assert given.to_dict() == {"pricing": {"mapPrice": 3}}


# Deviations


def deviating(field: dict[str, Any], form: str) -> Any:
    value = sample(field)
    inside = value[0] if isinstance(value, list) else value
    forms: dict[str, Any] = {
        "object": inside,
        "list": [inside],
        "text": json.dumps(value) if not isinstance(value, str) else value,
        "number": 7,
        "boolean": True,
        "null": None,
    }
    return forms[form]


@pytest.mark.parametrize(("name", "wire", "form"), OBSERVED)
def test_each_observed_deviation_is_converted_to_the_type_of_its_field(name: str, wire: str, form: str) -> None:
    document = whole(name) | {wire: deviating(SCHEMAS[name]["properties"][wire], form)}
    for made in (model_of(name).from_dict(document), model_of(name).from_json(json.dumps(document))):
        assert made is not None
        assert (getattr(made, field_of(name, wire)) is None) is (form == "null")
        if isinstance(made, ResponseModel):
            assert dict(made.unparsed) == {}


def test_what_python_would_read_as_a_number_is_none_in_any_answer() -> None:
    numbers = [
        (model, name, wire)
        for name, wire, field in FIELDS
        if any(each in str(field.get("type")) for each in ("integer", "number"))
        and issubclass(model := model_of(name), ResponseModel)
    ]
    assert len(numbers) > 100
    for model, name, wire in numbers:
        for other in (True, False, "1_0"):
            for found in (model.from_dict({wire: other}), model.from_json(json.dumps({wire: other}))):
                assert found is not None
                assert (getattr(found, field_of(name, wire)), dict(found.unparsed)) == (None, {f"/{wire}": other})
                assert repr(json.loads(found.to_json())[wire]) == repr(other)


@pytest.mark.parametrize("name", [name for name in SCHEMAS if issubclass(model_of(name), ResponseModel)])
def test_one_object_is_read_as_a_list_and_a_list_of_one_as_an_object(name: str) -> None:
    """Also where it was not observed: the contract declares only the deviations seen so far."""
    model = model_of(name)
    for wire, field in SCHEMAS[name]["properties"].items():
        value = sample(field)
        swapped = value[0] if isinstance(value, list) else [value] if "$ref" in field else None
        if swapped is None:
            continue
        made, usual = model.from_dict({wire: swapped}), model.from_dict({wire: value})
        assert isinstance(made, ResponseModel)
        assert made == usual, wire
        assert model.from_json(json.dumps({wire: swapped})) == usual, wire
        assert dict(made.unparsed) == {}, wire


# The cases that callers meet first


def test_a_quantity_is_a_whole_number_or_text_of_one() -> None:
    line = models.OrderCreateRequestLinesInner.from_dict({"ingramPartNumber": "AB12", "quantity": "2"})
    assert line is not None
    assert line.quantity == 2
    assert json.loads(line.to_json())["quantity"] == 2
    with pytest.raises(ValidationError) as caught:
        models.OrderCreateRequest.from_dict({"customerOrderNumber": "A", "lines": [{"quantity": "1,"}]})
    assert [each["loc"] for each in caught.value.errors()] == [("lines", 0, "quantity")]


@pytest.mark.parametrize("number", [5550100, "5550100", "+1 555 0100", "007"])
def test_a_phone_number_is_sent_unchanged(number: int | str) -> None:
    """A number would lose leading zeros and the plus sign; text would surprise a caller who gave a number."""
    made = models.OrderCreateRequestResellerInfo(phone_number=number)
    assert made.phone_number == number
    assert type(made.phone_number) is type(number)
    assert json.loads(made.to_json()) == {"phoneNumber": number}


@pytest.mark.parametrize(
    "name",
    [
        "OrderCreateRequestAdditionalAttributesInner",
        "OrderCreateRequestLinesInnerAdditionalAttributesInner",
        "AsyncOrderCreateDTOAdditionalAttributesInner",
        "OrderModifyRequestAdditionalAttributesInner",
    ],
)
@pytest.mark.parametrize(("given", "sent"), [(True, "true"), (False, "false"), ("True", "True"), (1, "1")])
def test_a_boolean_attribute_value_is_sent_as_text(name: str, given: Any, sent: str) -> None:
    for made in (
        model_of(name)(attribute_value=given),
        model_of(name).from_json(json.dumps({"attributeValue": given})),
    ):
        assert made.to_dict() == {"attributeValue": sent}
        assert made.to_json() == f'{{"attributeValue":"{sent}"}}'


@pytest.mark.parametrize(
    "given",
    ["Wed May 13 00:00:00 UTC 2020", "2020-05-13", date(2020, 5, 13), datetime(2020, 5, 13, 23, 59, tzinfo=UTC)],
)
def test_a_delivery_date_can_be_given_in_several_types(given: Any) -> None:
    made = models.OrderCreateRequestShipmentDetails(requested_delivery_date=given)
    assert made.requested_delivery_date == date(2020, 5, 13)
    assert type(made.requested_delivery_date) is date
    assert made.to_json() == '{"requestedDeliveryDate":"2020-05-13"}'


def test_an_invalid_delivery_date_is_refused_with_the_name_of_its_field() -> None:
    with pytest.raises(ValidationError, match="use yyyy-MM-dd") as caught:
        models.OrderCreateRequest.from_dict(
            {"customerOrderNumber": "A", "shipmentDetails": {"requestedDeliveryDate": "next week or so"}}
        )
    assert [each["loc"] for each in caught.value.errors()] == [("shipmentDetails", "requestedDeliveryDate")]


@pytest.mark.parametrize("total", [12.5, "not yet known"])
def test_serial_numbers_with_a_capital_key_are_read_in_details(total: Any) -> None:
    """Also if another value of the answer does not fit, which needs the slow way of reading."""
    document = {
        "orderTotal": total,
        "lines": [
            {
                "shipmentDetails": [
                    {
                        "carrierDetails": [
                            {"trackingDetails": [{"trackingNumber": "T1", "SerialNumbers": [{"serialNumber": "S1"}]}]}
                        ]
                    }
                ]
            }
        ],
    }
    for found in (
        models.OrderDetailB2B.from_json(json.dumps(document)),
        models.OrderDetailB2B.from_json(json.dumps(document).encode()),
        models.OrderDetailB2B.from_dict(document),
    ):
        assert found is not None
        details: Any = found
        tracking = details.lines[0].shipment_details[0].carrier_details[0].tracking_details[0]
        assert tracking.serial_numbers[0].serial_number == "S1"
        assert tracking.model_extra == {}
        assert found.to_dict() == document
        assert json.loads(found.to_json()) == document


def test_an_event_is_read_with_every_spelling_of_its_keys() -> None:
    """Documentation, spec and traffic spell them differently; an event must be logged as it was received."""
    document = {
        "topic": "resellers/orders",
        "evenTtimeStamp": "2026-05-13T10:00:00Z",
        "eventid": "e-1",
        "resource": [{"lines": [{}]}],
    }
    found = models.OrderStatusAsyncNotificationRequest.from_json(json.dumps(document))
    assert (found.event_time_stamp, found.event_id) == ("2026-05-13T10:00:00Z", "e-1")
    assert found.model_extra == {}
    assert found.to_dict() == document
    assert json.loads(found.to_json()) == document
