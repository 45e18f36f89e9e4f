"""An order goes from state to state as the table says, and as the guide shows."""

from pathlib import Path

import pytest

from xi.sdk.resellers.sandbox.orders.states import MOVES, TRANSITIONS, Move, State, possible, state_of

GUIDE = Path(__file__).parents[2] / "docs" / "sandbox.md"


def as_markdown() -> str:
    """The transitions, a row for each state and a column for each move that leads from it."""
    rows = ["| state | what can be done, and where it leads |", "|---|---|"]
    for state in State:
        moves = [f"`{move}` → {to}" for (start, move), to in TRANSITIONS.items() if start is state]
        rows.append(f"| {state} | {', '.join(moves) or 'nothing'} |")
    return "\n".join(rows)


def test_the_guide_shows_the_table_of_states():
    assert as_markdown() in GUIDE.read_text("utf-8")


@pytest.fixture(params=State)
def ordered(request, make):
    """Return a caller, and the number of an order in each state, with units that wait for stock besides."""
    api = make()
    lines = [("DF4128", 3), ("YN6231", 2), ("1C6094", 1)]
    number = api.held(*lines) if request.param is State.ON_HOLD else api.created(*lines)
    for move in {
        State.PARTLY_SHIPPED: ["ship-partially"],
        State.SHIPPED: ["ship"],
        State.DELIVERED: ["ship", "deliver"],
        State.CANCELED: ["void"],
    }.get(request.param, []):
        api.sandbox.move(number, move)
    assert state_of(api.sandbox.orders.get(number)) is request.param
    return api, number, request.param


@pytest.mark.parametrize("move", [move for move in Move if move is not Move.MODIFY])
def test_each_move_leads_to_the_state_in_the_table_or_is_refused(ordered, move):
    api, number, state = ordered
    expected = TRANSITIONS.get((state, move))
    could = move in possible(api.sandbox.orders.get(number))
    if expected is None:
        assert not could
        with pytest.raises(ValueError, match=number):
            api.sandbox.move(number, move)
        assert state_of(api.sandbox.orders.get(number)) is state
        return
    assert could or move not in MOVES
    assert state_of(api.sandbox.move(number, move)) is expected


def test_an_order_ships_in_part_while_its_last_line_waits_for_stock(make):
    api = make()
    number = api.created(("DF4128", 1), ("1C6094", 1))
    assert Move.SHIP_PARTIALLY not in possible(api.sandbox.orders.get(number))
    with pytest.raises(ValueError, match="has nothing to be shipped"):
        api.sandbox.ship(number, partially=True)
    api.sandbox.ship(number)
