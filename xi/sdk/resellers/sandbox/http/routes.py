"""Routes, one for each path, so that the answer to an unknown method names the methods of the path."""

from collections.abc import Awaitable, Callable, Iterable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

Endpoint = Callable[[Request], Awaitable[Response]]


def routes_of(rows: Iterable[tuple[str, str, Endpoint]]) -> list[Route]:
    """Return the routes for rows of path, method and endpoint; paths without parameters come first."""
    paths: dict[str, dict[str, Endpoint]] = {}
    for path, method, endpoint in rows:
        paths.setdefault(path, {})[method] = endpoint
    return [_route(path, paths[path]) for path in sorted(paths, key=lambda path: path.count("{"))]


def _route(path: str, endpoints: dict[str, Endpoint]) -> Route:
    async def dispatch(request: Request) -> Response:
        return await endpoints["GET" if request.method == "HEAD" else request.method](request)

    return Route(path, dispatch, methods=list(endpoints))
