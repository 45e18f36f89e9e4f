"""What the ledger keeps of an order: checked, byte for byte what is sent, and the same for the same content."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xi.sdk.resellers import Account, ApiClient, Configuration, OrdersApi, models
from xi.sdk.resellers._core.messages import Request, Response, Timeouts
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering._filing import Filing, file_order, fold, order_of, wanted_of
from xi.sdk.resellers.ordering._findings import MARKER, Part
from xi.sdk.resellers.ordering._protocol import Kind
from xi.sdk.resellers.sandbox import Sandbox, SandboxServer
from xi.sdk.resellers.testing import TOKEN, Answer, ScriptedTransport

ACCOUNT = Account("20-222222", "US")
CREATED = {"orders": [{"ingramOrderNumber": "20-AAAA1"}], "confirmationNumber": "US-I-T-12345"}


def members(po: str = "po-1", **more: Any) -> dict[str, Any]:
    return {"customerOrderNumber": po, "lines": [{"ingramPartNumber": "YN6231", "quantity": 2}], **more}


def seventh(po: str = "po-1", **more: Any) -> models.AsyncOrderCreateDTO:
    return models.AsyncOrderCreateDTO.model_validate(members(po, **more))


def filed(order: Any, **options: Any) -> Filing:
    return file_order(order, ACCOUNT, **options)


def content(filing: Filing) -> dict[str, Any]:
    return json.loads(filing.body)


def attributes(**values: str) -> dict[str, Any]:
    return {"additionalAttributes": [{"attributeName": k, "attributeValue": v} for k, v in values.items()]}


def refusal(order: Any, **options: Any) -> ApiValueError:
    with pytest.raises(ApiValueError) as caught:
        filed(order, **options)
    assert caught.value.argument == "order"
    assert caught.value.__context__ is None  # it would keep the whole order
    return caught.value


# -- byte for byte


class _Wire(ScriptedTransport):
    """Keeps the bytes that the client sends."""

    body: bytes | None = None

    def send(self, request: Request, timeouts: Timeouts) -> Response:
        assert isinstance(request.body, bytes)
        self.body = request.body
        return super().send(request, timeouts)


def sent(filing: Filing) -> bytes | None:
    with _Wire(Answer(201, CREATED)) as wire, ApiClient(Configuration(access_token="t"), transport=wire) as client:
        api = OrdersApi(client).bound(ACCOUNT)
        order: Any = order_of(filing.kind, filing.body)
        create = (
            api.post_createorder_v6_with_http_info if filing.kind is Kind.V6 else api.post_createorder_v7_with_http_info
        )
        create(order)
    return wire.body


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
LINES = st.lists(
    st.fixed_dictionaries(
        {"ingramPartNumber": st.text("ABC123", min_size=1, max_size=18), "quantity": st.integers(1, 10**6)},
        optional={"unitPrice": st.decimals(0, 10**9, places=2) | st.floats(0, 1e12), "notes": TEXTS},
    ),
    min_size=1,
    max_size=4,
)


@given(
    st.sampled_from([models.OrderCreateRequest, models.AsyncOrderCreateDTO]),
    LINES,
    TEXTS,
    st.dictionaries(TEXTS.map(lambda name: "XXX" + name.replace("_", "")), JSON, max_size=2),
    st.booleans(),
)
def test_the_client_sends_the_body_of_the_ledger_byte_for_byte(model, lines, notes, extra, marker):
    order = model.model_validate({"customerOrderNumber": "po-1", "lines": lines, "notes": notes, **extra})
    filing = filed(order, marker=marker)
    assert sent(filing) == filing.body


@pytest.mark.parametrize("order", [members("po é"), seventh("po ß")])
def test_a_real_server_receives_the_body_of_the_ledger(order):
    filing = filed(order, any_text=True)
    create = f"post_createorder_{filing.kind}_with_http_info"
    with SandboxServer(Sandbox(access_tokens={TOKEN})) as server:
        with ApiClient(Configuration(host=server.url, access_token=TOKEN)) as client:
            getattr(OrdersApi(client).bound(ACCOUNT), create)(order_of(filing.kind, filing.body))
        (exchange,) = (each for each in server.sandbox.exchanges if each.method == "POST")
    assert json.loads(exchange.sent) == content(filing)
    assert exchange.sent.replace(" ", "").replace("\n", "") == filing.body.decode().replace(" ", "")


def test_the_order_of_the_caller_is_not_changed():
    order = models.OrderCreateRequest.model_validate(members("  po-1 "))
    before = order.to_json()
    assert content(filed(order, marker=True, partial=True))["customerOrderNumber"] == "po-1"
    assert order.to_json() == before


# -- what is sent explicitly


@pytest.mark.parametrize("partial", [True, False])
@pytest.mark.parametrize("order", [members(), seventh(), seventh(quoteNumber="QUO-1")])
def test_partial_or_not_is_always_sent(order, partial):
    sent_ones = content(filed(order, partial=partial))["additionalAttributes"]
    assert sent_ones == [{"attributeName": "allowPartialOrder", "attributeValue": str(partial).lower()}]


def test_the_order_itself_may_say_whether_it_may_be_placed_in_part():
    order = members(**attributes(ALLOWPARTIALORDER="True"))
    assert content(filed(order, partial=False))["additionalAttributes"] == order["additionalAttributes"]


def test_the_marker_goes_where_the_order_leaves_it_free():
    filing = filed(members(), marker=True)
    assert filing.marker is not None
    assert MARKER.fullmatch(filing.marker)
    assert content(filing)["endCustomerOrderNumber"] == filing.marker
    assert wanted_of(filing.kind, filing.body).marker == filing.marker
    taken = filed(members(endCustomerOrderNumber="theirs"), marker=True)
    assert (taken.marker, content(taken)["endCustomerOrderNumber"]) == (None, "theirs")
    assert wanted_of(taken.kind, taken.body).marker is None


def test_the_marker_is_the_same_for_the_same_order_and_another_for_any_other():
    orders = [
        filed(members(), marker=True),
        filed(members("po-2"), marker=True),
        filed(members(notes="x"), marker=True),
        filed(members(), marker=True, reuse="lost"),
        file_order(members(), Account("20-333333", "US"), marker=True),
    ]
    assert filed(members("PO-1 "), marker=True).marker == orders[0].marker
    assert len({each.marker for each in orders}) == len(orders)


# -- fingerprints


def test_other_spellings_of_the_same_content_have_the_same_fingerprint():
    one = members(**{**attributes(shipFromWarehouseId="10", allowPartialOrder="false"), "notes": "a"})
    one["lines"][0]["unitPrice"] = 10
    other = {
        "lines": [{"unit_price": Decimal("10.00"), "quantity": "2", "ingram_part_number": "YN6231"}],
        "notes": "a",
        "vmf": None,
        "customer_order_number": " PO-1",
        **attributes(SHIPFROMWAREHOUSEID="10"),
    }
    assert filed(one).fingerprint == filed(other, marker=True).fingerprint


def test_neither_the_order_of_attributes_nor_what_is_null_is_content():
    one = seventh(**attributes(allowPartialOrder="true", orderType="ZOR"))
    other = seventh(endCustomerOrderNumber=None, **attributes(ordertype="ZOR", allowPartialOrder="TRUE"))
    assert filed(one).fingerprint == filed(other).fingerprint
    assert filed(one).fingerprint != filed(seventh(**attributes(allowPartialOrder="true", orderType="zor"))).fingerprint


def test_v7_has_numbers_as_text_whose_spelling_does_not_matter():
    one = seventh(lines=[{"ingramPartNumber": "A", "quantity": "2", "unitPrice": "10.50"}])
    other = seventh(lines=[{"ingramPartNumber": "A", "quantity": "02", "unitPrice": "10.5"}])
    assert filed(one).fingerprint == filed(other).fingerprint


def test_a_number_of_v7_that_is_none_is_compared_as_text():
    prices = ["10.5", "10.5 EUR", "10,5", "Infinity", ""]
    orders = [seventh(lines=[{"ingramPartNumber": "A", "quantity": "2", "unitPrice": price}]) for price in prices]
    assert len({filed(each).fingerprint for each in orders}) == len(prices)


@pytest.mark.parametrize(
    "other",
    [
        members(lines=[{"ingramPartNumber": "YN6231", "quantity": 3}]),
        members(lines=[{"ingramPartNumber": "YN6232", "quantity": 2}]),
        members(lines=[{"ingramPartNumber": "YN6231", "quantity": 2}] * 2),
        members("po-2"),
        members(notes="PO-1"),
        members(acceptBackOrder=True),
        members(endCustomerOrderNumber="1"),
        members(**attributes(allowPartialOrder="true")),
        members(shipToInfo={"addressId": "010"}),
    ],
)
def test_other_content_has_another_fingerprint(other):
    assert filed(other).fingerprint != filed(members()).fingerprint


def test_text_that_looks_like_a_number_is_text():
    one, other = (filed(members(notes=notes)) for notes in ("10", "10.0"))
    assert one.fingerprint != other.fingerprint


# -- kinds


@pytest.mark.parametrize(
    ("order", "options", "kind"),
    [
        (members(), {}, Kind.V6),
        (seventh(), {}, Kind.V7),
        (members(), {"kind": Kind.V7}, Kind.V7),
        (members(vendAuthNumber="1"), {}, Kind.V7),
        (members(internal_comments="x"), {}, Kind.V7),
        ({"customerOrderNumber": "po", "quoteNumber": "QUO-1"}, {}, Kind.QUOTE),
        ({"customer_order_number": "po", "quote_number": "QUO-1"}, {}, Kind.QUOTE),
        (members(quoteNumber=" "), {}, Kind.V7),
        (members(quoteNumber=None), {}, Kind.V6),
    ],
)
def test_the_kind_follows_from_the_order(order, options, kind):
    assert filed(order, **options).kind is kind


def test_an_order_with_members_of_both_versions_is_refused():
    error = refusal(members(vendAuthNumber="1", vmf={"vendAuthNumber": "2"}))
    assert error.pointer == "/vmf"


def test_what_is_no_order_is_refused():
    for wrong in ([], None, "po-1", models.OrderModifyRequest()):
        with pytest.raises(ApiTypeError, match="OrderCreateRequest") as caught:
            filed(wrong)
        assert caught.value.argument == "order"


# -- checks


@pytest.mark.parametrize(
    ("changes", "pointer", "text"),
    [
        ({"lines": []}, "/lines", "no lines"),
        ({"lines": None}, "/lines", "no lines"),
        ({"lines": [{"quantity": 1}]}, "/lines/0/ingramPartNumber", "line 1 has no part number"),
        ({"lines": [{"ingramPartNumber": " ", "quantity": 1}]}, "/lines/0/ingramPartNumber", "no part number"),
        ({"lines": [{"ingramPartNumber": "A"}]}, "/lines/0/quantity", "line 1 has no quantity"),
        ({"lines": [{"ingramPartNumber": "A", "quantity": 0}]}, "/lines/0/quantity", "'0'"),
        ({"lines": [{"ingramPartNumber": "A", "quantity": -1}]}, "/lines/0/quantity", "'-1'"),
        ({"lines": [{"ingramPartNumber": "A", "quantity": 1.5}]}, "/lines/0/quantity", "given: 1.5"),
        ({"lines": [{"ingram_part_number": "A", "quantity": "x"}]}, "/lines/0/quantity", "given: 'x'"),
        ({"lines": [{"ingramPartNumber": "A", "quantity": True}]}, "/lines/0/quantity", "not True"),
        ({"lines": [{"ingramPartNumber": "A" * 19, "quantity": 1}]}, "/lines/0/ingramPartNumber", "18"),
        ({"customerOrderNumber": " "}, "/customerOrderNumber", "the PO is empty"),
        ({"customerOrderNumber": "x" * 36}, "/customerOrderNumber", "35"),
        ({"customerOrderNumber": None}, "/customerOrderNumber", "string"),
        ({"customerOrderNumber": "pö"}, "/customerOrderNumber", "'ö'; use printable ASCII"),
        ({"customerOrderNumber": "p\to"}, "/customerOrderNumber", "printable ASCII"),
        ({"notes": {"a": 1}}, "/notes", "string"),
        (
            attributes(allowDuplicateCustomerOrderNumber="yes"),
            "/additionalAttributes/0/attributeValue",
            "true or false",
        ),
        (attributes(allowPartialOrder=""), "/additionalAttributes/0/attributeValue", "true or false"),
        (
            attributes(allowPartialOrder="true", allowpartialorder="false"),
            "/additionalAttributes/1/attributeValue",
            "twice",
        ),
    ],
)
def test_what_cannot_be_placed_is_refused_by_its_place(changes, pointer, text):
    error = refusal(members() | changes)
    assert error.pointer == pointer
    assert text in str(error)


@pytest.mark.parametrize(
    "quantity", ["", "0", "-1", "1.0", "1.5", "1,", "+1", " 1", "x", "9" * 5000, "\N{ARABIC-INDIC DIGIT ONE}"]
)
def test_a_quantity_of_v7_has_to_be_a_whole_number_too(quantity):
    order = seventh(lines=[{"ingramPartNumber": "A", "quantity": "1"}, {"ingramPartNumber": "B", "quantity": quantity}])
    assert refusal(order).pointer == "/lines/1/quantity"


def test_a_value_that_was_set_without_a_check_is_refused():
    line = models.OrderCreateRequestLinesInner.model_construct(ingram_part_number="A", quantity="many")
    refusal(models.OrderCreateRequest(customer_order_number="po", lines=[line]))


def test_none_among_the_lines_is_refused_although_the_client_would_leave_it_out():
    order = models.OrderCreateRequest.model_validate(members())
    order.lines.append(None)
    assert refusal(order).pointer == "/lines/1"
    assert refusal({**members(), "lines": order.lines}).pointer == "/lines/1"
    order = seventh()
    order.lines[0].end_user_info = []
    order.lines[0].end_user_info.append(None)
    assert refusal(order).pointer == "/lines/0/endUserInfo/0"
    assert refusal({**members(), "lines": order.lines, "quoteNumber": "Q"}).pointer == "/lines/0/endUserInfo/0"


def test_a_refusal_names_at_most_five_faults():
    error = refusal(members(lines=[{"ingramPartNumber": "A", "quantity": "x"}] * 20))
    assert "and 15 more" in str(error)
    assert error.pointer == "/lines/0/quantity"


@pytest.mark.parametrize("name", ["vendorPartNumber", "customerPartNumber", "upcCode"])
def test_any_kind_of_part_number_is_enough(name):
    filing = filed(members(lines=[{name: "ab-1", "quantity": 1}]))
    (part,) = wanted_of(filing.kind, filing.body).units or {}
    assert [each for each in part if each] == ["AB-1"]


def test_the_order_of_a_quote_needs_no_lines():
    order = {"customerOrderNumber": "po", "quoteNumber": "QUO-1"}
    assert filed(order).warnings == ()
    assert "ignores its lines" in filed(members(quoteNumber="QUO-1")).warnings[0]
    assert wanted_of(Kind.QUOTE, filed(order).body).units is None


def test_a_long_po_of_v7_is_warned_about():
    assert filed(seventh("x" * 18)).warnings == ()
    assert "18" in filed(seventh("x" * 19)).warnings[0]
    assert filed(members("x" * 35)).warnings == ()
    assert refusal(members("x" * 36), kind=Kind.V7).pointer == "/customerOrderNumber"


def test_an_order_that_allows_duplicates_is_refused_without_a_reason():
    order = members(**attributes(AllowDuplicateCustomerOrderNumber="TRUE"))
    for reuse in (None, "", " "):
        assert "reuse" in str(refusal(order, reuse=reuse))
    assert not filed(order, reuse="the first one was cancelled").guarded
    assert filed(members(**attributes(allowDuplicateCustomerOrderNumber="false"))).guarded
    assert filed(members(), reuse="again").guarded


# -- POs


@given(st.text(max_size=30))
def test_folding_is_done_after_one_time(po):
    try:
        key = fold(po, any_text=True)
        assert fold(key, any_text=True) == key
    except ApiValueError as error:
        assert error.argument == "po"  # noqa: PT017 - an empty text, or one that became longer


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=35).filter(str.strip))
def test_case_and_blanks_around_a_po_do_not_matter(po):
    keys = {fold(each) for each in (po, po.lower(), po.upper(), f" {po}\t")}
    assert keys == {po.strip().upper()}


def test_text_that_is_permitted_is_folded_as_a_server_may_fold_it():
    assert fold("straße", any_text=True) == "STRASSE"
    assert fold("e\N{COMBINING ACUTE ACCENT}", any_text=True) == fold("É", any_text=True)
    with pytest.raises(ApiValueError, match="permit any text"):
        fold("straße")
    with pytest.raises(ApiValueError, match="printable"):
        fold("a\N{RIGHT-TO-LEFT OVERRIDE}b", any_text=True)


# -- what a look compares with


def test_units_of_equal_parts_are_added_up():
    lines = [
        {"ingramPartNumber": "a1 ", "quantity": 2},
        {"ingramPartNumber": "A1", "vendorPartNumber": "v1", "quantity": 3},
        {"vendorPartNumber": "V1", "quantity": 1},
        {"ingramPartNumber": "B2", "quantity": 4},
    ]
    filing = filed(members("po-1", lines=lines))
    wanted = wanted_of(filing.kind, filing.body)
    assert wanted.units == {Part(ingram="A1", vendor="V1"): 6, Part(ingram="B2"): 4}
    assert (wanted.folded, wanted.kind) == ("PO-1", Kind.V6)


@pytest.mark.parametrize("name", ["QuoteNumber", "quotenumber", "quote-number"])
def test_a_member_of_v7_in_another_spelling_is_not_left_to_v6(name: str) -> None:
    refused = refusal(members(**{name: "QUO-1"}))
    assert (refused.pointer, str(refused)) == (f"/{name}", f"the order has {name!r}; did you mean 'quoteNumber'?")
    assert filed(members(**{name: None})).kind is Kind.V6
