"""Work for input from others grows no faster than the input: in executed lines of Python, and in memory."""

from __future__ import annotations

import pytest
from inputs import ROWS, Row
from measures import SIZES, is_linear, peak_bytes, steps

rows = pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)


@rows
def test_steps_grow_no_faster_than_the_input(row: Row) -> None:
    row.work(row.make(1))  # work that is done only once
    costs = [steps(row.work, row.make(size)) for size in SIZES]
    assert is_linear(costs, slack=100), costs


@rows
def test_bytes_grow_no_faster_than_the_input(row: Row) -> None:
    row.work(row.make(SIZES[-1]))  # lasting objects, such as a compiled pattern, are allocated the first time
    costs = [peak_bytes(row.work, row.make(size)) for size in SIZES]
    assert is_linear(costs, slack=20_000), costs


@pytest.mark.parametrize(
    ("cost", "linear"),
    [
        (lambda n: 1_000 + n, True),
        (lambda n: 300 * n * n.bit_length(), True),
        (lambda n: min(n, 4), True),
        (lambda n: 100 * n**2, False),
        (lambda n: 10**6 + 100 * n**3, False),
    ],
)
def test_the_measure_distinguishes_quadratic_from_linear_growth(cost: object, linear: bool) -> None:
    assert callable(cost)
    assert is_linear([cost(size) for size in SIZES], slack=100) is linear


def test_the_measures_detect_quadratic_work() -> None:
    def squared(given: list[int]) -> list[int]:
        return [a for a in given for _ in given]

    inputs = [list(range(20 * size)) for size in SIZES]
    assert not is_linear([steps(squared, each) for each in inputs], slack=100)
    assert not is_linear([peak_bytes(squared, each) for each in inputs], slack=20_000)
