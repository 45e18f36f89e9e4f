"""Rows that may end before all are there: because of --limit, or because a page could not be fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.short_lists import Short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xi.sdk.resellers.cli.session import Session


class Cut:
    """Rows up to a limit, which know whether there are more, and how a page has failed.

    Args:
        rows: the rows, of which there may be one more than the limit. An ApiException of theirs ends them.
        limit: how many at most; None is all.
        short: notes whether their list has ended before all came; None if that cannot be.
    """

    def __init__(self, rows: Iterable[Mapping[str, Any]], limit: int | None, short: Short | None = None) -> None:
        self._rows = rows
        self._limit = limit
        self.is_cut = False
        self.failure: Exception | None = None
        self._short = short or Short()

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        from xi.sdk.resellers.exceptions import ApiException

        count = 0
        try:
            for each in self._rows:
                if count == self._limit:
                    self.is_cut = True
                    return
                count += 1
                yield each
        except ApiException as error:
            self.failure = error
        self.is_cut = count == self._limit and self._short.counts is not None  # the others are not wanted

    def complete(self) -> bool:
        """Return whether all rows were there."""
        return not self.is_cut and self.failure is None and self._short.counts is None

    def tell(self, session: Session, count: int, what: str) -> None:
        """Say that the limit has cut, or raise that a page has failed or that some did not come.

        Args:
            session: the command.
            count: how many rows were shown.
            what: what they are, such as `orders`.

        Raises:
            CommandError: a page could not be fetched, or the list ended before all came.
        """
        if self.is_cut:
            session.say("there are more; --limit has cut them")
        if self.failure is not None:
            raise page_failed(self.failure, count, what, session.common.output)
        said = self._short.said_of(what)
        if said is not None and not self.is_cut:
            raise CommandError(
                f"{said}: the others were not sent",
                code=Code.UNABLE,
                word="api-unreadable",
                hint="the same line again, later",
            )


def page_failed(failure: Exception, count: int, what: str, file: str | None) -> CommandError:
    """Return the error for a page that could not be fetched.

    Args:
        failure: why.
        count: how many rows came before it.
        what: what they are, such as `orders`.
        file: the file that they were for, which is written whole or not at all; None if they were shown.
    """
    from xi.sdk.resellers.cli.failures import as_command_error

    told = as_command_error(failure) or CommandError(str(failure))
    rest = f"; the {count:,} {what} before it are shown, and there may be more"
    if file is not None:
        rest = f"; {count:,} {what} came before it, and {file} is left as it was"
    return CommandError(
        f"a page could not be fetched: {told.message}{rest if count else ''}",
        code=Code.UNABLE,
        word=told.word,
        hint=told.hint,
        correlation_id=told.correlation_id,
    )
