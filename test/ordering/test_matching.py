"""What a look has seen: ours, ours in part, twice ours, another's order, or something that cannot be compared."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xi.sdk.resellers import Account
from xi.sdk.resellers.ordering._filing import file_order, wanted_of
from xi.sdk.resellers.ordering._matching import (
    Found,
    FoundLine,
    Part,
    Sight,
    Wanted,
    judge,
    with_total,
)
from xi.sdk.resellers.ordering._protocol import Kind, Seen

MARKER = "XI-ABCDEFGHIJKLMNOP"
SENT = datetime(2024, 5, 27, 9, 30, tzinfo=UTC).timestamp()
WANTED = Wanted(kind=Kind.V6, folded="PO-1", units={Part("A"): 2, Part("B"): 1}, since=SENT)
QUOTE = Wanted(kind=Kind.QUOTE, folded="PO-1", since=SENT)


def line(part: str | Part | None, quantity: int | None = 1, **more: Any) -> FoundLine:
    return FoundLine(part=part if isinstance(part, Part) else Part(part), quantity=quantity, **more)


def order(number: str = "20-AAAA1", *lines: FoundLine, **more: Any) -> Found:
    return Found(**{"number": number, "po": "po-1", "date": "2024-05-27", "lines": lines} | more)


def ours(number: str = "20-AAAA1", **more: Any) -> Found:
    return order(number, line("A", 2), line("B"), **more)


def seen(wanted: Wanted, *found: Found) -> tuple[Seen, tuple[str, ...]]:
    sight = judge(wanted, found)
    assert sight.says.isprintable()
    return sight.seen, sight.numbers


# -- by units, whatever they are split over


@st.composite
def dealt(draw: st.DrawFn, times: int = 1, less: int = 0) -> tuple[Wanted, list[Found]]:
    """Return an order, and `times` as many units dealt over lines and orders, less some units."""
    numbers = draw(
        st.lists(st.text("ABCxy12", min_size=1, max_size=4).map(str.upper), min_size=1, max_size=3, unique=True)
    )
    units = {Part(number): draw(st.integers(1, 5)) for number in numbers}
    loose = [part for part, count in units.items() for _ in range(count * times)]
    loose = draw(st.permutations(loose))[less:]
    count = draw(st.integers(1, 5))
    places = [draw(st.integers(0, count - 1)) for _ in loose]
    found: list[Found] = []
    for place in sorted(set(places)):
        lines = [line(part) for part, own in zip(loose, places, strict=True) if own == place]
        if draw(st.booleans()):  # the server may also add up
            lines = [line(part, quantity) for part, quantity in Counter(each.part for each in lines).items()]
        # Each line has its own place, as on the server; equal lines of one answer are different lines.
        placed = [replace(each, place=f"{place}/{index}") for index, each in enumerate(lines)]
        comment = [FoundLine(part=Part(), quantity=None, place=f"{place}/c")] if draw(st.booleans()) else []
        found.append(order(f"20-AAAA{place}", *placed, *comment, po=draw(st.sampled_from(["PO-1", "po-1 "]))))
    return Wanted(kind=Kind.V6, folded="PO-1", units=units, since=SENT), found


@given(dealt())
def test_our_units_split_over_any_lines_and_orders_are_ours(case):
    wanted, found = case
    assert seen(wanted, *found) == (Seen.OURS, tuple(each.number for each in found))


@given(dealt(times=2))
def test_twice_our_units_are_told_as_doubled(case):
    wanted, found = case
    verdict, numbers = seen(wanted, *found)
    assert verdict is Seen.DOUBLED
    assert set(numbers) == {each.number for each in found}


@given(dealt(less=1))
def test_one_unit_less_is_ours_in_part(case):
    wanted, found = case
    if found:
        assert seen(wanted, *found) == (Seen.PARTLY, tuple(each.number for each in found))
    else:
        assert seen(wanted) == (Seen.NOTHING, ())


@given(dealt(), st.data())
def test_one_unit_of_another_part_makes_it_anothers_order(case, data):
    wanted, found = case
    place = data.draw(st.integers(0, len(found) - 1))
    assert found[place].lines is not None
    found[place] = replace(found[place], lines=(*found[place].lines, line("FOREIGN")))
    assert seen(wanted, *found)[0] is Seen.FOREIGN


@given(dealt(), st.data())
def test_one_unit_more_of_one_of_our_parts_is_not_ours(case, data):
    wanted, found = case
    part = data.draw(st.sampled_from(list(wanted.units or ())))
    place = data.draw(st.integers(0, len(found) - 1))
    assert found[place].lines is not None
    found[place] = replace(found[place], lines=(*found[place].lines, line(part, place="more")))
    verdict, numbers = seen(wanted, *found)
    if sum((wanted.units or {}).values()) == 1:
        assert verdict is Seen.DOUBLED
    elif verdict is Seen.OURS:  # some of the orders have exactly ours, without the one that has more
        assert found[place].number not in numbers or len(numbers) < len(found)
    else:
        assert verdict in (Seen.FOREIGN, Seen.UNCLEAR)


@given(dealt(), st.lists(st.text("ABC", max_size=3), max_size=3))
def test_anothers_orders_beside_ours_are_ignored(case, parts):
    wanted, found = case
    others = [order(f"30-BBBB{index}", line(f"Z{part}")) for index, part in enumerate(parts)]
    sight = judge(wanted, [*others, *found])
    assert (sight.seen, sight.numbers) == (Seen.OURS, tuple(each.number for each in found))
    assert all(each.number in sight.says for each in others)


@given(dealt(), st.data())
def test_an_answer_that_comes_twice_or_by_sub_order_does_not_count_twice(case, data):
    wanted, found = case
    again = data.draw(st.sampled_from(found))
    by_sub_order = replace(again, number=f"{again.number}-11")
    assert seen(wanted, *found, again, by_sub_order) == seen(wanted, *found)


def test_two_sub_orders_are_one_order():
    one = order("20-RD128-11", line("A", 2, place="20-RD128-11/001"))
    other = order("20-RD128-21", line("B", 1, place="20-RD128-21/002"))
    assert seen(WANTED, one, other) == (Seen.OURS, ("20-RD128",))


def test_two_orders_that_each_are_ours_are_doubled_beside_anothers():
    found = [ours("20-AAAA1"), order("20-BBBB2", line("Z")), ours("20-CCCC3")]
    assert seen(WANTED, *found) == (Seen.DOUBLED, ("20-AAAA1", "20-CCCC3"))


def test_two_orders_that_each_are_ours_are_doubled_beside_a_part_of_ours():
    found = [order("20-AAAA1", line("A")), ours("20-BBBB2"), ours("20-CCCC3")]
    assert seen(WANTED, *found) == (Seen.DOUBLED, ("20-BBBB2", "20-CCCC3"))


def test_an_order_that_is_split_over_many_is_ours():
    wanted = replace(WANTED, units={Part("A"): 30})
    found = [order(f"20-AAA{index:02}", line("A")) for index in range(30)]
    assert seen(wanted, *found) == (Seen.OURS, tuple(each.number for each in found))


def test_of_many_orders_under_one_po_the_one_that_is_ours_is_found():
    found = [order(f"20-AAA{index:02}", line("A", 1)) for index in range(30)]
    verdict, numbers = seen(WANTED, *found[:15], ours("20-OURS1"), *found[15:])
    assert (verdict, numbers) == (Seen.OURS, ("20-OURS1",))


def test_orders_that_are_each_fewer_and_together_more_are_not_clear():
    assert seen(WANTED, order("20-AAAA1", line("B")), order("20-AAAA2", line("B"))) == (Seen.UNCLEAR, ())


def test_fewer_units_beside_anothers_order_may_be_a_part_of_that():
    assert seen(WANTED, order("20-AAAA1", line("A")), order("20-AAAA2", line("Z")))[0] is Seen.FOREIGN


def test_a_line_that_was_rejected_does_not_count():
    lines = (line("A", 2), line("B", is_rejected=True))
    assert seen(WANTED, order("20-AAAA1", *lines)) == (Seen.PARTLY, ("20-AAAA1",))


def test_what_is_missing_is_said():
    assert "1 of B" in judge(WANTED, [order("20-AAAA1", line("A", 2))]).says


def test_an_answer_without_lines_or_marker_takes_nothing_from_another_about_the_same_order():
    known = replace(WANTED, marker=MARKER)
    bare = order("20-AAAA1", lines=None)
    assert seen(WANTED, bare, ours()) == seen(WANTED, ours(), bare) == (Seen.OURS, ("20-AAAA1",))
    marked = ours(marker=MARKER)
    assert seen(known, ours(), marked) == seen(known, marked, ours()) == (Seen.OURS, ("20-AAAA1",))


EARLIER = order("20-CCCC3", line("A"), date="2024-05-01")
EARLY = "order 20-CCCC3 is dated 2024-05-01, before ours was sent"


@pytest.mark.parametrize(
    ("wanted", "found", "says"),
    [
        (WANTED, [], "no order under PO PO-1"),
        (QUOTE, [], "no order under PO PO-1"),
        (WANTED, [ours()], "order 20-AAAA1: the parts and units are those that were ordered"),
        (
            replace(WANTED, known=("20-AAAA1",)),
            [ours(), order("20-BBBB2", line("A")), EARLIER],
            f"order 20-AAAA1: known by number or marker (besides: {EARLY}; order 20-BBBB2 has other units)",
        ),
        (
            replace(WANTED, known=("20-AAAA1",)),
            [order()],
            "order 20-AAAA1: known by number or marker, and has no line",
        ),
        (
            replace(QUOTE, known=("20-AAAA1",)),
            [order(), EARLIER],
            f"order 20-AAAA1: known by number or marker, and has no line (besides: {EARLY})",
        ),
        (replace(QUOTE, known=("20-AAAA1",)), [ours()], "order 20-AAAA1: known by number or marker"),
        (WANTED, [order("20-AAAA1", line("A", 2)), EARLIER], f"order 20-AAAA1: missing: 1 of B (besides: {EARLY})"),
        (WANTED, [EARLIER], EARLY),
        (replace(WANTED, marker=MARKER), [ours(marker="XI-OTHER")], "order 20-AAAA1 has another marker"),
        (replace(WANTED, marker=MARKER), [ours()], "order 20-AAAA1 does not have our marker"),
        (WANTED, [ours(marker=MARKER)], "order 20-AAAA1 has a marker, and ours has none"),
        (WANTED, [ours(""), EARLIER], f"an order without a number cannot be compared (besides: {EARLY})"),
        (
            WANTED,
            [ours(), ours("20-BBBB2")],
            "orders 20-AAAA1, 20-BBBB2 have twice what was ordered",
        ),
        (WANTED, [order("20-AAAA1", line("A", 4), line("B", 2))], "order 20-AAAA1 has twice what was ordered"),
        (
            QUOTE,
            [ours(), EARLIER],
            f"order 20-AAAA1: the PO and the date are those of the quote's order (besides: {EARLY})",
        ),
        (QUOTE, [ours(), ours("20-BBBB2")], "orders 20-AAAA1, 20-BBBB2 have the same lines"),
        (QUOTE, [ours(""), EARLIER], f"an order without a number cannot be compared (besides: {EARLY})"),
    ],
)
def test_a_verdict_says_its_reason_and_what_was_ignored(wanted: Wanted, found: list[Found], says: str):
    assert judge(wanted, found).says == says


def test_the_day_of_a_send_does_not_depend_on_the_time_zone_of_the_machine(in_zone: Callable[[str], None]):
    in_zone("Pacific/Kiritimati")  # fourteen hours ahead
    noon = datetime(2024, 5, 27, 12, tzinfo=UTC).timestamp()
    assert seen(replace(WANTED, since=noon), ours(date="2024-05-26"))[0] is Seen.OURS


def test_comments_and_rejected_lines_do_not_tell_two_orders_of_a_quote_apart():
    one = order("20-AAAA1", line("A", 2), line("B", is_rejected=True))
    other = order("20-BBBB2", line("A", 2), FoundLine(part=Part(), quantity=None))
    assert seen(QUOTE, one, other) == (Seen.DOUBLED, ("20-AAAA1", "20-BBBB2"))


# -- part numbers


@pytest.mark.parametrize(
    ("ordered", "listed", "verdict"),
    [
        (Part("A1"), Part("A1", "V9"), Seen.OURS),
        (Part("A1", "V1"), Part("A1", "V9"), Seen.OURS),
        (Part("A1", "V1"), Part("A2", "V1"), Seen.FOREIGN),
        (Part("A1", "V1"), Part(None, "V1"), Seen.OURS),
        (Part(vendor="V1"), Part("A1", "V1", "1"), Seen.OURS),
        (Part(vendor="V1"), Part("A1"), Seen.UNCLEAR),
        (Part(upc="1"), Part("A1", None, "1"), Seen.OURS),
        (Part(customer="C1"), Part("A1", "V1"), Seen.UNCLEAR),
        (Part(customer="C1"), Part("A1", customer="C1"), Seen.OURS),
        (Part(customer="C1"), Part("A1", customer="C2"), Seen.FOREIGN),
    ],
)
def test_parts_are_compared_by_the_first_kind_of_number_that_both_have(ordered, listed, verdict):
    wanted = replace(WANTED, units={ordered: 1})
    assert seen(wanted, order("20-AAAA1", line(listed)))[0] is verdict


def test_a_part_that_may_be_one_of_two_is_not_clear():
    wanted = replace(WANTED, units={Part("A1"): 1, Part(vendor="V1"): 1})
    assert seen(wanted, order("20-AAAA1", line(Part("A1", "V1"), 2)))[0] is Seen.UNCLEAR


@pytest.mark.parametrize(
    "found",
    [
        order("20-AAAA1", lines=None),
        order("20-AAAA1"),
        order("20-AAAA1", line(None)),
        order("20-AAAA1", line("A", None), line("B")),
        ours(po=None),
        ours(number=""),
    ],
)
def test_what_cannot_be_compared_is_not_clear(found):
    assert seen(WANTED, found) == (Seen.UNCLEAR, ())
    assert seen(WANTED, found, order("20-BBBB2", line("Z")))[0] is Seen.UNCLEAR
    assert seen(WANTED, found, order("20-BBBB2", line("A")))[0] is Seen.UNCLEAR
    assert seen(WANTED, found, ours("20-CCCC3")) == (Seen.OURS, ("20-CCCC3",))


def test_an_order_under_another_po_is_nothing():
    assert seen(WANTED, ours(po="PO-2")) == (Seen.NOTHING, ())


# -- numbers, markers, dates


@pytest.mark.parametrize(
    ("lines", "verdict"),
    [
        ((line("A", 2), line("B")), Seen.OURS),
        ((line("A", 9), line("B"), line("Z")), Seen.OURS),
        ((line("A", 2),), Seen.PARTLY),
        ((line("Z", 2),), Seen.PARTLY),
        ((), Seen.EMPTY),
        ((line(None),), Seen.EMPTY),
        (None, Seen.OURS),
    ],
)
@pytest.mark.parametrize(
    ("wanted", "marker"),
    [(replace(WANTED, known=frozenset({"20-AAAA1-11"})), None), (replace(WANTED, marker=MARKER), MARKER.lower())],
)
def test_a_known_number_or_our_marker_is_ours_whatever_its_lines(lines, verdict, wanted, marker):
    found = order("20-AAAA1", lines=lines, marker=marker, date="2020-01-01", po="PO-9")
    assert seen(wanted, found) == (verdict, ("20-AAAA1",))


def test_a_second_order_beside_the_known_one_is_doubled():
    wanted = replace(WANTED, known=frozenset({"20-AAAA1"}))
    assert seen(wanted, ours("20-AAAA1"), ours("20-BBBB2")) == (Seen.DOUBLED, ("20-AAAA1", "20-BBBB2"))
    half = order("20-BBBB2", line("A", 2)), order("20-CCCC3", line("B"))
    assert seen(wanted, ours("20-AAAA1"), *half) == (Seen.DOUBLED, ("20-AAAA1", "20-BBBB2", "20-CCCC3"))
    partly = order("20-AAAA1", line("A", 2)), order("20-BBBB2", line("A", 2))
    assert seen(wanted, *partly) == (Seen.DOUBLED, ("20-AAAA1", "20-BBBB2"))


def test_two_orders_with_our_marker_are_doubled_if_they_have_twice_ours():
    wanted = replace(WANTED, marker=MARKER)
    one, other = ours("20-AAAA1", marker=MARKER), ours("20-BBBB2", marker=MARKER)
    assert seen(wanted, one, other) == (Seen.DOUBLED, ("20-AAAA1", "20-BBBB2"))
    split = order("20-AAAA1", line("A", 2), marker=MARKER), order("20-BBBB2", line("B"), marker=MARKER)
    assert seen(wanted, *split) == (Seen.OURS, ("20-AAAA1", "20-BBBB2"))


def test_a_known_order_of_more_units_is_not_doubled():
    wanted = replace(WANTED, known=frozenset({"20-AAAA1"}))
    assert seen(wanted, order("20-AAAA1", line("A", 4), line("B", 2)))[0] is Seen.OURS


def test_anothers_order_beside_the_known_one_is_ignored():
    wanted = replace(WANTED, known=frozenset({"20-AAAA1"}))
    assert seen(wanted, ours("20-AAAA1"), order("20-BBBB2", line("A"))) == (Seen.OURS, ("20-AAAA1",))


def test_an_order_with_another_marker_is_not_ours():
    other = "XI-ZZZZZZZZZZZZZZZZ"
    assert seen(replace(WANTED, marker=MARKER), ours(marker=other))[0] is Seen.FOREIGN
    assert seen(replace(WANTED, marker=MARKER), ours(marker="customer 7"))[0] is Seen.FOREIGN
    assert seen(WANTED, ours(marker=other))[0] is Seen.FOREIGN
    assert seen(WANTED, ours(marker="customer 7"))[0] is Seen.OURS
    assert seen(replace(WANTED, marker=MARKER), ours(marker=""))[0] is Seen.FOREIGN


def test_an_order_of_another_generation_is_never_ours_and_no_conflict():
    wanted = replace(WANTED, others=frozenset({"20-AAAA1"}))
    assert seen(wanted, ours("20-AAAA1"), ours("20-AAAA1-11")) == (Seen.NOTHING, ())
    assert seen(wanted, ours("20-AAAA1"), ours("20-BBBB2")) == (Seen.OURS, ("20-BBBB2",))


@pytest.mark.parametrize(
    ("date", "verdict"),
    [
        ("2024-05-27", Seen.OURS),
        ("2024-05-26", Seen.OURS),
        ("2024-05-25", Seen.FOREIGN),
        ("2024-05-26T00:00:00-07:00", Seen.OURS),
        ("2024-05-25T23:59:59-07:00", Seen.OURS),
        ("2024-05-25T23:59:59.000Z", Seen.FOREIGN),
        ("2024-05-26T01:00:00+08:00", Seen.FOREIGN),
        ("2024-05-25T10:00:00", Seen.FOREIGN),
        ("2023-05-27", Seen.FOREIGN),
        ("2024-06-30", Seen.OURS),
        ("", Seen.OURS),
        (None, Seen.OURS),
        ("0001-01-01T00:00:00", Seen.OURS),
        ("last week", Seen.OURS),
    ],
)
def test_an_order_from_before_the_day_of_our_first_intent_is_anothers(date, verdict):
    assert seen(WANTED, ours(date=date))[0] is verdict
    assert seen(replace(WANTED, since=None), ours(date=date))[0] is Seen.OURS


def test_an_old_order_beside_a_part_of_ours_does_not_hide_that():
    assert seen(WANTED, ours("20-OLD01", date="2023-01-01"), order("20-BBBB2", line("A", 2))) == (
        Seen.PARTLY,
        ("20-BBBB2",),
    )


# -- quotes


def test_the_order_of_a_quote_is_ours_by_its_po_and_date():
    assert seen(QUOTE, order("20-AAAA1", line("Z", 7))) == (Seen.OURS, ("20-AAAA1",))
    assert seen(QUOTE, order("20-AAAA1", lines=None))[0] is Seen.OURS
    assert seen(QUOTE, order("20-AAAA1", line("Z"), date="")) == (Seen.UNCLEAR, ())
    assert seen(QUOTE, order("20-AAAA1", line("Z"), date="2024-01-01"))[0] is Seen.FOREIGN
    assert seen(QUOTE, order("20-AAAA1", line("Z"), po="")) == (Seen.UNCLEAR, ())
    assert seen(replace(QUOTE, since=None), order("20-AAAA1", line("Z"))) == (Seen.UNCLEAR, ())
    assert seen(QUOTE) == (Seen.NOTHING, ())


def test_the_order_of_a_quote_is_ours_by_its_marker():
    wanted = replace(QUOTE, marker=MARKER, since=None)
    assert seen(wanted, order("20-AAAA1", line("Z"), marker=MARKER, date="")) == (Seen.OURS, ("20-AAAA1",))
    assert seen(wanted, order("20-AAAA1", marker=MARKER))[0] is Seen.EMPTY


@pytest.mark.parametrize("wanted", [QUOTE, replace(QUOTE, kind=Kind.V6)], ids=["a quote", "a redacted order"])
def test_beside_a_known_order_an_equal_one_that_only_the_search_has_is_doubled(wanted):
    known = replace(wanted, known=frozenset({"20-AAAA1"}))
    one, equal = order("20-AAAA1", line("Z", 7)), order("20-BBBB2", line("Z", 7), date="")
    assert seen(known, one, equal) == (Seen.DOUBLED, ("20-AAAA1", "20-BBBB2"))
    other, before, unread = (
        order("20-BBBB2", line("Z", 1)),
        order("20-BBBB2", line("Z", 7), date="2024-01-01"),
        order("20-BBBB2", lines=None),
    )
    for each in (other, before, unread):
        assert seen(known, one, each) == (Seen.OURS, ("20-AAAA1",))


def test_two_equal_orders_of_a_quote_are_doubled_and_two_others_are_a_split():
    one, equal = order("20-AAAA1", line("Z", 2)), order("20-BBBB2", line("Z"), line("Z", place="2"))
    assert seen(QUOTE, one, equal) == (Seen.DOUBLED, ("20-AAAA1", "20-BBBB2"))
    for split in (line("Y"), line("Z")):
        assert seen(QUOTE, one, order("20-BBBB2", split)) == (Seen.OURS, ("20-AAAA1", "20-BBBB2"))


def test_an_order_whose_body_is_not_kept_is_ours_by_number_or_marker_alone():
    wanted = replace(QUOTE, kind=Kind.V6)
    assert seen(wanted, ours()) == (Seen.UNCLEAR, ())
    assert seen(replace(wanted, known=frozenset({"20-AAAA1"})), ours())[0] is Seen.OURS


def test_an_order_is_found_by_what_was_filed():
    lines = [{"ingramPartNumber": "a", "quantity": 2}, {"ingramPartNumber": "B", "quantity": 1}]
    filing = file_order({"customerOrderNumber": "po-1", "lines": lines}, Account("20-222222", "US"), marker=True)
    wanted = wanted_of(filing.kind, filing.body)
    assert judge(wanted, [ours(marker=filing.marker)]).seen is Seen.OURS
    assert judge(wanted, [order("20-AAAA1", line("Z"), marker=filing.marker)]) == Sight(
        Seen.PARTLY, ("20-AAAA1",), "order 20-AAAA1: missing: 2 of A, 1 of B"
    )


# -- the total


@pytest.mark.parametrize(
    ("verdict", "amounts", "total"),
    [
        (Seen.OURS, [("54.90", "USD")], ("54.90", "USD")),
        (Seen.PARTLY, [("54.90", "USD"), ("0.10", "USD")], ("55.00", "USD")),
        (Seen.OURS, [("54.90", "USD"), (None, None)], (None, None)),
        (Seen.OURS, [("54.90", "USD"), ("1", "EUR")], (None, None)),
        (Seen.DOUBLED, [("54.90", "USD"), ("54.90", "USD")], (None, None)),
        (Seen.OURS, [], (None, None)),
    ],
)
def test_what_a_look_has_found_has_its_total(verdict: Seen, amounts: list[Any], total: Any) -> None:
    found = [order(f"20-AAAA{at}", total=text, currency=currency) for at, (text, currency) in enumerate(amounts)]
    sight = with_total(Sight(verdict, tuple(each.number for each in found), "ours"), [order("20-ZZZZ1"), *found])
    assert (sight.total, sight.currency) == total
