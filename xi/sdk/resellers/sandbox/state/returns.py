"""The returns of a sandbox: filed by customers, and decided by the distributor."""

import string
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from random import Random
from threading import RLock
from typing import Final

from xi.sdk.resellers.sandbox.invoices.values import Invoice
from xi.sdk.resellers.sandbox.keeping import Book
from xi.sdk.resellers.sandbox.returns.requests import NewReturn
from xi.sdk.resellers.sandbox.returns.rules import Filed, file_returns
from xi.sdk.resellers.sandbox.returns.values import CaseMove, ReturnCase, moved_case
from xi.sdk.resellers.sandbox.state.invoices import Invoices
from xi.sdk.resellers.sandbox.wire.messages import FullError

CASE_LIMIT: Final = 100_000
"""The most cases; a further create is answered 500."""
_ALPHANUMERICS: Final = string.digits + string.ascii_uppercase


class Returns:
    """The cases of all customers.

    Args:
        cases: Where they are kept.
        invoices: The invoices that they are filed against.
        now: Returns the time.
        rng: Makes up the numbers of cases and claims.
        record: Called after each change with its kind and the case, to record and store it.
        lock: The lock of the sandbox.
    """

    def __init__(
        self,
        cases: Book[ReturnCase],
        invoices: Invoices,
        now: Callable[[], datetime],
        rng: Random,
        record: Callable[[str, ReturnCase], None],
        lock: RLock,
    ) -> None:
        self._cases = cases
        self._invoices = invoices
        self._now = now
        self._rng = rng
        self._record = record
        self._lock = lock

    def __len__(self) -> int:
        return len(self._cases)

    def __iter__(self) -> Iterator[ReturnCase]:
        return iter(self._cases)

    def get(self, number: str) -> ReturnCase:
        """Return the case with a number, of any customer.

        Raises:
            KeyError: There is no such case.
        """
        found = self._cases.get(number.upper())
        if found is None:
            raise KeyError(f"return {number}")
        return found

    def of(self, customer: str) -> list[ReturnCase]:
        """Return the customer's cases, the oldest first."""
        return self._cases.of(customer)

    def find(self, customer: str, number: str) -> ReturnCase | None:
        """Return the customer's case with a number."""
        found = self._cases.get(number.upper())
        return found if found is not None and found.customer == customer else None

    def file(self, customer: str, entries: Sequence[NewReturn], *, in_part: bool) -> Filed:
        """File the entries of a create, and return their cases; with an error, none is filed.

        Args:
            customer: The customer number.
            entries: The entries.
            in_part: Whether good entries are filed although others are refused.

        Raises:
            FullError: There is no room for the cases.
        """
        if len(self._cases) + len(entries) > CASE_LIMIT:
            raise FullError(f"The sandbox holds {len(self._cases)} returns; its limit is {CASE_LIMIT}")

        def cases_of(invoice: Invoice) -> list[ReturnCase]:
            return [each for each in self._cases.of(customer) if each.invoice_number == invoice.display_number]

        filed = file_returns(
            entries, lambda number: self._invoices.find(customer, number), cases_of, self._now(), self._new_number
        )
        if filed.errors and not (in_part and filed.cases):
            return replace(filed, cases=())
        for case in filed.cases:
            self._cases.put(case)
            self._record("return filed", case)
        return filed

    def move(self, number: str, move: str, *, units: int | None = None) -> ReturnCase:
        """Decide about a case, as the distributor does.

        Args:
            number: The case number.
            move: One of `CaseMove`: approve, part, deny, void.
            units: For `part`: how many units are approved, 1 or more and fewer than all; None for half of them.

        Raises:
            KeyError: There is no such case.
            ValueError: There is no such move, the state of the case does not allow it, or the number of units is not
                possible.
        """
        if move not in list(CaseMove):
            raise ValueError(f"there is no move {move!r}; there are {', '.join(CaseMove)}")
        with self._lock:
            made = CaseMove(move)
            case = moved_case(self.get(number), made, self._now(), units)
            if case.approved and not case.claim_id:
                case = replace(case, claim_id=self._new_claim(case))
            self._cases.put(case)
            self._record(f"return {made.done}", case)
            return case

    def _new_number(self) -> str:
        while True:
            digits = "".join(self._rng.choices(string.digits, k=5))
            letters = "".join(self._rng.choices(_ALPHANUMERICS, k=6))
            number = f"CAS-{digits}-{letters}-{self._rng.randrange(10)}"
            if self._cases.get(number) is None:
                return number

    def _new_claim(self, case: ReturnCase) -> str:
        """Return the number of a claim, which looks like that of a sub-order."""
        taken = {each.claim_id for each in self._cases}
        while True:
            letters = "".join(self._rng.choices(_ALPHANUMERICS, k=5))
            number = f"{case.invoice_number[:2]}-{letters}-{self._rng.randrange(10, 100)}"
            if number not in taken:
                return number
