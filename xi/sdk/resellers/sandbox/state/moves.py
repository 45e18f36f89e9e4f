"""The moves of an order under names of their own."""

from abc import abstractmethod

from xi.sdk.resellers.sandbox.orders.states import Move
from xi.sdk.resellers.sandbox.orders.values import Order


class Moves:
    """Makes each move of an order by a method; a subclass says how a move is made."""

    @abstractmethod
    def move(self, number: str, move: str) -> Order:
        """Make a move with an order."""

    def ship(self, number: str, *, partially: bool = False) -> Order:
        """Ship an order's confirmed units, or about half of them; raises as `move` does."""
        return self.move(number, Move.SHIP_PARTIALLY if partially else Move.SHIP)

    def invoice(self, number: str) -> Order:
        """Invoice what an order has shipped; raises as `move` does."""
        return self.move(number, Move.INVOICE)

    def deliver(self, number: str) -> Order:
        """Deliver what an order has shipped; raises as `move` does."""
        return self.move(number, Move.DELIVER)

    def restock(self, number: str) -> Order:
        """Let the back-ordered units of an order arrive; raises as `move` does."""
        return self.move(number, Move.RESTOCK)

    def hold(self, number: str) -> Order:
        """Put an order on hold, as sales does; it can be released or cancelled, like an order on customer hold.

        Raises as `move` does, also if a unit has shipped.
        """
        return self.move(number, Move.HOLD)

    def release(self, number: str) -> Order:
        """Take an order off hold; raises as `move` does."""
        return self.move(number, Move.RELEASE)

    def void(self, number: str) -> Order:
        """Void an order, on hold or not; raises as `move` does, also if a unit has shipped."""
        return self.move(number, Move.VOID)
