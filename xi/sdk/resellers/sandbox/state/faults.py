"""Faults that are made on request: what fails, for which operation, and how often."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum
from itertools import count
from random import Random
from threading import Lock
from types import UnionType
from typing import Final

EVERY: Final = "*"
OPERATIONS: Final[list[str]] = []
"""Names of operations that a fault can be for; the table of operations fills it."""


FAULT_LIMIT: Final = 100
"""Faults that can be waiting."""
REFUSE_LIMIT: Final = 100
"""Connections that one fault can refuse, including those of the page."""
LONGEST_S: Final = 600.0
"""Longest time of a delay, a drip or a late act, in seconds."""


class FaultKind(Enum):
    """What goes wrong."""

    REFUSE = "refuse"
    """A new connection is closed at once; it cannot be limited to an operation."""
    DROP_BEFORE = "drop_before"
    """The connection breaks, and the call is not acted on."""
    DROP_AFTER = "drop_after"
    """The connection breaks after the call was acted on; a client that repeats it makes a duplicate."""
    ACT_LATE = "act_late"
    """The connection breaks, and the call is acted on later, when the client has gone."""
    EMPTY_CREATED = "empty_created"
    """The call is acted on, and a success is answered with 201 and an empty object; a refusal is answered as it is."""
    DELAY = "delay"
    """The call is acted on at once, and answered later."""
    DRIP = "drip"
    """The call is acted on, and the answer is sent slowly, a byte at a time."""
    HALF = "half"
    """The call is acted on, half of the body of the answer is sent, and the connection breaks."""
    TOO_MANY = "429"
    """The call is refused because of the quota, and not acted on."""
    ERROR_500 = "500"
    """The call is answered with an error, and not acted on."""
    ERROR_500_AFTER = "500_after"
    """The call is acted on, and answered with an error."""
    PAGE_502 = "502"
    """The call is answered with the HTML page of a gateway, and not acted on."""
    ERROR_503 = "503"
    """The call is answered that the service is not available, and not acted on."""
    WRONG_TYPES = "wrong_types"
    """The call is acted on; in the answer numbers are text, digits are numbers, and a list of one is its item."""
    TOKEN_REVOKED = "token_revoked"  # noqa: S105 - not a secret
    """All issued tokens end, and the call is refused because of its token, also a fixed one; it is not acted on."""

    @property
    def acts(self) -> bool:
        """Whether the call is acted on at once."""
        return self in _ACTING


_ACTING: Final = frozenset(
    {
        FaultKind.DROP_AFTER,
        FaultKind.EMPTY_CREATED,
        FaultKind.DELAY,
        FaultKind.DRIP,
        FaultKind.HALF,
        FaultKind.ERROR_500_AFTER,
        FaultKind.WRONG_TYPES,
    }
)

FITTING: Final[dict[FaultKind, list[str]]] = {FaultKind.EMPTY_CREATED: [], FaultKind.TOKEN_REVOKED: []}
"""The kinds that can happen to some operations only, with those; the table fills it too."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault that is to happen.

    Args:
        kind: What fails.
        operation: One of OPERATIONS; `*` for all.
        times: How often, 1 or more; None for always.
        probability: The probability for each call, above 0 and at most 1.
        seconds: How long a delay or a drip takes, or how late a call is acted on; at most LONGEST_S.
        number: Its number, from `Faults.add`.
    """

    kind: FaultKind
    operation: str = EVERY
    times: int | None = 1
    probability: float = 1.0
    seconds: float = 1.0
    number: int = 0

    def __post_init__(self) -> None:
        """Refuse a fault that could never happen."""
        if self.operation != EVERY and self.operation not in OPERATIONS:
            raise ValueError(f"operation is {self.operation!r}; it should be * or one of {', '.join(OPERATIONS)}")
        if self.times is not None and not (_is_number(self.times, int) and self.times >= 1):
            raise ValueError(f"times is {self.times!r}; it should be 1 or more, or None for ever")
        if self.kind is FaultKind.REFUSE and (
            self.operation != EVERY or self.times is None or self.times > REFUSE_LIMIT
        ):
            # The operation of a new connection is not known yet. Without a limit, no connection could remove the fault.
            raise ValueError(f"refuse is for every operation, operation * and times 1 to {REFUSE_LIMIT}")
        if not (_is_number(self.probability) and 0 < self.probability <= 1):
            raise ValueError(f"probability is {self.probability!r}; it should be above 0 and at most 1")
        if not (_is_number(self.seconds) and 0 <= self.seconds <= LONGEST_S):
            raise ValueError(f"seconds is {self.seconds!r}; it should be 0 to {LONGEST_S:g}")


def _is_number(given: object, kind: type | UnionType = int | float) -> bool:
    return isinstance(given, kind) and not isinstance(given, bool)


def _fits(kind: FaultKind, operation: str) -> bool:
    return kind is not FaultKind.REFUSE and operation in FITTING.get(kind, (operation,))


class Faults:
    """The faults that are waiting, in the order they were added.

    Args:
        rng: Decides about faults with a probability below 1.
        changed: Called after each change.
    """

    def __init__(self, rng: Random, changed: Callable[[], None]) -> None:
        self._rng = rng
        self._changed = changed
        self._lock = Lock()
        self._numbers = count(1)
        self._waiting: list[Fault] = []

    def add(
        self,
        kind: FaultKind | str,
        operation: str = EVERY,
        *,
        times: int | None = 1,
        probability: float = 1.0,
        seconds: float = 1.0,
    ) -> Fault:
        """Add a fault; the arguments are those of Fault.

        Raises:
            ValueError: One of them does not fit; it names it. Or there are FAULT_LIMIT already.
        """
        try:
            wanted = FaultKind(kind)
        except ValueError:
            known = ", ".join(each.value for each in FaultKind)
            raise ValueError(f"kind is {kind!r}; it should be one of {known}") from None
        if operation in OPERATIONS and wanted is not FaultKind.REFUSE and not _fits(wanted, operation):
            possible = ", ".join(FITTING[wanted])
            raise ValueError(f"operation is {operation!r}; {wanted.value} is for * or one of {possible}")
        fault = Fault(wanted, operation, times, probability, seconds, next(self._numbers))
        with self._lock:
            if len(self._waiting) >= FAULT_LIMIT:
                raise ValueError(f"there are {FAULT_LIMIT} faults waiting already; times lets one happen more often")
            self._waiting.append(fault)
        self._changed()
        return fault

    def restore(self, faults: Iterable[Fault]) -> None:
        """Add the faults of an earlier run."""
        with self._lock:
            self._waiting = list(faults)
            self._numbers = count(max((fault.number for fault in self._waiting), default=0) + 1)

    def take(self, operation: str) -> Fault | None:
        """Return the fault for a call, and count it."""
        return self._first(lambda fault: fault.operation in (EVERY, operation) and _fits(fault.kind, operation))

    def refuses(self) -> bool:
        """Return whether a new connection is to be closed at once, and count it."""
        return self._first(lambda fault: fault.kind is FaultKind.REFUSE) is not None

    def _first(self, fits: Callable[[Fault], bool]) -> Fault | None:
        with self._lock:
            found = next(
                (
                    (place, fault)
                    for place, fault in enumerate(self._waiting)
                    if fits(fault) and (fault.probability == 1 or self._rng.random() < fault.probability)
                ),
                None,
            )
            if found is None:
                return None
            place, fault = found
            if fault.times == 1:
                del self._waiting[place]
            elif fault.times is not None:
                self._waiting[place] = replace(fault, times=fault.times - 1)
        self._changed()
        return fault

    def waiting(self) -> tuple[Fault, ...]:
        """Return the faults that are waiting."""
        with self._lock:
            return tuple(self._waiting)

    def remove(self, number: int) -> bool:
        """Remove one fault; return whether it was waiting."""
        with self._lock:
            before = len(self._waiting)
            self._waiting = [fault for fault in self._waiting if fault.number != number]
            found = len(self._waiting) < before
        self._changed()
        return found

    def clear(self) -> None:
        """Remove all of them."""
        with self._lock:
            self._waiting.clear()
        self._changed()
