"""The request log in a file: one line of JSON for each request, for tests that judge what a client did and when."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

DROPPED: Final = "dropped"
"""The status of a request whose connection was broken instead of an answer."""
LATE: Final = "late"
"""The status of the line that says that an earlier request was acted on late: nobody received an answer."""


@dataclass(frozen=True, slots=True)
class RequestLine:
    """One line of the request log.

    Args:
        number: The number of the request, as in `Sandbox.exchanges`.
        at: When it had arrived, by the sandbox's clock, in ISO form.
        arrived: When it had arrived, in seconds of the monotonic clock of this machine.
        ended: When its answer was ready to be sent or its connection was to be broken, in the same seconds.
        method: GET and so on.
        operation: The name of the operation, as in faults; empty if the path is unknown.
        customer: The customer number sent.
        correlation_id: The correlation ID sent.
        purchase_order: The PO of a create's body or of a search's filter, in upper case; else empty.
        order_number: The order number in the path; else empty.
        status: The status of the answer, DROPPED or LATE.
        acted: Whether the operation was carried out; it may have refused the request.
        made: The status that the operation made, which a fault may have changed or kept back; None if it did not act.
        fault: The fault that the request met; else empty.
        late_for: For a line with the status LATE: the number of the request that was acted on; else None.
    """

    number: int
    at: str
    arrived: float
    ended: float
    method: str
    operation: str
    customer: str
    correlation_id: str
    purchase_order: str
    order_number: str
    status: int | str
    acted: bool
    made: int | None
    fault: str
    late_for: int | None


class RequestLog:
    """Adds lines to a file; each is in the file when the request is answered.

    Args:
        path: The file, to which lines are added; it is created if needed. Only its owner can read a new one.

    Raises:
        OSError: It cannot be written.
    """

    def __init__(self, path: Path | str) -> None:
        self._file = os.fdopen(
            os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a", buffering=1, encoding="utf-8"
        )

    def add(self, line: RequestLine) -> None:
        """Add a line."""
        self._file.write(f"{json.dumps(asdict(line), ensure_ascii=False)}\n")

    def close(self) -> None:
        """Close the file."""
        self._file.close()
