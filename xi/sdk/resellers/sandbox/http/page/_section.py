"""A section of the page as a value, and the lists that sections show."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, Generic, TypeVar
from urllib.parse import urlencode

from starlette.requests import Request

from xi.sdk.resellers.sandbox.state.sandbox import Sandbox

LIST_SIZE: Final = 25
"""Rows of a list on one page."""
_TEXT_LIMIT: Final = 100
_DIGITS: Final = 9

Form = Mapping[str, str]
View = Callable[[Sandbox, Request], Mapping[str, Any]]
"""Returns the values for a template. It raises KeyError with the name of what does not exist."""
Action = Callable[[Sandbox, Request, Form], object]
"""Does what its button says. It raises KeyError as a view does, and ValueError with the reason of a refusal."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the page.

    Args:
        link: The path of its first page; its buttons lead there where the browser sends no Referer header.
        views: The template and the view of each page, by path.
        actions: The actions of its buttons, by path.
        title: The text of its link in the navigation; empty for none.
        under: The link that is marked as current in the navigation, where it is not its own.
        count: Returns the number beside its link; 0 is not shown.
        needs_ledger: Whether its link is there only if the page shows a ledger.
    """

    link: str
    views: Mapping[str, tuple[str, View]]
    actions: Mapping[str, Action]
    title: str = ""
    under: str = ""
    count: Callable[[Sandbox], int] | None = None
    needs_ledger: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A link that shows only one group of a list."""

    label: str
    count: int
    link: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """One page of a list, with links to the others.

    Args:
        items: The rows shown.
        total: The number of rows on all pages.
        first: The position of the first row shown, from 1.
        text: The text that the list is searched for.
        group: The group that is shown; empty for all.
        filters: The links to the groups.
        previous: The link to the page before, empty where there is none.
        following: The link to the page after, empty where there is none.
    """

    items: Sequence[T]
    total: int
    first: int
    text: str
    group: str
    filters: Sequence[Filter]
    previous: str
    following: str


def search_text(request: Request) -> str:
    """Return the text that a list is searched for."""
    return request.query_params.get("q", "").strip()[:_TEXT_LIMIT]


def listing(
    request: Request, counts: Mapping[str, int], take: Callable[[str, int, int], Sequence[T]], size: int = LIST_SIZE
) -> Listing[T]:
    """Return the page of a list that the query asks for, with `q` for a text, `show` for a group, and `page`.

    Args:
        request: The request for the page.
        counts: The number of rows in each group. The first group is that of all rows.
        take: Returns rows. Its arguments are the group (empty for all), how many rows to skip, and how many to return.
        size: The most rows on a page.
    """
    text = search_text(request)
    everything = next(iter(counts))
    asked = request.query_params.get("show", "")
    group = asked if asked in counts and asked != everything else ""
    total = counts[group or everything]
    last = max(-(-total // size), 1)
    page = min(max(_whole(request.query_params.get("page", "")), 1), last)

    def link(group: str, page: int) -> str:
        query = {"q": text, "show": group, "page": str(page) if page > 1 else ""}
        given = urlencode({name: value for name, value in query.items() if value})
        return f"{request.url.path}?{given}" if given else request.url.path

    return Listing(
        items=take(group, (page - 1) * size, size),
        total=total,
        first=(page - 1) * size + 1,
        text=text,
        group=group,
        filters=[
            Filter(label, count, link("" if label == everything else label, 1), (group or everything) == label)
            for label, count in counts.items()
        ],
        previous=link(group, page - 1) if page > 1 else "",
        following=link(group, page + 1) if page < last else "",
    )


def list_of(
    request: Request,
    items: Sequence[T],
    texts: Callable[[T], Iterable[str]],
    names: Iterable[str] = (),
    groups: Callable[[T], Iterable[str]] = lambda _: (),
    size: int = LIST_SIZE,
) -> Listing[T]:
    """Return the page of a list that the query asks for, from all its rows.

    Args:
        request: The request for the page.
        items: All rows, in the order to show them.
        texts: Returns the texts of a row that are searched.
        names: The groups the list can be limited to.
        groups: Returns the groups of a row.
        size: The most rows on a page.
    """
    wanted = search_text(request).lower()
    found = [item for item in items if any(wanted in text.lower() for text in texts(item))] if wanted else items
    members: dict[str, list[T]] = {name: [] for name in names}
    for item in found:
        for name in groups(item):
            members[name].append(item)
    counts = {"All": len(found)} | {name: len(rows) for name, rows in members.items()}
    return listing(request, counts, lambda group, start, count: members.get(group, found)[start : start + count], size)


def number(name: str, given: str, kind: type[int] | type[float]) -> Any:
    """Return the number in a field.

    Raises:
        ValueError: It is not a number; the message names the field.
    """
    try:
        return kind(given)
    except ValueError:
        raise ValueError(f"{name} is {given!r}; it should be a number") from None


def duration(span: timedelta) -> str:
    """Return a time span as text, like `1 d 2 h` or `back 5 min`; empty for less than half a second."""
    seconds = round(abs(span).total_seconds())
    parts: list[str] = []
    for unit, length in (("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)):
        count, seconds = divmod(seconds, length)
        if count:
            parts.append(f"{count:,} {unit}")
    return ("back " if span < timedelta() and parts else "") + " ".join(parts)


def _whole(given: str) -> int:
    return int(given) if given.isascii() and given.isdigit() and len(given) <= _DIGITS else 1
