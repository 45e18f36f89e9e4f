"""What a section of the page is, and the lists that sections show."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, Generic, TypeVar
from urllib.parse import urlencode

from starlette.requests import Request

from xi.sdk.resellers.sandbox.state.sandbox import Sandbox

LIST_SIZE: Final = 25
"""Rows of a list that are shown at a time."""
_TEXT_LIMIT: Final = 100
_DIGITS: Final = 9

Form = Mapping[str, str]
View = Callable[[Sandbox, Request], Mapping[str, Any]]
"""Returns what a template shows; a KeyError says what there is none of."""
Action = Callable[[Sandbox, Request, Form], object]
"""Does what a button says; a KeyError or ValueError says why not."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the page.

    Args:
        link: The path of its first page, where its buttons lead back to.
        views: By path, the template of a page and what it shows.
        actions: By path, what a button does; it is sent as a form.
        title: Its entry in the navigation; empty for none.
        under: The link of the entry that is marked instead of its own.
        count: The number beside its entry; 0 is not shown.
    """

    link: str
    views: Mapping[str, tuple[str, View]]
    actions: Mapping[str, Action]
    title: str = ""
    under: str = ""
    count: Callable[[Sandbox], int] | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """A link that limits a list to one group."""

    label: str
    count: int
    link: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """A part of a list, with what leads to the other parts.

    Args:
        items: The rows shown.
        total: Rows in all parts.
        first: The place of the first row shown, from 1.
        text: The text that was searched for.
        group: The group it is limited to, as the query names it; empty for all.
        filters: The groups.
        newer: The link to the part before, empty where there is none.
        older: The link to the part after, empty where there is none.
    """

    items: Sequence[T]
    total: int
    first: int
    text: str
    group: str
    filters: Sequence[Filter]
    newer: str
    older: str


def search_text(request: Request) -> str:
    """Return the text that a list is searched for."""
    return request.query_params.get("q", "").strip()[:_TEXT_LIMIT]


def listing(
    request: Request, counts: Mapping[str, int], take: Callable[[str, int, int], Sequence[T]], size: int = LIST_SIZE
) -> Listing[T]:
    """Return the part of a list that the query asks for: `q`, `show` for a group, and `page`.

    Args:
        request: The request for the page.
        counts: The rows in each group; the first is that of all.
        take: Takes the name of a group, empty for all, how many rows to pass over, and how many to return.
        size: The most rows in a part.
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
        newer=link(group, page - 1) if page > 1 else "",
        older=link(group, page + 1) if page < last else "",
    )


def list_of(
    request: Request,
    items: Sequence[T],
    texts: Callable[[T], Iterable[str]],
    names: Iterable[str] = (),
    groups: Callable[[T], Iterable[str]] = lambda _: (),
    size: int = LIST_SIZE,
) -> Listing[T]:
    """Return the part of some rows that the query asks for.

    Args:
        request: The request for the page.
        items: All rows, in the order to show them.
        texts: Returns what of a row is searched.
        names: The groups the list can be limited to.
        groups: Returns the groups of a row.
        size: The most rows in a part.
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
        ValueError: It is none; the message names the field.
    """
    try:
        return kind(given)
    except ValueError:
        raise ValueError(f"{name} is {given!r}; it should be a number") from None


def duration(span: timedelta) -> str:
    """Return a time span in words: `1 d 2 h`, `back 5 min`; empty for none."""
    seconds = round(abs(span).total_seconds())
    parts: list[str] = []
    for unit, length in (("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)):
        count, seconds = divmod(seconds, length)
        if count:
            parts.append(f"{count:,} {unit}")
    return ("back " if span < timedelta() and parts else "") + " ".join(parts)


def _whole(given: str) -> int:
    return int(given) if given.isascii() and given.isdigit() and len(given) <= _DIGITS else 1
